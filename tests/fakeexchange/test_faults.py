# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of the fake exchange, checked by what really goes over the socket."""
import email.utils
import json
import os
import socket
import struct
import sys
import time
import unittest
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from testsupport import HERE, Running, header, read_all  # noqa: E402

PRICE = "/api/v3/ticker/price"


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.fx = Running("--script", os.path.join(HERE, "scripts", "day-n2.json"))
        cls.good = cls.fx.get(PRICE)[2]

    @classmethod
    def tearDownClass(cls):
        cls.fx.close()

    def setUp(self):
        self.fx.control("fault", {"name": "none"})

    def price_body(self, name, **args):
        self.fx.fault(name, **args)
        return self.fx.get(PRICE)[2].decode()

    def reply(self, name, **args):
        self.fx.fault(name, **args)
        return self.fx.get(PRICE)


class Wire(Faults):
    def test_silent_blocks_nobody_else(self):
        self.fx.fault("silent", count=1)
        with self.fx.ask() as stuck:
            while self.fx.control("state")["inFlight"] == 0:
                pass
            self.assertEqual(self.fx.get(PRICE)[2], self.good)
            stuck.settimeout(0.3)
            with self.assertRaises(TimeoutError):
                stuck.recv(1)

    def test_reset(self):
        self.fx.fault("reset")
        with self.fx.ask() as sock, self.assertRaises(ConnectionResetError):
            sock.recv(1)

    def test_refuse_and_return(self):
        kept = self.fx.open()
        self.fx.fault("refuse", seconds=0.4)
        with self.assertRaises(ConnectionRefusedError):
            self.fx.open()
        with kept, self.assertRaises(ConnectionResetError):
            kept.sendall(b"GET /api/v3/ping HTTP/1.1\r\n\r\n")
            kept.recv(1)
        until = time.monotonic() + 5
        while time.monotonic() < until:
            try:
                self.assertEqual(self.fx.get(PRICE)[2], self.good)
                return
            except ConnectionError:
                pass
        self.fail("never came back")

    def test_close_early(self):
        self.fx.fault("close_early")
        head, body = read_all(self.fx.ask())
        self.assertEqual(int(header(head, "Content-Length")), len(self.good))
        self.assertEqual(body, self.good[:len(self.good) // 2])

    def test_drop_after(self):
        self.fx.fault("drop_after")
        head, body = read_all(self.fx.ask())
        self.assertEqual((body, header(head, "Connection")), (self.good, None))

    def test_trickle_one_byte_at_a_time(self):
        self.fx.fault("trickle", interval_ms=60)
        with self.fx.ask() as sock:
            data = sock.recv(65536)
            while b"\r\n\r\n" not in data:
                data += sock.recv(65536)
            began, got = time.monotonic(), data.partition(b"\r\n\r\n")[2]
            while len(got) < 6:
                part = sock.recv(65536)
                self.assertLessEqual(len(part), 2)
                got += part
            self.assertGreater(time.monotonic() - began, 0.2)
        self.assertTrue(self.good.startswith(got))

    def test_trickle_default_is_400_ms(self):
        self.fx.fault("trickle")
        self.assertEqual(self.fx.control("state")["faults"][0]["args"], {"interval_ms": 400})

    def test_huge(self):
        self.fx.fault("huge")
        head, body = read_all(self.fx.ask(), 3 << 20)
        self.assertEqual(header(head, "Content-Length"), str(2 << 30))
        self.assertGreater(len(body), 2 << 20)
        self.fx.fault("huge", bytes=100000)
        self.assertEqual(json.loads(read_all(self.fx.ask())[1]), [])

    def test_huge_chunked_and_head(self):
        self.fx.fault("huge_chunked")
        head, body = read_all(self.fx.ask(), 3 << 20)
        self.assertEqual((header(head, "Transfer-Encoding"), header(head, "Content-Length")), ("chunked", None))
        self.assertGreater(len(body), 2 << 20)
        self.fx.fault("huge_head")
        head, body = read_all(self.fx.ask(), 1 << 20)
        self.assertEqual(body, b"")

    def test_gzip_bomb(self):
        self.fx.fault("gzip_bomb", bytes=64 << 20)
        head, body = read_all(self.fx.ask(), 8 << 20)
        self.assertEqual(header(head, "Content-Encoding"), "gzip")
        self.assertLess(len(body), 1 << 20)
        unpacked = zlib.decompress(body, 31)  # 31: gzip, and the checksum is verified
        self.assertEqual((len(unpacked), unpacked[:1], unpacked[-1:]), (64 << 20, b"[", b"]"))

    def test_wrong_length_and_garbage(self):
        self.fx.fault("wrong_length")
        head, body = read_all(self.fx.ask())
        self.assertEqual(int(header(head, "Content-Length")), len(body) - 10)
        self.fx.fault("garbage_http")
        with self.fx.ask() as sock:
            self.assertFalse(sock.recv(65536).startswith(b"HTTP"))

    def test_delay(self):
        self.fx.fault("delay", seconds=0.3)
        began = time.monotonic()
        self.assertEqual(self.fx.get(PRICE)[2], self.good)
        self.assertGreaterEqual(time.monotonic() - began, 0.3)

    def test_client_reset_is_survived(self):
        self.fx.fault("huge")
        sock = self.fx.ask()
        sock.recv(10)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
        self.fx.control("fault", {"name": "none"})
        self.assertEqual(self.fx.get(PRICE)[2], self.good)


class Replies(Faults):
    def test_html_empty_and_broken_bodies(self):
        status, headers, body = self.reply("html")
        self.assertEqual((status, headers["Content-Type"].split(";")[0], body[:9]), (200, "text/html", b"<!DOCTYPE"))
        self.assertEqual(self.reply("empty")[2], b"")
        self.assertTrue(self.reply("garbage_after")[2].startswith(self.good))
        self.assertGreater(len(self.reply("garbage_after")[2]), len(self.good))
        self.assertEqual(self.reply("truncated")[2], self.good[:len(self.good) // 2])
        self.assertEqual(self.reply("deep_json")[2], b"[" * 100000 + b"]" * 100000)
        self.assertEqual(self.reply("bom")[2], b"\xef\xbb\xbf" + self.good)
        with self.assertRaises(UnicodeDecodeError):
            self.reply("invalid_utf8")[2].decode()

    def test_redirects(self):
        for code in (301, 302, 307, 308):
            self.fx.fault(f"redirect_{code}", to="127.0.0.1:9")
            status, headers, _ = self.fx.get(PRICE, symbol="ETHUSDT")
            self.assertEqual((status, headers["Location"]), (code, f"http://127.0.0.1:9{PRICE}?symbol=ETHUSDT"))

    def test_rate_limits(self):
        for code in (429, 418):
            for text, sent in (("7", "7"), ("0", "0"), ("garbage", "garbage"), ("absent", None)):
                status, headers, body = self.reply(f"status_{code}", retry_after=text)
                self.assertEqual((status, headers["Retry-After"], json.loads(body)["code"]), (code, sent, -1003))
        self.assertRegex(self.reply("status_429", retry_after="date")[1]["Retry-After"], r"^\w{3}, \d\d .* GMT$")
        status, headers, body = self.reply("banned_text", seconds=60)
        until = int(json.loads(body)["msg"].split("banned until ")[1].split(".")[0])
        self.assertEqual((status, headers["Retry-After"]), (418, None))
        self.assertLess(abs(until / 1000 - time.time() - 60), 5)

    def test_statuses_and_codes(self):
        for code in (403, 451, 500, 502, 503, 504):
            self.assertEqual(self.reply(f"status_{code}")[0], code)
        self.assertEqual(json.loads(self.reply("error_1121")[2]), {"code": -1121, "msg": "Invalid symbol."})
        self.assertEqual(json.loads(self.reply("error_code", code=-1007)[2])["code"], -1007)
        self.assertEqual(self.reply("weight_95")[1]["X-MBX-USED-WEIGHT-1M"], "5700")

    def test_count_every_path_and_several(self):
        self.fx.fault("status_503", count=2)
        self.assertEqual([self.fx.get(PRICE)[0] for _ in range(3)], [503, 503, 200])
        self.fx.fault("status_503", every=2)
        self.assertEqual([self.fx.get(PRICE)[0] for _ in range(4)], [200, 503, 200, 503])
        self.fx.fault("status_503", path=PRICE)
        self.assertEqual((self.fx.get("/api/v3/ping")[0], self.fx.get(PRICE)[0]), (200, 503))
        self.fx.fault("missing_symbol", symbol="ETHUSDT")
        self.fx.control("fault", {"name": "negative", "args": {"symbol": "BCHUSDT"}})
        self.assertEqual(self.fx.prices(), {"BCHUSDT": "-170.00000000"})

    def test_frozen_repeats_bodies_and_time(self):
        self.fx.get("/api/v3/time")
        self.fx.fault("frozen")
        day = self.fx.get("/api/v3/ticker/24hr", symbol="ETHUSDT")[2]
        before = self.fx.get("/api/v3/time")[2]
        self.fx.control("prices", {"ETHUSDT": "1"})
        later = time.time_ns() // 1000000 + 2
        while time.time_ns() // 1000000 < later:
            pass
        self.assertEqual(self.fx.get(PRICE)[2], self.good)
        self.assertEqual(self.fx.get("/api/v3/ticker/24hr", symbol="ETHUSDT")[2], day)
        self.assertEqual(self.fx.get("/api/v3/time")[2], before)
        self.fx.control("fault", {"name": "none"})
        self.assertEqual(self.fx.prices()["ETHUSDT"], "1")
        self.fx.control("prices", {"ETHUSDT": "230.00000000"})
        self.assertNotEqual(self.fx.get("/api/v3/time")[2], before)

    def test_time_shift(self):
        self.fx.fault("time_shift", ms=-3600000)
        self.assertLess(abs(self.fx.json("/api/v3/time")["serverTime"] + 3600000 - time.time() * 1000), 5000)
        self.fx.control("fault", {"name": "none"})
        self.assertLess(abs(self.fx.json("/api/v3/time")["serverTime"] - time.time() * 1000), 5000)


    def test_date_shift(self):
        self.fx.fault("date_shift", ms=-60000)
        date = email.utils.parsedate_to_datetime(self.fx.get(PRICE)[1]["Date"]).timestamp()
        self.assertLess(abs(date + 60 - time.time()), 5)


class Rows(Faults):
    def test_times_of_a_pair(self):
        day = "/api/v3/ticker/24hr"
        now = self.fx.json(day)[0]["closeTime"]
        self.fx.fault("old_close", symbol="ETHUSDT", ms=600000)
        rows = {row["symbol"]: row for row in self.fx.json(day)}
        self.assertLess(abs(rows["ETHUSDT"]["closeTime"] + 600000 - now), 5000)
        self.assertEqual(rows["ETHUSDT"]["count"], 500000)
        self.assertLess(abs(rows["BCHUSDT"]["closeTime"] - now), 5000)
        self.fx.fault("no_times")
        self.assertFalse(any("closeTime" in row or "count" in row for row in self.fx.json(day)))

    def test_text_of_prices(self):
        for name, text in (("zero_price", "0.00000000"), ("negative", "-230.00000000")):
            self.fx.fault(name, symbol="ETHUSDT")
            self.assertEqual(self.fx.prices(), {"ETHUSDT": text, "BCHUSDT": "170.00000000"})
        for text in ("NaN", "1e5", " 5 ", "1,5", "0x10", "", "9" * 400, '"<img src=x>\\'):
            self.fx.fault("price_text", symbol="ETHUSDT", text=text)
            self.assertEqual(self.fx.prices()["ETHUSDT"], text)

    def test_json_types(self):
        eth = '[{"symbol":"ETHUSDT","price":%s},'
        for name, token in (("price_number", "230.00000000"), ("price_null", "null"), ("price_bool", "true"),
                            ("nan_bare", "NaN"), ("price_object", '{"value":"230.00000000"}')):
            self.assertTrue(self.price_body(name).startswith(eth % token), name)
        self.assertTrue(self.price_body("price_raw", symbol="ETHUSDT", token="1e30").startswith(eth % "1e30"))

    def test_duplicates_missing_extra_spike(self):
        self.assertIn('{"symbol":"BCHUSDT","price":"1","price":"170.00000000"}', self.price_body("duplicate_key"))
        rows = json.loads(self.price_body("duplicate_symbol", symbol="BCHUSDT"))
        self.assertEqual([row["price"] for row in rows if row["symbol"] == "BCHUSDT"], ["170.00000000", "340.00000000"])
        self.assertNotIn("BCH", self.price_body("missing_symbol", symbol="BCHUSDT"))
        self.assertEqual(self.fx.get(PRICE, symbol="BCHUSDT")[0], 400)
        self.assertEqual(len(json.loads(self.price_body("extra_symbols"))), 5002)
        self.fx.fault("spike", symbol="ETHUSDT", factor="0.1")
        self.assertEqual([self.fx.prices()["ETHUSDT"] for _ in range(2)], ["23.00000000", "230.00000000"])

    def test_other_tickers_are_hit_alike(self):
        self.fx.fault("price_text", symbol="ETHUSDT", text="NaN")
        self.assertEqual(self.fx.json("/api/v3/ticker/24hr", symbol="ETHUSDT")["lastPrice"], "NaN")
        self.assertEqual(self.fx.json("/api/v3/ticker/bookTicker", symbol="ETHUSDT")["askPrice"], "NaN")

    def test_command_line_form(self):
        for text, expected in (("price_text:ETHUSDT=a:b=c@1", {"symbol": "ETHUSDT", "text": "a:b=c"}),
                               ("missing_symbol:ETHUSDT@1", {"symbol": "ETHUSDT"}), ("html:1", {}),
                               ("redirect_301:127.0.0.1:9@1", {"to": "127.0.0.1:9"}),
                               ('{"name":"delay","count":1,"args":{"seconds":"0.5"}}', {"seconds": 0.5})):
            with Running("--fault", text) as fx:
                state = fx.control("state")["faults"]
                self.assertEqual((state[0]["args"], state[0]["count"]), (expected, 1))


if __name__ == "__main__":
    unittest.main()
