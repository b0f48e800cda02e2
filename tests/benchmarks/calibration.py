#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""calibration.py PLIMSOLL_CLI CANDLES... [--fit-days N] [--every-hours N]: are chances right? From each moment on, `chance` sees the candles of
the days before it only; `replay` of the candles after it says what came. Prints a table for docs/chance.md: of all forecasts between two
probabilities, their mean and the share that came true. CANDLES are hourly files of the exchange's archive, one per coin."""
import argparse
import collections
import csv
import gzip
import json
import pathlib
import subprocess
import tempfile

HOUR = 3_600_000
HORIZONS = {"1d": 24, "7d": 7 * 24}
LEVELS = (1.12, 1.14, 1.17, 1.21, 1.26)  # the call bar is 1.10, the liquidation bar 1.05
BINS = (0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0001)
METHODS = ("gbm", "bootstrap", "jump")


def read(path):
    opener = gzip.open if path.suffix == ".gz" else open
    rows = {}
    with opener(path, "rt", encoding="ascii") as file:
        for row in csv.reader(file):
            if row[0].isdigit():
                time = int(row[0])
                rows[time // 1000 if time >= 10**14 else time] = row[1:5]
    return rows


def write(path, rows, begin, end):
    with open(path, "w", encoding="ascii") as file:
        file.write("open_time_ms,open,high,low,close,volume\n")
        for time in range(begin, end, HOUR):
            if time in rows:
                file.write(f"{time},{','.join(rows[time])},1\n")


def amount(value):
    return f"{value:.8f}"


def book(prices):
    """Of every coin a long and a short at each level, and one cross account of all coins at each level."""
    accounts = []
    for level in LEVELS:
        for coin, price in prices.items():
            accounts.append(isolated(f"long-{coin}-{level}", coin, amount(1000 / price), "0", "0", amount(1000 / level)))
            accounts.append(isolated(f"short-{coin}-{level}", coin, "0", amount(1000 / price), amount(1000 * level), "0"))
        held = [{"asset": coin, "free": amount(1000 / price)} for coin, price in prices.items()]
        accounts.append({"id": f"cross-{level}", "owner": f"owner-{level}", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x",
                         "balances": [*held, {"asset": "USDT", "borrowed": amount(1000 * len(prices) / level)}]})
    return {"format": "plimsoll-portfolio", "version": 1, "accounts": accounts}


def isolated(name, coin, free, borrowed, cash, owed):
    return {"id": name, "owner": name, "mode": "isolated", "symbol": coin + "USDT", "baseAsset": coin, "quoteAsset": "USDT", "profile": "faq-2020-5x",
            "balances": [{"asset": coin, "free": free, "borrowed": borrowed}, {"asset": "USDT", "free": cash, "borrowed": owed}]}


class Forecasts:
    def __init__(self, cli, coins, folder, fit_days):
        self.cli, self.coins, self.folder, self.fit_hours = cli, coins, folder, fit_days * 24
        self.cells = collections.defaultdict(lambda: [0, 0.0, 0])  # forecasts, their sum, how many came true

    def run(self, *words):
        return subprocess.run([self.cli, *map(str, words)], capture_output=True, check=True, text=True).stdout

    def files(self, begin, end, kind):
        paths = []
        for coin, rows in self.coins.items():
            path = self.folder / f"{coin}USDT-1h-{kind}.csv"
            write(path, rows, begin, end)
            paths.append(path)
        return paths

    def at(self, time):
        prices = {coin: float(rows[time - HOUR][3]) for coin, rows in self.coins.items()}
        (self.folder / "p.json").write_text(json.dumps(book(prices)), encoding="ascii")
        (self.folder / "prices.json").write_text(json.dumps([{"symbol": c + "USDT", "price": self.coins[c][time - HOUR][3]} for c in prices]), encoding="ascii")
        past = self.files(time - self.fit_hours * HOUR, time, "past")
        came = {horizon: self.replay(time, hours) for horizon, hours in HORIZONS.items()}
        words = [word for horizon in HORIZONS for word in ("--horizon", horizon)] + [word for method in METHODS for word in ("--method", method)]
        answer = json.loads(self.run("chance", "--portfolio", self.folder / "p.json", "--prices", self.folder / "prices.json", "--klines", *past,
                                     *words, "--paths", 4000, "--json"))
        for chance in answer["chances"]:
            self.count(chance, came[chance["horizon"]][chance["account"]])

    def replay(self, time, hours):
        """Per account: whether it was called, whether it was liquidated."""
        future = self.files(time, time + hours * HOUR, "future")
        came = collections.defaultdict(lambda: [False, False])
        for line in self.run("replay", "--portfolio", self.folder / "p.json", "--klines", *future, "--json").splitlines():
            event = json.loads(line)
            if event.get("to") in ("margin_call", "liquidation"):
                came[event["account"]][0] = True
                came[event["account"]][1] |= event["to"] == "liquidation"
        return came

    def count(self, chance, came):
        for bar, happened in zip(("call", "liquidation"), came):
            p = chance[bar]["p"]
            chosen = max(i for i, edge in enumerate(BINS[:-1]) if p >= edge)
            cell = self.cells[chance["horizon"], chosen, chance["method"]]
            cell[0] += 1
            cell[1] += p
            cell[2] += happened

    def table(self):
        lines = ["| within | forecast | " + " | ".join(f"{m}: mean, came true, n" for m in METHODS) + " |", "|---|---|" + "---|" * len(METHODS)]
        for horizon in HORIZONS:
            for i, edge in enumerate(BINS[:-1]):
                cells = []
                for method in METHODS:
                    count, total, true = self.cells[horizon, i, method]
                    cells.append(f"{100 * total / count:.1f} %, {100 * true / count:.1f} %, {count}" if count else "–")
                lines.append(f"| {horizon} | {100 * edge:g} to {min(100 * BINS[i + 1], 100):g} % | " + " | ".join(cells) + " |")
        return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("candles", nargs="+", type=pathlib.Path)
    parser.add_argument("--fit-days", type=int, default=30)
    parser.add_argument("--every-hours", type=int, default=25)  # so that every hour of the day comes to its turn
    options = parser.parse_args()
    coins = {path.name.split("USDT")[0]: read(path) for path in options.candles}
    begin = max(min(rows) for rows in coins.values()) + options.fit_days * 24 * HOUR
    end = min(max(rows) for rows in coins.values()) - max(HORIZONS.values()) * HOUR
    moments = [time for time in range(begin, end, options.every_hours * HOUR) if all(time - HOUR in rows for rows in coins.values())]
    with tempfile.TemporaryDirectory() as folder:
        forecasts = Forecasts(options.cli, coins, pathlib.Path(folder), options.fit_days)
        for time in moments:
            forecasts.at(time)
    print(f"{len(moments)} moments\n\n{forecasts.table()}")


if __name__ == "__main__":
    main()
