# SPDX-License-Identifier: GPL-3.0-or-later
"""What the extras over the reference data share: the way to it, and a word at the end on how much of it was read."""
import os
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
for folder in ("cli", "integration"):
    sys.path.insert(0, str(HERE.parent / folder))
SHARED = pathlib.Path(os.environ.get("PLIMSOLL_SHARED", "") or "/nonexistent")
NOTHING_READ = 77  # for ctest: skipped
used = set()


def path(*parts):
    """A file of the reference data; the test is skipped where it is not there."""
    found = SHARED.joinpath("data", *parts)
    if not found.exists():
        raise unittest.SkipTest(f"the reference data (PLIMSOLL_SHARED) has no {'/'.join(parts)}")
    used.add(found)
    return found


def paths(folder, name, *coins):
    """The folder with a file per coin, and the form of their names."""
    return [path(*folder, name.format(coin)) for coin in coins][0].parent, name


def main():
    program = unittest.main(module="__main__", verbosity=2, exit=False)
    print(f"{len(used)} files of the reference data read", flush=True)
    if not program.result.wasSuccessful():
        sys.exit(1)
    sys.exit(0 if used else NOTHING_READ)
