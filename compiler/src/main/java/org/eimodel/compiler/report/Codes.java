package org.eimodel.compiler.report;

/// The codes of what can be wrong with a model after it has been parsed. A code never changes its meaning.
public final class Codes {
  public static final String UNKNOWN_UNIT = "E0201";
  public static final String OPERANDS_DIFFER = "E0202";
  public static final String NOT_A_PLAIN_NUMBER = "E0203";
  public static final String EQUATION_DIMENSION = "E0204";
  public static final String VALUE_DIMENSION = "E0205";
  public static final String EXPONENT = "E0206";
  public static final String UNIT_AS_NAME = "E0207";
  public static final String WRONG_TYPE = "E0208";

  public static final String UNKNOWN_NAME = "E0301";
  public static final String DUPLICATE_NAME = "E0302";
  public static final String WRONG_KIND = "E0303";
  public static final String UNKNOWN_FUNCTION = "E0304";
  public static final String DEFINED_BY_ITSELF = "E0305";
  public static final String ARGUMENTS = "E0306";

  public static final String NO_VALUE = "E0401";
  public static final String NOT_LINEAR = "E0402";
  public static final String UNKNOWN_LABEL = "E0403";
  public static final String INDEX_ROLES = "E0404";
  public static final String INDICES = "E0405";
  public static final String EXTENT = "E0406";
  public static final String CONNECT = "E0407";
  public static final String RECORDING = "E0408";
  public static final String METHOD = "E0409";
  public static final String NOTHING_TO_RUN = "E0410";
  public static final String NEVER_SENDS = "W0411";
  public static final String UNREAD = "W0412";
  public static final String NO_RUN = "E0413";

  public static final String DATA = "E0501";

  public static final String BAD_NUMBER = "E0601";
  public static final String OFF_GRID = "W0602";
  public static final String BELOW_GRID = "E0603";
  public static final String UNKNOWN_SETTING = "E0604";

  public static final String NOT_SUPPORTED = "E0900";

  private Codes() {}
}
