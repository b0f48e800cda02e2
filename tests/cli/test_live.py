# SPDX-License-Identifier: GPL-3.0-or-later
"""`check` and `watch` against the fake exchange: verdicts, feed states, hostile answers, a replayed crash, a top-up next door."""
import csv
import json
import os
import subprocess
import time
import unittest

from harness import CLI, CliTest, DATA, FIXTURES, Exchange, OK, UNAVAILABLE, USAGE, Watch, isolated, main, portfolio, reference, ticker

DAY_N, DAY_N2, DAY_N5 = (dict(ETHUSDT=e, BCHUSDT=b) for e, b in (("200", "200"), ("230", "170"), ("220", "120")))
STATES = ("live", "late", "stale", "offline", "rate_limited")


class LiveTest(CliTest):
    def exchange(self, *words, **prices):
        exchange = Exchange("--prices", self.write("exchange.json", json.dumps(ticker(**prices), separators=(",", ":"))), *words) if prices else Exchange(*words)
        exchange.__enter__()
        self.addCleanup(exchange.__exit__)
        return exchange

    def watch(self, url, **more):
        watch = Watch(self.data, url, **more)
        self.addCleanup(watch.close)
        return watch

    def checked(self, exchange, *words, timeout=20):
        return self.db("check", "--price-url", exchange.url, *words, timeout=timeout)

    def assert_watch_agrees(self, folder, name, start, end):
        """Over the candles of ETH, BCH and BTC from `start` to `end`."""
        files = []
        for base in ("ETH", "BCH", "BTC"):
            source = folder / name.format(base)
            rows = [row for row in csv.reader(source.read_text().splitlines()) if row[0].isdigit() and start <= int(row[0]) < end]
            files.append((base, rows, self.write(f"{base}USDT-1m-cut.csv", "open_time_ms,open,high,low,close,volume\n" + "".join(",".join(row) + "\n" for row in rows))))
        accounts = []
        for base, rows, _ in files:
            price = float(rows[0][1])
            for name, factor in (("close", 0.93), ("near", 0.88), ("mid", 0.82)):
                accounts.append(isolated(base, "1", f"{price * factor:.2f}", id=f"{base}-{name}", owner=name))
        accounts.append({"id": "cross", "name": "c", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "balances":
                         [{"asset": base, "free": "1"} for base, _, _ in files] + [{"asset": "USDT", "borrowed": f"{sum(float(r[0][1]) for _, r, _ in files) * 0.85:.2f}"}]})
        body = portfolio(*accounts)
        paths = [str(path) for _, _, path in files]
        replayed = self.run_cli("replay", "--portfolio", self.write("p.json", body), "--klines", *paths, "--json")
        self.assertEqual(replayed.code, OK, replayed.err)
        self.load(body)
        exchange = self.exchange("--candles", *paths, "--advance", "request")
        watch = self.watch(exchange.url, interval=100)
        end = time.monotonic() + 40
        while not exchange.state()["done"] and time.monotonic() < end:
            time.sleep(0.2)
        self.assertTrue(exchange.state()["done"], "the candles were played to their end")
        time.sleep(0.6)
        self.assertEqual(watch.close(), OK)

        def story(events):
            told = {}
            for event in events:
                steps = told.setdefault(event["account"], [])
                if event["event"] == "status" and event["to"] != "unknown" and not (steps and steps[-1][0] == "liquidation"):
                    steps.append((event["to"], event["marginLevel"]))
            return told
        wanted = story(e for e in replayed.lines() if e["event"] == "status")
        got = story(e for e in watch.events if e["event"] == "status")
        self.assertGreater(sum(len(steps) for steps in wanted.values()), 15)
        self.assertEqual(got, wanted)


