// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::cli {

/// Text from outside as it may be shown in a terminal: control characters (escape sequences, line feeds) and
/// marks of direction become '?'.
std::string printable(std::string_view text);

/// Writes and flushes at once: a script that reads a pipe must not wait for a buffer. False where standard output is
/// gone or full. A command need not look at the answer unless it would go on for long: main() asks outputArrived() of
/// all of them.
bool writeLine(std::string_view line);

/// Whether everything that was ever written to standard output got there.
bool outputArrived();

/// "2021-05-19 13:10:00" UTC.
std::string utcText(WallTime wallTime);

/// A table for people: first row is the header; columns named in `right` are right-aligned.
class Table
{
public:
    explicit Table(std::vector<std::string> header, std::string right = {});
    void add(std::vector<std::string> row);
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
    std::string m_right; // one character per column: 'r' right, else left
};

} // namespace plimsoll::cli
