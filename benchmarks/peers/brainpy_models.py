"""COBA, CUBA, COBAHH, the 29 areas and a plain build of many synapses for BrainPy, compiled by XLA.

All equations are integrated by BrainPy's exponential Euler method, which is exact for decays; BrainPy has no exact method for
CUBA's coupled system. The step loop is compiled before it is timed, and what the compiler takes is told apart.
"""

import csv
import os
import sys
import time
from pathlib import Path

from works import DT_MS, OUTDEGREE, SOURCES, Answer, read_arguments, resident_bytes

WORK = read_arguments(["coba", "cuba", "cobahh", "synapses", "macaque29"])

if WORK.threads == 1:
    # XLA starts a thread for each processor that it may use
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])

import brainpy as bp  # noqa: E402
import brainpy.math as bm  # noqa: E402
import jax  # noqa: E402

# Steps between two looks from outside, as a program with progress or recordings would have them.
CHUNK = 1000


class Sparse:
    """A connection of every pair with a probability; an event makes its targets' sum grow by a weight."""

    def __init__(self, sources, targets, probability, weight, seed):
        connector = bp.conn.FixedProb(probability, seed=seed)
        self.linear = bp.dnn.EventCSRLinear(connector(sources, targets), weight)

    @property
    def synapses(self):
        return len(self.linear.indices)

    def __call__(self, spikes):
        return self.linear(spikes)


class IntegrateAndFire(bp.DynamicalSystem):
    """COBA and CUBA: membrane with two exponential synapses, threshold -50 mV, 5 ms refractory."""

    def __init__(self, work):
        super().__init__()
        conductances = work.model == "coba"
        n, excitatory = work.neurons, work.excitatory
        self.neurons = n
        bm.random.seed(work.seed)
        start = bm.random.normal(-55, 5, n) if conductances else bm.random.uniform(-60, -50, n)
        self.v = bm.Variable(start)
        self.ge = bm.Variable(bm.zeros(n))
        self.gi = bm.Variable(bm.zeros(n))
        self.waits = bm.Variable(bm.zeros(n, dtype=int))
        self.spikes = bm.Variable(bm.zeros(n, dtype=bool))
        self.excitatory = excitatory
        self.to_ge = Sparse(excitatory, n, work.probability, 0.6 if conductances else 1.62, work.seed)
        self.to_gi = Sparse(n - excitatory, n, work.probability, 6.7 if conductances else -9.0, work.seed + 1)
        self.move = bp.odeint(
            bp.JointEq(self.coba if conductances else self.cuba, self.excitation, self.inhibition),
            method="exp_auto",
            dt=DT_MS,
        )

    def coba(self, v, t, ge, gi):
        return (ge * (0 - v) + gi * (-80 - v) - (v + 60) + 20) / 20

    def cuba(self, v, t, ge, gi):
        return (ge + gi - (v + 49)) / 20

    def excitation(self, ge, t):
        return -ge / 5

    def inhibition(self, gi, t):
        return -gi / 10

    @property
    def synapses(self):
        return self.to_ge.synapses + self.to_gi.synapses

    def update(self, _):
        ge = self.ge + self.to_ge(self.spikes[: self.excitatory])
        gi = self.gi + self.to_gi(self.spikes[self.excitatory :])
        moved, self.ge.value, self.gi.value = self.move(self.v, ge, gi, t=0.0)
        active = self.waits == 0
        v = bm.where(active, moved, self.v)
        spikes = bm.logical_and(active, v >= -50)
        self.v.value = bm.where(spikes, -60.0, v)
        self.waits.value = bm.where(spikes, round(5 / DT_MS), bm.maximum(self.waits - 1, 0))
        self.spikes.value = spikes
        return spikes.sum()


