// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/ports/alarmstores.h"

#include <array>

namespace plimsoll::monitor {

std::string occurrenceId(const alarm::Key &key, std::uint32_t occurrence)
{
    return key.account + '|' + std::string(alarm::conditionWord(key.condition)) + '|' + key.detail + '|' + std::to_string(occurrence);
}

std::string_view outboxWord(OutboxRow::Result result)
{
    static constexpr std::array<std::string_view, 4> kWords {"pending", "delivered", "failed", "folded"};
    return kWords[static_cast<std::size_t>(result)];
}

} // namespace plimsoll::monitor
