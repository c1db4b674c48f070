"""The page of measurements: sections between two marker comments that scripts write, and what all of them say first."""

import os
import platform
import re
import statistics
import subprocess
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "benchmarks" / "RESULTS.md"


def write_section(name, text, page=PAGE):
    """Puts the text between `<!-- name begins ... -->` and `<!-- name ends -->`, at the page's end if they are not there."""
    begin = f"<!-- {name} begins: written by a script, changes are lost -->"
    end = f"<!-- {name} ends -->"
    section = f"{begin}\n{text.strip()}\n{end}"
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    new = pattern.sub(lambda _: section, old) if pattern.search(old) else old.rstrip() + "\n\n" + section + "\n"
    page.write_text(new, encoding="utf-8")


def table(head, rows):
    """A Markdown table; the first column is text, the others are numbers."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def origin(command):
    """Machine, Java and date of a measurement, and the command that repeats it."""
    return f"{machine()}; {java()}. {date.today().isoformat()}, `{command}`."


def without_places(words):
    """The arguments but for where this machine keeps things."""
    rest = iter(words)
    for word in rest:
        if word in ("--venv", "--raw"):
            next(rest)
        elif not word.startswith(("--venv=", "--raw=")):
            yield word


def machine():
    processor, vectors = platform.processor() or platform.machine(), ""
    try:
        info = Path("/proc/cpuinfo").read_text()
        processor = re.search(r"model name\s*:\s*(.*)", info).group(1).strip()
        flags = re.search(r"flags\s*:\s*(.*)", info).group(1).split()
        vectors = "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else ""
    except (OSError, AttributeError):
        pass
    release = re.match(r"\d+(\.\d+)?", platform.release())  # the version, not whose build it is
    system = f"{platform.system()} {release.group() if release else ''}".strip()
    parts = [f"{os.cpu_count()} × {processor}", vectors, memory(), system]
    return ", ".join(part for part in parts if part)


def memory():
    try:
        return f"{round(os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30)} GB"
    except (ValueError, OSError):
        return ""


def java():
    """Name and version of the JDK that the launcher takes."""
    home = subprocess.run([ROOT / "eimodel", "--jdk"], capture_output=True, text=True, check=True).stdout.strip()
    entries = dict(re.findall(r'(\w+)="?([^"\n]*)', (Path(home) / "release").read_text()))
    return f"{entries.get('IMPLEMENTOR', 'JDK')} {entries.get('JAVA_VERSION', '')}".strip()


def short(seconds):
    """Three digits: 0.0523, 1.32, 107."""
    return f"{seconds:.3g}" if seconds < 100 else f"{seconds:.0f}"


def median(values):
    return statistics.median(values)
