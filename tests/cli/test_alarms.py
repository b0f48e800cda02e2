# SPDX-License-Identifier: GPL-3.0-or-later
"""Alarms in the terminal: `watch` tells them, `alarms`, `acknowledge`, `snooze`, `handled` act on them with and without a watch, crashes
lose nothing, own alarms, `alarm-test`, the service manager."""
import signal
import socket
import sqlite3
import time

from harness import DATA, OK, USAGE, Watch, isolated, main, portfolio
from test_live import LiveTest

CALL = dict(BCHUSDT="172.8")  # 5 x 172.8 / 800 = 1.08: a call, not yet critical
WORSE = dict(BCHUSDT="171")  # 1.06875: critical
GOOD = dict(BCHUSDT="250")
DEAD = dict(BCHUSDT="160")  # 1.0: a liquidation
MINUTE = 60000


def alarm(condition, to, cause=None):
    return lambda e: e["event"] == "alarm" and e["condition"] == condition and e["to"] == to and cause in (None, e["cause"])


def notice(condition):
    return lambda e: e["event"] == "notice" and e["condition"] == condition


def priced(event):
    return event["event"] == "status" and event["marginLevel"]


class AlarmTest(LiveTest):
    def setUp(self):
        super().setUp()
        self.load(portfolio(isolated("BCH")))

    def called(self, prices=CALL):
        """A data directory in which the call was raised and nobody watches any more."""
        exchange = self.exchange(**prices)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(alarm("watch", "active")), watch.events)
        self.assertEqual(watch.close(), OK)
        return exchange

    def running(self, exchange):
        """A watch with an active call, both on the disk."""
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(notice("call")), watch.events)
        self.until(lambda: self.alarms()["watched"] and self.states().get("call") == "active")
        return watch

    def until(self, holds, seconds=5):
        end = time.monotonic() + seconds
        while not holds():
            self.assertLess(time.monotonic(), end, "it took too long")
            time.sleep(0.1)

    def alarms(self):
        return self.ok("alarms", "--json").json()

    def states(self):
        return {a["condition"]: a["state"] for a in self.alarms()["alarms"]}

    def history(self):
        return [(e["condition"], e["from"], e["to"], e["cause"]) for e in self.ok("alarms", "--history", "--json").lines()]


