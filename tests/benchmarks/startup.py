#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first frame and peak memory of an empty Qt Quick window and of Plimsoll with the reference example, interleaved; and the work until
then with 3, 41 and 200 accounts. Goal: 1.2 times that of 3."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

BIN = sys.argv[1]
ROUNDS = 9
BOOKS = (3, 41, 200)
NOWHERE = "http://127.0.0.1:9"  # no prices come


def once(command, environment):
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed with {status}")
    return (time.monotonic() - began) * 1000, usage.ru_maxrss / 1024, printed


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
            taken = once([f"{BIN}/plimsoll", "--data-dir", f"{folder}/data{count}", "--price-url", NOWHERE, "--first-frame"], environment)[2]
            if round_number > 0:
                work[count].append(int(taken))
    few = statistics.median(work[BOOKS[0]])
    for count in BOOKS:
        median = statistics.median(work[count])
        print(f"  {count:3} accounts   {median:7.0f} ms of work   ratio {median / few:.2f}")


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
                taken, peak, _ = once(command, environment)
                if round_number > 0:  # the first round warms caches and makes the database
                    times[name].append(taken)
                    memory[name].append(peak)
        for name in programs:
            print(f"  {name:14} {statistics.median(times[name]):7.0f} ms   {statistics.median(memory[name]):6.0f} MB")
        ratio = statistics.median(times["plimsoll"]) / statistics.median(times["empty window"])
        print(f"  ratio {ratio:.2f}")
        by_accounts(environment, folder)


main()
