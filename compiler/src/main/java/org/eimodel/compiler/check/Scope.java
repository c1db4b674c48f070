package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eimodel.compiler.model.DataTable;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;
import org.jspecify.annotations.Nullable;

/// What names mean at one place of a model. A scope sees its own names first, then those around it.
///
/// A name may be declared before its value is known: the value is worked out when somebody asks, so that the order of
/// declarations does not matter.
final class Scope {
  private final Optional<Scope> parent;
  private final Report report;
  private final Map<String, Entry> symbols = new LinkedHashMap<>();
  private final Map<String, DataTable> tables = new LinkedHashMap<>();
  private final Map<String, PopulationFamily> populations = new LinkedHashMap<>();
  private final Set<String> broken = new LinkedHashSet<>();

  Scope(Report report) {
    this.parent = Optional.empty();
    this.report = report;
  }

  private Scope(Scope parent) {
    this.parent = Optional.of(parent);
    this.report = parent.report;
  }

  /// {@return a scope inside this one}
  Scope inner() {
    return new Scope(this);
  }

  void declare(Symbol symbol) {
    declare(symbol.name(), symbol);
  }

  /// Declares a symbol under another name, as `target.v`.
  void declare(String name, Symbol symbol) {
    Entry entry = new Entry(symbol.span(), () -> Optional.of(symbol));
    put(name, entry);
  }

  /// Declares a name whose symbol is worked out when it is first asked for; empty after an error.
  void declareLater(String name, Span span, Supplier<Optional<Symbol>> symbol) {
    put(name, new Entry(span, symbol));
  }

  private void put(String name, Entry entry) {
    Entry earlier = symbols.putIfAbsent(name, entry);
    if (earlier != null) {
      report.add(
          Diagnostic.error(Codes.DUPLICATE_NAME, entry.span, "`" + name + "` is declared twice")
              .withNote(earlier.span, "first here"));
    }
  }

  void declare(DataTable table) {
    tables.put(table.name(), table);
  }

  /// Declares a name whose declaration cannot be used; nothing more is said about its uses.
  void declareUnusable(String name, Span span) {
    if (!symbols.containsKey(name)) {
      put(name, new Entry(span, Optional::empty));
    }
  }

  /// Notes a population whose declaration is wrong, so that nothing is said about its uses.
  void declareBroken(String population) {
    broken.add(population);
  }

  /// {@return whether a population was declared, but wrongly}
  boolean isBroken(String population) {
    return broken.contains(population) || parent.isPresent() && parent.get().isBroken(population);
  }

  void declare(PopulationFamily population) {
    populations.put(population.name(), population);
  }

  /// {@return whether the name is known as a symbol, without working out its value}
  boolean knows(String name) {
    return symbols.containsKey(name) || parent.isPresent() && parent.get().knows(name);
  }

  /// {@return the symbol; empty when the name is not known, or when its declaration is wrong}
  Optional<Symbol> symbol(String name, Span use) {
    Entry entry = symbols.get(name);
    if (entry == null) {
      return parent.flatMap(outer -> outer.symbol(name, use));
    }
    if (entry.pending) {
      report.add(
          Diagnostic.error(Codes.DEFINED_BY_ITSELF, use, "`" + name + "` is defined by itself")
              .withNote(entry.span, "declared here"));
      return Optional.empty();
    }
    return entry.symbol();
  }

  Optional<DataTable> table(String name) {
    return Optional.ofNullable(tables.get(name)).or(() -> parent.flatMap(outer -> outer.table(name)));
  }

  Optional<PopulationFamily> population(String name) {
    return Optional.ofNullable(populations.get(name)).or(() -> parent.flatMap(outer -> outer.population(name)));
  }

  /// {@return every name that can be seen from here, nearest first}
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(symbols.keySet());
    names.addAll(tables.keySet());
    parent.ifPresent(outer -> names.addAll(outer.names()));
    return names;
  }

  /// {@return every population's name}
  Set<String> populationNames() {
    Set<String> names = new LinkedHashSet<>(populations.keySet());
    parent.ifPresent(outer -> names.addAll(outer.populationNames()));
    return names;
  }

  private static final class Entry {
    private final Span span;
    private final Supplier<Optional<Symbol>> supplier;
    private boolean pending;
    private @Nullable Optional<Symbol> known; // null: not asked for yet

    private Entry(Span span, Supplier<Optional<Symbol>> supplier) {
      this.span = span;
      this.supplier = supplier;
    }

    private Optional<Symbol> symbol() {
      if (known == null) {
        pending = true;
        try {
          known = supplier.get();
        } finally {
          pending = false;
        }
      }
      return known;
    }
  }
}
