#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_traces.py must find what is planted here, and nothing else."""

import tempfile
import unittest
from pathlib import Path

from check_traces import problems

CODE = """// Feed::look(): calls judge() in words only
void Feed::look()
{
    const auto text = u"} begin("_s;
    publish(judge({1, 2}));
}

void Feed::rest() {}
"""
ROWS = ["| 1 | `feed/a.cpp` `Feed::look` | `publish(` |", "| 2 | `feed/a.cpp` `Feed::look` | `judge({1, 2})` |",
        "| 3 | `feed/a.cpp` `Feed::look` | `publish( judge(` |"]


class Traces(unittest.TestCase):
    def found(self, *rows: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "src" / "feed"
            place.mkdir(parents=True)
            (place / "a.cpp").write_text(CODE, encoding="utf-8")
            text = "## Traces\n" + "\n".join((*ROWS, *rows)) + "\n\n## Next\n"
            return list(problems(Path(folder), text))

    def test_what_is_true(self):
        self.assertEqual(self.found(), [])

    def test_a_call_that_is_not_made(self):
        for call in ("begin(", "rest("):
            self.assertEqual(len(self.found(f"| 4 | `feed/a.cpp` `Feed::look` | `{call}` |")), 1, call)

    def test_what_is_not_there(self):
        self.assertIn("there is no Feed::gone", self.found("| 4 | `feed/a.cpp` `Feed::gone` | `x(` |")[0])
        self.assertIn("there is no Feed::look", self.found("| 4 | `feed/b.cpp` `Feed::look` | `x(` |")[0])

    def test_rows_without_a_call_and_long_traces(self):
        self.assertEqual(len(self.found("| 4 | `feed/a.cpp` `Feed::look` | something |")), 1)
        self.assertEqual(len(self.found("| 10 | `feed/a.cpp` `Feed::look` | `publish(` |")), 1)

    def test_no_section(self):
        self.assertEqual(list(problems(Path("/nowhere"), "# Architecture\n")), ["docs/architecture.md has no traces"])


if __name__ == "__main__":
    unittest.main()