class WatchTest(AlarmTest):
    def test_alarms_are_told_as_they_happen(self):
        exchange = self.exchange(**GOOD)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(priced))
        self.assertFalse([e for e in watch.events if e["event"] in ("alarm", "notice")])
        exchange.prices(**CALL)
        raised = watch.wait(alarm("call", "active"))
        self.assertIsNotNone(raised, watch.events)
        self.assertEqual({k: raised[k] for k in ("account", "detail", "from", "cause", "occurrence", "marginLevel")},
                         {"account": "b-bchusdt", "detail": "", "from": "normal", "cause": "raised", "occurrence": 1, "marginLevel": "1.08"})
        told = watch.wait(notice("call"))
        self.assertEqual((told["account"], told["priority"], told["quiet"], told["allOver"]), ("b-bchusdt", "high", False, False))
        self.assertTrue("1.08" in told["title"] and told["text"], told)
        exchange.prices(**WORSE)
        self.assertIsNotNone(watch.wait(notice("critical")), watch.events)
        self.assertEqual(watch.close(), OK)
        steps = [(e["condition"], e["to"]) for e in watch.events if e["event"] == "alarm"]
        self.assertEqual([s for s in steps if s[0] in ("call", "critical")], [("call", "active"), ("critical", "active")])
        order = [e["event"] for e in watch.events if e["event"] in ("status", "alarm") and e.get("condition", "call") == "call"]
        self.assertEqual(order, ["status", "status", "status", "alarm"], "the status comes first")
        self.assertEqual(self.history()[0][0], "call")

    def test_in_words(self):
        exchange = self.exchange(**CALL)
        done = self.db("watch", "--price-url", exchange.url, "--interval", "300", "--for", "2", timeout=15)
        self.assertEqual(done.code, OK, done.err)
        lines = [line for line in done.out.splitlines() if "  ALARM  " in line]
        self.assertEqual(len(lines), 1, done.out)
        self.assertIn("1.08", lines[0])
        self.assertIn("b-bchusdt  call  ", done.out)
        self.assertNotIn("{", done.out)

    def test_ringing_without_a_desktop_says_so(self):
        exchange = self.exchange(**CALL)
        watch = self.watch(exchange.url, words=["--ring"], env={"DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/nobody"})
        silent = watch.wait(lambda e: alarm("not_delivered", "active")(e) and e["detail"] == "desktop", 5)
        self.assertIsNotNone(silent, watch.events)
        self.assertIsNotNone(watch.wait(notice("not_delivered")), watch.events)
        self.assertEqual(watch.close(), OK)

    def test_an_undelivered_screen_is_not_raised(self):
        """The terminal confirms its lines: no alarm about a silent channel or screen."""
        exchange = self.exchange(**CALL)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(notice("call")), watch.events)
        self.assertIsNone(watch.wait(lambda e: e["event"] == "alarm" and e["condition"] in ("not_delivered", "thread_dead"), 4))

    def test_killed_while_an_alarm_is_active(self):
        exchange = self.exchange(**CALL)
        self.running(exchange).kill()
        again = self.watch(exchange.url)
        told = again.wait(notice("call"))
        self.assertIsNotNone(told, again.events)
        self.assertFalse([e for e in again.events if e["event"] == "alarm" and e["condition"] == "call"], "the same occurrence")
        self.assertEqual([a["occurrence"] for a in self.alarms()["alarms"] if a["condition"] == "call"], [1])

    def test_killed_after_it_was_acknowledged(self):
        exchange = self.exchange(**CALL)
        watch = self.running(exchange)
        self.ok("acknowledge", "b-bchusdt")
        self.assertIsNotNone(watch.wait(alarm("call", "acknowledged")), watch.events)
        self.until(lambda: self.states().get("call") == "acknowledged" and not self.alarms()["requests"])
        watch.kill()
        until = next(a["until"] for a in self.alarms()["alarms"] if a["condition"] == "call")
        again = self.watch(exchange.url)
        self.assertIsNotNone(again.wait(lambda e: e["event"] == "snapshot" and e["accounts"] and e["accounts"][0]["marginLevel"]), again.events)
        self.assertIsNone(again.wait(lambda e: e["event"] == "notice", 3), again.events)
        self.assertEqual(again.close(), OK)
        kept = next(a for a in self.alarms()["alarms"] if a["condition"] == "call")
        self.assertEqual(kept["state"], "acknowledged")
        self.assertLess(abs(kept["until"] - until), 2000, "neither longer nor shorter")


