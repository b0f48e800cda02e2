# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about what would be: what-if, stress, domino, heat-map, twin, look-ahead, rescue, plans, allocate, against exact fractions."""
import itertools
import json
import os
import random
import sqlite3
from fractions import Fraction

import oracle
import test_evaluate
from harness import A_CROSS, CANNOT_WRITE, DATA, Exchange, OK, UNAVAILABLE, USAGE, CliTest, isolated, main, portfolio, reference, ticker

DAY_N = ticker(ETHUSDT="200", BCHUSDT="200")
DAY_N2 = ticker(ETHUSDT="230", BCHUSDT="170")
DAY_N5 = ticker(ETHUSDT="220", BCHUSDT="120")


class MovedPrices(oracle.Prices):
    """Rates of the assets that `moves` accepts, times a factor, rounded to 18 decimals against the user."""

    def __init__(self, table, factor, moves=lambda asset: True):
        super().__init__(table)
        self.factor, self.moves = factor, moves

    def of(self, asset, quote, direction):
        rate = super().of(asset, quote, direction)
        return rate if rate is None or asset == quote or not self.moves(asset) else oracle.rounded(rate * self.factor, 18, direction)


def seeded():
    seed = int(os.environ.get("PLIMSOLL_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
    print(f"PLIMSOLL_SEED={seed}", flush=True)
    return random.Random(seed), f"PLIMSOLL_SEED={seed}"


def towards_zero(value, digits):
    sign = -1 if value < 0 else 1
    return sign * oracle.rounded(abs(value), digits, oracle.DOWN)


class AnalysisTest(CliTest):
    random_amount = staticmethod(test_evaluate.EvaluateTest.random_amount)

    def ask(self, command, body, prices, *words):
        done = self.run_cli(command, "--portfolio", self.write("p.json", body), "--prices", self.write("prices.json", prices), *words, "--json")
        self.assertEqual(done.code, OK, f"{command} {words}: {done.err}")
        return done.json()

    def refused(self, code, command, *words, body=None, prices=DAY_N):
        done = self.run_cli(command, "--portfolio", self.write("p.json", body or reference()), "--prices", self.write("prices.json", prices), *words)
        self.assertEqual(done.code, code, f"{command} {words}: {done.err}{done.out}")
        self.assertEqual(done.out, "")
        return done.err

    def random_book(self, rng, count=12):
        assets = ["ETH", "BTC", "BCH", "SHIB", "USDT", "BRL", "DOGE", "USDC", "NOWHERE"]
        price = lambda low, high: f"{rng.randint(low, high - 1)}.{rng.randint(1, 10**8 - 1):08d}"
        prices = ticker(ETHUSDT=price(100, 5000), BTCUSDT=price(5000, 90000), BCHUSDT=price(80, 2000), SHIBUSDT=f"0.0000{rng.randint(1, 9999):04d}",
                        USDTBRL=price(3, 7), BTCBRL=price(20000, 400000), ETHBTC=f"0.0{rng.randint(1, 10**6):07d}", DOGEBTC=f"0.000000{rng.randint(1, 99):02d}",
                        USDCUSDT="0.99980000")
        return portfolio(*[test_evaluate.EvaluateTest.random_account(self, rng, index, assets) for index in range(count)]), prices

    def wanted(self, account, prices):
        got = oracle.evaluate(account, prices)
        return got.status, oracle.level_string(got.level)


class WhatIfTest(AnalysisTest):
    def after(self, body, prices, *words):
        return {a["id"]: a for a in self.ask("what-if", body, prices, *words)["after"]}

    def test_before_and_after_are_evaluations(self):
        got = self.ask("what-if", reference(), DAY_N, "--set", "ETHUSDT=230", "--set", "BCHUSDT=170")
        self.assertEqual((got["format"], got["version"]), ("plimsoll-what-if", 1))
        self.assertEqual(got["before"], self.evaluate(reference(), DAY_N))
        self.assertEqual(got["after"], self.evaluate(reference(), DAY_N2))

    def test_a_shock_is_a_price_times_a_factor(self):
        got = self.after(reference(), DAY_N, "--shock", "all=-10", "--shock", "ETH=12.5")
        self.assertEqual(list(got.values()), self.evaluate(reference(), ticker(ETHUSDT="225", BCHUSDT="180")))

    def test_prices_come_before_bars_and_bars_before_bookings(self):
        # at 300 ETH the account may borrow under its own bars, and may not under those that are set
        words = ("--book", "b-ethusdt:borrow:USDT:10", "--set", "ETHUSDT=300")
        self.assertEqual(self.after(reference(), DAY_N, *words)["b-ethusdt"]["totalDebt"], "810")
        self.refused(DATA, "what-if", *words, "--bars", "b-ethusdt=2/1.5/1.1")

    def test_bookings_from_left_to_right(self):
        got = self.after(reference(), DAY_N2, "--book", "b-bchusdt:top_up:USDT:150", "--book", "b-bchusdt:repay:USDT:100", "--book", "b-bchusdt:sell:BCH:1",
                         "--book", "b-bchusdt:buy:BCH:0.5")["b-bchusdt"]
        self.assertEqual((got["totalAssets"], got["totalDebt"]), (oracle.plain(4 * Fraction(170) + 50 + 170), "700"))
        self.refused(DATA, "what-if", "--book", "b-bchusdt:repay:USDT:100", "--book", "b-bchusdt:top_up:USDT:150", prices=DAY_N2)
        out = self.after(portfolio(isolated("ETH", debt="100")), DAY_N, "--book", "b-ethusdt:transfer_out:ETH:1")["b-ethusdt"]
        self.assertEqual(out["totalAssets"], "800")

    def test_a_refused_booking_names_its_place_and_prints_nothing(self):
        self.assertIn("book[1]", self.refused(DATA, "what-if", "--book", "b-ethusdt:top_up:USDT:1", "--book", "b-ethusdt:top_up:BCH:1"))
        self.assertIn("nobody", self.refused(DATA, "what-if", "--book", "nobody:top_up:USDT:1"))
        self.assertIn("nobody", self.refused(DATA, "what-if", "--bars", "nobody=1.25/1.1/1.05"))

    def test_an_id_may_hold_what_separates(self):
        body = portfolio(isolated("ETH", id="a:b=c"))
        got = self.after(body, DAY_N, "--book", "a:b=c:top_up:USDT:100", "--bars", "a:b=c=1.5/1.4/1.3")
        self.assertEqual((got["a:b=c"]["totalAssets"], got["a:b=c"]["status"]), ("1100", "margin_call"))

    def test_a_price_that_nobody_needs_is_told(self):
        done = self.run_cli("what-if", "--portfolio", self.write("p", reference()), "--prices", self.write("q", DAY_N), "--set", "ETHUSD=1")
        self.assertEqual(done.code, OK)
        self.assertIn("ETHUSD", done.err)

    def test_random_books_with_set_prices_are_the_evaluation_at_those_prices(self):
        rng, hint = seeded()
        body, prices = self.random_book(rng, 60)
        for row in rng.sample(prices, 3):
            row_new = f"{rng.randint(1, 9999)}.{rng.randint(1, 10**8 - 1):08d}"
            changed = [dict(r, price=row_new) if r is row else r for r in prices]
            got = self.ask("what-if", body, prices, "--set", f"{row['symbol']}={row_new}")
            self.assertEqual(got["before"], self.evaluate(body, prices), hint)
            self.assertEqual(got["after"], self.evaluate(body, changed), hint)

    def test_scenario_files_hold_the_same(self):
        words = ("--set", "ETHUSDT=180", "--shock", "all=-10", "--bars", "a-cross=1.5/1.3/1.1", "--book", "b-bchusdt:top_up:USDT:150")
        path = self.folder / "crash.json"
        direct = self.ask("what-if", reference(), DAY_N, *words, "--save", path)
        saved = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(saved, {"format": "plimsoll-scenario", "version": 1, "name": "crash", "set": {"ETHUSDT": "180"}, "shock": {"all": "-10"},
                                 "bars": {"a-cross": {"initial": "1.5", "marginCall": "1.3", "liquidation": "1.1"}},
                                 "book": [{"account": "b-bchusdt", "kind": "top_up", "asset": "USDT", "amount": "150"}]})
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.ask("what-if", reference(), DAY_N, "--scenario", path), direct)
        again = self.folder / "again.json"
        self.ask("what-if", reference(), DAY_N, "--scenario", path, "--save", again)
        self.assertEqual(again.read_bytes(), path.read_bytes())
        # options lie on top
        got = self.ask("what-if", reference(), DAY_N, "--scenario", path, "--shock", "all=0", "--set", "ETHUSDT=200", "--book", "b-ethusdt:top_up:USDT:1")
        self.assertEqual([a["totalAssets"] for a in got["after"]], ["2000", "1001", "1150"])

    def test_two_scenarios_side_by_side(self):
        path = self.write("crash.json", {"format": "plimsoll-scenario", "version": 1, "shock": {"all": "-10"}})
        got = self.ask("what-if", reference(), DAY_N, "--shock", "all=5", "--compare", path)
        self.assertEqual(got["after"], self.ask("what-if", reference(), DAY_N, "--shock", "all=5")["after"])
        self.assertEqual(got["compared"], {"name": "crash", "after": self.ask("what-if", reference(), DAY_N, "--scenario", path)["after"]})
        text = self.run_cli("what-if", "--portfolio", self.write("p", reference()), "--prices", self.write("q", DAY_N), "--compare", path).out
        self.assertIn("crash", text)
        bad = self.write("bad.json", {"format": "plimsoll-scenario", "version": 1, "book": [{"account": "nobody", "kind": "top_up", "asset": "USDT", "amount": "1"}]})
        self.assertIn("--compare", self.refused(DATA, "what-if", "--compare", bad))

    def test_bad_scenario_files(self):
        good = {"format": "plimsoll-scenario", "version": 1}
        cases = [({}, "format"), ({**good, "version": 2}, "version"), ({**good, "colour": "teal"}, "colour"), ({**good, "set": {"ETHUSDT": 180}}, "set.ETHUSDT"),
                 ({**good, "set": {"ETHUSDT": "0"}}, "set.ETHUSDT"), ({**good, "shock": {"all": "-100"}}, "shock.all"), ({**good, "bars": {"a-cross": {"initial": "1"}}}, "bars.a-cross"),
                 ({**good, "book": [{"account": "a-cross", "kind": "steal", "asset": "ETH", "amount": "1"}]}, "book[0].kind"),
                 ({**good, "book": [{"account": "a-cross", "kind": "buy", "asset": "ETH", "amount": "1", "at": "5"}]}, "book[0].at"), ([], "object"), (b"", ""), (b"\x00" * 100, "")]
        for content, place in cases:
            with self.subTest(content=str(content)[:60]):
                err = self.refused(DATA, "what-if", "--scenario", self.write("bad.json", content))
                self.assertIn("bad.json", err)
                self.assertIn(place, err)
        self.refused(DATA, "what-if", "--scenario", self.folder / "absent.json")

    def test_nothing_is_saved_where_something_is_refused(self):
        path = self.folder / "s.json"
        self.refused(DATA, "what-if", "--book", "b-ethusdt:top_up:BCH:1", "--save", path)
        self.assertFalse(path.exists())
        self.refused(CANNOT_WRITE, "what-if", "--save", self.folder / "absent" / "s.json")

    def test_the_table_says_that_it_is_not_real(self):
        done = self.run_cli("what-if", "--portfolio", self.write("p", reference()), "--prices", self.write("q", DAY_N), "--shock", "all=-12")
        self.assertEqual(done.code, OK)
        self.assertIn("not real", done.out)
        self.assertIn("normal > margin_call", done.out)


class StressTest(AnalysisTest):
    def points(self, body, prices, *words):
        got = self.ask("stress", body, prices, *words)
        self.assertEqual((got["format"], got["version"]), ("plimsoll-stress", 1))
        return got["points"]

    def test_defaults(self):
        points = self.points(reference(), DAY_N)
        self.assertEqual([p["shock"] for p in points], [str(s) for s in range(-50, 51)])
        self.assertEqual(points[38]["accounts"], [{"id": i, "status": "margin_call", "marginLevel": "1.1"} for i in ("a-cross", "b-ethusdt", "b-bchusdt")])

    def test_a_price_at_or_below_zero_is_left_out(self):
        points = self.points(reference(), DAY_N, "--from", "-150", "--to", "-50", "--step", "12.5")
        self.assertEqual([p["shock"] for p in points], ["-87.5", "-75", "-62.5", "-50"])
        self.assertEqual(self.points(reference(), DAY_N, "--from=-150", "--to=-100"), [])

    def test_random_books_against_the_oracle(self):
        rng, hint = seeded()
        body, prices = self.random_book(rng, 25)
        table = oracle.price_table(prices)
        for asset in ("all", "ETH", "BTC"):
            if asset != "all" and not any(row["asset"] == asset for a in body["accounts"] for row in a["balances"]):
                continue
            for point in self.points(body, prices, "--asset", asset, "--from", "-97.5", "--to", "300", "--step", "33.125"):
                moved = MovedPrices(table, 1 + Fraction(point["shock"]) / 100, lambda a: asset in ("all", a))
                for account, got in zip(body["accounts"], point["accounts"]):
                    self.assertEqual((got["status"], got["marginLevel"]), self.wanted(account, moved), f"{hint} {asset} {point['shock']} {account}")

    def test_a_point_is_the_what_if_of_its_shock(self):
        rng, hint = seeded()
        body, prices = self.random_book(rng, 20)
        for point in self.points(body, prices, "--from", "-60", "--to", "60", "--step", "40"):
            after = self.ask("what-if", body, prices, "--shock", f"all={point['shock']}")["after"]
            self.assertEqual(point["accounts"], [{key: a[key] for key in ("id", "status", "marginLevel")} for a in after], hint)

    def test_by_beta(self):
        points = self.points(reference(), DAY_N, "--asset", "beta", "--beta", "ETH=0.5", "--beta", "BCH=-1", "--from", "-10", "--to", "-10")
        self.assertEqual([a["marginLevel"] for a in points[0]["accounts"]], ["1.28125", "1.1875", "1.375"])
        self.assertIn("BCH", self.refused(DATA, "stress", "--asset", "beta", "--beta", "ETH=1"))
        self.assertIn("ETH", self.refused(DATA, "domino", "--asset", "beta"))

    def candles(self, symbol, beta):
        rows, price = ["open_time_ms,open,high,low,close,volume"], Fraction(100)
        for i in range(200):
            before, price = price, oracle.rounded(price * (1 + Fraction(beta) * ((i * 37) % 100 - 50) / 20000), 8, oracle.DOWN)
            rows.append(",".join([str(1600000000000 + i * 60000), *(oracle.plain(p) for p in (before, max(before, price), min(before, price), price)), "1"]))
        return self.write(f"{symbol}-1m.csv", "\n".join(rows) + "\n")

    def test_moves_in_money(self):
        got = self.ask("stress", reference(), DAY_N2, "--asset", "ETH", "--unit", "money", "--from", "-48", "--to", "24", "--step", "24")
        self.assertEqual((got["unit"], got["quote"]), ("money", "USDT"))
        self.assertEqual([(p["move"], p["shock"]) for p in got["points"]], [("-48", "-20.86956522"), ("-24", "-10.43478261"), ("0", "0"), ("24", "10.4347826")])
        percent = self.points(reference(), DAY_N2, "--asset", "ETH", "--from", "-20.86956522", "--to", "-20.86956522")
        self.assertEqual(got["points"][0]["accounts"], percent[0]["accounts"])
        deep = self.points(reference(), DAY_N2, "--asset", "ETH", "--unit", "money", "--from", "-300", "--to", "0", "--step", "100")
        self.assertEqual([p["move"] for p in deep], ["-200", "-100", "0"])  # at 230 no price is left of -300
        self.assertIn("USDT", self.run_cli("stress", "--portfolio", self.write("p.json", reference()), "--prices", self.write("prices.json", DAY_N2),
                                           "--asset", "ETH", "--unit", "money", "--from", "0", "--to", "1").out)

    def test_moves_in_money_need_one_price(self):
        in_btc = isolated("ETH", quoteAsset="BTC", symbol="ETHBTC", id="in-btc", balances=[{"asset": "ETH", "free": "1"}, {"asset": "BTC", "borrowed": "0.01"}], thresholds={"initial": "1.25", "marginCall": "1.1", "liquidation": "1.05"})
        self.refused(DATA, "stress", "--asset", "ETH", "--unit", "money", "--from", "0", "--to", "1", body=portfolio(A_CROSS, in_btc), prices=[*DAY_N, *ticker(ETHBTC="0.05")])
        self.refused(DATA, "stress", "--asset", "ETH", "--unit", "money", "--from", "0", "--to", "1", prices=ticker(BCHUSDT="200"))
        for words in (("--unit", "money"), ("--unit", "money", "--asset", "ETH"), ("--unit", "money", "--from", "0", "--to", "1"), ("--unit", "pounds"), ("--unit", "percent", "--klines", "x")):
            self.refused(USAGE, "stress", *words)

    def test_moves_in_sigmas(self):
        files = [self.candles("BTCUSDT", 1), self.candles("ETHUSDT", "1.5"), self.candles("BCHUSDT", "0.5")]
        sigmas = {row["asset"]: row["sigma"] for row in self.ask("chance", reference(), DAY_N, "--klines", *files, "--paths", "1")["assets"]}
        for asset, of in (("ETH", "ETH"), ("all", "BTC"), ("beta", "BTC")):
            got = self.ask("stress", reference(), DAY_N, "--asset", asset, "--unit", "sigma", "--klines", *files)
            self.assertEqual((got["unit"], got["sigmaOf"], [p["move"] for p in got["points"]]), ("sigma", of, [str(move) for move in range(-5, 6)]))
            for point in got["points"]:
                self.assertAlmostEqual(float(point["shock"]), float(point["move"]) * float(got["dailySigma"]), delta=0.001)
            if of in sigmas:
                self.assertAlmostEqual(float(got["dailySigma"]), sigmas[of] / 365 ** 0.5 * 100, delta=0.0001)
        self.assertIn("BTC", self.refused(DATA, "stress", "--unit", "sigma", "--klines", files[1]))
        self.refused(DATA, "stress", "--unit", "sigma")

    def test_betas_come_from_candles_unless_given(self):
        files = [self.candles("BTCUSDT", "1"), self.candles("ETHUSDT", "1.5"), self.candles("BCHUSDT", "0.5")]
        got = self.ask("stress", reference(), DAY_N, "--asset", "beta", "--klines", *files, "--from", "-10", "--to", "-10")
        betas = {row["asset"]: Fraction(row["beta"]) for row in got["betas"]}
        self.assertEqual(betas["BTC"], 1)
        self.assertAlmostEqual(float(betas["ETH"]), 1.5, delta=0.01)
        self.assertAlmostEqual(float(betas["BCH"]), 0.5, delta=0.01)
        given = self.ask("domino", reference(), DAY_N, "--asset", "beta", "--klines", *files, "--beta", "ETH=3")
        self.assertEqual({row["asset"]: row["beta"] for row in given["betas"]}["ETH"], "3")
        self.assertEqual(given["falls"][0], {"shock": "-4", "account": "b-ethusdt", "bar": "marginCall"})
        self.refused(DATA, "stress", "--asset", "beta", "--klines", files[1], files[2])  # no market to measure against


class DominoTest(AnalysisTest):
    def falls(self, body, prices, *words):
        got = self.ask("domino", body, prices, *words)
        return got["falls"], got["others"]

    def test_the_example(self):
        falls, others = self.falls(reference(), DAY_N2)
        self.assertEqual(falls[:3], [{"shock": "0", "account": "b-bchusdt", "bar": "marginCall"}, {"shock": "-1.17", "account": "b-bchusdt", "bar": "liquidation"},
                                     {"shock": "-12", "account": "a-cross", "bar": "marginCall"}])
        self.assertEqual(others, [])

    def solved(self, account, prices, bar, moves):
        """Percent, exact; None where no such move meets the bar."""
        now, slope = Fraction(0), Fraction(0)
        for term in oracle.terms_of(account):
            if term.total or term.debt:
                part = term.total * prices.of(term.asset, account["quoteAsset"], oracle.DOWN) - bar * term.debt * prices.of(term.asset, account["quoteAsset"], oracle.UP)
                now += part
                slope += part if term.asset != account["quoteAsset"] and moves(term.asset) else 0
        if now <= 0:
            return Fraction(0)
        if slope == 0 or -now / slope <= -1:
            return None
        return -now / slope * 100

    def test_random_books_against_the_closed_form(self):
        rng, hint = seeded()
        for asset in ("all", "ETH", "DOGE"):
            body, prices = self.random_book(rng, 40)
            table = oracle.Prices(oracle.price_table(prices))
            falls, others = self.falls(body, prices, "--asset", asset)
            found = {(f["account"], f["bar"]): f["shock"] for f in falls}
            for account in body["accounts"]:
                got = oracle.evaluate(account, table)
                for name in ("marginCall", "liquidation"):
                    key = (account["id"], name)
                    if got.status in ("no_debt", "unknown") or got.missing:
                        self.assertNotIn(key, found, hint)
                        continue
                    wanted = self.solved(account, table, oracle.bars_of(account)[name], lambda a: asset in ("all", a))
                    if wanted is None:
                        self.assertIn({"account": account["id"], "bar": name, "because": "not_reached"}, others, hint)
                    elif abs(wanted) < 10**15:
                        self.assertEqual(found[key], oracle.plain(towards_zero(wanted, 2)), f"{hint} {account}")
            order = [Fraction(f["shock"]) for f in falls]
            self.assertEqual(order, sorted(order, key=lambda s: (s > 0, abs(s))), hint)

    def test_at_the_shock_told_the_bar_is_not_yet_passed(self):
        rng, hint = seeded()
        body, prices = self.random_book(rng, 30)
        falls, _ = self.falls(body, prices)
        some = [f for f in falls if Fraction(f["shock"]) != 0 and -99 < Fraction(f["shock"]) < 1000][:6]
        for fall in some:
            before, beyond = Fraction(fall["shock"]), Fraction(fall["shock"]) + (Fraction(-1, 100) if fall["shock"][0] == "-" else Fraction(1, 100))
            level = lambda shock: next(a for a in self.ask("what-if", body, prices, "--shock", f"all={oracle.plain(shock)}")["after"] if a["id"] == fall["account"])
            bar = lambda a: Fraction(a["thresholds"][fall["bar"]])
            self.assertGreaterEqual(Fraction(level(before)["marginLevel"]) + Fraction(1, 10**8), bar(level(before)), hint)
            self.assertLessEqual(Fraction(level(beyond)["marginLevel"]), bar(level(beyond)), hint)


class HeatMapTest(AnalysisTest):
    def test_a_cell_is_a_what_if(self):
        got = self.ask("heat-map", reference(), DAY_N2, "--x", "ETH", "--y", "BCH", "--from", "-30", "--to", "30", "--cells", "3")
        self.assertEqual((got["format"], got["version"], got["x"], got["y"]), ("plimsoll-heat-map", 1, "ETH", "BCH"))
        self.assertEqual([(c["x"], c["y"]) for c in got["cells"]], [(x, y) for y in ("-30", "0", "30") for x in ("-30", "0", "30")])
        for cell in got["cells"]:
            after = self.ask("what-if", reference(), DAY_N2, "--shock", f"ETH={cell['x']}", "--shock", f"BCH={cell['y']}")["after"]
            self.assertEqual(cell["accounts"], [{key: a[key] for key in ("id", "status", "marginLevel")} for a in after])

    def test_one_account_and_the_defaults(self):
        got = self.ask("heat-map", reference(), DAY_N, "--x", "ETH", "--y", "BCH", "--account", "a-cross")
        self.assertEqual(len(got["cells"]), 41 * 41)
        self.assertEqual((got["cells"][0]["x"], got["cells"][1]["x"]), ("-50", "-47.5"))
        self.assertEqual([a["id"] for a in got["cells"][0]["accounts"]], ["a-cross"])

    def test_a_price_at_or_below_zero_is_left_out(self):
        got = self.ask("heat-map", reference(), DAY_N, "--x", "ETH", "--y", "BCH", "--from", "-200", "--to", "0", "--cells", "5")
        self.assertEqual([(c["x"], c["y"]) for c in got["cells"]], [("-50", "-50"), ("0", "-50"), ("-50", "0"), ("0", "0")])


class TwinTest(AnalysisTest):
    def twins(self, body, prices, *words):
        return self.ask("twin", body, prices, *words)["twins"]

    def test_the_example(self):
        isolated_twin, cross_twin = self.twins(reference(), DAY_N)
        self.assertEqual((isolated_twin["of"], isolated_twin["mode"], isolated_twin["exact"]), (["a-cross"], "isolated", True))
        self.assertEqual([(a["symbol"], a["marginLevel"], a["totalAssets"], a["totalDebt"]) for a in isolated_twin["accounts"]],
                         [("ETHUSDT", "1.25", "1000", "800"), ("BCHUSDT", "1.25", "1000", "800")])
        self.assertEqual((cross_twin["of"], cross_twin["mode"], len(cross_twin["accounts"])), (["b-ethusdt", "b-bchusdt"], "cross", 1))
        cross = self.twins(reference(), DAY_N5)[1]["accounts"][0]
        self.assertEqual((cross["marginLevel"], cross["status"]), ("1.0625", "margin_call"))
        own = {a["id"]: (a["marginLevel"], a["status"]) for a in self.evaluate(reference(), DAY_N5)}
        self.assertEqual((own["b-ethusdt"], own["b-bchusdt"]), (("1.375", "normal"), ("0.75", "liquidation")))

    def test_random_cross_accounts(self):
        rng, hint = seeded()
        prices = ticker(ETHUSDT="1931.07", BCHUSDT="171.3", LTCUSDT="0.0377")
        table = oracle.Prices(oracle.price_table(prices))
        for round_ in range(12):
            rows = []
            for asset in ("ETH", "BCH", "LTC", "USDT"):
                rows.append({"asset": asset, **{name: f"{rng.randint(0, 900)}.{rng.randint(0, 10**8 - 1):08d}" for name in ("free", "locked", "borrowed", "interest") if rng.random() < 0.5}})
            body = portfolio({**A_CROSS, "balances": rows, "contributed": "12.5"})
            whole = oracle.evaluate(body["accounts"][0], table)
            got = self.ask("twin", body, prices)
            if whole.status == "no_debt":
                self.assertEqual(got["without"], [{"account": "a-cross", "because": "no_debt"}])
                continue
            twin = got["twins"][0]
            self.assertAlmostEqual(float(sum(Fraction(a["totalAssets"]) for a in twin["accounts"])), float(whole.assets), places=9, msg=hint)
            self.assertAlmostEqual(float(sum(Fraction(a["totalDebt"]) for a in twin["accounts"])), float(whole.debt), places=9, msg=hint)
            cash = sum(oracle.decimal(rows[3].get(n, "0")) for n in ("free", "locked"))
            owed = sum(t.debt * table.of(t.asset, "USDT", oracle.UP) for t in oracle.terms_of(body["accounts"][0]) if t.asset != "USDT")
            self.assertEqual(twin["exact"], cash >= whole.level * owed, hint)
            for account in twin["accounts"]:
                if twin["exact"] and account["marginLevel"] is not None:
                    self.assertAlmostEqual(float(account["marginLevel"]), float(whole.level), delta=1e-7 * float(whole.level) + 1e-8, msg=hint)

    def test_bars_of_ones_own(self):
        got = self.twins(reference(), DAY_N, "--bars", "1.5/1.3/1.1")
        self.assertEqual({a["status"] for twin in got for a in twin["accounts"]}, {"margin_call"})

    def test_over_a_replay_of_the_example(self):
        days = lambda *prices: "open_time_ms,open,high,low,close,volume\n" + "".join(f"{i * 60000},{p},{p},{p},{p},0\n" for i, p in enumerate(prices))
        body = self.write("p.json", reference())
        files = [self.write("ETHUSDT-1m.csv", days(200, 230, 220)), self.write("BCHUSDT-1m.csv", days(200, 170, 120))]
        done = self.run_cli("twin", "--portfolio", body, "--klines", *files, "--json")
        self.assertEqual(done.code, OK, done.err)
        got = done.json()
        self.assertEqual((got["format"], got["from"], got["to"]), ("plimsoll-twin-replay", 0, 165000))
        isolated_twin, cross_twin = got["twins"]
        self.assertEqual((isolated_twin["real"]["firstCalled"], isolated_twin["real"]["lost"], isolated_twin["real"]["accounts"][0]["calledAt"]), ("a-cross", "0", 120000))
        self.assertEqual((isolated_twin["twin"]["firstCalled"], isolated_twin["twin"]["lost"]), ("a-cross-bchusdt", "200"))
        bch = cross_twin["real"]["accounts"][1]
        self.assertEqual(bch, {"id": "b-bchusdt", "mode": "isolated", "quoteAsset": "USDT", "equity": "200", "calledAt": 60000, "liquidatedAt": 120000,
                               "lowestLevel": "0.75", "lowestAt": 120000, "carriedAt": "1.0625"})
        self.assertEqual((cross_twin["mode"], cross_twin["twin"]["accounts"][0]["lowestLevel"], cross_twin["twin"]["lost"]), ("cross", "1.0625", "0"))
        text = self.run_cli("twin", "--portfolio", body, "--klines", *files).out
        for words in ("b-bchusdt is called first, liquidations take 200 USDT", "as one cross account", "1.0625"):
            self.assertIn(words, text)
        for side, of in ((twin[name], twin["of"]) for twin in got["twins"] for name in ("real",)):
            alone = {**reference(), "accounts": [a for a in reference()["accounts"] if a["id"] in of]}
            own = self.run_cli("replay", "--portfolio", self.write("alone.json", alone), "--klines", *files, "--json").lines()[-1]
            self.assertEqual([(a["lowestLevel"], a["lowestAt"]) for a in side["accounts"]], [(a["lowestLevel"], a["lowestAt"]) for a in own["accounts"]])
        for words in (("--klines", *files), ("--portfolio", body, "--klines", *files, "--prices", body), ("--from", "0"), ("--history", "--klines", *files)):
            self.assertEqual(self.db("twin", *words).code, USAGE, words)

    def test_who_has_none_says_why(self):
        body = portfolio({**A_CROSS, "balances": [{"asset": "ETH", "free": "1"}]}, isolated("LTC", debt="0"), isolated("ETH", liquidatedAt=5, owner="x"),
                         {**A_CROSS, "id": "gone", "owner": "y", "balances": [{"asset": "GONE", "free": "1"}, {"asset": "USDT", "borrowed": "1"}]})
        got = self.ask("twin", body, DAY_N)
        self.assertEqual(got["twins"], [])
        self.assertEqual([w["because"] for w in got["without"]], ["no_debt", "no_debt", "liquidated", "unknown"])


class RescueTest(AnalysisTest):
    def test_the_called_account_of_the_example(self):
        got = self.ask("rescue", reference(), DAY_N2, "--account", "b-bchusdt")
        self.assertEqual((got["account"], got["target"]), ("b-bchusdt", "1.25"))
        deposit, repay, sell = got["ways"]
        self.assertEqual((deposit["way"], deposit["amount"], deposit["asset"]), ("deposit", "150", "USDT"))
        self.assertEqual((repay["way"], repay["amount"]), ("repay", "120"))
        self.assertEqual((sell["way"], sell["amount"], sell["sell"]), ("sell_and_repay", "600", [{"asset": "BCH", "quantity": "3.529411764705882353"}]))
        self.assertEqual([(w["marginCallPrices"][0]["price"], w["liquidationPrices"][0]["price"]) for w in (deposit, repay)], [("146", "138"), ("149.6", "142.8")])
        self.assertAlmostEqual(float(sell["liquidationPrices"][0]["price"]), 142.8, places=12)  # the last digit sold is a little too much
        self.assertEqual((sell["repay"], repay["repay"]), ([{"asset": "USDT", "quantity": "600"}], [{"asset": "USDT", "quantity": "120"}]))

    def test_resulting_bars_are_those_of_the_changed_account(self):
        got = self.ask("rescue", reference(), DAY_N2, "--account", "b-bchusdt")["ways"][0]
        after = {a["id"]: a for a in self.ask("what-if", reference(), DAY_N2, "--book", f"b-bchusdt:top_up:USDT:{got['amount']}")["after"]}["b-bchusdt"]
        self.assertEqual([got[k] for k in ("status", "marginLevel", "marginCallPrices", "liquidationPrices")],
                         [after[k] for k in ("status", "marginLevel", "marginCallPrices", "liquidationPrices")])

    def test_a_target(self):
        self.assertEqual(self.ask("rescue", reference(), DAY_N2, "--account", "b-bchusdt", "--target", "1.1")["ways"][0]["amount"], "30")

    def test_moves_leave_the_giver_where_it_may_give(self):
        rich = {**A_CROSS, "id": "rich", "owner": "r", "balances": [{"asset": "USDT", "free": "350", "borrowed": "100"}]}
        body = reference()
        body["accounts"].append(rich)
        moves = [w for w in self.ask("rescue", body, DAY_N2, "--account", "b-bchusdt")["ways"] if w["way"] == "move"]
        self.assertEqual([(m["from"], m["asset"], m["amount"], m["fromMarginLevel"]) for m in moves], [("rich", "USDT", "150", "2")])
        rich["balances"][0]["free"] = "349.99999999"
        self.assertEqual([w["way"] for w in self.ask("rescue", body, DAY_N2, "--account", "b-bchusdt")["ways"]], ["deposit", "repay", "sell_and_repay"])

    def test_refusals(self):
        self.assertIn("nobody", self.refused(DATA, "rescue", "--account", "nobody"))
        self.refused(USAGE, "rescue", "--account", "b-bchusdt", "--target", "0")
        self.refused(USAGE, "rescue", "--account", "b-bchusdt", "--target", "x")
        self.refused(DATA, "rescue", "--account", "b-bchusdt", prices=ticker(ETHUSDT="1"))
        self.refused(DATA, "rescue", "--account", "b-ethusdt", body=portfolio(isolated("ETH", liquidatedAt=1)))


class PlansTest(AnalysisTest):
    def setUp(self):
        super().setUp()
        self.load(reference())

    def add(self, **options):
        words = {"account": "b-bchusdt", "name": "First aid", "way": "deposit", "asset": "USDT", "amount": "150", "from": "spot"} | options
        return self.db("plan", "add", *[word for name, value in words.items() if value is not None for word in (f"--{name}", value)])

    def plans(self, *words, **prices):
        with Exchange() as exchange:
            exchange.prices(**prices)
            done = self.db("plans", "--price-url", exchange.url, *words, "--json")
        self.assertEqual(done.code, OK, done.err)
        self.assertEqual((done.json()["format"], done.json()["version"]), ("plimsoll-plans", 1))
        return done.json()["plans"]

    def test_a_plan_is_computed_anew(self):
        ids = [self.add().out.strip(), self.add(name="Repay", way="repay", amount="100", **{"from": None}).out.strip(),
               self.add(name="Sell", way="sell_and_repay", asset="BCH", amount="3.52941177", **{"from": None}).out.strip(),
               self.add(account="b-ethusdt", way="move", **{"from": "a-cross"}).out.strip()]
        got = self.plans(ETHUSDT="230", BCHUSDT="170")
        self.assertEqual([plan["id"] for plan in got], ids)
        self.assertEqual(got[0], {"id": ids[0], "account": "b-bchusdt", "name": "First aid", "way": "deposit", "asset": "USDT", "amount": "150", "source": "spot",
                                  "standing": "enough", "needed": "150", "sourceFree": "1000", "status": "normal", "marginLevel": "1.25", "because": None})
        self.assertEqual([(plan["standing"], plan["needed"]) for plan in got], [("enough", "150"), ("short", "120"), ("enough", "3.52941177"), ("not_needed", "0")])
        self.assertIn("source.amount", got[3]["because"])
        stale = self.plans("--account", "b-bchusdt", ETHUSDT="230", BCHUSDT="169")
        self.assertEqual([(plan["standing"], plan["needed"]) for plan in stale], [("short", "155"), ("short", "124"), ("short", "3.66863906")])
        self.assertTrue(all(line["kind"] == "opening" for line in self.journal()))

    def test_a_plan_goes(self):
        name = self.add().out.strip()
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="230", BCHUSDT="170")
            self.assertIn("First aid", self.ok("plans", "--price-url", exchange.url).out)
            self.ok("plan", "remove", name)
            self.assertEqual(self.ok("plans", "--price-url", exchange.url).out, "no plans are prepared\n")
        self.assertEqual(self.db("plan", "remove", name).code, DATA)
        self.assertEqual(self.ok("plans", "--price-url", "http://127.0.0.1:9").out, "no plans are prepared\n")  # no price is needed for that

    def test_refused(self):
        self.assertEqual(self.add().code, OK)
        self.assertEqual(self.add().code, DATA)  # the name is taken
        for options in ({"way": "pray"}, {"amount": "0"}, {"amount": "x"}, {"name": ""}, {"account": None}, {"way": "sell_and_repay"}, {"way": "move", "from": None}):
            self.assertEqual(self.add(**{"name": "other", **options}).code, USAGE, options)
        for options in ({"account": "nobody"}, {"from": "nowhere"}, {"way": "move"}):
            self.assertEqual(self.add(**{"name": "other", **options}).code, DATA, options)
        self.assertEqual(self.db("plan", "do", "it").code, USAGE)
        with Exchange() as exchange:
            self.assertEqual(self.db("plans", "--price-url", exchange.url, "--account", "nobody").code, DATA)

    def test_without_prices_plans_are_listed_all_the_same(self):
        name = self.add().out.strip()
        done = self.db("plans", "--price-url", "http://127.0.0.1:9", "--json", timeout=20)
        self.assertEqual((done.code, done.json()["plans"][0]["id"], done.json()["plans"][0]["standing"], done.json()["plans"][0]["needed"]), (UNAVAILABLE, name, "unknown", None))
        self.assertIn("First aid", self.db("plans", "--price-url", "http://127.0.0.1:9", timeout=20).out)


