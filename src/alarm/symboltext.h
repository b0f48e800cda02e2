// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plimsoll::alarm {

/// The symbol that a person means by "btcusdt", "BTC/USDT", "btc-usdt" or "btc usdt": BTCUSDT. Letters beyond A to Z
/// stay as they are.
std::string symbolFrom(std::string_view typed);

} // namespace plimsoll::alarm