class HodgkinHuxley(bp.DynamicalSystem):
    """COBAHH: Traub-Miles channels; a spike where v crosses -20 mV upwards."""

    def __init__(self, work):
        super().__init__()
        n, excitatory = work.neurons, work.excitatory
        self.neurons = n
        bm.random.seed(work.seed)
        self.v = bm.Variable(bm.random.normal(-65, 5, n))
        self.m = bm.Variable(bm.zeros(n))
        self.h = bm.Variable(bm.zeros(n))
        self.n = bm.Variable(bm.zeros(n))
        self.ge = bm.Variable(bm.zeros(n))
        self.gi = bm.Variable(bm.zeros(n))
        self.spikes = bm.Variable(bm.zeros(n, dtype=bool))
        self.excitatory = excitatory
        self.to_ge = Sparse(excitatory, n, work.probability, 6.0, work.seed)
        self.to_gi = Sparse(n - excitatory, n, work.probability, 67.0, work.seed + 1)
        equations = [self.dv, self.dm, self.dh, self.dn, self.excitation, self.inhibition]
        self.move = bp.odeint(bp.JointEq(*equations), method="exp_auto", dt=DT_MS)

    def dv(self, v, t, m, h, n, ge, gi):
        current = 10 * (-60 - v) + 20000 * m**3 * h * (50 - v) + 6000 * n**4 * (-90 - v)
        return (current + ge * (0 - v) + gi * (-80 - v)) / 200

    def dm(self, m, t, v):
        u = v + 63
        return 1.28 / bm.exprel((13 - u) / 4) * (1 - m) - 1.4 / bm.exprel((u - 40) / 5) * m

    def dh(self, h, t, v):
        u = v + 63
        return 0.128 * bm.exp((17 - u) / 18) * (1 - h) - 4 / (1 + bm.exp((40 - u) / 5)) * h

    def dn(self, n, t, v):
        u = v + 63
        return 0.16 / bm.exprel((15 - u) / 5) * (1 - n) - 0.5 * bm.exp((10 - u) / 40) * n

    def excitation(self, ge, t):
        return -ge / 5

    def inhibition(self, gi, t):
        return -gi / 10

    @property
    def synapses(self):
        return self.to_ge.synapses + self.to_gi.synapses

    def update(self, _):
        ge = self.ge + self.to_ge(self.spikes[: self.excitatory])
        gi = self.gi + self.to_gi(self.spikes[self.excitatory :])
        old = self.v.value
        self.v.value, self.m.value, self.h.value, self.n.value, self.ge.value, self.gi.value = self.move(
            self.v, self.m, self.h, self.n, ge, gi, t=0.0
        )
        self.spikes.value = bm.logical_and(old <= -20, self.v > -20)
        return self.spikes.sum()


class Macaque29(bp.DynamicalSystem):
    """The 29 areas of `macaque29`: one population of all neurons, and a sparse product for each of its projections."""

    EXCITATORY, INHIBITORY = 3200, 800
    VELOCITY = 3.5  # mm/ms

    def __init__(self, work):
        super().__init__()
        areas, fln = read_table("fln.csv")
        _, distance = read_table("distance.csv")
        e, i = round(self.EXCITATORY * work.scale), round(self.INHIBITORY * work.scale)
        self.areas, self.e, self.i = areas, e, i
        self.draws = work.seed
        self.local = [
            (self.rows(e, e, 0.1 * e, 0.10108301), self.rows(e, i, 0.1 * i, 0.60604239),
             self.rows(i, e, 0.1 * e, -0.60977116), self.rows(i, i, 0.1 * i, -0.33540355))
            for _ in range(areas)
        ]  # fmt: skip
        self.between = [
            (to, source, round(distance[to][source] / self.VELOCITY / DT_MS), self.rows(e, e, fln[to][source] * e, 0.0403722))
            for to in range(areas)
            for source in range(areas)
            if round(fln[to][source] * e) > 0
        ]
        bm.random.seed(work.seed)
        self.v_e, self.v_i = (bm.Variable(bm.random.normal(-55, 2, (areas, n))) for n in (e, i))
        self.ge_e, self.gi_e, self.waits_e = (bm.Variable(bm.zeros((areas, e), dtype=t)) for t in (float, float, int))
        self.ge_i, self.gi_i, self.waits_i = (bm.Variable(bm.zeros((areas, i), dtype=t)) for t in (float, float, int))
        self.longest = max(steps for _, _, steps, _ in self.between)
        self.past = bm.Variable(bm.zeros((self.longest + 1, areas, e), dtype=bool))  # by step, in a ring
        self.spikes_i = bm.Variable(bm.zeros((areas, i), dtype=bool))
        self.now = bm.Variable(bm.zeros(1, dtype=int))
        self.move = bp.odeint(
            bp.JointEq(self.dv, lambda ge, t: -ge / 5, lambda gi, t: -gi / 10), method="exp_auto", dt=DT_MS
        )

    def rows(self, sources, targets, outdegree, weight):
        self.draws += 1
        connector = bp.conn.FixedPostNum(round(outdegree), seed=self.draws)
        return bp.dnn.EventCSRLinear(connector(sources, targets), weight)

    @property
    def synapses(self):
        local = sum(len(rows.indices) for four in self.local for rows in four)
        return local + sum(len(rows.indices) for *_, rows in self.between)

    @property
    def neurons(self):
        return self.areas * (self.e + self.i)

    def dv(self, v, t, ge, gi, drive):
        return (ge + gi + drive - (v + 60)) / 20

    def arrived(self, steps):
        """Spikes of all E populations so many steps ago; 1 is the last step."""
        return self.past[(self.now[0] - steps) % (self.longest + 1)]

    def advance(self, v, ge, gi, waits, drive):
        moved, ge, gi = self.move(v, ge, gi, t=0.0, drive=drive)
        active = waits == 0
        v = bm.where(active, moved, v)
        spikes = bm.logical_and(active, v >= -50)
        waits = bm.where(spikes, round(5 / DT_MS), bm.maximum(waits - 1, 0))
        return bm.where(spikes, -60.0, v), ge, gi, waits, spikes

    def update(self, _):
        fired_e, fired_i = self.arrived(1), self.spikes_i.value
        to_e = [rows[0](fired_e[a]) for a, rows in enumerate(self.local)]
        for to, source, steps, rows in self.between:
            to_e[to] = to_e[to] + rows(self.arrived(steps)[source])
        ge_e = self.ge_e + bm.stack(to_e)
        ge_i = self.ge_i + bm.stack([rows[1](fired_e[a]) for a, rows in enumerate(self.local)])
        gi_e = self.gi_e + bm.stack([rows[2](fired_i[a]) for a, rows in enumerate(self.local)])
        gi_i = self.gi_i + bm.stack([rows[3](fired_i[a]) for a, rows in enumerate(self.local)])
        t = self.now[0] * DT_MS
        pulse = bm.where(bm.logical_and(t >= 400, t < 500), 8.0, 0.0)
        drive = (11.0 + bm.zeros((self.areas, 1))).at[0].add(pulse)
        self.v_e.value, self.ge_e.value, self.gi_e.value, self.waits_e.value, spikes = self.advance(
            self.v_e, ge_e, gi_e, self.waits_e, drive
        )
        self.v_i.value, self.ge_i.value, self.gi_i.value, self.waits_i.value, self.spikes_i.value = self.advance(
            self.v_i, ge_i, gi_i, self.waits_i, 11.0
        )
        self.past[self.now[0] % (self.longest + 1)] = spikes
        self.now.value = self.now + 1
        return spikes.sum() + self.spikes_i.sum()


