# SPDX-License-Identifier: GPL-3.0-or-later
"""`chance`: the document, estimates against plain statistics, probabilities against the closed formula, odd candles, refusals."""
import copy
import json
import math
import os
import random
import sqlite3
import statistics
import subprocess

from harness import A_CROSS, CLI, CliTest, DATA, Exchange, OK, UNAVAILABLE, USAGE, isolated, main, portfolio, reference, ticker

HOUR = 3_600_000
HOURS_PER_YEAR = 365 * 24
NORMAL = statistics.NormalDist()
PRICES = ticker(ETHUSDT="200", BCHUSDT="200")


def walk(returns, start=200.0):
    closes = [start]
    for r in returns:
        closes.append(closes[-1] * math.exp(r))
    return closes


def normals(count, seed, scale=0.01):
    source = random.Random(seed)
    return [source.gauss(0, scale) for _ in range(count)]


def csv(closes, interval=HOUR, leave_out=(), begin=0):
    rows = ["open_time_ms,open,high,low,close,volume"]
    for i, close in enumerate(closes):
        if i not in leave_out:
            rows.append(f"{1_700_000_000_000 // HOUR * HOUR + (begin + i) * interval},{close:.10f},{close:.10f},{close:.10f},{close:.10f},1")
    return "\n".join(rows) + "\n"


def returns_of(closes, gaps=()):
    printed = [float(f"{close:.10f}") for close in closes]
    return [math.log(printed[i] / printed[i - 1]) for i in range(1, len(printed)) if i not in gaps and i - 1 not in gaps]


def touched(ratio, sigma, drift, years):
    """Closed probability that geometric Brownian motion touches `ratio` of its price within `years`."""
    side = 1 if ratio < 1 else -1
    bar, trend, deviation = side * math.log(ratio), side * (drift - sigma**2 / 2), sigma * math.sqrt(years)
    return NORMAL.cdf((bar - trend * years) / deviation) + math.exp(2 * trend * bar / sigma**2) * NORMAL.cdf((bar + trend * years) / deviation)


