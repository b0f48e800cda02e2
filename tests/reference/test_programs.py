#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window over real crashes, and its alarms on their way to a person: extras beside tests/integration, whose checks they run. On a private session
bus (dbus-run-session)."""
import referencedata
import test_alarms
import test_window

MAY_2021 = ("market", "may-2021"), "{}USDT-1m-20210517-20210520.csv"
FROM_MS, TO_MS = 1621428300000, 1621429980000  # 2021-05-19 12:45 UTC to 13:13, after the lowest prices of that day
OWED = {"BTC": "31000", "ETH": "20500", "BCH": "5900", "DOGE": "2600"}


class Window(test_window.CrashCase):
    def test_decides_what_the_replay_decides(self):
        self.crash(*referencedata.paths(*MAY_2021, *OWED), FROM_MS, TO_MS, test_window.portfolio("14500", **OWED))
        self.assert_agreement()


class Alarms(test_alarms.CrashCase):
    def test_the_crash_of_may_2021(self):
        folder, name = referencedata.paths(*MAY_2021, *OWED)
        accounts = [test_alarms.isolated(coin, held, owed) for (coin, owed), held in zip(OWED.items(), ("1", "10", "10", "10000"))]
        self.assert_crash(accounts, [folder / name.format(coin) for coin in OWED], FROM_MS, TO_MS)

    def test_the_end_of_luna(self):
        path = referencedata.path("market", "luna-2022-05", "LUNAUSDT-1m-20220501-20220513.csv")
        self.assert_crash([test_alarms.isolated("LUNA", "100", "2000")], [path], *self.window(path, 22))


if __name__ == "__main__":
    referencedata.main()
