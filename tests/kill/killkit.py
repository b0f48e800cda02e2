# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of all kills, and the command line on one data directory, which can be told where to die."""
import argparse
import contextlib
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile


class Failure(Exception):
    pass


def require(condition, message):
    if not condition:
        raise Failure(message)


def main(exercise, programs=("program",), runs=200, unit="runs"):
    """Calls exercise(folder, *programs, source, runs) in a folder of its own; the seed is printed, a Failure said. The exit code."""
    parser = argparse.ArgumentParser()
    for program in programs:
        parser.add_argument(program, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument(f"--{unit}", dest="runs", type=int, default=runs)
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().getrandbits(32)
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            exercise(pathlib.Path(folder), *(getattr(arguments, program) for program in programs), random.Random(seed), arguments.runs)
        except Failure as failure:
            print(f"FAILED (seed {seed}): {failure}", file=sys.stderr)
            return 1
    return 0


class Program:
    def __init__(self, path, directory):
        self.path, self.directory = path, pathlib.Path(directory)

    def run(self, *words):
        done = subprocess.run([self.path, "--data-dir", self.directory, *words], capture_output=True, text=True, timeout=60, check=False)
        require(done.returncode == 0, f"{words}: {done.returncode} {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, *words, point=None, output=subprocess.DEVNULL):
        environment = dict(os.environ)
        environment.pop("PLIMSOLL_ABORT_AT", None)
        if point:
            environment.update(PLIMSOLL_TEST="1", PLIMSOLL_ABORT_AT=point)
        return subprocess.Popen([self.path, "--data-dir", self.directory, *words], stdout=output, stderr=output, text=True, env=environment)


class Watch(Program):
    """Its `watch`, which does what is due by itself."""

    def __init__(self, path, directory, exchange):
        super().__init__(path, directory)
        self.exchange = exchange

    def watch(self, point=None):
        return self.start("watch", "--price-url", self.exchange.url, "--interval", "1000", "--json", point=point)

    def killed(self, point, source):
        """Dies at the point, or by kill -9 after a random time."""
        process = self.watch(point)
        if point:
            require(process.wait(timeout=60) == -signal.SIGKILL, f"it did not die at {point}: not built with its crash points?")
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=source.uniform(0.05, 1.2))
        process.kill()
        process.wait(timeout=30)

    @contextlib.contextmanager
    def two(self):
        """Two of them at once, for a while."""
        both = [self.watch(), self.watch()]
        try:
            yield
        finally:
            for one in both:
                one.kill()
                one.wait(timeout=30)
