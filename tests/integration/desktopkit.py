# SPDX-License-Identifier: GPL-3.0-or-later
"""The real desktop program on a private session bus, with our own notification service and the fake exchange beside it, each a process of
its own. For tests that follow an alarm from a price to a person and back."""
import json
import os
import pathlib
import queue
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CLI = os.environ.get("PLIMSOLL_CLI", "")
GUI = os.environ.get("PLIMSOLL_GUI", "")
FIXTURES = HERE.parent / "data"
FAKE_EXCHANGE = HERE.parent / "fakeexchange" / "fakeexchange.py"
FAKE_DESKTOP = HERE / "notify" / "fakedesktop.py"
PATIENCE_S = 30


def until(holds, what, patience=PATIENCE_S):
    """Waits for a condition of another process; its value, once it is true."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        value = holds()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"never happened: {what}")


class Desktop:
    """The notification service: what it was told, and what a person does there."""

    def __init__(self):
        self.told = []
        self._answers = queue.Queue()
        self._process = subprocess.Popen(["/usr/bin/python3", "-B", FAKE_DESKTOP], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout.readline().strip() == "ready"
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            if line.startswith("{"):
                self.told.append(json.loads(line))
            elif line.strip() == "done":
                self._answers.put(True)

    def say(self, command):
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        self._answers.get(timeout=10)

    def signal(self, number):
        self._process.send_signal(number)

    def end(self):
        self._process.kill()
        self._process.wait()
        self._reader.join(5)
        self._process.stdin.close()
        self._process.stdout.close()


class Exchange:
    def __init__(self, *arguments):
        self._process = subprocess.Popen([sys.executable, "-B", FAKE_EXCHANGE, "--port", "0", *map(str, arguments)], stdout=subprocess.PIPE, text=True)
        self.url = self._process.stdout.readline().split()[-1]

    def control(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.url + "/control/" + path, data=data), timeout=5) as answer:
            return json.load(answer)

    def end(self):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()


class Program:
    """plimsoll in a data directory; what it stored is read from the database beside it."""

    def __init__(self, data, url, *arguments, environment=None):
        self.data = data
        own = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", XDG_RUNTIME_DIR=str(data.parent), **(environment or {}))
        self.process = subprocess.Popen([GUI, "--data-dir", data, "--price-url", url, "--poll-interval", "250", *arguments], env=own)

    def query(self, sql, *values):
        try:
            database = sqlite3.connect(f"file:{self.data / 'plimsoll.db'}?mode=ro", uri=True)
            try:
                return database.execute(sql, values).fetchall()
            finally:
                database.close()
        except sqlite3.OperationalError:
            return []  # not made yet, or being written

    def state(self, account, condition):
        rows = self.query("SELECT state FROM alarm_state WHERE account = ? AND condition = ?", account, condition)
        return rows[0][0] if rows else ""

    def outbox(self, channel):
        return self.query("SELECT occurrence, number, result, detail FROM alarm_outbox WHERE channel = ? ORDER BY time, number", channel)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
