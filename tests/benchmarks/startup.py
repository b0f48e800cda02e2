#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first frame and peak memory of an empty Qt Quick window and of Plimsoll with the reference example, interleaved."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

BIN = sys.argv[1]
ROUNDS = 9


def once(command, environment):
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed with {status}")
    return (time.monotonic() - began) * 1000, usage.ru_maxrss / 1024


def main():
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as folder:
        programs = {
            "empty window": [f"{BIN}/bench_emptywindow"],
            "plimsoll": [f"{BIN}/plimsoll", "--data-dir", f"{folder}/data", "--example", "--first-frame"],
        }
        times = {name: [] for name in programs}
        memory = {name: [] for name in programs}
        for round_number in range(ROUNDS + 1):
            for name, command in programs.items():
                taken, peak = once(command, environment)
                if round_number > 0:  # the first round warms caches and makes the database
                    times[name].append(taken)
                    memory[name].append(peak)
        for name in programs:
            print(f"  {name:14} {statistics.median(times[name]):7.0f} ms   {statistics.median(memory[name]):6.0f} MB")
        ratio = statistics.median(times["plimsoll"]) / statistics.median(times["empty window"])
        print(f"  ratio {ratio:.2f}")


main()
