#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `plimsoll-cli top-up` at random moments and checks that no booking is lost, halved or doubled.

usage: kill_topup.py path/to/plimsoll-cli [--runs N] [--seed N]

Every top-up has an operation id made here; the money comes from outside, from a wallet, or from another account: a move, of which either account
has a half. Some runs die by kill -9 after a random delay spread over the measured run time, some at
the named points before_balance (rows written, running balances not yet), between_halves (of a move), before_commit and after_commit. Afterwards: every
confirmed id stands in the journal once and whole, a move with both halves, nothing stands there twice, asking again for each id is answered, balances are what the journal
says, no running balance had to be put right, `verify` finds nothing. The seed is printed; the test fails where too few kills met a living process, because then it proved nothing.
"""

import collections
import contextlib
import json
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
import uuid
from decimal import Decimal

from killkit import Program, main, require

ACCOUNT = "b-ethusdt"
WALLET = "spot"
GIVER = "rich"  # owes nothing, so no price is needed
PORTFOLIO = {
    "format": "plimsoll-portfolio", "version": 1,
    "accounts": [{"id": ACCOUNT, "name": "User B ETH", "mode": "isolated", "symbol": "ETHUSDT", "baseAsset": "ETH",
                  "quoteAsset": "USDT", "profile": "faq-2020-5x", "contributed": "200",
                  "balances": [{"asset": "ETH", "free": "5"}, {"asset": "USDT", "borrowed": "800"}]},
                 {"id": GIVER, "name": "Rich", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "contributed": "100000",
                  "balances": [{"asset": "USDT", "free": "100000"}]}],
    "wallets": [{"id": WALLET, "balances": [{"asset": "USDT", "free": "100000"}]}],
}
LEAST_LIVE_KILLS = 0.2  # of all random kills

Attempt = collections.namedtuple("Attempt", "id amount source point confirmed alive")


class TopUps(Program):
    def top_up(self, operation, amount, source):
        arguments = ["top-up", "--account", ACCOUNT, "--asset", "USDT", "--amount", amount, "--operation-id", operation, "--json"]
        return arguments + (["--from", source] if source else [])

    def journal(self):
        return [json.loads(line) for line in self.run("journal", "--json").splitlines() if line]


def confirmed_result(output):
    """What the program said before it died: a whole line of JSON, or nothing."""
    if not output.endswith("\n"):
        return None
    return json.loads(output)["result"]


def measured_run_time(program):
    times = []
    for _ in range(7):
        begin = time.monotonic()
        program.run(*program.top_up(str(uuid.uuid4()), "1", None))
        times.append(time.monotonic() - begin)
    return statistics.median(times)


def killed_run(program, source, run_time, number):
    operation = str(uuid.UUID(int=source.getrandbits(128), version=4))
    amount = f"{source.randint(1, 50)}.{source.randint(1, 99):02d}".rstrip("0").rstrip(".")
    point = {0: "before_commit", 5: "before_balance", 10: "after_commit", 15: "between_halves"}.get(number % 20)
    giver = GIVER if point == "between_halves" else source.choice([None, WALLET, GIVER])
    process = program.start(*program.top_up(operation, amount, giver), point=point, output=subprocess.PIPE)
    alive = False
    if point is None:
        try:
            process.wait(timeout=source.uniform(0, run_time * 1.2))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    output, errors = process.communicate(timeout=60)
    alive = process.returncode == -signal.SIGKILL
    require(alive or process.returncode == 0, f"top-up ended with {process.returncode}: {errors}")
    require(point is None or alive, f"the program did not die at {point}: it was not built with its crash points?")
    return Attempt(operation, amount, giver, point, confirmed_result(output), alive)


def rows_by_operation(program):
    rows = collections.defaultdict(list)
    for row in program.journal():
        rows[row["operationId"]].append(row)
    return rows


def half_id(operation):
    return str(uuid.uuid5(uuid.UUID(operation), "other-half"))


def check_rows(attempt, rows):
    expected = [(ACCOUNT, "USDT", "free", attempt.amount)]
    if attempt.source:
        expected.append((attempt.source, "USDT", "free", "-" + attempt.amount))
    halves = rows[attempt.id] + (rows[half_id(attempt.id)] if attempt.source == GIVER else [])
    found = [(row["account"], row["asset"], row["field"], row["change"]) for row in halves]
    require(sorted(found) == sorted(expected), f"{attempt.id} is half-booked or booked twice: {found} instead of {expected}")


def check_after_kills(program, attempts):
    rows = rows_by_operation(program)
    for attempt in attempts:
        booked = attempt.id in rows
        require(booked or not attempt.confirmed, f"{attempt.id} was confirmed and is lost")
        require(not (booked and attempt.point in ("before_balance", "between_halves", "before_commit")), f"{attempt.id} died before its commit and is booked")
        require(booked or half_id(attempt.id) not in rows, f"of {attempt.id} the other half alone is booked")
        require(booked or attempt.point != "after_commit", f"{attempt.id} died after its commit and is lost")
        if booked:
            check_rows(attempt, rows)
    return set(rows)


def check_repeats(program, attempts, booked):
    for attempt in attempts:
        answer = json.loads(program.run(*program.top_up(attempt.id, attempt.amount, attempt.source)))
        expected = "already_booked" if attempt.id in booked else "booked"
        require(answer == {"operationId": attempt.id, "result": expected}, f"asked again for {attempt.id}: {answer}, not {expected}")
    rows = rows_by_operation(program)
    for attempt in attempts:
        check_rows(attempt, rows)


def check_balances(program):
    sums = collections.defaultdict(Decimal)
    for row in program.journal():
        sums[row["account"], row["asset"], row["field"]] += Decimal(row["change"])
    exported = json.loads(program.run("export"))
    for holder in exported["accounts"] + exported["wallets"]:
        for balance in holder["balances"]:
            for field in ("free", "locked", "borrowed", "interest"):
                wanted = sums[holder["id"], balance["asset"], field]
                require(Decimal(balance.get(field, "0")) == wanted, f"{holder['id']} {balance['asset']} {field} is not the sum of its rows")


def check_nothing_was_repaired(program):
    """A kill leaves journal and running balance both as before, or both with the operation."""
    with contextlib.closing(sqlite3.connect(program.directory / "plimsoll.db")) as database:
        repaired = database.execute("SELECT * FROM balance_repair").fetchall()
    require(not repaired, f"running balances were not those of the journal: {repaired}")


def exercise(folder, path, source, runs):
    program = TopUps(path, folder / "data")
    file = folder / "portfolio.json"
    file.write_text(json.dumps(PORTFOLIO), encoding="utf-8")
    program.run("import", str(file))
    run_time = measured_run_time(program)
    attempts = []
    for number in range(runs):
        attempts.append(killed_run(program, source, run_time, number))
        if number % 25 == 0:
            program.run("verify")
    booked = check_after_kills(program, attempts)
    program.run("verify")
    check_repeats(program, attempts, booked)
    check_balances(program)
    program.run("verify")
    check_nothing_was_repaired(program)
    at_random = [attempt for attempt in attempts if attempt.point is None]
    live = sum(attempt.alive for attempt in at_random)
    silent = sum(attempt.id in booked and not attempt.confirmed for attempt in attempts)
    print(f"run time {run_time * 1000:.0f} ms; {live} of {len(at_random)} random kills met a living process; "
          f"{sum(bool(a.confirmed) for a in attempts)} confirmed, {silent} booked without confirmation")
    require(live >= LEAST_LIVE_KILLS * len(at_random), "too few kills met a living process; the test proved nothing")


if __name__ == "__main__":
    sys.exit(main(exercise))
