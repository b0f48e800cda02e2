# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the places of a C++ file where one token can be changed, and what it can be changed into.

Works on text, not on a parse: comments, strings, preprocessor lines and static_asserts are blanked first, and an operator counts only where
this project's formatting leaves no doubt what it is ("a < b" compares, "vector<int>" does not).
"""
import re
from dataclasses import dataclass

KINDS = ("comparison", "sign", "logic", "constant", "return")
COMPARISONS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",)}
SIGNS = {"+": "-", "-": "+", "+=": "-=", "-=": "+="}
LOGIC = {"&&": "||", "||": "&&"}

BLANK = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|(?<!\d)\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#[^\n]*|static_assert\(.*?\);',
                   re.DOTALL | re.MULTILINE)
COMPARISON = re.compile(r"(?<= )(<=|>=|==|!=|<|>)(?= )")
SIGN = re.compile(r"(?<= )(\+=|-=|\+|-)(?= )")
LOGICAL = re.compile(r"(?<= )(&&|\|\|)(?= )")
NEGATION = re.compile(r"(?<=[ (])!(?=[a-zA-Z_(*])")
NUMBER = re.compile(r"(?<![\w.'])\d[\d']*(?:U|LL)?(?![\w.'])")
WORD = re.compile(r"\b(true|false)\b")
RETURN = re.compile(r"\breturn (?!true\b|false\b|\{|std::nullopt)([^;{}\n]+);")


@dataclass(frozen=True)
class Mutant:
    path: str
    start: int  # offset into the file
    end: int
    text: str  # what stands there instead
    kind: str

    def applied(self, source):
        return source[:self.start] + self.text + source[self.end:]

    def identity(self, source):
        """The same mutant after other lines have moved: file, line as written, what changes into what, and which on its line."""
        begin = source.rfind("\n", 0, self.start) + 1
        line = source[begin:source.find("\n", self.start)].strip()
        return f"{self.path} | {line} | {source[self.start:self.end]} -> {self.text} | column {self.column(source)}"

    def column(self, source):
        """Where it begins on its line, the indentation not counted."""
        begin = source.rfind("\n", 0, self.start) + 1
        return self.start - begin - len(source[begin:]) + len(source[begin:].lstrip())

    def line(self, source):
        return source.count("\n", 0, self.start) + 1


def blanked(source):
    """The source with everything blanked that is no code; offsets stay."""
    return BLANK.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)


def is_bool_function(code, position):
    """Whether the function around a return gives a bool, judged by the nearest line that opens a function."""
    heads = re.findall(r"^(?:    )?(?:\[\[nodiscard\]\] )?(?:constexpr )?(?:static )?([\w:<>, ]+?)[ &*]+[\w:~]+\([^;]*\)(?: const)?(?: noexcept)?\s*\{?\s*$",
                       code[:position], re.MULTILINE)
    return bool(heads) and heads[-1].strip() == "bool"


def mutants_of(path, source):
    """Every mutant of a file, in the order of the file."""
    code = blanked(source)
    found = []

    def add(start, end, text, kind):
        found.append(Mutant(path, start, end, text, kind))

    for match in COMPARISON.finditer(code):
        for text in COMPARISONS[match.group()]:
            add(*match.span(), text, "comparison")
    for match in SIGN.finditer(code):
        add(*match.span(), SIGNS[match.group()], "sign")
    for match in LOGICAL.finditer(code):
        add(*match.span(), LOGIC[match.group()], "logic")
    for match in NEGATION.finditer(code):
        add(*match.span(), "", "logic")
    for match in NUMBER.finditer(code):
        digits = match.group().rstrip("UL").replace("'", "")
        add(*match.span(), str(int(digits) + 1) + match.group()[len(match.group().rstrip("UL")):], "constant")
    for match in WORD.finditer(code):
        add(*match.span(), "false" if match.group() == "true" else "true", "constant")
    for match in RETURN.finditer(code):
        if is_bool_function(code, match.start()):
            add(match.start(1), match.end(1), f"!({source[match.start(1):match.end(1)]})", "return")
    return sorted(found, key=lambda mutant: (mutant.start, mutant.text))
