"""Runs works in all simulators by turns and writes the medians. Started by `compare`, which installs the simulators."""

import argparse
import json
import shlex
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import page  # noqa: E402
import tables  # noqa: E402
from simulators import LAUNCHER, OURS, PEERS, Failure, Task, timed  # noqa: E402

# The first round's: that of the library's models, whose wiring is close to the mean of many.
FIRST_SEED = 4

NETWORKS = ["coba", "cuba", "cobahh", "synapses"]
MODELS = [*NETWORKS, "macaque29", "microcircuit"]


def names(known):
    """Reads a list of such names, in any case, and refuses others."""

    def read(text):
        spelled = {name.lower(): name for name in known}
        found = [spelled.get(name.strip().lower()) for name in text.split(",")]
        if None in found:
            unknown = text.split(",")[found.index(None)].strip()
            raise argparse.ArgumentTypeError(f"there is no `{unknown}`; known are {', '.join(known)}")
        return found

    return read


def read_arguments():
    parser = argparse.ArgumentParser(prog="compare", description="Runs benchmark networks in several simulators by turns.")
    parser.add_argument("--venv", metavar="DIR", help="virtual environment of the other simulators")
    parser.add_argument("--quick", action="store_true", help="networks of 4,000 neurons, double precision, one round")
    parser.add_argument("--models", type=names(MODELS), help=f"of {','.join(MODELS)}; the first four if not given")
    parser.add_argument("--scales", help="1 is 4,000 neurons; 1,10 if not given")
    parser.add_argument("--precisions", type=names(["double", "single"]), help="double,single if not given")
    peers = [peer.name for peer in PEERS]
    parser.add_argument("--simulators", type=names(peers), default=peers, help=f"to compare with, of {','.join(peers)}")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, help="each with a seed of its own; 3 if not given")
    parser.add_argument("--patience", type=float, default=60, help="seconds; what takes longer is run once only")
    parser.add_argument("--macaque", action="store_true", help="macaque29 in BrainPy and here, once: 15 minutes")
    parser.add_argument("--microcircuit", action="store_true", help="microcircuit in NEST and here, once: 8 minutes, 15 GB")
    parser.add_argument("--raw", type=Path, help="file that every answer is added to; answers in it are reported, too")
    parser.add_argument("--no-page", action="store_true", help="print the tables, leave RESULTS.md alone")
    a = parser.parse_args()
    usual = [NETWORKS, "1,10", ["double", "single"], 3]
    if a.quick:
        usual = [["coba", "cuba", "cobahh"], "1", ["double"], 1]
    if a.macaque:
        usual = [["macaque29"], "1", ["single"], 1]
    if a.microcircuit:
        usual = [["microcircuit"], "1", ["single"], 1]
    a.models, a.scales, a.precisions, a.rounds = (
        given or otherwise for given, otherwise in zip((a.models, a.scales, a.precisions, a.rounds), usual)
    )
    return a


def tasks(arguments):
    """Every work to run."""
    for model in arguments.models:
        if model == "synapses":
            yield Task(model, 1, "double", arguments.threads)
            continue
        for scale in arguments.scales.split(","):
            for precision in arguments.precisions:
                yield Task(model, int(scale), precision, arguments.threads)


def present(names):
    """The simulators of these names that are installed; the others are named on standard error."""
    found = []
    for peer in PEERS:
        if peer.name not in names:
            continue
        if peer.version():
            found.append(peer)
        else:
            shout(f"{peer.name} IS LEFT OUT: {peer.package} is not installed")
    return found


def compare(task, simulators, rounds, patience, keep):
    """Gives every answer to `keep`: A B C, A B C, ..., all with the same seed in one round."""
    dropped = set()
    for turn in range(1, rounds + 1):
        for simulator in simulators:
            if simulator.name in dropped or not simulator.runs(task):
                continue
            say(f"{task.name}, round {turn} of {rounds}: {simulator.name}")
            try:
                answer = simulator.answer(task, FIRST_SEED + turn - 1)
            except Failure as failure:
                shout(f"{simulator.name} FAILED at {task.name}:\n{failure}")
                dropped.add(simulator.name)
                continue
            keep({"work": task.name, "scale": task.scale, "threads": task.threads, "simulator": simulator.name, "round": turn, **answer})
            if answer["whole"] > patience:
                dropped.add(simulator.name)


def warn_of_rates(answers):
    """Says which simulators ran another network."""
    for work, simulator, rate, ours in tables.rates(answers):
        if tables.differs(answers, work, rate, ours):
            shout(f"NOT THE SAME NETWORK: {work} fires at {rate:.1f} Hz in {simulator}, at {ours:.1f} Hz here")


def say(text):
    print(text, file=sys.stderr, flush=True)


def shout(text):
    say(f"*** {text}")


def main():
    arguments = read_arguments()
    peers = present(arguments.simulators)
    timed([LAUNCHER, "--version"])  # builds, if it must, before anything is timed
    answers = []
    earlier = ""
    if arguments.raw and arguments.raw.exists():
        answers += [json.loads(line) for line in arguments.raw.read_text().splitlines()]
        earlier = " The last of several calls."

    def keep(answer):
        answers.append(answer)
        if arguments.raw:
            with arguments.raw.open("a") as raw:
                raw.write(json.dumps(answer) + "\n")

    for task in tasks(arguments):
        compare(task, [*OURS, *peers], arguments.rounds, arguments.patience, keep)
    warn_of_rates(answers)

    command = shlex.join(["benchmarks/peers/compare", *page.without_places(sys.argv[1:])])
    ran = {answer["simulator"] for answer in answers}
    versions = ", ".join(f"{peer.name} {peer.version()}" for peer in peers if peer.name in ran)
    part, title = "peers", "Beside other simulators"
    if arguments.macaque:
        part, title = "peers-macaque", "The 29 areas beside BrainPy"
    elif arguments.microcircuit:
        part, title = "peers-microcircuit", "The microcircuit beside NEST"
    text = tables.section(answers, page.origin(command) + earlier, versions, title)
    print(text)
    if not arguments.no_page:
        page.write_section(part, text)


if __name__ == "__main__":
    main()
