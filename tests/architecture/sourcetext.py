# SPDX-License-Identifier: GPL-3.0-or-later
"""Source text with comments (and, if asked, string contents) blanked out, every line kept in its place."""

import re

_RAW_STRING = re.compile(r'R"([^ ()\\\t\n]*)\(')


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _is_digit_separator(text: str, at: int) -> bool:
    start = at
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "'._"):
        start -= 1
    return start < at and text[start].isdigit()


def _end_of_string(text: str, at: int) -> int:
    quote = text[at]
    i = at + 1
    while i < len(text) and text[i] != quote:
        if text[i] == "\n" and quote != "`":
            return i  # not a string after all; go on with the next line
        i += 2 if text[i] == "\\" else 1
    return min(i + 1, len(text))


def code_of(text: str, strings: bool = True) -> str:
    """C++ or QML without comments; `strings` False blanks the contents of strings too."""
    out: list[str] = []
    i = 0
    while i < len(text):
        if text.startswith("//", i):
            end = text.find("\n", i)
            end = len(text) if end < 0 else end
            out.append(_blank(text[i:end]))
        elif text.startswith("/*", i):
            end = text.find("*/", i)
            end = len(text) if end < 0 else end + 2
            out.append(_blank(text[i:end]))
        elif raw := _RAW_STRING.match(text, i):
            end = text.find(")" + raw.group(1) + '"', raw.end())
            end = len(text) if end < 0 else end + len(raw.group(1)) + 2
            out.append(text[i:end] if strings else _blank(text[i:end]))
        elif text[i] in "\"'`" and not (text[i] == "'" and _is_digit_separator(text, i)):
            end = _end_of_string(text, i)
            out.append(text[i:end] if strings else text[i] + _blank(text[i + 1 : end - 1]) + text[end - 1 : end])
        else:
            end = i + 1
            out.append(text[i])
        i = end
    return "".join(out)


def cmake_code_of(text: str) -> str:
    return re.sub(r"#[^\n]*", lambda match: _blank(match.group()), text)


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def end_of_block(text: str, brace: int) -> int:
    """The place after the brace that closes the one at `brace`. Requires: strings blanked."""
    depth = 0
    for i in range(brace, len(text)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return i + 1
    return len(text)


def slug(heading: str) -> str:
    """The anchor that a Markdown heading gets on the usual hosts."""
    plain = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
