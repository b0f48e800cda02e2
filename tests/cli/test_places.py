# SPDX-License-Identifier: GPL-3.0-or-later
"""Where commands look and write: folders that are not there, home folders, lost output, databases of another purpose."""
import copy
import ctypes
import os
import pathlib
import platform
import struct
import subprocess
import unittest

from harness import CANNOT_WRITE, CLI, CliTest, DATA, Exchange, IO, OK, USAGE, Watch, main, portfolio, reference, run, ticker

# Commands about what would be, which are pure with a portfolio and prices.
ANALYSES = [("what-if",), ("what-if", "--json"), ("stress",), ("stress", "--json"), ("domino", "--asset", "ETH"), ("domino", "--json"),
            ("heat-map", "--x", "ETH", "--y", "BCH", "--json"), ("twin",), ("twin", "--json"), ("look-ahead",), ("look-ahead", "--json"), ("rescue", "--account", "b-bchusdt"),
            ("rescue", "--account", "b-bchusdt", "--json"), ("allocate", "--amount", "1"), ("allocate", "--amount", "1", "--json")]

# Every command that reads a data directory, with arguments that are good otherwise.
READERS = [("replay", "--history"), ("twin", "--history"),
           ("check", "--price-url", "http://127.0.0.1:9"), ("check", "--json", "--price-url", "http://127.0.0.1:9"),
           ("watch", "--for", "1", "--price-url", "http://127.0.0.1:9"),
           ("chance", "--klines", "ETHUSDT-1h.csv", "--price-url", "http://127.0.0.1:9"), ("export",), ("journal",), ("journal", "--json"), ("verify",), ("alarms",),
           ("alarms", "--history"), ("acknowledge", "--all"), ("acknowledge", "b-bchusdt"), ("snooze", "b-bchusdt", "--minutes", "5"),
           ("handled", "b-bchusdt"), ("alarm-rules",), ("alarm-rule", "add", "--kind", "level", "--value", "1.5"), ("alarm-rule", "remove", "x"),
           ("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "1"), ("reverse", "11111111-2222-4333-8444-555555555555"), ("rename-wallet", "spot", "x"),
           ("bar-changes",), ("bar-change", "add", "--account", "b-bchusdt", "--at", "2099-01-01", "--bars", "1.5/1.3/1.2"), ("bar-change", "remove", "--account", "b-bchusdt", "--at", "2099-01-02"),
           ("plans", "--price-url", "http://127.0.0.1:9"), ("plan", "remove", "x"),
           ("plan", "add", "--account", "b-bchusdt", "--name", "x", "--way", "deposit", "--asset", "USDT", "--amount", "1"),
           ("report", "--from", "1", "--to", "2", "-o", "/nonexistent/report.html"),
           *((*words, "--price-url", "http://127.0.0.1:9") for words in ANALYSES)]


# Numbers of chmod, fchmod, fchmodat, fchmodat2 and of umask.
SYSTEM_CALLS = {"x86_64": ((90, 91, 268, 452), 95), "aarch64": ((52, 53, 452), 166)}


def without_modes():
    """In a child before it runs: the kernel refuses every change of permissions, and umask does nothing, as on a FAT file system."""
    refused, umask = SYSTEM_CALLS[platform.machine()]

    def statement(code, jump_true, jump_false, value):
        return struct.pack("HBBI", code, jump_true, jump_false, value)

    program = [statement(0x20, 0, 0, 0)]  # load the number of the call
    for number, answer in [*((n, 0x00050001) for n in refused), (umask, 0x00050000)]:  # EPERM; success
        program += [statement(0x15, 0, 1, number), statement(0x06, 0, 0, answer)]
    program.append(statement(0x06, 0, 0, 0x7FFF0000))  # everything else is allowed
    code = ctypes.create_string_buffer(b"".join(program))
    header = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.create_string_buffer(header), 0, 0):
        raise OSError(ctypes.get_errno(), "no filter of system calls")


