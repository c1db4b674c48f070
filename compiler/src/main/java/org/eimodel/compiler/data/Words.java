package org.eimodel.compiler.data;

import java.util.List;
import java.util.stream.Collectors;

/// Lists of names in messages.
final class Words {
  private static final int MOST = 5;

  private Words() {}

  /// {@return the names in backquotes, the first five and the number of the rest}
  static String list(List<String> names) {
    String first =
        names.stream().limit(MOST).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
  }

  /// {@return `1 row`, `29 rows`}
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
