// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/chancequestion.h"

#include "analysis/twin.h"
#include "viewmodels/common/candlefiles.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Account;

namespace {

constexpr std::size_t kMostFans = 100; // accounts; 4 MB each while it runs

// The accounts and their twins, where the twins need no other prices in no other unit: the paths stay the same.
void addTwins(ChanceAnswer &answer, const margin::Rates &rates)
{
    const auto twins = analysis::twinsOf(answer.accounts, rates);
    std::vector<Account> all = answer.accounts;
    for (std::size_t i = 0; twins && i < twins->twins.size(); ++i) {
        const auto &made = twins->twins[i].accounts;
        all.insert(all.end(), made.begin(), made.end());
    }
    chance::Book book = chance::makeBook(all, rates);
    if (book.unit == answer.book.unit && book.assets == answer.book.assets) {
        answer.book = std::move(book);
        answer.accounts = std::move(all);
    }
}

} // namespace

ChanceOutcome answerOf(const ChanceQuestion &question, const std::stop_token &stop, chance::StudyProgress &progress)
{
    using Because = ChanceRefusal::Because;
    const auto candles = readCandles(question.files, stop);
    if (!candles) {
        return ChanceRefusal {Because::File, candles.error(), {}};
    }
    auto answer = std::make_shared<ChanceAnswer>();
    answer->accounts = question.accounts;
    answer->realCount = question.accounts.size();
    answer->book = chance::makeBook(question.accounts, *question.rates);
    const QString unit = QString::fromStdString(answer->book.unit);
    answer->statistics = chance::estimateReturns(*candles, answer->book.assets, answer->book.unit);
    auto market = chance::makeMarket(answer->statistics, answer->book.assets, question.wishes);
    if (!market) {
        return ChanceRefusal {Because::History, market.error(), unit};
    }
    answer->market = std::move(market).value();
    addTwins(*answer, *question.rates);
    answer->simulation = question.simulation;
    for (const Account &account : answer->accounts) {
        if (answer->simulation.fans.size() < kMostFans) {
            answer->simulation.fans.insert(account.id);
        }
    }
    auto methods = chance::simulateAll(answer->book, answer->market, question.methods, answer->simulation, stop,
                                       progress);
    if (!methods) {
        return ChanceRefusal {Because::JointHistory, methods.error(), unit};
    }
    if (!*methods) {
        return std::monostate {};
    }
    answer->methods = std::move(*methods.value());
    return std::shared_ptr<const ChanceAnswer>(std::move(answer));
}

} // namespace plimsoll::viewmodels
