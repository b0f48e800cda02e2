# SPDX-License-Identifier: GPL-3.0-or-later
"""`report`: a period as one page, after a real watch over the fake exchange."""
import html.parser
import re
import time

from harness import CANNOT_WRITE, CliTest, Exchange, OK, USAGE, Watch, isolated, main, portfolio, reference

HOSTILE = '<script>alert("x")</script> & \'name\''
VOID = {"meta", "br"}


class Page(html.parser.HTMLParser):
    """What stands in a page: text, tags, and whether every tag is closed in order."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes, self.open = [], [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        self.text.append(data)

    def words(self):
        return "\n".join(self.text)


def checked(test, source):
    """A page that is whole and fetches and runs nothing."""
    page = Page(source)
    test.assertEqual(page.open, [])
    test.assertNotIn("script", page.tags)
    test.assertNotIn("link", page.tags)
    test.assertNotIn("img", page.tags)
    test.assertIn(("content", "default-src 'none'; style-src 'unsafe-inline'"), page.attributes)
    test.assertFalse([name for name, value in page.attributes if name in ("src", "href") or name.startswith("on") or re.match(r"[a-z]+:", value or "")])
    test.assertNotIn("url(", source)
    return page


class ReplayReportTest(CliTest):
    def test_the_page_of_a_replay_says_what_the_replay_says(self):
        rows = lambda *prices: "".join(f"{1621382400000 + i * 60000},{p},{p},{p},{p},0\n" for i, p in enumerate(prices))
        files = [self.write("ETHUSDT-1m.csv", rows(200, 230, 220)), self.write("BCHUSDT-1m.csv", rows(200, 170, 120))]
        body = reference()
        body["accounts"][2]["name"] = HOSTILE
        target = self.folder / "replay.html"
        words = ("replay", "--portfolio", self.write("p.json", body), "--klines", *files, "--json")
        plain, done = self.run_cli(*words), self.run_cli(*words, "-o", target)
        self.assertEqual((done.code, done.raw), (OK, plain.raw), done.err)
        source = target.read_text(encoding="utf-8")
        self.assertEqual(target.stat().st_mode & 0o777, 0o600)
        page = checked(self, source)
        for account in done.lines()[-1]["accounts"]:
            self.assertIn(account["lowestLevel"], page.text)
        for event in done.lines()[:-1]:
            self.assertIn(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(event["time"] / 1000)), page.text)
        for words_ in ("Nothing of it is real", "As one cross account", "Liquidations take 200 USDT.", "What the alarms would have done", HOSTILE):
            self.assertIn(words_, page.words())
        alarms = self.run_cli(*words, "--alarms", "--ack-after", "1", "-o", target)
        self.assertEqual(alarms.code, OK, alarms.err)
        self.assertIn("acknowledged", target.read_text(encoding="utf-8").lower())
        self.assertEqual(self.run_cli(*words, "-o", self.folder / "none" / "x.html").code, CANNOT_WRITE)


class ReportTest(CliTest):
    def report(self, start, end, *words):
        target = self.folder / "report.html"
        done = self.ok("report", "--from", start, "--to", end, "-o", target, *words)
        return done, target.read_text(encoding="utf-8")

    def page(self, source):
        return checked(self, source)

    def test_a_watched_fall(self):
        self.load(portfolio(isolated("ETH", name=HOSTILE), isolated("BCH")))
        start = int(time.time() * 1000) - 60000
        with Exchange() as exchange:
            exchange.prices(ETHUSDT="200", BCHUSDT="200")
            with Watch(self.data, exchange.url) as watch:
                priced = lambda e: e["event"] == "snapshot" and len(e["accounts"]) == 2 and all(a["status"] == "normal" for a in e["accounts"])
                self.assertIsNotNone(watch.wait(priced, 10)) # an earlier one knows no prices yet
                exchange.prices(ETHUSDT="170", BCHUSDT="210")
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "status" and e["to"] == "margin_call", 10))
                exchange.prices(ETHUSDT="210", BCHUSDT="210")
                self.assertIsNotNone(watch.wait(lambda e: e["event"] == "status" and e["account"] == "b-ethusdt" and e["to"] == "normal", 10))
        self.top_up("b-bchusdt", "USDT", "12.5", "--note", HOSTILE)
        done, source = self.report(start, start + 600000, "--json")
        summary = done.json()
        self.assertEqual((summary["format"], summary["version"], summary["from"]), ("plimsoll-report", 1, start))
        eth, bch = summary["accounts"]
        self.assertEqual((eth["id"], eth["lowestLevel"], eth["lastLevel"]), ("b-ethusdt", "1.0625", "1.3125"))
        self.assertEqual((bch["lowestLevel"], bch["lastLevel"]), ("1.25", "1.3125"))
        self.assertGreaterEqual(eth["statusChanges"], 3)
        self.assertEqual(summary["symbols"], 2)
        self.assertGreaterEqual(summary["alarmSteps"], 1)
        page = self.page(source)
        text = page.words()
        for wanted in (HOSTILE, "1.06", "1.31", "170", "ETHUSDT", "Top-up", "12.5", "Margin call"):
            self.assertIn(wanted, text)
        self.assertGreaterEqual(page.tags.count("svg"), 4)
        self.assertEqual((self.folder / "report.html").stat().st_mode & 0o777, 0o600)

    def test_a_period_in_which_nothing_was_known(self):
        self.load(portfolio(isolated("ETH")))
        done, source = self.report(1000, 2000, "--json")
        self.assertEqual(done.json()["accounts"], [{"id": "b-ethusdt", "lowestLevel": None, "lowestAt": None, "lastLevel": None, "statusChanges": 0, "barChanges": 0}])
        text = self.page(source).words()
        for sentence in ("No level is kept", "There were no alarms", "Nothing was booked", "No price is kept"):
            self.assertIn(sentence, text)

    def test_bad_usage(self):
        self.load(portfolio(isolated("ETH")))
        for words in (("--from", "5", "--to", "5"), ("--from", "x", "--to", "5"), ("--from", "-1", "--to", "5"), ("--from", "1", "--to", "9" * 20), ("--from", "1",)):
            done = self.db("report", *words, "-o", self.folder / "x.html")
            self.assertEqual((done.code, done.out), (USAGE, ""), done.err)
        self.assertEqual(self.db("report", "--from", "1", "--to", "2").code, USAGE)
        self.assertEqual(self.db("report", "--from", "1", "--to", "2", "-o", self.folder / "absent" / "x.html").code, CANNOT_WRITE)
        self.assertFalse((self.folder / "x.html").exists())


if __name__ == "__main__":
    main()
