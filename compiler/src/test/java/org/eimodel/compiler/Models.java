package org.eimodel.compiler;

import java.util.Map;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.syntax.SourceText;

/// Models written into a test.
public final class Models {
  private static final DataFolder NO_FILES =
      DataFolder.ofResources("the test", name -> null);

  private Models() {}

  /// {@return the model of a text without files; throws with its diagnostics when it is wrong}
  public static LoweredModel compile(String text) {
    return Compiler.compile(new SourceText("test.eimodel", text), NO_FILES).orThrow();
  }

  /// {@return the network of a text without files}
  public static Instance instantiate(String text, Settings settings) {
    return Instantiation.instantiate(compile(text), settings).orThrow();
  }

  /// {@return settings of parameters alone}
  public static Settings set(Map<String, String> values) {
    return new Settings(values, Settings.NONE.seed(), Settings.NONE.duration(), Settings.NONE.timeStep());
  }
}