class CheckTest(LiveTest):
    def test_verdicts(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        for prices, code in ((DAY_N, 0), (DAY_N2, 1), (DAY_N5, 2), (dict(ETHUSDT="230", BCHUSDT=None), 3), (dict(ETHUSDT="10", BCHUSDT=None), 2), (dict(ETHUSDT="175", BCHUSDT=None), 1)):
            with self.subTest(prices=prices):
                exchange.prices(**prices)
                done = self.checked(exchange)
                self.assertEqual(done.code, code, f"{done.out}{done.err}")
                self.assertTrue(done.out.strip())

    def test_json(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N2)
        done = self.checked(exchange, "--json")
        self.assertEqual(done.code, 1)
        self.assertEqual({a["id"]: a["status"] for a in done.json()["accounts"]}, {"a-cross": "normal", "b-ethusdt": "normal", "b-bchusdt": "margin_call"})

    def test_no_debt_is_fine(self):
        self.load(portfolio(isolated("ETH", debt="0")))
        self.assertEqual(self.checked(self.exchange(**DAY_N5)).code, 0)

    def test_one_bad_symbol_does_not_hide_the_others(self):
        self.load(portfolio(isolated("LOST"), isolated("BCH")))
        done = self.checked(self.exchange(**DAY_N2), "--json")
        self.assertEqual(done.code, 1, f"{done.out}{done.err}")
        self.assertEqual({a["id"]: a["status"] for a in done.json()["accounts"]}, {"b-lostusdt": "unknown", "b-bchusdt": "margin_call"})

    def test_a_halted_pair_is_no_price(self):
        self.load(portfolio(isolated("LUNA"), isolated("BCH")))
        exchange = self.exchange(LUNAUSDT="400", BCHUSDT="400")
        self.assertEqual(self.checked(exchange).code, 0)
        for halt in (lambda: exchange.status(LUNAUSDT="HALT"), lambda: exchange.status(LUNAUSDT="BREAK"), lambda: exchange.fault("old_close", symbol="LUNAUSDT", ms=301000)):
            exchange.heal()
            exchange.status(LUNAUSDT="TRADING")
            halt()
            done = self.checked(exchange)
            self.assertEqual(done.code, 3, f"{done.out}{done.err}")
            self.assertIn("LUNAUSDT is halted", done.out)
            done = self.checked(exchange, "--json")
            self.assertEqual({a["id"]: a["status"] for a in done.json()["accounts"]}, {"b-lunausdt": "unknown", "b-bchusdt": "normal"})
            self.assertIn("LUNAUSDT is halted", done.err)
        exchange.heal()
        exchange.fault("old_close", symbol="LUNAUSDT", ms=3900000, count=24)  # trades once an hour
        self.assertEqual(self.checked(exchange).code, 0)

    def test_a_pair_that_is_gone_is_named(self):
        self.load(portfolio(isolated("MATIC", amount="5000", debt="1500")))
        done = self.checked(self.exchange(POLUSDT="0.38", BTCUSDT="58000"))
        self.assertEqual(done.code, 3)
        self.assertIn("MATICUSDT is not listed any more", done.out)

    def test_sources_that_only_know_prices_will_do(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        for path in ("/api/v3/ticker/24hr", "/api/v3/exchangeInfo"):
            exchange.fault("status_404", path=path)
        self.assertEqual(self.checked(exchange).code, 0)

    def test_a_pause_that_follows_the_prices_costs_no_verdict(self):
        self.load(reference())
        for path in ("/api/v3/ticker/24hr", "/api/v3/exchangeInfo"):
            exchange = self.exchange(**DAY_N2)
            exchange.fault("status_429", retry_after="90", path=path)
            done = self.checked(exchange)
            self.assertEqual((done.code, done.err), (1, ""), done.out)
            self.assertIn("asked for a pause until", self.checked(exchange).err)

    def test_why_there_are_no_prices_is_said_once(self):
        self.load(reference())
        done = self.db("check", "--price-url", "http://127.0.0.1:1")
        self.assertEqual(done.code, 3)
        self.assertEqual(done.err.count("refused"), 1, done.err)

    def test_a_pause_is_kept_by_the_next_check(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        exchange.fault("status_418", retry_after="600")
        first = self.checked(exchange)
        self.assertEqual(first.code, 3)
        exchange.heal()
        asked = exchange.state()["requests"]
        for done in (self.checked(exchange), self.checked(exchange, "--json")):
            self.assertEqual(done.code, 3, f"{done.out}{done.err}")
            self.assertRegex(done.err, r"asked for a pause until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")
        self.assertEqual(exchange.state()["requests"], asked, "nobody was asked")
        watched = self.db("watch", "--price-url", exchange.url, "--interval", "200", "--for", "1", "--json", timeout=15)
        self.assertEqual(watched.code, UNAVAILABLE, watched.err)
        feeds = [e for e in watched.lines() if e["event"] == "feed"]
        self.assertEqual(feeds[-1]["state"], "rate_limited", feeds)
        self.assertRegex(feeds[-1]["detail"], r"asked for a pause until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")
        self.assertEqual(exchange.state()["requests"], asked, "nor by a monitor")
        stored = self.data / "exchange-pauses.json"
        self.assertEqual(stored.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.checked(self.exchange(**DAY_N)).code, 0, "a pause belongs to its host")

    def test_bad_prices_are_unknown(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        for fault in ("zero_price", "negative", "price_number", "price_null", "price_bool", "price_object"):
            with self.subTest(fault):
                exchange.heal()
                exchange.fault(fault, symbol="*")
                done = self.checked(exchange, "--json")
                self.assertEqual(done.code, 3, f"{done.out}{done.err}")
                self.assertEqual({a["status"] for a in done.json()["accounts"]}, {"unknown"})
        exchange.heal()
        exchange.fault("missing_symbol", symbol="ETHUSDT")
        self.assertEqual({a["id"]: a["status"] for a in self.checked(exchange, "--json").json()["accounts"]}, {"a-cross": "unknown", "b-ethusdt": "unknown", "b-bchusdt": "normal"})
        for text in ("NaN", "1e5", "-0", "+5", "1,5", "9" * 400, " 200", "0x10", "Infinity"):
            with self.subTest(text):
                exchange.heal()
                exchange.fault("price_text", symbol="ETHUSDT", text=text)
                done = self.checked(exchange, "--json")
                self.assertEqual({a["id"]: a["status"] for a in done.json()["accounts"]}, {"a-cross": "unknown", "b-ethusdt": "unknown", "b-bchusdt": "normal"})
                self.assertEqual(done.code, 3)

    def test_answers_that_are_no_prices(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        for fault in ("html", "empty", "deep_json", "truncated", "garbage_after", "nan_bare", "duplicate_key", "invalid_utf8", "garbage_http", "reset", "close_early", "gzip_bomb",
                      "huge_head", "status_500", "status_503", "status_403", "status_451", "status_429", "status_418"):  # bans last: they may be remembered
            with self.subTest(fault):
                exchange.heal()
                exchange.fault(fault)
                done = self.checked(exchange, "--json")
                self.assertEqual(done.code, 3, f"{done.out}{done.err}")
                self.assertEqual({a["status"] for a in done.json()["accounts"]}, {"unknown"})
                self.assertTrue(done.err.strip() or all(a["missingPrices"] for a in done.json()["accounts"]), "says why")

    def test_redirects_are_not_followed(self):
        self.load(reference())
        exchange, other = self.exchange(**DAY_N), self.exchange(**DAY_N)
        for code in (301, 302, 307, 308):
            exchange.heal()
            exchange.fault(f"redirect_{code}", to=other.url.removeprefix("http://"))
            self.assertEqual(self.checked(exchange).code, 3, code)
        self.assertEqual(other.state()["requests"], 0)

    def test_nothing_half_a_body_and_a_trickle_end_in_time(self):
        """Three at once: each must give up by its own clock (8 s for a request) and say unknown."""
        self.load(reference())
        runs = []
        for fault in ("silent", "trickle", "wrong_length"):
            exchange = self.exchange(**DAY_N)
            exchange.fault(fault)
            runs.append((fault, exchange, subprocess.Popen([CLI, "--data-dir", str(self.data), "check", "--price-url", exchange.url, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)))
        begun = time.monotonic()
        for fault, exchange, process in runs:
            out, err = process.communicate(timeout=30)
            self.assertEqual(process.returncode, 3, f"{fault}: {out}{err}")
            self.assertEqual({a["status"] for a in json.loads(out)["accounts"]}, {"unknown"}, fault)
            self.assertGreater(exchange.state()["requests"], 0, "the fault was not injected")
        self.assertLess(time.monotonic() - begun, 20)

    def test_nobody_listens(self):
        self.load(reference())
        done = self.db("check", "--price-url", "http://127.0.0.1:9", timeout=20)
        self.assertEqual(done.code, 3)
        self.assertTrue(done.err.strip())

    def test_only_https_or_loopback(self):
        self.load(reference())
        for url in ("http://example.com", "http://10.0.0.1:80", "http://127.0.0.1.example.com", "http://localhost.example.com", "ftp://127.0.0.1", "file:///etc/passwd", "ws://127.0.0.1", "127.0.0.1:80",
                    "http://user@example.com", "http://127.0.0.1@example.com", "javascript:1", "http://", "https://"):
            with self.subTest(url):
                begun = time.monotonic()
                done = self.db("check", "--price-url", url, timeout=20)
                self.assertIn(done.code, (USAGE, DATA), f"{done.out}{done.err}")
                self.assertIn("price-url", done.err)
                self.assertEqual(self.db("watch", "--price-url", url, "--for", "1", timeout=20).code, done.code)
                self.assertLess(time.monotonic() - begun, 5)


class WatchTest(LiveTest):
    def status(self, account, to):
        return lambda event: event["event"] == "status" and event["account"] == account and event["to"] == to

    def test_status_events_over_a_scripted_fall(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(self.status("b-bchusdt", "normal")), watch.events)
        exchange.prices(**DAY_N2)
        called = watch.wait(self.status("b-bchusdt", "margin_call"))
        self.assertIsNotNone(called, watch.events)
        self.assertEqual((called["from"], called["marginLevel"], called["prices"]["BCHUSDT"]), ("normal", "1.0625", "170"))
        exchange.prices(**DAY_N5)
        self.assertIsNotNone(watch.wait(lambda e: self.status("a-cross", "margin_call")(e) or self.status("b-bchusdt", "liquidation")(e)), watch.events)
        time.sleep(0.6)
        statuses = [(e["account"], e["from"], e["to"], e["marginLevel"]) for e in watch.events if e["event"] == "status" and e["to"] != "unknown" and e["from"] not in (None, "unknown")]
        self.assertEqual(sorted(statuses), sorted([("b-bchusdt", "normal", "margin_call", "1.0625"), ("b-bchusdt", "margin_call", "liquidation", "0.75"), ("a-cross", "normal", "margin_call", "1.0625")]))
        self.assert_events(watch)
        self.assertEqual(watch.close(), OK)

    def assert_events(self, watch):
        now = time.time() * 1000
        numbers = []
        for event in watch.events:
            self.assertIsInstance(event["time"], int)
            self.assertLess(abs(event["time"] - now), 600000, event)
            if event["event"] == "feed":
                self.assertIn(event["state"], STATES)
            if event["event"] == "snapshot":
                numbers.append(event["sequence"])
                for account in event["accounts"]:
                    self.assertLessEqual({"id", "status", "marginLevel"}, set(account))
        self.assertEqual(numbers, sorted(set(numbers)))
        self.assertGreater(len(numbers), 0)

    def test_a_reader_that_stops_costs_snapshots_but_no_event_and_no_order(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        watch = subprocess.Popen([CLI, "--data-dir", str(self.data), "watch", "--price-url", exchange.url, "--interval", "100", "--json"],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, pipesize=4096)
        self.addCleanup(lambda: watch.poll() is None and watch.kill())
        falls = 6
        for fall in range(falls):  # nobody reads; each price is answered by at least some snapshots
            exchange.prices(**DAY_N)
            time.sleep(1)
            exchange.prices(**DAY_N2)
            time.sleep(1)
        pause = time.monotonic()
        watch.terminate()
        events = [json.loads(line) for line in watch.stdout]
        self.assertEqual(watch.wait(5), OK)
        self.assertLess(time.monotonic() - pause, 4)
        watch.stdout.close()
        called = [e for e in events if self.status("b-bchusdt", "margin_call")(e)]
        self.assertEqual(len(called), falls)
        numbers = [e["sequence"] for e in events if e["event"] == "snapshot"]
        self.assertEqual(numbers, sorted(numbers))
        self.assertLess(len(numbers), 60, "snapshots were kept for a reader that did not read")
        decided = [e["time"] for e in events if e["event"] in ("status", "alarm", "snapshot")]
        self.assertEqual(decided, sorted(decided))

    def test_a_reader_that_never_comes_back_does_not_hold_up_the_end(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        watch = subprocess.Popen([CLI, "--data-dir", str(self.data), "watch", "--price-url", exchange.url, "--interval", "100", "--json"],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, pipesize=4096)
        self.addCleanup(lambda: watch.poll() is None and watch.kill())
        time.sleep(3)
        watch.terminate()
        self.assertEqual(watch.wait(6), OK)
        watch.stdout.close()

    def test_feed_goes_offline_and_comes_back(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        watch = self.watch(exchange.url)
        live = watch.wait(lambda e: e["event"] == "feed")
        self.assertEqual(live["state"], "live", watch.events)
        exchange.fault("status_500")
        down = watch.wait(lambda e: e["event"] == "feed" and e["state"] in ("late", "offline", "stale"), 8)
        self.assertIsNotNone(down, watch.events)
        exchange.heal()
        self.assertIsNotNone(watch.wait(lambda e: e["event"] == "feed" and e["state"] == "live", 12), watch.events)

    def test_rate_limit_is_said_and_obeyed(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        watch = self.watch(exchange.url)
        self.assertEqual(watch.wait(lambda e: e["event"] == "feed")["state"], "live")
        exchange.fault("status_429")
        self.assertIsNotNone(watch.wait(lambda e: e["event"] == "feed" and e["state"] == "rate_limited"), watch.events)
        asked = exchange.state()["requests"]
        time.sleep(2)
        self.assertEqual(exchange.state()["requests"], asked, "no request while limited")

    def alarm(self, condition):
        return lambda event: event["event"] == "alarm" and event["condition"] == condition and event["to"] == "active"

    def test_a_pair_that_was_gone_before_the_start_is_told_at_once(self):
        self.load(portfolio(isolated("MATIC", amount="5000", debt="1500")))
        watch = self.watch(self.exchange(POLUSDT="0.38", BTCUSDT="58000").url)
        self.assertIsNotNone(watch.wait(self.alarm("incomplete"), 5), watch.events)
        notice = watch.wait(lambda event: event["event"] == "notice", 5)
        self.assertEqual(notice["priority"], "high")
        self.assertIn("MATICUSDT is not listed any more", notice["text"])

    def test_a_pair_that_is_halted_meanwhile_is_told(self):
        self.load(portfolio(isolated("LUNA"), isolated("BCH")))
        exchange = self.exchange(LUNAUSDT="400", BCHUSDT="400")
        watch = self.watch(exchange.url)
        self.assertIsNotNone(watch.wait(self.status("b-lunausdt", "normal")), watch.events)
        exchange.status(LUNAUSDT="HALT")
        self.assertIsNotNone(watch.wait(self.status("b-lunausdt", "unknown"), 10), watch.events)
        self.assertIsNotNone(watch.wait(self.alarm("incomplete"), 2), watch.events)
        exchange.status(LUNAUSDT="TRADING")
        self.assertIsNotNone(watch.wait(self.status("b-lunausdt", "normal"), 5), watch.events)

    def test_no_prices_at_all_ends_with_unavailable(self):
        self.load(reference())
        done = self.db("watch", "--price-url", "http://127.0.0.1:9", "--interval", "200", "--for", "2", "--json", timeout=15)
        self.assertEqual(done.code, UNAVAILABLE, done.err)
        self.assertTrue(any(e["event"] == "feed" and e["state"] in ("offline", "stale") for e in done.lines()), done.out)

    def test_a_top_up_by_another_process_is_seen(self):
        """Also when it comes at once, before the monitor has looked for changes a first time."""
        for pause in (0, 2.5):
            with self.subTest(pause=pause):
                self.data = self.folder / f"data-{pause}"
                self.top_up_next_door(pause)

    def top_up_next_door(self, pause):
        self.load(reference())
        exchange = self.exchange(**DAY_N2)
        watch = self.watch(exchange.url, interval=1000)
        self.assertIsNotNone(watch.wait(self.status("b-bchusdt", "margin_call")), watch.events)
        time.sleep(pause)
        done = self.top_up("b-bchusdt", "USDT", "150", "--from", "spot")
        self.assertEqual(done.code, OK, done.err)
        seen = watch.wait(self.status("b-bchusdt", "normal"), 3)
        self.assertIsNotNone(seen, watch.events)
        self.assertEqual(seen["marginLevel"], "1.25")

    def test_an_account_imported_meanwhile_is_watched(self):
        self.load(portfolio(isolated("ETH")))
        exchange = self.exchange(**DAY_N2)
        watch = self.watch(exchange.url, interval=300)
        self.assertIsNotNone(watch.wait(self.status("b-ethusdt", "normal")), watch.events)
        done = self.db("import", self.write("two.json", portfolio(isolated("ETH"), isolated("BCH"))))
        if done.code == DATA:
            done = self.db("import", self.write("two.json", portfolio(isolated("BCH"))))
        if done.code == DATA:
            self.skipTest("a second import is refused: " + done.err)
        self.assertIsNotNone(watch.wait(self.status("b-bchusdt", "margin_call"), 4), watch.events)

    def test_watch_in_words(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N2)
        done = self.db("watch", "--price-url", exchange.url, "--interval", "300", "--for", "1", timeout=15)
        self.assertEqual(done.code, OK, done.err)
        words = done.out.lower().replace("_", " ")
        for word in ("margin call", "b-bchusdt", "live"):
            self.assertIn(word, words)
        self.assertNotIn("{", words)

    def test_watch_agrees_with_replay_in_the_crash(self):
        self.assert_watch_agrees(FIXTURES / "candles" / "crash", "{}USDT-1m-20220301.csv", 1646102400000, 1646103600000)

    @unittest.skipUnless(os.environ.get("PLIMSOLL_SLOW") == "1", "slow: set PLIMSOLL_SLOW=1")
    def test_silence_makes_prices_stale_and_accounts_unknown(self):
        self.load(reference())
        exchange = self.exchange(**DAY_N)
        watch = self.watch(exchange.url, interval=1000, seconds=120)
        self.assertEqual(watch.wait(lambda e: e["event"] == "feed")["state"], "live")
        exchange.fault("silent")
        begun = time.monotonic()
        self.assertIsNotNone(watch.wait(lambda e: e["event"] == "feed" and e["state"] == "stale", 45), watch.events)
        self.assertGreater(time.monotonic() - begun, 20)
        time.sleep(1)
        last = [e for e in watch.events if e["event"] == "snapshot"][-1]
        self.assertEqual({a["status"] for a in last["accounts"]}, {"unknown"})
        self.assertTrue([e for e in watch.events if self.status("a-cross", "unknown")(e) and e["from"] == "normal"])


if __name__ == "__main__":
    main()
