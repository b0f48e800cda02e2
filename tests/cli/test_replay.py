# SPDX-License-Identifier: GPL-3.0-or-later
"""`replay`: crashes, line by line against an independent walk, and every shape of candle file the contract names."""
import contextlib
import csv
import gzip
import json
import random
import sqlite3
from fractions import Fraction

import oracle
from harness import CliTest, DATA, FIXTURES, OK, USAGE, isolated, main, portfolio, reference

CRASH_FROM, CRASH_TO = 1646092800000, 1646114400000  # 2022-03-01, the first six hours UTC, as tests/data/candles/crash has them
FALL_FROM, FALL_TO = CRASH_FROM + 150 * 60000, CRASH_FROM + 220 * 60000
HEADER = "open_time_ms,open,high,low,close,volume\n"


def read_rows(path, start=0, end=1 << 62):
    opened = gzip.open(path, "rt") if path.suffix == ".gz" else open(path, encoding="ascii")
    with opened as text:
        return [(int(r[0]), *r[1:5]) for r in csv.reader(text) if r[0].isdigit() and start <= int(r[0]) < end]


def leveraged(base, price, leverage_debt="4/5", **more):
    """An isolated account that bought 10 units at `price` with that share of the money borrowed."""
    debt = oracle.plain(oracle.rounded(Fraction(price) * 10 * Fraction(leverage_debt), 8, oracle.DOWN))
    return isolated(base, "10", debt, **more)


class CandleTest(CliTest):
    crash_files = FIXTURES / "candles" / "crash", "{}USDT-1m-20220301.csv"

    def candle_file(self, name, rows, header=HEADER, line=lambda r: ",".join(map(str, (*r, "1")))):
        return self.write(name, header + "".join(line(row) + "\n" for row in rows))

    def crash(self, *bases, start=CRASH_FROM, end=CRASH_TO):
        candles, files, (folder, name) = {}, [], self.crash_files
        for base in bases:
            rows = read_rows(folder / name.format(base), start, end)
            candles[base + "USDT"] = rows
            files.append(self.candle_file(f"{base}USDT-1m-cut.csv", rows))
        return candles, files


