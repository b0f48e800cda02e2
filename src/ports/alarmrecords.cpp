// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/alarmrecords.h"

#include <algorithm>
#include <array>

namespace plimsoll::monitor {

namespace {

constexpr std::array<std::string_view, 4> kOutboxWords {"pending", "delivered", "failed", "folded"};

} // namespace

std::string occurrenceId(const alarm::Key &key, std::uint32_t occurrence)
{
    return key.account + '|' + std::string(alarm::conditionWord(key.condition)) + '|' + key.detail + '|'
        + std::to_string(occurrence);
}

std::string_view outboxWord(OutboxRow::Result result)
{
    return kOutboxWords[static_cast<std::size_t>(result)];
}

std::optional<OutboxRow::Result> outboxFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kOutboxWords, word);
    return found == kOutboxWords.end() ? std::nullopt
                                       : std::optional(static_cast<OutboxRow::Result>(found - kOutboxWords.begin()));
}

} // namespace plimsoll::monitor
