#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""notice_latency.py BIN_DIR: from a price at the exchange to the notification that the desktop's service took, through the real program.
Every crossing is of another account. The wait for the next poll (250 ms) is part of it. Run inside dbus-run-session."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(sys.argv[1])
os.environ["PLIMSOLL_CLI"] = str(BIN / "plimsoll-cli")
os.environ["PLIMSOLL_GUI"] = str(BIN / "plimsoll")
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "integration"))
from desktopkit import Desktop, Exchange, Program, until  # noqa: E402

CROSSINGS = 100


def account(coin):
    return {"id": coin.lower(), "name": coin, "mode": "isolated", "symbol": coin + "USDT", "baseAsset": coin, "quoteAsset": "USDT",
            "profile": "faq-2020-5x", "balances": [{"asset": coin, "free": "5"}, {"asset": "USDT", "borrowed": "800"}]}


def main():
    coins = [f"C{i:03}" for i in range(CROSSINGS)]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "script.json").write_text(json.dumps({"symbols": {c + "USDT": "200" for c in coins}, "advance": "manual", "steps": [{"at": 0}]}))
        (root / "portfolio.json").write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "accounts": [account(c) for c in coins]}))
        data = root / "data"
        subprocess.run([BIN / "plimsoll-cli", "--data-dir", data, "import", root / "portfolio.json"], check=True, capture_output=True)
        desktop = Desktop()
        exchange = Exchange("--script", root / "script.json")
        program = Program(data, exchange.url)
        try:
            until(lambda: len(program.query("SELECT 1 FROM status_event WHERE to_status = 'normal'")) == CROSSINGS, "the first prices")
            took = []
            for coin in coins:
                begin = time.monotonic()
                exchange.control("prices", {coin + "USDT": "170"})
                while not any(coin in told["summary"] + told["body"] for told in desktop.told):
                    if time.monotonic() - begin > 10:
                        sys.exit(f"{coin} never arrived")
                    time.sleep(0.001)
                took.append((time.monotonic() - begin) * 1000)
            took.sort()
            print(f"{CROSSINGS} crossings, all arrived: p50 {statistics.median(took):.0f} ms, p99 {took[int(len(took) * 0.99) - 1]:.0f} ms,"
                  f" longest {took[-1]:.0f} ms")
        finally:
            program.end()
            exchange.end()
            desktop.end()


if __name__ == "__main__":
    main()
