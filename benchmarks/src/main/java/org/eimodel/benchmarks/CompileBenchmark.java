package org.eimodel.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eimodel.compiler.bytecode.ScalarEmitter;
import org.eimodel.compiler.check.Checker;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.lower.Lowering;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.models.LibraryModel;
import org.eimodel.models.ModelLibrary;
import org.eimodel.parse.ModelParser;
import org.eimodel.syntax.ModelSyntax;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long each stage of the compiler takes, warm.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompileBenchmark {
  @Param({"coba", "macaque29", "hh"})
  public String model;

  private LibraryModel entry;
  private ModelSyntax syntax;
  private TypedModel typed;
  private LoweredModel lowered;

  @Setup
  public void open() throws IOException {
    entry = ModelLibrary.find(model).orElseThrow();
    syntax = ModelParser.parse(entry.source()).orThrow();
    typed = Checker.check(syntax, new DataFiles(entry.folder())).orThrow();
    lowered = Lowering.lower(typed).orThrow();
  }

  @Benchmark
  public ModelSyntax parse() {
    return ModelParser.parse(entry.source()).orThrow();
  }

  /// Reads the model's tables, too.
  @Benchmark
  public TypedModel check() {
    return Checker.check(syntax, new DataFiles(entry.folder())).orThrow();
  }

  @Benchmark
  public LoweredModel lower() {
    return Lowering.lower(typed).orThrow();
  }

  @Benchmark
  public int emit() {
    ScalarEmitter emitter = new ScalarEmitter("org.eimodel.runtime.kernel");
    int bytes = 0;
    for (LoweredModel.Group group : lowered.groups()) {
      bytes += emitter.emit(group.program().step(), Precision.DOUBLE).bytes().length;
    }
    return bytes;
  }

  @Benchmark
  public Instance instantiate() {
    return Instantiation.instantiate(lowered, Settings.NONE).orThrow();
  }
}
