#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `plimsoll-cli watch` while it puts announced bars in force, and checks that each came into force once, with the moment it counts from.

usage: kill_bars.py path/to/plimsoll-cli [--runs N] [--seed N]

Each run begins with accounts whose announced bars have begun while nothing ran. It dies at before_bars (the change written, not committed) or after_bars, or by kill -9 after a
random delay; then two programs run on the directory at once until nothing is due any more. The seed is printed.
"""

import json
import sys
import tempfile
import time

from killkit import Watch, main, require
from monitorkit import Exchange, until

POINTS = ("before_bars", "after_bars")
BARS = ({"initial": "1.25", "marginCall": "1.1", "liquidation": "1.05"}, {"initial": "1.3", "marginCall": "1.15", "liquidation": "1.075"},
        {"initial": "1.5", "marginCall": "1.3", "liquidation": "1.1"})


def account(base, announced):
    return {"id": base, "name": base, "mode": "isolated", "symbol": base.upper() + "USDT", "baseAsset": base.upper(), "quoteAsset": "USDT",
            "thresholds": BARS[0], "announcedBars": announced, "balances": [{"asset": base.upper(), "free": "10"}, {"asset": "USDT", "borrowed": "800"}]}


class Home(Watch):
    def changes(self):
        return json.loads(self.run("bar-changes", "--json"))


def exercise(folder, program, source, runs):
    with Exchange(folder, ETH="200", BCH="200") as exchange:
        for number in range(runs):
            with tempfile.TemporaryDirectory(dir=folder) as data:
                killed_run(Home(program, f"{data}/data", exchange), folder / "portfolio.json", source, number)
    print(f"{runs} deaths, every change of bars once")


def killed_run(home, file, source, number):
    now = int(time.time() * 1000)
    moments = {base: sorted(now - source.randint(1, 10**9) - i for i in range(2)) for base in ("eth", "bch")}
    ahead = now + 10**10
    body = [account(base, [{"from": at, **bars} for at, bars in zip((*begun, ahead), (BARS[1], BARS[2], BARS[1]))]) for base, begun in moments.items()]
    file.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "accounts": body}))
    home.run("import", file)
    point = POINTS[number % 3] if number % 3 < len(POINTS) else None
    home.killed(point, source)
    if point:
        require(len(home.changes()["past"]) == (4 if point == "after_bars" else 0), f"{point}: {home.changes()['past']}")
    with home.two():
        until(lambda: len(home.changes()["announced"]) == 2, "what has begun is in force")
        time.sleep(1.5)  # another look of either
    for base, begun in moments.items():
        got = [(c["time"], c["before"], c["after"]) for c in home.changes()["past"] if c["account"] == base]
        require(got == [(begun[0], BARS[0], BARS[1]), (begun[1], BARS[1], BARS[2])], f"{base}: {got}")
    exported = json.loads(home.run("export"))["accounts"]
    require(all(a["thresholds"] == BARS[2] and [b["from"] for b in a["announcedBars"]] == [ahead] for a in exported), f"{exported}")
    home.run("verify")


if __name__ == "__main__":
    sys.exit(main(exercise, runs=60))
