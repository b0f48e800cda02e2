# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: a message that names the place, the right exit code, and a database that was not touched."""
import copy
import json
import os
import shutil
import sqlite3
import subprocess

from harness import A_CROSS, CANNOT_WRITE, CLI, CliTest, DATA, IO, OK, USAGE, isolated, main, portfolio, reference, run, ticker


def changed(path, value):
    """The reference with one place changed: path of keys; value, or a function of the old value; None removes."""
    body = copy.deepcopy(reference())
    at = body
    for key in path[:-1]:
        at = at[key]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value(at[path[-1]]) if callable(value) else value
    return body


FREE = ("accounts", 1, "balances", 0, "free")
BAD_NUMBERS = ["NaN", "nan", "inf", "-Infinity", "-1", "-0", "+1", "1e5", "1E5", " 1", "1 ", "", ".5", "5.", "1,5", "0x10", "1" * 19, "0." + "1" * 19, "9" * 400, "1_000", "٣", "１"]
BARS = lambda i, c, l: {"initial": i, "marginCall": c, "liquidation": l}

# name -> (file, words that the message must hold: the place as a path of keys, and the value where there is one)
BAD_PORTFOLIOS = {
    "third asset in an isolated account": (changed(("accounts", 1, "balances"), lambda b: b + [{"asset": "BTC", "free": "1"}]), ["accounts[1]", "BTC"]),
    "third asset owed": (changed(("accounts", 1, "balances"), lambda b: b + [{"asset": "DOGE", "borrowed": "1"}]), ["accounts[1]", "DOGE"]),
    "duplicate id": (changed(("accounts", 2, "id"), "b-ethusdt"), ["accounts[2]", "b-ethusdt"]),
    "two cross accounts of one owner": (changed(("accounts",), lambda a: a + [{**A_CROSS, "id": "second"}]), ["accounts[3]"]),
    "two isolated accounts on one symbol": (changed(("accounts",), lambda a: a + [isolated("ETH", id="second")]), ["accounts[3]"]),
    "same asset twice": (changed(("accounts", 1, "balances"), lambda b: b + [{"asset": "ETH", "free": "1"}]), ["accounts[1]", "ETH"]),
    "same wallet twice": (changed(("wallets",), lambda w: w + [{"id": "spot", "balances": []}]), ["spot"]),
    "same asset twice in a wallet": (changed(("wallets", 0, "balances"), lambda b: b + [{"asset": "USDT", "free": "1"}]), ["wallets[0]", "USDT"]),
    "unknown profile": (changed(("accounts", 1, "profile"), "faq-1999"), ["accounts[1]", "faq-1999"]),
    "no profile, no thresholds": (changed(("accounts", 1, "profile"), None), ["accounts[1]"]),
    "newer version": (changed(("version",), 2), ["version", "2"]),
    "version as text": (changed(("version",), "1"), ["version"]),
    "no version": (changed(("version",), None), ["version"]),
    "unknown format": (changed(("format",), "something-else"), ["format"]),
    "no format": (changed(("format",), None), ["format"]),
    "unknown mode": (changed(("accounts", 1, "mode"), "portfolio"), ["accounts[1]", "mode"]),
    "no mode": (changed(("accounts", 1, "mode"), None), ["accounts[1]", "mode"]),
    "no id": (changed(("accounts", 1, "id"), None), ["id"]),
    "empty id": (changed(("accounts", 1, "id"), ""), ["id"]),
    "no quote asset": (changed(("accounts", 0, "quoteAsset"), None), ["quoteAsset"]),
    "isolated without base asset": (changed(("accounts", 1, "baseAsset"), None), ["baseAsset"]),
    "symbol of another pair": (changed(("accounts", 1, "symbol"), "BTCUSDT"), ["symbol"]),
    "call above initial": (changed(("accounts", 1, "thresholds"), BARS("1.25", "1.3", "1.05")), ["accounts[1]"]),
    "call equals liquidation": (changed(("accounts", 1, "thresholds"), BARS("1.25", "1.05", "1.05")), ["accounts[1]"]),
    "liquidation zero": (changed(("accounts", 1, "thresholds"), BARS("1.25", "1.1", "0")), ["accounts[1]"]),
    "a bar is missing": (changed(("accounts", 1, "thresholds"), {"initial": "1.25", "marginCall": "1.1"}), ["liquidation"]),
    "bar is NaN": (changed(("accounts", 1, "thresholds"), BARS("1.25", "NaN", "1.05")), ["marginCall", "NaN"]),
    "accounts is an object": (changed(("accounts",), {}), ["accounts"]),
    "account is text": (changed(("accounts", 1), "b"), ["accounts"]),
    "balances is text": (changed(("accounts", 1, "balances"), "none"), ["balances"]),
    "asset is a number": (changed(("accounts", 1, "balances", 0, "asset"), 5), ["asset"]),
    "no asset": (changed(("accounts", 1, "balances", 0, "asset"), None), ["asset"]),
    "name is a number": (changed(("accounts", 1, "name"), 5), ["name"]),
    "contributed": (changed(("accounts", 1, "contributed"), "--1"), ["contributed", "--1"]),
    "wallets is a number": (changed(("wallets",), 7), ["wallets"]),
    "wallet amount": (changed(("wallets", 0, "balances", 0, "free"), "1e3"), ["free", "1e3"]),
}
for kind, value in (("number", 5), ("float", 0.5), ("null", "null"), ("bool", True), ("list", ["5"]), ("object", {})):
    body = changed(FREE, value) if kind != "null" else json.loads(json.dumps(changed(FREE, "@@")).replace('"@@"', "null"))
    BAD_PORTFOLIOS[f"amount as {kind}"] = (body, ["free"])

