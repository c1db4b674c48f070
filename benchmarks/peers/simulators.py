"""How each simulator is started, and what its run came to."""

import importlib.metadata
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LAUNCHER = ROOT / "eimodel"


@dataclass(frozen=True)
class Task:
    """A model at one size, precision and number of threads."""

    model: str
    scale: int
    precision: str
    threads: int

    @property
    def name(self):
        if self.model == "synapses":
            return "100,000 × 1,000 synapses"
        if self.model in ("macaque29", "microcircuit"):
            return f"{self.model}, {self.precision}"
        return f"{self.model} {4 * self.scale} k, {self.precision}"


class Failure(Exception):
    """A simulator gave no answer; the message is the end of what it said."""


class Ours:
    """This simulator, with its kernels in one form or another."""

    def __init__(self, name, tier):
        self.name, self.tier = name, tier

    def runs(self, task):
        return self.tier == "auto" or task.model != "synapses"

    def answer(self, task, seed):
        """Runs it once, and gives the members of `works.Answer`, `whole`, the seconds of the command, and `warm`, those
        that the steps take once the JVM has compiled them."""
        building_only = task.model == "synapses"
        model = HERE / "synapses.eimodel" if building_only else task.model
        options = [model, "--threads", task.threads, "--seed", seed, "--precision", task.precision, "--summary", "json"]
        options += ["--tier", self.tier]
        if task.scale != 1:
            options += ["--set", f"scale={task.scale}"]
        text, whole = timed([LAUNCHER, "run", *options, "--out", "none"])
        summary = json.loads(text)
        bench = json.loads(timed([LAUNCHER, "bench", *options])[0]) if self.tier == "auto" else {}
        seconds = summary["seconds"]
        biological = summary["steps"] * summary["dtMs"] / 1000
        return {
            "compile": seconds["compile"],
            "build": seconds["build"],
            "simulate": seconds["simulate"],
            "whole": whole,
            "warm": bench.get("nanosPerStep", 0) * summary["steps"] / 1e9,
            "rate": summary["spikeCount"] / summary["neurons"] / biological,
            "synapses": summary["synapses"],
            "bytes_per_synapse": bench.get("bytesPerSynapse", 0),
            "notes": [],
        }


class Peer:
    """A simulator that is a Python package: one program of ours for all models."""

    def __init__(self, name, package, program, precisions=("single", "double"), models=None):
        self.name, self.package, self.program = name, package, program
        self.precisions = precisions
        self.models = models or ("coba", "cuba", "cobahh", "synapses")

    def runs(self, task):
        # The microcircuit runs in whichever precision a simulator has.
        return task.model in self.models and (task.precision in self.precisions or task.model == "microcircuit")

    def version(self):
        """As installed; empty when it is not."""
        try:
            return importlib.metadata.version(self.package)
        except importlib.metadata.PackageNotFoundError:
            return ""

    def answer(self, task, seed):
        with tempfile.TemporaryDirectory(prefix="eimodel-peer-") as folder:
            command = [sys.executable, HERE / self.program, task.model, "--scale", task.scale, "--seed", seed]
            command += ["--precision", task.precision, "--threads", task.threads, "--folder", folder]
            text, whole = timed(command)
        answer = json.loads(text.strip().splitlines()[-1])
        answer["whole"] = whole
        return answer


# As a user runs it, and with the kernels in vector lanes made before the first step, as BrainPy's loop is.
OURS = [Ours("eimodel", "auto"), Ours("eimodel, lanes", "vector")]

PEERS = [
    Peer("BrainPy", "brainpy", "brainpy_models.py", models=("coba", "cuba", "cobahh", "synapses", "macaque29")),
    Peer("Brian2", "brian2", "brian2_models.py"),
    Peer(
        "NEST",
        "nest-simulator",
        "nest_models.py",
        precisions=("double",),
        models=("coba", "cuba", "cobahh", "synapses", "microcircuit"),
    ),
]


def timed(command):
    """Standard output of a command that must succeed, and the seconds from its start to its end."""
    before = time.perf_counter()
    ended = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    whole = time.perf_counter() - before
    if ended.returncode != 0:
        raise Failure((ended.stderr or ended.stdout).strip()[-2000:])
    return ended.stdout, whole