class RequestTest(AlarmTest):
    def test_acknowledge_while_nobody_watches(self):
        exchange = self.called()
        self.assertEqual(self.states(), {"call": "active", "watch": "active"})
        self.assertFalse(self.alarms()["watched"])
        before = time.time() * 1000
        done = self.ok("acknowledge", "b-bchusdt", "--condition", "call", "--json").lines()
        self.assertEqual([(d["condition"], d["from"], d["to"], d["result"]) for d in done], [("call", "active", "acknowledged", "done")])
        self.assertLess(abs(done[0]["until"] - before - 15 * MINUTE), 10000)
        self.assertEqual(self.states(), {"call": "acknowledged", "watch": "active"})
        self.assertIn(("call", "active", "acknowledged", "acknowledged"), self.history())
        again = self.db("acknowledge", "b-bchusdt", "--condition", "call")
        self.assertEqual((again.code, again.out), (DATA, ""))
        self.assertIn("nothing to acknowledge", again.err)
        self.ok("acknowledge", "--all")
        self.assertEqual(self.states(), {"call": "acknowledged", "watch": "acknowledged"})
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(priced), watch.events)
        self.assertIsNone(watch.wait(lambda e: e["event"] == "notice", 3), watch.events)
        exchange.prices(**WORSE)  # 1 % lower, and a worse bar
        self.assertIsNotNone(watch.wait(notice("critical")), watch.events)
        self.assertTrue([e for e in watch.events if alarm("call", "active")(e)], watch.events)

    def test_acknowledge_while_somebody_watches(self):
        watch = self.running(self.exchange(**CALL))
        done = self.ok("acknowledge", "b-bchusdt", "--json").lines()
        self.assertEqual({d["result"] for d in done}, {"asked"})
        asked = time.monotonic()
        seen = watch.wait(alarm("call", "acknowledged", "acknowledged"))
        self.assertIsNotNone(seen, watch.events)
        self.assertLess(seen["arrived"] - asked, 3)
        self.assertEqual(watch.close(), OK)
        self.assertEqual((self.states()["call"], self.alarms()["requests"]), ("acknowledged", []))

    def test_snooze_and_its_limit(self):
        exchange = self.called()
        before = time.time() * 1000
        done = {d["condition"]: d for d in self.ok("snooze", "b-bchusdt", "--minutes", "60", "--json").lines()}
        self.assertEqual({c: d["to"] for c, d in done.items()}, {"call": "snoozed", "watch": "snoozed"})
        self.assertLess(abs(done["call"]["until"] - before - 15 * MINUTE), 10000, "a call at most 15 minutes")
        self.assertLess(abs(done["watch"]["until"] - before - 60 * MINUTE), 10000)
        watch = self.watch(exchange.url)
        self.assertIsNone(watch.wait(lambda e: e["event"] == "notice", 3), watch.events)
        self.until(lambda: self.alarms()["watched"])
        self.ok("acknowledge", "b-bchusdt")
        self.assertIsNotNone(watch.wait(alarm("call", "acknowledged")), watch.events)
        self.ok("snooze", "b-bchusdt", "--minutes", "1")
        self.assertIsNotNone(watch.wait(alarm("call", "snoozed", "snoozed")), watch.events)

    def test_a_liquidation_cannot_be_snoozed_but_handled(self):
        exchange = self.called(DEAD)
        self.assertEqual(self.states()["liquidation"], "active")
        snoozed = self.ok("snooze", "b-bchusdt", "--minutes", "5", "--json").lines()
        self.assertNotIn("liquidation", {d["condition"] for d in snoozed})
        done = self.ok("handled", "b-bchusdt", "--json").lines()
        self.assertEqual([d["condition"] for d in done], ["liquidation"])
        self.assertEqual(self.db("handled", "nobody").code, DATA)
        exchange.prices(**GOOD)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(priced), watch.events)
        self.assertNotEqual(self.states().get("liquidation"), "active")

    def test_an_acknowledged_liquidation_is_handled_once_the_level_recovered(self):
        exchange = self.exchange(**DEAD)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(notice("liquidation")), watch.events)
        self.until(lambda: self.alarms()["watched"] and self.states().get("liquidation") == "active")
        self.ok("acknowledge", "b-bchusdt")
        self.assertIsNotNone(watch.wait(alarm("liquidation", "acknowledged")), watch.events)
        early = self.db("handled", "b-bchusdt")
        self.assertEqual((early.code, early.out), (DATA, ""))
        self.assertIn("not over as long as nobody knows that the level recovered", early.err)
        exchange.prices(**GOOD)
        self.until(lambda: next(a for a in self.alarms()["alarms"] if a["condition"] == "liquidation")["marginLevel"] == "1.5625", 3)  # 5 x 250 / 800; a change of status is there at once
        done = self.ok("handled", "b-bchusdt", "--json").lines()
        self.assertEqual([(d["condition"], d["from"], d["to"], d["until"], d["result"]) for d in done], [("liquidation", "acknowledged", "normal", None, "asked")])
        self.assertIsNotNone(watch.wait(alarm("liquidation", "normal", "handled")), watch.events)
        self.assertEqual(watch.close(), OK)
        self.assertNotIn("liquidation", self.states())
        self.assertIn("no liquidation", self.db("handled", "b-bchusdt").err)

    def test_what_was_acknowledged_while_nobody_watched_comes_back_one_percent_lower(self):
        """No worse bar is reached: 1.075 is the critical one."""
        for words in (("acknowledge", "b-bchusdt"), ("snooze", "b-bchusdt", "--minutes", "15")):
            with self.subTest(words[0]):
                self.data = self.folder / words[0]
                self.load(portfolio(isolated("BCH")))
                exchange = self.called(dict(BCHUSDT="175.9"))  # 1.099375
                self.ok(*words)
                exchange.prices(BCHUSDT="174.1")  # 1.088125, 1.02 % lower
                watch = self.watch(exchange.url)
                self.assertIsNotNone(watch.wait(alarm("call", "active", "worsened")), watch.events)
                self.assertIsNotNone(watch.wait(notice("call")), watch.events)
                self.assertEqual(watch.close(), OK)

    def test_requests_that_nobody_took_over_are_not_lost(self):
        exchange = self.exchange(**CALL)
        watch = self.running(exchange)
        watch.process.send_signal(signal.SIGSTOP)
        try:
            self.assertEqual(self.ok("acknowledge", "b-bchusdt", "--json").lines()[0]["result"], "asked")
            self.assertEqual([r["kind"] for r in self.alarms()["requests"]], ["acknowledge"])
            self.assertIn("not yet taken over", self.ok("alarms").out)
            self.assertEqual(self.db("acknowledge", "b-bchusdt").code, DATA, "it is on its way already")
        finally:
            watch.kill()
        again = self.watch(exchange.url)
        self.assertIsNotNone(again.wait(priced), again.events)
        self.assertEqual(again.close(), OK)
        self.assertEqual((self.states()["call"], self.alarms()["requests"]), ("acknowledged", []))

    def test_nothing_there(self):
        for words in (["acknowledge", "b-bchusdt"], ["acknowledge", "--all"], ["acknowledge", "nobody"], ["snooze", "b-bchusdt", "--minutes", "5"], ["handled", "b-bchusdt"]):
            done = self.db(*words)
            self.assertEqual((done.code, done.out), (DATA, ""), words)
            self.assertIn("there is no", done.err)
        self.assertEqual(self.ok("alarms", "--history", "--json").out, "")
        self.assertIn("no alarm stands", self.ok("alarms").out)

    def test_a_star_is_not_everybody(self):
        self.called()
        for words in (("acknowledge", "*"), ("snooze", "*", "--minutes", "5"), ("handled", "*")):
            done = self.db(*words)
            self.assertEqual((done.code, done.out), (DATA, ""), words)
            self.assertIn('there is no account "*"', done.err)
        self.load(portfolio(isolated("BCH"), isolated("ETH", id="*")))
        self.assertIn("cannot be named here alone", self.db("acknowledge", "*").err)
        self.assertEqual(self.states(), {"call": "active", "watch": "active"})

    def test_a_mistyped_account_is_not_told_that_all_is_well(self):
        self.assertIn("no alarm stands", self.ok("alarms", "--account", "b-bchusdt").out)
        self.assertEqual(self.ok("alarms", "--history", "--account", "b-bchusdt").out, "")
        for words, code in ((("alarms",), DATA), (("alarms", "--json"), DATA), (("alarms", "--history"), OK), (("alarms", "--history", "--json"), OK)):
            done = self.db(*words, "--account", "b-bchust")
            self.assertEqual((done.code, done.out), (code, ""), words)
            self.assertIn('there is no account "b-bchust"', done.err)
        for words in (("acknowledge", "b-bchust"), ("snooze", "b-bchust", "--minutes", "5"), ("handled", "b-bchust")):
            self.assertIn('there is no account "b-bchust"', self.db(*words).err)

    def test_usage(self):
        for words in (["acknowledge"], ["acknowledge", "a", "--all"], ["acknowledge", "a", "b"], ["acknowledge", "a", "--condition", "panic"], ["snooze", "a"], ["snooze", "--minutes", "5"],
                      ["snooze", "a", "--minutes", "0"], ["snooze", "a", "--minutes", "1441"], ["snooze", "a", "--minutes", "five"], ["handled"], ["alarms", "x"], ["alarms", "--limit", "3"]):
            done = self.db(*words)
            self.assertEqual((done.code, done.out), (USAGE, ""), words)
            self.assertTrue(done.err.strip())

    def test_tables_are_for_people(self):
        self.called()
        table = self.ok("alarms").out
        for word in ("account", "b-bchusdt", "call", "active", "1.08", "nobody watches; last 20"):
            self.assertIn(word, table)
        self.ok("acknowledge", "b-bchusdt")
        self.assertIn("acknowledged", self.ok("alarms").out)
        self.assertIn("call  unknown -> active (raised)  level 1.08", self.ok("alarms", "--history", "--account", "b-bchusdt").out)
        self.assertEqual(self.ok("alarms", "--history", "--account", "nobody").out, "")
        self.assertEqual(len(self.ok("alarms", "--history", "--limit", "1").out.splitlines()), 1)


