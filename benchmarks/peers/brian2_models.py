"""COBA, CUBA, COBAHH and a plain build of many synapses for Brian2, which writes and compiles a C++ program.

Integrators are those of the library's models: exponential Euler for COBA and COBAHH, exact for CUBA.
"""

import resource
import time

import brian2 as b2
import numpy as np
from works import DT_MS, OUTDEGREE, SOURCES, Answer, read_arguments

COBA = """
dv/dt = (ge*(0*mV - v) + gi*(-80*mV - v) + (-60*mV - v) + 20*mV) / (20*ms) : volt (unless refractory)
dge/dt = -ge / (5*ms) : 1
dgi/dt = -gi / (10*ms) : 1
"""

CUBA = """
dv/dt = (ge + gi + (-49*mV - v)) / (20*ms) : volt (unless refractory)
dge/dt = -ge / (5*ms) : volt
dgi/dt = -gi / (10*ms) : volt
"""

COBAHH = """
dv/dt = (10*nS*(-60*mV - v) + 20*usiemens*m**3*h*(50*mV - v) + 6*usiemens*n**4*(-90*mV - v)
         + ge*(0*mV - v) + gi*(-80*mV - v)) / (200*pF) : volt
dm/dt = 1.28/ms / exprel((13*mV - u)/(4*mV)) * (1 - m) - 1.4/ms / exprel((u - 40*mV)/(5*mV)) * m : 1
dh/dt = 0.128/ms * exp((17*mV - u)/(18*mV)) * (1 - h) - 4/ms / (1 + exp((40*mV - u)/(5*mV))) * h : 1
dn/dt = 0.16/ms / exprel((15*mV - u)/(5*mV)) * (1 - n) - 0.5/ms * exp((10*mV - u)/(40*mV)) * n : 1
dge/dt = -ge / (5*ms) : siemens
dgi/dt = -gi / (10*ms) : siemens
u = v + 63*mV : volt
"""

INTEGRATE_AND_FIRE = dict(threshold="v >= -50*mV", reset="v = -60*mV", refractory=5 * b2.ms)
SPIKING = dict(threshold="v > -20*mV", refractory="v > -20*mV")

# equations, integrator, what makes a spike, start, and the effect of an excitatory and of an inhibitory spike
MODELS = {
    "coba": (COBA, "exponential_euler", INTEGRATE_AND_FIRE, "(-55 + 5*randn())*mV", "0.6", "6.7"),
    "cuba": (CUBA, "exact", INTEGRATE_AND_FIRE, "(-60 + 10*rand())*mV", "1.62*mV", "-9*mV"),
    "cobahh": (COBAHH, "exponential_euler", SPIKING, "(-65 + 5*randn())*mV", "6*nS", "67*nS"),
}


def network(work):
    """Neurons, synapses, and a monitor that counts spikes."""
    equations, method, spikes, start, excitation, inhibition = MODELS[work.model]
    cells = b2.NeuronGroup(work.neurons, equations, method=method, **spikes)
    cells.v = start
    to_ge = b2.Synapses(cells[: work.excitatory], cells, on_pre=f"ge_post += {excitation}")
    to_gi = b2.Synapses(cells[work.excitatory :], cells, on_pre=f"gi_post += {inhibition}")
    for synapses in (to_ge, to_gi):
        synapses.connect(p=work.probability)
    return [cells, to_ge, to_gi, b2.SpikeMonitor(cells, record=False)]


def many_synapses():
    cells = b2.NeuronGroup(SOURCES, CUBA, method="exact", **INTEGRATE_AND_FIRE)
    synapses = b2.Synapses(cells, cells, on_pre="ge_post += 0.1*mV")
    synapses.connect(j="k for k in sample(N_post, size=outdegree)", namespace={"outdegree": OUTDEGREE})
    return [cells, synapses]


def run(work):
    building_only = work.model == "synapses"
    before = time.perf_counter()
    b2.set_device("cpp_standalone", build_on_run=False)
    b2.prefs.core.default_float_dtype = np.float32 if work.single else np.float64
    b2.prefs.devices.cpp_standalone.openmp_threads = 0 if work.threads == 1 else work.threads
    b2.defaultclock.dt = DT_MS * b2.ms
    b2.seed(work.seed)
    parts = many_synapses() if building_only else network(work)
    b2.Network(parts).run((DT_MS / 1000 if building_only else work.seconds) * b2.second)
    b2.device.build(directory=work.folder, compile=True, run=False)
    compiled = time.perf_counter()
    b2.device.run(with_output=False)
    whole = time.perf_counter() - compiled

    simulate = b2.device._last_run_time
    answer = Answer("Brian2", compiled - before, whole - simulate, simulate)
    if building_only:
        # the compiler is a child, too, but takes less than this
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        answer.synapses = SOURCES * OUTDEGREE
        answer.bytes_per_synapse = peak / answer.synapses
        answer.notes.append("bytes a synapse: peak memory of the whole program")
    else:
        answer.synapses = sum(len(part) for part in parts if isinstance(part, b2.Synapses))
        answer.rate = parts[-1].num_spikes / work.neurons / work.seconds
    return answer


if __name__ == "__main__":
    run(read_arguments([*MODELS, "synapses"])).print()
