# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars with a date: `bar-changes`, `bar-change`, and what `look-ahead`, `check` and `watch` make of them."""
import json
import time
import unittest

from harness import DATA, Exchange, OK, USAGE, CliTest, Watch, isolated, main, portfolio, reference, ticker

HOUR = 3_600_000
NOW_BARS = {"initial": "1.25", "marginCall": "1.1", "liquidation": "1.05"}
LATER = {"initial": "1.5", "marginCall": "1.3", "liquidation": "1.2"}


def now():
    return int(time.time() * 1000)


class BarChangesTest(CliTest):
    def add(self, *words, account="b-bchusdt", at="2099-12-01 08:00", bars="1.5/1.3/1.2"):
        return self.db("bar-change", "add", "--account", account, "--at", at, "--bars", bars, *words)

    def changes(self, *words):
        answer = self.ok("bar-changes", "--json", *words).json()
        self.assertEqual((answer.pop("format"), answer.pop("version")), ("plimsoll-bar-changes", 1))
        return answer

    def test_what_was_announced_is_kept_and_forgotten(self):
        self.load(reference())
        self.assertEqual(self.ok("bar-changes").out, "no bars have changed, and none are announced\n")
        done = self.add("--json")
        self.assertEqual(done.code, OK, done.err)
        at = done.json()["time"]
        self.assertEqual(done.json(), {"account": "b-bchusdt", "time": at, "after": LATER})
        self.assertEqual(self.add().out, "b-bchusdt: 1.5/1.3/1.2 from 2099-12-01 08:00 UTC\n")  # a repeat
        self.assertEqual(self.add(at=str(at + HOUR), bars="1.6/1.4/1.3", account="b-ethusdt").code, OK)
        self.assertEqual(self.changes("--account", "b-bchusdt"), {"past": [], "announced": [{"account": "b-bchusdt", "time": at, "before": NOW_BARS, "after": LATER}]})
        self.assertEqual([change["account"] for change in self.changes()["announced"]], ["b-bchusdt", "b-ethusdt"])
        self.assertIn("2099-12-01 08:00", self.ok("bar-changes").out)
        exported = {account["id"]: account.get("announcedBars") for account in json.loads(self.export())["accounts"]}
        self.assertEqual(exported, {"a-cross": None, "b-bchusdt": [{"from": at, **LATER}], "b-ethusdt": [{"from": at + HOUR, "initial": "1.6", "marginCall": "1.4", "liquidation": "1.3"}]})
        self.ok("bar-change", "remove", "--account", "b-bchusdt", "--at", "2099-12-01T08:00Z")
        self.assertEqual(self.db("bar-change", "remove", "--account", "b-bchusdt", "--at", "2099-12-01T08:00Z").code, DATA)
        self.assertEqual([change["account"] for change in self.changes()["announced"]], ["b-ethusdt"])
        self.assertTrue(self.ok("verify", "--json").json()["ok"])

    def test_refused(self):
        self.load(reference())
        self.assertEqual(self.add().code, OK)
        for options, code in (({"bars": "1.6/1.4/1.3"}, DATA), ({"at": "2020-01-01"}, DATA), ({"account": "nobody"}, DATA), ({"account": "spot"}, DATA),
                              ({"at": "soon"}, USAGE), ({"at": "2026-02-30"}, USAGE), ({"at": "-1"}, USAGE), ({"bars": "1/2/3"}, USAGE), ({"bars": "x"}, USAGE)):
            done = self.add(**options)
            self.assertEqual((done.code, done.out), (code, ""), f"{options}: {done.err}")
        for words in (("add", "--account", "b-bchusdt", "--bars", "1.5/1.3/1.2"), ("add", "--at", "2099-01-01", "--bars", "1.5/1.3/1.2"), ("add", "--account", "b-bchusdt", "--at", "2099-01-01"),
                      ("remove", "--account", "b-bchusdt"), ("remove", "--account", "b-bchusdt", "--at", "2099-01-01", "--bars", "1.5/1.3/1.2"), ("do",)):
            self.assertEqual(self.db("bar-change", *words).code, USAGE, words)
        self.assertEqual(self.db("bar-changes", "--account", "nobody").code, DATA)
        self.assertEqual(len(self.changes()["announced"]), 1)

    def test_a_file_with_them_is_checked(self):
        for bars, place in (([{"from": 5, **LATER}, {"from": 5, **LATER}], "announcedBars[1].from"), ([{"from": 5, **LATER}, {"from": 4, **LATER}], "announcedBars[1].from"),
                            ([{"from": -5, **LATER}], "announcedBars[0].from"), ([LATER], "announcedBars[0].from"), ([{"from": 5, **LATER, "marginCall": "1.1"}], "announcedBars[0].marginCall"),
                            ([{"from": 5, **LATER, "note": ""}], "announcedBars[0].note")):
            done = self.db("import", self.write("p.json", portfolio(isolated("BCH", announcedBars=bars))))
            self.assertEqual(done.code, DATA, bars)
            self.assertIn(f"accounts[0].{place}", done.err)

    def look_ahead(self, *announced, rate=None, price="200", words=()):
        account = isolated("BCH", announcedBars=list(announced))
        if rate:
            account["balances"][1]["dailyInterest"] = rate
        done = self.run_cli("look-ahead", "--portfolio", self.write("p.json", portfolio(account)), "--prices", self.write("q.json", ticker(BCHUSDT=price)), *words)
        self.assertEqual(done.code, OK, done.err)
        return done

    def test_look_ahead_knows_them(self):
        at = (now() // HOUR + 10) * HOUR + 60_000
        found = self.look_ahead({"from": at, **LATER}, words=("--json",)).json()["accounts"][0]  # 1000 / 800 = 1.25
        self.assertEqual((found["status"], found["call"]), ("normal", {"hours": 10, "time": at, "by": "bars"}))
        self.assertEqual((found["liquidation"], found["because"]), (None, "no_rate"))
        self.assertEqual(found["announced"], [{"time": at, "thresholds": LATER, "status": "margin_call"}])
        sooner = self.look_ahead({"from": at, **LATER}, rate="0.5", price="177", words=("--json",)).json()["accounts"][0]  # a call in one mark
        self.assertEqual((sooner["call"]["hours"], "by" in sooner["call"]), (1, False))
        past = self.look_ahead({"from": now() - 1000, **LATER}, words=("--json",)).json()["accounts"][0]
        self.assertEqual((past["status"], past["call"]["hours"], "announced" in past), ("margin_call", 0, False))
        others = self.look_ahead({"from": at, **LATER}, words=("--json", "--bars", "1.25/1.1/1.05")).json()["accounts"][0]
        self.assertEqual((others["call"], "announced" in others), (None, False))
        table = self.look_ahead({"from": at, **LATER}).out
        self.assertIn("by new bars", table)
        self.assertIn("at today's level margin call", table)

    def test_their_moment_comes_while_it_watches(self):
        self.load(portfolio(isolated("BCH")))
        with Exchange() as exchange:
            exchange.prices(BCHUSDT="200")
            with Watch(self.data, exchange.url) as watch:
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "status" and e["to"] == "normal", 10))
                at = now() + 2500
                self.assertEqual(self.add(at=str(at)).code, OK)
                called = watch.wait(lambda e: e["event"] == "status" and e["to"] == "margin_call", 20)
                self.assertIsNotNone(called)
                self.assertGreaterEqual(called["time"], at)
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "alarm" and e["condition"] == "call" and e["to"] == "active", 10))
            self.assertEqual(self.changes(), {"past": [{"account": "b-bchusdt", "time": at, "before": NOW_BARS, "after": LATER}], "announced": []})
            self.assertEqual(self.db("check", "--price-url", exchange.url).code, 1)

    def test_a_moment_that_passed_while_nothing_ran(self):
        at = now() - 86_400_000
        self.load(portfolio(isolated("BCH", announcedBars=[{"from": at, **LATER}])))
        with Exchange() as exchange:
            exchange.prices(BCHUSDT="200")
            self.assertEqual(self.db("check", "--price-url", exchange.url).code, 1, "it is judged by what is in force")
            self.assertEqual(len(self.changes()["announced"]), 1, "and nothing was written")
            with Watch(self.data, exchange.url) as watch:
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "status" and e["to"] == "margin_call", 20))
        self.assertEqual(self.changes(), {"past": [{"account": "b-bchusdt", "time": at, "before": NOW_BARS, "after": LATER}], "announced": []})


if __name__ == "__main__":
    unittest.main()
