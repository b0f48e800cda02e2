// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <QtCore/QString>

#include <map>
#include <string>
#include <utility>

namespace plimsoll::monitor {

/// What a person says of how assets move, in place of what candles say. Two settings of the database, so that the
/// window and the terminal program reckon with the same.
inline constexpr QStringView kOwnBetasKey = u"own_betas";
inline constexpr QStringView kOwnCorrelationsKey = u"own_correlations";

using OwnBetas = std::map<std::string, margin::Decimal>; ///< by asset, against BTC
/// By two assets in alphabetical order; from -1 to 1.
using OwnCorrelations = std::map<std::pair<std::string, std::string>, margin::Decimal>;

/// The settings as text: a JSON object of numbers in quotes, by "ETH", and by "BCH" in one by "ETH".
QString settingOf(const OwnBetas &betas);
QString settingOf(const OwnCorrelations &correlations);

/// What they hold. Checked like input, since a database may have been edited by hand: what makes no sense is left out.
/// Whether a beta is within its limits is for whoever uses it. Pure; any thread.
OwnBetas ownBetas(const QString &setting);
OwnCorrelations ownCorrelations(const QString &setting);

} // namespace plimsoll::monitor