class AllocateTest(AnalysisTest):
    def test_repaying(self):
        got = self.ask("allocate", reference(), DAY_N2, "--amount", "405", "--by", "repay")
        self.assertEqual((got["by"], got["before"], got["after"]), ("repay", "-0.035295", "0.23"))
        self.assertEqual([(part["account"], part["amount"]) for part in got["amounts"]], [("a-cross", "200"), ("b-bchusdt", "205")])
        got = self.ask("allocate", reference(), DAY_N2, "--amount", "1", "--by", "repay", "--asset", "ETH")
        self.assertEqual((got["amounts"], [left["because"] for left in got["leftOut"]]), ([], ["not_owed", "not_owed", "not_accepted"]))
        self.refused(USAGE, "allocate", "--amount", "1", "--by", "prayer")

    def best(self, accounts, prices, total):
        """The smallest level : call that any spread can reach, by trying every set of receivers."""
        lifts = []
        for account in accounts:
            got = oracle.evaluate(account, prices)
            lifts.append((got.assets, got.debt * oracle.bars_of(account)["marginCall"]))
        best = None
        for size in range(1, len(lifts) + 1):
            for chosen in itertools.combinations(range(len(lifts)), size):
                line = (total + sum(lifts[i][0] for i in chosen)) / sum(lifts[i][1] for i in chosen)
                if all(lifts[i][0] / lifts[i][1] <= line for i in chosen):
                    smallest = min([line] + [a / n for i, (a, n) in enumerate(lifts) if i not in chosen])
                    best = smallest if best is None else max(best, smallest)
        return best

    def test_random_books_against_brute_force(self):
        rng, hint = seeded()
        for _ in range(15):
            prices = ticker(**{f"C{i}USDT": f"{rng.randint(1, 500)}.{rng.randint(0, 999):03d}" for i in range(6)})
            accounts = [isolated(f"C{i}", str(rng.randint(1, 50)), str(rng.randint(1, 20000))) for i in range(rng.randint(1, 6))]
            total = Fraction(rng.randint(1, 10**6), 100)
            got = self.ask("allocate", portfolio(*accounts), prices, "--amount", oracle.plain(total))
            table = oracle.Prices(oracle.price_table(prices))
            amounts = {row["account"]: Fraction(row["amount"]) for row in got["amounts"]}
            self.assertLessEqual(sum(amounts.values()), total, hint)
            after = []
            for account in accounts:
                own = oracle.evaluate(account, table)
                after.append((own.assets + amounts.get(account["id"], 0)) / (own.debt * oracle.bars_of(account)["marginCall"]))
            wanted = self.best(accounts, table, total)
            self.assertLessEqual(min(after), wanted, hint)
            self.assertLess(wanted - min(after), Fraction(1, 10**8), hint)
            self.assertEqual(got["after"], oracle.plain(oracle.rounded(1 - 1 / min(after), 6, oracle.DOWN)), hint)

    def test_the_example(self):
        got = self.ask("allocate", reference(), DAY_N2, "--amount", "300")
        self.assertEqual(got["amounts"], [{"account": "a-cross", "asset": "USDT", "amount": "100"}, {"account": "b-bchusdt", "asset": "USDT", "amount": "200"}])
        self.assertEqual((got["before"], got["after"], got["leftOut"]), ("-0.035295", "0.161904", []))

    def test_who_cannot_take_it_is_left_out_and_said(self):
        in_btc = {**isolated("ETH", id="in-btc"), "quoteAsset": "BTC", "symbol": "ETHBTC", "balances": [{"asset": "ETH", "free": "5"}, {"asset": "BTC", "borrowed": "0.1"}]}
        body = portfolio(isolated("BCH"), in_btc, isolated("LTC", debt="0"), isolated("GONE"))
        got = self.ask("allocate", body, ticker(BCHUSDT="170", ETHBTC="0.05"), "--amount", "10")
        self.assertEqual(got["leftOut"], [{"account": "in-btc", "because": "not_accepted"}, {"account": "b-ltcusdt", "because": "no_debt"}, {"account": "b-goneusdt", "because": "unknown"}])
        self.assertEqual([a["account"] for a in got["amounts"]], ["b-bchusdt"])
        other = self.ask("allocate", body, ticker(BCHUSDT="170", ETHBTC="0.05"), "--amount", "1", "--asset", "ETH")
        self.assertEqual([(a["account"], a["asset"], a["amount"]) for a in other["amounts"]], [("in-btc", "ETH", "1")])


