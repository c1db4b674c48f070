package org.eimodel.runtime.threads;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A number of items that are to be done once in every round, by whoever comes first.
///
/// Each worker begins with the same items in every round, those whose data its cache holds, and then takes what others
/// have left. A latecomer from an earlier round finds everything of it taken.
public final class Batch implements Workers.Job {
  /// Keeps claims on cache lines of their own.
  private static final int PAD = 16;

  private static final int SPINS = 4_000;
  private static final long NAP_NANOS = 20_000;

  private final int items;
  private final int workers;
  private final Workers.Item item;
  private final AtomicLongArray claims;
  private final AtomicLong done = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile long round;

  /// @param workers how many threads there are
  public Batch(int items, int workers, Workers.Item item) {
    this.items = items;
    this.workers = workers;
    this.item = item;
    this.claims = new AtomicLongArray(Math.multiplyExact(items, PAD));
  }

  /// Does every item once, with all workers, and returns when all are done.
  ///
  /// *Errors*: what the first failing item threw, when the others are done.
  public void round(Workers threads) {
    // Written after everything that the items read: whoever sees the new round sees that too.
    round++;
    threads.call(this);
    await();
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void help(int worker) {
    long now = round;
    int begin = (int) ((long) items * worker / workers);
    for (int k = 0; k < items; k++) {
      int i = begin + k < items ? begin + k : begin + k - items;
      long claimed = claims.get(i * PAD);
      if (claimed < now && claims.compareAndSet(i * PAD, claimed, now)) {
        run(i, worker);
      }
    }
  }

  private void run(int i, int worker) {
    try {
      item.run(i, worker);
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    } finally {
      done.incrementAndGet();
    }
  }

  private void await() {
    long all = round * items;
    for (int i = 0; done.get() < all; i++) {
      if (i < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, NAP_NANOS);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
