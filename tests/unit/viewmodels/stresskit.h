// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testlib/fakestores.h"
#include "viewmodels/analysis/stressanswer.h"
#include "viewmodels/common/rowlistmodel.h"

#include <algorithm>

// What the tests of the stress page's parts ask about.
namespace plimsoll::testlib {

template<typename Row>
const std::vector<Row> &rowsOf(viewmodels::RowModel *model)
{
    return static_cast<viewmodels::RowListModel<Row> *>(model)->rows();
}

/// The accounts of the reference example at prices, as the page asks about them.
inline viewmodels::StressAnswer answerAt(const char *eth, const char *bch, const std::string &asset = {},
                                         std::vector<margin::Account> more = {})
{
    FakeMonitor monitor;
    monitor.stores.portfolio = referencePortfolio();
    std::ranges::move(more, std::back_inserter(monitor.stores.portfolio.accounts));
    monitor.setPrice("ETHUSDT", eth);
    monitor.setPrice("BCHUSDT", bch);
    monitor.evaluate();
    viewmodels::StressAnswer answer;
    answer.accounts = monitor.stores.portfolio.accounts;
    answer.rates = monitor.relay.current()->rates;
    answer.asset = asset;
    answer.move = asset.empty() ? analysis::PriceMove::everything() : analysis::PriceMove::only(asset);
    const auto shocks = analysis::shockSteps(margin::Decimal::fromInteger(-50), margin::Decimal::fromInteger(50),
                                             margin::Decimal::fromInteger(1));
    answer.points = *analysis::stressCurve(answer.accounts, *answer.rates, answer.move, shocks);
    if (!asset.empty()) {
        answer.together = *analysis::stressCurve(answer.accounts, *answer.rates, analysis::PriceMove::everything(),
                                                 shocks);
    }
    answer.domino = analysis::dominoFalls(answer.accounts, *answer.rates, answer.move);
    return answer;
}

inline std::size_t placeOf(const viewmodels::StressAnswer &answer, const char *id)
{
    return static_cast<std::size_t>(std::ranges::find(answer.accounts, id, &margin::Account::id)
                                    - answer.accounts.begin());
}

/// Sold: it holds USDT and owes BCH, and a rise calls it.
inline margin::Account shortOfBch()
{
    margin::Account account = referencePortfolio().accounts[2];
    account.id = "short";
    account.balances = {{"BCH", {}, {}, dec("2"), {}, {}}, {"USDT", dec("500"), {}, {}, {}, {}}};
    return account;
}

} // namespace plimsoll::testlib