GOOD = json.dumps(reference())
# name -> (bytes, words)
MALFORMED = {
    "empty": (b"", []), "blank": (b"  \n", []), "cut": (GOOD[:-40].encode(), []), "two documents": ((GOOD + GOOD).encode(), []), "garbage after": ((GOOD + "x").encode(), []),
    "comma": (GOOD.replace("]}", "],}", 1).encode(), []), "bare NaN": (GOOD.replace('"5"', "NaN", 1).encode(), []), "array": (b"[]", []), "text": (b'"portfolio"', []), "null": (b"null", []),
    "number": (b"1", []), "deep": (b"[" * 100000, []), "deep inside": (GOOD.replace('"User A"', "[" * 100000 + "]" * 100000).encode(), []), "html": (b"<html><body>Welcome</body></html>", []),
    "utf-16": (GOOD.encode("utf-16"), []), "latin-1": (GOOD.replace("User A", "Usér").encode("latin-1"), []), "nul": (GOOD.encode() + b"\0", []),
    "duplicate key": (GOOD.replace('"version": 1', '"version": 1, "version": 1').encode(), ["version"]),
    "duplicate amount": (GOOD.replace('"free": "5"', '"free": "5", "free": "6"', 1).encode(), ["free"]), "lone surrogate": (GOOD.replace("User A", "\\ud800").encode(), []),
    "huge number": (GOOD.replace('"version": 1', '"version": ' + "9" * 400).encode(), []), "random": (bytes(range(256)) * 40, []),
}


