// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "feed/exchangepoller.h"
#include "margin/account.h"
#include "margin/quotes.h"
#include "storage/storage.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <functional>
#include <memory>

namespace plimsoll::cli {

/// Accounts with the prices they are judged by.
struct BookInput {
    margin::Portfolio portfolio;
    margin::QuoteBoard board; ///< evaluated
    std::shared_ptr<const margin::Rates> rates; ///< of the board
    QHash<QString, QString> settings; ///< of the person's own book; none of files
};

/// Lets a board know the pairs that a command needs beyond those of the accounts.
using MorePairs = std::function<void(const margin::Portfolio &portfolio, margin::QuoteBoard &board)>;

/// The person's accounts as they are judged now: with announced bars that have begun, whether or not a program has put
/// them in force yet. Errors: those of Storage::loadPortfolio().
Result<margin::Portfolio> loadBook(storage::Storage &storage);

/// A board that knows the rates of all accounts, without prices.
margin::QuoteBoard boardFor(const std::vector<margin::Account> &accounts);

/// One poll: returns when the source has answered or failed for the first time; whether it answered. Why there are no
/// prices is told on standard error.
bool pollOnce(const feed::ExchangePollerOptions &options, margin::QuoteBoard &board);

/// --portfolio and --prices; prices that cannot be used are told on standard error. Errors: those of the files.
Result<BookInput> readBookFiles(const Arguments &arguments, const MorePairs &more = {});

/// The same where they are given, else the person's own accounts at the exchange's prices. What is wrong is told, and
/// the exit code returned; kOk where `book` was filled.
int readBook(const Arguments &arguments, BookInput &book, const MorePairs &more = {});

} // namespace plimsoll::cli
