#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that check_translations.py sees each fault it is there for."""
import pathlib
import unittest

import check_translations as check

FILES = {pathlib.Path("qml/Page.qml"): "", pathlib.Path("src/a.h"): "namespace one::two {\nclass Form : public QObject\n{\n    Q_OBJECT\n"}


def ts(*messages):
    body = "".join(f"<context><name>{context}</name>{message}</context>" for context, message in messages)
    return f'<TS version="2.1" language="de_DE">{body}</TS>'


def message(source, translation, attribute=""):
    return f"<message><source>{source}</source><translation{attribute}>{translation}</translation></message>"


def plural(source, *forms):
    body = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    return f'<message numerus="yes"><source>{source}</source><translation>{body}</translation></message>'


class Faults(unittest.TestCase):
    def faults(self, stored, fresh=None, files=None):
        return check.compare(stored, stored if fresh is None else fresh, FILES if files is None else files)

    def assertFault(self, part, faults):
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(part, faults[0])

    def test_good(self):
        rows = ("one::two::Form", plural("%n rows", "%n Zeile", "%n Zeilen"))
        self.assertEqual(self.faults(ts(("Page", message("%1 of %2…", "%2: %1…")), rows)), [])

    def test_new_text(self):
        self.assertFault("not in the file", self.faults(ts(("Page", message("a", "b"))), ts(("Page", message("a", "") + message("c", "")))))

    def test_gone_text(self):
        self.assertFault("not in the sources", self.faults(ts(("Page", message("a", "b") + message("c", "d"))), ts(("Page", message("a", "")))))

    def test_unfinished(self):
        self.assertFault("unfinished", self.faults(ts(("Page", message("a", "b", ' type="unfinished"')))))

    def test_empty(self):
        self.assertFault("empty", self.faults(ts(("Page", message("a", "")))))

    def test_lost_placeholder(self):
        self.assertFault("placeholders", self.faults(ts(("Page", message("%1 of %2", "%1")))))

    def test_doubled_placeholder(self):
        self.assertFault("placeholders", self.faults(ts(("Page", message("%1", "%1 %1")))))

    def test_lost_edge(self):
        self.assertFault("white space", self.faults(ts(("Page", message(" or ", "oder")))))

    def test_lost_ellipsis(self):
        self.assertFault("ellipsis", self.faults(ts(("Page", message("Open…", "Öffnen")))))

    def test_missing_plural(self):
        self.assertFault("plural forms", self.faults(ts(("Page", plural("%n rows", "%n Zeilen")))))

    def test_context_nobody_asks_for(self):
        self.assertFault("never asks", self.faults(ts(("Form", message("a", "b")))))

    def test_context_without_text(self):
        files = FILES | {pathlib.Path("src/b.cpp"): 'return QCoreApplication::translate("Words", text);'}
        self.assertFault("Words", self.faults(ts(("Page", message("a", "b"))), files=files))

    def test_source_lines(self):
        located = message("a", "b").replace("<source>", '<location filename="a"/><source>')
        self.assertFault("source lines", self.faults(ts(("Page", located))))


if __name__ == "__main__":
    unittest.main()