class BadFileTest(CliTest):
    def setUp(self):
        super().setUp()
        self.load(reference())
        self.ok("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "1")
        self.before = self.export(), self.ok("journal", "--json").raw, self.fingerprint()

    def assert_untouched(self):
        self.assertEqual(self.fingerprint(), self.before[2])
        self.assertEqual((self.export(), self.ok("journal", "--json").raw), self.before[:2])

    def refused_by_both(self, path, words, *, prices=True):
        """Refused by `import` (database untouched) and by `evaluate`, each naming the file and the place."""
        done = self.db("import", path)
        self.assertEqual(done.code, DATA, f"{done.err}{done.out}")
        runs = [done]
        if prices:
            runs.append(self.run_cli("evaluate", "--portfolio", path, "--prices", self.write("q.json", ticker(ETHUSDT="1"))))
        for done in runs:
            self.assertEqual(done.code, DATA, f"{done.err}{done.out}")
            self.assertEqual(done.out, "")
            self.assertIn(path.name, done.err)
            for word in words:
                self.assertIn(word, done.err)
            self.assertLess(len(done.err), 2000, "one line for a person")

    def test_numbers_outside_the_grammar(self):
        for text in BAD_NUMBERS:
            with self.subTest(text):
                words = ["free", text] if 0 < len(text) < 30 and text.isascii() else ["free"]
                self.refused_by_both(self.write("bad.json", changed(FREE, text)), words)
        self.assert_untouched()

    def test_every_amount_is_checked(self):
        for field in ("free", "locked", "borrowed", "interest"):
            with self.subTest(field):
                self.refused_by_both(self.write("bad.json", changed(("accounts", 2, "balances", 1), {"asset": "USDT", field: "-7"})), [field, "-7"])
        self.assert_untouched()

    def test_portfolios_that_break_a_rule(self):
        for name, (body, words) in BAD_PORTFOLIOS.items():
            with self.subTest(name):
                self.refused_by_both(self.write("bad.json", body), words)
        self.assert_untouched()

    def test_files_that_are_no_portfolio(self):
        for name, (content, words) in MALFORMED.items():
            with self.subTest(name):
                self.refused_by_both(self.write("bad.json", content), words)
        self.assert_untouched()

    def test_a_byte_order_mark_is_read_or_refused(self):
        done = self.run_cli("evaluate", "--portfolio", self.write("bom.json", b"\xef\xbb\xbf" + GOOD.encode()), "--prices", self.write("q.json", ticker(ETHUSDT="1")))
        self.assertIn(done.code, (OK, DATA))

    def test_teaching_thresholds_below_one_are_allowed(self):
        body = portfolio(isolated("ETH", thresholds=BARS("0.9", "0.5", "0.1")))
        del body["accounts"][0]["profile"]
        self.evaluate(body, ticker(ETHUSDT="1"))

    def test_prices_that_are_no_list(self):
        good = self.write("p.json", reference())
        for name, content in {"empty": b"", "html": b"<html></html>", "cut": b'[{"symbol":"ETHUSDT","pri', "after": b"[]]", "nan": b'[{"symbol":"A","price":NaN}]',
                              "error": b'{"code":-1121,"msg":"Invalid symbol."}', "deep": b"[" * 100000, "text row": b'["ETHUSDT"]', "no symbol": b'[{"price":"1"}]'}.items():
            with self.subTest(name):
                done = self.run_cli("evaluate", "--portfolio", good, "--prices", self.write("bad-prices.json", content), "--json")
                self.assertEqual(done.code, DATA, f"{done.err}{done.out[:200]}")
                self.assertIn("bad-prices.json", done.err)

    def test_duplicate_price_key_or_symbol_is_never_believed(self):
        good = self.write("p.json", portfolio(isolated("ETH")))
        for name, content in {"key": b'[{"symbol":"ETHUSDT","price":"200","price":"300"}]', "symbol": b'[{"symbol":"ETHUSDT","price":"200"},{"symbol":"ETHUSDT","price":"300"}]'}.items():
            with self.subTest(name):
                done = self.run_cli("evaluate", "--portfolio", good, "--prices", self.write("q.json", content), "--json")
                if done.code == OK:
                    self.assertEqual(done.json()["accounts"][0]["status"], "unknown")
                else:
                    self.assertEqual(done.code, DATA)

    def test_paths_that_are_no_file(self):
        quick = {"timeout": 5}
        for path in (self.folder / "absent.json", self.folder, "/dev/zero", self.fifo()):
            with self.subTest(path=str(path)):
                for done in (self.db("import", path, **quick), self.run_cli("evaluate", "--portfolio", path, "--prices", path, **quick),
                             self.run_cli("replay", "--portfolio", self.write("p.json", reference()), "--klines", path, **quick)):
                    self.assertIn(done.code, (DATA, IO), f"{done.err}")
                    self.assertIn(str(path), done.err)
        self.assert_untouched()

    def fifo(self):
        path = self.folder / "pipe"
        os.mkfifo(path)
        return path

    def test_bad_usage(self):
        cases = [(), ("fly",), ("evaluate",), ("evaluate", "--portfolio"), ("evaluate", "--colour", "teal"), ("top-up", "--account", "a"), ("import",), ("import", "a", "b"),
                 ("check", "--price-url", ""), ("watch", "--interval", "soon"), ("watch", "--interval", "-5"), ("watch", "--for", "x"), ("replay", "--portfolio", "x"), ("--data-dir",), ("export", "x", "y")]
        for words in cases:
            with self.subTest(words):
                done = self.db(*words, timeout=15)
                self.assertEqual(done.code, USAGE, f"{done.err}{done.out}")
                self.assertTrue(done.err.strip())
                self.assertEqual(done.out, "")
        self.assert_untouched()

    def test_a_path_without_a_name_is_bad_usage(self):
        given = self.write("p.json", reference())
        for option, words in {"--portfolio": ("evaluate", "--portfolio=", "--prices", given), "--prices": ("evaluate", "--portfolio", given, "--prices", ""),
                              "--klines": ("replay", "--portfolio", given, "--klines", ""), "-o": ("export", "-o", ""), "--scenario": ("what-if", "--scenario", ""),
                              "--save": ("what-if", "--save="), '""': ("import", "")}.items():
            done = self.db(*words)
            self.assertEqual((done.code, done.out), (USAGE, ""), words)
            self.assertIn(f"{option} names no file", done.err)
        self.assert_untouched()

    def test_words_that_are_not_utf8(self):
        for words in (("evaluate", "--portfolio", "p\udcff.json", "--prices", "x"), ("report", "--from", "1", "--to", "2", "-o", "\udcff", "--json"), ("top-up", "--account", "\udcc3", "--asset", "A", "--amount", "1")):
            done = self.db(*words)
            self.assertEqual((done.code, done.out), (USAGE, ""))
            self.assertRegex(done.err, r"word \d+ of the command line is not UTF-8")
        self.assert_untouched()

    def test_options_that_contradict_each_other(self):
        given, candles = self.write("p.json", reference()), self.write("ETHUSDT-1m.csv", "open_time_ms,open,high,low,close,volume\n1620000000000,2,2,2,2,1\n")
        story = ("--portfolio", given, "--klines", candles)
        for words in (("watch", "--example", *story), ("watch", "--speed", "5"), ("watch", "--example", "--speed", "5"), ("watch", *story, "--speed", "0"), ("watch", *story, "--speed", "x"),
                      ("what-if", "--save", "-"), ("replay", *story, "-o", "-"), ("report", "--from", "1", "--to", "2", "-o", "-", "--json")):
            done = self.db(*words, timeout=15)
            self.assertEqual((done.code, done.out), (USAGE, ""), f"{words}: {done.err}")
        done = self.db("watch", "--example", "--interval", "500", "--price-url", "http://127.0.0.1:1", "--for", "1", timeout=15)
        self.assertEqual(done.code, OK, done.err)
        for option in ("--interval", "--price-url"):
            self.assertIn(f"{option} is not used", done.err)
        self.assert_untouched()

    def test_errors_show_no_marks_of_direction(self):
        for mark in "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u0085\x1b":
            done = self.run_cli("evaluate", "--portfolio", self.write("p.json", reference()), "--prices", f"{self.folder}/{mark}gnp.exe")
            self.assertEqual(done.code, DATA)
            self.assertIn("?gnp.exe", done.err)
            self.assertNotIn(mark, done.err)

    def test_help_and_version(self):
        for word in ("--help", "--version"):
            done = self.run_cli(word)
            self.assertEqual(done.code, OK)
            self.assertTrue(done.out.strip())
        for command in ("evaluate", "replay", "import", "export", "check", "watch", "top-up", "journal", "verify", "what-if", "stress", "domino", "heat-map", "twin", "look-ahead", "rescue", "allocate"):
            self.assertIn(command, self.run_cli("--help").out)


class BadPlaceTest(CliTest):
    """A database or a folder that cannot be used."""

    def damaged(self, damage, *codes):
        self.load(reference())
        path = self.database_file()
        content = bytearray(path.read_bytes())
        damage(path, content)
        harmed = path.read_bytes()
        for words in (("export",), ("journal",), ("verify",), ("top-up", "--account", "b-bchusdt", "--asset", "USDT", "--amount", "1"), ("import", self.write("p.json", reference()))):
            with self.subTest(words=words[0]):
                done = self.db(*words)
                self.assertIn(done.code, codes, f"{words}: {done.err}{done.out}")
                self.assertRegex(done.err + (done.out if words[0] == "verify" else ""), f"{path.name}|database", "the message says that it is about the database")
                self.assertNotIn("booked", done.out)
        self.assertEqual(path.read_bytes(), harmed, "a damaged database is left as it is")

    def test_truncated_database(self):
        self.damaged(lambda path, content: path.write_bytes(content[: len(content) // 2]), DATA, IO)

    def test_truncated_to_one_page(self):
        self.damaged(lambda path, content: path.write_bytes(content[:4096]), DATA, IO)

    def test_not_a_database(self):
        self.damaged(lambda path, content: path.write_bytes(b"<html>captive portal</html>" * 400), DATA, IO)

    def test_newer_database_is_refused(self):
        def raise_version(path, _):
            base = sqlite3.connect(path)
            for table, column in [(t, c[1]) for (t,) in base.execute("select name from sqlite_master where type='table'").fetchall() for c in base.execute(f"pragma table_info('{t}')") if "version" in c[1]]:
                base.execute(f'update "{table}" set "{column}" = 9999 where rowid = (select max(rowid) from "{table}")')
            if base.execute("pragma user_version").fetchone()[0]:
                base.execute("pragma user_version = 9999")
            base.commit()
            base.close()
        self.damaged(raise_version, DATA)

    def test_data_directory_is_a_file(self):
        self.data.write_text("I am a file")
        for words in (("export",), ("import", self.write("p.json", reference())), ("verify",)):
            done = self.db(*words)
            self.assertIn(done.code, (CANNOT_WRITE, IO), done.err)
            self.assertIn(str(self.data), done.err)
        self.assertEqual(self.data.read_text(), "I am a file")

    def test_read_only_directory(self):
        if os.geteuid() == 0 and not shutil.which("setpriv"):
            self.skipTest("root, and no setpriv to be somebody else")
        prefix = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if os.geteuid() == 0 else ()
        program = shutil.copy(CLI, self.folder / "plimsoll-cli")
        parent = self.folder / "locked"
        parent.mkdir(mode=0o755)
        os.chmod(self.folder, 0o755)
        path = self.write("p.json", reference())
        if os.geteuid() == 0:
            os.chown(parent, 65534, 65534)
        os.chmod(parent, 0o500)
        probe = subprocess.run([*prefix, "touch", str(parent / "probe")], capture_output=True, check=False)
        if probe.returncode == 0:
            self.skipTest("the directory is not read-only here")
        done = subprocess.run([*prefix, str(program), "--data-dir", str(parent / "data"), "import", str(path)], capture_output=True, text=True, check=False,
                              env={**os.environ, "HOME": str(parent)})
        if done.returncode in (126, 127):
            self.skipTest("another user cannot run the program: " + done.stderr)
        self.assertEqual(done.returncode, CANNOT_WRITE, done.stderr)
        self.assertIn("locked", done.stderr)
        self.assertEqual(list(parent.iterdir()), [])
        os.chmod(parent, 0o700)

    def test_export_to_a_place_that_cannot_be_written(self):
        self.load(reference())
        for target in (self.folder / "absent" / "out.json", self.folder):
            done = self.db("export", "-o", target)
            self.assertEqual(done.code, CANNOT_WRITE, done.err)
            self.assertIn(str(target), done.err)

    def test_export_to_a_full_device(self):
        self.load(reference())
        done = subprocess.run(f'"{CLI}" --data-dir "{self.data}" export > /dev/full', shell=True, capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (CANNOT_WRITE, IO), done.stderr)


class FullDiskTest(CliTest):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(self.disk)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.skipTest("no small disk can be mounted: " + done.stderr.strip())
        self.addCleanup(subprocess.run, ["umount", str(self.disk)], check=False)
        self.data = self.disk / "data"

    def fill(self, leave=0):
        """Takes all space but `leave` bytes, and makes sure that the disk is full."""
        room = os.statvfs(self.disk)
        count = room.f_bavail * room.f_frsize - leave
        with open(self.disk / "ballast", "wb") as ballast:
            ballast.write(b"x" * max(count, 0))
        room = os.statvfs(self.disk)
        self.assertLessEqual(room.f_bavail * room.f_frsize, leave + 4096, "the fault was not injected")

    def free(self):
        (self.disk / "ballast").unlink()

    def test_import_that_does_not_fit_leaves_nothing(self):
        accounts = [isolated("ETH", id=f"a{i}", owner=f"o{i}", name="n" * 400) for i in range(2000)]
        done = self.db("import", self.write("p.json", portfolio(*accounts)))
        self.assertIn(done.code, (CANNOT_WRITE, IO), f"{done.err}{done.out}")
        self.assertTrue(done.err.strip())
        shown = self.db("export")
        if shown.code == OK:
            self.assertEqual(json.loads(shown.out)["accounts"], [])

    def test_top_up_on_a_full_disk_books_nothing_and_keeps_the_books(self):
        done = self.db("import", self.write("p.json", portfolio(isolated("BCH"))))
        self.assertEqual(done.code, OK, f"a small portfolio must fit 300 kB: {done.err}")
        before = self.export(), self.ok("journal", "--json").raw
        self.fill()
        refused = booked = 0
        for _ in range(40):
            done = self.top_up("b-bchusdt", "USDT", "1")
            if done.code == OK:
                booked += 1
                continue
            self.assertIn(done.code, (CANNOT_WRITE, IO), done.err)
            self.assertTrue(done.err.strip())
            refused += 1
            if refused > 3:
                break
        self.assertGreater(refused, 0, "the fault was not injected")
        self.free()
        self.ok("verify")
        rows = self.ok("journal", "--json").lines()
        self.assertEqual(len(rows), len(before[1].splitlines()) + booked)
        self.assertEqual(self.top_up("b-bchusdt", "USDT", "1").code, OK, "works again once there is room")
        self.ok("verify")

    def test_export_to_a_full_disk_leaves_no_half_file(self):
        self.data = self.folder / "data"
        self.load(reference())
        target = self.disk / "out.json"
        target.write_text("the old export")
        self.fill()
        done = self.db("export", "-o", target)
        self.assertIn(done.code, (CANNOT_WRITE, IO), done.err)
        self.assertEqual(target.read_text(), "the old export")
        self.assertEqual(sorted(p.name for p in self.disk.iterdir()), ["ballast", "out.json"])


if __name__ == "__main__":
    main()