class ChanceTest(CliTest):
    def setUp(self):
        super().setUp()
        self.eth = self.write("ETHUSDT-1h.csv", csv(walk(normals(400, 1))))
        self.bch = self.write("BCHUSDT-1h.csv", csv(walk([0.7 * x + 0.7 * y for x, y in zip(normals(400, 1), normals(400, 2))])))

    def chance(self, body, prices, *words, **more):
        return self.run_cli("chance", "--portfolio", self.write("p.json", body), "--prices", self.write("prices.json", prices), *words, **more)

    def answer(self, body, prices, *words):
        done = self.chance(body, prices, "--json", *words)
        self.assertEqual(done.code, OK, done.err)
        return done.json()

    def day_n(self, *words):
        return self.answer(reference(), ticker(ETHUSDT="200", BCHUSDT="200"), "--klines", self.eth, self.bch, *words)

    # the document

    def test_the_document(self):
        answer = self.day_n("--paths", "1000", "--seed", "7")
        self.assertEqual({key: answer[key] for key in ("format", "version", "paths", "steps", "seed")},
                         {"format": "plimsoll-chance", "version": 1, "paths": 1000, "steps": 288 + 29 * 24, "seed": 7})
        self.assertEqual([asset["asset"] for asset in answer["assets"]], ["ETH", "BCH"])
        self.assertEqual([asset["drift"] for asset in answer["assets"]], [0, 0])
        self.assertEqual([(c["account"], c["horizon"], c["method"]) for c in answer["chances"]],
                         [(a, h, "gbm") for a in ("a-cross", "b-ethusdt", "b-bchusdt") for h in ("1h", "1d", "7d", "30d")])
        for chance in answer["chances"]:
            self.assertLessEqual(chance["liquidation"]["p"], chance["call"]["p"])
            self.assertGreater(chance["call"]["se"], 0)
            equity = {key: float(value) for key, value in chance["equity"].items()}
            self.assertRegex(chance["equity"]["var95"], r"\A-?[0-9]{1,18}(\.[0-9]{1,8})?\Z")
            self.assertLessEqual(equity["var95"], min(equity["var99"], equity["es95"]))
            self.assertLessEqual(equity["es99"], 400 if chance["account"] == "a-cross" else 200)
        month = answer["chances"][-1]
        self.assertLess(month["minutesFromCallToLiquidation"]["p10"], month["minutesFromCallToLiquidation"]["median"])
        ascending = [c["call"]["p"] for c in answer["chances"][:4]]
        self.assertEqual(ascending, sorted(ascending))

    def test_horizons_and_methods_are_those_asked_for(self):
        answer = self.day_n("--paths", "200", "--horizon", "7d", "--horizon=1h", "--method", "jump")
        self.assertEqual([(c["horizon"], c["method"]) for c in answer["chances"][:2]], [("1h", "jump"), ("7d", "jump")])
        self.assertEqual(answer["steps"], 288 + 6 * 24)
        answer = self.day_n("--paths", "200", "--horizon", "1h", "--method", "gbm", "--method", "bootstrap", "--method", "jump")
        self.assertEqual({c["method"] for c in answer["chances"]}, {"gbm", "bootstrap", "jump"})
        self.assertEqual(answer["steps"], 12)

    def test_a_horizon_does_not_depend_on_the_others(self):
        alone = self.day_n("--paths", "500", "--horizon", "1d")["chances"]
        together = [c for c in self.day_n("--paths", "500")["chances"] if c["horizon"] == "1d"]
        self.assertEqual(alone, together)

    def test_same_seed_same_bytes_on_any_number_of_cores(self):
        words = ("--klines", self.eth, self.bch, "--paths", "3000", "--method", "bootstrap", "--method", "jump", "--json")
        prices = ticker(ETHUSDT="200", BCHUSDT="200")
        first = self.chance(reference(), prices, *words, "--seed", "9")
        one = subprocess.run([CLI, "chance", "--portfolio", self.folder / "p.json", "--prices", self.folder / "prices.json", *words, "--seed", "9"],
                             capture_output=True, timeout=60, preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
        self.assertEqual(first.raw, one.stdout)
        self.assertNotEqual(first.raw, self.chance(reference(), prices, *words, "--seed", "10").raw)

    def test_the_table_is_for_people(self):
        done = self.chance(reference(), ticker(ETHUSDT="200", BCHUSDT="200"), "--klines", self.eth, self.bch, "--paths", "500")
        self.assertEqual(done.code, OK, done.err)
        for word in ("margin call", "liquidation", "b-bchusdt", "30d", "+-", "< 0.8 %", "ETH", "sigma", "seed 1"):
            self.assertIn(word, done.out)
        self.assertNotIn("{", done.out)

    # estimates against plain statistics

    def test_sigma_and_correlation(self):
        answer = self.day_n("--paths", "1")
        eth = returns_of(walk(normals(400, 1)))
        bch = returns_of(walk([0.7 * x + 0.7 * y for x, y in zip(normals(400, 1), normals(400, 2))]))
        for asset, returns in zip(answer["assets"], (eth, bch)):
            self.assertAlmostEqual(asset["sigma"], statistics.stdev(returns) * math.sqrt(HOURS_PER_YEAR), delta=1e-8)
        self.assertAlmostEqual(answer["correlation"][0][1], statistics.correlation(eth, bch), delta=1e-8)
        self.assertEqual([answer["correlation"][0][0], answer["correlation"][1][1]], [1, 1])

    def test_gaps_are_left_out_and_told(self):
        closes, gaps = walk(normals(300, 5)), {50, 51, 120}
        eth = self.write("ETHUSDT-1h-gaps.csv", csv(closes, leave_out=gaps))
        done = self.chance(reference(), ticker(ETHUSDT="200", BCHUSDT="200"), "--klines", eth, self.bch, "--paths", "1", "--json")
        self.assertEqual(done.code, OK, done.err)
        sigma = statistics.stdev(returns_of(closes, gaps)) * math.sqrt(HOURS_PER_YEAR)
        self.assertAlmostEqual(done.json()["assets"][0]["sigma"], sigma, delta=1e-8)
        self.assertRegex(done.err, r"ETH: 5 intervals without a price are left out, 295 are used")

    def test_finer_candles_are_read_at_the_pace_of_the_coarsest(self):
        minutes = walk(normals(60 * 100, 6, 0.001))
        eth = self.write("ETHUSDT-1m.csv", csv(minutes, 60_000))
        answer = self.answer(reference(), ticker(ETHUSDT="200", BCHUSDT="200"), "--klines", eth, self.bch, "--paths", "1")
        hourly = returns_of(minutes[59::60])
        self.assertAlmostEqual(answer["assets"][0]["sigma"], statistics.stdev(hourly) * math.sqrt(HOURS_PER_YEAR), delta=1e-8)

    def test_given_sigmas_and_drifts(self):
        answer = self.day_n("--paths", "1", "--sigma", "ETH=1.25", "--drift", "BCH=-0.5", "--drift=ETH=0.25")
        self.assertEqual(answer["assets"][0], {"asset": "ETH", "sigma": 1.25, "drift": 0.25})
        self.assertEqual(answer["assets"][1]["drift"], -0.5)
        self.assertGreater(answer["correlation"][0][1], 0.5)

    def test_given_correlations(self):
        files = ("--klines", self.eth, self.bch, "--paths", "200")
        plain = self.answer(reference(), PRICES, *files)
        names = [row["asset"] for row in plain["assets"]]
        self.assertEqual(sorted(names), ["BCH", "ETH"])
        given = self.answer(reference(), PRICES, *files, "--correlation", "ETH/BCH=-0.25")
        self.assertEqual(given["correlation"], [[1, -0.25], [-0.25, 1]])
        self.assertNotEqual(given["chances"], plain["chances"])
        path = self.folder / "matrix.json"
        self.answer(reference(), PRICES, *files, "--correlation", "ETH/BCH=-0.25", "--save-matrix", path)
        kept = json.loads(path.read_text())
        self.assertEqual(kept, {"format": "plimsoll-correlation", "version": 1, "assets": names, "correlation": [["1", "-0.25"], ["-0.25", "1"]]})
        self.assertEqual(self.answer(reference(), PRICES, *files, "--matrix", path), given)
        self.assertEqual(self.answer(reference(), PRICES, *files, "--matrix", path, "--correlation", "BCH/ETH=0.5")["correlation"], [[1, 0.5], [0.5, 1]])
        done = self.chance(reference(), PRICES, "--json", *files, "--correlation", "ETH/DOGE=0.5", "--correlation", "ETH/BCH=0.1", "--method", "bootstrap")
        self.assertIn("DOGE", done.err)
        self.assertIn("gbm only", done.err)
        self.assertEqual(done.json()["chances"], self.answer(reference(), PRICES, *files, "--method", "bootstrap")["chances"])

    def test_correlations_that_contradict_are_repaired(self):
        body = copy.deepcopy(reference())
        body["accounts"][0]["balances"].append({"asset": "DOGE", "free": "1"})
        words = [word for pair in ("ETH/BCH=0.9", "BCH/DOGE=0.9", "DOGE/ETH=-0.9") for word in ("--correlation", pair)]
        done = self.chance(body, [*PRICES, *ticker(DOGEUSDT="0.1")], "--json", "--klines", self.eth, self.bch, "--sigma", "DOGE=1", "--paths", "100", *words)
        self.assertEqual(done.code, OK, done.err)
        self.assertIn("they were repaired", done.err)
        self.assertNotIn(0.9, [cell for row in done.json()["correlation"] for cell in row])

    def test_own_correlations_that_were_kept(self):
        self.load(reference())
        with sqlite3.connect(self.database_file()) as database:
            database.execute("INSERT INTO setting (key, value) VALUES ('own_correlations', ?)", ['{"BCH":{"ETH":"-0.25"},"ADA":{"SOL":"1"}}'])
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="200", BCHUSDT="200")
            words = ("chance", "--klines", self.eth, self.bch, "--paths", "100", "--horizon", "1h", "--price-url", exchange.url, "--json")
            done = self.ok(*words)
            self.assertEqual(done.json()["correlation"], [[1, -0.25], [-0.25, 1]])
            self.assertIn("BCH/ETH: your own correlation, -0.25, is used", done.err)
            self.assertNotIn("ADA", done.err)
            self.assertEqual(self.ok(*words, "--correlation", "ETH/BCH=0.5").json()["correlation"], [[1, 0.5], [0.5, 1]])

    def test_assets_that_move_as_one_do_not_contradict(self):
        twin = self.write("BCHUSDT-1h-twin.csv", csv(walk(normals(400, 1))))
        done = self.chance(reference(), PRICES, "--klines", self.eth, twin, "--paths", "10")
        self.assertEqual(done.code, OK, done.err)
        self.assertIn("always moved alike", done.err)
        done = self.chance(reference(), PRICES, "--klines", self.eth, self.bch, "--paths", "10", "--correlation", "ETH/BCH=1")
        self.assertIn("just inside", done.err)
        self.assertNotIn("fit together", done.err)

    def test_a_price_that_never_moves_is_told(self):
        still = self.write("BCHUSDT-1h-still.csv", csv([200.0] * 50))
        done = self.chance(reference(), PRICES, "--klines", self.eth, still, "--paths", "10")
        self.assertEqual(done.code, OK, done.err)
        self.assertIn("BCH: its price never moves", done.err)

    def test_bad_correlations(self):
        files = ("--klines", self.eth, self.bch)
        for words in (("--correlation", "ETH=0.5"), ("--correlation", "ETH/BCH"), ("--correlation", "ETH/BCH=1.1"), ("--correlation", "ETH/ETH=0.5"), ("--correlation", "/BCH=0.5"),
                      ("--correlation", "ETH/BCH=0.5", "--correlation", "BCH/ETH=0.5")):
            self.assertEqual(self.chance(reference(), PRICES, *files, *words).code, USAGE, words)
        bad = self.write("bad.json", {"format": "plimsoll-correlation", "version": 1, "assets": ["A", "B"], "correlation": [["1", "0.1"], ["0.2", "1"]]})
        done = self.chance(reference(), PRICES, *files, "--matrix", bad)
        self.assertEqual(done.code, DATA)
        self.assertIn("correlation[1][0]", done.err)

    def test_assets_that_move_as_one(self):
        same = self.write("BCHUSDT-1h-same.csv", csv(walk(normals(400, 1))))
        done = self.chance(reference(), ticker(ETHUSDT="200", BCHUSDT="200"), "--klines", self.eth, same, "--paths", "2000", "--json")
        self.assertEqual(done.code, OK, done.err)
        self.assertIn("not positive definite", done.err)
        rows = {(c["account"], c["horizon"]): c for c in done.json()["chances"]}
        for horizon in ("7d", "30d"):  # both coins are one coin, and so all three accounts are one
            for account in ("b-bchusdt", "a-cross"):
                self.assertAlmostEqual(rows[account, horizon]["call"]["p"], rows["b-ethusdt", horizon]["call"]["p"], delta=0.02)

    # against the closed formula

    def test_one_asset_agrees_with_the_barrier_formula(self):
        body = portfolio(isolated("ETH", "5", "820"))
        for seed, (sigma, drift, horizon, years) in enumerate([("0.9", "0", "1d", 1 / 365), ("0.6", "2", "7d", 7 / 365), ("3", "0", "1h", 1 / 8760)]):
            debt = {"1h": "895"}.get(horizon, "820")
            body = portfolio(isolated("ETH", "5", debt))
            answer = self.answer(body, ticker(ETHUSDT="200"), "--klines", self.eth, "--sigma", f"ETH={sigma}", "--drift", f"ETH={drift}",
                                 "--horizon", horizon, "--paths", "50000", "--seed", str(seed))
            chance = answer["chances"][0]
            for bar, name in ((1.1, "call"), (1.05, "liquidation")):
                wanted = touched(bar * float(debt) / 1000, float(sigma), float(drift), years)
                self.assertLess(abs(chance[name]["p"] - wanted), 3 * chance[name]["se"], f"{name} {sigma} {drift} {horizon}: {chance[name]}, {wanted}")

    def test_loss_of_an_account_without_debt(self):
        body = portfolio(isolated("ETH", "5", "0"))
        answer = self.answer(body, ticker(ETHUSDT="200"), "--klines", self.eth, "--sigma", "ETH=0.8", "--horizon", "7d", "--paths", "50000")
        chance = answer["chances"][0]
        self.assertEqual((chance["call"], chance["liquidation"]), ({"p": 0, "se": 0}, {"p": 0, "se": 0}))
        self.assertEqual(chance["minutesFromCallToLiquidation"], {"median": None, "p10": None})
        deviation = 0.8 * math.sqrt(7 / 365)
        for percent, key in ((0.05, "var95"), (0.01, "var99")):
            wanted = 1000 * (1 - math.exp(NORMAL.inv_cdf(percent) * deviation - deviation**2 / 2))
            self.assertAlmostEqual(float(chance["equity"][key]) / wanted, 1, delta=0.02)

    # accounts that are beyond their bars, or cannot be judged

    def test_what_has_happened_already_is_certain(self):
        answer = self.answer(reference(), ticker(ETHUSDT="230", BCHUSDT="170"), "--klines", self.eth, self.bch, "--paths", "500", "--horizon", "1d")
        called = answer["chances"][2]
        self.assertEqual((called["status"], called["call"]), ("margin_call", {"p": 1, "se": 0}))
        self.assertGreater(called["liquidation"]["se"], 0)
        answer = self.answer(reference(), ticker(ETHUSDT="230", BCHUSDT="160"), "--klines", self.eth, self.bch, "--paths", "500", "--horizon", "1d")
        lost = answer["chances"][2]
        self.assertEqual((lost["status"], lost["call"], lost["liquidation"]), ("liquidation", {"p": 1, "se": 0}, {"p": 1, "se": 0}))

    def test_an_unpriced_asset_leaves_its_account_out(self):
        done = self.chance(reference(), ticker(ETHUSDT="200"), "--klines", self.eth, "--paths", "100", "--horizon", "1h", "--json")
        self.assertEqual(done.code, OK, done.err)
        cross, eth, bch = done.json()["chances"]
        for unknown in (cross, bch):
            self.assertEqual([unknown[key] for key in ("status", "call", "liquidation", "minutesFromCallToLiquidation", "equity")],
                             ["unknown", None, None, None, None])
        self.assertIsNotNone(eth["call"])
        self.assertIn("a-cross: nothing can be said", done.err)

    def test_nothing_moves(self):
        flat = self.write("ETHUSDT-1h-flat.csv", csv([200] * 50))
        for method in ("gbm", "bootstrap", "jump"):
            answer = self.answer(portfolio(isolated("ETH")), ticker(ETHUSDT="200"), "--klines", flat, "--paths", "200", "--method", method)
            self.assertEqual(answer["assets"][0]["sigma"], 0)
            self.assertEqual([(c["call"]["p"], c["equity"]["var99"]) for c in answer["chances"]], [(0, "0")] * 4)

    def test_prices_near_zero(self):
        closes = [close * 1e-9 for close in walk(normals(100, 3, 0.05))]
        tiny = self.write("SHIBUSDT-1h.csv", csv(closes))
        body = portfolio(isolated("SHIB", "5000000000", "800"))
        done = self.chance(body, ticker(SHIBUSDT="0.0000002"), "--klines", tiny, "--paths", "500", "--json")
        self.assertEqual(done.code, OK, done.err)
        self.assertGreater(done.json()["assets"][0]["sigma"], 1)

    def test_an_account_in_another_quote_asset(self):
        account = isolated("ETH", "50", "0.8", id="in-btc", symbol="ETHBTC", quoteAsset="BTC")
        account["balances"][1]["asset"] = "BTC"
        btc = self.write("BTCUSDT-1h.csv", csv(walk(normals(400, 8), 10000)))
        answer = self.answer(portfolio(isolated("ETH"), A_CROSS, account), ticker(ETHUSDT="200", BCHUSDT="200", BTCUSDT="10000", ETHBTC="0.02"),
                             "--klines", self.eth, self.bch, btc, "--paths", "500")
        self.assertEqual(answer["unit"], "USDT")
        self.assertEqual({a["asset"] for a in answer["assets"]}, {"ETH", "BCH", "BTC"})
        self.assertLess(float(answer["chances"][-1]["equity"]["es99"]), 0.2 + 1e-9)  # BTC, all there is

    def test_a_million_paths_do_not_fill_memory(self):
        files = ("--portfolio", self.write("p.json", portfolio(isolated("ETH"))), "--prices", self.write("prices.json", ticker(ETHUSDT="200")))
        process = subprocess.Popen([CLI, "chance", *files, "--klines", self.eth, "--horizon", "1d", "--paths", "1000000", "--json"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, OK)
        self.assertLess(usage.ru_maxrss, 600_000)  # kB; every price of every path would be 2.3 GB

    # the person's own book

    def test_own_accounts_at_the_exchange(self):
        self.load(portfolio(isolated("ETH")))
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="200")
            done = self.ok("chance", "--price-url", exchange.url, "--klines", self.eth, "--paths", "200", "--json")
        self.assertEqual({c["account"] for c in done.json()["chances"]}, {"b-ethusdt"})
        self.assertEqual(done.json()["chances"][0]["status"], "normal")
        self.assertEqual(self.db("chance", "--price-url", "http://127.0.0.1:9", "--klines", self.eth).code, UNAVAILABLE)

    # refusals

    def test_an_asset_without_history_is_named(self):
        prices = ticker(ETHUSDT="200", BCHUSDT="200")
        one = self.write("BCHUSDT-1h-one.csv", csv([200]))
        for files in ((self.eth,), (self.eth, one)):
            done = self.chance(reference(), prices, "--klines", *files)
            self.assertEqual(done.code, DATA, done.err)
            self.assertIn("BCH", done.err)
            self.assertEqual(done.out, "")
        done = self.chance(reference(), prices, "--klines", self.eth, "--sigma", "BCH=0.9", "--paths", "10", "--json")
        self.assertEqual(done.code, OK, done.err)
        self.assertEqual(done.json()["correlation"], [[1, 0], [0, 1]])
        self.assertIn("BCH: no candles say how it moves", done.err)

    def test_candles_that_do_not_meet(self):
        late = self.write("BCHUSDT-1h-late.csv", csv(walk(normals(50, 3)), begin=1000))
        prices = ticker(ETHUSDT="200", BCHUSDT="200")
        done = self.chance(reference(), prices, "--klines", self.eth, late, "--paths", "10", "--json")
        self.assertEqual(done.code, OK, done.err)
        self.assertIn("ETH and BCH have no two intervals in common", done.err)
        done = self.chance(reference(), prices, "--klines", self.eth, late, "--paths", "10", "--method", "bootstrap")
        self.assertEqual(done.code, DATA, done.err)
        self.assertIn("ETH, BCH", done.err)

    def test_bad_usage(self):
        files = ("--portfolio", self.write("p.json", reference()), "--prices", self.write("prices.json", ticker(ETHUSDT="200", BCHUSDT="200")))
        klines = ("--klines", self.eth, self.bch)
        for words in (files, (*files[:2], *klines), (*files[2:], *klines), *((*files, *klines, *more) for more in (
                ("--horizon", "2h"), ("--horizon", "1H"), ("--method", "garch"), ("--paths", "0"), ("--paths", "10000001"), ("--paths", "1e3"),
                ("--seed", "-1"), ("--seed", "1.5"), ("--sigma", "ETH"), ("--sigma", "ETH=-1"), ("--sigma", "ETH=101"), ("--sigma", "ETH=1e2"),
                ("--sigma", "=1"), ("--drift", "ETH=x"), ("--drift", "ETH=-101"), ("--sigma", "ETH=1", "--sigma", "ETH=2"), ("--paths", "1", "--paths", "2"),
                ("--steps", "5")))):
            with self.subTest(" ".join(map(str, words[-2:]))):
                done = self.run_cli("chance", *words)
                self.assertEqual(done.code, USAGE, done.err + done.out)
                self.assertEqual(done.out, "")

    def test_bad_input(self):
        prices = ticker(ETHUSDT="200", BCHUSDT="200")
        self.assertEqual(self.chance(reference(), prices, "--klines", self.write("ETHUSDT-1h-bad.csv", "nonsense\n"), self.bch).code, DATA)
        self.assertEqual(self.chance({"format": "x"}, prices, "--klines", self.eth).code, DATA)
        done = self.chance(portfolio(), prices, "--klines", self.eth, "--json")
        self.assertEqual((done.code, done.json()["chances"]), (OK, []))


if __name__ == "__main__":
    main()
