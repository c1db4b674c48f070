"""From answers to a section of the page: medians, and ratios to ours."""

from page import median, short, table

OURS = "eimodel"
LANES = "eimodel, lanes"
ORDER = [OURS, "BrainPy", "Brian2", "NEST"]

SMALL_NETWORKS = """\
Where the models differ: NEST integrates COBA and COBAHH by an adaptive Runge-Kutta method, counts a spike of COBAHH at the
peak above -33 mV, and computes in double precision only; BrainPy integrates CUBA by exponential Euler, where the others are
exact. COBAHH fires more often in NEST because steps of 0.1 ms are coarse for exponential Euler: here, steps of 0.01 ms with
delays of 0.1 ms take it from 33 to 39 Hz to 39 to 45 Hz (seeds 4 to 6, 4,000 neurons). Brian2 is its C++ standalone form,
compiled anew for every run (a whole command includes the compiler); BrainPy's loop is compiled before it is timed."""

MICROCIRCUIT = """\
NEST computes in double precision and draws by its own random numbers; sizes, probabilities, weights, delays and drives are
those of the library's model."""

LANES_CAPTION = """\
Seconds to simulate. *eimodel* is as a user runs it, from cold, scalar at first and in vector lanes later where that pays;
*lanes* waits for the kernels in lanes before the first step (`--tier vector`); *warm* is what as many steps take once the JVM
has compiled them (`eimodel bench`). In brackets: over the quicker of the first two, and over *warm*."""


def section(answers, origin, versions, title="Beside other simulators"):
    works = list(dict.fromkeys(answer["work"] for answer in answers))
    names = [name for name in ORDER if any(answer["simulator"] == name for answer in answers)]
    networks = [work for work in works if "synapses" not in work]
    building = [work for work in works if "synapses" in work]
    threads = sorted({answer["threads"] for answer in answers})
    parts = [
        f"## {title}",
        f"{origin} Beside {versions}; {spelled(threads)}; every number is {rounds(answers)}, of 1 s of biology in steps of "
        "0.1 ms. In brackets: how many times as long as here, as a user runs it where nothing else is said.",
    ]
    if networks:
        parts += [
            LANES_CAPTION,
            simulate_table(answers, networks, names),
            "Seconds of the whole command, from cold, without result files:",
            table(["work", *names], [[w, *cells(answers, w, names, "whole")] for w in networks]),
            "Seconds to make neurons and synapses (and, after +, from equations to machine code):",
            table(["work", *names], [[w, *builds(answers, w, names)] for w in networks]),
            "Mean rate in Hz; bold where it is farther from ours than wirings differ, so that it is another network's:",
            table(["work", *names], [[w, *rate_cells(answers, w, names)] for w in networks]),
            *differences(networks),
        ]
    for work in building:
        parts += [f"{work}, one weight, distinct targets:", synapse_table(answers, work, names)]
    return "\n\n".join(parts)


def differences(works):
    """What to know of these works."""
    if any(work.startswith(("coba", "cuba")) for work in works):
        yield SMALL_NETWORKS
    if any(work.startswith("microcircuit") for work in works):
        yield MICROCIRCUIT


def rates(answers):
    """(work, simulator, rate, our rate) of every other simulator: medians."""
    for work in dict.fromkeys(answer["work"] for answer in answers):
        ours = value(answers, work, OURS, "rate")
        for name in ORDER[1:]:
            rate = value(answers, work, name, "rate")
            if rate is not None and ours is not None:
                yield work, name, rate, ours


def value(answers, work, name, member):
    """The median, or nothing where there was no run."""
    values = [a[member] for a in answers if a["work"] == work and a["simulator"] == name]
    return median(values) if values else None


def cells(answers, work, names, member):
    ours = value(answers, work, OURS, member)
    return [with_ratio(value(answers, work, name, member), ours if name != OURS else None) for name in names]


def simulate_table(answers, works, names):
    """Ours from cold in both forms, and warm; the others over the quicker of the first two, and over the last."""
    others = [name for name in names if name != OURS]
    rows = []
    for work in works:
        cold = [value(answers, work, name, "simulate") for name in (OURS, LANES)]
        quicker = min((seconds for seconds in cold if seconds is not None), default=None)
        warm = value(answers, work, OURS, "warm")
        row = [work, *(with_ratio(seconds) for seconds in [*cold, warm])]
        rows.append(row + [with_ratio(value(answers, work, name, "simulate"), quicker, warm) for name in others])
    return table(["work", OURS, "lanes", "warm", *others], rows)


def with_ratio(seconds, *ours):
    if seconds is None:
        return "–"
    ratios = [times(seconds / our) for our in ours if our]
    return short(seconds) + (f" ({', '.join(ratios)})" if ratios else "")


def times(ratio):
    return f"{ratio:.1f}×" if ratio < 9.95 else f"{ratio:.0f}×"


def builds(answers, work, names):
    for name in names:
        build, compiling = value(answers, work, name, "build"), value(answers, work, name, "compile")
        if build is None:
            yield "–"
        else:
            yield short(build) + (f" + {short(compiling)}" if compiling else "")


def differs(answers, work, rate, ours):
    """Whether two mean rates are of two networks. Wirings of chaotic networks of 4,000 neurons are 13 % about their mean."""
    scale = next(a["scale"] for a in answers if a["work"] == work)
    return bool(ours) and abs(rate / ours - 1) > (0.25 if scale < 10 else 0.1)


def rate_cells(answers, work, names):
    ours = value(answers, work, OURS, "rate")
    for name in names:
        rate = value(answers, work, name, "rate")
        if rate is None:
            yield "–"
        elif differs(answers, work, rate, ours):
            yield f"**{rate:.1f}**"
        else:
            yield f"{rate:.1f}"


def synapse_table(answers, work, names):
    rows = []
    for name in names:
        build = value(answers, work, name, "build")
        if build is not None:
            ours = value(answers, work, OURS, "build") if name != OURS else None
            whole = short(value(answers, work, name, "whole"))
            size = f"{value(answers, work, name, 'bytes_per_synapse'):.2f}"
            rows.append([name, with_ratio(build, ours), whole, size])
    return table(["simulator", "build, s", "whole command, s", "bytes a synapse"], rows)


def rounds(answers):
    counts = {}
    for answer in answers:
        key = answer["work"], answer["simulator"]
        counts[key] = counts.get(key, 0) + 1
    most, least = max(counts.values()), min(counts.values())
    if most == 1:
        return "one run"
    slow = "" if most == least else f" (of {least} where that takes long)"
    return f"the median of {most} runs{slow}, taken by turns"


def spelled(threads):
    return ", ".join("one thread" if n == 1 else f"{n} threads" for n in threads)
