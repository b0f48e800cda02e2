#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs, window without a display and `watch`, fed by the fake exchange with candles of our own making: the status changes and calls that they decide must be those of `plimsoll-cli replay` over the same candles."""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
import series  # noqa: E402
CLI = os.environ.get("PLIMSOLL_CLI", "")
GUI = os.environ.get("PLIMSOLL_GUI", "")
FIXTURES = HERE.parent / "data"
FAKE_EXCHANGE = HERE.parent / "fakeexchange" / "fakeexchange.py"
COINS = ("BTC", "ETH", "BCH", "DOGE")
FROM_MS = 1646102700000  # 2022-03-01 02:45 UTC, in the middle of the fall
TO_MS = FROM_MS + 28 * 60000
LIMIT_S = 90


def isolated(base, held, owed):
    return {"id": base.lower(), "name": f"{base} isolated", "mode": "isolated", "symbol": base + "USDT", "baseAsset": base,
            "quoteAsset": "USDT", "profile": "faq-2020-5x",
            "balances": [{"asset": base, "free": held}, {"asset": "USDT", "borrowed": owed}]}


def portfolio(cross_owed, **owed):
    """What is held is the same always; what is owed decides how near the bars are."""
    cross = {"id": "cross", "name": "Cross", "mode": "cross", "quoteAsset": "USDT", "profile": "cross-3x",
             "balances": [{"asset": "BTC", "free": "0.5"}, {"asset": "ETH", "free": "3"}, {"asset": "DOGE", "borrowed": "5000"},
                          {"asset": "USDT", "free": "100", "borrowed": cross_owed}]}
    return {"format": "plimsoll-portfolio", "version": 1,
            "accounts": [cross, *(isolated(coin, held, owed[coin]) for coin, held in zip(COINS, ("1", "10", "10", "10000")))]}


def window_of(source, target, first, last):
    """Copies the candles of the window, so that replay and exchange read the same file."""
    lines = source.read_text().splitlines()
    kept = [line for line in lines[1:] if first <= int(line.split(",")[0]) < last]
    target.write_text("\n".join([lines[0], *kept]) + "\n")


def levels(events):
    """account -> its statuses with their levels, up to the liquidation, without what a live program says before its first price."""
    told = {}
    for account, to, level in events:
        steps = told.setdefault(account, [])
        if to not in ("unknown", "liquidated") and not (steps and steps[-1][0] == "liquidation"):
            steps.append((to, level))
    return told


def first_raises(events):
    """(account, condition) -> level of the first raise of what needs no time to be raised."""
    found = {}
    for account, condition, cause, level in events:
        if cause == "raised" and condition in ("call", "liquidation"):
            found.setdefault((account, condition), level)
    return found


