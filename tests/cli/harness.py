# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command-line tests share: running the product, a data directory for each test, the fake exchange, watching a watch."""
import hashlib
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

CLI = os.environ.get("PLIMSOLL_CLI", "")
FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "data"  # its README.md says what is there
EXCHANGE = pathlib.Path(__file__).resolve().parent.parent / "fakeexchange" / "fakeexchange.py"

OK, USAGE, DATA, UNAVAILABLE, CANNOT_WRITE, IO = 0, 64, 65, 69, 73, 74

A_CROSS = {"id": "a-cross", "name": "User A", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "contributed": "400",
           "balances": [{"asset": "ETH", "free": "5"}, {"asset": "BCH", "free": "5"}, {"asset": "USDT", "borrowed": "1600"}]}


def isolated(base, amount="5", debt="800", **more):
    account = {"id": f"b-{base.lower()}usdt", "name": f"User B {base}", "mode": "isolated", "symbol": f"{base}USDT", "baseAsset": base,
               "quoteAsset": "USDT", "profile": "faq-2020-5x", "contributed": "200",
               "balances": [{"asset": base, "free": amount}, {"asset": "USDT", "borrowed": debt}]}
    account.update(more)
    return account


def portfolio(*accounts, wallets=None):
    body = {"format": "plimsoll-portfolio", "version": 1, "accounts": list(accounts)}
    if wallets is not None:
        body["wallets"] = wallets
    return body


def reference():
    return portfolio(A_CROSS, isolated("ETH"), isolated("BCH"),
                     wallets=[{"id": "spot", "balances": [{"asset": "USDT", "free": "1000"}, {"asset": "BCH", "free": "3"}]}])


def ticker(**prices):
    return [{"symbol": symbol, "price": price} for symbol, price in prices.items()]


class Run:
    def __init__(self, code, out, err):
        self.code, self.raw, self.out, self.err = code, out, out.decode("utf-8"), err.decode("utf-8")

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def run(*words, timeout=60, env=None, prefix=()):
    done = subprocess.run([*prefix, CLI, *map(str, words)], capture_output=True, timeout=timeout, stdin=subprocess.DEVNULL,
                          env={**os.environ, **(env or {})})
    return Run(done.returncode, done.stdout, done.stderr)


class CliTest(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        if not CLI or not os.access(CLI, os.X_OK):
            raise unittest.SkipTest("PLIMSOLL_CLI names no program")

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plimsoll-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / "data"

    def write(self, name, content):
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    def run_cli(self, *words, **more):
        return run(*words, **more)

    def db(self, *words, **more):
        return run("--data-dir", self.data, *words, **more)

    def ok(self, *words, **more):
        done = self.db(*words, **more)
        self.assertEqual(done.code, OK, f"{words}: {done.err}{done.out}")
        return done

    def load(self, body):
        return self.ok("import", self.write("portfolio.json", body))

    def evaluate(self, body, prices):
        done = run("evaluate", "--portfolio", self.write("p.json", body), "--prices", self.write("prices.json", prices), "--json")
        self.assertEqual(done.code, OK, done.err)
        return done.json()["accounts"]

    def export(self):
        return self.ok("export").raw

    def journal(self, *words):
        return self.ok("journal", "--json", *words).lines()

    def top_up(self, account, asset, amount, *words):
        return self.db("top-up", "--account", account, "--asset", asset, "--amount", amount, *words)

    def fingerprint(self):
        """The data directory's files with their content; side files of an open database are not there when nobody has it open."""
        return {str(p.relative_to(self.folder)): hashlib.sha256(p.read_bytes()).hexdigest()
                for p in sorted(self.data.rglob("*")) if p.is_file() and not p.name.endswith(("-wal", "-shm", ".log", ".lock"))}

    def database_file(self):
        for path in sorted(self.data.rglob("*")):
            if path.is_file() and path.read_bytes()[:15] == b"SQLite format 3":
                return path
        self.fail("no database was made")


class Exchange:
    """The fake exchange as a child process; use as a context manager."""

    def __init__(self, *words):
        self.words = [str(word) for word in words]

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, str(EXCHANGE), "--port", "0", *self.words], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            self.process.kill()
            raise AssertionError("the fake exchange did not start: " + self.process.stderr.read())
        self.url = line.split()[-1]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()
        self.process.stderr.close()

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.url + path, data=data), timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def prices(self, **prices):
        self.ask("/control/prices", prices)

    def fault(self, name, **args):
        self.ask("/control/fault", {"name": name, "count": -1, "args": args})

    def status(self, **status):
        self.ask("/control/status", status)

    def heal(self):
        self.ask("/control/fault", {"name": "none"})

    def state(self):
        return self.ask("/control/state")


class Watch:
    """`watch --json` as a child process whose events are read as they come."""

    def __init__(self, data, url, interval=150, seconds=60, words=(), env=None):
        self.events, self.fresh = [], queue.Queue()
        self.process = subprocess.Popen([CLI, "--data-dir", str(data), "watch", "--price-url", url, "--interval", str(interval),
                                         "--for", str(seconds), "--json", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env={**os.environ, **(env or {})})
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            event = json.loads(line)
            event["arrived"] = time.monotonic()
            self.events.append(event)
            self.fresh.put(event)

    def wait(self, wanted, seconds=5):
        """The next event that `wanted` accepts, or None."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                event = self.fresh.get(timeout=left)
            except queue.Empty:
                return None
            if wanted(event):
                return event
        return None

    def memory_kb(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(next((line for line in status if line.startswith("VmHWM")), "gone 0").split()[1])

    def kill(self):
        """As a crash: nothing is tidied up."""
        self.process.kill()
        self.process.wait(5)
        self.reader.join(2)

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            code = self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("watch did not end within 5 s of SIGTERM")
        finally:
            self.reader.join(2)
            self.process.stdout.close()
            self.process.stderr.close()
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def main():
    unittest.main(verbosity=1)
