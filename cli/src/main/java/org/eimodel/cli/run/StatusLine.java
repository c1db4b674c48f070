package org.eimodel.cli.run;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/// One line of a terminal that is written over and over, and leaves no trace.
///
/// Where there is no terminal nothing is ever written.
final class StatusLine implements ProgressBarConsumer {
  /// A line that reaches the last column wraps in some terminals.
  static final int WIDTH = 79;

  private final PrintStream out;
  private final boolean shown;
  private int length;

  StatusLine(PrintStream out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  boolean isShown() {
    return shown;
  }

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  @Override
  public synchronized void accept(String text) {
    if (shown) {
      String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
      out.flush();
      length = line.length();
    }
  }

  @Override
  public synchronized void clear() {
    if (length > 0) {
      out.print("\r" + " ".repeat(length) + "\r");
      out.flush();
      length = 0;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
