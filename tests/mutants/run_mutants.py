#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random one-token mutants of the core and counts how many the tests notice.

    run_mutants.py [--count 200] [--seed 1] [--goal 95] [--only src/margin] [--work build/mutants] [--log FILE]

Builds in a copy of the tree below --work, never in the tree itself. A mutant that does not compile is drawn anew. Tests run in stages, the
nearest first; the first failure, crash or time-out kills a mutant. What behaves like the original whatever the input is listed in
equivalent.txt with its reason and does not count. Ends with 1 where fewer than --goal percent of the others were killed.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from mutation import KINDS, mutants_of  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEDGER = ("src/storage/ledger*.cpp", "src/storage/journalstore.cpp")
SOURCES = ("src/margin/*.cpp", "src/alarm/*.cpp", *LEDGER)
# folders of tests, nearest first
STAGES = {
    "src/margin": (("unit/margin", "property:prop_margin"), ("unit/alarm", "alarm"), ("unit/scenario", "unit/monitor", "unit/storage"), ("cli",)),
    "src/alarm": (("unit/alarm", "alarm"), ("property",), ("unit/scenario", "unit/monitor"), ("cli",)),
    "src/storage": (("unit/storage",), ("cli",)),
}


def run(command, cwd, timeout=None):
    """(exit code, output); a time-out counts as a failure."""
    try:
        done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout, text=True, errors="replace")
        return done.returncode, done.stdout
    except subprocess.TimeoutExpired as late:
        return 124, str(late)


class Workshop:
    """A copy of the tree, its build folder and its tests by folder."""

    def __init__(self, work):
        self.source, self.build = work / "tree", work / "build"
        work.mkdir(parents=True, exist_ok=True)
        self.copy()
        options = ["-DCMAKE_BUILD_TYPE=None", "-DCMAKE_CXX_FLAGS=-O1", "-DPLIMSOLL_GUI=OFF", "-DPLIMSOLL_WERROR=OFF"]
        if shutil.which("ccache"):
            options.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
        self.must(["cmake", "-G", "Ninja", "-S", str(self.source), "-B", str(self.build), *options])
        self.tests = self.read_tests()
        self.seconds = {}

    def copy(self):
        """What git knows, with the times of unchanged files kept, so that a second run builds little."""
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode().split("\0")
        for name in filter(None, listed):
            target = self.source / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_bytes() != (ROOT / name).read_bytes():
                shutil.copy(ROOT / name, target)

    def must(self, command):
        code, output = run(command, self.source)
        if code:
            sys.exit(f"{' '.join(command)}\n{output[-4000:]}")

    def read_tests(self):
        """folder below tests/ -> [(test, target to build)]; nightly tests are left out."""
        code, output = run(["ctest", "--show-only=json-v1"], self.build)
        tests = collections.defaultdict(list)
        for test in json.loads(output)["tests"] if not code else []:
            properties = {entry["name"]: entry["value"] for entry in test.get("properties", [])}
            if "nightly" in properties.get("LABELS", []):
                continue
            folder = os.path.relpath(properties["WORKING_DIRECTORY"], self.build / "tests")
            command = test.get("command")  # there is none as long as the program has not been built: it has the test's name
            inside = command is None or self.build in pathlib.Path(command[0]).parents
            target = test["name"] if inside else "plimsoll-cli"
            tests[folder].append((test["name"], target))
        return tests

    def stage(self, names):
        """The tests of "folder" or "folder:test"."""
        chosen = []
        for name in names:
            folder, _, only = name.partition(":")
            chosen += [entry for entry in self.tests[folder] if not only or entry[0] == only]
        return chosen

    def passes(self, names, jobs):
        """Builds and runs one stage: None where it does not compile."""
        chosen = self.stage(names)
        targets = sorted({target for _, target in chosen})
        if run(["ninja", f"-j{jobs}", *targets], self.build)[0]:
            return None
        began = time.monotonic()
        wanted = "^(" + "|".join(re.escape(name) for name, _ in chosen) + ")$"
        limit = 20 + 4 * self.seconds[names] if names in self.seconds else None
        code, output = run(["ctest", "-R", wanted, "--stop-on-failure", f"-j{jobs}"], self.build, limit)
        if names not in self.seconds:
            if code:
                sys.exit(f"the tests fail before anything is changed:\n{output[-4000:]}")
            self.seconds[names] = time.monotonic() - began
        return code == 0

    def try_out(self, mutant, original, stages, jobs):
        """"killed", "survived" or "invalid"."""
        place = self.source / mutant.path
        place.write_text(mutant.applied(original), encoding="utf-8")
        try:
            for number, names in enumerate(stages):
                passed = self.passes(names, jobs)
                if passed is None and number == 0:
                    return "invalid"
                if not passed:
                    return "killed"
            return "survived"
        finally:
            place.write_text(original, encoding="utf-8")


def folder_of(path):
    return "/".join(path.split("/")[:2])


def equivalents():
    """identity -> reason."""
    known = {}
    for line in (pathlib.Path(__file__).parent / "equivalent.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            identity, _, reason = line.partition(" ## ")
            known[identity] = reason
    return known


def every_mutant(only):
    files = sorted({path for pattern in SOURCES for path in ROOT.glob(pattern)})
    for file in files:
        path = file.relative_to(ROOT).as_posix()
        if path.startswith(only):
            original = file.read_text(encoding="utf-8")
            for mutant in mutants_of(path, original):
                yield mutant, original


def report(results, known):
    counts = collections.Counter((kind, outcome) for kind, outcome, *_ in results)
    print(f"{'':12}{'killed':>9}{'survived':>10}{'equivalent':>12}")
    for kind in KINDS:
        print(f"{kind:12}" + "".join(f"{counts[(kind, outcome)]:>{width}}" for outcome, width in (("killed", 9), ("survived", 10), ("equivalent", 12))))
    total = collections.Counter(outcome for _, outcome, *_ in results)
    for _, outcome, place, identity in results:
        if outcome == "equivalent":
            print(f"equivalent {place}: {identity}\n    {known[identity]}")
    for _, outcome, place, identity in results:
        if outcome == "survived":
            print(f"survived {place}: {identity}")
    judged = total["killed"] + total["survived"]
    share = 100 * total["killed"] / judged if judged else 0
    print(f"{total['killed']} of {judged} killed: {share:.1f} %")
    return share


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--goal", type=float, default=95)
    parser.add_argument("--only", default="src/")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build" / "mutants")
    options = parser.parse_args()
    known = equivalents()
    drawn = list(every_mutant(options.only))
    random.Random(options.seed).shuffle(drawn)
    shop = Workshop(options.work.resolve())
    for stages in {stages for folder, stages in STAGES.items() if folder.startswith(options.only.rstrip("/"))}:
        for names in stages:
            shop.passes(names, options.jobs)
    results = []
    for mutant, original in drawn:
        if len(results) >= options.count:
            break
        identity, place = mutant.identity(original), f"{mutant.path}:{mutant.line(original)}"
        outcome = "equivalent" if identity in known else shop.try_out(mutant, original, STAGES[folder_of(mutant.path)], options.jobs)
        if outcome == "invalid":
            continue
        results.append((mutant.kind, outcome, place, identity))
        print(f"{len(results):4} {outcome:10} {place} {original[mutant.start:mutant.end]} -> {mutant.text}", flush=True)
    return 0 if report(results, known) >= options.goal else 1


if __name__ == "__main__":
    sys.exit(main())
