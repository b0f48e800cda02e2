# SPDX-License-Identifier: GPL-3.0-or-later
"""`import`, `export`, `top-up`, `journal`, `verify`: nothing is lost, nothing is booked twice, a refusal books nothing."""
import contextlib
import json
import random
import re
import sqlite3
import uuid
from collections import defaultdict
from fractions import Fraction

from harness import A_CROSS, CliTest, DATA, Exchange, IO, OK, UNAVAILABLE, USAGE, isolated, main, portfolio, reference, run, ticker

N2 = ticker(ETHUSDT="230", BCHUSDT="170")
HOSTILE = ['x<img src="y">', "\u202eUSDT\u202c evil", "%1 %2 %n {0}", "n" * 10000, "=1+1", "'; DROP TABLE account; --", "line\nbreak\ttab", "\u200d👩‍🚀 é 币安人生",
           '"quoted" \\ back', "&amp; <b>"]


class LedgerTest(CliTest):
    def balances(self):
        """{(holder, asset, field): amount} of the export."""
        body = json.loads(self.export())
        found = {}
        for holder in body["accounts"] + body.get("wallets", []):
            for row in holder.get("balances", []):
                for name in ("free", "locked", "borrowed", "interest"):
                    found[holder["id"], row["asset"], name] = Fraction(row.get(name, "0"))
        return {key: value for key, value in found.items() if value}

    def journal_sums(self):
        sums = defaultdict(Fraction)
        for row in self.journal():
            sums[row.get("account") or row.get("wallet"), row["asset"], row["field"]] += Fraction(row["change"])
        return {key: value for key, value in sums.items() if value}

    def assert_sums(self):
        self.assertEqual(self.journal_sums(), self.balances())
        self.ok("verify")

    def assert_refused(self, done, *words):
        self.assertEqual(done.code, DATA, f"{done.err}{done.out}")
        for word in words:
            self.assertIn(word, done.err)
        self.assertNotIn("booked", done.out)

    # round trips

    def round_trip(self, body):
        self.load(body)
        first = self.export()
        path = self.write("first.json", first)
        other = self.folder / "other"
        self.assertEqual(run("--data-dir", other, "import", path).code, OK)
        again = run("--data-dir", other, "export")
        self.assertEqual(again.code, OK, again.err)
        self.assertEqual(again.raw, first)
        return json.loads(first)

    def test_a_wallet_is_called_something_else_and_keeps_its_id(self):
        self.load(reference())
        self.assertEqual(self.ok("rename-wallet", "spot", "Treasury").out.strip(), "spot is called Treasury")
        self.assertEqual([(w["id"], w.get("name")) for w in json.loads(self.export())["wallets"]], [("spot", "Treasury")])
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "150", "--from", "spot")
        self.assertEqual({row["accountName"] for row in self.journal() if row["account"] == "spot"}, {"Treasury"})
        self.round_trip(json.loads(self.export()))
        self.assert_refused(self.db("rename-wallet", "nobody", "x"), "nobody")
        self.assert_refused(self.db("rename-wallet", "spot", "a\nb"), "control character")
        self.ok("rename-wallet", "spot")
        self.assertNotIn("name", json.loads(self.export())["wallets"][0])
        self.assert_sums()

    def test_round_trip_of_the_reference(self):
        got = self.round_trip(reference())
        self.assertEqual((got["format"], got["version"]), ("plimsoll-portfolio", 1))
        self.assertEqual([a["id"] for a in got["accounts"]], [a["id"] for a in reference()["accounts"]])
        self.assertEqual(self.balances()["a-cross", "USDT", "borrowed"], 1600)
        self.assert_sums()

    def test_round_trip_of_hostile_names(self):
        accounts = [isolated("ETH", id=f"h{i}", owner=f"o{i}", name=name) for i, name in enumerate(HOSTILE)]
        got = self.round_trip(portfolio(*accounts))
        for wanted, account in zip(HOSTILE, got["accounts"]):
            if len(wanted) < 100 and wanted.isprintable():
                self.assertEqual(account["name"], wanted)
        self.assert_sums()
        self.ok("journal")

    def test_round_trip_of_hostile_ids_and_owners(self):
        accounts = [isolated("ETH", id=f"id {text}"[:60], owner=text[:60], name="n") for text in HOSTILE if text.isprintable()]
        got = self.round_trip(portfolio(*accounts))
        self.assertEqual([a["id"] for a in got["accounts"]], [a["id"] for a in accounts])
        self.assertEqual([a["owner"] for a in got["accounts"]], [a["owner"] for a in accounts])

    def test_round_trip_of_random_ledgers(self):
        rng = random.Random(7)
        amount = lambda: rng.choice(["0", "1", "999999999999999999", "0.000000000000000001", "999999999999999999.999999999999999999", f"{rng.randint(0, 10**9)}.{rng.randint(0, 10**8):08d}"])
        accounts = []
        for index in range(60):
            rows = [{"asset": asset, "free": amount(), "locked": "0", "borrowed": rng.choice(["0", "5.5"]), "interest": rng.choice(["0", "0.00000001"])} for asset in ("ETH", "USDT")]
            accounts.append(isolated("ETH", id=f"r{index}", owner=f"o{index}", balances=rows, contributed=rng.choice(["0", "12.5", "0.1"])))
        self.round_trip(portfolio(*accounts, wallets=[{"id": "spot", "balances": [{"asset": "币安人生", "free": "1"}]}, {"id": "empty", "balances": []}]))
        self.assert_sums()

    def test_unknown_fields_are_kept_or_refused(self):
        for place in ("top", "account", "balance", "wallet"):
            with self.subTest(place):
                body = reference()
                {"top": body, "account": body["accounts"][1], "balance": body["accounts"][1]["balances"][0], "wallet": body["wallets"][0]}[place]["colour"] = "teal"
                data = self.folder / place
                done = run("--data-dir", data, "import", self.write("u.json", body))
                if done.code == OK:
                    self.assertIn('"teal"', run("--data-dir", data, "export").out)
                else:
                    self.assert_refused(done, "colour")

    def test_export_to_a_file(self):
        self.load(reference())
        target = self.folder / "out.json"
        self.ok("export", "-o", target)
        self.assertEqual(target.read_bytes(), self.export())
        self.assertEqual(target.stat().st_mode & 0o077, 0, "an export is private")

    def test_import_twice_changes_nothing_or_is_refused(self):
        self.load(reference())
        before = self.balances()
        self.db("import", self.write("again.json", reference()))
        self.assertEqual(self.balances(), before)
        self.assert_sums()

    def test_files_are_private(self):
        self.load(reference())
        self.assertEqual(self.data.stat().st_mode & 0o777, 0o700)
        for path in self.data.rglob("*"):
            if path.is_file():
                self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    # top-ups

    def level(self, account, prices=N2):
        answers = self.evaluate(json.loads(self.export()), prices)
        return next(a for a in answers if a["id"] == account)

    def test_reference_top_up_restores_the_initial_level(self):
        self.load(reference())
        before = self.level("b-bchusdt")
        self.assertEqual((before["status"], before["toInitial"]["deposit"]), ("margin_call", "150"))
        done = self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "150", "--json").json()
        self.assertEqual(done["result"], "booked")
        uuid.UUID(done["operationId"])
        after = self.level("b-bchusdt")
        self.assertEqual((after["status"], after["marginLevel"], after["toInitial"]["deposit"]), ("normal", "1.25", "0"))
        self.assertEqual(after["profit"], before["profit"], "own money is not profit")
        self.assert_sums()

    def test_top_up_from_outside_is_one_row(self):
        self.load(reference())
        count = len(self.journal())
        operation = self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "150", "--json").json()["operationId"]
        rows = self.journal()[count:]
        self.assertEqual([(r["operationId"], r["kind"], r["account"], r["asset"], r["field"], r["change"]) for r in rows],
                         [(operation, "top_up", "b-bchusdt", "USDT", "free", "150")])
        self.assertGreater(rows[0]["time"], 1577836800000)
        self.assertIsInstance(rows[0]["time"], int)

    def test_a_long_hostile_note_is_kept(self):
        self.load(reference())
        note = ("x<img src=\"y\"> %1 \u202eevil\u202c " * 500)[:9000]
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "1", "--note", note)
        self.assert_sums()
        self.assertNotIn("\x00", self.ok("journal").out)

    def test_top_up_from_a_wallet_has_the_wallets_row(self):
        self.load(reference())
        count = len(self.journal())
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "150", "--from", "spot")
        rows = self.journal()[count:]
        self.assertEqual(len(rows), 2)
        self.assertEqual(len({r["operationId"] for r in rows}), 1)
        self.assertEqual(sorted(r["change"] for r in rows), ["-150", "150"])
        self.assertEqual(self.balances()["spot", "USDT", "free"], 850)
        self.assertEqual(self.level("b-bchusdt")["marginLevel"], "1.25")
        self.assert_sums()
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "BCH", "--amount", "3", "--from", "spot")
        self.assertNotIn(("spot", "BCH", "free"), self.balances())
        self.assert_sums()

    def test_coins_count_at_their_value(self):
        self.load(reference())
        before = self.level("b-bchusdt")
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "BCH", "--amount", "1")
        after = self.level("b-bchusdt")
        self.assertEqual((after["totalAssets"], after["marginLevel"]), ("1020", "1.275"))
        self.assertEqual(before["totalDebt"], after["totalDebt"])

    def test_what_is_booked_can_be_exported_and_read_back(self):
        self.load(reference())
        for asset in ("A" * 64, "币安人生", "US DT", "é" * 32):
            self.assertEqual(self.top_up("a-cross", asset, "1").code, OK)
        for asset, why in (("A" * 65, "more than 64"), ("é" * 33, "more than 64"), ("A\tB", "control characters"), ("A\x7f", "control characters"), ("A\u0085", "control characters"), ("", "an asset is needed")):
            done = self.top_up("a-cross", asset, "1")
            self.assertEqual((done.code, done.out), (DATA, ""), asset)
            self.assertIn(why, done.err)
        copy = self.folder / "copy"
        exported = self.export()
        self.assertEqual(run("--data-dir", copy, "import", self.write("x.json", exported)).code, OK)
        self.assertEqual(run("--data-dir", copy, "export").raw, exported)

    def test_same_operation_never_books_twice(self):
        self.load(reference())
        operation = str(uuid.uuid4())
        words = ("b-bchusdt", "USDT", "150", "--operation-id", operation, "--json")
        self.assertEqual(self.top_up(*words).json(), {"operationId": operation, "result": "booked"})
        after = self.export(), self.journal()
        for same in (words, ("b-bchusdt", "USDT", "150", "--from", "spot", "--operation-id", operation, "--json"), ("b-bchusdt", "USDT", "7", "--operation-id", operation, "--json")):
            done = self.top_up(*same)
            self.assertIn(done.code, (OK,) if same == words else (OK, DATA), "a different operation under a known id may be refused, never booked")
            if done.code == OK:
                self.assertEqual(done.json(), {"operationId": operation, "result": "already_booked"})
            self.assertEqual((self.export(), self.journal()), after)

    def test_operation_id_is_one_whatever_its_case(self):
        self.load(reference())
        operation = str(uuid.uuid4())
        self.top_up("b-bchusdt", "USDT", "150", "--operation-id", operation)
        after = self.export()
        self.top_up("b-bchusdt", "USDT", "150", "--operation-id", operation.upper())
        self.assertEqual(self.export(), after)

    def test_refusals_book_nothing_and_say_why(self):
        self.load(reference())
        before = self.export(), self.journal()
        cases = {("b-bchusdt", "BTC", "1"): ["BTC"], ("b-bchusdt", "USDT", "0"): ["amount"], ("b-bchusdt", "USDT", "0.00"): ["amount"], ("b-bchusdt", "USDT", "-5"): ["-5"],
                 ("b-bchusdt", "USDT", "1" * 19): ["1" * 19], ("b-bchusdt", "USDT", "0." + "1" * 19): ["1" * 19], ("b-bchusdt", "USDT", "1e3"): ["1e3"],
                 ("b-bchusdt", "USDT", "NaN"): ["NaN"], ("b-bchusdt", "USDT", "1,5"): ["1,5"], ("b-bchusdt", "USDT", "+5"): ["+5"], ("b-bchusdt", "USDT", ""): ["amount"],
                 ("b-bchusdt", "USDT", "1000.00000001", "--from", "spot"): ["spot"], ("b-bchusdt", "BCH", "3.1", "--from", "spot"): ["spot"],
                 ("nobody", "USDT", "5"): ["nobody"], ("b-bchusdt", "USDT", "5", "--from", "sock"): ["sock"], ("b-bchusdt", "ETH", "5"): ["ETH"],
                 ("b-bchusdt", "", "5"): ["asset"], ("b-bchusdt", "USDT", "999999999999999999"): None}
        for words, named in cases.items():
            with self.subTest(words):
                done = self.top_up(*words)
                if named is None and done.code == OK:
                    continue
                self.assert_refused(done, *(named or []))
                self.assertEqual((self.export(), self.journal()), before)
        self.ok("verify")

    def test_bad_operation_id_is_refused(self):
        self.load(reference())
        before = self.export(), self.journal()
        for text in ("not-a-uuid", "", "123", "{}", "../../x"):
            done = self.top_up("b-bchusdt", "USDT", "5", "--operation-id", text)
            self.assertIn(done.code, (USAGE, DATA), text)
            self.assertIn("operation", done.err.lower())
        self.assertEqual((self.export(), self.journal()), before)

    def test_a_balance_never_overflows(self):
        self.load(reference())
        done = self.top_up("b-bchusdt", "USDT", "999999999999999999")
        second = self.top_up("b-bchusdt", "USDT", "999999999999999999")
        self.assertNotEqual((done.code, second.code), (OK, OK))
        self.assert_sums()
        judged = self.run_cli("evaluate", "--portfolio", self.write("big.json", self.export()), "--prices", self.write("q.json", N2), "--json")
        if judged.code != OK:
            self.assert_refused(judged, "b-bchusdt")

    def test_options_before_and_after_the_command(self):
        self.load(reference())
        first = run("--data-dir", self.data, "--json", "--account", "b-bchusdt", "top-up", "--asset", "USDT", "--amount", "50")
        second = run("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "100", "--json", "--data-dir", self.data)
        self.assertEqual([first.json()["result"], second.json()["result"]], ["booked", "booked"])
        self.assertEqual(self.level("b-bchusdt")["marginLevel"], "1.25")

    def test_fifty_random_top_ups_add_up(self):
        self.load(reference())
        rng = random.Random(11)
        added = Fraction(0)
        for _ in range(50):
            amount = f"{rng.randint(0, 9)}.{rng.randint(1, 10**8 - 1):08d}"
            added += Fraction(amount)
            self.assertEqual(self.top_up("a-cross", "ETH", amount).code, OK)
        self.assertEqual(self.balances()["a-cross", "ETH", "free"], 5 + added)
        self.assert_sums()

    # journal and verify

    def test_journal_is_oldest_first_and_filtered(self):
        self.load(reference())
        for account in ("b-bchusdt", "b-ethusdt"):
            self.ok("top-up", "--account", account, "--asset", "USDT", "--amount", "1", "--from", "spot")
        rows = self.journal()
        self.assertEqual([r["time"] for r in rows], sorted(r["time"] for r in rows))
        self.assertEqual({r["kind"] for r in rows}, {"opening", "top_up"})
        self.assertEqual(rows[-1]["kind"], "top_up")
        for row in rows:
            self.assertRegex(row["change"], r"\A-?[0-9]{1,18}(\.[0-9]{1,18})?\Z")
            self.assertIn(row["field"], ("free", "locked", "borrowed", "interest"))
        mine = self.journal("--account", "b-bchusdt")
        self.assertTrue({r["account"] for r in mine if Fraction(r["change"]) > 0} == {"b-bchusdt"})
        self.assertEqual([r for r in rows if r.get("account") == "b-bchusdt"], [r for r in mine if r.get("account") == "b-bchusdt"])

    def test_the_journal_of_a_mistyped_account_says_so(self):
        self.load(reference())
        for words in ((), ("--json",)):
            done = self.ok("journal", "--account", "b-bchust", *words)
            self.assertNotIn("b-bchust", done.out)
            self.assertIn('there is no account or wallet "b-bchust"', done.err)
        self.assertEqual(len(self.ok("journal", "--account", "spot", "--json").lines()), 2)
        self.load(portfolio(wallets=[{"id": "empty", "balances": []}]))
        empty = self.ok("journal", "--account", "empty", "--json")
        self.assertEqual((empty.out, empty.err), ("", ""))

    def test_tables_are_for_people(self):
        self.load(reference())
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "150")
        words = self.ok("journal").out.lower()
        for word in ("b-bchusdt", "150", "usdt"):
            self.assertIn(word, words)
        self.assertNotIn("{", words)
        self.assertTrue(re.search(r"top.?up", words))

    def test_terminal_does_not_obey_control_characters(self):
        """A name from a file must not move the cursor or ring: it is refused, or shown without its control characters."""
        body = portfolio(isolated("ETH", name="a\u001b[31mred\u0007\u009b2J", id="c\u001b[2J\u009b2J"))
        path, prices = self.write("c.json", body), self.write("q.json", N2)
        self.load(portfolio())
        runs = [self.db("import", path), self.db("journal"), self.db("journal", "--json"),
                self.run_cli("evaluate", "--portfolio", path, "--prices", prices), self.top_up("c\u001b[2J\u009b2J", "USDT", "1")]
        for done in runs:
            self.assertIn(done.code, (OK, DATA))
            self.assertNotRegex(done.out + done.err, "[\x00-\x08\x0b-\x1f\x7f-\x9f]")

    def test_verify_finds_a_changed_row(self):
        self.load(reference())
        self.ok("verify")
        base = sqlite3.connect(self.database_file())
        tables = [row[0] for row in base.execute("select name from sqlite_master where type='table'")]
        changed = 0
        for table in tables:
            for _, column, kind, *_rest in base.execute(f"pragma table_info('{table}')").fetchall():
                if column in ("change", "amount") and kind.upper() == "TEXT":
                    base.execute("pragma writable_schema=on")
                    for (trigger,) in base.execute("select name from sqlite_master where type='trigger'").fetchall():
                        base.execute(f'drop trigger "{trigger}"')
                    changed += base.execute(f'update "{table}" set "{column}" = \'123456\' where "{column}" = \'1600\'').rowcount
        base.commit()
        base.close()
        self.assertGreater(changed, 0, "the fault was not injected")
        done = self.db("verify")
        self.assertIn(done.code, (DATA, IO), done.out + done.err)
        self.assertTrue((done.err + done.out).strip())

    def change_balance(self, sql):
        with contextlib.closing(sqlite3.connect(self.database_file())) as base:
            self.assertGreater(base.execute(sql).rowcount, 0, "the fault was not injected")
            base.commit()

    def test_verify_names_a_running_balance_that_is_not_its_sum(self):
        self.load(reference())
        before = self.export()
        for sql, kept in (("UPDATE balance SET borrowed = '16' WHERE borrowed = '1600'", "16"), ("DELETE FROM balance WHERE borrowed = '1600'", "missing")):
            with self.subTest(sql):
                self.change_balance(sql)
                done = self.db("verify")
                self.assertEqual(done.code, DATA, done.out + done.err)
                self.assertIn(f"the kept balance of a-cross, USDT borrowed, is {kept}, but its rows add up to 1600", done.out)
                again = self.db("verify", "--json")
                self.assertEqual(again.code, DATA)
                self.assertFalse(again.json()["ok"], "verify writes nothing, and so finds it again")
                right = self.db("export")
                self.assertEqual((right.code, right.raw), (OK, before))
                self.assertIn("put right", right.err)
                self.ok("verify")
                self.assertEqual(self.db("export").err, "")

    def test_nothing_is_booked_on_a_changed_running_balance(self):
        self.load(reference())
        self.change_balance("UPDATE balance SET free = '1000000' WHERE holder = (SELECT number FROM holder WHERE id = 'spot') AND asset = 'USDT'")
        self.assert_refused(self.top_up("b-bchusdt", "USDT", "1000.00000001", "--from", "spot"), "spot")
        self.assertEqual(self.top_up("b-bchusdt", "USDT", "1000", "--from", "spot").code, OK)
        self.assert_sums()

    def test_what_was_booked_is_taken_back_once(self):
        self.load(reference())
        before = self.balances()
        self.assert_refused(self.db("reverse", str(uuid.uuid4())), "no such operation")
        self.assert_refused(self.db("reverse", self.journal()[0]["operationId"]), "book a correction")
        booked = self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "150", "--from", "spot", "--json").json()["operationId"]
        self.assertNotEqual(self.balances(), before)
        self.ok("reverse", booked, "--note", "typed twice")
        self.assertEqual(self.balances(), before)
        self.assert_refused(self.db("reverse", booked), "already")
        self.assertEqual({row["kind"] for row in self.journal() if row["operationId"] != booked} - {"opening"}, {"reversal"})
        self.assertEqual({row["accountName"] for row in self.journal() if row["account"] == "b-bchusdt"}, {"User B BCH"})
        self.assert_sums()

    def test_a_move_is_one_operation(self):
        rich = isolated("BCH", "3", "0", id="rich", contributed="1000", balances=[{"asset": "BCH", "free": "3"}, {"asset": "USDT", "free": "500"}])
        self.load(portfolio(isolated("ETH"), rich))
        before = self.journal()
        words = ("--from", "rich", "--operation-id", "3f2a8a44-5a5e-4c4f-9a8b-3d9d6f6f1e01")
        self.assertEqual(self.top_up("b-ethusdt", "USDT", "150", *words, "--json").json()["result"], "booked")
        self.assertEqual(self.top_up("b-ethusdt", "USDT", "150", *words, "--json").json()["result"], "already_booked")
        moved = self.journal()[len(before):]
        self.assertEqual([(row["account"], row["kind"], row["change"], row["movedWith"]) for row in moved],
                         [("b-ethusdt", "top_up", "150", "rich"), ("rich", "transfer_out", "-150", "b-ethusdt")])
        self.assertNotIn("movedWith", before[0])
        self.assertIn("transfer_out to b-ethusdt", self.ok("journal").out)
        self.assertEqual(self.top_up("b-ethusdt", "USDT", "350.01", "--from", "rich").code, DATA)
        self.assertEqual(len(self.journal()), len(before) + 2)
        self.ok("reverse", moved[1]["operationId"])  # from either side
        self.assertEqual([(row["account"], row["change"]) for row in self.journal()[-2:]], [("rich", "150"), ("b-ethusdt", "-150")])
        self.assertEqual(self.db("reverse", moved[0]["operationId"]).code, DATA)
        self.assertEqual(self.ok("verify").out, "the database and its ledger are in order\n")

    def test_whoever_owes_gives_by_its_level(self):
        rich = dict(A_CROSS, id="rich", balances=[{"asset": "ETH", "free": "4"}, {"asset": "USDT", "free": "1000", "borrowed": "500"}])
        self.load(portfolio(isolated("BCH"), rich))
        ask = lambda amount, url: self.top_up("b-bchusdt", "USDT", amount, "--from", "rich", "--price-url", url)
        self.assertEqual(ask("150", "http://127.0.0.1:9").code, UNAVAILABLE)
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="200", BCHUSDT="170")
            self.assertEqual(ask("1000", exchange.url).code, DATA)  # 800 / 500 would be left, and the bar of a transfer out is 2
            self.assertEqual(ask("150", exchange.url).code, OK)
        self.assertEqual([row["change"] for row in self.journal()[-2:]], ["150", "-150"])

    def test_empty_database_works(self):
        self.load(portfolio())
        self.assertEqual(json.loads(self.export())["accounts"], [])
        self.ok("verify")
        self.assertEqual(self.journal(), [])


if __name__ == "__main__":
    main()
