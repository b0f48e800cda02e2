// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"
#include "wording/accounttext.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// The words that several screens say about an account's state. Pure; GUI thread because of translations.

using wording::accountLabel;
using wording::accountTitle;
using wording::barPricesText;
using wording::barPriceText;
using wording::barsText;
using wording::distanceText;
using wording::lastPriceTime;
using wording::levelOrDash;
using wording::leverageText;
using wording::missingText;
using wording::plainName;
using wording::rangeText;
using wording::ratioText;

QString stateWord(RiskState state);

RiskState riskStateOf(const margin::Decision &decision);

/// A moment in boot ms as the clock on the wall showed it when the snapshot was made: "12:01:05", with the date where
/// it is not of today.
QString momentText(BootTime bootTime, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format);

QString permissionsText(const margin::Permissions &permissions); ///< "may trade, not borrow or transfer out"

} // namespace plimsoll::viewmodels
