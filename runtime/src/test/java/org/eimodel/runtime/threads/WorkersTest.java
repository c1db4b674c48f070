package org.eimodel.runtime.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyItemIsDoneOnceInEveryRound(int threads) {
    try (Workers workers = new Workers(threads)) {
      AtomicIntegerArray done = new AtomicIntegerArray(7);
      Batch batch = new Batch(7, threads, (item, _, _) -> done.incrementAndGet(item));
      for (int round = 1; round <= 3000; round++) {
        batch.round(workers, 1);
        for (int item = 0; item < 7; item++) {
          assertEquals(round, done.get(item));
        }
      }
      AtomicIntegerArray shared = new AtomicIntegerArray(1000);
      workers.share(1000, (item, _) -> shared.incrementAndGet(item));
      for (int item = 0; item < 1000; item++) {
        assertEquals(1, shared.get(item));
      }
    }
  }

  /// A lap begins for an item when it has done the one before, and all have done the one before that.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void lapsOverlapByOne(int threads) {
    int items = 5;
    AtomicIntegerArray done = new AtomicIntegerArray(items);
    AtomicInteger base = new AtomicInteger();
    AtomicInteger ahead = new AtomicInteger();
    Batch batch =
        new Batch(
            items,
            threads,
            (item, lap, _) -> {
              int before = base.get() + lap;
              assertEquals(before, done.get(item));
              for (int other = 0; other < items; other++) {
                assertTrue(done.get(other) >= before - 1);
                if (done.get(other) < before) {
                  ahead.incrementAndGet();
                }
              }
              // the first takes long
              for (int i = item == 0 ? 5000 : 500; i > 0; i--) {
                Thread.onSpinWait();
              }
              done.incrementAndGet(item);
            });
    try (Workers workers = new Workers(threads)) {
      for (int round = 0; round < 200; round++) {
        int laps = 1 + round % 6;
        batch.round(workers, laps);
        base.addAndGet(laps);
        for (int item = 0; item < items; item++) {
          assertEquals(base.get(), done.get(item));
        }
      }
    }
    assertEquals(threads > 1, ahead.get() > 0);
  }

  @Test
  void noTwoThreadsAreTheSameWorker() {
    try (Workers workers = new Workers(4)) {
      AtomicIntegerArray inside = new AtomicIntegerArray(4);
      workers.share(
          2000,
          (_, worker) -> {
            assertEquals(1, inside.incrementAndGet(worker));
            Thread.onSpinWait();
            inside.decrementAndGet(worker);
          });
    }
  }

  @Test
  void anErrorInAWorkerReachesTheCallerWhenTheOthersAreDone() {
    try (Workers workers = new Workers(3)) {
      AtomicIntegerArray done = new AtomicIntegerArray(50);
      IllegalArgumentException thrown =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  workers.share(
                      50,
                      (item, _) -> {
                        done.incrementAndGet(item);
                        if (item == 33) {
                          throw new IllegalArgumentException("33");
                        }
                      }));
      assertEquals("33", thrown.getMessage());
      for (int item = 0; item < 50; item++) {
        assertEquals(1, done.get(item));
      }
    }
  }

  @Test
  void sleepersWakeAndGoHome() throws InterruptedException {
    Workers workers = new Workers(3);
    workers.share(3, (_, _) -> {});
    Thread.sleep(20); // long past the spinning
    AtomicIntegerArray done = new AtomicIntegerArray(100);
    workers.share(100, (item, _) -> done.incrementAndGet(item));
    assertEquals(1, done.get(99));
    assertTrue(workers.running());
    workers.close();
    workers.close();
    for (int i = 0; workers.running() && i < 500; i++) {
      Thread.sleep(10);
    }
    assertFalse(workers.running());
    assertThrows(IllegalStateException.class, () -> workers.share(1, (_, _) -> {}));
  }
}
