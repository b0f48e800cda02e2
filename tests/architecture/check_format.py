#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C++ file is as clang-format would write it. Usage: check_format.py ROOT CLANG_FORMAT; exit 0 so, 1 not, 77 another version."""

import re
import subprocess
import sys
from pathlib import Path

VERSION = "14"


def main() -> int:
    root, program = Path(sys.argv[1]), sys.argv[2]
    told = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    found = re.search(r"version (\d+)", told)
    if not found or found.group(1) != VERSION:
        print(f"this is not clang-format {VERSION}: {told.strip()}")
        return 77
    files = sorted(str(path) for folder in ("src", "tests") for path in (root / folder).rglob("*") if path.suffix in {".h", ".cpp"})
    return 1 if subprocess.run([program, "--dry-run", "--Werror", *files], check=False).returncode else 0


if __name__ == "__main__":
    sys.exit(main())
