#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as a place to change, and what does not."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from mutation import blanked, mutants_of  # noqa: E402


def changes(source):
    return [(source[m.start:m.end], m.text) for m in mutants_of("x.cpp", source)]


class EquivalentTest(unittest.TestCase):
    def test_each_is_a_change_of_the_code_as_it_stands(self):
        root = pathlib.Path(__file__).resolve().parents[2]
        known = {}
        for line in (pathlib.Path(__file__).parent / "equivalent.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            identity, path = line.split(" ## ")[0], line.split(" | ")[0]
            if path not in known:
                source = (root / path).read_text(encoding="utf-8")
                known[path] = {mutant.identity(source) for mutant in mutants_of(path, source)}
            with self.subTest(identity):
                self.assertIn(identity, known[path], "the line was changed: look at it again")


class MutationTest(unittest.TestCase):
    def test_each_kind(self):
        self.assertEqual(changes("x = a < b;\n"), [("<", "<="), ("<", ">=")])
        self.assertEqual(changes("x = a - b;\n"), [("-", "+")])
        self.assertEqual(changes("x = a && !b;\n"), [("&&", "||"), ("!", "")])
        self.assertEqual(changes("x = 1'000U;\n"), [("1'000U", "1001U")])
        self.assertEqual(changes("x = true;\n"), [("true", "false")])
        self.assertEqual(changes("x = 1'000'000;\n"), [("1'000'000", "1000001")])

    def test_return_of_a_bool(self):
        source = "bool f(int a)\n{\n    return g(a);\n}\n"
        self.assertEqual(changes(source), [("g(a)", "!(g(a))")])
        self.assertEqual(changes(source.replace("bool", "int")), [])
        member = "    [[nodiscard]] bool known() const\n    {\n        return g();\n    }\n"
        self.assertEqual(changes(member), [("g()", "!(g())")])

    def test_what_is_no_code_stays(self):
        for source in ("// a < b\n", "/* 1 + 2 */\n", 'x = "a < 1";\n', "#include <map> // 1\n", "static_assert(a < 2);\n", "x = 'a';\n"):
            self.assertEqual(changes(source), [], source)

    def test_templates_and_arrows_are_no_comparisons(self):
        self.assertEqual(changes("std::vector<int> v; a->b(); template<typename T> f();\n"), [])

    def test_blanking_keeps_every_offset(self):
        source = 'a; // "x"\nb = "// no"; /* c\nd */ e = 1;\n'
        self.assertEqual(len(blanked(source)), len(source))
        self.assertEqual(blanked(source).count("\n"), source.count("\n"))
        self.assertEqual(changes(source), [("1", "2")])

    def test_an_identity_outlives_moved_lines(self):
        before = "int f()\n{\n    x = a < b;\n}\n"
        after = "int more;\n\n" + before.replace("    x", "        x")
        names = lambda text: [m.identity(text) for m in mutants_of("x.cpp", text)]
        self.assertEqual(names(before), names(after))
        self.assertEqual(len(set(names("x = a < b && c < d;\n"))), 5)


if __name__ == "__main__":
    unittest.main()
