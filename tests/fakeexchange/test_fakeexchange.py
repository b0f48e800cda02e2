# SPDX-License-Identifier: GPL-3.0-or-later
"""Endpoints, price sources and scenarios of the fake exchange. Faults are in test_faults.py, loaded from here."""
import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from testsupport import HERE, PROGRAM, Running  # noqa: E402
import test_faults  # noqa: E402

SYMBOLS = {"ETHUSDT": "230.10000000", "BCHUSDT": "170", "币安人生USDT": "0.12", "BTCUSDT": "30000.000000000000000001"}
INVALID = {"code": -1121, "msg": "Invalid symbol."}


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = self.temporary.name

    def run_script(self, script, *args):
        running = Running("--script", write(self.folder, "script.json", json.dumps(script)), *args)
        self.addCleanup(running.close)
        return running


class Endpoints(Folder):
    def setUp(self):
        super().setUp()
        self.fx = self.run_script({"symbols": SYMBOLS, "advance": "manual", "status": {"BCHUSDT": "HALT"}})

    def refused(self, code, path, **query):
        status, _, body = self.fx.get(path, **query)
        self.assertEqual((status, json.loads(body)["code"]), (400, code))
        return json.loads(body)

    def test_ping_and_time(self):
        self.assertEqual(self.fx.get("/api/v3/ping")[2], b"{}")
        now = self.fx.json("/api/v3/time")["serverTime"]
        self.assertLess(abs(now - time.time() * 1000), 5000)

    def test_price_shapes_and_text(self):
        path = "/api/v3/ticker/price"
        self.assertEqual(self.fx.prices(), SYMBOLS)
        self.assertEqual(self.fx.json(path, symbol="BCHUSDT"), {"symbol": "BCHUSDT", "price": "170"})
        self.assertEqual(self.fx.json(path, symbol="币安人生USDT")["price"], "0.12")
        both = self.fx.json(path, symbols='["BTCUSDT","币安人生USDT"]')
        self.assertEqual([row["price"] for row in both], [SYMBOLS["BTCUSDT"], "0.12"])
        self.assertEqual(self.fx.get(path)[1]["Content-Type"].split(";")[0], "application/json")

    def test_unknown_symbol_fails_the_whole_call(self):
        for path in ("/api/v3/ticker/price", "/api/v3/ticker/24hr", "/api/v3/ticker/bookTicker", "/api/v3/exchangeInfo"):
            self.assertEqual(self.refused(-1121, path, symbol="NOPE"), INVALID)
            self.assertEqual(self.refused(-1121, path, symbols='["ETHUSDT","NOPE"]'), INVALID)

    def test_bad_parameters(self):
        path = "/api/v3/ticker/price"
        self.refused(-1128, path, symbol="ETHUSDT", symbols='["ETHUSDT"]')
        self.refused(-1100, path, symbols="ETHUSDT")
        self.refused(-1100, path, symbols="[]")
        self.refused(-1105, path, symbol="")
        self.refused(-1101, path, symbols='["ETHUSDT","ETHUSDT"]')
        self.refused(-1104, path, type="MINI")
        self.refused(-1220, path, symbol="BCHUSDT", symbolStatus="TRADING")
        self.refused(-1102, "/api/v3/klines", symbol="ETHUSDT")
        self.assertNotIn("BCHUSDT", self.fx.prices(symbolStatus="TRADING"))
        self.assertEqual(self.fx.get("/api/v3/nothing")[0], 404)

    def test_day_and_book(self):
        self.fx.control("prices", {"ETHUSDT": "240.10000000"})
        day = self.fx.json("/api/v3/ticker/24hr", symbol="ETHUSDT")
        self.assertEqual((day["openPrice"], day["lowPrice"], day["highPrice"], day["lastPrice"], day["priceChange"]),
                         ("230.10000000", "230.10000000", "240.10000000", "240.10000000", "10.00000000"))
        self.assertEqual((day["priceChangePercent"], day["askPrice"]), ("4.346", "240.10000001"))
        self.assertEqual(day["closeTime"] - day["openTime"], 86400000)
        self.assertLess(abs(day["closeTime"] - time.time() * 1000), 5000)
        mini = self.fx.json("/api/v3/ticker/24hr", symbols='["ETHUSDT"]', type="MINI")[0]
        self.assertEqual((mini["lastPrice"], "askPrice" in mini), ("240.10000000", False))
        book = self.fx.json("/api/v3/ticker/bookTicker", symbol="BCHUSDT")
        self.assertEqual((book["bidPrice"], book["askPrice"]), ("170", "171"))

    def test_exchange_info(self):
        info = self.fx.json("/api/v3/exchangeInfo", symbols='["ETHUSDT","BCHUSDT"]')
        self.assertEqual([(s["baseAsset"], s["quoteAsset"], s["status"]) for s in info["symbols"]],
                         [("ETH", "USDT", "TRADING"), ("BCH", "USDT", "HALT")])
        self.assertEqual(len(self.fx.json("/api/v3/exchangeInfo")["symbols"]), 4)

    def test_weights(self):
        price, day = "/api/v3/ticker/price", "/api/v3/ticker/24hr"
        calls = [(1, "/api/v3/ping", {}), (2, price, {"symbol": "ETHUSDT"}), (4, price, {"symbols": '["ETHUSDT"]'}),
                 (4, price, {}), (2, day, {"symbol": "ETHUSDT"}), (2, day, {"symbols": '["ETHUSDT"]'}), (80, day, {}),
                 (20, "/api/v3/exchangeInfo", {}), (2, "/api/v3/klines", {"symbol": "ETHUSDT", "interval": "1m"})]
        used = 0
        for weight, path, query in calls:
            now = int(self.fx.get(path, **query)[1]["X-MBX-USED-WEIGHT-1M"])
            self.assertIn(now, (used + weight, weight), path)  # the minute may have turned between two calls
            used = now

    def test_keep_alive_and_log(self):
        with self.fx.open() as sock:
            for _ in range(2):
                sock.sendall(b"GET /api/v3/ping HTTP/1.1\r\nHost: x\r\nX-Canary: secret\r\n\r\n")
                self.assertTrue(sock.recv(65536).startswith(b"HTTP/1.1 200 OK\r\n"))
        log = self.fx.control("log")
        self.assertEqual([(row["path"], row["headers"], row["connection"] == log[0]["connection"]) for row in log],
                         [("/api/v3/ping", ["Host", "X-Canary"], True)] * 2)
        self.assertNotIn("secret", json.dumps(log))

    def test_control_prices_and_errors(self):
        self.fx.control("prices", {"BTCUSDT": None, "NEWUSDT": "1.50"})
        self.assertEqual(self.fx.prices(), {k: v for k, v in SYMBOLS.items() if k != "BTCUSDT"} | {"NEWUSDT": "1.50"})
        for what, body in (("prices", '{"A":1}'), ("fault", '{"name":"nope"}'), ("fault", "["), ("step", '{"n":-1}')):
            self.assertEqual(self.fx.request("POST", "/control/" + what, body)[0], 400, body)
        self.assertEqual(self.fx.request("GET", "/control/nothing")[0], 404)


