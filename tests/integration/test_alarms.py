#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An alarm on its way from a price to a person: the real program, a notification service and an exchange of our own. Runs on a private
session bus (dbus-run-session)."""
import json
import pathlib
import signal
import subprocess
import tempfile
import unittest

from desktopkit import CLI, FIXTURES, Desktop, Exchange, Program, until

BARS = {"call": "1.1", "critical": "1.075", "liquidation": "1.05"}


def isolated(base, held="5", owed="800"):
    return {"id": base.lower(), "name": base, "mode": "isolated", "symbol": base + "USDT", "baseAsset": base, "quoteAsset": "USDT",
            "profile": "faq-2020-5x", "balances": [{"asset": base, "free": held}, {"asset": "USDT", "borrowed": owed}]}


def prices(**values):
    return {coin + "USDT": price for coin, price in values.items()}


class AlarmCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "data"
        self.desktop = None

    def start_desktop(self):
        self.desktop = Desktop()
        self.addCleanup(self.desktop.end)

    def fill(self, *accounts):
        portfolio = self.data.parent / "portfolio.json"
        portfolio.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "accounts": list(accounts)}))
        subprocess.run([CLI, "--data-dir", self.data, "import", portfolio], check=True, capture_output=True)

    def start(self, exchange):
        program = Program(self.data, exchange.url)
        self.addCleanup(program.end)
        return program

    def quiet_exchange(self, **coins):
        exchange = Exchange("--script", self.script(**coins))
        self.addCleanup(exchange.end)
        return exchange

    def script(self, **coins):
        path = self.data.parent / "script.json"
        path.write_text(json.dumps({"symbols": {coin + "USDT": price for coin, price in coins.items()}, "advance": "manual", "steps": [{"at": 0}]}))
        return path


class Reference(AlarmCase):
    """The reference example: BCH falls from 200 to 170, its level from 1.25 to 1.0625."""

    def setUp(self):
        super().setUp()
        self.fill(isolated("BCH"))
        self.exchange = self.quiet_exchange(BCH="200")

    def fall(self):
        self.exchange.control("prices", prices(BCH="170"))

    def settled(self, program):
        until(lambda: program.query("SELECT 1 FROM status_event WHERE to_status = 'normal'"), "the first prices")

    def test_arrives_critical_without_end_and_with_three_buttons_that_work(self):
        self.start_desktop()
        program = self.start(self.exchange)
        self.settled(program)
        self.fall()
        told = until(lambda: [n for n in self.desktop.told if "BCH" in n["summary"]], "the notification")[-1]
        self.assertEqual((told["urgency"], told["expire"]), (2, 0))
        self.assertEqual([told["actions"][i] for i in (0, 2, 4)], ["default", "snooze", "acknowledge"])
        self.assertIn("150", told["body"])  # what saves it
        self.desktop.say(f"action {told['id']} snooze")
        until(lambda: program.state("bch", "call") == "snoozed", "snoozed by the button")
        # The other button on the next notification of this account: another alarm's may have taken the place of the first, and a
        # press there answers what it tells.
        before = len(self.desktop.told)
        self.exchange.control("prices", prices(BCH="167"))  # 1.04375: liquidation
        worse = until(lambda: [n for n in self.desktop.told[before:] if "BCH" in n["summary"]], "the worse stage")[-1]
        self.desktop.say(f"action {worse['id']} acknowledge")
        until(lambda: program.state("bch", "liquidation") == "acknowledged", "acknowledged by the button")
        until(lambda: [r for r in program.outbox("desktop") if r[2] == "delivered"], "the proof in the outbox")

    def test_a_worse_stage_breaks_the_snooze_and_replaces_the_notification(self):
        self.start_desktop()
        program = self.start(self.exchange)
        self.settled(program)
        self.fall()
        told = until(lambda: [n for n in self.desktop.told if "BCH" in n["summary"]], "the notification")[-1]
        self.desktop.say(f"action {told['id']} snooze")
        until(lambda: program.state("bch", "critical") == "snoozed", "snoozed")
        before = len(self.desktop.told)
        self.exchange.control("prices", prices(BCH="167"))  # 1.04375: liquidation
        until(lambda: program.state("bch", "liquidation") == "active", "liquidation")
        later = until(lambda: self.desktop.told[before:], "told at once")
        self.assertEqual({n["id"] for n in later}, {told["id"]}, "stacked instead of replaced")
        until(lambda: program.state("bch", "critical") == "active", "the snooze is broken")

    def test_killed_with_an_active_alarm_it_is_told_again_and_an_acknowledged_one_is_not(self):
        self.start_desktop()
        program = self.start(self.exchange)
        self.settled(program)
        self.fall()
        until(lambda: program.state("bch", "call") == "active", "raised")
        program.kill()
        self.desktop.told.clear()
        program = self.start(self.exchange)
        told = until(lambda: [n for n in self.desktop.told if "BCH" in n["summary"]], "told again")[-1]
        self.desktop.say(f"action {told['id']} acknowledge")
        until(lambda: program.state("bch", "call") == "acknowledged", "acknowledged")
        program.kill()
        self.desktop.told.clear()
        program = self.start(self.exchange)
        # The first prices of this run are decided on; had it been told, it would have been then.
        until(lambda: len(program.query("SELECT 1 FROM status_event WHERE to_status = 'margin_call'")) >= 3, "the first prices of the third run")
        self.assertEqual([n for n in self.desktop.told if "BCH" in n["summary"] and not n["suppress"]], [])
        self.assertEqual(program.state("bch", "call"), "acknowledged")

    def failed_on_the_desktop_and_shown_on_the_screen(self, program):
        rows = until(lambda: [r for r in program.outbox("desktop") if r[2] == "failed"], "the failure in the outbox", 5)
        until(lambda: [r for r in program.outbox("screen") if r[2] == "delivered"], "shown on the screen", 5)
        until(lambda: program.query("SELECT 1 FROM alarm_state WHERE condition = 'not_delivered' AND detail = 'desktop' AND state = 'active'"),
              "the alarm about the alarm", 5)
        self.assertEqual(program.state("bch", "call"), "active")
        return rows

    def test_without_a_notification_service_the_screen_takes_over(self):
        program = self.start(self.exchange)
        self.settled(program)
        self.fall()
        self.failed_on_the_desktop_and_shown_on_the_screen(program)

    def test_a_service_that_hangs_costs_two_seconds_and_nothing_else(self):
        self.start_desktop()
        program = self.start(self.exchange)
        self.settled(program)
        self.desktop.signal(signal.SIGSTOP)
        self.addCleanup(self.desktop.signal, signal.SIGCONT)
        self.fall()
        self.failed_on_the_desktop_and_shown_on_the_screen(program)

    def test_a_service_that_refuses_is_a_failure_and_one_that_came_back_is_told(self):
        self.start_desktop()
        program = self.start(self.exchange)
        self.settled(program)
        self.desktop.say("fail on")
        self.fall()
        self.failed_on_the_desktop_and_shown_on_the_screen(program)
        self.desktop.end()
        again = Desktop()
        self.addCleanup(again.end)
        told = until(lambda: [n for n in again.told if "BCH" in n["summary"]], "told to the new service", 8)
        self.assertEqual(told[0]["replaces"], 0)
        until(lambda: not program.query("SELECT 1 FROM alarm_state WHERE condition = 'not_delivered' AND detail = 'desktop' AND state = 'active'"),
              "the channel works again")

    def test_another_account_is_told_while_one_has_no_price(self):
        self.exchange.end()
        self.fill(isolated("BCH"), isolated("ETH"))
        self.exchange = self.quiet_exchange(BCH="200", ETH="200")
        self.start_desktop()
        program = self.start(self.exchange)
        until(lambda: len(program.query("SELECT 1 FROM status_event WHERE to_status = 'normal'")) == 2, "the first prices")
        self.exchange.control("prices", {"ETHUSDT": None})
        until(lambda: program.state("eth", "incomplete") == "active", "the account without a price")
        self.fall()
        until(lambda: [n for n in self.desktop.told if "BCH" in n["summary"]], "the account with one")


class CrashCase(AlarmCase):
    """Candles as fast as the program asks."""

    def play(self, accounts, candles, first, last):
        self.fill(*accounts)
        self.start_desktop()
        exchange = Exchange("--candles", *candles, "--from-ms", first, "--to-ms", last)
        self.addCleanup(exchange.end)
        program = Program(self.data, exchange.url, "--poll-interval", "100")
        self.addCleanup(program.end)
        until(lambda: exchange.control("state").get("done"), "the end of the candles", 120)
        until(lambda: program.state(accounts[-1]["id"], "call") != "", "the last account in call")
        return program

    def raised_at_the_first_sample(self, program):
        """Every account that was seen at or below a bar has an alarm with exactly the first level at or below it."""
        samples = program.query("SELECT h.id, e.level FROM status_event e JOIN holder h ON h.number = e.account"
                                " WHERE e.to_status IN ('margin_call', 'liquidation') AND e.from_status = 'normal' ORDER BY e.sequence")
        first = {}
        for account, level in samples:
            first.setdefault(account, level)
        for account, level in first.items():
            raised = program.query("SELECT level FROM alarm_event WHERE account = ? AND condition = 'call' AND cause = 'raised' ORDER BY sequence", account)
            self.assertTrue(raised, f"{account} crossed at {level} and nothing was raised")
            self.assertEqual(raised[0][0], level)
        return first

    def inside_the_limits(self, program):
        loud = [n for n in self.desktop.told if not n["suppress"]]
        with_liquidation = program.query("SELECT count(DISTINCT occurrence || number) FROM alarm_outbox WHERE channel = 'desktop' AND occurrence LIKE '%|liquidation|%'")[0][0]
        self.assertLessEqual(len(loud) - with_liquidation, 10)  # all of it happens within ten minutes of real time
        told = program.query("SELECT count(*) FROM alarm_outbox WHERE result = 'pending'")[0][0]
        self.assertLessEqual(told, 3, "deliveries without an end")

    def assert_crash(self, accounts, candles, first, last):
        program = self.play(accounts, candles, first, last)
        self.assertEqual(set(self.raised_at_the_first_sample(program)), {account["id"] for account in accounts})
        self.inside_the_limits(program)

    def window(self, path, price):
        """From ten minutes before the first candle that reaches down to `price`, half an hour."""
        for line in path.read_text().splitlines()[1:]:
            cells = line.split(",")
            if float(cells[3]) <= price:
                return int(cells[0]) - 600_000, int(cells[0]) + 1_200_000
        raise AssertionError(f"{path} never falls to {price}")


class Crash(CrashCase):
    def test_four_coins_that_fall_at_once(self):
        candles = [FIXTURES / "candles" / "crash" / f"{coin}USDT-1m-20220301.csv" for coin in ("BTC", "ETH", "BCH", "DOGE")]
        self.assert_crash([isolated("BTC", "1", "29500"), isolated("ETH", "10", "18500"), isolated("BCH", "10", "5300"), isolated("DOGE", "10000", "2450")],
                          candles, 1646102700000, 1646104380000)

    def test_a_coin_that_loses_all(self):
        path = FIXTURES / "candles" / "collapse" / "ACMEUSDT-1m-20220301.csv"
        self.assert_crash([isolated("ACME", "100", "2000")], [path], *self.window(path, 22))


if __name__ == "__main__":
    unittest.main(verbosity=2)