class BlindTest(AlarmTest):
    def call(self):
        return next(a for a in self.alarms()["alarms"] if a["condition"] == "call")

    def test_without_prices_the_last_level_stands_on_hold(self):
        exchange = self.exchange(**CALL, ETHUSDT="200")
        watch = self.running(exchange)
        exchange.prices(ETHUSDT="200", BCHUSDT=None)
        self.until(lambda: self.call()["hold"], seconds=15)
        self.until(lambda: "incomplete" in self.states(), seconds=15)
        time.sleep(6)  # samples without a level have reached the database
        call = self.call()
        self.assertEqual((call["state"], call["hold"], call["marginLevel"]), ("active", True, "1.08"))
        self.assertLess(call["raisedAt"] - 60000, call["marginLevelAt"])
        self.assertIn("on hold", self.ok("alarms").out)
        exchange.prices(ETHUSDT="200", **CALL)
        self.until(lambda: not self.call()["hold"], seconds=15)
        watch.close()

    def test_notices_give_id_and_name(self):
        exchange = self.exchange(**CALL)
        watch = self.watch(exchange.url)
        told = watch.wait(notice("call"))
        self.assertEqual((told["account"], told["accountName"]), ("b-bchusdt", "BCH/USDT isolated"))


class GapTest(AlarmTest):
    HOUR = 60 * MINUTE

    def history_of(self, low):
        """An exchange that has the last two hours of BCHUSDT by the minute, at 200 but for one minute an hour ago."""
        self.now = int(time.time() * 1000) // MINUTE * MINUTE
        rows = []
        for i in range(-121, 3):
            price = low if i == -60 else 200
            rows.append(f"{self.now + i * MINUTE},200,200,{price},200,1\n")
        path = self.write("BCHUSDT-1m-lately.csv", "open_time_ms,open,high,low,close,volume\n" + "".join(rows))
        exchange = self.exchange("--candles", path, "--advance", "manual")
        exchange.ask("/control/step", {"n": 4 * 122})
        return exchange

    def away(self):
        """Nobody watched for an hour and a half: what a monitor wrote last was then."""
        with sqlite3.connect(self.database_file()) as database:
            database.execute("UPDATE watch_mark SET time = ?", (self.now - 90 * MINUTE,))

    def watched_before(self, exchange):
        self.assertEqual(self.db("watch", "--price-url", exchange.url, "--interval", "200", "--for", "2", timeout=15).code, OK)
        self.away()

    def test_a_missed_call_is_told_until_it_was_seen(self):
        exchange = self.history_of(low=172)  # 5 x 172 / 800 = 1.075: critical too
        self.watched_before(exchange)
        for _ in range(2):  # also by the next one, for nobody has seen it
            watch = self.watch(exchange.url)
            gap = watch.wait(lambda e: e["event"] == "gap" and e["accounts"], 10)
            self.assertIsNotNone(gap, watch.events)
            self.assertEqual({k: gap[k] for k in ("from", "reason", "state", "allClear")}, {"from": self.now - 90 * MINUTE, "reason": "off", "state": "ready", "allClear": False})
            account = gap["accounts"][0]
            self.assertEqual((account["id"], account["lowestLevel"], account["missed"]), ("b-bchusdt", "1.075", ["critical", "call"]))
            self.assertLess(abs(account["lowestAt"] - (self.now - 60 * MINUTE)), MINUTE)
            missed = lambda: [a for a in self.alarms()["alarms"] if (a["condition"], a["detail"]) == ("gap", "missed")]
            self.until(lambda: missed() and missed()[0]["priority"] == "high")
            self.assertEqual(watch.close(), OK)
        words = self.db("watch", "--price-url", exchange.url, "--interval", "200", "--for", "2", timeout=15).out
        self.assertIn("nobody watched", words)
        self.assertIn("A MARGIN CALL WAS MISSED", words)
        self.assertIn("missed: critical, call", words)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(lambda e: e["event"] == "gap"), watch.events)
        self.until(lambda: self.alarms()["watched"])
        self.ok("acknowledge", "--all")
        self.assertIsNotNone(watch.wait(lambda e: e["event"] == "alarm" and e["condition"] == "gap" and e["to"] == "normal"), watch.events)
        self.until(lambda: not self.alarms()["requests"])
        self.assertEqual(watch.close(), OK)
        self.assertNotIn("MISSED", self.db("watch", "--price-url", exchange.url, "--interval", "200", "--for", "2", timeout=15).out)

    def test_without_candles_it_is_not_known_what_happened(self):
        exchange = self.exchange(**GOOD)
        self.now = int(time.time() * 1000)
        self.watched_before(exchange)
        watch = self.watch(exchange.url)
        gap = watch.wait(lambda e: e["event"] == "gap", 10)
        self.assertIsNotNone(gap, watch.events)
        self.assertFalse(gap["allClear"])
        self.assertTrue(gap["state"] == "failed" or [a["judged"] for a in gap["accounts"]] == ["not"], gap)
        self.assertIn("BCHUSDT", gap["detail"])


