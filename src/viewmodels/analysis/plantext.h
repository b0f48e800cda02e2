// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/plantoday.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// Prepared plans in words. Pure; GUI thread because of translations.

/// "Deposit 150.00 USDT from Spot wallet"; of a move the giving account as it is called in `book`.
QString planText(const margin::PreparedPlan &plan, const margin::Portfolio &book, const DisplayFormat &format);

/// How it stands today: "Leads to level 1.25.", "Not enough any more: leads to level 1.19; today 163.20 USDT lead to
/// 1.25." Requires: its account is in `book`.
QString planTodayText(const margin::PreparedPlan &plan, const analysis::PlanToday &today, const margin::Portfolio &book,
                      const DisplayFormat &format);

/// "163.20 USDT", rounded up at the digits that are paid.
QString planAmountText(margin::Decimal amount, const std::string &asset, const DisplayFormat &format);

} // namespace plimsoll::viewmodels
