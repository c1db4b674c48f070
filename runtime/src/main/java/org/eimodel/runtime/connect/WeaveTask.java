package org.eimodel.runtime.connect;

import java.util.List;

/// Makes whole rows of those that columns gave slice by slice.
///
/// @param from the first source
/// @param until after the last source
record WeaveTask(List<Rows> slices, WholeRows rows, int chunk, int from, int until)
    implements BuildTask {

  @Override
  public void run(Scratch scratch) {
    List<Chunk> parts = slices.stream().map(part -> part.take(chunk)).toList();
    RowBuffer buffer = scratch.buffer(0);
    int[] counts = new int[Math.multiplyExact(until - from, parts.size())];
    for (int row = 0, at = 0; row < until - from; row++) {
      for (Chunk part : parts) {
        int begin = part.start(row);
        int end = part.start(row + 1);
        buffer.append(part, begin, end);
        counts[at++] = end - begin;
      }
    }
    rows.put(chunk, WholeChunk.of(buffer, counts, parts.size()));
  }
}
