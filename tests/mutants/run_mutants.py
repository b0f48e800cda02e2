#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random one-token mutants of the core and counts how many the tests notice.

    run_mutants.py [--count 200] [--seed 1] [--goal 95] [--only src/margin] [--work build/mutants] [--stages 9]

Builds in a copy of the tree below --work, never in the tree itself. The copy's libraries are shared ones, so that a mutant costs one compile
and no linking of programs. A mutant that does not compile is drawn anew. Tests run in stages, the nearest first, each stage for all mutants that
the one before let live, so that what the nearest tests miss is known early; the first failure, crash or time-out kills a mutant. What behaves
like the original whatever the input is listed in equivalent.txt with its reason and does not count. Ends with 1 where fewer than --goal percent
of the others were killed. --stages 1 asks the nearest tests only.
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
LEDGER = tuple(f"src/storage/{name}.cpp" for name in ("ledger/ledger*", "tables/journalstore", "ledger/runningbalance", "ledger/balancesums", "ledger/reversal",
                                                           "ledger/seal"))
SOURCES = ("src/margin/*.cpp", "src/alarm/*.cpp", *LEDGER)
LEDGER_TESTS = ("tst_journalstore", "tst_runningbalance", "tst_ledgeraudit", "tst_portfoliostore", "tst_longjournal")
# folders of tests, nearest first
STAGES = {
    "src/margin": (("unit/margin", "property:prop_margin"), ("unit/alarm", "alarm"), ("unit/scenario", "unit/monitor", "unit/storage"), ("cli",)),
    "src/alarm": (("unit/alarm", "alarm"), ("property",), ("unit/scenario", "unit/monitor"), ("cli",)),
    "src/storage": (tuple(f"unit/storage:{name}" for name in LEDGER_TESTS), ("unit/storage",), ("cli",)),
}


def run(command, cwd, timeout=None):
    """(exit code, output); a time-out counts as a failure."""
    quick = {**os.environ, "QTEST_DISABLE_STACK_DUMP": "1"}  # a crash is a kill: nobody reads where it was
    try:
        done = subprocess.run(command, cwd=cwd, env=quick, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout, text=True, errors="replace")
        return done.returncode, done.stdout
    except subprocess.TimeoutExpired as late:
        return 124, str(late)


class Workshop:
    """A copy of the tree, its build folder and its tests by folder."""

    def __init__(self, work):
        self.source, self.build = work / "tree", work / "build"
        work.mkdir(parents=True, exist_ok=True)
        self.copy()
        options = ["-DCMAKE_BUILD_TYPE=None", "-DCMAKE_CXX_FLAGS=-O1", "-DPLIMSOLL_GUI=OFF", "-DPLIMSOLL_WERROR=OFF",
                   "-DCMAKE_LINK_DEPENDS_NO_SHARED=ON"]
        if shutil.which("ccache"):
            options.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
        self.must(["cmake", "-G", "Ninja", "-S", str(self.source), "-B", str(self.build), *options])
        self.tests = self.read_tests()
        self.seconds = {}

    def copy(self):
        """What git knows, with the times of unchanged files kept, so that a second run builds little. Libraries become shared ones."""
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode().split("\0")
        for name in filter(None, listed):
            target = self.source / name
            target.parent.mkdir(parents=True, exist_ok=True)
            content = (ROOT / name).read_bytes()
            if target.name == "CMakeLists.txt":
                content = re.sub(rb"^add_library\((\w+) STATIC\b", rb"add_library(\1 SHARED", content, flags=re.MULTILINE)
            if not target.exists() or target.read_bytes() != content:
                target.write_bytes(content)
                shutil.copymode(ROOT / name, target)

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
            program = properties.get("REQUIRED_FILES", ["plimsoll-cli"])[0]  # the others run scripts that drive the terminal program
            tests[folder].append((test["name"], pathlib.Path(program).name))
        return tests

    def stage(self, names):
        """The tests of "folder" or "folder:test"."""
        chosen = []
        for name in names:
            folder, _, only = name.partition(":")
            chosen += [entry for entry in self.tests[folder] if not only or entry[0] == only]
        return chosen

    def build_targets(self, targets, jobs):
        return run(["ninja", f"-j{jobs}", *targets], self.build)[0] == 0

    def prepare(self, names, jobs):
        """Builds one stage unchanged and takes its time."""
        chosen = self.stage(names)
        self.must(["ninja", "-C", str(self.build), f"-j{jobs}", *sorted({target for _, target in chosen})])
        began = time.monotonic()
        if not self.passes(names, jobs, None):
            sys.exit(f"the tests of {', '.join(names)} fail before anything is changed")
        self.seconds[names] = time.monotonic() - began

    def passes(self, names, jobs, limit):
        wanted = "^(" + "|".join(re.escape(name) for name, _ in self.stage(names)) + ")$"
        return run(["ctest", "-R", wanted, "--stop-on-failure", f"-j{jobs}"], self.build, limit)[0] == 0

    def try_out(self, mutant, original, names, jobs):
        """Whether the tests of one stage pass with a mutant; None where it does not compile."""
        place = self.source / mutant.path
        place.write_text(mutant.applied(original), encoding="utf-8")
        try:
            if not self.build_targets([library_of(mutant.path)], jobs):
                return None
            return self.passes(names, jobs, 20 + 4 * self.seconds[names])
        finally:
            place.write_text(original, encoding="utf-8")

    def restore(self, folders, jobs):
        """Libraries without a mutant again."""
        self.build_targets([library_of(folder) for folder in folders], jobs)


