#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `plimsoll-cli watch --ring` at random moments while alarms are active: after each start every active alarm is told again exactly once,
and none that was acknowledged is told within its time.

usage: kill_alarms.py path/to/plimsoll-cli [--runs N] [--seed N]

BCH stands at a level of 1.0625 and is never acknowledged. ETH stands at 1.0875 and was acknowledged before the first kill, which holds for 15
minutes. Half of the runs are killed after a random time, from before they could open their database on; the others after they rang, which they must,
once. None may ring twice. At the end other accounts fall, one after the other, and are acknowledged in the moment before
the kill.
"""
import sys
import time

from killkit import Failure, main, require
from monitorkit import Exchange, Home, isolated, until

ACKNOWLEDGED_FOR_S = 15 * 60
OTHERS = ("DOGE", "LTC", "XRP", "ADA")


def told(process, name):
    return [e for e in process.events if e["event"] == "notice" and not e["quiet"] and e["account"] == name.lower()]


def named(process, name):
    return [e for e in process.events if e["event"] == "notice" and name in e["title"] + e["text"]]


def priced_at(process):
    """When the run had decided on its first prices."""
    return next((e["arrived"] for e in process.events if e["event"] == "status" and e["to"] == "margin_call"), None)


class Kills:
    def __init__(self, home, exchange, source):
        self.home, self.exchange, self.source = home, exchange, source
        self.acknowledged_at = 0.0

    def acknowledge_eth(self):
        watch = self.home.watch("--ring")
        until(lambda: self.home.state("eth", "call") == "active", "the alarm of ETH")
        self.home.run("acknowledge", "eth")
        until(lambda: self.home.state("eth", "call") == "acknowledged", "the acknowledgement")
        self.acknowledged_at = time.time()
        watch.kill()

    def run(self, number, lives_on):
        if time.time() - self.acknowledged_at > ACKNOWLEDGED_FOR_S - 60:
            self.acknowledge_eth()
        watch = self.home.watch("--ring")
        if lives_on:
            until(lambda: self.home.rings_of(watch) and told(watch, "BCH"), f"run {number}: told again")
        time.sleep(self.source.choice([self.source.uniform(0, 0.3), self.source.uniform(0.3, 1.5)]))
        watch.kill()
        time.sleep(0.05)  # a player that was just started
        rings = len(self.home.rings_of(watch))
        bch = told(watch, "BCH")
        own = len([e for e in told(watch, "") if e["condition"] == "gap"])  # on a slow machine no run may live long enough for a minute
        require(rings <= 1 + own and len(bch) <= 1, f"run {number}: told again {len(bch)} times, rang {rings} times: {watch.events}")
        require(not named(watch, "ETH"), f"run {number}: an acknowledged alarm was told: {named(watch, 'ETH')}")

    def acknowledged_just_before(self, coin):
        """It falls, is acknowledged, and the monitor is killed in the same moment: it is not told by the next one."""
        watch = self.home.watch("--ring")
        until(lambda: priced_at(watch), "the first prices")
        self.exchange.prices(**{coin: "174"})
        until(lambda: named(watch, coin), f"the fall of {coin}")
        until(lambda: self.home.state(coin.lower(), "call") == "active", "its record")
        self.home.run("acknowledge", coin.lower())
        time.sleep(self.source.uniform(0, 1.5))
        watch.kill()
        after = self.home.watch("--ring")
        until(lambda: priced_at(after) and told(after, "BCH"), "what stands is told again")
        time.sleep(0.5)
        require(not named(after, coin), f"{coin} was acknowledged, then killed, then told again: {named(after, coin)}")
        require(self.home.state(coin.lower(), "call") == "acknowledged", f"the acknowledgement of {coin} is lost")
        after.kill()


def kill_all(home, exchange, source, runs):
    kills = Kills(home, exchange, source)
    kills.acknowledge_eth()
    lives = [number % 2 == 0 for number in range(runs)]
    source.shuffle(lives)
    for number, lives_on in enumerate(lives):
        kills.run(number, lives_on)
    for coin in OTHERS[:max(1, runs // 50)]:
        kills.acknowledged_just_before(coin)
    print(f"{runs} kills; {sum(lives)} runs lived until they told everything, exactly once")


def exercise(folder, program, source, runs):
    with Exchange(folder, BCH="170", ETH="174", **dict.fromkeys(OTHERS, "250")) as exchange:
        home = Home(folder, program, "", exchange, *(isolated(coin) for coin in ("BCH", "ETH", *OTHERS)))
        try:
            kill_all(home, exchange, source, runs)
        except Failure as failure:
            raise Failure(f"{failure}\n{home.run('alarms', '--history').stdout}") from failure


if __name__ == "__main__":
    sys.exit(main(exercise))
