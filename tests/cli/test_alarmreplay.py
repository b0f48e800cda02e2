# SPDX-License-Identifier: GPL-3.0-or-later
"""`replay --alarms` over crashes: every first crossing is told at its sample, and nobody is flooded."""
import gzip

import oracle
import series
from harness import FIXTURES, OK, USAGE, isolated, main, portfolio
from test_replay import CandleTest, leveraged, read_rows

TEN_MINUTES = 600000
WORSE = {"watch": ("watch", "call", "critical", "liquidation"), "call": ("call", "critical", "liquidation"), "critical": ("critical", "liquidation"), "liquidation": ("liquidation",)}


class AlarmReplayCase(CandleTest):
    def alarms(self, body, files, *words):
        done = self.run_cli("replay", "--portfolio", self.write("p.json", body), "--klines", *files, "--alarms", *words, "--json", timeout=170)
        self.assertEqual(done.code, OK, done.err)
        lines = done.lines()
        self.assertEqual(lines[-1]["event"], "summary")
        self.assertEqual([line["time"] for line in lines[:-1]], sorted(line["time"] for line in lines[:-1]))
        return lines[:-1], lines[-1], done

    def assert_first_raises(self, body, candles, lines, summary, interval=60000):
        """Against a second way over fractions, to the sample."""
        seen = 0
        for name, track in oracle.alarms(body, candles, interval).items():
            raised, told = {}, set()
            for line in lines:
                if line["event"] == "alarm" and line["account"] == name and line["cause"] == "raised":
                    raised.setdefault(line["condition"], line["time"])
                if line["event"] == "notice":
                    told.update((line["time"], alarm["condition"]) for alarm in line["alarms"] if alarm["account"] == name)
            bars = {word: time for word, time in raised.items() if word in WORSE}
            self.assertEqual(bars, track.raised, name)
            own = next(a for a in summary["accounts"] if a["id"] == name)
            self.assertEqual({word: (c["time"], c["marginLevel"]) for word, c in own["crossings"].items()}, track.crossed, name)
            for word, (time, _) in track.crossed.items():
                seen += 1
                if word != "watch":  # the watch waits for a second sample, and then for company
                    at_once = any((time, other) in told for other in WORSE[word])
                    spoken_for = any(raised.get(other, time + 1) < time for other in WORSE[word])
                    self.assertTrue(at_once or spoken_for, f"{name} {word} at {time} was not told")
        return seen

    def assert_limits(self, lines, summary):
        loud = [line for line in lines if line["event"] == "notice" and not line["quiet"]]
        usual = [line["time"] for line in loud if all(alarm["condition"] != "liquidation" for alarm in line["alarms"])]
        for line in loud:
            if line["time"] in usual and not (line["kind"] == "raised" and line["priority"] in ("high", "highest")):  # that is never held back
                self.assertLessEqual(sum(line["time"] - TEN_MINUTES < other <= line["time"] for other in usual), 10, line["time"])
        self.assertEqual(summary["notices"], len(loud))
        self.assertEqual(summary["replaced"], sum(line["event"] == "notice" for line in lines) - len(loud))
        self.assertEqual(sum(day["notices"] for day in summary["days"]), len(loud))
        for account in summary["accounts"]:
            own = sum(any(alarm["account"] == account["id"] for alarm in line["alarms"]) for line in loud)
            self.assertEqual(account["notices"], own, account["id"])
            self.assertEqual(sum(day["notices"] for day in account["days"]), own)

    def assert_crash(self, candles, files, owed):
        """`owed`: USDT of the cross account."""
        bases = [symbol[:-4] for symbol in candles]
        first = lambda base: candles[base + "USDT"][0][1]
        accounts = [leveraged(base, first(base), share, id=f"{base}-{name}", owner=name) for base in bases for name, share in (("steep", "4/5"), ("half", "1/2"), ("mid", "2/3"))]
        cross = {"id": "cross", "name": "cross", "mode": "cross", "quoteAsset": "USDT", "thresholds": {"initial": "1.5", "marginCall": "1.3", "liquidation": "1.1"}, "balances": [
            {"asset": "BTC", "free": "0.5"}, {"asset": "ETH", "free": "5", "locked": "1"}, {"asset": "BCH", "borrowed": "3", "interest": "0.001"}, {"asset": "USDT", "borrowed": owed}]}
        narrow = leveraged("ETH", first("ETH"), "3/4", id="narrow", owner="narrow")
        narrow["thresholds"] = {"initial": "1.111", "marginCall": "1.10", "liquidation": "1.05"}
        body = portfolio(cross, narrow, *accounts)
        lines, summary, _ = self.alarms(body, files)
        self.assertGreater(self.assert_first_raises(body, candles, lines, summary), 30)
        self.assert_limits(lines, summary)
        seen, seen_summary, _ = self.alarms(body, files, "--ack-after", "2")
        self.assert_first_raises(body, candles, seen, seen_summary)
        self.assert_limits(seen, seen_summary)
        self.assertLess(seen_summary["notices"], summary["notices"])
        self.assertTrue(any(line["event"] == "alarm" and line["to"] == "acknowledged" for line in seen))
        self.assertFalse(any(line["event"] == "alarm" and line["to"] == "acknowledged" for line in lines))

    def assert_collapse(self, path, coin):
        rows = read_rows(path)
        body = portfolio(leveraged(coin, rows[0][1]), leveraged(coin, rows[0][1], "1/4", id="mild", owner="m"), leveraged(coin, rows[0][1], "1/10", id="low", owner="l"))
        lines, summary, _ = self.alarms(body, [path])
        self.assertGreaterEqual(self.assert_first_raises(body, {coin + "USDT": rows}, lines, summary), 12)
        self.assert_limits(lines, summary)

    def assert_quiet(self, path, coin):
        """Positions far from their bars: not one notice."""
        price = read_rows(path)[0][1]
        lines, summary, _ = self.alarms(portfolio(leveraged(coin, price, "1/2"), leveraged(coin, price, "1/3", id="low", owner="l")), [path])
        self.assertEqual((summary["notices"], [line for line in lines if line["event"] == "notice"]), (0, []))


