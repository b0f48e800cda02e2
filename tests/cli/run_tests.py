# SPDX-License-Identifier: GPL-3.0-or-later
"""run_tests.py PLIMSOLL_CLI [test_file...]: the black-box tests of the terminal program; unittest's summary, non-zero on failure."""
import os
import pathlib
import sys
import unittest


def main(words):
    if not words:
        print("usage: run_tests.py PLIMSOLL_CLI [test_evaluate ...]", file=sys.stderr)
        return 64
    os.environ["PLIMSOLL_CLI"] = str(pathlib.Path(words[0]).resolve())
    here = pathlib.Path(__file__).resolve().parent
    sys.path.insert(0, str(here))
    names = [word.removesuffix(".py") for word in words[1:]] or sorted(p.stem for p in here.glob("test_*.py"))
    suite = unittest.defaultTestLoader.loadTestsFromNames(names)
    return 0 if unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
