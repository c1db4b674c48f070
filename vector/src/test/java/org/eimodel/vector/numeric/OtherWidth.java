package org.eimodel.vector.numeric;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/// The classes of this package once more, with vectors of another width: [LaneWidth] reads its property when it is loaded.
final class OtherWidth extends ClassLoader {
  private static final String PACKAGE = OtherWidth.class.getPackageName() + ".";

  private final int bits;

  OtherWidth(int bits) {
    super(OtherWidth.class.getClassLoader());
    this.bits = bits;
  }

  /// {@return a public method of a class of this package, in this width}
  Method method(String className, String method, Class<?>... parameters)
      throws ReflectiveOperationException {
    return loaded(className).getMethod(method, parameters);
  }

  /// {@return an instance of a class of this package, in this width}
  <T> T instance(String className, Class<T> type) throws ReflectiveOperationException {
    return type.cast(loaded(className).getConstructor().newInstance());
  }

  private Class<?> loaded(String className) throws ClassNotFoundException {
    String before = System.getProperty("org.eimodel.vector.bits");
    System.setProperty("org.eimodel.vector.bits", Integer.toString(bits));
    try {
      Class.forName(PACKAGE + "LaneWidth", true, this);
    } finally {
      if (before == null) {
        System.clearProperty("org.eimodel.vector.bits");
      } else {
        System.setProperty("org.eimodel.vector.bits", before);
      }
    }
    return Class.forName(PACKAGE + className, true, this);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.substring(PACKAGE.length()) + ".class";
    try (InputStream in = LaneWidth.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
