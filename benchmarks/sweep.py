"""Runs `eimodel bench` over sizes and threads. Started by `sweep`."""

import argparse
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import page

HERE = Path(__file__).resolve().parent
LAUNCHER = page.ROOT / "eimodel"
PICTURE = page.ROOT / "docs" / "images" / "sweep.png"

MODELS = {"coba": "coba", "lif": HERE / "lif.eimodel"}
TITLES = {"coba": "COBA, 80 synapses a neuron", "lif": "LIF, uncoupled"}
SIZES = [1, 3, 10, 30, 100]  # of 4,000 neurons
LARGE = [*SIZES, 300, 1000]


def read_arguments():
    parser = argparse.ArgumentParser(prog="sweep", description="Cost of a neuron's step over sizes and threads.")
    parser.add_argument("--venv", metavar="DIR", help="virtual environment of the program that draws")
    parser.add_argument("--large", action="store_true", help="up to 4 million neurons")
    parser.add_argument("--precision", choices=["single", "double"], default="double")
    parser.add_argument("--threads", help="such as 1,2,4; 1, 2, 4, ... up to all processors if not given")
    parser.add_argument("--duration", default="100 ms", help="of biology, at least")
    parser.add_argument("--raw", type=Path, help="file that every measurement is added to; those in it are reported, too")
    parser.add_argument("--no-page", action="store_true", help="print the table, leave page and picture alone")
    return parser.parse_args()


def threads(given):
    """One, two, four and so on, and as many as there are processors."""
    if given:
        return [int(n) for n in given.split(",")]
    all_of_them = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    powers = [1 << k for k in range(all_of_them.bit_length()) if 1 << k < all_of_them]
    return [*powers, all_of_them]


def measure(model, scale, count, arguments):
    command = [LAUNCHER, "bench", MODELS[model], "--set", f"scale={scale}", "--threads", count]
    command += ["--precision", arguments.precision, "--duration", arguments.duration, "--summary", "json"]
    ended = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if ended.returncode != 0:
        sys.exit(f"sweep: {shlex.join(map(str, command))}\n{ended.stderr}")
    found = json.loads(ended.stdout)
    return {"model": model, "scale": scale, "asked": count, **{k: found[k] for k in KEPT}}


KEPT = ["neurons", "synapses", "threads", "nanosPerNeuronStep", "nanosPerEvent", "eventsPerStep", "realTimeFactor", "explained"]


def find(results, model, scale, count):
    for result in results:
        if (result["model"], result["scale"], result["asked"]) == (model, scale, count):
            return result
    return None


def section(results, counts, arguments, command):
    parts = [
        "## From small to large",
        f"{page.origin(command)} {arguments.precision.capitalize()} precision; `eimodel bench` of {arguments.duration} at "
        "least, after warming up. ns of the wall's time a neuron and step; in brackets, how many times as fast as one thread. "
        "A network of one slice runs on one thread, whatever is asked for.",
        "![Cost of a neuron and step over the number of neurons](../docs/images/sweep.png)",
    ]
    head = ["neurons", *(f"{n} thread{'s' if n > 1 else ''}" for n in counts)]
    for model in MODELS:
        rows = []
        for scale in sorted({r["scale"] for r in results if r["model"] == model}):
            one = find(results, model, scale, counts[0])
            row = [f"{one['neurons']:,}"]
            for count in counts:
                found = find(results, model, scale, count)
                cell = page.short(found["nanosPerNeuronStep"])
                if found is not one:
                    cell += f" ({one['nanosPerNeuronStep'] / found['nanosPerNeuronStep']:.2f}×)"
                row.append(cell)
            rows.append(row)
        parts += [f"{TITLES[model]}:", page.table(head, rows)]
    return "\n\n".join(parts)


def draw(results, counts):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, len(MODELS), figsize=(9, 3.6), sharex=True, layout="constrained")
    for axis, model in zip(axes, MODELS):
        for count in counts:
            line = sorted((r["neurons"], r["nanosPerNeuronStep"]) for r in results if (r["model"], r["asked"]) == (model, count))
            label = f"{count} thread{'s' if count > 1 else ''}"
            axis.plot(*zip(*line), marker="o", markersize=4, linewidth=1.5, label=label)
        axis.set_title(TITLES[model], fontsize=10)
        axis.set_xscale("log")
        axis.set_ylim(bottom=0)
        axis.set_xlabel("neurons")
        axis.grid(alpha=0.3)
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("ns a neuron and step")
    axes[0].legend(frameon=False)
    figure.savefig(PICTURE, dpi=110)


def main():
    arguments = read_arguments()
    counts = threads(arguments.threads)
    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds, if it must
    results = []
    if arguments.raw and arguments.raw.exists():
        results += [json.loads(line) for line in arguments.raw.read_text().splitlines()]
    for scale in LARGE if arguments.large else SIZES:
        for model in MODELS:
            for count in counts:
                if find(results, model, scale, count):
                    continue
                print(f"{model}, {4000 * scale:,} neurons, threads: {count}", file=sys.stderr, flush=True)
                result = measure(model, scale, count, arguments)
                results.append(result)
                if arguments.raw:
                    with arguments.raw.open("a") as raw:
                        raw.write(json.dumps(result) + "\n")
    command = shlex.join(["benchmarks/sweep", *page.without_places(sys.argv[1:])])
    text = section(results, counts, arguments, command)
    print(text)
    if not arguments.no_page:
        draw(results, counts)
        page.write_section("sweep", text)


if __name__ == "__main__":
    main()
