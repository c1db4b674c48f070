package org.eimodel.runtime.connect;

import java.util.List;

/// The synapses of one tract, in the form that delivers them best.
public sealed interface Pathway {
  /// {@return the tract}
  Tract tract();

  /// {@return how many synapses there are}
  long synapses();

  /// {@return the memory that they take}
  long bytes();

  /// Each slice has rows of its own, and looks spikes up there: where a tract reaches one slice, where delays are their own,
  /// and where spikes go through several tracts by turns.
  ///
  /// @param rows of each slice that the tract reaches
  record Sliced(Tract tract, List<Rows> rows) implements Pathway {
    @Override
    public long synapses() {
      return rows.stream().mapToLong(Rows::synapses).sum();
    }

    @Override
    public long bytes() {
      return rows.stream().mapToLong(Rows::bytes).sum();
    }
  }

  /// One row for all slices, copied to each when its source has fired.
  ///
  /// @param slices that the tract reaches, positions in the layout
  record Whole(Tract tract, List<Integer> slices, WholeRows rows) implements Pathway {
    @Override
    public long synapses() {
      return rows.synapses();
    }

    @Override
    public long bytes() {
      return rows.bytes();
    }
  }

  /// The row of a source is drawn anew for each of its spikes, and kept until it has arrived.
  ///
  /// @param slices that the tract reaches, positions in the layout
  record Drawn(Tract tract, List<Integer> slices, DrawnRows rows) implements Pathway {
    @Override
    public long synapses() {
      return rows.synapses();
    }

    @Override
    public long bytes() {
      return rows.bytes();
    }
  }
}
