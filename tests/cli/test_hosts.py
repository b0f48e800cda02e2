# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange's two real hosts, as a person without --price-url meets them: the other one is asked at once where one does not answer."""
import json
import pathlib
import subprocess
import sys
import tempfile

from harness import CLI, CliTest, OK, isolated, main, portfolio

OWN_NETWORK = pathlib.Path(__file__).resolve().parent / "ownnetwork.py"
FIRST, SECOND = "data-api.binance.vision", "api.binance.com"
UNKNOWN = 3  # what `check` answers where it cannot judge


class HostsTest(CliTest):
    def with_hosts(self, first, second, *words):
        self.load(portfolio(isolated("BCH")))
        place = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        done = subprocess.run(["unshare", "--mount", "--net", sys.executable, "-B", OWN_NETWORK, place, first, second,
                               CLI, "--data-dir", self.data, *words], capture_output=True, text=True, timeout=90, check=False)
        if done.returncode != 0 and not done.stdout:
            self.skipTest("no network of its own can be had here: " + done.stderr.strip()[-300:])
        return json.loads(done.stdout)

    def hosts(self, done):
        return list(dict.fromkeys(host for host, _ in done["asked"]))

    def test_the_first_host_is_enough(self):
        done = self.with_hosts("prices", "prices", "check", "--json")
        self.assertEqual((done["code"], self.hosts(done)), (OK, [FIRST]), done)

    def test_check_asks_the_other_host_when_the_first_refuses_this_place(self):
        for status in ("451", "429", "500"):
            with self.subTest(status):
                self.data = self.folder / status
                done = self.with_hosts(status, "prices", "check", "--json")
                self.assertEqual((done["code"], self.hosts(done)), (OK, [FIRST, SECOND]), done)
                self.assertEqual(json.loads(done["out"])["accounts"][0]["marginLevel"], "1.4375")  # 5 x 230 / 800

    def test_check_says_so_when_both_refuse(self):
        done = self.with_hosts("451", "451", "check")
        self.assertEqual((done["code"], self.hosts(done)), (UNKNOWN, [FIRST, SECOND]), done)


if __name__ == "__main__":
    main()