class AlarmReplayTest(AlarmReplayCase):
    def test_crash(self):
        self.assert_crash(*self.crash("BTC", "ETH", "BCH", "DOGE"), "21000")

    def test_collapse(self):
        self.assert_collapse(FIXTURES / "candles" / "collapse" / "ACMEUSDT-1m-20220301.csv", "ACME")

    def test_calm_weeks_are_quiet(self):
        rows = series.Maker(7).walk(series.START, 30 * 24 * 60, 40000.0, shake=0.0003)
        self.assert_quiet(self.write("BTCUSDT-1m-calm.csv.gz", gzip.compress(series.twelve(rows).encode(), 1)), "BTC")

    def test_two_runs_are_byte_identical(self):
        candles, files = self.crash("ETH", "BCH")
        body = portfolio(leveraged("ETH", candles["ETHUSDT"][0][1]), leveraged("BCH", candles["BCHUSDT"][0][1]))
        first = self.alarms(body, files)[2].raw
        self.assertEqual(self.alarms(body, files)[2].raw, first)
        self.assertEqual(self.alarms(body, list(reversed(files)))[2].raw, first)

    def test_an_account_is_closed_at_liquidation(self):
        rows = [(i * 60000, price, price, price, price) for i, price in enumerate(("200", "160", "300", "100"))]
        lines, summary, _ = self.alarms(portfolio(isolated("ETH")), [self.candle_file("ETHUSDT-1m-x.csv", rows)])
        steps = [(line["time"], line["to"], line["cause"]) for line in lines if line["event"] == "alarm" and line["condition"] == "liquidation"]
        self.assertEqual(steps, [(60000, "active", "raised"), (75000, "disarmed", "ended")])
        self.assertEqual(max(line["time"] for line in lines), 75000)
        self.assertEqual(summary["accounts"][0]["lowestLevel"], "1")

    def test_a_price_without_candles_is_old_after_a_while(self):
        rows = [(i * 60000, "1", "1", "1", "1") for i in range(4)]
        body = portfolio(isolated("ETH"), isolated("BTC", "5000", "1"))
        lines, summary, _ = self.alarms(body, [self.candle_file("BTCUSDT-1m-x.csv", rows)])
        self.assertEqual([(line["condition"], line["to"]) for line in lines if line["event"] == "alarm"], [("stale", "active")])
        self.assertGreater(lines[0]["time"], 60000)
        self.assertIsNone(summary["accounts"][0]["lowestLevel"])

    def test_table_is_for_people(self):
        candles, files = self.crash("ETH")
        body = portfolio(leveraged("ETH", candles["ETHUSDT"][0][1]))
        done = self.run_cli("replay", "--portfolio", self.write("p.json", body), "--klines", *files, "--alarms", "--ack-after", "5")
        self.assertEqual(done.code, OK, done.err)
        for word in ("b-ethusdt", "2022-03-01", "NOTICE", "liquidation", "in ten minutes", "call  normal -> active (raised)"):
            self.assertIn(word, done.out)
        self.assertNotIn("{", done.out)

    def test_usage(self):
        body, file = self.write("p.json", portfolio(isolated("ETH"))), self.candle_file("ETHUSDT-1m-x.csv", [(0, "200", "200", "200", "200")])
        for words in (["--ack-after", "2"], ["--alarms", "--ack-after", "soon"], ["--alarms", "--ack-after", "-1"], ["--alarms", "--ack-after", "1.5"]):
            done = self.run_cli("replay", "--portfolio", body, "--klines", file, *words)
            self.assertEqual(done.code, USAGE, words)
            self.assertIn("ack-after", done.err)


if __name__ == "__main__":
    main()