class Sources(Folder):
    def test_price_file_is_served_byte_for_byte(self):
        body = b'[ {"price":"0.07657000","symbol":"ETHBTC"},\n {"symbol":"X","price":1.50} ]\n'
        with Running("--prices", write(self.folder, "list.json", body)) as fx:
            self.assertEqual(fx.get("/api/v3/ticker/price")[2], body)
            self.assertEqual(fx.get("/api/v3/ticker/price", symbol="X")[2], b'{"symbol":"X","price":1.50}')
            fx.control("prices", {"X": "2"})
            self.assertEqual(fx.prices(), {"ETHBTC": "0.07657000", "X": "2"})

    def test_script_by_request_with_a_fault_of_one_step(self):
        fx = self.run_script({"symbols": {"A": "1"}, "advance": "request", "loop": True, "steps": [
            {"prices": {"A": "2"}, "label": "one"}, {"fault": "status_503"}, {"prices": {"A": None, "B": "3"}}]})
        self.assertEqual(fx.prices(), {"A": "2"})
        self.assertEqual(fx.control("state")["label"], "one")
        self.assertEqual(fx.get("/api/v3/ticker/price")[0], 503)
        self.assertEqual(fx.prices(), {"B": "3"})
        self.assertEqual(fx.prices()["A"], "2")

    def test_script_by_time_and_by_hand(self):
        script = {"symbols": {"A": "1"}, "startMs": 1000000, "steps": [
            {"at": 0, "prices": {"A": "2"}}, {"at": 100, "prices": {"A": "3"}}, {"at": 10000, "prices": {"A": "4"}}]}
        fx = self.run_script(script, "--speed", "500")
        until = time.monotonic() + 5
        while fx.control("state")["step"] < 2 and time.monotonic() < until:
            pass
        self.assertEqual((fx.prices(), fx.control("state")["done"]), ({"A": "3"}, False))
        fx = self.run_script(script, "--advance", "manual")
        self.assertEqual(fx.prices(), {"A": "1"})
        self.assertEqual(fx.control("step", {"n": 2})["step"], 2)
        self.assertEqual((fx.prices(), fx.json("/api/v3/time")), ({"A": "3"}, {"serverTime": 1100000}))
        self.assertTrue(fx.control("step", {"n": 5})["done"])

    def test_shipped_scripts_are_sound(self):
        for name in sorted(os.listdir(os.path.join(HERE, "scripts"))):
            with Running("--script", name, "--advance", "manual") as fx:
                self.assertIn("ETHUSDT", fx.prices(), name)

    def test_refusal_ends_with_its_step(self):
        fx = self.run_script({"symbols": {"A": "1"}, "advance": "time", "steps": [
            {"at": 0}, {"at": 0.6, "fault": "refuse:600"}, {"at": 0.9, "prices": {"A": "2"}}]})
        refused, until = False, time.monotonic() + 5
        while time.monotonic() < until:
            try:
                if fx.prices() == {"A": "2"}:
                    break
            except ConnectionRefusedError:
                refused = True
            except ConnectionResetError:
                pass  # was waiting in the queue of the socket that has just been closed
        self.assertTrue(refused)
        self.assertEqual(fx.prices(), {"A": "2"})

    def test_limits_are_enforced_on_request(self):
        fx = self.run_script({"symbols": {"A": "1"}, "advance": "manual"}, "--enforce-limits")
        statuses = [fx.get("/api/v3/ticker/24hr") for _ in range(160)]  # 80 each: past 6000 even if a minute turns once
        limited = [(s, h["Retry-After"].isdigit()) for s, h, _ in statuses if s != 200]
        self.assertIn((429, True), limited)

    def test_wrong_input_is_named(self):
        for args, word in ((["--fault", "nope"], "known: banned_text"), (["--fault", "delay"], "seconds"),
                           (["--script", write(self.folder, "a.json", '{"symbols":{"A":1}}')], "strings"),
                           (["--script", write(self.folder, "b.json", '{"steps":[{"fault":"nope"}]}')], "unknown fault"),
                           (["--candles", write(self.folder, "A-1m-x.csv", "1,2,3\n")], "A-1m-x.csv:1")):
            done = subprocess.run([sys.executable, PROGRAM, *args], capture_output=True, text=True, timeout=5)
            self.assertEqual((done.returncode, done.stdout), (65, ""), done.stderr)
            self.assertIn(word, done.stderr)

    def test_sigterm_is_quick(self):
        fx = Running("--fault", "silent")
        with fx.ask():
            began = time.monotonic()
            fx.process.send_signal(signal.SIGTERM)
            self.assertEqual(fx.process.wait(5), 0)
            self.assertLess(time.monotonic() - began, 1.0)
        fx.close()


