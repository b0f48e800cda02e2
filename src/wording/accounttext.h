// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "wording/displayformat.h"

#include <QtCore/QString>

#include <string>

namespace plimsoll::wording {

/// The words that screens and notices say about an account. Pure; any thread.

/// Text from outside, made fit to be shown: NFC, no control or direction-override characters, one line, at most `most`
/// characters.
QString plainName(const std::string &text, int most = 60);

QString accountTitle(const margin::Account &account); ///< "BCH/USDT"; a cross account: its name, or "Cross"
QString accountLabel(const margin::Account &account); ///< "BCH/USDT isolated"; "Cross", or "User A cross"

/// A bar's price, rounded towards danger at a readable number of digits.
QString barPriceText(const DisplayFormat &format, const margin::BarPrice &bar);

QString ratioText(const DisplayFormat &format, margin::Decimal ratio); ///< "1.10"
QString barsText(const DisplayFormat &format, const margin::Thresholds &bars); ///< "1.25 / 1.10 / 1.05"
QString levelOrDash(const DisplayFormat &format, const margin::Assessment &assessment);
/// The same of a decision alone.
QString decidedLevelText(const DisplayFormat &format, const margin::Decision &decision, const margin::Thresholds &bars);
/// "17.0x": of what is held to what is one's own, rounded up; "?x" where it is unknown, or these are not the figures of
/// now; empty where there is none.
QString leverageText(const DisplayFormat &format, const margin::Assessment &assessment, bool isLive = true);
/// "−12.34 %": of a move in percent, at two decimals, rounded towards 0.
QString moveText(const DisplayFormat &format, margin::Decimal percent);

/// "12.0 % to the call · 16.0 % to liquidation"; after a bar was passed, what is left.
QString distanceText(const DisplayFormat &format, const margin::Assessment &assessment);

/// "BCH: call at 176.00 · liquidation at 168.00"; with several assets the prices that each alone would have to reach.
QString barPricesText(const DisplayFormat &format, const margin::Assessment &assessment);

/// "BCHUSDT missing": every price that keeps the level unknown, and why.
QString missingText(const margin::Assessment &assessment);

/// Of the oldest price the account needs, known or not any more: since then its level is not confirmed. Nothing
/// where one of them never came. Everything that dates an outage dates it by this.
std::optional<BootTime> lastPriceTime(const margin::Assessment &assessment);

QString rangeText(const DisplayFormat &format,
                  const margin::Assessment &assessment); ///< "between 0.90 and –"; "" where known

} // namespace plimsoll::wording
