// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountview.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>

#include <vector>

namespace plimsoll::viewmodels {

/// What accounts hold and owe together: "Assets 169,776.00 · Debt 128,065.00 USDT". Summed over those that are valued
/// in the asset in which most of them are, and whose prices are all known; "(10 of 12)" behind it says where that is
/// not all. Empty where there are fewer than two of them. Assets rounded down, debt up. Pure; any thread.
QString totalsText(const std::vector<AccountView> &views, const DisplayFormat &format);

} // namespace plimsoll::viewmodels
