#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terminal program over real crashes, a calm month and a recorded list of prices: extras beside tests/cli, whose checks they run."""
import json

import referencedata
import test_alarmreplay
import test_evaluate
import test_live
import test_replay
from harness import isolated, portfolio

DAY = 1621382400000, 1621468800000  # 2021-05-19, the whole day UTC
FALL = 1621428600000, 1621429800000  # twenty minutes of it, from 12:50
MAY_2021 = ("market", "may-2021"), "{}USDT-1m-20210517-20210520.csv"
LUNA = "market", "luna-2022-05", "LUNAUSDT-1m-20220501-20220513.csv"
COINS = "BTC", "ETH", "BCH", "DOGE"


class Replays(test_replay.ReplayCase):
    def test_crash_of_may_2021(self):
        self.crash_files = referencedata.paths(*MAY_2021, *COINS)
        self.assert_crash(*self.crash(*COINS, start=DAY[0], end=DAY[1]), "34000")

    def test_luna_collapse(self):
        self.assert_collapse(referencedata.path(*LUNA), "LUNA")

    def test_hourly_gz(self):
        self.assert_hours(referencedata.path("market", "hourly-2023h1", "BCHUSDT-1h-20230101-20230731.csv.gz"), "105")


class AlarmReplays(test_alarmreplay.AlarmReplayCase):
    def test_crash_of_may_2021(self):
        self.crash_files = referencedata.paths(*MAY_2021, *COINS)
        self.assert_crash(*self.crash(*COINS, start=DAY[0], end=DAY[1]), "24000")

    def test_luna_collapse(self):
        self.assert_collapse(referencedata.path(*LUNA), "LUNA")

    def test_calm_weeks_are_quiet(self):
        self.assert_quiet(referencedata.path("market", "calm-2020-05", "BTCUSDT-1m-20200521-20200620.csv.gz"), "BTC")


class Prices(test_evaluate.EvaluateCase):
    def prices(self):
        return json.loads(referencedata.path("api", "recorded", "ticker_price-2023-01-12.json").read_text(encoding="utf-8"))

    def test_whole_price_list(self):
        self.assert_whole_list(self.prices())

    def test_tiny_prices(self):
        account = isolated("SHIB", "98687089.71553610", "722.00000001")
        got = self.compare(portfolio(account), self.prices())
        self.assertEqual(got["b-shibusdt"]["marginLevel"], "1.24930747")


class Watching(test_live.LiveTest):
    def test_watch_agrees_with_replay_in_the_crash(self):
        self.assert_watch_agrees(*referencedata.paths(*MAY_2021, "ETH", "BCH", "BTC"), *FALL)


if __name__ == "__main__":
    referencedata.main()
