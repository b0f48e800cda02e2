# SPDX-License-Identifier: GPL-3.0-or-later
"""`evaluate`: the published story, random books against the oracle, bad prices, a real price list, the table for people."""
import json
import os
import random
from fractions import Fraction

import oracle
from harness import FIXTURES, CliTest, OK, isolated, main, portfolio, reference, ticker

TINY = Fraction(1, 10**18)


class EvaluateCase(CliTest):
    def compare(self, body, prices, hint=""):
        """Every account of the answer, field by field, with the oracle; returns the answers by id."""
        answers = self.evaluate(body, prices)
        self.assertEqual([a["id"] for a in body["accounts"]], [a["id"] for a in answers])
        table = oracle.Prices(oracle.price_table(prices))
        for account, answer in zip(body["accounts"], answers):
            with self.subTest(hint=hint, account=account["id"]):
                context = f"{hint}\n{json.dumps(account)}\n{json.dumps(answer)}"
                self.compare_account(account, answer, oracle.evaluate(account, table), context)
        return {answer["id"]: answer for answer in answers}

    def assert_whole_list(self, prices):
        """Four hundred random accounts over a list as an exchange gives it."""
        quotes = ("USDT", "BTC", "BUSD", "EUR", "TRY", "BRL", "BNB", "ETH", "TUSD", "AUD")
        bases = sorted({row["symbol"].removesuffix(q) for row in prices for q in quotes if row["symbol"].endswith(q) and row["symbol"] != q})
        rng = random.Random(20230112)
        accounts = []
        for index in range(400):
            quote = rng.choice(quotes)
            held = rng.sample([base for base in bases if base != quote], 5)
            rows = [{"asset": asset, rng.choice(("free", "locked")): self.random_amount(rng)} for asset in held[:4]]
            rows[0]["interest"] = "0.00000001"
            rows += [{"asset": held[4], "borrowed": self.random_amount(rng)}, {"asset": quote, "borrowed": "100"}]
            accounts.append({"id": f"r{index}", "name": "r", "owner": str(index), "mode": "cross", "quoteAsset": quote, "profile": "faq-2020-5x", "balances": rows})
        got = self.compare(portfolio(*accounts), prices)
        self.assertGreater(sum(a["status"] != "unknown" for a in got.values()), 200)

    def compare_account(self, account, answer, wanted, context):
        self.assertEqual(answer["status"], wanted.status, context)
        self.assertEqual(answer["marginLevel"], oracle.level_string(wanted.level), context)
        for name in ("mode", "quoteAsset"):
            self.assertEqual(answer[name], account[name], context)
        bars = oracle.bars_of(account)
        self.assertEqual({k: oracle.decimal(v) for k, v in answer["thresholds"].items()}, bars, context)
        for asset in wanted.missing:
            self.assertIn(asset, json.dumps(answer["missingPrices"], ensure_ascii=False), context)
        if wanted.status == "unknown":
            self.assertEqual(answer["levelRange"], wanted.level_range, context)
            return
        if wanted.missing and wanted.level_range is None:
            return
        self.assertEqual(answer.get("levelRange"), wanted.level_range, context)
        self.assertEqual(bool(answer["missingPrices"]), bool(wanted.missing), context)
        self.assertEqual(answer["marginLevelText"] if wanted.level is not None else None, wanted.level_text, context)
        if wanted.assets is None:
            self.assertEqual([answer[name] for name in ("totalAssets", "totalDebt", "equity")], [None] * 3, context)
        else:
            self.near(answer["totalAssets"], wanted.assets, context)
            self.near(answer["totalDebt"], wanted.debt, context)
            self.near(answer["equity"], wanted.assets - wanted.debt, context)
        if wanted.profit is None:
            self.assertIsNone(answer["profit"], context)
        else:
            self.near(answer["profit"], wanted.profit, context)
        for name, prices in (("marginCallPrices", wanted.call_prices), ("liquidationPrices", wanted.liquidation_prices)):
            got = [{key: row[key] for key in ("asset", "price", "direction")} for row in answer[name]]
            key = lambda row: row["asset"]
            self.assertEqual(sorted(got, key=key), sorted(prices, key=key), f"{name}: {context}")
        if wanted.to_initial is not None:
            self.assertEqual({k: v for k, v in answer["toInitial"].items() if k != "asset"}, wanted.to_initial, context)
            self.assertEqual(answer["toInitial"]["asset"], account["quoteAsset"], context)

    def near(self, text, wanted, context):
        """Exact where 18 decimals can say it, else within one unit of the last decimal for each of the two sums."""
        got = Fraction(text)
        self.assertRegex(text, r"\A-?[0-9]+(\.[0-9]{1,18})?\Z", context)
        if (wanted * 10**18).denominator == 1:
            self.assertEqual(got, wanted, context)
        else:
            self.assertLessEqual(abs(got - wanted), 2 * TINY, context)

    @staticmethod
    def random_amount(rng):
        shape = rng.random()
        if shape < 0.3:
            return str(rng.randint(0, 2000))
        if shape < 0.8:
            return f"{rng.randint(0, 10**rng.randint(0, 6))}.{rng.randint(0, 10**8 - 1):08d}"
        return f"{rng.randint(0, 10**rng.randint(0, 4))}.{rng.randint(0, 10**18 - 1):018d}"


