#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and `plimsoll-cli watch --ring` on the same accounts while a margin call stands, killed in turn at random moments: never do two
ring, and never does nobody for more than 5 s.

usage: kill_monitors.py path/to/plimsoll-cli path/to/plimsoll [--seconds N] [--seed N]

After the monitor was killed, the other one rings within 5 s, once, because what stands is told again; the killed one is started anew and must
stay silent. After the stand-by was killed nobody rings. The witness is the player that each of them starts.
"""
import sys
import time

from killkit import main, require
from monitorkit import Exchange, Home, isolated, until

LIMIT_S = 5.0
STARTING_S = 3.0  # until one that was just started has its prices; on a busy machine


class Pair:
    def __init__(self, home, source):
        self.home, self.source = home, source
        self.makers = {"window": home.window, "watch": lambda: home.watch("--ring")}
        self.living = {}
        self.taken_over = 0

    def start(self, name):
        self.living[name] = self.makers[name]()

    def begin(self):
        first, second = self.source.sample(sorted(self.makers), 2)
        self.start(first)
        until(lambda: self.home.rings_of(self.living[first]), f"the first ring of the {first}")
        self.start(second)
        time.sleep(STARTING_S)
        return first

    def silent(self, name, since):
        rings = self.home.rings_of(self.living[name], since)
        require(not rings, f"the {name} rang beside the monitor")

    def kill_monitor(self, name):
        """The one that rings from now on."""
        other = next(n for n in self.living if n != name)
        self.silent(other, 0.0)
        killed = self.living[name].kill()
        until(lambda: self.home.rings_of(self.living[other]), f"the {other} rings after the {name} was killed", LIMIT_S + 2)
        rang = self.home.rings_of(self.living[other])[0][1]
        require(rang - killed <= LIMIT_S, f"nobody rang for {rang - killed:.1f} s after the {name} was killed")
        require(self.home.monitor() == self.living[other].pid, "another process signed the lock")
        self.start(name)
        time.sleep(STARTING_S + self.source.uniform(0, 2))
        self.silent(name, 0.0)
        require(len(self.home.rings_of(self.living[other])) == 1, f"the {other} told more than once what it took over")
        self.taken_over += 1
        return other

    def kill_stand_by(self, name):
        before = len(self.home.rings())
        other = next(n for n in self.living if n != name)
        self.living[other].kill()
        self.start(other)
        time.sleep(STARTING_S + self.source.uniform(0, 1))
        require(len(self.home.rings()) == before, f"the death of a stand-by ({other}) rang")
        return name

    def end(self):
        for process in self.living.values():
            require(process.end() == 0, f"it did not end in order: {process.words}")


def kill_in_turn(home, source, seconds):
    pair = Pair(home, source)
    deadline = time.monotonic() + seconds
    monitor = pair.begin()
    begun = time.monotonic()
    while time.monotonic() < deadline or pair.taken_over < 2:
        require(time.monotonic() < deadline + 120, "it never came to two takeovers")
        if time.monotonic() - begun > 40 or source.random() < 0.7:  # a reminder comes after 60 s, and is no second telling
            monitor = pair.kill_monitor(monitor)
            begun = time.monotonic()
        else:
            monitor = pair.kill_stand_by(monitor)
    pair.end()
    print(f"{pair.taken_over} takeovers, {len(home.rings())} rings")


def exercise(folder, cli, gui, source, seconds):
    with Exchange(folder, BCH="170") as exchange:
        kill_in_turn(Home(folder, cli, gui, exchange, isolated("BCH")), source, seconds)


if __name__ == "__main__":
    sys.exit(main(exercise, programs=("cli", "gui"), runs=600, unit="seconds"))