class ReplayCase(CandleTest):
    def replay(self, body, *files):
        done = self.run_cli("replay", "--portfolio", self.write("p.json", body), "--klines", *files, "--json", timeout=120)
        self.assertEqual(done.code, OK, done.err)
        lines = done.lines()
        self.assertEqual(lines[-1]["event"], "summary")
        self.assertTrue(all(line["event"] == "status" for line in lines[:-1]))
        return lines[:-1], lines[-1], done

    def compare(self, body, candles, files, interval=60000):
        events, summary, done = self.replay(body, *files)
        wanted, wanted_summary = oracle.replay(body, candles, interval)
        for got, want in zip(events, wanted):
            self.assertEqual({k: got[k] for k in ("time", "account", "from", "to", "marginLevel")}, {k: want[k] for k in ("time", "account", "from", "to", "marginLevel")})
            self.assertEqual({s: Fraction(p) for s, p in got["prices"].items()}, want["prices"], got)
        self.assertEqual(len(events), len(wanted))
        self.assertEqual(summary["samples"], wanted_summary["samples"])
        self.assertEqual(summary["evaluations"], wanted_summary["evaluations"])
        for got, want in zip(summary["accounts"], wanted_summary["accounts"], strict=True):
            self.assertEqual({k: got[k] for k in ("id", "lowestLevel", "lowestAt")}, {k: want[k] for k in ("id", "lowestLevel", "lowestAt")})
            self.assertEqual(got["status"], "liquidated" if want["closed"] else want["status"])
        return events, summary, done

    def assert_crash(self, candles, files, owed):
        """`owed`: USDT of the cross account."""
        bases = [symbol[:-4] for symbol in candles]
        accounts = [leveraged(base, candles[base + "USDT"][0][1]) for base in bases]
        accounts += [leveraged(base, candles[base + "USDT"][0][1], share, id=f"{base}-{name}", owner=name) for base in bases for name, share in (("low", "1/2"), ("mid", "2/3"))]
        cross = {"id": "cross", "name": "cross", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "balances": [
            {"asset": "BTC", "free": "0.5"}, {"asset": "ETH", "free": "5", "locked": "1"}, {"asset": "DOGE", "free": "20000"},
            {"asset": "BCH", "borrowed": "3", "interest": "0.001"}, {"asset": "USDT", "borrowed": owed}]}
        short = isolated("ETH", "0", "0", id="short", owner="short", balances=[{"asset": "USDT", "free": "4200"}, {"asset": "ETH", "borrowed": "1"}])
        idle = isolated("BTC", "1", "0", id="idle", owner="idle")
        events, summary, _ = self.compare(portfolio(cross, *accounts, short, idle), candles, files)
        self.assertGreater(len(events), 20)
        ends = {a["id"]: a["status"] for a in summary["accounts"]}
        self.assertEqual(ends["b-ethusdt"], "liquidated")
        self.assertEqual(ends["idle"], "no_debt")
        self.assertIsNone(next(a for a in summary["accounts"] if a["id"] == "idle")["lowestLevel"])
        firsts = [e for e in events if e["time"] == candles["BTCUSDT"][0][0]]
        self.assertEqual([e["account"] for e in firsts if e["from"] is None], [a["id"] for a in [cross, *accounts, short, idle]])
        closed = set()
        for event in events:
            self.assertNotIn(event["account"], closed)
            if event["to"] == "liquidation":
                closed.add(event["account"])

    def assert_collapse(self, path, coin):
        rows = read_rows(path)
        body = portfolio(leveraged(coin, rows[0][1]), leveraged(coin, rows[0][1], "1/4", id="mild", owner="m"), leveraged(coin, "0.00001", id="tiny", owner="t"))
        _, summary, _ = self.compare(body, {coin + "USDT": rows}, [path])
        ends = {a["id"]: a["status"] for a in summary["accounts"]}
        self.assertEqual((ends[f"b-{coin.lower()}usdt"], ends["mild"]), ("liquidated", "liquidated"))

    def assert_hours(self, path, price):
        rows = read_rows(path)
        self.compare(portfolio(leveraged("BCH", rows[0][1]), leveraged("BCH", price, id="late", owner="l")), {"BCHUSDT": rows}, [path], interval=3600000)