class PlacesTest(CliTest):
    def test_every_command_is_in_the_table_or_needs_no_folder(self):
        listed = {line.split()[0] for line in run("--help").out.splitlines() if line.startswith("  ") and not line.startswith("   ")}
        without = {"evaluate", "alarm-test", "import"}
        self.assertEqual(listed - without, {words[0] for words in READERS})

    def test_a_folder_that_is_not_there_is_refused_and_not_made(self):
        for words in READERS:
            for place in (self.folder / "nowhere", self.folder / "nowhere" / "deeper"):
                with self.subTest(" ".join(words), place=place.name):
                    done = run("--data-dir", place, *words)
                    self.assertEqual(done.code, CANNOT_WRITE, done.err + done.out)
                    self.assertIn(str(place), done.err)
                    self.assertEqual(done.out, "")
                    self.assertEqual(list(self.folder.iterdir()), [])

    def test_an_empty_folder_stays_empty(self):
        self.data.mkdir()
        for words in READERS:
            with self.subTest(" ".join(words)):
                self.assertEqual(self.db(*words).code, CANNOT_WRITE)
                self.assertEqual(list(self.data.iterdir()), [])

    def test_no_name_is_no_folder(self):
        for words in READERS + [("import", self.write("p.json", reference()))]:
            with self.subTest(str(words)):
                done = subprocess.run([CLI, "--data-dir=", *map(str, words)], capture_output=True, cwd=self.folder, timeout=30)
                self.assertEqual(done.returncode, USAGE)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["p.json"])

    def test_import_makes_the_folder(self):
        self.assertEqual(self.db("import", self.write("p.json", reference())).code, OK)
        self.assertTrue((self.data / "plimsoll.db").exists())

    def test_an_import_that_is_refused_makes_nothing(self):
        body = copy.deepcopy(reference())
        body["accounts"][0]["mode"] = "sideways"
        self.assertEqual(self.db("import", self.write("p.json", body)).code, DATA)
        self.assertFalse(self.data.exists())

    def test_check_without_accounts_is_no_verdict(self):
        self.load(portfolio(wallets=[{"id": "spot", "balances": []}]))
        done = self.db("check", "--price-url", "http://127.0.0.1:9")
        self.assertEqual((done.code, done.out), (3, ""))
        self.assertIn("no accounts", done.err)

    def test_tilde_is_the_home_folder(self):
        home = self.folder / "home"
        home.mkdir()
        (home / "p.json").write_bytes(self.write("p.json", reference()).read_bytes())
        (home / "prices.json").write_bytes(self.write("prices.json", ticker(ETHUSDT="200", BCHUSDT="200")).read_bytes())
        env = {"HOME": str(home)}
        work = self.folder / "work"
        work.mkdir()

        def at_home(*words):
            done = subprocess.run([CLI, *words], capture_output=True, cwd=work, timeout=30, env={**os.environ, **env})
            self.assertEqual(done.returncode, OK, done.stderr)

        at_home("--data-dir=~/data", "import", "~/p.json")
        at_home("--data-dir", "~/data", "export", "-o", "~/out.json")
        at_home("evaluate", "--portfolio=~/p.json", "--prices=~/prices.json")
        self.assertTrue((home / "data" / "plimsoll.db").exists() and (home / "out.json").exists())
        self.assertEqual(list(work.iterdir()), [])

    # lost output

    def commands_with_output(self):
        self.load(reference())
        rule = self.write("x.alarm", "0s level 1.2\n0s expect call normal\n")
        files = ["--portfolio", self.write("p.json", reference()), "--prices", self.write("prices.json", ticker(ETHUSDT="230", BCHUSDT="170"))]
        candles = self.write("BCHUSDT-1m.csv", "open_time_ms,open,high,low,close,volume\n1621428600000,180,181,170,171,1\n1621428660000,171,172,160,161,1\n")
        klines = ["--portfolio", self.write("p.json", reference()), "--klines", candles]
        at = ("--data-dir", self.data)
        yield from ([("--help",), ("--version",), ("evaluate", *files), ("evaluate", *files, "--json"), ("replay", *klines), ("replay", *klines, "--json"),
                     ("replay", "--alarms", *klines), ("alarm-test", rule), ("alarm-test", rule, "--log"),
                     ("chance", *files, "--klines", candles, "--sigma", "ETH=1", "--sigma", "BCH=1", "--paths", "10"), (*at, "import", self.write("p.json", reference()))])
        for words in READERS:
            if words[:-2] in ANALYSES:
                yield (*words[:-2], *files)  # without an answer from the exchange they print nothing
                continue
            if words[0] in ("acknowledge", "snooze", "handled", "reverse", "rename-wallet", "chance", "report", "plans") or words[:2] in (("alarm-rule", "remove"), ("plan", "remove"), ("bar-change", "remove")) or "--history" in words:
                continue  # nothing stands here that they could print
            yield (*at, *words)
        yield (*at, "alarms", "--json")
        yield (*at, "verify", "--json")
        yield (*at, "top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "1", "--json")

    @unittest.skipUnless(pathlib.Path("/dev/full").exists(), "no /dev/full")
    def test_output_that_is_lost_is_an_error(self):
        for words in self.commands_with_output():
            with self.subTest(" ".join(map(str, words[-4:]))), open("/dev/full", "wb") as full:
                done = subprocess.run([CLI, *map(str, words)], stdout=full, stderr=subprocess.PIPE, timeout=60)
                self.assertEqual(done.returncode, IO, done.stderr)

    @unittest.skipUnless(pathlib.Path("/dev/full").exists(), "no /dev/full")
    def test_an_answer_that_is_lost_is_an_error_of_what_was_done_too(self):
        """What changes something and says so: the change stands, and its answer did not arrive."""
        self.load(reference())
        done = self.db("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "1", "--json").json()
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="230", BCHUSDT="170")
            with Watch(self.data, exchange.url) as watch:
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "alarm" and e["condition"] == "call" and e["to"] == "active", 10))
        for words in (("acknowledge", "b-bchusdt"), ("snooze", "b-bchusdt", "--minutes", "5"), ("rename-wallet", "spot", "Savings"),
                      ("plan", "add", "--account", "b-bchusdt", "--name", "First aid", "--way", "deposit", "--asset", "USDT", "--amount", "150"),
                      ("bar-change", "add", "--account", "b-bchusdt", "--at", "2099-01-01", "--bars", "1.5/1.3/1.2"), ("bar-changes",),
                      ("reverse", done["operationId"]), ("alarm-rule", "add", "--kind", "level", "--value", "1.4"), ("report", "--from", "1", "--to", "2", "-o", self.folder / "report.html", "--json")):
            with self.subTest(" ".join(map(str, words))), open("/dev/full", "wb") as full:
                lost = subprocess.run([CLI, "--data-dir", self.data, *map(str, words)], stdout=full, stderr=subprocess.PIPE, timeout=60)
                self.assertEqual(lost.returncode, IO, lost.stderr)
        self.assertEqual([row["kind"] for row in self.journal()].count("reversal"), 1)
        self.assertEqual([line["value"] for line in self.ok("alarm-rules", "--json").lines()], ["1.4"])

    @unittest.skipUnless(pathlib.Path("/dev/full").exists(), "no /dev/full")
    def test_a_lost_answer_of_handled_leaves_it_handled(self):
        self.load(reference())
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="230", BCHUSDT="150")
            with Watch(self.data, exchange.url) as watch:
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "alarm" and e["condition"] == "liquidation" and e["to"] == "active", 10))
        with open("/dev/full", "wb") as full:
            lost = subprocess.run([CLI, "--data-dir", self.data, "handled", "b-bchusdt"], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(lost.returncode, IO, lost.stderr)
        self.assertEqual(self.db("handled", "b-bchusdt").code, DATA, "it had been handled already")

    # what is no file

    def test_output_goes_into_a_pipe_or_a_device_and_never_in_its_place(self):
        self.load(reference())
        book = self.export()
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        for target, link in ((pipe, pipe), (pipe, self.folder / "link")):
            if link is not pipe:
                link.symlink_to(target)
            with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
                self.ok("export", "-o", link)
                self.assertEqual(reader.communicate(timeout=20)[0], book)
            self.assertTrue(pipe.is_fifo())
        self.assertEqual(self.ok("export", "-o", "-").raw, book)
        self.assertEqual(self.ok("export", "-o", "/dev/stdout").raw, book)
        self.assertFalse((self.folder / "-").exists() or pathlib.Path("-").exists())
        page = self.ok("report", "--from", "1", "--to", "2", "-o", "-").out
        self.assertTrue(page.startswith("<!DOCTYPE html>") and page.rstrip().endswith("</html>"), page[-200:])

    @unittest.skipUnless(pathlib.Path("/dev/full").is_char_device(), "no /dev/full")
    def test_a_full_device_is_an_error_and_stays_a_device(self):
        self.load(reference())
        device = self.folder / "full"
        device.symlink_to("/dev/full")
        done = self.db("export", "-o", device)
        self.assertEqual(done.code, IO, done.err)
        self.assertIn(str(device), done.err)
        self.assertTrue(device.is_char_device())

    # file systems without permissions

    @unittest.skipUnless(platform.machine() in SYSTEM_CALLS, "the numbers of this machine's system calls are not known here")
    def test_an_export_where_permissions_cannot_be_kept(self):
        self.load(reference())
        target = self.folder / "out.json"
        os.umask(0o022)
        done = subprocess.run([CLI, "--data-dir", str(self.data), "export", "-o", str(target)], capture_output=True, text=True, timeout=30,
                              preexec_fn=without_modes)
        self.assertEqual(done.returncode, OK, done.stderr)
        self.assertEqual(target.read_bytes(), self.export())
        self.assertIn("keeps no permissions", done.stderr)
        self.assertIn(str(target), done.stderr)

    # purposes

    def mark(self, word):
        import sqlite3
        with sqlite3.connect(self.database_file()) as db:
            db.execute("DROP TRIGGER purpose_is_never_changed")
            db.execute("UPDATE purpose SET word = ?", (word,))
            db.execute("CREATE TRIGGER purpose_is_never_changed BEFORE UPDATE ON purpose\n"
                       "BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END")

    def test_the_database_of_a_story_is_not_a_persons(self):
        for word in ("example", "replay"):
            self.load(reference())
            self.mark(word)
            before = self.fingerprint()
            for words in READERS + [("import", self.write("p.json", reference()))]:
                if words[0] == "verify":
                    continue  # looks at any database, and writes nothing
                with self.subTest(" ".join(map(str, words)), purpose=word):
                    done = self.db(*words)
                    self.assertEqual(done.code, CANNOT_WRITE, done.err)
                    self.assertIn(word, done.err)
            self.assertEqual(self.fingerprint(), before)
            for path in self.data.iterdir():
                path.unlink()

    def test_a_story_without_a_temporary_folder_is_refused(self):
        self.load(reference())
        before = self.journal()
        for place in (self.folder / "not-there", self.folder / "portfolio.json", "/proc"):
            with self.subTest(place=str(place)):
                done = subprocess.run([CLI, "--data-dir", str(self.data), "watch", "--example"], cwd=self.data, capture_output=True, timeout=60,
                                      env={**os.environ, "TMPDIR": str(place)})
                self.assertEqual((done.returncode, done.stdout), (CANNOT_WRITE, b""), done.stderr)
        self.assertEqual(self.journal(), before)


if __name__ == "__main__":
    main()
