#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What shares a batch, and what counts as one finding."""
import tempfile
import unittest
from pathlib import Path

import check_tidy

FILE = "namespace plimsoll::{layer} {{\n\nnamespace {{\n\n{own}\n\n}} // namespace\n\nint shown()\n{{\n    return kOne;\n}}\n\n}} // namespace plimsoll::{layer}\n"


class Batches(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, own, layer="feed", length=0):
        path = self.folder / name
        path.write_text(FILE.format(layer=layer, own=own) + "\n" * length)
        return path

    def test_own_names(self):
        for own, name in (("constexpr int kOne = 1;", "kOne"), ("constexpr std::array kOne {1, 2};", "kOne"), ("QString one(const QString &text)\n{\n    two();\n}", "one"),
                          ("struct One {\n    int two;\n};", "One"), ("class One final\n{\n};", "One"), ("const char *const kOne[] {};", "kOne")):
            with self.subTest(own):
                self.assertIn(("plimsoll::feed", name), check_tidy.own_names(FILE.format(layer="feed", own=own)))
        self.assertEqual(check_tidy.own_names(FILE.format(layer="feed", own="using margin::Decimal;")), set())

    def test_one_name_for_two_things_shares_no_batch(self):
        files = [self.file("a.cpp", "constexpr int kOne = 1;"), self.file("b.cpp", "constexpr long kOne = 2;"), self.file("c.cpp", "constexpr int kTwo = 2;"),
                 self.file("d.cpp", "constexpr int kOne = 1;", "notify")]
        self.assertEqual(check_tidy.batches(files), [[files[0], files[2], files[3]], [files[1]]])

    def test_every_file_is_read_once(self):
        files = [self.file(f"{i}.cpp", f"constexpr int k{i} = 1;", length=check_tidy.LINES // 4) for i in range(40)]
        made = check_tidy.batches(files)
        self.assertEqual([file for batch in made for file in batch], files)
        self.assertIn(len(made), range(9, 12))


class Findings(unittest.TestCase):
    def test_each_once_with_what_explains_it(self):
        output = "/a/src/x.h:1:2: warning: bad [c]\n  code\n/a/src/y.cpp:3:4: error: worse [d]\n/a/src/x.h:1:2: warning: bad [c]\n  code\n"
        self.assertEqual(check_tidy.findings(output), {"/a/src/x.h:1:2: warning: bad [c]": ["  code"], "/a/src/y.cpp:3:4: error: worse [d]": []})

    def test_options(self):
        command = "/usr/bin/ccache /usr/bin/c++ -DA -isystem /q -Winvalid-pch -include /p/cmake_pch.hxx -Werror -std=c++20 -o x.o -c x.cpp"
        self.assertEqual(check_tidy.clang_options(command), ["/usr/bin/c++", "-DA", "-isystem/q", "-std=c++20"])


if __name__ == "__main__":
    unittest.main()
