#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the programs share a data directory, and how they end: handing over, acknowledgements over a takeover, signals, a first start that hangs."""
import os
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

from monitorkit import Exchange, Home, isolated, until

CLI = os.environ.get("PLIMSOLL_CLI", "")
GUI = os.environ.get("PLIMSOLL_GUI", "")
RUNS_ALREADY = 75


class ProcessCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.exchange = Exchange(pathlib.Path(folder.name), BCH="170")
        self.addCleanup(self.exchange.end)
        self.home = Home(folder.name, CLI, GUI, self.exchange, isolated("BCH"))

    def started(self, process):
        self.addCleanup(lambda: process.lives() and process.kill())
        return process

    def watch(self, *words):
        return self.started(self.home.watch(*words))

    def window(self, *words):
        return self.started(self.home.window(*words))

    def mark(self):
        database = sqlite3.connect(f"file:{self.home.data / 'plimsoll.db'}?mode=ro", uri=True)
        try:
            return database.execute("SELECT running FROM watch_mark").fetchone()
        finally:
            database.close()

    @staticmethod
    def roles(process):
        return [e["role"] for e in process.events if e["event"] == "role"]


class Sharing(ProcessCase):
    def test_the_second_watch_says_so_and_steps_in(self):
        first = self.watch("--ring")
        until(lambda: self.home.rings_of(first), "the first rings")
        second = self.watch("--ring")
        until(lambda: any(f"process {first.pid}" in line for line in second.words), "it says who watches")
        until(lambda: [e for e in second.events if e["event"] == "snapshot"], "it shows levels all the same")
        self.assertEqual(self.roles(second), ["stand_by"])
        self.assertEqual([e for e in second.events if e["event"] in ("notice", "alarm")], [])
        killed = first.kill()
        until(lambda: self.home.rings_of(second), "the second rings")
        self.assertLess(self.home.rings_of(second)[0][1] - killed, 5)
        self.assertEqual(self.roles(second), ["stand_by", "monitor"])

    def test_who_rings_is_handed_the_place_of_a_terminal_that_does_not(self):
        quiet = self.watch()
        until(lambda: [e for e in quiet.events if e["event"] == "notice"], "told in the terminal")
        ringing = self.watch("--ring")
        until(lambda: self.home.rings_of(ringing), "it took over and rings")
        until(lambda: self.roles(quiet) == ["stand_by"], "the other stands by")
        handed = next(e["time"] for e in quiet.events if e["event"] == "role")
        taken = [e["time"] for e in ringing.events if e["event"] == "role"][-1]
        self.assertLess(taken - handed, 1000, "a second without a monitor")
        before = len([e for e in quiet.events if e["event"] == "notice"])
        self.exchange.prices(BCH="167")
        until(lambda: self.home.state("bch", "liquidation") == "active", "the fall")
        self.assertEqual(len([e for e in quiet.events if e["event"] == "notice"]), before)
        ringing.kill()
        until(lambda: self.roles(quiet) == ["stand_by", "monitor"], "and it steps in again")

    def test_a_monitor_that_hangs_is_replaced_and_stands_by_when_it_comes_to_itself(self):
        first = self.watch("--ring")
        until(lambda: self.home.rings_of(first), "the first rings")
        second = self.watch("--ring")
        until(lambda: [e for e in second.events if e["event"] == "snapshot"], "the second is ready")
        first.send(signal.SIGSTOP)
        stopped = time.time()
        until(lambda: self.home.rings_of(second), "the second rings", 20)
        self.assertLess(self.home.rings_of(second)[0][1] - stopped, 13)
        first.send(signal.SIGCONT)
        until(lambda: self.roles(first) == ["stand_by"], "the first stands by")
        self.exchange.prices(BCH="167")
        until(lambda: self.home.state("bch", "liquidation") == "active", "the fall")
        until(lambda: len(self.home.rings_of(second)) == 2, "told by the second")
        self.assertEqual(len(self.home.rings_of(first)), 1)

    def test_an_acknowledgement_outlasts_its_monitor(self):
        first = self.watch("--ring")
        second = self.window()
        until(lambda: self.home.state("bch", "critical") == "active", "the alarm")
        self.home.run("acknowledge", "bch")
        until(lambda: self.home.state("bch", "critical") == "acknowledged", "acknowledged")
        monitor = self.home.monitor()
        self.assertIn(monitor, (first.pid, second.pid))
        other = second if monitor == first.pid else first
        (first if monitor == first.pid else second).kill()
        until(lambda: self.home.monitor() == other.pid, "the other stepped in")
        time.sleep(1.5)
        self.assertEqual(self.home.rings_of(other), [], self.home.run("alarms", "--history", "--json").stdout)
        self.assertEqual(self.home.state("bch", "critical"), "acknowledged")

    def test_a_picture_of_a_person_s_accounts_answers_no_alarm(self):
        watch = self.watch("--ring")
        until(lambda: self.home.state("bch", "critical") == "active", "the alarm")
        picture = self.home.folder / "main.png"
        self.assertEqual(self.window("--screenshot", picture).wait(90), 0)
        self.assertTrue(picture.stat().st_size > 0)
        self.assertEqual(self.home.state("bch", "critical"), "active")
        self.assertEqual(self.home.monitor(), watch.pid)

    def test_without_a_monitor_a_command_does_it_itself_even_right_after_a_kill(self):
        watch = self.watch()
        until(lambda: self.home.state("bch", "critical") == "active", "the alarm")
        self.assertTrue(self.home.alarms()["watched"])
        watch.kill()
        self.assertFalse(self.home.alarms()["watched"])
        self.assertIn('"done"', self.home.run("acknowledge", "bch", "--json").stdout)


