// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/sqlstatement.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace plimsoll::storage {

/// Enumerations stand in the database as words, the same that the CHECK lists of the schema hold. Every enumeration has
/// one table of words, in its own layer or, where only storage writes it, a WordTable here. Reading never guesses: a
/// word that the table does not have is refused.

/// The words of an enumeration.
template<typename Enum, std::size_t N>
struct WordTable {
    std::array<std::pair<Enum, std::string_view>, N> rows;

    [[nodiscard]] constexpr std::string_view wordOf(Enum value) const
    {
        return std::ranges::find(rows, value, &std::pair<Enum, std::string_view>::first)->second;
    }

    [[nodiscard]] constexpr std::optional<Enum> operator()(std::string_view word) const
    {
        const auto found = std::ranges::find(rows, word, &std::pair<Enum, std::string_view>::second);
        return found == rows.end() ? std::nullopt : std::optional(found->first);
    }
};

/// A word of this program, ASCII, as text to bind.
QString wordText(std::string_view word);

/// The value, or DatabaseIsBroken thrown where there is none.
template<typename T>
T known(const std::optional<T> &value, const char *what)
{
    if (!value) {
        refuse(ErrorCode::DatabaseIsBroken, "database",
               std::string("the ") + what + " is none that this program knows");
    }
    return *value;
}

/// What the word in a column means; `fromWord` is the table of the enumeration. Throws DatabaseIsBroken.
template<typename FromWord>
auto wordAt(const SqlStatement &s, int column, const FromWord &fromWord, const char *what)
{
    return known(fromWord(s.utf8(column)), what);
}

/// The same for a column that may be empty: nothing where it is.
template<typename FromWord>
auto optionalWordAt(const SqlStatement &s, int column, const FromWord &fromWord, const char *what)
{
    return s.isNull(column) ? decltype(fromWord(std::string_view())) {}
                            : std::optional(wordAt(s, column, fromWord, what));
}

} // namespace plimsoll::storage
