// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "scenario/samplewalk.h"

#include <QtCore/QStringList>

#include <vector>

/// A replay against a second way of walking the same candles, and accounts that feel a crash.
namespace plimsoll::test {

/// An isolated account in USDT that holds one coin and owes USDT.
margin::Account isolatedIn(const char *id, const char *base, const char *held, const char *owed);

/// Debts in USDT of the crash accounts.
struct CrashDebts {
    const char *cross;
    const char *btc;
    const char *eth;
    const char *bch;
    const char *doge;
};

/// 1 BTC, 10 ETH, 10 BCH and 10,000 DOGE, isolated, and a cross account that holds three coins and owes one beside
/// USDT.
std::vector<margin::Account> crashAccounts(const CrashDebts &debts);

/// A file of candles from its bytes; `name` says symbol and interval.
scenario::BarSeries barsOf(const QString &name, const QByteArray &bytes);

/// What the replay tells: "time account status", change by change.
QStringList replayed(const std::vector<margin::Account> &accounts, const std::vector<scenario::BarSeries> &all);

/// The second way: every sample of every candle sorted by time, every level a rational, nothing shared with the product
/// but the input.
QStringList replayedNaively(const std::vector<margin::Account> &accounts, const std::vector<scenario::BarSeries> &all);

} // namespace plimsoll::test
