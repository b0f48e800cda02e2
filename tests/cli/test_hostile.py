# SPDX-License-Identifier: GPL-3.0-or-later
"""`watch` against servers that answer without end, with a bomb, with a page or with half a body: no price, little memory, recovery."""
import time

from harness import main, reference
from test_live import DAY_N, LiveTest

MEMORY_KB = 48 * 1024  # above an ordinary run: room for the 2 MB that an answer may have, and for what Qt buffers


class HostileTest(LiveTest):
    def setUp(self):
        super().setUp()
        self.load(reference())
        watch = self.watch(self.exchange(**DAY_N).url)
        watch.wait(lambda e: e["event"] == "snapshot")
        time.sleep(0.5)
        self.base = watch.memory_kb()
        watch.close()

    def suffer(self, *faults):
        """All at once, so that their back-offs overlap."""
        runs = []
        for fault in faults:
            exchange = self.exchange(**DAY_N)
            exchange.fault(fault)
            runs.append((fault, exchange, self.watch(exchange.url)))
        time.sleep(4)
        for fault, exchange, watch in runs:
            with self.subTest(fault):
                self.assertIsNone(watch.process.poll(), "still running")
                self.assertGreater(exchange.state()["requests"], 0, "the fault was not injected")
                statuses = {a["status"] for e in watch.events if e["event"] == "snapshot" for a in e["accounts"]}
                self.assertEqual(statuses, {"unknown"})
                self.assertFalse([e for e in watch.events if e["event"] == "feed" and e["state"] == "live"])
                self.assertLess(watch.memory_kb() - self.base, MEMORY_KB)
                exchange.heal()
        for fault, _, watch in runs:
            self.assertIsNotNone(watch.wait(lambda e: e["event"] == "feed" and e["state"] == "live", 15), f"{fault} heals: {watch.events}")

    def test_two_gigabytes_a_bomb_a_page_and_half_a_body(self):
        self.suffer("huge", "gzip_bomb", "html", "close_early")

    def test_a_body_without_end(self):
        self.suffer("huge_chunked")


if __name__ == "__main__":
    main()
