"""Runs whole commands by turns and writes the medians of their summaries. Started by `commands`."""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import page

LAUNCHER = page.ROOT / "eimodel"
NO_FILES = ["--out", "none"]

COMMANDS = [
    ["macaque29", "--precision", "single"],
    ["macaque29", "--precision", "single", "--threads", "1"],
    ["macaque29"],
    ["coba"],
    ["coba", *NO_FILES],
    ["cuba"],
    ["cobahh"],
    ["hh"],
    ["hh", *NO_FILES],
    ["izhikevich"],
    ["adex"],
]
LARGE = [["microcircuit", "--precision", "single", *NO_FILES], ["coba", "--set", "scale=100", *NO_FILES]]

LAPS = ["load", "compile", "build", "simulate", "write", "total"]


def read_arguments():
    parser = argparse.ArgumentParser(prog="commands", description="Whole commands from cold.")
    parser.add_argument("--large", action="store_true", help="and large networks")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-page", action="store_true", help="print the table, leave RESULTS.md alone")
    return parser.parse_args()


def run(command):
    """The summary of a run, and the seconds of the whole command by a clock outside of it."""
    words = [str(LAUNCHER), "run", *command, "--summary", "json"]
    with tempfile.TemporaryDirectory(prefix="eimodel-commands-") as folder:
        if "--out" not in command:
            words += ["--out", str(Path(folder) / "results")]
        begin = time.perf_counter()
        ended = subprocess.run(words, capture_output=True, text=True)
        whole = time.perf_counter() - begin
    if ended.returncode != 0:
        sys.exit(f"commands: {shlex.join(words)}\n{ended.stderr}")
    return {**json.loads(ended.stdout), "whole": whole}


def row(command, runs):
    seconds = [f"{page.median([r['seconds'][lap] for r in runs]):.2f}" for lap in LAPS]
    whole = f"{page.median([r['whole'] for r in runs]):.2f}"
    factor = page.short(page.median([r["realTimeFactor"] for r in runs]))
    memory = f"{page.median([r['peakMemoryBytes'] for r in runs]) / 2**20:,.0f} MB"
    return [f"`{shlex.join(command)}`", *seconds, whole, factor, memory]


def main():
    arguments = read_arguments()
    subprocess.run([LAUNCHER, "run", "hh", *NO_FILES], check=True, stdout=subprocess.DEVNULL)  # builds, if it must
    commands = COMMANDS + (LARGE if arguments.large else [])
    runs = {i: [] for i in range(len(commands))}
    for turn in range(arguments.rounds):
        for i, command in enumerate(commands):
            print(f"round {turn + 1}: {shlex.join(command)}", file=sys.stderr, flush=True)
            runs[i].append(run(command))
    head = ["`./eimodel run`", *LAPS, "by a clock outside", "real-time factor", "peak memory"]
    text = "\n\n".join([
        "## Whole commands",
        f"{page.origin(shlex.join(['benchmarks/commands', *sys.argv[1:]]))} From cold, with files and pictures but where it "
        f"says otherwise; seconds as the summary gives them, medians of {arguments.rounds} by turns.",
        page.table(head, [row(command, runs[i]) for i, command in enumerate(commands)]),
    ])  # fmt: skip
    print(text)
    if not arguments.no_page:
        page.write_section("commands", text)


if __name__ == "__main__":
    main()
