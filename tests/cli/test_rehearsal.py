# SPDX-License-Identifier: GPL-3.0-or-later
"""A rehearsal is as strict as life: what is missing ages, what is ambiguous is refused with its place, what fits nobody is said, and the order of
the words changes nothing. Series and accounts are made from seeds (series.py); the second opinion is oracle.py."""
import gzip
import io
import os
import subprocess
import unittest
import zipfile
from fractions import Fraction

import oracle
from harness import CLI, DATA, OK, CliTest, isolated, main, portfolio, run
from series import MINUTE, START, Maker, book, six, twelve


def zipped(text):
    """One file in an archive, as the exchange offers candles."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("candles.csv", text)
    return whole.getvalue()


PACKED = {".csv": lambda text: text, ".csv.gz": gzip.compress, ".zip": zipped}


class RehearsalTest(CliTest):
    def replay(self, body, *files, words=("--json",), code=OK, **more):
        done = self.run_cli("replay", "--portfolio", self.write("p.json", body), "--klines", *files, *words, **more)
        self.assertEqual(done.code, code, done.err)
        return done

    def assert_agrees(self, body, candles, done):
        events, summary = done.lines()[:-1], done.lines()[-1]
        wanted, wanted_summary = oracle.replay(body, candles)
        fields = ("time", "account", "from", "to", "marginLevel")
        self.assertEqual([{f: e[f] for f in fields} for e in events], [{f: e[f] for f in fields} for e in wanted])
        self.assertEqual([{s: Fraction(p) for s, p in e["prices"].items()} for e in events], [e["prices"] for e in wanted])
        self.assertEqual((summary["samples"], summary["evaluations"]), (wanted_summary["samples"], wanted_summary["evaluations"]))
        return events

    # what is missing ages

    def test_holes_odd_rows_and_early_ends_against_a_second_opinion(self):
        unknown = 0
        for seed in range(6):
            with self.subTest(seed=seed):
                maker = Maker(seed)
                candles = {f"{coin}USDT": maker.walk(START + maker.random.randrange(5) * MINUTE, maker.random.randrange(20, 160), price, hole=0.05, odd=0.05, fall=0.12)
                           for coin, price in (("ETH", 200.0), ("BCH", 300.0), ("LTC", 60.0))}
                files = [self.write(f"{symbol}.csv", twelve(rows, 1000 if symbol == "BCHUSDT" else 1)) for symbol, rows in candles.items()]
                body = book({symbol[:-4]: rows[0][1] for symbol, rows in candles.items()})
                events = self.assert_agrees(body, candles, self.replay(body, *files))
                unknown += sum(e["to"] == "unknown" and e["from"] not in (None, "unknown") for e in events)
        self.assertGreater(unknown, 50)

    def test_alarms_of_a_hole(self):
        for seed in range(2):
            with self.subTest(seed=seed):
                maker = Maker(100 + seed)
                before = maker.walk(START, 30)
                after = maker.walk(START + 120 * MINUTE, 30)
                path = self.write("ETHUSDT-1m-hole.csv", six(before + after))
                body = portfolio(isolated("ETH", "10", "1000", id="far"), isolated("ETH", "10", f"{float(before[0][1]) * 8.2:.2f}", id="near", owner="n"))
                lines = self.replay(body, path, words=("--alarms", "--json")).lines()
                last = before[-1][0] + 45000
                for account in ("far", "near"):
                    stale = [line for line in lines if line["event"] == "alarm" and line["account"] == account and line["condition"] == "stale"]
                    self.assertEqual([line["to"] for line in stale], ["active", "active", "normal"][:: 2 if len(stale) == 2 else 1], stale)
                    self.assertTrue(last + 90000 < stale[0]["time"] <= last + 100000, stale)
                    self.assertEqual(stale[-1]["time"], after[0][0] + 15000)
                told = [line["time"] for line in lines if line["event"] == "notice" and not line["quiet"] and line["time"] > last + 90000
                        and line["time"] < after[0][0] and any(alarm["condition"] == "stale" for alarm in line["alarms"])]
                self.assertGreater(len(told), 3)

    def test_one_odd_row_shortens_no_other(self):
        rows = Maker(7).walk(START, 60, length=60 * MINUTE)
        odd = (rows[20][0] + MINUTE, *rows[20][1:5], 60 * MINUTE)
        mixed = sorted([*rows, odd])
        body = book({"ETH": rows[0][1]})
        for name in ("ETHUSDT-1h-x.csv", "ETHUSDT.csv"):
            with self.subTest(name):
                done = self.replay(body, self.write(name, six(mixed)))
                self.assert_agrees(body, {"ETHUSDT": mixed}, done)
                self.assertFalse([e for e in done.lines() if e.get("to") == "unknown"])

    # the order of the words, and how rows are dealt out to files

    def test_dealt_out_shuffled_repeated_packed_is_the_same(self):
        for seed in range(4):
            with self.subTest(seed=seed):
                maker = Maker(200 + seed)
                candles = {f"{coin}USDT": maker.walk(START, 80, price, hole=0.04, odd=0.04, fall=0.1) for coin, price in (("ETH", 200.0), ("BCH", 300.0))}
                body = book({symbol[:-4]: rows[0][1] for symbol, rows in candles.items()})
                whole = [self.write(f"{symbol}-whole.csv", twelve(rows)) for symbol, rows in candles.items()]
                files = []
                for symbol, rows in candles.items():
                    for index, heap in enumerate(maker.deal(rows, maker.random.randrange(1, 5))):
                        heap = sorted({*heap, *maker.random.sample(rows, 5)})
                        text = twelve(heap, maker.random.choice((1, 1000))).encode()
                        ending, pack = maker.random.choice(list(PACKED.items()))
                        files.append(self.write(f"{symbol}-{index}{ending}", pack(text)))
                for words in (("--json",), ("--alarms", "--json")):
                    wanted = self.replay(body, *whole, words=words).raw
                    self.assertEqual(self.replay(body, *maker.shuffled(files), words=words).raw, wanted)
                    self.assertEqual(self.replay(body, *maker.shuffled([*files, *whole]), words=words).raw, wanted)

    def test_what_is_ambiguous_is_refused_with_its_place_in_any_order(self):
        rows = Maker(3).walk(START, 10)
        changed = [*rows[:4], (rows[4][0], *(f"{float(price) * 2:.4f}" for price in rows[4][1:5]), MINUTE), *rows[5:]]
        hour = [(START, rows[0][1], "900", "1", rows[9][4], 60 * MINUTE)]
        cases = {"contradiction": (("ETHUSDT-1m-b.csv", six(changed)), ("ETHUSDT-1m-a.csv", six(rows)), "ETHUSDT-1m-b.csv: line 6"),
                 "hour and minutes": (("ETHUSDT-1h-a.csv", six(hour)), ("ETHUSDT-1m-b.csv", six(rows[1:])), "ETHUSDT-1m-b.csv: line 2")}
        body = book({"ETH": rows[0][1]})
        for name, (*files, place) in cases.items():
            with self.subTest(name):
                paths = [self.write(*file) for file in files]
                for order in (paths, paths[::-1]):
                    self.assertIn(place, self.replay(body, *order, code=DATA).err)

    def test_a_candle_without_any_length_is_refused(self):
        self.assertIn("ETHUSDT.csv: line 2", self.replay(book({"ETH": "1"}), self.write("ETHUSDT.csv", six(Maker(3).walk(START, 1))), code=DATA).err)

    def test_seconds_are_refused(self):
        rows = [(START // 1000 + i * 60, "1", "1", "1", "1", 60) for i in range(5)]
        self.assertIn("line 2", self.replay(book({"ETH": "1"}), self.write("ETHUSDT-1m.csv", six(rows)), code=DATA).err)

    # what fits nobody

    def test_a_file_that_fits_no_account_is_said(self):
        rows = Maker(1).walk(START, 10)
        body = portfolio(isolated("ETH", "10", "1000"))
        good, other, odd = (self.write(name, six(rows)) for name in ("ETHUSDT-1m.csv", "LTCUSDT-1m.csv", "Binance_ETHUSDT_1m.csv"))
        self.assertEqual(self.replay(body, good).err, "")
        self.assertIn("LTCUSDT", self.replay(body, good, other).err)
        for files in ((other,), (odd,), (other, odd)):
            for words in (("--json",), ("--alarms", "--json"), ()):
                done = self.replay(body, *files, words=words, code=DATA)
                self.assertEqual(done.out, "")
                for file in files:
                    self.assertIn(file.name, done.err)
        self.assertEqual(self.replay(body, f"ETHUSDT-1m={odd}").raw, self.replay(body, good).raw)
        watched = self.db("watch", "--portfolio", self.folder / "p.json", "--klines", other, "--json", timeout=20)
        self.assertEqual(watched.code, DATA, watched.err)
        self.assertIn("LTCUSDT", watched.err)

    def test_inverse_and_bridge_files_fit(self):
        rows = [(START + i * MINUTE, "2", "2", "2", "2", MINUTE) for i in range(3)]
        names = ("USDTBRL-1m.csv", "DOGEBTC-1m.csv", "BTCUSDT-1m.csv")
        files = [self.write(name, six(rows)) for name in names]
        cross = {"id": "c", "name": "c", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x",
                 "balances": [{"asset": "BRL", "free": "100"}, {"asset": "DOGE", "free": "100"}, {"asset": "USDT", "borrowed": "100"}]}
        done = self.replay(portfolio(cross), *files)
        self.assertEqual((done.err, done.lines()[0]["to"], done.lines()[0]["marginLevel"]), ("", "normal", "4.5"))
        self.assertIn("BTCUSDT", self.replay(portfolio(isolated("BCH"), cross), files[0], files[2]).err)  # a bridge with one end

    # pipes

    def piped(self, line, code=OK):
        done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=40, check=False, env={**os.environ, "CLI": CLI}, cwd=self.folder)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def test_pipes_and_standard_input_are_files(self):
        rows = Maker(5).walk(START, 200, fall=0.1)
        body = book({"ETH": rows[0][1]})
        path = self.write("ETHUSDT-1m.csv", six(rows))
        self.write("prices.json", [{"symbol": "ETHUSDT", "price": "190"}])
        wanted = self.replay(body, path).raw
        for line in ("cat ETHUSDT-1m.csv | \"$CLI\" replay --portfolio p.json --klines ETHUSDT-1m=- --json",
                     "\"$CLI\" replay --portfolio <(cat p.json) --klines ETHUSDT-1m=<(gzip -c ETHUSDT-1m.csv) --json",
                     "\"$CLI\" replay --portfolio - --klines ETHUSDT-1m.csv --json < p.json",
                     "mkfifo ETHUSDT-1m.fifo; (cat ETHUSDT-1m.csv > ETHUSDT-1m.fifo &) ; \"$CLI\" replay --portfolio p.json --klines ETHUSDT-1m.fifo --json"):
            self.assertEqual(self.piped(line).stdout, wanted, line)
        wanted = self.piped("\"$CLI\" evaluate --portfolio p.json --prices prices.json --json").stdout
        for line in ("\"$CLI\" evaluate --portfolio p.json --prices <(cat prices.json) --json", "cat prices.json | \"$CLI\" evaluate --portfolio p.json --prices - --json",
                     "\"$CLI\" evaluate --portfolio <(cat p.json) --prices=- --json < prices.json"):
            self.assertEqual(self.piped(line).stdout, wanted, line)
        self.piped("cat p.json | \"$CLI\" --data-dir d import -")

    def test_pipes_are_limited(self):
        self.write("p.json", portfolio(isolated("ETH")))
        self.assertIn(b"larger", self.piped("yes | \"$CLI\" evaluate --portfolio p.json --prices -", DATA).stderr)
        self.assertIn(b"once", self.piped("\"$CLI\" evaluate --portfolio - --prices - < p.json", DATA).stderr)
        self.assertIn(b"SYMBOL=", self.piped("true | \"$CLI\" replay --portfolio p.json --klines -", DATA).stderr)
        self.assertIn(b"SYMBOL=", self.piped("\"$CLI\" replay --portfolio p.json --klines <(true)", DATA).stderr)
        self.piped("\"$CLI\" evaluate --portfolio p.json --prices <(true)", DATA)  # written by somebody who wrote nothing
        done = run("evaluate", "--portfolio", self.folder / "p.json", "--prices", "-")
        self.assertEqual(done.code, DATA, done.err)

    @unittest.skipUnless(os.environ.get("PLIMSOLL_SLOW") == "1", "slow: set PLIMSOLL_SLOW=1")
    def test_a_pipe_that_never_ends_is_given_up(self):
        self.write("p.json", portfolio(isolated("ETH")))
        self.assertIn(b"20 s", self.piped("(echo '['; exec sleep 60) | \"$CLI\" evaluate --portfolio p.json --prices -", DATA).stderr)


if __name__ == "__main__":
    main()
