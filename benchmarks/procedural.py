"""Runs networks with stored and with procedural projections by turns. Started by `procedural`."""

import argparse
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import page

HERE = Path(__file__).resolve().parent
LAUNCHER = [page.ROOT / "eimodel"]
LIBRARY = page.ROOT / "models" / "src" / "main" / "resources" / "org" / "eimodel" / "models"

FORMS = ["stored", "procedural"]
RATES = [0.1, 1, 10, 100]  # Hz


@dataclass
class Network:
    title: str
    model: Path
    rule: str  # the text of the rules that become procedural
    settings: dict = field(default_factory=dict)
    sources: str = ""  # the family whose rate counts; all neurons if empty


CLOCKS = HERE / "procedural.eimodel"
CLOCK_RULE = r"connect probability\(degree / size\)"
NETWORKS = [
    Network("COBA, 4,000 neurons, 80 synapses each", LIBRARY / "coba.eimodel", r"connect probability\(p\)"),
    Network("COBA, 40,000 neurons, 80 synapses each", LIBRARY / "coba.eimodel", r"connect probability\(p\)", {"scale": 10}),
    Network("29 areas, between areas alone", LIBRARY / "macaque29.eimodel", r"connect outdegree\(round\(fln.*\)\)", {}, "E"),
]
DRIVEN = [
    Network("4,000 neurons, 80 synapses each", CLOCKS, CLOCK_RULE),
    Network("40,000 neurons, 80 synapses each", CLOCKS, CLOCK_RULE, {"size": 40000}),
    Network("40,000 neurons, 1,000 synapses each", CLOCKS, CLOCK_RULE, {"size": 40000, "degree": 1000}),
]


def read_arguments():
    parser = argparse.ArgumentParser(prog="procedural", description="Stored beside procedural synapses.")
    parser.add_argument("--quick", action="store_true", help="one round, fewer rates")
    parser.add_argument("--rounds", type=int, default=3, help="by turns; medians are reported")
    parser.add_argument("--precision", choices=["single", "double"], default="single")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--no-page", action="store_true", help="print the tables, leave the page alone")
    return parser.parse_args()


def write_model(network, form, folder):
    """The model in a folder with its data, its rules changed where the form says so."""
    text = network.model.read_text(encoding="utf-8")
    changed, count = re.subn(network.rule, lambda rule: rule.group() + ", procedural", text)
    if count == 0:
        sys.exit(f"procedural: nothing in {network.model.name} looks like {network.rule}")
    data = network.model.with_suffix("")
    if data.is_dir():
        shutil.copytree(data, folder / data.name, dirs_exist_ok=True)
    path = folder / f"{network.model.stem}-{form}.eimodel"
    path.write_text(text if form == "stored" else changed, encoding="utf-8")
    return path


def ask(verb, network, form, arguments, folder, settings=()):
    command = [*LAUNCHER, verb, write_model(network, form, folder)]
    for name, value in {**network.settings, **dict(settings)}.items():
        command += ["--set", f"{name}={value}"]
    command += ["--precision", arguments.precision, "--threads", arguments.threads, "--summary", "json"]
    command += ["--out", "none"] if verb == "run" else []
    print(shlex.join(str(word) for word in command[-12:]), file=sys.stderr, flush=True)
    ended = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if ended.returncode != 0:
        sys.exit(f"procedural: {ended.stderr}")
    return json.loads(ended.stdout)


def rounds(verb, network, arguments, folder, settings=()):
    """What each form says, round by round, by turns."""
    found = {form: [] for form in FORMS}
    for _ in range(arguments.rounds):
        for form in FORMS:
            found[form].append(ask(verb, network, form, arguments, folder, settings))
    return found


def middle(found, form, number):
    return page.median([number(result) for result in found[form]])


def networks(arguments, folder):
    """A row for each network of the library."""
    rows = []
    for network in NETWORKS:
        runs = rounds("run", network, arguments, folder)
        benches = rounds("bench", network, arguments, folder)
        hashes = {run["spikeHash"] for form in FORMS for run in runs[form]}
        if len(hashes) != 1:
            sys.exit(f"procedural: {network.title} has several spike hashes: {hashes}")
        build = {form: middle(runs, form, lambda run: run["seconds"]["build"]) for form in FORMS}
        step = {form: middle(benches, form, lambda bench: bench["nanosPerStep"] / 1000) for form in FORMS}
        size = {form: middle(benches, form, lambda bench: bench["bytesPerSynapse"] * bench["synapses"] / 2**20) for form in FORMS}
        run = runs["procedural"][0]
        seconds = run["steps"] * run["dtMs"] / 1000
        hertz = run["rates"][network.sources] if network.sources else run["spikeCount"] / run["neurons"] / seconds
        spikes = hertz * run["dtMs"] / 1000  # a source and step
        even = (build["stored"] - build["procedural"]) * 1e6 / (step["procedural"] - step["stored"]) * spikes
        rows.append([
            network.title,
            *(f"{size[form]:,.1f}" for form in FORMS),
            *(page.short(build[form]) for form in FORMS),
            page.short(hertz),
            *(page.short(step[form]) for form in FORMS),
            f"{even:.1f}",
        ])
    head = [
        "network", "MB stored", "MB procedural", "build stored", "build procedural", "rate of sources (Hz)",
        "µs a step stored", "µs a step procedural", "spikes a source where both take as long",
    ]
    return page.table(head, rows)


def driven(arguments, folder):
    """A row for each network and rate."""
    rows = []
    for network in DRIVEN:
        for hertz in RATES[1::2] if arguments.quick else RATES:
            found = rounds("bench", network, arguments, folder, {"hertz": hertz})
            step = {form: middle(found, form, lambda bench: bench["nanosPerStep"] / 1000) for form in FORMS}
            bench = found["procedural"][0]
            events = bench["synapses"] * hertz * bench["dtMs"] / 1000
            extra = (step["procedural"] - step["stored"]) * 1000 / events
            times = step["procedural"] / step["stored"]
            rows.append([network.title, hertz, *(page.short(step[form]) for form in FORMS), f"{times:.2f}", page.short(extra)])
    return page.table(["network", "Hz", "µs a step stored", "µs a step procedural", "times", "ns more an event"], rows)


def main():
    arguments = read_arguments()
    if arguments.quick:
        arguments.rounds = 1
    with tempfile.TemporaryDirectory() as place:
        library = networks(arguments, Path(place))
        rates = driven(arguments, Path(place))
    command = shlex.join(["benchmarks/procedural", *sys.argv[1:]])
    threads = f"{arguments.threads} thread{'' if arguments.threads == 1 else 's'}"
    text = "\n\n".join([
        "## Procedural projections",
        f"{page.origin(command)} {arguments.precision.capitalize()} precision, {threads}; medians of {arguments.rounds} by turns. "
        "Stored and procedural synapses are the same, and so are all spikes, which the script checks. *MB*: all synapses of "
        "the network. *Build*: seconds of a `run` from cold, compilation by the JVM included. *µs a step*: `eimodel bench`, warm.",
        library,
        "Neurons that fire at a given rate, whatever arrives:",
        rates,
    ])
    print(text)
    if not arguments.no_page:
        page.write_section("procedural", text)


if __name__ == "__main__":
    main()