# Rising, falling and flat candles; the two files start and end apart and share some sample times only.
ETH = [(600000, "10.00", "12.50", "9.10", "11.0"), (660000, "11", "11.5", "8", "8.5"), (720000, "8.5", "9", "8", "8.50")]
BCH = [(645000, "5", "6", "4", "4.9999"), (705000, "5", "7", "3", "5")]
EXPECTED = [  # worked out by hand from the rule, not by the code under test
    (600000, {"ETHUSDT": "10.00"}), (615000, {"ETHUSDT": "9.10"}), (630000, {"ETHUSDT": "12.50"}),
    (645000, {"ETHUSDT": "11.0", "BCHUSDT": "5"}), (660000, {"ETHUSDT": "11", "BCHUSDT": "6"}),
    (675000, {"ETHUSDT": "11.5", "BCHUSDT": "4"}), (690000, {"ETHUSDT": "8", "BCHUSDT": "4.9999"}),
    (705000, {"ETHUSDT": "8.5", "BCHUSDT": "5"}), (720000, {"ETHUSDT": "8.5", "BCHUSDT": "3"}),
    (735000, {"ETHUSDT": "8", "BCHUSDT": "7"}), (750000, {"ETHUSDT": "9", "BCHUSDT": "5"}),
    (765000, {"ETHUSDT": "8.50", "BCHUSDT": "5"})]


