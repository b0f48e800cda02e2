#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the traces of docs/architecture.md true: each row names a file of src/, a function in it, and calls that its body must make.

Usage: check_traces.py ROOT. Prints what is not so; exit 0 nothing found, 1 something."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sourcetext import code_of, end_of_block

LONGEST = 9  # stops of one trace
ROW = re.compile(r"^\| (\d+) \| `([\w/.]+)` `(\w+::\w+)` \| (.*) \|$")


def body_of(code: str, function: str) -> str | None:
    """Of the definition, which begins at the margin."""
    for found in re.finditer(rf"(?m)^[^\s#/}}][^\n;{{}}]*\b{re.escape(function)}\(", code):
        brace = code.find("{", found.end())
        if brace >= 0 and ";" not in code[found.end() : brace]:
            return code[brace : end_of_block(code, brace)]
    return None


def problems(root: Path, text: str) -> Iterator[str]:
    section = re.search(r"(?ms)^## Traces$(.*?)(?=^## )", text)
    rows = [ROW.match(line) for line in section.group(1).splitlines()] if section else []
    rows = [row for row in rows if row]
    if len(rows) < 3:
        yield "docs/architecture.md has no traces"
    for row in rows:
        number, place, function, does = row.groups()
        if int(number) > LONGEST:
            yield f"{function}: a trace has at most {LONGEST} stops"
        path = root / "src" / place
        body = body_of(code_of(path.read_text(encoding="utf-8"), strings=False), function) if path.is_file() else None
        if body is None:
            yield f"{place}: there is no {function}"
            continue
        calls = re.findall(r"`([^`]+)`", does)
        if not calls:
            yield f"{function}: its row names no call"
        flat = re.sub(r"\s+", "", body)
        for call in calls:
            if re.sub(r"\s+", "", call) not in flat:
                yield f"{place}: {function} does not contain {call}"


def main() -> int:
    root = Path(sys.argv[1])
    found = list(problems(root, (root / "docs/architecture.md").read_text(encoding="utf-8")))
    print("\n".join(found) or "the traces are true")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