class OwnAlarmTest(AlarmTest):
    def rule(self, *words):
        return self.db("alarm-rule", "add", *words)

    def test_added_listed_raised_removed(self):
        done = self.rule("--kind", "price_below", "--symbol", "BCHUSDT", "--value", "260", "--stage", "call", "--account", "b-bchusdt")
        self.assertEqual(done.code, OK, done.err)
        name = done.out.strip()
        self.assertEqual(self.ok("alarm-rules", "--json").lines(), [{"id": name, "account": "b-bchusdt", "kind": "price_below", "symbol": "BCHUSDT", "value": "260", "stage": "call", "enabled": True, "state": "waiting",
                                                                    "why": "waiting for its price: no watch had one of BCHUSDT yet"}])
        self.assertIn("waiting for its price", done.err)
        self.assertIn("price_below", self.ok("alarm-rules").out)
        exchange = self.exchange(**GOOD)
        watch = self.watch(exchange.url)
        raised = watch.wait(alarm("custom", "active"))
        self.assertIsNotNone(raised, watch.events)
        self.assertEqual(raised["detail"], name)
        self.ok("alarm-rule", "remove", name)
        self.assertIsNotNone(watch.wait(alarm("custom", "disarmed", "ended")), watch.events)
        self.assertEqual(self.ok("alarm-rules", "--json").out, "")
        self.assertEqual(self.db("alarm-rule", "remove", name).code, DATA)

    def test_pairs_are_taken_however_they_are_written(self):
        for text in ("btcusdt", "BTC/USDT", "btc-usdt", "Btc Usdt"):
            done = self.rule("--kind", "price_above", "--symbol", text, "--value", "50000", "--json")
            self.assertEqual(done.code, OK, done.err)
            self.assertEqual(done.json()["symbol"], "BTCUSDT", text)
            self.assertEqual(done.json()["state"], "waiting")

    def test_a_rule_that_cannot_fire_says_why(self):
        """Nothing of the account is judged by the program itself here: what is stored is enough to know."""
        self.rule("--kind", "interest_hours", "--value", "24")
        self.rule("--kind", "level", "--value", "1.5")
        states = {line["kind"]: (line["state"], line["why"]) for line in self.ok("alarm-rules", "--json").lines()}
        self.assertEqual(states, {"interest_hours": ("idle", "no interest rate is known"), "level": ("ready", None)})
        self.assertIn("no interest rate is known", self.ok("alarm-rules").out)

    def test_a_rule_of_an_account_without_debt_is_idle(self):
        self.load(portfolio(isolated("ETH", debt="0", owner="C")))
        done = self.rule("--kind", "level", "--value", "1.5", "--account", "b-ethusdt", "--json")
        self.assertEqual((done.code, done.json()["state"]), (OK, "idle"), done.err)
        self.assertIn("owe", done.json()["why"])
        self.assertIn(done.json()["why"], done.err)

    def test_refused(self):
        for words in ([], ["--kind", "level"], ["--value", "1.5"], ["--kind", "moon", "--value", "1"], ["--kind", "level", "--value", "-1"], ["--kind", "level", "--value", "0"], ["--kind", "level", "--value", "1e3"],
                      ["--kind", "level", "--value", "1001"], ["--kind", "distance", "--value", "1"], ["--kind", "price_above", "--value", "5"], ["--kind", "level", "--value", "1.5", "--symbol", "ETHUSDT"],
                      ["--kind", "level", "--value", "1.5", "--stage", "loud"]):
            self.assertEqual(self.rule(*words).code, USAGE, words)
        self.assertEqual(self.rule("--kind", "level", "--value", "1.5", "--account", "nobody").code, DATA)
        self.assertEqual(self.db("alarm-rule", "drop", "x").code, USAGE)
        self.assertEqual(self.ok("alarm-rules", "--json").out, "")


