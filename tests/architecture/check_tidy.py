#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_tidy.py ROOT BUILD CLANG_TIDY [PART...]: clang-tidy over src, in batches.

Read file by file, Qt's headers are parsed and searched once per file, which is nearly all of the time. A batch includes some files, so
what they share is read once; clang's analyser takes an included .cpp for code like any other. Two files that give one name to two things of
their own never share a batch.
BUILD has been built: what is generated lies there, and its compile_commands.json says how each file is compiled.
PART: only files whose path holds one of these. Exit code 1 with the findings, 77 where the tool is missing."""
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

LINES = 4000  # of a batch: longer ones save little more, and keep one core waiting at the end
FINDING = re.compile(r"^(/[^:]+):(\d+):(\d+): (?:warning|error): ")
OWN = re.compile(r"^namespace \{\n(.*?)^\} // namespace\n", re.M | re.S)
NAMED = re.compile(r"^(?!using|template|namespace)[A-Za-z][^\n(={;]*?\b(\w+)(?:\[\])?(?: final)?(?: =|[ ]?[{(;]|$)", re.M)


def clang_options(command):
    """What gcc was called with, less what names files, what clang does not read and what files say of each other in a batch."""
    words, options = iter(shlex.split(command)), []
    for word in words:
        if word in ("-o", "-c", "-include"):  # the last: gcc's precompiled header
            next(words)
        elif word == "-isystem":
            options.append(f"-isystem{next(words)}")
        elif word not in ("-Winvalid-pch", "-Werror", "-Wshadow", "-Wno-restrict") and not word.endswith("/ccache"):
            options.append(word)
    return options


def groups(root, build, parts):
    """The files of src with Qt and those without, each with the options of all of them: folders differ in where they look for headers only."""
    options, paths = ({}, {}), ({}, {})
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = Path(entry["file"])
        if path.is_relative_to(root / "src") and any(part in str(path) for part in parts or [""]):
            words = clang_options(entry["command"])
            kind = int("-DQT_CORE_LIB" in words)
            options[kind].update(dict.fromkeys(words))
            paths[kind][path] = None  # once: a test may compile it too
    return [(list(options[kind]), list(paths[kind])) for kind in (0, 1) if paths[kind]]


def own_names(text):
    """What the file calls things that no other sees: in its namespace, and outside any."""
    around = re.search(r"^namespace ([\w:]+) \{", text, re.M)
    return {(around.group(1) if around else "", name) for block in OWN.findall(text) for name in NAMED.findall(block)}


def batches(paths):
    """Neighbours together, as they read the same headers; of about the same length."""
    texts = {path: path.read_text() for path in paths}
    whole = sum(text.count("\n") for text in texts.values())
    count = max(1, round(whole / LINES))
    made, names, taken = [[] for _ in range(count)], [set() for _ in range(count)], 0
    for path, text in texts.items():
        place, own = taken * count // whole, own_names(text)
        near = sorted(range(len(made)), key=lambda i: abs(i - place))
        chosen = next((i for i in near if not own & names[i]), None)
        if chosen is None:
            made.append([])
            names.append(set())
            chosen = len(made) - 1
        made[chosen].append(path)
        names[chosen] |= own
        taken += text.count("\n")
    return [batch for batch in made if batch]


def prepare(root, build, parts):
    folder = build / "tidy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    database, files = [], []
    for options, paths in groups(root, build, parts):
        for batch in batches(paths):
            file = folder / f"batch{len(files) + 1}.cpp"
            includes = "".join(f'#include "{path}"\n' for path in batch)
            file.write_text(f"// NOLINTBEGIN(bugprone-suspicious-include)\n{includes}// NOLINTEND(bugprone-suspicious-include)\n")
            database.append({"directory": str(build), "file": str(file), "arguments": [*options, "-c", str(file)]})
            files.append(file)
    (folder / "compile_commands.json").write_text(json.dumps(database))
    return folder, files


def findings(output):
    """Each with the lines that explain it; a header's come from every batch that reads it."""
    found, current = {}, None
    for line in output.splitlines():
        if FINDING.match(line):
            current = found.setdefault(line, []) if line not in found else []
        elif current is not None:
            current.append(line)
    return found


def main():
    root, build, tool, parts = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3], sys.argv[4:]
    if not shutil.which(tool):
        print(f"check_tidy: there is no {tool}")
        return 77
    folder, files = prepare(root, build, parts)

    def check(file):
        return file, subprocess.run([tool, "-p", folder, "--quiet", f"--config-file={root / '.clang-tidy'}", file], capture_output=True, text=True, check=False)

    found, failed = {}, False
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for file, run in pool.map(check, files):
            of_file = findings(run.stdout)
            for line in of_file.keys() - found.keys():
                print("\n".join([line.replace(f"{root}/", "", 1), *of_file[line]]), flush=True)
            found |= of_file
            if run.returncode != 0 and not of_file:
                failed = True
                print(f"{file}: clang-tidy ended with {run.returncode}\n{run.stderr}")
    print(f"check_tidy: {len(found)} findings in {len(files)} batches")
    return 1 if found or failed else 0


if __name__ == "__main__":
    sys.exit(main())
