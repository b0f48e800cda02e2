#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first frame of an empty Qt Quick window and of Plimsoll with the reference example, interleaved; the work until then with 3, 41 and 200
accounts (goal: 1.2 times that of 3); and memory against a bare window of Fusion's controls and a chart (goal: 1.5 times)."""
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

BIN = sys.argv[1]
ROUNDS = 9
BOOKS = (3, 41, 200)
NOWHERE = "http://127.0.0.1:9"  # no prices come
TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MEMORY_ROUNDS = 3
SETTLED_S = 8  # the books are loaded, judged, shown and polled once more by then


def once(command, environment):
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed = process.stdout.read()
    if process.wait() != 0:
        sys.exit(f"{command[0]} failed with {process.returncode}")
    return (time.monotonic() - began) * 1000, printed


def book(accounts):
    """One cross account and isolated ones of pairs of their own."""
    bars = {"initial": "1.25", "marginCall": "1.10", "liquidation": "1.05"}
    rows = [{"id": "cross", "mode": "cross", "quoteAsset": "USDT", "thresholds": bars,
             "balances": [{"asset": "BTC", "free": "1"}, {"asset": "USDT", "borrowed": "30000"}]}]
    for number in range(accounts - 1):
        base = f"A{number:03}"
        rows.append({"id": base.lower(), "mode": "isolated", "symbol": base + "USDT", "baseAsset": base, "quoteAsset": "USDT", "thresholds": bars,
                     "balances": [{"asset": base, "free": "10"}, {"asset": "USDT", "borrowed": str(600 + number * 37 % 150)}]})
    return {"format": "plimsoll-portfolio", "version": 1, "accounts": rows, "wallets": []}


def by_accounts(environment, folder):
    """Work in milliseconds of all cores, by number of accounts, interleaved."""
    work = {count: [] for count in BOOKS}
    for count in BOOKS:
        path = f"{folder}/book{count}.json"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(book(count), file)
        once([f"{BIN}/plimsoll-cli", "--data-dir", f"{folder}/data{count}", "import", path], environment)
    for round_number in range(ROUNDS + 1):
        for count in BOOKS:
            taken = once([f"{BIN}/plimsoll", "--data-dir", f"{folder}/data{count}", "--price-url", NOWHERE, "--first-frame"], environment)[1]
            if round_number > 0:
                work[count].append(int(taken))
    few = statistics.median(work[BOOKS[0]])
    for count in BOOKS:
        median = statistics.median(work[count])
        print(f"  {count:3} accounts   {median:7.0f} ms of work   ratio {median / few:.2f}")


def resident(command, environment):
    """Resident and peak memory in MB of a program that runs until it is told to end."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(SETTLED_S)
        if process.poll() is not None:
            sys.exit(f"{command[0]} ended with {process.returncode}")
        with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
            status = file.read()
        process.terminate()
    return [int(re.search(rf"{name}:\s+(\d+)", status).group(1)) / 1024 for name in ("VmRSS", "VmHWM")]


def memory(environment, folder):
    """The programs one after the other, so that all see the same machine."""
    exchanges = []
    programs = {"bare window": [f"{BIN}/bench_barewindow", "--stay"],
                "example": [f"{BIN}/plimsoll", "--data-dir", f"{folder}/data", "--example"]}
    for name in ("fourteen", "fortyone"):
        once([f"{BIN}/plimsoll-cli", "--data-dir", f"{folder}/{name}", "import", f"{TESTS}/data/books/{name}.json"], environment)
        exchange = subprocess.Popen([sys.executable, "-B", f"{TESTS}/fakeexchange/fakeexchange.py", "--prices",
                                     f"{TESTS}/data/books/{name}-prices.json", "--port", "0"], stdout=subprocess.PIPE, text=True)
        exchanges.append(exchange)
        url = exchange.stdout.readline().strip().removeprefix("listening on ")
        programs[name] = [f"{BIN}/plimsoll", "--data-dir", f"{folder}/{name}", "--price-url", url]
    taken = {name: [] for name in programs}
    try:
        for _ in range(MEMORY_ROUNDS):
            for name, command in programs.items():
                taken[name].append(resident(command, environment))
    finally:
        for exchange in exchanges:
            exchange.terminate()
    median = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in taken.items()}
    bare = median["bare window"]
    for name, (now, peak) in median.items():
        print(f"  {name:14} {now:5.0f} MB resident   ratio {now / bare[0]:.2f}   {peak:5.0f} MB at most   ratio {peak / bare[1]:.2f}")


def main():
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as folder:
        programs = {
            "empty window": [f"{BIN}/bench_emptywindow"],
            "plimsoll": [f"{BIN}/plimsoll", "--data-dir", f"{folder}/data", "--example", "--first-frame"],
        }
        times = {name: [] for name in programs}
        for round_number in range(ROUNDS + 1):
            for name, command in programs.items():
                taken, _ = once(command, environment)
                if round_number > 0:  # the first round warms caches and makes the database
                    times[name].append(taken)
        for name in programs:
            print(f"  {name:14} {statistics.median(times[name]):7.0f} ms")
        ratio = statistics.median(times["plimsoll"]) / statistics.median(times["empty window"])
        print(f"  ratio {ratio:.2f}")
        by_accounts(environment, folder)
        memory(environment, folder)


main()
