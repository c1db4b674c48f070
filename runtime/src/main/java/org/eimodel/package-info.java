/// Compile a model, build a network, step it: the interface for programs that embed eimodel.
///
/// ```java
/// Model model = Eimodel.compile(Path.of("arm.eimodel")).orThrow();
/// try (Network network = model.configure().set("EE.w", "0.12 mV").seed(1).precision(Precision.SINGLE).build()) {
///   InputView torque = network.input("Motor.current", "pA");
///   StateView v = network.state("Motor.v", "mV");
///   network.onSpikes("Motor", (step, neurons) -> decoder.add(step, neurons));
///   while (arm.running()) {
///     torque.fill(arm.error());
///     network.step(10);
///     arm.apply(decoder.rate(), v.get(0));
///   }
/// }
/// ```
///
/// What is wrong with a model or its data is a diagnostic, a value; [ModelException][org.eimodel.syntax.ModelException]
/// carries diagnostics to where a value was asked for. A wrong argument is an `IllegalArgumentException`, a call at the
/// wrong time or from the wrong thread an `IllegalStateException`. Nothing is ever printed.
package org.eimodel;
