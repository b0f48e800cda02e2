// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"

namespace plimsoll::scenario {

/// The reference example's people on day N (docs/reference-example.md): user A holds 5 ETH and 5 BCH in the cross
/// account with 1,600 USDT borrowed; user B holds each in an isolated account with 800 borrowed. A wallet of 1,000 USDT
/// stands by for top-ups, which the story does not use. Source: Binance FAQ "Differences Between Isolated Margin and
/// Cross Margin", 2020-06-04.
margin::Portfolio referenceExample();

} // namespace plimsoll::scenario