class Fed(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.portfolio = self.root / "portfolio.json"
        self.candles = []
        self.data = self.root / "data"

    def replayed(self, *words):
        lines = subprocess.run([CLI, "replay", "--portfolio", self.portfolio, "--json", *words, "--klines", *self.candles],
                               check=True, capture_output=True, text=True).stdout.splitlines()
        return [json.loads(line) for line in lines]

    def start_exchange(self):
        exchange = subprocess.Popen([sys.executable, FAKE_EXCHANGE, "--port", "0", "--candles", *self.candles],
                                    stdout=subprocess.PIPE, text=True)
        self.addCleanup(exchange.stdout.close)
        self.addCleanup(exchange.wait)
        self.addCleanup(exchange.terminate)
        return exchange.stdout.readline().split()[-1]

    def close_at_liquidation(self):
        with sqlite3.connect(self.data / "plimsoll.db") as database:
            database.execute("INSERT INTO setting (key, value) VALUES ('close_at_liquidation', '1')")
        database.close()

    def wait_for_the_end(self, url, program):
        deadline = time.monotonic() + LIMIT_S
        while time.monotonic() < deadline:
            self.assertIsNone(program.poll(), "the program ended by itself")
            with urllib.request.urlopen(url + "/control/state", timeout=5) as answer:
                if json.load(answer).get("done"):
                    break
            time.sleep(0.2)
        else:
            self.fail("the candles did not come to their end in time")
        time.sleep(1)  # the last answer on its way

    def watch(self, url):
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
        gui = subprocess.Popen([GUI, "--data-dir", self.data, "--price-url", url, "--poll-interval", "100"], env=environment)
        try:
            self.wait_for_the_end(url, gui)
        finally:
            gui.terminate()
            gui.wait(20)

    def stored(self):
        database = sqlite3.connect(f"file:{self.data / 'plimsoll.db'}?mode=ro", uri=True)
        self.addCleanup(database.close)
        return database.execute("SELECT h.id, e.from_status, e.to_status, e.level FROM status_event e"
                                " JOIN holder h ON h.number = e.account ORDER BY e.sequence").fetchall()

    def raised(self):
        database = sqlite3.connect(f"file:{self.data / 'plimsoll.db'}?mode=ro", uri=True)
        self.addCleanup(database.close)
        return database.execute("SELECT account, condition, cause, level FROM alarm_event ORDER BY sequence").fetchall()

    def import_portfolio(self):
        subprocess.run([CLI, "--data-dir", self.data, "import", self.portfolio], check=True, capture_output=True)


class CrashCase(Fed):
    def crash(self, folder, name, first, last, body):
        self.portfolio.write_text(json.dumps(body))
        for coin in COINS:
            self.candles.append(self.root / f"{coin}USDT-1m-window.csv")
            window_of(folder / name.format(coin), self.candles[-1], first, last)

    def assert_agreement(self):
        expected = [(e["account"], e["to"], e["marginLevel"]) for e in self.replayed() if e["event"] == "status"]
        self.assertGreaterEqual(sum(1 for e in expected if e[1] == "liquidation"), 3, "the window has no crash in it")
        self.import_portfolio()
        self.close_at_liquidation()
        self.watch(self.start_exchange())
        # Before the first answer every account is unknown, and a closed account is told as liquidated: the replay has neither.
        decided = [(account, to, level) for account, _, to, level in self.stored() if to not in ("unknown", "liquidated")]
        for account in {e[0] for e in expected}:
            self.assertEqual([e for e in decided if e[0] == account], [e for e in expected if e[0] == account])


class Window(CrashCase):
    def test_decides_what_the_replay_decides(self):
        self.crash(FIXTURES / "candles" / "crash", "{}USDT-1m-20220301.csv", FROM_MS, TO_MS,
                   portfolio("14500", BTC="29500", ETH="18500", BCH="5300", DOGE="2450"))
        self.assert_agreement()


class Generated(Fed):
    """Series and accounts of our own making; each seed is another fall."""

    def make(self, seed):
        maker = series.Maker(seed)
        rows = {coin: maker.walk(series.START, 45, price, fall=0.15) for coin, price in (("ETH", 200.0), ("BCH", 300.0), ("LTC", 60.0))}
        self.portfolio.write_text(json.dumps(series.book({coin: walk[0][1] for coin, walk in rows.items()})))
        for coin, walk in rows.items():
            self.candles.append(self.root / f"{coin}USDT-1m-{seed}.csv")
            self.candles[-1].write_text(series.twelve(walk))
        self.import_portfolio()
        statuses = levels((e["account"], e["to"], e["marginLevel"]) for e in self.replayed() if e["event"] == "status")
        raises = first_raises((e["account"], e["condition"], e["cause"], e["marginLevel"]) for e in self.replayed("--alarms") if e["event"] == "alarm")
        self.assertGreaterEqual(sum(condition == "call" for _, condition in raises), 4, "nobody was called in this story")
        self.assertGreaterEqual(sum(condition == "liquidation" for _, condition in raises), 3)
        return statuses, raises

    def test_the_window_tells_what_the_replay_tells(self):
        statuses, raises = self.make(11)
        self.watch(self.start_exchange())
        self.assertEqual(levels((account, to, level) for account, _, to, level in self.stored()), statuses)
        self.assertEqual(first_raises(self.raised()), raises)

    def test_watch_tells_what_the_replay_tells(self):
        statuses, raises = self.make(12)
        url = self.start_exchange()
        watch = subprocess.Popen([CLI, "--data-dir", self.data, "watch", "--price-url", url, "--interval", "100", "--json"], stdout=subprocess.PIPE, text=True)
        try:
            self.wait_for_the_end(url, watch)
        finally:
            watch.terminate()
        events = [json.loads(line) for line in watch.communicate(timeout=20)[0].splitlines()]
        self.assertEqual(levels((e["account"], e["to"], e["marginLevel"]) for e in events if e["event"] == "status"), statuses)
        self.assertEqual(first_raises((e["account"], e["condition"], e["cause"], e["marginLevel"]) for e in events if e["event"] == "alarm"), raises)


if __name__ == "__main__":
    unittest.main(verbosity=2)
