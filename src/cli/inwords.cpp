// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inwords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::cli {

std::string inWords(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWords {
        {{"no_debt", "nothing owed"},
         {"unknown", "level not known"},
         {"liquidated", "closed by a liquidation"},
         {"no_rate", "no daily rate known"},
         {"too_far", "beyond 1,000,000 hours"},
         {"not_reached", "never"},
         {"not_accepted", "takes only its pair's assets"},
         {"no_price", "no price of it"},
         {"not_owed", "owes nothing of it"},
         {"no_assets", "holds nothing"},
         {"no_pair", "nothing but its quote asset"},
         {"marginCall", "margin call"}}};
    const auto *known = std::ranges::find(kWords, word, &std::pair<std::string_view, std::string_view>::first);
    if (known != kWords.end()) {
        return std::string(known->second);
    }
    std::string text(word);
    std::ranges::replace(text, '_', ' ');
    return text;
}

} // namespace plimsoll::cli
