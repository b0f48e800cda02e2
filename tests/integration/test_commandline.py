#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window program answers on a terminal without any display: help, version, its pages, and mistakes."""
import os
import subprocess
import unittest

GUI = os.environ["PLIMSOLL_GUI"]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def answer(*words):
    blind = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run([GUI, *words], env=blind, capture_output=True, text=True, timeout=60)


class WithoutDisplay(unittest.TestCase):
    def test_questions_about_the_program_are_answered(self):
        for words, expected in ((("--help",), "--data-dir"), (("-h",), "--data-dir"), (("--version",), "plimsoll "), (("-v",), "plimsoll "),
                                (("--list-pages",), "margin-call"), (("-platform", "xcb", "--version"), "plimsoll ")):
            with self.subTest(words=words):
                done = answer(*words)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertIn(expected, done.stdout)

    def test_mistakes_are_named(self):
        for words, expected in ((("--no-such-option",), "no-such-option"), (("--poll-interval", "x"), "--poll-interval"), (("stray",), "stray"),
                                (("--price-url", "ftp://x"), "--price-url"), (("--screenshot", "x.png", "--page", "none"), "page")):
            with self.subTest(words=words):
                done = answer(*words)
                self.assertEqual((done.returncode, done.stdout), (64, ""))
                self.assertIn(expected, done.stderr)
                self.assertIn("plimsoll --help", done.stderr)


if __name__ == "__main__":
    unittest.main()
