// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/chancequestion.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace plimsoll::viewmodels {

/// The words about chances. Estimates: binary floating point, rounded for reading. Pure; GUI thread because of
/// translations.

/// "3.10 ± 0.24 %": two standard errors are 95 of 100. Exact ones are "0 %" and "100 %"; what none of the paths met is
/// "< 0.02 %", never 0.
QString probabilityText(const DisplayFormat &format, const chance::Probability &probability, std::uint64_t paths);
QString durationText(const DisplayFormat &format, double minutes); ///< "40 min", "87.5 h"
QString estimateText(const DisplayFormat &format, double value); ///< of money: two decimals
QString horizonText(std::int64_t horizon); ///< "1 week"
QString methodText(chance::Method method); ///< "Random walk"

/// What the numbers take for granted, a sentence each: where prices come from, what is left out, what was repaired.
QStringList assumptions(const ChanceAnswer &answer, const DisplayFormat &format);

QString refusalText(const ChanceRefusal &refusal);

} // namespace plimsoll::viewmodels
