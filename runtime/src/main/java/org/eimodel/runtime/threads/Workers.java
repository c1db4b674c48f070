package org.eimodel.runtime.threads;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// The threads of one network: the caller's, and daemons that wait for it.
///
/// A waiting thread looks for work for some microseconds, then sleeps until it is called. Nobody waits for a thread that
/// has not begun: what it does not take, the others do.
public final class Workers implements AutoCloseable {
  /// About 50 microseconds.
  private static final int SPINS = 2_000;

  private final Helper[] helpers;
  private volatile long calls;
  private volatile Job job = _ -> {};
  private volatile boolean closed;

  /// Work that several threads can do together.
  @FunctionalInterface
  interface Job {
    /// Takes part until there is nothing left to take. May be called when all is done.
    void help(int worker);
  }

  /// One of many items.
  @FunctionalInterface
  public interface Item {
    /// @param worker who does it: below [#count], and no two at a time are the same
    void run(int item, int worker);
  }

  /// @param count threads in all, the caller's included; at least 1
  public Workers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " threads");
    }
    helpers = new Helper[count - 1];
    Arrays.setAll(helpers, k -> new Helper(k + 1));
    for (Helper helper : helpers) {
      helper.thread.start();
    }
  }

  /// {@return how many threads there are, the caller's included}
  public int count() {
    return helpers.length + 1;
  }

  /// Runs all items and returns when they are done.
  ///
  /// *Errors*: what the first failing item threw, when the others are done.
  public void share(int items, Item item) {
    new Batch(items, count(), (i, _, worker) -> item.run(i, worker)).round(this, 1);
  }

  /// Lets all threads help with a job; the caller helps first, then returns, though others may be at it still.
  void call(Job next) {
    if (closed) {
      throw new IllegalStateException("the threads are gone");
    }
    job = next;
    calls++;
    for (Helper helper : helpers) {
      if (helper.asleep) {
        LockSupport.unpark(helper.thread);
      }
    }
    next.help(0);
  }

  /// Sends the threads home. They end soon; nobody waits for them.
  @Override
  public void close() {
    closed = true;
    job = _ -> {};
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
    }
  }

  /// {@return whether any thread besides the caller's is alive}
  public boolean running() {
    return Arrays.stream(helpers).anyMatch(helper -> helper.thread.isAlive());
  }

  private final class Helper implements Runnable {
    final Thread thread;
    final int worker;
    volatile boolean asleep;

    Helper(int worker) {
      this.worker = worker;
      this.thread = Thread.ofPlatform().daemon().name("eimodel-" + worker).unstarted(this);
    }

    @Override
    public void run() {
      long seen = 0;
      while (!closed) {
        long now = calls;
        if (now == seen) {
          await(seen);
        } else {
          seen = now;
          job.help(worker);
        }
      }
    }

    private void await(long seen) {
      for (int i = 0; i < SPINS; i++) {
        if (calls != seen || closed) {
          return;
        }
        Thread.onSpinWait();
      }
      asleep = true;
      while (calls == seen && !closed) {
        LockSupport.park(Workers.this);
      }
      asleep = false;
    }
  }
}
