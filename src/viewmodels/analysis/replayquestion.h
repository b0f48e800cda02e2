// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/error.h"
#include "ports/historyport.h"
#include "report/replaypage.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <atomic>
#include <memory>
#include <stop_token>
#include <variant>
#include <vector>

namespace plimsoll::viewmodels {

/// What a person asks of the page Replay; all of it values, for a pool thread.
struct ReplayQuestion {
    QStringList files; ///< of candles, as `replay --klines` takes them
    std::optional<std::vector<monitor::KeptPrices>> recorded; ///< what is played instead of files
    QString bookPath; ///< a portfolio file to play with; empty: `accounts`
    std::vector<margin::Account> accounts;
    std::optional<alarm::Ms> acknowledgeAfter; ///< as in scenario::AlarmReplayOptions
};

/// A run that was made: the accounts, and what became of them in either margin mode.
struct ReplayAnswer : report::PlayedReplay {
    QStringList unpriced; ///< symbols that an account needs and no file has
};

/// Nothing: it was stopped. The error names the file and its line; Malformed without a place: there are no candles.
using ReplayOutcome = std::variant<std::monostate, Error, std::shared_ptr<const ReplayAnswer>>;

/// Reads the files and plays them as `plimsoll-cli replay`, `replay --alarms` and `twin` do. `done` becomes how much is
/// done, of 1000. Blocks; heeds `stop` within milliseconds once the files are read. Any thread.
ReplayOutcome answerOf(const ReplayQuestion &question, const std::stop_token &stop, std::atomic<int> &done);

} // namespace plimsoll::viewmodels
