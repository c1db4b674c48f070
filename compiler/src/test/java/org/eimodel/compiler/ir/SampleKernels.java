package org.eimodel.compiler.ir;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.and;
import static org.eimodel.compiler.ir.Ir.call;
import static org.eimodel.compiler.ir.Ir.compare;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.divide;
import static org.eimodel.compiler.ir.Ir.fma;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.negate;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.select;
import static org.eimodel.compiler.ir.Ir.subtract;
import static org.eimodel.compiler.ir.Ir.use;

import java.util.List;
import org.eimodel.compiler.ir.Expr.Comparison;

/// Kernels as `lower` and `numerics` would write them, by hand.
public final class SampleKernels {
  private SampleKernels() {}

  /// A leaky integrate-and-fire neuron with two exponential synapses, exact, with a refractory count.
  public static Kernel lif() {
    Ir k = new Ir("LIF", Kernel.Kind.STEP);
    Slot v = k.state("v");
    Slot fast = k.state("EE.s");
    Slot slow = k.state("IE.s");
    Slot count = k.state("refractory");
    Slot current = k.input("current");
    Slot rest = k.parameter("v_rest");
    Slot threshold = k.parameter("v_th");
    Slot reset = k.parameter("v_reset");
    Slot hold = k.parameter("hold");
    Slot leak = k.slot("leak", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot gain = k.slot("gain", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot fromFast = k.slot("from_fast", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot fromSlow = k.slot("from_slow", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot fastDecay = k.slot("fast_decay", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot slowDecay = k.slot("slow_decay", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Expr active = k.let("active", compare(Comparison.LESS_EQUAL, read(count), constant(0)));
    Expr drive = k.let("drive", add(subtract(read(rest), read(v)), read(current)));
    Expr moved =
        k.let(
            "moved",
            fma(
                read(gain),
                drive,
                fma(
                    read(fromFast),
                    read(fast),
                    fma(read(fromSlow), read(slow), fma(read(leak), drive, read(v))))));
    Expr nextFast = k.let("fast", multiply(read(fast), read(fastDecay)));
    Expr nextSlow = k.let("slow", multiply(read(slow), read(slowDecay)));
    Local nextV = k.declare("v", select(active, moved, read(v)));
    Local nextCount =
        k.declare("count", select(active, read(count), subtract(read(count), constant(1))));
    k.when(
        and(active, compare(Comparison.GREATER_EQUAL, use(nextV), read(threshold))),
        () -> {
          k.assign(nextV, read(reset));
          k.assign(nextCount, read(hold));
          k.spike();
        });
    k.checkFinite(use(nextV), nextFast, nextSlow);
    k.store(v, use(nextV));
    k.store(fast, nextFast);
    k.store(slow, nextSlow);
    k.store(count, use(nextCount));
    return k.build(List.of(v, fast, slow));
  }

  /// Hodgkin and Huxley's neuron in Traub and Miles' form, gates and membrane by exponential Euler.
  public static Kernel hodgkinHuxley() {
    Ir k = new Ir("HH", Kernel.Kind.STEP);
    Slot v = k.state("v");
    Slot m = k.state("m");
    Slot h = k.state("h");
    Slot n = k.state("n");
    Slot excitation = k.state("ge");
    Slot inhibition = k.state("gi");
    Slot sodium = k.parameter("g_na");
    Slot potassium = k.parameter("g_k");
    Slot leak = k.parameter("g_l");
    Slot sodiumReversal = k.parameter("e_na");
    Slot potassiumReversal = k.parameter("e_k");
    Slot leakReversal = k.parameter("e_l");
    Slot dtPerCapacity = k.slot("dt_C", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot dt = k.slot("dt", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot decayE = k.slot("decay_e", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot decayI = k.slot("decay_i", Slot.Kind.COEFFICIENT, Slot.Extent.SCALAR);
    Slot threshold = k.parameter("v_t");
    Expr u = k.let("u", subtract(read(v), read(threshold)));
    Expr alphaM =
        k.let(
            "alpha_m",
            divide(
                constant(1.28),
                call(MathFunction.EXPREL, divide(subtract(constant(13), u), constant(4)))));
    Expr betaM =
        k.let(
            "beta_m",
            divide(
                constant(1.4),
                call(MathFunction.EXPREL, divide(subtract(u, constant(40)), constant(5)))));
    Expr alphaH =
        k.let(
            "alpha_h",
            multiply(
                constant(0.128),
                call(MathFunction.EXP, divide(subtract(constant(17), u), constant(18)))));
    Expr betaH =
        k.let(
            "beta_h",
            divide(
                constant(4),
                add(
                    constant(1),
                    call(MathFunction.EXP, divide(subtract(constant(40), u), constant(5))))));
    Expr alphaN =
        k.let(
            "alpha_n",
            divide(
                constant(0.16),
                call(MathFunction.EXPREL, divide(subtract(constant(15), u), constant(5)))));
    Expr betaN =
        k.let(
            "beta_n",
            multiply(
                constant(0.5),
                call(MathFunction.EXP, divide(subtract(constant(10), u), constant(40)))));
    Expr nextM = gate(k, "m", read(m), alphaM, betaM, dt);
    Expr nextH = gate(k, "h", read(h), alphaH, betaH, dt);
    Expr nextN = gate(k, "n", read(n), alphaN, betaN, dt);
    Expr gNa =
        k.let(
            "I_na",
            multiply(
                multiply(read(sodium), read(h)), multiply(read(m), multiply(read(m), read(m)))));
    Expr n2 = k.let("n2", multiply(read(n), read(n)));
    Expr gK = k.let("I_k", multiply(read(potassium), multiply(n2, n2)));
    Expr total =
        k.let("total", add(add(add(read(leak), gNa), add(gK, read(excitation))), read(inhibition)));
    Expr driven =
        k.let(
            "driven",
            fma(
                gNa,
                read(sodiumReversal),
                fma(
                    add(gK, read(inhibition)),
                    read(potassiumReversal),
                    multiply(read(leak), read(leakReversal)))));
    Expr step = k.let("step", negate(multiply(total, read(dtPerCapacity))));
    Expr slope = k.let("slope", subtract(driven, multiply(total, read(v))));
    Expr nextV =
        k.let(
            "v",
            fma(multiply(slope, read(dtPerCapacity)), call(MathFunction.EXPREL, step), read(v)));
    Expr nextE = k.let("ge", multiply(read(excitation), read(decayE)));
    Expr nextI = k.let("gi", multiply(read(inhibition), read(decayI)));
    k.when(
        and(
            compare(Comparison.LESS_EQUAL, read(v), constant(-20)),
            compare(Comparison.GREATER, nextV, constant(-20))),
        k::spike);
    k.checkFinite(nextV, nextM, nextH, nextN, nextE, nextI);
    k.store(v, nextV);
    k.store(m, nextM);
    k.store(h, nextH);
    k.store(n, nextN);
    k.store(excitation, nextE);
    k.store(inhibition, nextI);
    return k.build(List.of(v, m, h, n, excitation, inhibition));
  }

  private static Expr gate(Ir k, String name, Expr x, Expr alpha, Expr beta, Slot dt) {
    Expr rate = k.let("rate_" + name, add(alpha, beta));
    Expr change =
        k.let("change_" + name, call(MathFunction.EXPM1, negate(multiply(rate, read(dt)))));
    return k.let(name, fma(change, subtract(x, divide(alpha, rate)), x));
  }

  /// An arriving spike adds its weight, which a refractory target ignores.
  public static Kernel arrival() {
    Ir k = new Ir("arrive", Kernel.Kind.ARRIVAL);
    Slot s = k.state("s");
    Slot count = k.state("refractory");
    Slot weight = k.parameter("w");
    k.when(
        compare(Comparison.LESS_EQUAL, read(count), constant(0)),
        () -> k.store(s, add(read(s), read(weight))));
    return k.build();
  }
}
