#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `plimsoll-cli watch` while it puts announced bars in force, and checks that each came into force once, with the moment it counts from.

usage: kill_bars.py path/to/plimsoll-cli [--runs N] [--seed N]

Each run begins with accounts whose announced bars have begun while nothing ran. It dies at before_bars (the change written, not committed) or after_bars, or by kill -9 after a
random delay; then two programs run on the directory at once until nothing is due any more. The seed is printed.
"""

import argparse
import contextlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

from monitorkit import Exchange, Failure, require, until

POINTS = ("before_bars", "after_bars")
BARS = ({"initial": "1.25", "marginCall": "1.1", "liquidation": "1.05"}, {"initial": "1.3", "marginCall": "1.15", "liquidation": "1.075"},
        {"initial": "1.5", "marginCall": "1.3", "liquidation": "1.1"})


class Home:
    def __init__(self, program, folder, exchange):
        self.program, self.data, self.exchange = program, pathlib.Path(folder) / "data", exchange

    def run(self, *words):
        done = subprocess.run([self.program, "--data-dir", self.data, *words], capture_output=True, text=True, timeout=60, check=False)
        require(done.returncode == 0, f"{words}: {done.returncode} {done.stdout}{done.stderr}")
        return done.stdout

    def watch(self, point=None):
        environment = dict(os.environ)
        environment.pop("PLIMSOLL_ABORT_AT", None)
        if point:
            environment.update(PLIMSOLL_TEST="1", PLIMSOLL_ABORT_AT=point)
        return subprocess.Popen([self.program, "--data-dir", self.data, "watch", "--price-url", self.exchange.url, "--interval", "1000", "--json"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)

    def changes(self):
        return json.loads(self.run("bar-changes", "--json"))


def account(base, announced):
    return {"id": base, "name": base, "mode": "isolated", "symbol": base.upper() + "USDT", "baseAsset": base.upper(), "quoteAsset": "USDT",
            "thresholds": BARS[0], "announcedBars": announced, "balances": [{"asset": base.upper(), "free": "10"}, {"asset": "USDT", "borrowed": "800"}]}


def exercise(program, exchange, source, number):
    with tempfile.TemporaryDirectory() as folder:
        home = Home(program, folder, exchange)
        now = int(time.time() * 1000)
        moments = {base: sorted(now - source.randint(1, 10**9) - i for i in range(2)) for base in ("eth", "bch")}
        ahead = now + 10**10
        body = [account(base, [{"from": at, **bars} for at, bars in zip((*begun, ahead), (BARS[1], BARS[2], BARS[1]))]) for base, begun in moments.items()]
        file = pathlib.Path(folder) / "portfolio.json"
        file.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "accounts": body}))
        home.run("import", file)
        point = POINTS[number % 3] if number % 3 < len(POINTS) else None
        process = home.watch(point)
        if point:
            require(process.wait(timeout=60) == -signal.SIGKILL, f"it did not die at {point}: not built with its crash points?")
            require(len(home.changes()["past"]) == (4 if point == "after_bars" else 0), f"{point}: {home.changes()['past']}")
        else:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=source.uniform(0.05, 1.2))
            process.kill()
            process.wait(timeout=30)
        both = [home.watch(), home.watch()]
        try:
            until(lambda: len(home.changes()["announced"]) == 2, "what has begun is in force")
            time.sleep(1.5)  # another look of either
        finally:
            for one in both:
                one.kill()
                one.wait(timeout=30)
        for base, begun in moments.items():
            got = [(c["time"], c["before"], c["after"]) for c in home.changes()["past"] if c["account"] == base]
            require(got == [(begun[0], BARS[0], BARS[1]), (begun[1], BARS[1], BARS[2])], f"{base}: {got}")
        exported = json.loads(home.run("export"))["accounts"]
        require(all(a["thresholds"] == BARS[2] and [b["from"] for b in a["announcedBars"]] == [ahead] for a in exported), f"{exported}")
        home.run("verify")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().getrandbits(32)
    print(f"seed {seed}", flush=True)
    source = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        exchange = Exchange(pathlib.Path(folder), ETH="200", BCH="200")
        try:
            for number in range(arguments.runs):
                exercise(str(pathlib.Path(arguments.program).resolve()), exchange, source, number)
        except Failure as failure:
            print(f"FAILED (seed {seed}): {failure}", file=sys.stderr)
            return 1
        finally:
            exchange.end()
    print(f"{arguments.runs} deaths, every change of bars once")
    return 0


if __name__ == "__main__":
    sys.exit(main())
