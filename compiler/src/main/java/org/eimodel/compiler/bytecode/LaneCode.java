package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.BOOLEAN_TYPE;
import static org.objectweb.asm.Type.INT_TYPE;
import static org.objectweb.asm.Type.LONG_TYPE;
import static org.objectweb.asm.Type.VOID_TYPE;

import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.objectweb.asm.Type;

/// Writes operations on vectors and masks: operands from the stack, result onto it.
record LaneCode(MethodCode code, LaneType lanes) {

  /// `-> species`
  void species() {
    code.staticField(lanes.vector(), lanes.species(), LaneType.SPECIES);
  }

  /// `species, number -> vector`
  void broadcast() {
    Type number = lanes.number().type();
    code.callLoosely(lanes.vector(), "broadcast", lanes.vector(), LaneType.SPECIES, number);
  }

  /// `species, truth -> mask`
  void broadcastTruth() {
    code.invokeInterface(LaneType.SPECIES, "maskAll", LaneType.MASK, BOOLEAN_TYPE);
  }

  /// `species, array, index -> vector`
  void load() {
    Type array = lanes.number().array();
    code.callLoosely(
        lanes.vector(), "fromArray", lanes.vector(), LaneType.SPECIES, array, INT_TYPE);
  }

  /// `species, array, index -> mask`
  void loadTruth() {
    code.call(LaneType.MASK, "fromArray", LaneType.MASK, LaneType.SPECIES, Entry.TRUTHS, INT_TYPE);
  }

  /// `vector, array, index ->`
  void store() {
    code.invoke(lanes.vector(), "intoArray", VOID_TYPE, lanes.number().array(), INT_TYPE);
  }

  /// `x -> name(x)`, a method of the Vector API
  void unary(String name) {
    code.invoke(lanes.vector(), name, lanes.vector());
  }

  /// `x -> name(x)`, a function of ours
  void function(String name) {
    code.call(lanes.vectorFunctions(), name, lanes.vector(), lanes.vector());
  }

  /// `x, y -> x.name(y)`
  void binary(String name) {
    code.invoke(lanes.vector(), name, lanes.vector(), LaneType.VECTOR);
  }

  /// `a, b, c -> a * b + c`
  void multiplyAdd() {
    code.invoke(lanes.vector(), "fma", lanes.vector(), LaneType.VECTOR, LaneType.VECTOR);
  }

  /// `x, operator, y -> mask`; the operator is pushed by [#operator].
  void compare() {
    code.invoke(
        lanes.vector(), "compare", LaneType.MASK, LaneType.COMPARISON, LaneType.VECTOR);
  }

  /// `-> operator`
  void operator(Comparison operator) {
    String name =
        switch (operator) {
          case LESS -> "LT";
          case LESS_EQUAL -> "LE";
          case GREATER -> "GT";
          case GREATER_EQUAL -> "GE";
          case EQUAL -> "EQ";
          case NOT_EQUAL -> "NE";
        };
    code.staticField(LaneType.OPERATORS, name, LaneType.COMPARISON);
  }

  /// `no, yes, mask -> mask ? yes : no`
  void blend() {
    code.invoke(lanes.vector(), "blend", lanes.vector(), LaneType.VECTOR, LaneType.MASK);
  }

  /// `mask, mask -> mask`
  void logic(LogicOperator operator) {
    String name =
        switch (operator) {
          case AND -> "and";
          case OR -> "or";
        };
    code.invoke(LaneType.MASK, name, LaneType.MASK, LaneType.MASK);
  }

  /// `mask -> mask`
  void not() {
    code.invoke(LaneType.MASK, "not", LaneType.MASK);
  }

  /// `mask -> truth`, whether it holds for all lanes
  void all() {
    code.invoke(LaneType.MASK, "allTrue", BOOLEAN_TYPE);
  }

  /// `mask -> long`
  void bits() {
    code.invoke(LaneType.MASK, "toLong", LONG_TYPE);
  }
}
