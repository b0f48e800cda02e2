#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares resources/i18n/*.ts with the texts that lupdate finds in the sources.

    check_translations.py LUPDATE ROOT            prints what is wrong, ends with 1 where something is
    check_translations.py LUPDATE ROOT --update   brings the files up to date; new texts are left unfinished

The check writes nothing below ROOT: lupdate works on a file in a temporary folder.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

FORMS = {"de_DE": 2}  # plural forms of a language
PLACEHOLDER = re.compile(r"%L?(?:n|\d{1,2})")
Key = collections.namedtuple("Key", "context source comment")


class Entry:
    """One message: `forms` are its translations, more than one only for %n."""

    def __init__(self, message):
        node = message.find("translation")
        self.plural = message.get("numerus") == "yes"
        self.finished = node is not None and node.get("type") is None
        forms = [] if node is None else node.findall("numerusform") if self.plural else [node]
        self.forms = [form.text or "" for form in forms]


def entries(text):
    """Language and {Key: Entry} of a .ts file's text."""
    root = ElementTree.fromstring(text)
    found = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            key = Key(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = Entry(message)
    return root.get("language"), found


def edge(text):
    """White space at both ends and a closing ellipsis: what is joined to something else, or opens a dialog."""
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):], text.endswith("…")


def faults_of(key, entry, forms):
    """What is wrong with one translated message."""
    if not entry.finished:
        yield "unfinished"
    if len(entry.forms) != (forms if entry.plural else 1):
        yield "wrong number of plural forms"
    for form in entry.forms:
        if not form.strip():
            yield "empty"
        elif sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(key.source)):
            yield f"other placeholders in '{form}'"
        elif edge(form) != edge(key.source):
            yield f"other white space at an end, or ellipsis, in '{form}'"


def contexts_at_run_time(files):
    """The contexts that the program asks for: of a QML file its name, of a class its full name, and what translate() is given."""
    known, named = {"QObject"}, set()
    for path, text in files.items():
        if path.suffix == ".qml":
            known.add(path.stem)
            continue
        space = ""
        for opened, name in re.findall(r"^namespace ([\w:]+)\s*\{|^class (\w+)[^;{]*\{\s*Q_OBJECT", text, re.M):
            space = opened or space
            if name:
                known.add(f"{space}::{name}" if space else name)
        known.update(re.findall(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)", text))
        named.update(re.findall(r'\btranslate\(\s*"([^"]+)"', text))
    return known | named, named


def compare(stored_text, fresh_text, files):
    """Every fault as one line of text."""
    language, stored = entries(stored_text)
    _, fresh = entries(fresh_text)
    faults = [f"not in the file: {key}" for key in fresh if key not in stored]
    faults += [f"not in the sources any more: {key}" for key in stored if key not in fresh]
    faults += [f"plural in one of both only: {key}" for key in fresh if key in stored and fresh[key].plural != stored[key].plural]
    for key, entry in stored.items():
        faults += [f"{fault}: {key}" for fault in faults_of(key, entry, FORMS.get(language, 2))]
    known, named = contexts_at_run_time(files)
    used = {key.context for key in stored}
    faults += [f"the program never asks for the context {context}" for context in sorted(used - known)]
    faults += [f"translate() asks for the context {context}, which has no text" for context in sorted(named - used)]
    if "<location" in stored_text:
        faults.append("the file names source lines: use -locations none")
    return faults


def lupdate(program, root, target, language):
    """Fills `target` with the texts of src and qml. -I lets lupdate see the classes' full names, which tr() asks for."""
    subprocess.run([program, "-silent", "-recursive", "src", "qml", "-I", "src", "-locations", "none", "-no-obsolete",
                    "-source-language", "en", "-target-language", language, "-ts", str(target)],
                   cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def sources(root):
    paths = [path for folder in ("src", "qml") for path in (root / folder).rglob("*") if path.suffix in {".cpp", ".h", ".qml"}]
    return {path: path.read_text(encoding="utf-8") for path in paths}


def main(arguments):
    program, root = arguments[0], pathlib.Path(arguments[1]).resolve()
    stored = sorted((root / "resources" / "i18n").glob("*.ts"))
    faults = [] if stored else ["no .ts file"]
    for path in stored:
        text = path.read_text(encoding="utf-8")
        language = entries(text)[0]
        if "--update" in arguments:
            lupdate(program, root, path, language)
            continue
        with tempfile.TemporaryDirectory() as folder:
            fresh = pathlib.Path(folder) / path.name
            lupdate(program, root, fresh, language)
            faults += [f"{path.name}: {fault}" for fault in compare(text, fresh.read_text(encoding="utf-8"), sources(root))]
    print("\n".join(faults) if faults else f"{len(stored)} file(s) checked")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
