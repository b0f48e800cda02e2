// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/returns.h"
#include "chance/study.h"
#include "margin/account.h"
#include "margin/error.h"

#include <QtCore/QStringList>

#include <memory>
#include <variant>
#include <vector>

namespace plimsoll::viewmodels {

/// What a person asks of the page Chance; all of it values, for a pool thread.
struct ChanceQuestion {
    QStringList files; ///< of candles, as `chance --klines` takes them
    std::vector<margin::Account> accounts;
    std::shared_ptr<const margin::Rates> rates;
    std::vector<chance::Method> methods; ///< at least one
    chance::SimulationOptions simulation;
    chance::MarketWishes wishes;
};

/// Everything that came out. The accounts are those that were asked about, then their twins in the other margin mode,
/// all simulated on the same paths; `methods` have them in that order.
struct ChanceAnswer {
    std::vector<margin::Account> accounts;
    std::size_t realCount = 0;
    chance::Book book;
    chance::ReturnStatistics statistics;
    chance::MarketModel market;
    chance::SimulationOptions simulation;
    std::vector<chance::MethodChances> methods;
};

/// Why nothing came out.
struct ChanceRefusal {
    enum class Because {
        File, ///< one of the candle files; the error names file and line
        History, ///< nothing says how an asset moves; the error's place is the asset
        JointHistory, ///< a method needs intervals in which all assets have candles
    };

    Because because = Because::File;
    Error error;
    QString unit; ///< of prices
};

using ChanceOutcome =
    std::variant<std::monostate, ChanceRefusal, std::shared_ptr<const ChanceAnswer>>; ///< nothing: it was stopped

/// Reads the files, estimates, and simulates as `plimsoll-cli chance` does: the same numbers for the same seed. The
/// twins change none of them. Blocks; heeds `stop` within milliseconds once the files are read. Any thread.
ChanceOutcome answerOf(const ChanceQuestion &question, const std::stop_token &stop, chance::StudyProgress &progress);

} // namespace plimsoll::viewmodels
