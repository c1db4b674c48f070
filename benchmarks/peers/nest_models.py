"""COBA, CUBA, COBAHH, the microcircuit and a plain build of many synapses for NEST, with its own neuron models.

Equations and parameters are the same; what is not:
- COBA (`iaf_cond_exp`) and COBAHH (`hh_cond_exp_traub`) are integrated by an adaptive Runge-Kutta method, where the others
  take one exponential Euler step, which is coarse for COBAHH: in steps of 0.01 ms, eimodel fires as often as NEST does.
  CUBA (`iaf_psc_exp`) is exact, as the others.
- COBAHH: a spike is counted at the peak above -33 mV and at most every 2 ms, instead of where v crosses -20 mV. That is
  part of NEST's model; crossing -33 mV makes eimodel count 2 to 8 % more.
- NEST computes in double precision only.
"""

import csv
import math
import time
from pathlib import Path

import nest
import numpy as np
from works import DT_MS, OUTDEGREE, SOURCES, Answer, read_arguments, resident_bytes

LEAK = {"C_m": 200.0, "g_L": 10.0}
RESET = {"V_th": -50.0, "V_reset": -60.0, "t_ref": 5.0}

# NEST's model, its parameters, start, and the weights: nS in COBA and COBAHH, pA in CUBA (10 nS times mV)
MODELS = {
    "coba": (
        "iaf_cond_exp",
        {**LEAK, **RESET, "E_L": -60.0, "E_ex": 0.0, "E_in": -80.0, "tau_syn_ex": 5.0, "tau_syn_in": 10.0, "I_e": 200.0},
        lambda draw, n: draw.normal(-55, 5, n),
        6.0,
        -67.0,
    ),
    "cuba": (
        "iaf_psc_exp",
        {"C_m": 200.0, "tau_m": 20.0, **RESET, "E_L": -49.0, "tau_syn_ex": 5.0, "tau_syn_in": 10.0},
        lambda draw, n: draw.uniform(-60, -50, n),
        16.2,
        -90.0,
    ),
    "cobahh": (
        "hh_cond_exp_traub",
        {
            **LEAK,
            "g_Na": 20000.0,
            "g_K": 6000.0,
            "E_L": -60.0,
            "E_Na": 50.0,
            "E_K": -90.0,
            "V_T": -63.0,
            "E_ex": 0.0,
            "E_in": -80.0,
            "tau_syn_ex": 5.0,
            "tau_syn_in": 10.0,
            "Act_m": 0.0,
            "Act_n": 0.0,
            "Inact_h": 0.0,
        },
        lambda draw, n: draw.normal(-65, 5, n),
        6.0,
        -67.0,
    ),
}


def network(work):
    """Makes one of the networks of one size; returns how many neurons there are."""
    model, parameters, start, excitation, inhibition = MODELS[work.model]
    cells = nest.Create(model, work.neurons, params=parameters)
    cells.V_m = start(np.random.default_rng(work.seed), work.neurons)
    rule = {"rule": "pairwise_bernoulli", "p": work.probability, "allow_autapses": True}
    nest.Connect(cells[: work.excitatory], cells, rule, {"weight": excitation, "delay": DT_MS})
    nest.Connect(cells[work.excitatory :], cells, rule, {"weight": inhibition, "delay": DT_MS})
    return work.neurons


# The microcircuit's numbers are those of the library's model.
MICROCIRCUIT = Path(__file__).resolve().parents[2] / "models/src/main/resources/org/eimodel/models/microcircuit"


def column(name):
    """The numbers of a table of two columns."""
    with open(MICROCIRCUIT / f"{name}.csv", newline="") as file:
        return [float(row[1]) for row in list(csv.reader(file))[1:]]


def matrix(name):
    """The numbers of a table of targets by sources."""
    with open(MICROCIRCUIT / f"{name}.csv", newline="") as file:
        return [[float(number) for number in row[1:]] for row in list(csv.reader(file))[1:]]


def microcircuit(work):
    """Every synapse has a weight and a delay of its own; returns how many neurons there are."""
    parameters = {"E_L": -65.0, "V_th": -50.0, "V_reset": -65.0, "tau_m": 10.0, "C_m": 250.0, "t_ref": 2.0}
    parameters |= {"tau_syn_ex": 0.5, "tau_syn_in": 0.5}
    sizes = [round(work.scale * size) for size in column("size")]
    layers = [nest.Create("iaf_psc_exp", size, params=parameters) for size in sizes]
    for layer in layers:
        layer.V_m = nest.random.normal(-58.0, 10.0)
    delays = column("delay")
    for target, (row, weights) in enumerate(zip(matrix("probability"), matrix("weight"))):
        # A thread holds at most 134 million synapses of one model.
        model = f"to_{target}"
        nest.CopyModel("static_synapse", model)
        for source, (p, mean) in enumerate(zip(row, weights)):
            if p > 0:
                pairs = sizes[source] * sizes[target]
                rule = {"rule": "fixed_total_number", "N": round(math.log(1 - p) / math.log(1 - 1 / pairs))}
                weight = nest.random.normal(mean, abs(0.1 * mean))
                sign = {"min": 0.0, "max": math.inf} if mean > 0 else {"min": -math.inf, "max": 0.0}
                delay = nest.random.normal(delays[source], delays[source] / 2)
                numbers = {
                    "synapse_model": model,
                    "weight": nest.math.redraw(weight, **sign),
                    "delay": nest.math.redraw(delay, min=DT_MS, max=math.inf),
                }
                nest.Connect(layers[source], layers[target], rule, numbers)
    for layer, inputs in zip(layers, column("inputs")):
        drive = nest.Create("poisson_generator", params={"rate": 8.0 * inputs})
        nest.Connect(drive, layer, "all_to_all", {"weight": 87.8, "delay": DT_MS})
    return sum(sizes)


def many_synapses():
    """One weight for all, as NEST's most compact synapse has it."""
    nest.CopyModel("static_synapse_hom_w", "same", {"weight": 1.0})
    cells = nest.Create("iaf_psc_exp", SOURCES)
    rule = {"rule": "fixed_outdegree", "outdegree": OUTDEGREE, "allow_multapses": False}
    before = resident_bytes()
    nest.Connect(cells, cells, rule, {"synapse_model": "same", "delay": DT_MS})
    nest.Simulate(DT_MS)  # sorts what was connected
    return resident_bytes() - before


def run(work):
    building_only = work.model == "synapses"
    nest.ResetKernel()
    nest.set(resolution=DT_MS, local_num_threads=work.threads, rng_seed=work.seed)
    before = time.perf_counter()
    if building_only:
        taken = many_synapses()
        synapses = nest.num_connections
        return Answer(
            "NEST", build=time.perf_counter() - before, synapses=synapses, bytes_per_synapse=taken / synapses
        )
    neurons = microcircuit(work) if work.model == "microcircuit" else network(work)
    nest.Prepare()
    built = time.perf_counter()
    nest.Run(work.seconds * 1000)
    simulate = time.perf_counter() - built
    return Answer(
        "NEST",
        build=built - before,
        simulate=simulate,
        rate=nest.local_spike_counter / neurons / work.seconds,
        synapses=nest.num_connections,
    )


if __name__ == "__main__":
    work = read_arguments([*MODELS, "microcircuit", "synapses"])
    nest.set(print_time=False)
    run(work).print()
