package org.eimodel.parse;

/// The codes of syntax errors, in one place. A code never changes its meaning; `docs/errors.md` explains each.
public enum SyntaxCode {
  EMPTY("E0101", "nothing here"),
  TOO_LARGE("E0102", "file too large"),
  NOT_UTF8("E0103", "not UTF-8"),
  TOO_DEEP("E0104", "nested too deeply"),
  TOO_LONG("E0105", "expression too long"),
  STRANGE_CHARACTER("E0106", "unknown character"),
  OPEN_STRING("E0107", "string not closed"),
  SINGLE_QUOTES("E0108", "single quotes"),
  COMMENT_FORM("E0109", "comment form"),
  OPEN_BRACKET("E0110", "bracket not closed"),
  STRAY_BRACKET("E0111", "bracket that closes nothing"),
  NUMBER_FORM("E0112", "number form"),
  UNIT_POWER("E0113", "power after a unit"),
  UNIT_FORM("E0114", "unit form"),
  FOREIGN_OPERATOR("E0115", "operator of another language"),
  ASSIGNED_CONDITION("E0116", "= in a condition"),
  RESERVED_NAME("E0117", "reserved word as a name"),
  MISSING_OPERATOR("E0119", "operator missing"),
  UNEXPECTED("E0120", "something else was expected"),
  DERIVATIVE_FORM("E0121", "derivative form"),
  BARE_ASSIGNMENT("E0122", "assignment without a keyword"),
  BARE_UNIT("E0123", "declaration by unit"),
  LINE_BEGINS_WITH_OPERATOR("E0124", "line begins with an operator"),
  CHAINED_COMPARISON("E0125", "chained comparison"),
  WRONG_PLACE("E0126", "declaration in the wrong place"),
  UNKNOWN_WORD("E0127", "unknown first word"),
  REPEATED_PART("E0128", "part given twice or not at all"),
  ARGUMENT_NAME("E0129", "argument name"),
  BINDER_PLACE("E0130", "binder in the wrong place"),
  STRING_ESCAPE("E0131", "escape in a string");

  private final String code;
  private final String title;

  SyntaxCode(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /// {@return the stable code, as `E0101`}
  public String code() {
    return code;
  }

  /// {@return a few words for tables}
  public String title() {
    return title;
  }
}