class Ending(ProcessCase):
    def ends_in_order(self, process, number):
        until(lambda: self.home.monitor() == process.pid, "it watches")
        until(lambda: self.home.state("bch", "critical") == "active", "it decides")
        self.assertEqual(self.mark(), (1,))
        self.assertEqual(process.end(number), 0, process.words)
        self.assertEqual(self.mark(), (0,), "it ended without a word")

    def test_the_window_ends_in_order_by_every_signal(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(number):
                self.ends_in_order(self.window(), number)

    def test_watch_ends_in_order_by_every_signal(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(number):
                self.ends_in_order(self.watch(), number)

    def test_what_was_ignored_stays_ignored(self):
        process = subprocess.Popen(["nohup", CLI, "--data-dir", self.home.data, "watch", "--price-url", self.exchange.url, "--for", "30"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        self.addCleanup(process.kill)
        until(lambda: self.home.monitor() == process.pid, "it watches")
        process.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        self.assertIsNone(process.poll())
        process.terminate()
        self.assertEqual(process.wait(10), 0)

    def test_neither_program_dumps_its_memory(self):
        for process in (self.watch(), self.window()):
            until(lambda: [line for line in pathlib.Path(f"/proc/{process.pid}/limits").read_text().splitlines() if line.startswith("Max core file size") and line.split()[4:6] == ["0", "0"]],
                  "no core file")


class HungFirst(ProcessCase):
    def hung(self):
        first = self.window()
        until(lambda: self.home.monitor() == first.pid, "the first watches")
        until(lambda: any(path.suffix == ".socket" for path in self.home.folder.iterdir()), "it listens")
        first.send(signal.SIGSTOP)
        return first

    def test_a_first_that_hangs_is_said_and_left_alone(self):
        first = self.hung()
        second = self.window()
        self.assertEqual(second.wait(20), RUNS_ALREADY)
        self.assertTrue(any("does not answer" in line for line in second.words), second.words)
        self.assertTrue(first.lives())

    def test_a_first_that_hangs_is_replaced_where_that_is_wanted(self):
        first = self.hung()
        second = self.window("--replace")
        until(lambda: not first.lives(), "the first was ended")
        until(lambda: self.home.monitor() == second.pid, "the second watches")
        until(lambda: self.home.rings_of(second), "and rings")


if __name__ == "__main__":
    unittest.main(verbosity=2)
