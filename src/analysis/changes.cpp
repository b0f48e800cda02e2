// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/changes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::analysis {

namespace {

constexpr std::array<std::pair<HypotheticalKind, std::string_view>, 6> kKindWords {
    {{HypotheticalKind::TopUp, "top_up"},
     {HypotheticalKind::TransferOut, "transfer_out"},
     {HypotheticalKind::Borrow, "borrow"},
     {HypotheticalKind::Repay, "repay"},
     {HypotheticalKind::Buy, "buy"},
     {HypotheticalKind::Sell, "sell"}}};

template<typename Value>
void putOver(std::map<std::string, Value> &base, const std::map<std::string, Value> &more)
{
    for (const auto &[name, value] : more) {
        base.insert_or_assign(name, value);
    }
}

} // namespace

std::string_view hypotheticalKindWord(HypotheticalKind kind)
{
    return std::ranges::find(kKindWords, kind, &std::pair<HypotheticalKind, std::string_view>::first)->second;
}

std::optional<HypotheticalKind> hypotheticalKindFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kKindWords, word, &std::pair<HypotheticalKind, std::string_view>::second);
    return found == kKindWords.end() ? std::nullopt : std::optional(found->first);
}

Result<margin::Decimal> validatedShock(margin::Decimal percent)
{
    using margin::Decimal;
    if (percent <= Decimal::fromInteger(-100) || percent > Decimal::fromInteger(1'000'000)) {
        return Error {
            ErrorCode::Malformed, {}, "a shock is above -100 % and at most 1000000 %, not " + percent.toString()};
    }
    if (percent.rounded(kShockDigits, margin::Rounding::Down) != percent) {
        return Error {ErrorCode::Malformed, {}, "a shock has at most 8 decimals, not " + percent.toString()};
    }
    return percent;
}

Result<margin::Thresholds> parseBars(std::string_view text)
{
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos) {
        return Error {
            ErrorCode::Malformed, {}, "three ratios are needed here, initial/call/liquidation, such as 1.25/1.10/1.05"};
    }
    std::array<margin::Decimal, 3> ratios;
    const std::array parts {text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto ratio = margin::Decimal::parse(parts[i]);
        if (!ratio) {
            return ratio.error();
        }
        ratios[i] = *ratio;
    }
    return margin::validated(margin::Thresholds {ratios[0], ratios[1], ratios[2]});
}

Changes merged(Changes base, const Changes &more)
{
    base.name = more.name.empty() ? base.name : more.name;
    putOver(base.prices, more.prices);
    putOver(base.shocks, more.shocks);
    putOver(base.bars, more.bars);
    base.bookings.insert(base.bookings.end(), more.bookings.begin(), more.bookings.end());
    return base;
}

} // namespace plimsoll::analysis