class EvaluateTest(EvaluateCase):
    # the story

    def test_day_n(self):
        got = self.compare(reference(), ticker(ETHUSDT="200.00000000", BCHUSDT="200.00000000"))
        self.assertEqual([(a["status"], a["marginLevel"], a["marginLevelText"]) for a in got.values()], [("normal", "1.25", "1.25")] * 3)
        self.assertEqual(got["a-cross"]["toInitial"]["deposit"], "0")

    def test_day_n2(self):
        got = self.compare(reference(), ticker(ETHUSDT="230", BCHUSDT="170"))
        self.assertEqual([(a["status"], a["marginLevelText"], a["profit"]) for a in got.values()],
                         [("normal", "1.25", "0"), ("normal", "1.44", "150"), ("margin_call", "1.06", "-150")])
        bch = got["b-bchusdt"]
        self.assertEqual((bch["totalAssets"], bch["totalDebt"], bch["equity"], bch["marginLevel"]), ("850", "800", "50", "1.0625"))
        self.assertEqual(bch["symbol"], "BCHUSDT")
        self.assertEqual(bch["thresholds"], {"initial": "1.25", "marginCall": "1.1", "liquidation": "1.05"})
        self.assertEqual(bch["marginCallPrices"], [{"asset": "BCH", "symbol": "BCHUSDT", "price": "176", "direction": "below"}])
        self.assertEqual(bch["liquidationPrices"], [{"asset": "BCH", "symbol": "BCHUSDT", "price": "168", "direction": "below"}])
        self.assertEqual(bch["toInitial"], {"asset": "USDT", "deposit": "150", "repay": "120", "sellAndRepay": "600"})

    def test_day_n5(self):
        got = self.compare(reference(), ticker(ETHUSDT="220", BCHUSDT="120"))
        self.assertEqual([(a["status"], a["marginLevel"], a["marginLevelText"]) for a in got.values()],
                         [("margin_call", "1.0625", "1.06"), ("normal", "1.375", "1.38"), ("liquidation", "0.75", "0.75")])
        self.assertIsNone(got["b-bchusdt"]["toInitial"]["sellAndRepay"])

    def test_envelope(self):
        done = self.run_cli("evaluate", "--json", "--portfolio", self.write("p", reference()), "--prices",
                            self.write("q", ticker(ETHUSDT="230", BCHUSDT="170")))
        self.assertEqual((done.json()["format"], done.json()["version"]), ("plimsoll-evaluation", 1))
        self.assertTrue(done.out.endswith("\n"))

    def test_touches_no_database(self):
        home = self.folder / "home"
        home.mkdir()
        done = self.run_cli("--data-dir", self.data, "evaluate", "--portfolio", self.write("p", reference()), "--prices",
                            self.write("q", ticker(ETHUSDT="230")), env={"HOME": str(home), "XDG_DATA_HOME": str(home)})
        self.assertEqual(done.code, OK, done.err)
        self.assertFalse(self.data.exists())
        self.assertEqual(list(home.rglob("*")), [])

    def test_table_is_for_people(self):
        done = self.run_cli("evaluate", "--portfolio", self.write("p", reference()), "--prices",
                            self.write("q", ticker(ETHUSDT="230", BCHUSDT="170")))
        self.assertEqual(done.code, OK, done.err)
        words = done.out.lower().replace("_", " ")
        for word in ("margin call", "normal", "1.06", "1.44", "1.25", "bch", "168", "150"):
            self.assertIn(word, words)
        self.assertGreaterEqual(len(done.out.splitlines()), 4)
        self.assertNotIn("{", done.out)

    def test_table_keeps_digits_by_size_and_rounds_against_the_person(self):
        account = isolated("ETH", "0.7", "0.0301", id="coin")
        account.update(quoteAsset="BTC", symbol="ETHBTC")
        account["balances"][1]["asset"] = "BTC"
        done = self.run_cli("evaluate", "--portfolio", self.write("p", portfolio(account)), "--prices", self.write("q", ticker(ETHBTC="0.05037")))
        self.assertEqual(done.code, OK, done.err)
        self.assertIn("0.03525", done.out)  # 0.7 x 0.05037 = 0.035259
        self.assertIn("0.03010", done.out)
        # call: 1.10 x 0.0301 / 0.7 = 0.0473 exactly; liquidation: 1.05 x 0.0301 / 0.7 = 0.04515
        self.assertIn("ETHBTC <= 0.0473", done.out)
        self.assertNotRegex(done.out, r"\d\.\d{9}")

    # bars and text

    def test_bars_are_inclusive_and_exact(self):
        rows = [("1.1", "margin_call"), ("1.100000000000000001", "normal"), ("1.099999999999999999", "margin_call"),
                ("1.05", "liquidation"), ("1.050000000000000001", "margin_call"), ("1.049999999999999999", "liquidation"), ("0", "liquidation")]
        body = portfolio(*[isolated("ETH", amount, "1", id=f"x{i}", owner=f"o{i}") for i, (amount, _) in enumerate(rows)])
        got = self.compare(body, ticker(ETHUSDT="1"))
        self.assertEqual([a["status"] for a in got.values()], [status for _, status in rows])

    def test_text_never_stands_on_a_bar_the_level_is_not_on(self):
        levels = ["1.0999", "1.1001", "1.0951", "1.0949", "1.09999999", "1.10000001", "1.2499", "1.2451", "1.2549", "1.0499", "1.0501", "1.0451",
                  "1.005", "2", "12345.678", "0.004", "0.005", "1.064999", "1.065", "999999.995", "1.249999999999", "1.0500000004"]
        body = portfolio(*[isolated("ETH", level, "1", id=f"x{i}", owner=f"o{i}") for i, level in enumerate(levels)])
        got = self.compare(body, ticker(ETHUSDT="1"))
        texts = [a["marginLevelText"] for a in got.values()]
        self.assertEqual(texts[:3], ["1.0999", "1.1001", "1.095"])
        self.assertEqual(texts[12:16], ["1.01", "2.00", "12345.68", "0.00"])

    def test_text_with_bars_of_three_decimals(self):
        bars = {"initial": "1.111", "marginCall": "1.101", "liquidation": "1.061"}
        levels = ["1.1115", "1.1109", "1.1014", "1.1006", "1.0605", "1.0612", "1.1", "1.06"]
        body = portfolio(*[isolated("ETH", level, "1", id=f"x{i}", owner=f"o{i}", thresholds=bars) for i, level in enumerate(levels)])
        self.compare(body, ticker(ETHUSDT="1"))

    # random books

    def random_account(self, rng, index, assets):
        amount = lambda: self.random_amount(rng)
        quote = rng.choice(("USDT", "USDT", "USDT", "BTC", "BRL"))
        account = {"id": f"r{index}", "name": f"Random {index}", "owner": f"owner {index}", "quoteAsset": quote}
        if rng.random() < 0.5:
            base = rng.choice([a for a in assets if a != quote])
            account.update(mode="isolated", baseAsset=base, symbol=base + quote)
            held = [base, quote]
        else:
            account["mode"] = "cross"
            held = rng.sample(assets, rng.randint(1, 6))
        rows = []
        for asset in held:
            row = {"asset": asset}
            for name, chance in (("free", 0.8), ("locked", 0.3), ("borrowed", 0.4), ("interest", 0.3)):
                if rng.random() < chance:
                    row[name] = amount()
            rows.append(row)
        account["balances"] = rows
        low = Fraction(rng.randint(1000, 1300), 1000)
        call = low + Fraction(rng.randint(1, 200), 1000)
        bars = {"liquidation": low, "marginCall": call, "initial": call + Fraction(rng.randint(0, 500), 1000)}
        if rng.random() < 0.7:
            account["thresholds"] = {name: oracle.plain(value) for name, value in bars.items()}
        else:
            account["profile"] = "faq-2020-5x"
        if rng.random() < 0.5:
            account["contributed"] = amount()
        return account

    def test_random_books(self):
        seed = int(os.environ.get("PLIMSOLL_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
        print(f"PLIMSOLL_SEED={seed}", flush=True)
        rng = random.Random(seed)
        price = lambda low, high: f"{rng.randint(low, high - 1)}.{rng.randint(1, 10**8 - 1):08d}"
        for round_ in range(4):
            prices = ticker(ETHUSDT=price(100, 5000), BTCUSDT=price(5000, 90000), BCHUSDT=price(80, 2000), SHIBUSDT=f"0.0000{rng.randint(1, 9999):04d}",
                            USDTBRL=price(3, 7), BTCBRL=price(20000, 400000), ETHBTC=f"0.0{rng.randint(1, 10**6):07d}", DOGEBTC=f"0.000000{rng.randint(1, 99):02d}",
                            USDCUSDT="0.99980000", XUSDC=price(0, 50), BNBUSDT=price(100, 900), YBNB=price(0, 3), BTCWOE=price(1, 10**6))
            assets = ["ETH", "BTC", "BCH", "SHIB", "USDT", "BRL", "DOGE", "USDC", "X", "Y", "WOE", "NOWHERE"]
            body = portfolio(*[self.random_account(rng, index, assets) for index in range(120)])
            self.compare(body, prices, f"PLIMSOLL_SEED={seed} round {round_}")

    # prices

    def test_inverse_price_is_rounded_against_the_user(self):
        body = portfolio({"id": "x", "name": "x", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x",
                          "balances": [{"asset": "BRL", "free": "3"}, {"asset": "TRY", "borrowed": "3"}]})
        got = self.compare(body, ticker(USDTBRL="3", USDTTRY="3"))["x"]
        self.assertEqual((got["totalAssets"], got["totalDebt"]), ("0.999999999999999999", "1.000000000000000002"))
        self.assertEqual((got["marginLevel"], got["status"]), ("0.99999999", "liquidation"))

    def test_bridges_are_tried_in_order(self):
        account = {"id": "x", "name": "x", "mode": "cross", "quoteAsset": "EUR", "profile": "faq-2020-5x",
                   "balances": [{"asset": "Z", "free": "1"}, {"asset": "EUR", "borrowed": "1"}]}
        legs = [("ZETH", "7", "ETHEUR"), ("ZBNB", "6", "BNBEUR"), ("ZFDUSD", "5", "FDUSDEUR"), ("ZUSDC", "4", "USDCEUR"), ("ZBTC", "3", "BTCEUR"), ("ZUSDT", "2", "USDTEUR")]
        prices = []
        for symbol, price, second in legs:
            prices += ticker(**{symbol: price, second: "1"})
            self.assertEqual(self.compare(portfolio(account), prices)["x"]["totalAssets"], price)
        self.assertEqual(self.compare(portfolio(account), prices + ticker(EURZ="0.1"))["x"]["totalAssets"], "10")
        self.assertEqual(self.compare(portfolio(account), prices + ticker(EURZ="0.1", ZEUR="9"))["x"]["totalAssets"], "9")

    def test_two_bridges_are_one_too_many(self):
        account = {"id": "x", "name": "x", "mode": "cross", "quoteAsset": "EUR", "profile": "faq-2020-5x",
                   "balances": [{"asset": "Z", "free": "1"}, {"asset": "EUR", "borrowed": "1"}]}
        got = self.compare(portfolio(account), ticker(ZBTC="1", BTCUSDT="1", USDTEUR="1"))["x"]
        self.assertEqual(got["status"], "unknown")

    def test_missing_price_carries_a_range(self):
        account = lambda name, *rows: {"id": name, "name": name, "owner": name, "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "balances": list(rows)}
        body = portfolio(
            account("asset", {"asset": "USDT", "free": "900", "borrowed": "1000"}, {"asset": "GONE", "free": "1"}),
            account("debt", {"asset": "USDT", "free": "900", "borrowed": "100"}, {"asset": "GONE", "borrowed": "1"}),
            account("both", {"asset": "USDT", "free": "900", "borrowed": "1000"}, {"asset": "GONE", "free": "2", "borrowed": "1"}),
            account("two", {"asset": "USDT", "free": "900", "borrowed": "1000"}, {"asset": "GONE", "free": "2"}, {"asset": "LOST", "borrowed": "1"}),
            account("only", {"asset": "GONE", "free": "3", "borrowed": "2"}),
            account("enough", {"asset": "USDT", "free": "1300", "borrowed": "1000"}, {"asset": "GONE", "free": "0.00000001"}),
            account("owed", {"asset": "USDT", "free": "2000", "borrowed": "1000"}, {"asset": "GONE", "free": "3", "borrowed": "2"}),
            account("bar", {"asset": "USDT", "free": "1250", "borrowed": "1000"}, {"asset": "GONE", "free": "1"}),
            account("none", {"asset": "USDT", "free": "900"}, {"asset": "GONE", "free": "2"}),
            account("unheld", {"asset": "USDT", "free": "900", "borrowed": "600"}, {"asset": "GONE", "free": "0"}))
        got = self.compare(body, ticker(ETHUSDT="1"))
        self.assertEqual(got["asset"]["levelRange"], {"worst": "0.9", "best": None})
        self.assertEqual(got["debt"]["levelRange"], {"worst": "0", "best": "9"})
        self.assertEqual(got["both"]["levelRange"], {"worst": "0.9", "best": "2"})
        self.assertIsNone(got["asset"]["marginLevel"])
        self.assertEqual((got["enough"]["status"], got["enough"]["marginLevel"], got["enough"]["equity"]), ("normal", "1.3", "300"))
        self.assertEqual(got["enough"]["levelRange"], {"worst": "1.3", "best": None})
        self.assertEqual((got["owed"]["status"], got["owed"]["marginLevel"], got["owed"]["equity"]), ("normal", "1.5", None))
        self.assertEqual(got["bar"]["status"], "unknown")
        self.assertEqual(got["unheld"]["status"], "normal")
        self.assertNotIn("levelRange", got["unheld"])

    def test_bad_prices_make_the_account_unknown_and_leave_the_others(self):
        bad = ["0", "0.00000000", "-1", "-0", "+5", " 5 ", "1e5", "0x10", "1,5", "NaN", "nan", "inf", "Infinity", "", ".5", "5.", "1" * 19, "1." + "1" * 19,
               "9" * 400, "٣", 5, 5.5, None, True, {}, []]
        for price in bad:
            with self.subTest(price=price):
                path = self.write("prices.json", [{"symbol": "ETHUSDT", "price": price}, {"symbol": "BCHUSDT", "price": "170"}])
                done = self.run_cli("evaluate", "--portfolio", self.write("p.json", reference()), "--prices", path, "--json")
                if done.code == 65 and not isinstance(price, str):
                    self.assertIn("ETHUSDT", done.err + done.out)
                    continue
                self.assertEqual(done.code, OK, f"{price!r}: {done.err}")
                got = {a["id"]: a for a in done.json()["accounts"]}
                self.assertEqual([a["status"] for a in got.values()], ["unknown", "unknown", "margin_call"], price)
                self.assertEqual(got["b-ethusdt"]["levelRange"], {"worst": "0", "best": None})
                self.assertIn("ETHUSDT", json.dumps(got["b-ethusdt"]["missingPrices"]) + done.err)

    def test_a_list_is_a_list_whatever_else_is_in_it(self):
        noise = [{"symbol": f"N{i}USDT", "price": "1.00000000"} for i in range(5000)] + ticker(币安人生USDT="0.5", **{"1000SATSUSDT": "0.0002"})
        got = self.evaluate(reference(), noise + ticker(ETHUSDT="230", BCHUSDT="170"))
        self.assertEqual([a["marginLevel"] for a in got], ["1.25", "1.4375", "1.0625"])

    # a whole list of prices (tests/data)

    def test_whole_price_list(self):
        self.assert_whole_list(json.loads((FIXTURES / "api" / "ticker-price.json").read_text(encoding="utf-8")))

    def test_tiny_prices(self):
        prices = json.loads((FIXTURES / "api" / "ticker-price.json").read_text(encoding="utf-8"))
        account = isolated("SHIB", "80123456.12345678", "722.00000001")
        odd = {"id": "odd", "name": "odd", "mode": "cross", "quoteAsset": "EUR", "profile": "faq-2020-5x",
               "balances": [{"asset": "BTTC", "free": "123456789012.12345678"}, {"asset": "HOT", "free": "0.000000000000000001"}, {"asset": "USDT", "borrowed": "75000"}]}
        got = self.compare(portfolio(account, odd), prices)
        self.assertEqual(got["b-shibusdt"]["marginLevel"], "1.25068054")  # 80123456.12345678 x 0.00001127 / 722.00000001
        self.assertNotEqual(got["odd"]["status"], "unknown")

    def test_the_table_of_fourteen_accounts(self):
        """What a person reads of the fourteen accounts of tests/data/books, letter by letter; read through before it was kept."""
        done = self.run_cli("evaluate", "--portfolio", FIXTURES / "books" / "fourteen.json", "--prices", FIXTURES / "books" / "fourteen-prices.json")
        self.assertEqual(done.code, OK, done.err)
        self.assertEqual(done.out, (FIXTURES / "views" / "evaluate-fourteen.txt").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
