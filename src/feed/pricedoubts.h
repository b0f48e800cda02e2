// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace plimsoll::feed {

/// Which prices jumped so far that they must be asked for again before anything irrevocable is done on them: by more
/// than 10 % from the last one that was believed. A doubt ends when another answer says the same, or when the price is
/// back. Pure; not thread-safe.
class PriceDoubts
{
public:
    /// A price as it came; true where it is in doubt.
    bool note(const std::string &symbol, margin::Decimal price);

    /// What another answer says of a symbol in doubt: whether it is the same price, within 10 %.
    [[nodiscard]] bool agrees(const std::string &symbol, margin::Decimal again) const;

    /// It was said twice.
    void confirm(const std::string &symbol);

    [[nodiscard]] bool isDoubtful(const std::string &symbol) const;

private:
    struct Entry {
        margin::Decimal believed;
        std::optional<margin::Decimal> doubtful;
    };

    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace plimsoll::feed
