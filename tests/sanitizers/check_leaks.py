# SPDX-License-Identifier: GPL-3.0-or-later
"""No test looks away from leaks of ours.

    check_leaks.py CTEST BUILD SUPPRESSIONS

Asks ctest for every test of the build folder: none of them may switch the search for leaks off, or read another list of what is not ours. The list
itself may name libraries of others only. A leak is found at all: leak_is_found runs a program that has one, in the builds with AddressSanitizer.
"""
import json
import re
import subprocess
import sys

OTHERS_LIBRARY = re.compile(r"leak:lib[\w.-]+\.so")


def environment(test):
    values = next((p["value"] for p in test.get("properties", []) if p["name"] == "ENVIRONMENT"), [])
    return dict(value.split("=", 1) for value in values)


def faults_of_test(test, suppressions):
    found = environment(test)
    if "detect_leaks=0" in found.get("ASAN_OPTIONS", ""):
        yield f"{test['name']}: does not look for leaks"
    if f"suppressions={suppressions}" not in found.get("LSAN_OPTIONS", f"suppressions={suppressions}").split(":"):
        yield f"{test['name']}: reads another list than {suppressions}"


def faults_of_list(text):
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#") and (not OTHERS_LIBRARY.fullmatch(line) or "plimsoll" in line):
            yield f"line {number}: {line}: only libraries of others"


def main(ctest, build, suppressions):
    shown = subprocess.run([ctest, "--show-only=json-v1"], cwd=build, capture_output=True, text=True, check=True, timeout=60)
    tests = json.loads(shown.stdout)["tests"]
    with open(suppressions, encoding="utf-8") as file:
        faults = list(faults_of_list(file.read()))
    for test in tests:
        faults.extend(faults_of_test(test, suppressions))
    print(*faults, f"{len(tests)} tests", sep="\n")
    return 1 if faults or not tests else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
