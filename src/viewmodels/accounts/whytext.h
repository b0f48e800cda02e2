// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "margin/profiles.h"
#include "viewmodels/accounts/whyviewmodel.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QStringList>

namespace plimsoll::viewmodels {

/// The sentences of Why?. They show what margin::assess() computed; they compute nothing of their own but partial sums
/// that are shown. Pure; GUI thread.
QStringList formulaOf(WhyViewModel::Figure figure, const margin::Account &account, const margin::Assessment &assessment,
                      const DisplayFormat &format);
QStringList pricesOf(const margin::Account &account, const margin::Assessment &assessment, const QString &source,
                     BootTime nowBoot, const DisplayFormat &format);
QStringList barsOf(const margin::Account &account, const margin::Profile *profile, const DisplayFormat &format);
QString roundingOf(WhyViewModel::Figure figure);

} // namespace plimsoll::viewmodels
