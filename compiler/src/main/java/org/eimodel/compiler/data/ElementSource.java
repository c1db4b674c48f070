package org.eimodel.compiler.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import us.hebi.matlab.mat.types.Source;

/// Gives mfl-core the bytes of one variable, which lie in memory and are not compressed.
///
/// The library's own sources reach for `sun.misc.Unsafe`, which makes the JDK print a warning; a library prints nothing.
final class ElementSource implements Source {
  private final ByteBuffer bytes;

  ElementSource(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  @Override
  public Source order(ByteOrder byteOrder) {
    bytes.order(byteOrder);
    return this;
  }

  @Override
  public ByteOrder order() {
    return bytes.order();
  }

  @Override
  public long getPosition() {
    return bytes.position();
  }

  @Override
  public byte readByte() throws IOException {
    need(Byte.BYTES, 1);
    return bytes.get();
  }

  @Override
  public void readBytes(byte[] buffer, int offset, int length) throws IOException {
    need(Byte.BYTES, length);
    bytes.get(buffer, offset, length);
  }

  @Override
  public short readShort() throws IOException {
    need(Short.BYTES, 1);
    return bytes.getShort();
  }

  @Override
  public void readShorts(short[] buffer, int offset, int length) throws IOException {
    need(Short.BYTES, length);
    bytes.slice().order(order()).asShortBuffer().get(buffer, offset, length);
    skip((long) Short.BYTES * length);
  }

  @Override
  public int readInt() throws IOException {
    need(Integer.BYTES, 1);
    return bytes.getInt();
  }

  @Override
  public void readInts(int[] buffer, int offset, int length) throws IOException {
    need(Integer.BYTES, length);
    bytes.slice().order(order()).asIntBuffer().get(buffer, offset, length);
    skip((long) Integer.BYTES * length);
  }

  @Override
  public long readLong() throws IOException {
    need(Long.BYTES, 1);
    return bytes.getLong();
  }

  @Override
  public void readLongs(long[] buffer, int offset, int length) throws IOException {
    need(Long.BYTES, length);
    bytes.slice().order(order()).asLongBuffer().get(buffer, offset, length);
    skip((long) Long.BYTES * length);
  }

  @Override
  public float readFloat() throws IOException {
    need(Float.BYTES, 1);
    return bytes.getFloat();
  }

  @Override
  public void readFloats(float[] buffer, int offset, int length) throws IOException {
    need(Float.BYTES, length);
    bytes.slice().order(order()).asFloatBuffer().get(buffer, offset, length);
    skip((long) Float.BYTES * length);
  }

  @Override
  public double readDouble() throws IOException {
    need(Double.BYTES, 1);
    return bytes.getDouble();
  }

  @Override
  public void readDoubles(double[] buffer, int offset, int length) throws IOException {
    need(Double.BYTES, length);
    bytes.slice().order(order()).asDoubleBuffer().get(buffer, offset, length);
    skip((long) Double.BYTES * length);
  }

  @Override
  public void readByteBuffer(ByteBuffer buffer) throws IOException {
    int length = buffer.remaining();
    need(Byte.BYTES, length);
    buffer.put(bytes.slice().limit(length));
    skip(length);
  }

  @Override
  public void skip(long numBytes) throws IOException {
    need(1, numBytes);
    bytes.position((int) (bytes.position() + numBytes));
  }

  @Override
  public Source readInflated(int numBytes, int inflateBufferSize) throws IOException {
    throw new IOException("a variable inside another is never compressed");
  }

  @Override
  public boolean isMutatedByChildren() {
    return true;
  }

  @Override
  public void close() {}

  private void need(int size, long count) throws EOFException {
    if (count < 0 || count > bytes.remaining() / size) {
      throw new EOFException();
    }
  }
}
