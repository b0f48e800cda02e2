#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the walls of docs/architecture.md: who may include, link and say what, and that what the documentation points to is there.

Usage: check_layers.py ROOT. Prints "file:line: rule: message" with the offending line; exit 0 nothing found, 1 something, 2 no tree."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import layers
from sourcetext import cmake_code_of, code_of, end_of_block, line_of, slug

CXX = {".h", ".cpp"}
SKIPPED_FOLDERS = {"build", ".git", "__pycache__"}
OWN_FOLDER = "tests/architecture/"  # its tests plant what it forbids


@dataclass(frozen=True)
class Finding:
    place: str
    line: int
    rule: str
    message: str
    text: str = ""

    def __post_init__(self):
        assert self.rule in layers.RULES, self.rule

    def __str__(self) -> str:
        head = f"{self.place}:{self.line}: {self.rule}: {self.message}"
        return f"{head}\n    {self.text.strip()}" if self.text.strip() else head


class Source:
    """One file of the tree; its variants are made when asked for."""

    def __init__(self, root: Path, path: Path):
        self.path = path
        self.place = path.relative_to(root).as_posix()
        self.parts = self.place.split("/")
        self.text = path.read_text(encoding="utf-8", errors="replace")

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def code(self) -> str:
        return code_of(self.text)

    @cached_property
    def bare(self) -> str:
        return code_of(self.text, strings=False)

    @property
    def layer(self) -> str:
        return self.parts[1] if self.parts[0] == "src" and len(self.parts) > 2 else ""

    def finding(self, line: int, rule: str, message: str) -> Finding:
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Finding(self.place, line, rule, message, text)

    def matches(self, pattern: str, text: str, rule: str, message: str) -> Iterator[Finding]:
        for match in re.finditer(pattern, text):
            yield self.finding(line_of(text, match.start()), rule, message.format(match.group().strip()))


class Tree:
    def __init__(self, root: Path):
        self.root = root
        self.files = [Source(root, path) for path in self._paths()]

    def _paths(self) -> list[Path]:
        wanted = CXX | {".qml", ".md", ".cmake", ".sql"}
        found = []
        for path in sorted(self.root.rglob("*")):
            relative = path.relative_to(self.root)
            skipped = relative.parts[0] in SKIPPED_FOLDERS or relative.as_posix().startswith(OWN_FOLDER)
            if not skipped and path.is_file() and (path.suffix in wanted or path.name == "CMakeLists.txt"):
                found.append(path)
        return found

    def under(self, folders: set[str], suffixes: set[str]) -> Iterator[Source]:
        return (file for file in self.files if file.parts[0] in folders and file.path.suffix in suffixes)


def check_includes(tree: Tree) -> Iterator[Finding]:
    for file in tree.under({"src"}, CXX):
        if file.layer not in layers.SRC:
            yield file.finding(1, "unknown-layer", f"src/{file.layer} is not in the table of layers")
            continue
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', file.code, re.M):
            if message := include_problem(file, match.group(1)):
                yield file.finding(line_of(file.code, match.start(1)), "include", message)


def include_problem(file: Source, target: str) -> str:
    rule = layers.SRC[file.layer]
    first = target.split("/")[0]
    if ".." in target.split("/"):
        return "includes are written from src/, not relative"
    if re.fullmatch(r"Q[A-Z]\w*|q[a-z]\w*\.h", target):
        return "a Qt header is named with its module, like <QtCore/QString>"
    if re.fullmatch(r"Qt[A-Z]\w*", first):
        return "" if rule.qt is None or first in rule.qt else f"src/{file.layer} must not know {first}"
    if first in layers.SRC and "/" in target:
        if rule.folders is not None and first not in rule.folders:
            return f"src/{file.layer} must not know src/{first}"
        return room_problem(file, target.split("/")) if first == file.layer else ""
    for library, users in layers.LIBRARIES.items():
        if target.startswith(library) and file.layer not in users:
            return f"only {', '.join(sorted(users))} may use {library}"
    return ""


def room_problem(file: Source, target: list[str]) -> str:
    rooms = layers.ROOMS.get(file.layer)
    if not rooms or len(file.parts) < 4:
        return ""
    own = file.parts[2]
    if own not in rooms:
        return f"src/{file.layer}/{own} is not in the table of rooms"
    wanted = target[1] if len(target) > 2 else ""
    return "" if wanted == own or wanted in rooms[own].split() else f"{own} must not know {wanted or 'the whole'} of src/{file.layer}"


