"""Runs JMH suites and writes a section for each. Started by `suites`."""

import argparse
import json
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import page

JMH = Path(__file__).resolve().parent / "jmh"


def read_arguments(names):
    parser = argparse.ArgumentParser(prog="suites", description="JMH suites, and their tables for RESULTS.md.")
    parser.add_argument("--only", default=",".join(names), help="of " + ",".join(names))
    parser.add_argument("--quick", action="store_true", help="one short iteration: wide errors")
    parser.add_argument("--no-page", action="store_true", help="print the tables, leave RESULTS.md alone")
    return parser.parse_args()


def run(suite, quick):
    """All results of a suite, as JMH writes them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "results.json"
        command = [JMH, suite, "-rf", "json", "-rff", file]
        if quick:
            command += ["-wi", "3", "-i", "1"]
        subprocess.run([str(word) for word in command], check=True, stdout=sys.stderr)
        return [Result(found) for found in json.loads(file.read_text())]


class Result:
    """One line of JMH's table."""

    def __init__(self, found):
        self.method = found["benchmark"].rsplit(".", 1)[1]
        self.parameters = found.get("params", {})
        self.score = found["primaryMetric"]["score"]
        error = found["primaryMetric"]["scoreError"]
        # by counter: a number for each iteration, of all processes
        self.counters = {
            name: [number for fork in metric["rawData"] for number in fork]
            for name, metric in found["secondaryMetrics"].items()
        }
        self.error = error if isinstance(error, float) and error == error else None  # JMH writes "NaN" for one iteration

    def __str__(self):
        return page.short(self.score) + (f" ± {page.short(self.error)}" if self.error else "")


def pick(results, method, **parameters):
    """The result of a method with these parameters, or none."""
    for result in results:
        if result.method == method and all(result.parameters.get(k) == v for k, v in parameters.items()):
            return result
    return None


def values(results, parameter):
    """All values of a parameter, in order of appearance."""
    return list(dict.fromkeys(r.parameters[parameter] for r in results if parameter in r.parameters))


def grid(results, parameter, methods, heads):
    """A row for each value of a parameter, a column for each method."""
    rows = []
    for value in values(results, parameter):
        rows.append([named(value), *(str(pick(results, m, **{parameter: value}) or "–") for m in methods)])
    return page.table(heads, rows)


def named(value):
    return value.lower().replace("_", " ")


def step(results):
    rows = []
    for network in values(results, "network"):
        found = [pick(results, m, network=network) for m in ("scalar", "scalarByHand", "lanes", "lanesByHand")]
        times = pick(results, "byTurns", network=network).counters
        ratios = sorted(a / b for a, b in zip(times["generated"], times["byHand"], strict=True))
        spread = f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        rows.append([named(network), *(str(f or "–") for f in found), spread])
    return "\n\n".join([
        "## A step beside loops by hand",
        "ns a neuron and step, one thread, delivery of spikes included. LIF: the 29 areas without long-range projections, "
        "116,000 neurons; COBA, COBAHH: 4,000. The loops by hand compute the same spikes, which a test holds, and nothing "
        "else: no recording, no slices, no look whether a state is finite. The ratio is of both by turns in one process: the "
        "median of three processes with five iterations each, and the least and the greatest of them.",
        page.table(["network", "scalar", "scalar by hand", "lanes", "lanes by hand", "lanes / by hand"], rows),
    ])  # fmt: skip


def functions(results):
    return "\n\n".join([
        "## Elementary functions",
        "ns a number, arguments and results in the first-level cache; scalar and lanes give the same bits.",
        grid(
            results,
            "function",
            ["scalar", "lanes", "floatScalar", "floatLanes"],
            ["function", "scalar, double", "lanes, double", "scalar, single", "lanes, single"],
        ),
    ])  # fmt: skip


def random(results):
    what = {
        "words": "32 random bits, many at once",
        "word": "32 random bits, one by one",
        "bounded": "a whole number below 3,200",
        "uniform": "a number between 0 and 1",
        "normal": "a normal number",
        "normalOfEachNeuron": "a normal number, first of each neuron",
        "distinct": "a target of 320 distinct ones among 3,200",
        "distinctOfMany": "a target of 1,000 distinct ones among 100,000",
        "bernoulli": "a target of about 80 among 4,000",
    }
    rows = [[text, str(pick(results, method))] for method, text in what.items()]
    return "\n\n".join(["## Random numbers", "ns each, double precision, one thread.", page.table(["what", "ns"], rows)])


def delivery(results):
    sizes = values([r for r in results if r.method == "generated"], "targets")
    rows = []
    for own in values(results, "own"):
        rows.append([f"synapses with {own} of their own" if own != "both" else "with both",
                     *(str(pick(results, "generated", own=own, targets=n) or "–") for n in sizes)])  # fmt: skip
    by_hand = ", ".join(f"{r} among {int(r.parameters['targets']):,}" for r in results if r.method == "byHand")
    return "\n\n".join([
        "## Delivery",
        "ns an event, one thread, single precision: 1,000 neurons that fire in every step and have 1,000 targets each, "
        "among so many neurons.",
        page.table(["", *(f"{int(n):,}" for n in sizes)], rows),
        f"A loop by hand over rows of one weight: {by_hand}.",
    ])  # fmt: skip


def compiling(results):
    rows = []
    for stage in dict.fromkeys(r.method for r in results):
        rows.append([stage, *(str(pick(results, stage, model=m)) for m in values(results, "model"))])
    return "\n\n".join([
        "## Stages of the compiler",
        "Microseconds, warm. `check` reads the tables of data, too.",
        page.table(["stage", *values(results, "model")], rows),
    ])  # fmt: skip


SUITES = {
    "step": ("StepBenchmark", step),
    "delivery": ("DeliveryBenchmark", delivery),
    "functions": ("FunctionsBenchmark", functions),
    "random": ("RandomBenchmark", random),
    "compiling": ("CompileBenchmark", compiling),
}


def main():
    arguments = read_arguments(list(SUITES))
    for name in arguments.only.split(","):
        suite, section = SUITES[name]
        heading, rest = section(run(suite, arguments.quick)).split("\n", 1)
        quick = ["--quick"] if arguments.quick else []
        origin = page.origin(shlex.join(["benchmarks/suites", "--only", name, *quick]))
        text = f"{heading}\n\n{origin}\n{rest}"
        print(text + "\n", flush=True)
        if not arguments.no_page:
            page.write_section(name, text)


if __name__ == "__main__":
    main()
