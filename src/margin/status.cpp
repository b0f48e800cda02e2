// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/status.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::margin {

namespace {

constexpr std::array<std::pair<Status, std::string_view>, 6> kWords {{
    {Status::NoDebt, "no_debt"},
    {Status::Normal, "normal"},
    {Status::MarginCall, "margin_call"},
    {Status::Liquidation, "liquidation"},
    {Status::Unknown, "unknown"},
    {Status::Liquidated, "liquidated"},
}};

} // namespace

std::string_view statusWord(Status status)
{
    return std::ranges::find(kWords, status, &std::pair<Status, std::string_view>::first)->second;
}

std::optional<Status> statusFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kWords, word, &std::pair<Status, std::string_view>::second);
    return found == kWords.end() ? std::nullopt : std::optional(found->first);
}

} // namespace plimsoll::margin
