// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "wording/noticetext.h"

#include <QtCore/QStringList>

namespace plimsoll::wording {

/// What a notice says below its title about its worst alarm: how it stands, the facts, and what to do. `account` may be
/// nullptr. Pure.
QStringList noticeBody(const alarm::NoticeLine &line, const margin::Account *account, bool isReminder,
                       const NoticeFacts &facts, const DisplayFormat &format);

/// "BCH 170.00, 2 s old. Liquidation at 168.00, 1.17 % below." for up to three assets that move the level.
QString noticePrices(const margin::Assessment &assessment, BootTime nowBoot, const DisplayFormat &format);

/// "To reach 1.25: deposit 150.00 USDT, or repay 120.00, or sell and repay 600.00." Without amounts where they are
/// hidden; "" where nothing is needed or known.
QString waysText(const margin::Account &account, const margin::Assessment &assessment, bool hideAmounts,
                 const DisplayFormat &format);

} // namespace plimsoll::wording