class Candles(Folder):
    SHIFT = 1735689000000  # the table's times are short for reading; microseconds are told by size, so real ones are needed

    def files(self):
        own = "open_time_ms,open,high,low,close,volume\n" + "".join(
            f"{t + self.SHIFT},{o},{h},{l},{c},1.5\n" for t, o, h, l, c in ETH)
        # Microseconds, twelve columns, no header, newest first, gzip.
        binance = "".join(f"{(t + self.SHIFT) * 1000},{o},{h},{l},{c},7,{(t + self.SHIFT + 59999) * 1000},1,2,3,4,0\n"
                          for t, o, h, l, c in reversed(BCH))
        return [write(self.folder, "ETHUSDT-1m-20250101.csv", own),
                write(self.folder, "BCHUSDT-part.csv.gz", gzip.compress(binance.encode()))]

    def test_one_step_per_request(self):
        with Running("--candles", *self.files()) as fx:
            self.assertEqual(fx.control("state")["total"], len(EXPECTED))
            for number, (moment, prices) in enumerate(EXPECTED):
                self.assertEqual(fx.prices(), prices, number)
                self.assertEqual(fx.json("/api/v3/time")["serverTime"], moment + self.SHIFT)
                self.assertEqual(fx.json("/api/v3/ticker/24hr", symbol="ETHUSDT")["closeTime"], moment + self.SHIFT)
                self.assertEqual(fx.control("state")["done"], number == len(EXPECTED) - 1)
            self.assertEqual(fx.prices(), EXPECTED[-1][1])

    def test_absent_before_the_first_candle(self):
        with Running("--candles", *self.files()) as fx:
            self.assertEqual(fx.get("/api/v3/ticker/price", symbol="BCHUSDT")[0], 400)

    def test_window_and_history(self):
        with Running("--candles", *self.files(), "--from-ms", str(self.SHIFT + 675000),
                     "--to-ms", str(self.SHIFT + 690000)) as fx:
            self.assertEqual([fx.prices(), fx.prices(), fx.prices()], [EXPECTED[5][1], EXPECTED[6][1], EXPECTED[6][1]])
            self.assertTrue(fx.control("state")["done"])

    def test_klines_never_show_the_future(self):
        with Running("--candles", *self.files(), "--advance", "manual") as fx:
            fx.control("step", {"n": 6})
            self.assertEqual(fx.json("/api/v3/klines", symbol="ETHUSDT", interval="1m"), [
                [600000 + self.SHIFT, "10.00", "12.50", "9.10", "11.0", "1.5", 659999 + self.SHIFT, "0", 0, "0", "0", "0"],
                [660000 + self.SHIFT, "11", "11.5", "11", "11.5", "1.5", 719999 + self.SHIFT, "0", 0, "0", "0", "0"]])
            fx.control("step", {"n": 99})
            rows = fx.json("/api/v3/klines", symbol="BCHUSDT", interval="1m", startTime=645001 + self.SHIFT)
            self.assertEqual(rows, [[705000 + self.SHIFT, "5", "7", "3", "5", "7", 764999 + self.SHIFT, "1", 2, "3", "4",
                                     "0"]])
            self.assertEqual(len(fx.json("/api/v3/klines", symbol="ETHUSDT", interval="1m", limit=2)), 2)
            self.assertEqual(fx.json("/api/v3/klines", symbol="ETHUSDT", interval="5m"), [])

    def test_by_time_and_exit_at_end(self):
        fx = Running("--candles", *self.files(), "--speed", "1000", "--exit-at-end")
        self.assertEqual(fx.process.wait(5), 0)
        fx.close()


def load_tests(loader, tests, _pattern):
    tests.addTests(loader.loadTestsFromModule(test_faults))
    return tests


if __name__ == "__main__":
    unittest.main()
