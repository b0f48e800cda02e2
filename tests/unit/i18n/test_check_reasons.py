#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as a sentence that a person would read in English."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from check_reasons import faults, is_known, sentences  # noqa: E402

FORMS = 'QT_TRANSLATE_NOOP("Reason", "the disk is full (%1)"), QT_TRANSLATE_NOOP("Reason", "unusable answer"),'


class ReasonsTest(unittest.TestCase):
    def check(self, source, layer="storage"):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in (("wording/reasonforms.cpp", FORMS), (f"{layer}/x.cpp", source)):
                path = root / "src" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return faults(root)

    def test_a_sentence_that_no_form_has_is_found(self):
        self.assertEqual(self.check('fail(u"the disk is empty"_s);'), ["src/storage/x.cpp: the disk is empty"])
        self.assertEqual(self.check('fail("the answer" + name + "was eaten up");'), ["src/storage/x.cpp: the answer", "src/storage/x.cpp: was eaten up"])

    def test_rooms_of_a_layer_are_looked_into(self):
        self.assertEqual(self.check('fail(u"the disk is empty"_s);', "storage/tables"), ["src/storage/tables/x.cpp: the disk is empty"])

    def test_a_part_of_a_form_is_known(self):
        self.assertEqual(self.check('return {Code, "the disk is full (" + doing + ")"}; x = "unusable answer: ";'), [])

    def test_slashes_in_quotes_begin_no_comment(self):
        self.assertEqual(sentences('x = "http:// is not spoken"; // "the disk is full"'), ["http:// is not spoken"])

    def test_a_sentence_over_two_lines_is_one(self):
        self.assertEqual(sentences('x = "the disk "\n    "is full";'), ["the disk is full"])

    def test_what_nobody_reads_is_none(self):
        for source in ('qWarning("the disk is empty: %s", x);', '// "the disk is empty"', 'x = u"SELECT a FROM b WHERE c"_s;', 'x = "word";',
                       '#include <the disk>', 'tr("the disk is empty");'):
            self.assertEqual(self.check(source), [], source)

    def test_several_reasons_in_one_text(self):
        self.assertTrue(is_known("unusable answer: %1", ["unusable answer"]))
        self.assertFalse(is_known("unusable answer: the disk is empty", ["unusable answer"]))


if __name__ == "__main__":
    unittest.main()