def library_of(path):
    return "plimsoll_" + path.split("/")[1]


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


def draw(shop, options, known):
    """The first stage: [mutant, original, outcome], the same number of each folder, drawn until there are enough that compile."""
    drawn = collections.defaultdict(list)
    for entry in every_mutant(options.only):
        drawn[folder_of(entry[0].path)].append(entry)
    chosen = []
    for number, folder in enumerate(sorted(drawn)):
        enough = options.count * (number + 1) // len(drawn)
        random.Random(options.seed).shuffle(drawn[folder])
        shop.prepare(STAGES[folder][0], options.jobs)
        for mutant, original in drawn[folder]:
            if len(chosen) >= enough:
                break
            outcome = "equivalent"
            if mutant.identity(original) not in known:
                passed = shop.try_out(mutant, original, STAGES[folder][0], options.jobs)
                if passed is None:
                    continue
                outcome = "survived" if passed else "killed"
            chosen.append([mutant, original, outcome])
            tell(len(chosen), mutant, original, outcome, 1)
        shop.restore([folder], options.jobs)
    return chosen


def tell(number, mutant, original, outcome, stage):
    change = f"{original[mutant.start:mutant.end]} -> {mutant.text}"
    print(f"{number:4} stage {stage} {outcome:10} {mutant.path}:{mutant.line(original)} column {mutant.column(original)} {change}", flush=True)


def go_on(shop, options, chosen):
    """The later stages, each for what still lives."""
    for stage in range(1, min(options.stages, max(map(len, STAGES.values())))):
        for folder, stages in STAGES.items():
            alive = [entry for entry in chosen if entry[2] == "survived" and folder_of(entry[0].path) == folder]
            if stage >= len(stages) or not alive:
                continue
            shop.prepare(stages[stage], options.jobs)
            for entry in alive:
                if not shop.try_out(entry[0], entry[1], stages[stage], options.jobs):
                    entry[2] = "killed"
                tell(chosen.index(entry) + 1, *entry, stage + 1)
            shop.restore([folder], options.jobs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--goal", type=float, default=95)
    parser.add_argument("--only", default="src/")
    parser.add_argument("--stages", type=int, default=9)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build" / "mutants")
    options = parser.parse_args()
    known = equivalents()
    shop = Workshop(options.work.resolve())
    chosen = draw(shop, options, known)
    go_on(shop, options, chosen)
    results = [(mutant.kind, outcome, f"{mutant.path}:{mutant.line(original)}", mutant.identity(original)) for mutant, original, outcome in chosen]
    return 0 if report(results, known) >= options.goal else 1


if __name__ == "__main__":
    sys.exit(main())