class AlarmTestTest(LiveTest):
    GOOD = "bars 1.25 1.10 1.05\npoll 10s\n0s level 1.25\n10s level 1.06\n10s expect call active\n10s expect notices 1\n20s ack\n20s expect call acknowledged\n"

    def test_good_and_bad_files(self):
        good, bad = self.write("good.alarm", self.GOOD), self.write("bad.alarm", self.GOOD + "30s expect call active\n")
        done = self.run_cli("alarm-test", good)
        self.assertEqual(done.code, OK, done.err + done.out)
        self.assertIn("3 checks, all good", done.out)
        done = self.run_cli("alarm-test", good, bad)
        self.assertEqual(done.code, 1, done.err)
        self.assertIn("line 9", done.out)
        self.assertIn("1 failed", done.out)
        self.assertIn("call", self.run_cli("alarm-test", good, "--log").out)

    def test_malformed_files(self):
        broken = self.write("broken.alarm", "bars 1.25 1.10 1.05\n0s dance\n")
        done = self.run_cli("alarm-test", broken)
        self.assertEqual(done.code, DATA)
        self.assertIn("broken.alarm", done.err)
        self.assertIn("2", done.err)
        self.assertEqual(self.run_cli("alarm-test", self.folder / "missing.alarm").code, DATA)

    def test_a_word_too_many_is_never_passed_over(self):
        for line in ("expect call normal hodl", "expect call normal hold extra", "expect notices 0 x", "expect none active x", "stale 5s x", "frozen x", "ack x", "ack at 0s x", "snooze 5m x", "handle x",
                     "undo x", "_ x", "level 1.2 x", "nodebt 5s x"):
            with self.subTest(line):
                done = self.run_cli("alarm-test", self.write("words.alarm", f"account a\n0s level 1.2\n1s {line}\n"))
                self.assertEqual(done.code, DATA, done.out)
                self.assertIn("line 3", done.err)

    def test_a_long_word_is_not_repeated_in_full(self):
        for line in (f"1s {'x' * 5000}", f"1s expect {'x' * 5000} normal", f"1s expect call {'x' * 5000}", f"1s level 1.2 {'x' * 5000}", "x" * 5000):
            self.assertLess(len(self.run_cli("alarm-test", self.write("long.alarm", f"0s level 1.2\n{line}\n")).err), 400)

    def test_hostile_files_end_at_once_with_their_place(self):
        many = "".join(f"account a{i}\n0s level 1.2\n" for i in range(2000))
        for text, line in (("0s level 1.2\n999999999d _\n", 2), ("0s level 1.2\n401d _\n", 2), ("0s level 1.2\n200d200d200d _\n", 2),
                           ("0s level 1.2 x1000000 every 300d\n", 1), ("0s level 1.2 x99999999999999999999 every 1s\n", 1),
                           ("0s level 1.2 x-1 every 1s\n", 1), ("0s level 1.2 x0 every 1s\n", 1), ("0s level 1.2 x5 every 0s\n", 1),
                           ("0s level 1.2 x9 every 99999999999999999999d\n", 1), ("poll 999999999d\n", 1), ("0s stale 999999999d\n", 1),
                           ("0s level 1.2\n0s snooze 999999999d\n", 2), (many + "1d _\n", 4001), ("#\n" * 10001, 10001),
                           ("0s level 1.2\n400d _\n", 2)):
            with self.subTest(text[:40]):
                done = self.run_cli("alarm-test", self.write("hostile.alarm", text), timeout=30)
                self.assertEqual(done.code, DATA, done.out[:200])
                self.assertIn(f"hostile.alarm: line {line}:", done.err)
                self.assertLess(len(done.err), 300)
        self.assertEqual(self.run_cli("alarm-test").code, USAGE)


class ServiceTest(AlarmTest):
    def test_the_service_manager_hears_of_it(self):
        path = str(self.folder / "notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(path)
            manager.settimeout(10)
            watch = Watch(self.data, self.exchange(**GOOD).url, env={"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "1000000"})
            self.addCleanup(watch.close)
            hear = lambda: manager.recv(4096).decode()
            self.assertIn("READY=1", hear())
            self.assertTrue(any(e["event"] == "snapshot" for e in watch.events) or watch.wait(lambda e: e["event"] == "snapshot"))
            beats = [hear() for _ in range(3)]
            self.assertTrue(all("WATCHDOG=1" in beat for beat in beats), beats)
            self.assertEqual(watch.close(), OK)
            rest = []
            manager.settimeout(1)
            try:
                while True:
                    rest.append(hear())
            except TimeoutError:
                pass
            self.assertIn("STOPPING=1", rest[-1])


if __name__ == "__main__":
    main()
