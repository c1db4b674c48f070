package org.eimodel.cli.explain;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells set under each other, in 80 columns: the last cell of a row is broken into lines where it is too long.
///
/// Numbers, which begin with a digit, stand to the right of their column; everything else to the left. A row of one cell
/// is a remark across all columns.
final class Columns {
  private static final int WIDTH = 79;
  private static final int LEAST_LAST = 16;
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /// Adds a row of at least one cell.
  Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// {@return whether there is nothing to show}
  boolean isEmpty() {
    return rows.isEmpty();
  }

  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < row.size() && row.size() > 1; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> append(text, row, widths));
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(INDENT);
    int last = row.size() - 1;
    for (int c = 0; c < last; c++) {
      String cell = row.get(c);
      String space = " ".repeat(widths[c] - cell.length());
      line.append(isNumber(cell) ? space + cell : cell + space).append(GAP);
    }
    int column = line.length();
    int room = Math.max(LEAST_LAST, WIDTH - column);
    String cell = row.get(last);
    int shift =
        last > 0 && isNumber(cell) && widths[last] <= room ? widths[last] - cell.length() : 0;
    String padded = " ".repeat(shift) + cell;
    List<String> lines = broken(padded, room);
    text.append(line).append(lines.getFirst().stripTrailing()).append('\n');
    lines.stream()
        .skip(1)
        .forEach(more -> text.append(" ".repeat(column)).append(more).append('\n'));
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }

  private static List<String> broken(String cell, int room) {
    List<String> lines = new ArrayList<>();
    String rest = cell;
    while (rest.length() > room) {
      int space = rest.lastIndexOf(' ', room);
      int cut = space <= 0 ? room : space;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
