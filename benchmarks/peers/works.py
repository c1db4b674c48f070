"""The works that simulators are compared by, and how a program for one simulator is called and answers.

A program runs one work in one process and prints one line: a JSON object with the members of `Answer`.
"""

import argparse
import json
from dataclasses import asdict, dataclass, field

DT_MS = 0.1

# Neurons of a network of scale 1: 80 % excitatory, connected with a probability that leaves 80 targets to each.
NEURONS = 4000
TARGETS = 80

# The work `synapses` only builds: every neuron of one population has this many targets, all with one weight.
SOURCES = 100_000
OUTDEGREE = 1000


@dataclass
class Work:
    """What to run, as read from the arguments."""

    model: str
    scale: float
    single: bool
    threads: int
    seed: int
    seconds: float
    folder: str

    @property
    def neurons(self):
        return round(NEURONS * self.scale)

    @property
    def excitatory(self):
        return round(NEURONS * 0.8 * self.scale)

    @property
    def probability(self):
        return TARGETS / (NEURONS * self.scale)

    @property
    def steps(self):
        return round(self.seconds * 1000 / DT_MS)


@dataclass
class Answer:
    """What a program found. Times in seconds, rate in Hz over all neurons, and zero where a thing does not exist.

    compile: from equations to machine code. build: neurons and synapses. simulate: all steps.
    bytes_per_synapse: memory that the process took for synapses, over their number.
    """

    simulator: str
    compile: float = 0.0
    build: float = 0.0
    simulate: float = 0.0
    rate: float = 0.0
    synapses: int = 0
    bytes_per_synapse: float = 0.0
    notes: list = field(default_factory=list)

    def print(self):
        print(json.dumps(asdict(self)), flush=True)


def read_arguments(models):
    """The work that the command line asks for, one of these models."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", choices=models)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--precision", choices=["single", "double"], default="double")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1, help="biological time")
    parser.add_argument("--folder", default=".", help="where a simulator may leave generated code")
    a = parser.parse_args()
    return Work(a.model, a.scale, a.precision == "single", a.threads, a.seed, a.seconds, a.folder)


def resident_bytes():
    """Memory of this process now, on Linux; zero elsewhere."""
    try:
        with open("/proc/self/statm") as statm:
            pages = int(statm.read().split()[1])
    except OSError:
        return 0
    import os

    return pages * os.sysconf("SC_PAGE_SIZE")