def check_links(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path.name != "CMakeLists.txt" or len(file.parts) != 3 or file.parts[0] not in {"src", "qml"}:
            continue
        folder = file.parts[1]
        rule = layers.SRC.get(folder)
        known = folder in (layers.SRC if file.parts[0] == "src" else layers.QML_LINKS)
        if not known:
            yield file.finding(1, "unknown-layer", f"{file.parts[0]}/{folder} is not in the table of layers")
            continue
        allowed = rule.links if file.parts[0] == "src" else layers.QML_LINKS[folder]
        if allowed is not None:
            yield from link_problems(file, allowed)


def link_problems(file: Source, allowed: frozenset[str]) -> Iterator[Finding]:
    code = cmake_code_of(file.text)
    for call in re.finditer(r"target_link_libraries\s*\(([^)]*)\)", code):
        for number, word in enumerate(re.finditer(r"[^\s\"]+", call.group(1))):
            name = re.sub(r"^Plimsoll::(\w+)$", lambda m: "plimsoll_" + m.group(1).lower(), word.group())
            if number > 0 and name not in allowed | {"PUBLIC", "PRIVATE", "INTERFACE", "plimsoll_options"}:
                line = line_of(code, call.start(1) + word.start())
                yield file.finding(line, "link", f"{'/'.join(file.parts[:2])} must not link {word.group()}")


def check_forbidden_words(tree: Tree) -> Iterator[Finding]:
    for file in tree.under({"src", "tests"}, CXX):
        yield from file.matches(layers.SLEEP, file.bare, "no-sleep", "{} waits for time instead of for an event")
        if file.parts[0] != "src":
            continue
        for rule, pattern in layers.FORBIDDEN_IN_SRC.items():
            yield from file.matches(pattern, file.bare, rule, "{} is not used here")
        if file.place not in layers.CLOCK_FILES:
            yield from file.matches(layers.CLOCK, file.bare, "injected-clock", "{} reads the machine's clock; ask monitor::Clock")
        if file.layer not in layers.DECISION_LAYERS:
            yield from file.matches(layers.DECISION, file.bare, "one-decision", "{} belongs to margin; take the decision of a verdict")
        for writer, pattern in layers.ONE_WRITER.items():
            if file.place != writer:
                yield from file.matches(pattern, file.code, "one-writer", "{}: only " + writer + " does that")
        if file.layer in layers.FLOAT_FREE and file.place not in layers.FLOAT_FILES:
            yield from file.matches(layers.FLOAT, file.bare, "no-floating-point", "{}: amounts are exact here")


def check_shape(tree: Tree) -> Iterator[Finding]:
    for file in tree.under({"src", "qml"}, CXX | {".qml"}):
        if not file.lines or layers.LICENCE not in file.lines[0]:
            yield file.finding(1, "licence", "the first line must be the SPDX licence line")
        if file.path.suffix == ".h" and "#pragma once" not in (line.strip() for line in file.lines[:5]):
            yield file.finding(1, "pragma-once", "a header begins with #pragma once")


def check_classes(tree: Tree) -> Iterator[Finding]:
    """A class whose member functions are defined in two .cpp files is two classes that have not been found yet."""
    homes: dict[str, dict[str, Finding]] = {}  # "layer/Class", then the file, in the order of their names
    for file in tree.under({"src"}, {".cpp"}):
        for match in re.finditer(layers.MEMBER_DEFINITION, file.bare):
            name = match.group(1)
            line = line_of(file.bare, match.start(1))
            finding = file.finding(line, "one-class-one-file", f"{name} is defined in another .cpp file too; find its second class")
            homes.setdefault(f"{file.layer}/{name}", {}).setdefault(file.place, finding)
    for places in homes.values():
        if len(places) > 1:
            yield from places.values()


def check_one_definition(tree: Tree) -> Iterator[Finding]:
    """The tests of a folder share a program, where the linker takes types of one name for one another without a word."""
    known: dict[tuple[Path, str], str] = {}
    for file in tree.under({"tests"}, {".cpp"}):
        seen = file.bare
        while hidden := re.search(r"\bnamespace\s*\{", seen):
            end = end_of_block(seen, hidden.end() - 1)
            seen = seen[: hidden.start()] + re.sub(r"[^\n]", " ", seen[hidden.start() : end]) + seen[end:]
        for match in re.finditer(r"(?m)^(?:class|struct|union|enum(?: class)?)\s+(\w+)[^;{(]*\{", seen):
            first = known.setdefault((file.path.parent, match.group(1)), file.place)
            if first != file.place:
                message = f"{first} has a {match.group(1)} too and may share its program; put it into an unnamed namespace"
                yield file.finding(line_of(seen, match.start()), "one-definition", message)


def check_qml(tree: Tree) -> Iterator[Finding]:
    charting = []
    for file in tree.under({"src", "qml"}, {".qml"}):
        for rule, pattern in layers.QML_FORBIDDEN.items():
            text = file.code if rule == "qml-fetches" else file.bare
            yield from file.matches(pattern, text, rule, "{} has no place in QML")
        yield from text_format_problems(file)
        if file.parts[-1] != "AppComboBox.qml":
            yield from file.matches(r"(?<![\w])(?:[A-Z]\w*\.)?ComboBox\s*\{", file.bare, "qml-bare-combo", "{} knows no wheel, no search and no margins; use AppComboBox")
        charting += file.matches(r"(?m)^[ \t]*import[ \t]+QtCharts\b", file.bare, "qml-charts", "QtCharts is imported by one QML file only")
    yield from charting[1:]
    yield from check_read_late(tree)


def check_read_late(tree: Tree) -> Iterator[Finding]:
    """A file that is read when it is wanted (LazyPart) is nobody's type: whoever names it as one reads it with himself."""
    files = list(tree.under({"src", "qml"}, {".qml"}))
    late = {name for file in files for name in re.findall(r'\bfile\s*:\s*"(\w+)\.qml"', file.code)}
    for file in files:
        for name in sorted(late):
            yield from file.matches(rf"(?<![\w.])(?:\w+\.)?{name}(?=\s*\{{)", file.bare, "qml-read-late", "{} is read only when it is wanted; name its file")


def check_clock_types(tree: Tree) -> Iterator[Finding]:
    for file in tree.under({"src"}, CXX):
        yield from file.matches(layers.CLOCK_INTEGER, file.bare, "clock-type", "{} is a moment without its clock; make it a BootTime or a WallTime")
        if file.place not in layers.CLOCK_CHANGERS:
            yield from file.matches(layers.CLOCK_CHANGED, file.bare, "clock-type", "{} takes a moment of one clock for one of the other")


def check_futures(tree: Tree) -> Iterator[Finding]:
    for file in tree.under({"src", "tests"}, CXX):
        if file.place not in layers.FUTURE_FILES:
            yield from file.matches(layers.RAW_FUTURE, file.bare, "raw-future", "{} calls whoever is gone; use Future and Promise")


def text_format_problems(file: Source) -> Iterator[Finding]:
    for match in re.finditer(r"(?<![\w])(?:[A-Z]\w*\.)?(Text|Label|TextEdit)\s*\{", file.bare):
        body = file.bare[match.end() : end_of_block(file.bare, match.end() - 1) - 1]
        while (inner := body.find("{")) >= 0:
            body = body[:inner] + body[end_of_block(body, inner) :]
        if not re.search(r"\btextFormat\s*:\s*Text(Edit)?\.PlainText\b", body):
            line = line_of(file.bare, match.start())
            yield file.finding(line, "qml-plain-text", f"{match.group(1)} without textFormat: Text.PlainText; use AppText")
    for match in re.finditer(r"\btextFormat\s*:(?!\s*Text(Edit)?\.PlainText\b)", file.bare):
        yield file.finding(line_of(file.bare, match.start()), "qml-plain-text", "the only text format is Text.PlainText")


def anchors_of(path: Path) -> set[str]:
    text = re.sub(r"^(```|~~~).*?^\1", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#{1,6}\s+(.*?)\s*#*$", text, re.M)
    return {slug(heading) for heading in headings} | set(re.findall(r'<a (?:id|name)="([^"]+)"', text))


def target_problem(file: Path, anchor: str, shown: str) -> str:
    if not file.exists():
        return f"{shown} does not exist"
    if anchor and file.suffix == ".md" and anchor not in anchors_of(file):
        return f"{shown} has no heading #{anchor}"
    return ""


def check_document_links(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path.suffix != ".md":
            continue
        text = re.sub(r"`[^`\n]*`", lambda m: " " * len(m.group()), file.text)
        for match in re.finditer(r"\[[^\]\n]*\]\(([^)\s]+)\)|^\[[^\]\n]+\]:\s*(\S+)", text, re.M):
            target = match.group(1) or match.group(2)
            if re.match(r"[a-z][a-z0-9+.-]*:", target):
                continue
            name, _, anchor = target.partition("#")
            path = (file.path.parent / name) if name else file.path
            if message := target_problem(path, anchor, name or file.place):
                yield file.finding(line_of(text, match.start()), "broken-link", message)


def check_document_references(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path.suffix == ".md":
            continue
        for match in re.finditer(r"\bdocs/([\w/.-]+\.md)(?:#([\w-]+))?", file.text):
            if message := target_problem(tree.root / "docs" / match.group(1), match.group(2) or "", "docs/" + match.group(1)):
                yield file.finding(line_of(file.text, match.start()), "broken-reference", message)


CHECKS = (check_includes, check_links, check_forbidden_words, check_shape, check_classes, check_clock_types, check_futures, check_one_definition, check_qml,
          check_document_links, check_document_references)


def findings_in(root: Path) -> list[Finding]:
    tree = Tree(root)
    return sorted({finding for check in CHECKS for finding in check(tree)}, key=lambda f: (f.place, f.line, f.rule))


def main(words: list[str]) -> int:
    root = Path(words[1]).resolve() if len(words) == 2 else None
    if root is None or not (root / "src").is_dir():
        print("usage: check_layers.py ROOT, the folder with src/ in it", file=sys.stderr)
        return 2
    findings = findings_in(root)
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings" if findings else "the layers are in order")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