def read_table(name):
    """The number of areas, and a table of the library's connectome: rows are targets."""
    folder = Path(__file__).resolve().parents[2] / "models/src/main/resources/org/eimodel/models/macaque29"
    with open(folder / name, newline="") as file:
        rows = [[float(cell) for cell in row[1:]] for row in list(csv.reader(file))[1:]]
    return len(rows), rows


NETWORKS = {"coba": IntegrateAndFire, "cuba": IntegrateAndFire, "cobahh": HodgkinHuxley, "macaque29": Macaque29}


def compiled(network, steps):
    """The loop over so many steps as one XLA program, from the values of all variables to new ones and a count."""
    variables = list(network.vars().unique().values())

    def loop(values):
        for variable, value in zip(variables, values):
            variable.value = value
        counts = bm.for_loop(network.update, bm.arange(steps))
        return [variable.value for variable in variables], bm.as_jax(counts).sum()

    values = [variable.value for variable in variables]
    return jax.jit(loop).lower(values).compile(), values


def many_synapses():
    before, began = resident_bytes(), time.perf_counter()
    connector = bp.conn.FixedPostNum(OUTDEGREE, seed=WORK.seed)
    linear = bp.dnn.EventCSRLinear(connector(SOURCES, SOURCES), 0.1)
    jax.block_until_ready(bm.as_jax(linear.indices))
    return Answer(
        "BrainPy",
        build=time.perf_counter() - began,
        synapses=len(linear.indices),
        bytes_per_synapse=(resident_bytes() - before) / len(linear.indices),
    )


def run(work):
    before = time.perf_counter()
    network = NETWORKS[work.model](work)
    built = time.perf_counter()
    chunk = min(CHUNK, work.steps)
    loop, values = compiled(network, chunk)
    ready = time.perf_counter()
    processor = time.process_time()
    spikes = 0
    for _ in range(work.steps // chunk):
        values, count = loop(values)
        spikes += int(count)
    simulate = time.perf_counter() - ready
    busy = (time.process_time() - processor) / simulate
    return Answer(
        "BrainPy",
        compile=ready - built,
        build=built - before,
        simulate=simulate,
        rate=spikes / network.neurons / work.seconds,
        synapses=network.synapses,
        notes=[f"busy processors while simulating: {busy:.2f}"],
    )


if __name__ == "__main__":
    bm.set_dt(DT_MS)
    if not WORK.single:
        bm.enable_x64()
    (many_synapses() if WORK.model == "synapses" else run(WORK)).print()
    sys.stdout.flush()
