package org.eimodel.runtime.threads;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A number of items that are to be done once in every lap, by whoever comes first.
///
/// A worker begins a lap when the lap before the last is done: while one is still at its last item, others go on with the
/// next lap, and nobody waits for a slow item before a whole lap has passed. Each worker begins with the same items in every
/// lap, those whose data its cache holds, and then takes what others have left. A latecomer from an earlier round finds
/// everything of it taken.
public final class Batch implements Workers.Job {
  /// Keeps claims on cache lines of their own.
  private static final int PAD = 16;

  private static final int SPINS = 4_000;
  private static final long NAP_NANOS = 20_000;

  /// One of many items in one of several laps.
  @FunctionalInterface
  public interface Item {
    /// @param lap counted from 0 in each round
    /// @param worker who does it: below the number of workers, and no two at a time are the same
    void run(int item, int lap, int worker);
  }

  private final int items;
  private final int workers;
  private final Item item;

  /// The last lap in which each item was taken.
  private final AtomicLongArray claims;

  /// The last lap in which each item was done.
  private final AtomicLongArray ends;

  /// How many items are done, of all laps with an even number, and of all others.
  private final AtomicLong[] done = {new AtomicLong(), new AtomicLong()};

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /// The last lap before the round; laps are counted from 1 over all rounds.
  private volatile long before;

  /// The last lap of the round.
  private volatile long last;

  /// @param workers how many threads there are
  public Batch(int items, int workers, Item item) {
    this.items = items;
    this.workers = workers;
    this.item = item;
    this.claims = new AtomicLongArray(Math.multiplyExact(items, PAD));
    this.ends = new AtomicLongArray(claims.length());
  }

  /// Does every item once in each of some laps, with all workers, and returns when all are done. Of two laps in succession, an
  /// item's own come one after the other; those of different items may come at the same time.
  ///
  /// *Errors*: what the first failing item threw, when all others of its lap are done; those of later laps may be left out.
  public void round(Workers threads, int laps) {
    before = last;
    // Written after everything that the items read: whoever sees the new round sees that too.
    last += laps;
    threads.call(this);
    await(last - 1);
    await(last);
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void help(int worker) {
    long end = last;
    long begin = before;
    for (long lap = begin + 1; lap <= end; lap++) {
      await(lap - 2);
      for (int rests = 0; !take(lap, begin, worker); rests++) {
        rest(rests);
      }
    }
  }

  /// Does what is to be had of a lap.
  ///
  /// @param begin the lap before the round
  /// @return whether all of it is taken; else another worker is still at an item of the lap before
  private boolean take(long lap, long begin, int worker) {
    boolean all = true;
    int own = (int) ((long) items * worker / workers);
    for (int k = 0; k < items; k++) {
      int i = own + k < items ? own + k : own + k - items;
      if (claims.get(i * PAD) < lap) {
        if (ends.get(i * PAD) == lap - 1 && claims.compareAndSet(i * PAD, lap - 1, lap)) {
          run(i, lap, (int) (lap - begin - 1), worker);
        } else {
          all = false;
        }
      }
    }
    return all;
  }

  private void run(int i, long lap, int lapOfRound, int worker) {
    try {
      if (lapOfRound == 0 || failure.get() == null) {
        item.run(i, lapOfRound, worker);
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    } finally {
      ends.set(i * PAD, lap);
      done[(int) (lap & 1)].incrementAndGet();
    }
  }

  /// Waits until a lap is done.
  private void await(long lap) {
    AtomicLong count = done[(int) (lap & 1)];
    long all = (lap + 1 >> 1) * items;
    for (int rests = 0; count.get() < all; rests++) {
      rest(rests);
    }
  }

  /// Spins when it is among the first times, then naps.
  private void rest(int times) {
    if (times < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(this, NAP_NANOS);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
