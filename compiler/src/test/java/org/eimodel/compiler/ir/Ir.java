package org.eimodel.compiler.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Writes kernels by hand in tests: `kernel.let("x", add(read(v), constant(1)))`. Statement n comes from line n + 1 of a
/// text of 2,000 lines.
public final class Ir {
  private static final SourceText TEXT = new SourceText("hand.eimodel", "statement\n".repeat(2000));

  private final String name;
  private final Kernel.Kind kind;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Statement> preamble = new ArrayList<>();
  private final List<Statement> body = new ArrayList<>();
  private List<Statement> current = body;
  private int locals;
  private int line;
  private int scalars;
  private int elements;

  public Ir(String name, Kernel.Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  public Kernel build() {
    return build(List.of());
  }

  public Kernel build(List<Slot> decaying) {
    return new Kernel(name, kind, slots, preamble, body, Set.of(), decaying);
  }

  public Slot state(String slotName) {
    return slot(slotName, Slot.Kind.STATE, Slot.Extent.ELEMENT);
  }

  public Slot input(String slotName) {
    return slot(slotName, Slot.Kind.INPUT, Slot.Extent.ELEMENT);
  }

  public Slot parameter(String slotName) {
    return slot(slotName, Slot.Kind.PARAMETER, Slot.Extent.SCALAR);
  }

  public Slot slot(String slotName, Slot.Kind slotKind, Slot.Extent extent) {
    int position = extent == Slot.Extent.SCALAR ? scalars++ : elements++;
    Slot slot = new Slot(slotName, slotKind, extent, position, Dimension.NONE);
    slots.add(slot);
    return slot;
  }

  public Span span() {
    int start = 10 * Math.min(line++, 1998);
    return new Span(TEXT, start, start + 9);
  }

  public void add(Statement statement) {
    current.add(statement);
  }

  public void inPreamble(Runnable statements) {
    within(preamble, statements);
  }

  private void within(List<Statement> target, Runnable statements) {
    List<Statement> outer = current;
    current = target;
    statements.run();
    current = outer;
  }

  public Local local(String localName, Type type) {
    return new Local(locals++, localName, type);
  }

  public Expr let(String localName, Expr value) {
    Local local = local(localName, value.type());
    current.add(new Statement.Let(local, value, span()));
    return new Expr.Use(local);
  }

  public Local declare(String localName, Expr value) {
    Local local = local(localName, value.type());
    current.add(new Statement.Declare(local, value, span()));
    return local;
  }

  public void assign(Local local, Expr value) {
    current.add(new Statement.Assign(local, value, span()));
  }

  public void when(Expr condition, Runnable statements) {
    Span place = span();
    List<Statement> inside = new ArrayList<>();
    within(inside, statements);
    current.add(new Statement.When(condition, inside, place));
  }

  public void checkFinite(Expr... values) {
    current.add(new Statement.CheckFinite(Arrays.asList(values), span()));
  }

  public void store(Slot slot, Expr value) {
    current.add(new Statement.Store(slot, value, span()));
  }

  public void spike() {
    current.add(new Statement.Spike(span()));
  }

  public static Expr constant(double value) {
    return new Expr.Constant(value);
  }

  public static Expr read(Slot slot) {
    return new Expr.Read(slot);
  }

  public static Expr use(Local local) {
    return new Expr.Use(local);
  }

  public static Expr add(Expr x, Expr y) {
    return new Expr.Binary(BinaryOperator.ADD, x, y);
  }

  public static Expr subtract(Expr x, Expr y) {
    return new Expr.Binary(BinaryOperator.SUBTRACT, x, y);
  }

  public static Expr multiply(Expr x, Expr y) {
    return new Expr.Binary(BinaryOperator.MULTIPLY, x, y);
  }

  public static Expr divide(Expr x, Expr y) {
    return new Expr.Binary(BinaryOperator.DIVIDE, x, y);
  }

  public static Expr negate(Expr x) {
    return new Expr.Unary(UnaryOperator.NEGATE, x);
  }

  public static Expr fma(Expr a, Expr b, Expr c) {
    return new Expr.MultiplyAdd(a, b, c);
  }

  public static Expr call(MathFunction function, Expr... arguments) {
    return new Expr.Call(function, Arrays.asList(arguments));
  }

  public static Expr compare(Comparison operator, Expr x, Expr y) {
    return new Expr.Compare(operator, x, y);
  }

  public static Expr and(Expr x, Expr y) {
    return new Expr.Logic(LogicOperator.AND, x, y);
  }

  public static Expr select(Expr condition, Expr yes, Expr no) {
    return new Expr.Select(condition, yes, no);
  }
}
