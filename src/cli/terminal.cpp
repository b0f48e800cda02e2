// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace plimsoll::cli {

namespace {

// Characters, not bytes; good enough to line up accented names (wide glyphs may shift a column).
std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Bytes of a character at the beginning of the text that would command the terminal instead of being shown: control
// characters (C1 too, as some terminals obey them like escape sequences), line ends, and marks of direction, which make
// a text read as another one. 0 where it is none.
std::size_t harmfulLength(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x20 || byte == 0x7F) {
        return 1;
    }
    if (byte == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0x80
        && static_cast<unsigned char>(text[1]) <= 0x9F) { // U+0080..U+009F
        return 2;
    }
    // U+061C; U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069; U+FEFF
    // NOLINTBEGIN(misc-misleading-bidirectional): these are what is looked for
    static constexpr std::array<std::string_view, 15> kMarks {"\u061c", "\u200e", "\u200f", "\u2028", "\u2029",
                                                              "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
                                                              "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff"};
    // NOLINTEND(misc-misleading-bidirectional)
    const auto *mark = std::ranges::find_if(kMarks, [text](std::string_view one) { return text.starts_with(one); });
    return mark == kMarks.end() ? 0 : mark->size();
}

} // namespace

std::string printable(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t harmful = harmfulLength(text.substr(i));
        clean += harmful > 0 ? '?' : text[i];
        i += std::max<std::size_t>(harmful, 1);
    }
    return clean;
}

bool writeLine(std::string_view line)
{
    const bool written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size()
        && std::fputc('\n', stdout) != EOF;
    return std::fflush(stdout) == 0 && written;
}

bool outputArrived()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

std::string utcText(WallTime wallTime)
{
    const auto seconds = static_cast<std::time_t>(wallTime.ms() / 1000);
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text {};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts);
    return {text.data(), length};
}

Table::Table(std::vector<std::string> header, std::string right)
    : m_rows {std::move(header)}
    , m_right(std::move(right))
{
}

void Table::add(std::vector<std::string> row)
{
    for (std::string &cell : row) {
        cell = printable(cell);
    }
    m_rows.push_back(std::move(row));
}

std::string Table::text() const
{
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto &row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    std::string text;
    for (const auto &row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - widthOf(row[i]), ' ');
            const bool right = i < m_right.size() && m_right[i] == 'r';
            line += (i > 0 ? "  " : "") + (right ? padding + row[i] : row[i] + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace plimsoll::cli
