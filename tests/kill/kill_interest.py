#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `plimsoll-cli watch` while it books the interest of hours that have passed, and checks that every hour is booked once.

usage: kill_interest.py path/to/plimsoll-cli [--runs N] [--seed N]

Before each run the moment up to which the debts were charged is set back by some hours, as if the program had been off that long. It dies at
the named points before_balance, before_run (rows written, the moment not yet), before_commit and after_commit, or by kill -9 after a random
delay. What was not committed is booked by the next run, what was is not booked again. In the end two programs run on the one directory at once, and
what is owed is to the last digit what docs/formulas.md says of all hours together. The seed is printed.
"""

import contextlib
import hashlib
import json
import math
import sqlite3
import sys
import time
from fractions import Fraction

from killkit import Watch, main, require
from monitorkit import Exchange, until

HOUR = 3_600_000
RATE = "0.00013233"
DEBTS = {"eth": "45.3313", "bch": "800"}
SEALED = ("holder", "asset", "charged_until", "newest_row", "principal", "daily_interest", "hours")
POINTS = ("before_balance", "before_run", "before_commit", "after_commit")


def seal(row):
    """What the program writes beside a row: every field with its length in front, else it would not believe what set_back() made of it."""
    texts = ["-" if field is None else f"{len(str(field))}:{field}" for field in row]
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def account(base, borrowed):
    return {"id": base, "name": base, "mode": "isolated", "symbol": base.upper() + "USDT", "baseAsset": base.upper(), "quoteAsset": "USDT",
            "profile": "faq-2020-5x", "balances": [{"asset": base.upper(), "free": "10"}, {"asset": "USDT", "borrowed": borrowed, "dailyInterest": RATE}]}


class Home(Watch):
    def database(self):
        return contextlib.closing(sqlite3.connect(self.directory / "plimsoll.db", timeout=10))

    def set_back(self, hours):
        with self.database() as database:
            database.execute("UPDATE interest_run SET charged_until = charged_until - ?", (hours * HOUR,))
            for row in database.execute(f"SELECT {', '.join(SEALED)} FROM interest_run").fetchall():
                database.execute("UPDATE interest_run SET seal = ? WHERE holder = ? AND asset = ?", (seal(row), row[0], row[1]))
            database.commit()

    def charged(self):
        """Hours charged of each debt, and up to when."""
        with self.database() as database:
            rows = database.execute("SELECT h.id, r.hours, r.charged_until FROM interest_run r JOIN holder h ON h.number = r.holder WHERE r.asset = 'USDT'")
            return {row[0]: (row[1], row[2]) for row in rows}

    def owed(self):
        exported = json.loads(self.run("export"))
        return {a["id"]: next(b for b in a["balances"] if b["asset"] == "USDT").get("interest", "0") for a in exported["accounts"]}

def formula(principal, hours):
    """docs/formulas.md: borrowed x dailyRate / 24 x hours, rounded up at 18 decimals; in units of the last digit."""
    return math.ceil(Fraction(principal) * Fraction(RATE) / 24 * hours * 10**18)


def caught_up(home):
    now = int(time.time() * 1000)
    return all(charged // HOUR == now // HOUR for _, charged in home.charged().values())


def check(home, marks):
    """`marks`: per debt, how many hours it was set back and how many passed by themselves."""
    owed = home.owed()
    for debt, principal in DEBTS.items():
        hours, _ = home.charged()[debt]
        require(hours == marks, f"{debt}: {hours} hours were booked instead of {marks}")
        require(Fraction(owed[debt]) * 10**18 == formula(principal, hours), f"{debt} owes {owed[debt]} after {hours} hours")


def exercise(folder, program, source, runs):
    with Exchange(folder, ETH="200", BCH="200") as exchange:
        home = Home(program, folder / "data", exchange)
        file = folder / "portfolio.json"
        file.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "accounts": [account(*debt) for debt in DEBTS.items()]}))
        home.run("import", file)
        kill_at_work(home, source, runs)


def kill_at_work(home, source, runs):
    first = min(charged for _, charged in home.charged().values()) // HOUR
    total = 0
    for number in range(runs):
        hours = source.randint(1, 2000)
        home.set_back(hours)
        total += hours
        point = POINTS[number % 6] if number % 6 < len(POINTS) else None
        home.killed(point, source)
        if point:
            booked = sum(hours for hours, _ in home.charged().values()) // len(DEBTS)
            require((point == "after_commit") == (booked >= total), f"{point}: {booked} of {total} hours are booked")
        home.run("verify")
    home.set_back(24)
    total += 24
    with home.two():
        until(lambda: caught_up(home), "all hours are booked")
        time.sleep(2.5)  # two more looks of either
    passed = min(charged for _, charged in home.charged().values()) // HOUR - first
    check(home, total + passed)
    home.run("verify")
    print(f"{runs} deaths, {total + passed} hours, each booked once")


if __name__ == "__main__":
    sys.exit(main(exercise, runs=60))
