#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every English sentence of the layers below the window is known to wording/reasonforms.cpp, by which the window says it in a person's language.

    check_reasons.py ROOT    prints each sentence that would reach a person in English, ends with 1 where there is one
"""
import pathlib
import re
import sys

LAYERS = ("margin", "alarm", "wire", "scenario", "ports", "feed", "engine", "alarming", "notify", "storage")
# What only the terminal, a log or a developer reads.
ELSEWHERE = {
    "alarm/script.cpp": "files of the terminal's alarm-test",
    "alarm/scripttext.cpp": "files of the terminal's alarm-test",
    "storage/opening/schemamigrator.cpp": "the header of database/schema.sql",
    "ports/process.cpp": "the line of a program that ends by itself",
    "margin/profiles.cpp": "titles of the exchange's own pages",
}
NO_SENTENCES = {
    "banned until ": "looked for in what the exchange says",
    "ddd, dd MMM yyyy HH:mm:ss 'GMT'": "a format",
    "SQLite format 3": "a file's first bytes",
    ", SQLite code ": "behind what SQLite itself says",
    "exit code 0": "an exit code like any other, with its number",
}
LOGGED = re.compile(r"\b(?:qWarning|qCritical|qInfo|qCWarning|qCInfo|qFatal|fputs|tr|translate|QT_TRANSLATE_NOOP|static_assert|assert)\([^;]*;")
COMMENT = re.compile(r'R"\(.*?\)"|//[^\n]*|/\*.*?\*/|("(?:\\.|[^"\\\n])*")', re.DOTALL)  # what is in quotes stays
JOINED = re.compile(r'"\s*\n\s*u?"')
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|BEGIN|WITH|FROM|WHERE|ORDER|JOIN|LEFT|AND|ON)\b|.*(?: = \?| [<>]= \?)")
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? (?:[a-z]{2,}|%\d)")


def forms(text):
    """The sentences of wording/reasonforms.cpp."""
    return [unescaped(form) for form in LITERAL.findall(JOINED.sub("", text)) if form != "Reason"]


def unescaped(literal):
    return literal.replace('\\"', '"').replace("\\n", "")


def sentences(source):
    """What looks like a sentence, or a part of one."""
    code = JOINED.sub("", LOGGED.sub("", re.sub(r"^\s*#.*$", "", COMMENT.sub(lambda match: match.group(1) or "", source), flags=re.MULTILINE)))
    return [unescaped(text) for text in LITERAL.findall(code) if WORDS.search(text) and not SQL.match(text)]


def pieces(text):
    """A literal may hold several reasons, or one with its joints."""
    return [piece for piece in (part.strip(" :;,()") for part in re.split(r"; |: |%\d", text)) if WORDS.search(piece)]


def is_known(text, known):
    return text in NO_SENTENCES or any(text.strip() in form for form in known) or all(any(piece in form for form in known) for piece in pieces(text))


def faults(root):
    known = forms((root / "src/wording/reasonforms.cpp").read_text(encoding="utf-8"))
    found = []
    for layer in LAYERS:
        for path in sorted((root / "src" / layer).rglob("*.[ch]*")):
            name = path.relative_to(root / "src").as_posix()
            if name not in ELSEWHERE:
                found += [f"src/{name}: {text}" for text in sentences(path.read_text(encoding="utf-8")) if not is_known(text, known)]
    return found


def main(arguments):
    found = faults(pathlib.Path(arguments[0]).resolve())
    print("\n".join(found) if found else "every sentence is known")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
