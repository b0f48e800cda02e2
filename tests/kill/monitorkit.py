# SPDX-License-Identifier: GPL-3.0-or-later
"""Both programs on one data directory, an exchange whose prices stand, and a witness of every ring: a sound player of our own, which notes
when it was started and by which process. No notification service is there."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
import urllib.request

from killkit import Failure, require

HERE = pathlib.Path(__file__).resolve().parent
FAKE_EXCHANGE = HERE.parent / "fakeexchange" / "fakeexchange.py"
PLAYER = """#!/bin/sh
echo "$PPID $(date +%s.%N)" >> "{rings}"
"""


def until(holds, what, patience=30):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        value = holds()
        if value:
            return value
        time.sleep(0.02)
    raise Failure(f"never happened: {what}")


def isolated(base, held="5", owed="800"):
    return {"id": base.lower(), "name": base, "mode": "isolated", "symbol": base + "USDT", "baseAsset": base, "quoteAsset": "USDT",
            "profile": "faq-2020-5x", "balances": [{"asset": base, "free": held}, {"asset": "USDT", "borrowed": owed}]}


class Exchange:
    def __init__(self, folder, **coins):
        script = folder / "script.json"
        script.write_text(json.dumps({"symbols": {coin + "USDT": price for coin, price in coins.items()}, "advance": "manual", "steps": [{"at": 0}]}))
        self._process = subprocess.Popen([sys.executable, "-B", FAKE_EXCHANGE, "--port", "0", "--script", script], stdout=subprocess.PIPE, text=True)
        self.url = self._process.stdout.readline().split()[-1]

    def prices(self, **coins):
        body = json.dumps({coin + "USDT": price for coin, price in coins.items()}).encode()
        with urllib.request.urlopen(urllib.request.Request(self.url + "/control/prices", data=body), timeout=5) as answer:
            answer.read()

    def end(self):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


class Home:
    """A data directory with its exchange and its witness."""

    def __init__(self, folder, cli, gui, exchange, *accounts):
        self.folder, self.cli, self.gui, self.exchange = pathlib.Path(folder), cli, gui, exchange
        self.data = self.folder / "data"
        self._rings = self.folder / "rings"
        players = self.folder / "bin"
        players.mkdir()
        (players / "pw-play").write_text(PLAYER.format(rings=self._rings))
        (players / "pw-play").chmod(0o700)
        self.environment = dict(os.environ, PATH=f"{players}:{os.environ['PATH']}", QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software",
                                XDG_RUNTIME_DIR=str(self.folder), DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        portfolio = self.folder / "portfolio.json"
        portfolio.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "accounts": list(accounts)}))
        self.run("import", portfolio)

    def run(self, *words, good=True):
        done = subprocess.run([self.cli, "--data-dir", self.data, *words], capture_output=True, text=True, timeout=60, check=False, env=self.environment)
        require(not good or done.returncode == 0, f"{words}: {done.returncode} {done.stdout}{done.stderr}")
        return done

    def alarms(self):
        return json.loads(self.run("alarms", "--json").stdout)

    def state(self, account, condition):
        found = [a["state"] for a in self.alarms()["alarms"] if a["account"] == account and a["condition"] == condition]
        return found[0] if found else ""

    def rings(self):
        """(process, seconds since 1970) of each, oldest first."""
        lines = self._rings.read_text().splitlines() if self._rings.exists() else []
        return [(int(line.split()[0]), float(line.split()[1])) for line in lines if len(line.split()) == 2]

    def rings_of(self, process, since=0.0):
        return [ring for ring in self.rings() if ring[0] == process.pid and ring[1] >= since]

    def monitor(self):
        """The process that signed the lock and still lives; 0 where there is none."""
        path = self.data / "plimsoll.monitor.lock"
        words = path.read_text().split() if path.exists() else []
        return int(words[0]) if words and pathlib.Path(f"/proc/{words[0]}").exists() else 0

    def watch(self, *words):
        return Process([self.cli, "--data-dir", self.data, "watch", "--price-url", self.exchange.url, "--interval", "200", "--json", *words], self.environment)

    def window(self, *words):
        return Process([self.gui, "--data-dir", self.data, "--price-url", self.exchange.url, "--poll-interval", "200", *words], self.environment)


class Process:
    """A program whose output is read as it comes: JSON lines of standard output as events, standard error as words."""

    def __init__(self, command, environment):
        self.started = time.time()
        self.events, self.words = [], []
        self._process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                         text=True, env=environment)
        self.pid = self._process.pid
        self._readers = [threading.Thread(target=self._read, args=(self._process.stdout, self._event), daemon=True),
                         threading.Thread(target=self._read, args=(self._process.stderr, self.words.append), daemon=True)]
        for reader in self._readers:
            reader.start()

    @staticmethod
    def _read(stream, take):
        with stream:
            for line in stream:
                take(line)

    def _event(self, line):
        if line.startswith("{") and line.endswith("}\n"):
            self.events.append(json.loads(line) | {"arrived": time.time()})

    def lives(self):
        return self._process.poll() is None

    def kill(self):
        self._process.kill()
        self._process.wait()
        killed = time.time()
        for reader in self._readers:
            reader.join(5)
        return killed

    def send(self, number):
        self._process.send_signal(number)

    def end(self, number=signal.SIGTERM, patience=15):
        if self.lives():
            self.send(number)
        code = self._process.wait(patience)
        for reader in self._readers:
            reader.join(5)
        return code

    def wait(self, patience=15):
        return self._process.wait(patience)