class LookAheadTest(AnalysisTest):
    """Interest alone, against counting hour by hour with fractions."""

    HOUR = 3_600_000

    @staticmethod
    def debtor(rate="0.00024", held="5", owed="800"):
        account = isolated("BCH", held, owed)
        if rate is not None:
            account["balances"][1]["dailyInterest"] = rate
        return portfolio(account)

    def account(self, body, prices, *words):
        answer = self.ask("look-ahead", body, prices, *words)
        return answer["accounts"][0], answer["now"]

    @staticmethod
    def counted(assets, owed, rate, bar, most=100_000):
        for hours in range(most):
            interest = oracle.rounded(Fraction(owed) * Fraction(rate) / 24 * hours, 18, oracle.UP)
            if Fraction(assets) <= Fraction(bar) * (Fraction(owed) + interest):
                return hours
        return None

    def test_the_worked_example(self):
        found, now = self.account(self.debtor(), ticker(BCHUSDT="176.1"))
        self.assertEqual((found["status"], found["interestPerHour"], found["complete"]), ("normal", "0.008", True))
        self.assertEqual(found["call"], {"hours": 57, "time": (now // self.HOUR + 57) * self.HOUR})
        self.assertEqual(found["liquidation"]["hours"], self.counted("880.5", "800", "0.00024", "1.05"))
        called, now = self.account(self.debtor(), DAY_N2)
        self.assertEqual(called["call"], {"hours": 0, "time": now})
        self.assertEqual(called["liquidation"]["hours"], 1191)

    def test_random_books_agree_with_counting(self):
        rng, seed = seeded()
        for _ in range(10):
            rate, owed, price = f"0.00{rng.randint(1000, 9999)}", f"{rng.randint(500, 800)}.{rng.randint(1, 99)}", f"{rng.randint(170, 200)}"
            found, _ = self.account(self.debtor(rate, "5", owed), ticker(BCHUSDT=price))
            for bar, ratio in (("call", "1.1"), ("liquidation", "1.05")):
                self.assertEqual(found[bar]["hours"], self.counted(5 * int(price), owed, rate, ratio), seed)

    def test_why_there_are_none(self):
        for body, prices, because in [(self.debtor(owed="0"), DAY_N, "no_debt"), (self.debtor(rate=None), DAY_N, "no_rate"), (self.debtor(rate="0"), DAY_N, "no_rate"),
                                      (self.debtor(), ticker(ETHUSDT="1"), "unknown"), (self.debtor(rate="0.0000000001"), DAY_N, "too_far")]:
            with self.subTest(because):
                found, _ = self.account(body, prices)
                self.assertEqual((found["call"], found["liquidation"], found["because"]), (None, None, because))
                self.assertEqual(found["complete"], "dailyInterest" in body["accounts"][0]["balances"][1])

    def test_bars_of_a_day_to_come(self):
        found, _ = self.account(self.debtor(), ticker(BCHUSDT="200"), "--bars", "1.25/1.2/1.15")
        self.assertEqual(found["call"]["hours"], self.counted("1000", "800", "0.00024", "1.2"))
        self.assertEqual(found["distanceToCall"], "0.04")

    def test_the_table_has_words_and_short_figures(self):
        def table(body):
            return self.run_cli("look-ahead", "--portfolio", self.write("p.json", body), "--prices", self.write("q.json", DAY_N)).out

        self.assertRegex(table(self.debtor(rate="0.0001234567")), r" 0\.004116 ")  # 800 x 0.0001234567 / 24, up
        self.assertIn("no daily rate known", table(self.debtor(rate=None)))
        self.assertIn("nothing owed", table(self.debtor(owed="0")))

    def test_a_table_for_people(self):
        done = self.run_cli("look-ahead", "--portfolio", self.write("p.json", self.debtor()), "--prices", self.write("q.json", ticker(BCHUSDT="176.1")))
        self.assertEqual(done.code, OK)
        self.assertIn("57 h, ", done.out)

    def test_evaluate_adds_no_interest(self):
        plain, rated = (self.ask("evaluate", self.debtor(rate=rate), DAY_N)["accounts"] for rate in (None, "0.00024"))
        self.assertEqual(plain, rated)


class BookTest(AnalysisTest):
    """The person's own book, and what all of these commands refuse."""

    COMMANDS = [("what-if", "--shock", "all=-10"), ("stress", "--from", "-2", "--to", "2"), ("domino",), ("heat-map", "--x", "ETH", "--y", "BCH", "--cells", "3"), ("twin",),
                ("rescue", "--account", "b-bchusdt"), ("allocate", "--amount", "300")]

    def test_the_own_book_gives_the_same_answers(self):
        self.load(reference())
        before = self.fingerprint()
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="230", BCHUSDT="170")
            for words in self.COMMANDS:
                with self.subTest(words[0]):
                    wanted = self.ask(*words[:1], reference(), DAY_N2, *words[1:])
                    done = self.db(*words, "--price-url", exchange.url, "--json")
                    self.assertEqual(done.code, OK, done.err)
                    self.assertEqual(done.json(), wanted)
        after = {name: value for name, value in self.fingerprint().items() if name in before}
        self.assertEqual(after, before, "an analysis books nothing")

    def test_own_betas_that_were_kept(self):
        self.load(reference())
        with sqlite3.connect(self.database_file()) as database:
            database.execute("INSERT INTO setting (key, value) VALUES ('own_betas', ?)", ['{"ETH":"0.5","BCH":"101"}'])  # 101 is none
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="200", BCHUSDT="200")
            done = self.db("domino", "--asset", "beta", "--price-url", exchange.url)
            self.assertEqual((done.code, done.out), (DATA, ""))
            self.assertIn("BCH", done.err)
            got = self.ok("domino", "--asset", "beta", "--beta", "BCH=-1", "--price-url", exchange.url, "--json").json()
            self.assertEqual(got["betas"], [{"asset": "BCH", "beta": "-1"}, {"asset": "ETH", "beta": "0.5"}])
            self.assertIn({"shock": "-24", "account": "b-ethusdt", "bar": "marginCall"}, got["falls"])
            got = self.ok("domino", "--asset", "beta", "--beta", "BCH=-1", "--beta", "ETH=1", "--price-url", exchange.url, "--json").json()
            self.assertIn({"shock": "-12", "account": "b-ethusdt", "bar": "marginCall"}, got["falls"])
        self.refused(DATA, "domino", "--asset", "beta", "--beta", "BCH=-1")  # files are nobody's own

    def test_without_prices_there_is_no_analysis(self):
        self.load(reference())
        for words in self.COMMANDS:
            done = self.db(*words, "--price-url", "http://127.0.0.1:9", "--json", timeout=30)
            self.assertEqual((done.code, done.out), (UNAVAILABLE, ""), done.err)
            self.assertIn("no prices", done.err)

    def test_a_folder_that_is_not_there(self):
        for words in self.COMMANDS:
            self.assertEqual(self.db(*words, "--json").code, CANNOT_WRITE)
        self.assertFalse(self.data.exists())

    def test_an_empty_book_has_empty_answers(self):
        self.assertEqual(self.ask("stress", portfolio(), DAY_N, "--from", "0", "--to", "0")["points"], [{"shock": "0", "accounts": []}])
        self.assertEqual(self.ask("domino", portfolio(), DAY_N)["falls"], [])
        self.assertEqual(self.ask("twin", portfolio(), DAY_N)["twins"], [])
        self.assertIsNone(self.ask("allocate", portfolio(), DAY_N, "--amount", "1")["before"])

    def test_bad_usage(self):
        for words in [("what-if", "--set", "ETHUSDT"), ("what-if", "--set", "=1"), ("what-if", "--set", "ETHUSDT=0"), ("what-if", "--set", "ETHUSDT=-1"), ("what-if", "--set", "ETHUSDT=1e3"),
                      ("what-if", "--set", "ETHUSDT=1", "--set", "ETHUSDT=2"), ("what-if", "--shock", "all=-100"), ("what-if", "--shock", "all=x"), ("what-if", "--shock", "all=1.123456789"),
                      ("what-if", "--book", "b-ethusdt:top_up:USDT"), ("what-if", "--book", "b-ethusdt:gift:USDT:1"), ("what-if", "--book", "b-ethusdt:top_up:USDT:-1"),
                      ("what-if", "--bars", "a-cross=1.25/1.1"), ("what-if", "--bars", "a-cross=1/2/3"), ("stress", "--step", "0"), ("stress", "--step", "-1"), ("stress", "--from", "x"),
                      ("stress", "--from", "2", "--to", "1"), ("stress", "--step", "0.0001"), ("stress", "--from", "-1000001"), ("stress", "--beta", "ETH=1"), ("stress", "--klines", "x"),
                      ("stress", "--asset", "beta", "--beta", "ETH"), ("stress", "--asset", "beta", "--beta", "ETH=1000"), ("domino", "--from", "1"), ("heat-map", "--x", "ETH", "--json"),
                      ("heat-map", "--x", "ETH", "--y", "BCH"), ("heat-map", "--x", "ETH", "--y", "ETH", "--json"), ("heat-map", "--x", "ETH", "--y", "BCH", "--cells", "1", "--json"),
                      ("heat-map", "--x", "ETH", "--y", "BCH", "--cells", "401", "--json"), ("heat-map", "--x", "ETH", "--y", "BCH", "--from", "5", "--to", "5", "--json"),
                      ("twin", "--bars", "1/2/3"), ("twin", "--bars", "x"), ("look-ahead", "--bars", "1/2/3"), ("rescue",), ("allocate",), ("allocate", "--amount", "0"), ("allocate", "--amount", "-5"), ("allocate", "--amount", "1,5"),
                      ("domino", "--price-url", "http://127.0.0.1:9")]:
            with self.subTest(words):
                self.assertTrue(self.refused(USAGE, *words).strip())
        for words in (("domino", "--portfolio", self.write("p", reference())), ("domino", "--prices", self.write("q", DAY_N))):
            self.assertEqual(self.run_cli(*words).code, USAGE)

    def test_bad_data(self):
        for words in [("stress", "--asset", "DOGE"), ("domino", "--asset", "eth"), ("heat-map", "--x", "ETH", "--y", "DOGE", "--json"),
                      ("heat-map", "--x", "ETH", "--y", "BCH", "--account", "nobody", "--json")]:
            with self.subTest(words):
                self.refused(DATA, *words)
        self.refused(DATA, "domino", body={"format": "x"})
        self.refused(DATA, "domino", prices={"code": -1})

    def test_a_total_beyond_the_range_is_an_error_and_a_point_unknown(self):
        body = portfolio(isolated("ETH", "900000000000000"))
        self.refused(DATA, "what-if", "--set", "ETHUSDT=900000", body=body)
        got = self.ask("stress", body, DAY_N, "--from", "0", "--to", "1000000", "--step", "1000000")["points"]
        self.assertEqual([p["accounts"][0]["status"] for p in got], ["normal", "unknown"])

    def test_prices_near_zero(self):
        body = portfolio(isolated("ETH", "5", "0.000000000000000001"))
        tiny = ticker(ETHUSDT="0.000000000000000001")
        self.assertEqual(self.ask("stress", body, tiny, "--from", "-50", "--to", "-50")["points"][0]["accounts"][0]["status"], "liquidation")
        self.assertEqual([f["shock"] for f in self.ask("domino", body, tiny)["falls"]], ["-78", "-79"])

    def test_text_from_outside_cannot_command_the_terminal(self):
        body = portfolio(isolated("ETH", id="x\u009by", name="\u001b]0;title\u0007"))
        for words in (("domino",), ("twin",), ("allocate", "--amount", "1"), ("what-if",), ("stress",)):
            done = self.run_cli(*words, "--portfolio", self.write("p", body), "--prices", self.write("q", DAY_N))
            self.assertNotIn("\u009b", done.out + done.err)
            self.assertNotIn("\u001b", done.out + done.err)


if __name__ == "__main__":
    main()