class ReplayTest(ReplayCase):
    # crashes of our own making (tests/data)

    def test_crash(self):
        self.assert_crash(*self.crash("BTC", "ETH", "BCH", "DOGE"), "30000")

    def test_collapse(self):
        self.assert_collapse(FIXTURES / "candles" / "collapse" / "ACMEUSDT-1m-20220301.csv", "ACME")

    def test_hourly_gz(self):
        self.assert_hours(FIXTURES / "candles" / "hourly" / "BCHUSDT-1h-20220301-20220310.csv.gz", "80")

    def test_every_form_of_a_file_tells_the_same(self):
        told = set()
        for path in sorted((FIXTURES / "candles" / "formats").glob("ETHUSDT-*")):
            told.add(self.replay(portfolio(isolated("ETH", "5", "12750")), path)[2].raw)
        self.assertEqual(len(told), 1)
        self.assertIn(b"margin_call", told.pop())

    def test_two_runs_are_byte_identical(self):
        candles, files = self.crash("BTC", "ETH")
        body = portfolio(leveraged("BTC", candles["BTCUSDT"][0][1]), leveraged("ETH", candles["ETHUSDT"][0][1]))
        runs = [self.replay(body, *files)[2].raw for _ in range(2)]
        self.assertEqual(*runs)
        self.assertEqual(self.replay(body, *reversed(files))[2].raw, runs[0])

    def test_files_of_one_symbol_are_joined(self):
        candles, files = self.crash("ETH")
        rows = candles["ETHUSDT"]
        halves = [self.candle_file("ETHUSDT-1m-a.csv", rows[:170]), self.candle_file("ETHUSDT-1m-b.csv", rows[170:])]
        body = portfolio(leveraged("ETH", rows[0][1]))
        whole = self.replay(body, *files)[2].raw
        self.assertEqual(self.replay(body, *halves)[2].raw, whole)
        self.assertEqual(self.replay(body, *reversed(halves))[2].raw, whole)

    def test_price_is_unknown_before_its_first_candle(self):
        candles, _ = self.crash("BTC", "ETH", end=CRASH_FROM + 3600000)
        candles["ETHUSDT"] = candles["ETHUSDT"][30:]
        files = [self.candle_file(f"{symbol}-1m-cut.csv", rows) for symbol, rows in candles.items()]
        cross = {"id": "cross", "name": "c", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "balances": [
            {"asset": "BTC", "free": "1"}, {"asset": "ETH", "free": "1"}, {"asset": "USDT", "borrowed": "36000"}]}
        never = isolated("BCH")
        events, _, _ = self.compare(portfolio(cross, leveraged("BTC", candles["BTCUSDT"][0][1]), never), candles, files)
        steps = [(e["time"] - CRASH_FROM, e["from"], e["to"]) for e in events if e["account"] == "cross"]
        self.assertEqual(steps[:2], [(0, None, "unknown"), (30 * 60000, "unknown", "normal")])
        self.assertEqual([e["to"] for e in events if e["account"] == never["id"]], ["unknown"])

    def test_an_account_that_carries_itself_does_not_wait_for_a_candle(self):
        candles, _ = self.crash("BTC", "ETH", end=CRASH_FROM + 3600000)
        candles["ETHUSDT"] = candles["ETHUSDT"][30:]
        files = [self.candle_file(f"{symbol}-1m-cut.csv", rows) for symbol, rows in candles.items()]
        cross = {"id": "cross", "name": "c", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "balances": [
            {"asset": "BTC", "free": "1"}, {"asset": "ETH", "free": "1"}, {"asset": "USDT", "borrowed": "20000"}]}
        events, _, summary = self.compare(portfolio(cross), candles, files)
        self.assertEqual([(e["time"] - CRASH_FROM, e["to"], e["marginLevel"]) for e in events], [(0, "normal", None)])

    # what was recorded here

    def walk(self, seed, price, count):
        """Candles of a minute that fall by a third, with their ups and downs."""
        rng, rows, at = random.Random(seed), [], Fraction(price)
        for minute in range(count):
            close = at * (1 + Fraction(rng.randint(-60, 50), 10000))
            high, low = max(at, close) * (1 + Fraction(rng.randint(0, 20), 10000)), min(at, close) * (1 - Fraction(rng.randint(0, 20), 10000))
            rows.append((CRASH_FROM + minute * 60000, *(oracle.plain(oracle.rounded(x, 4, oracle.DOWN)) for x in (at, high, low, close))))
            at = oracle.rounded(close, 4, oracle.DOWN)
        return rows

    def record(self, candles):
        """Lays the samples of candles into the data directory's history, as a watch that looks every quarter of a candle would have."""
        with contextlib.closing(sqlite3.connect(self.database_file())) as database:
            for symbol, rows in candles.items():
                for opened, o, h, l, c in rows:
                    order = (o, l, h, c) if Fraction(c) >= Fraction(o) else (o, h, l, c)
                    for quarter, price in enumerate(order):
                        time, plain = opened + quarter * 15000, oracle.plain(Fraction(price))
                        database.execute("INSERT INTO price_history VALUES (?, 1, ?, ?, ?)", (symbol, time, time, plain))
                        for step in (60000, 3600000):
                            database.execute("INSERT OR IGNORE INTO price_history VALUES (?, ?, ?, ?, ?)", (symbol, step, time // step * step, time, plain))
            database.commit()

    def test_recorded_prices_replay_as_the_candles_they_come_from(self):
        candles = {symbol: self.walk(symbol, price, 900) for symbol, price in (("ETHUSDT", 3380), ("BCHUSDT", 1080))}
        candles["BCHUSDT"] = candles["BCHUSDT"][:60] + candles["BCHUSDT"][130:]  # nobody watched for an hour and ten minutes
        files = [self.candle_file(f"{symbol}-1m-cut.csv", rows) for symbol, rows in candles.items()]
        body = portfolio(leveraged("ETH", candles["ETHUSDT"][0][1]), leveraged("BCH", candles["BCHUSDT"][0][1]))
        events, _, done = self.replay(body, *files)
        self.assertIn("unknown", [event["to"] for event in events])
        self.load(body)
        self.record(candles)
        before = self.fingerprint()
        self.assertEqual(self.ok("replay", "--history", "--json").raw, done.raw)
        self.assertEqual(self.ok("replay", "--history", "--portfolio", self.write("p.json", body), "--json").raw, done.raw)
        self.assertEqual(self.fingerprint(), before)
        alarms = self.run_cli("replay", "--alarms", "--portfolio", self.write("p.json", body), "--klines", *files, "--json", timeout=120)
        self.assertEqual(self.ok("replay", "--history", "--alarms", "--json", timeout=120).raw, alarms.raw)
        part = self.ok("replay", "--history", "--from", CRASH_FROM + 3 * 3600000, "--to", CRASH_FROM + 4 * 3600000 - 1, "--json").lines()
        self.assertEqual(part[-1]["samples"], 2 * 4 * 60)
        self.assertTrue(all(CRASH_FROM + 3 * 3600000 <= event["time"] < CRASH_FROM + 4 * 3600000 for event in part[:-1]))

    def test_what_goes_with_a_history_and_what_does_not(self):
        self.load(portfolio(isolated("ETH")))
        nothing = self.db("replay", "--history", "--json")
        self.assertEqual((nothing.code, nothing.out), (DATA, ""))
        self.assertIn("no price was recorded", nothing.err)
        body, file = self.write("p.json", portfolio(isolated("ETH"))), self.candle_file("ETHUSDT-1m-x.csv", [(0, "1", "1", "1", "1")])
        for words in (("--history", "--klines", file), ("--history", "--from", "5", "--to", "5"), ("--history", "--from", "-1"), ("--portfolio", body),
                      ("--klines", file), ("--portfolio", body, "--klines", file, "--from", "0"), ()):
            with self.subTest(words=words):
                done = self.db("replay", *words)
                self.assertEqual((done.code, done.out), (USAGE, ""), done.err)

    # shapes of a file

    def test_samples_of_one_candle(self):
        up, down = (0, "10", "12", "9", "11"), (60000, "11", "12", "9", "10")
        body = portfolio(isolated("ETH", "1", "8.7"))
        for rows, wanted in (([up], [(0, "normal"), (15000, "liquidation")]), ([(0, "11", "12", "9", "10")], [(0, "normal"), (30000, "liquidation")]),
                             ([(0, "11", "12", "9.5", "11")], [(0, "normal"), (15000, "margin_call"), (30000, "normal")]), ([up, down], [(0, "normal"), (15000, "liquidation")])):
            events, summary, _ = self.replay(body, self.candle_file("ETHUSDT-1m-x.csv", rows))
            self.assertEqual([(e["time"], e["to"]) for e in events], wanted)
            self.assertEqual(summary["samples"], 4 * len(rows))

    def test_twelve_columns_header_or_not_ms_or_us_plain_or_gz(self):
        candles, files = self.crash("ETH", start=FALL_FROM, end=FALL_TO)
        rows = candles["ETHUSDT"]
        body = portfolio(leveraged("ETH", rows[0][1], "9/10"), leveraged("ETH", rows[0][1], "3/4", id="x", owner="x"))
        wanted = self.replay(body, *files)[2].raw
        names = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n"

        def twelve(factor):
            close = lambda row: row[0] * factor + 60000 * factor - 1
            return lambda row: ",".join(map(str, (row[0] * factor, *row[1:], "12.5", close(row), "100.1", "7", "3.2", "50", "0")))
        self.assertGreater(len(wanted.splitlines()), 4)
        for header in ("", names):
            for factor in (1, 1000):
                with self.subTest(header=bool(header), factor=factor):
                    path = self.candle_file("ETHUSDT-1m-2022-03-01.csv", rows, header, twelve(factor))
                    self.assertEqual(self.replay(body, path)[2].raw, wanted)
                    packed = self.write("ETHUSDT-1m-packed.csv.gz", gzip.compress(path.read_bytes()))
                    self.assertEqual(self.replay(body, packed)[2].raw, wanted)

    def test_crlf_and_no_last_newline(self):
        candles, files = self.crash("ETH", start=FALL_FROM, end=FALL_TO)
        body = portfolio(leveraged("ETH", candles["ETHUSDT"][0][1], "9/10"))
        wanted = self.replay(body, *files)[2].raw
        text = files[0].read_bytes()
        self.assertEqual(self.replay(body, self.write("ETHUSDT-1m-crlf.csv", text.replace(b"\n", b"\r\n")))[2].raw, wanted)
        self.assertEqual(self.replay(body, self.write("ETHUSDT-1m-end.csv", text.rstrip(b"\n")))[2].raw, wanted)

    def test_table_is_for_people(self):
        candles, files = self.crash("ETH")
        body = portfolio(leveraged("ETH", candles["ETHUSDT"][0][1]))
        done = self.run_cli("replay", "--portfolio", self.write("p.json", body), "--klines", *files)
        self.assertEqual(done.code, OK, done.err)
        words = done.out.lower().replace("_", " ")
        for word in ("margin call", "liquidation", "b-ethusdt", "2022-03-01"):
            self.assertIn(word, words)
        self.assertNotIn("{", done.out)

    # bad files

    def test_bad_candle_files_are_refused_with_their_place(self):
        good = "1621425600000,10,12,9,11,1\n"
        cases = {"text": (HEADER + good + "1621425660000,ten,12,9,11,1\n", "3"), "nan": (HEADER + good + good.replace("9", "NaN").replace("NaN0", "90"), "3"),
                 "negative": (HEADER + "1621425600000,10,12,-9,11,1\n", "2"), "zero": (HEADER + "1621425600000,10,12,0,11,1\n", "2"),
                 "few": (HEADER + good + "1621425660000,10,12\n", "3"), "digits": (HEADER + "1621425600000,1" + "0" * 18 + ",12,9,11,1\n", "2"),
                 "time": (HEADER + "yesterday,10,12,9,11,1\n", "2"), "html": ("<html><body>no</body></html>\n", ""), "empty": ("", "")}
        body = self.write("p.json", portfolio(isolated("ETH")))
        for name, (text, line) in cases.items():
            with self.subTest(name):
                path = self.write(f"ETHUSDT-1m-{name}.csv", text)
                done = self.run_cli("replay", "--portfolio", body, "--klines", path, "--json")
                self.assertEqual(done.code, DATA, f"{done.err} {done.out}")
                self.assertIn(path.name, done.err)
                self.assertIn(line, done.err)

    def test_truncated_gz_and_gzip_bomb(self):
        rows = [(i * 60000, "10", "12", "9", "11") for i in range(5000)]
        packed = gzip.compress(self.candle_file("ETHUSDT-1m-x.csv", rows).read_bytes())
        bomb = gzip.compress(HEADER.encode() + b"0" * (300 << 20), 9)
        body = self.write("p.json", portfolio(isolated("ETH")))
        for name, content in (("cut", packed[: len(packed) // 2]), ("flip", packed[:200] + bytes([packed[200] ^ 255]) + packed[201:]), ("bomb", bomb), ("plain", b"not gzip at all")):
            with self.subTest(name):
                path = self.write(f"ETHUSDT-1m-{name}.csv.gz", content)
                done = self.run_cli("replay", "--portfolio", body, "--klines", path, "--json", timeout=30)
                self.assertEqual(done.code, DATA, f"{done.err} {done.out[:300]}")
                self.assertIn(path.name, done.err)

    def test_reference_portfolio_in_one_line(self):
        """The example of the contract: the event's fields, nothing renamed."""
        events, _, _ = self.replay(reference(), self.candle_file("BCHUSDT-1m-x.csv", [(1621428600000, "200", "200", "170", "170")]),
                                   self.candle_file("ETHUSDT-1m-x.csv", [(1621428600000, "200", "230", "200", "230")]))
        event = next(e for e in events if e["to"] == "margin_call")
        self.assertEqual({**event, "prices": {s: json.dumps(p) for s, p in event["prices"].items()}},
                         {"time": 1621428630000, "account": "b-bchusdt", "event": "status", "from": "normal", "to": "margin_call", "marginLevel": "1.0625", "prices": {"BCHUSDT": '"170"'}})


if __name__ == "__main__":
    main()
