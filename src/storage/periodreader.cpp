// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/periodreader.h"

#include "storage/storage.h"

#include <algorithm>
#include <set>

namespace plimsoll::storage {

namespace {

using monitor::Period;

// Keeps what lies within the period.
template<typename Row>
std::vector<Row> within(std::vector<Row> rows, const Period &period)
{
    std::erase_if(rows, [&period](const Row &row) { return row.time < period.from || row.time > period.to; });
    return rows;
}

Result<Done> readAccounts(Storage &storage, const std::vector<margin::Account> &accounts, Period &period)
{
    for (const margin::Account &account : accounts) {
        auto track = storage.levelTrack(account.id, period.from, period.to);
        if (!track) {
            return track.error();
        }
        auto statuses = storage.statusHistory(account.id, 0);
        if (!statuses) {
            return statuses.error();
        }
        auto barChanges = storage.barChanges(account.id, 0);
        if (!barChanges) {
            return barChanges.error();
        }
        period.accounts.push_back({account, std::move(track).value(), within(std::move(statuses).value(), period),
                                   within(std::move(barChanges).value(), period)});
    }
    return Done {};
}

Result<Done> readPrices(Storage &storage, const std::vector<margin::Account> &accounts, Period &period)
{
    std::set<std::string> symbols;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            symbols.insert(balance.asset + account.quoteAsset);
        }
    }
    for (const std::string &symbol : symbols) {
        auto prices = storage.priceHistory(symbol, period.from, period.to);
        if (!prices) {
            return prices.error();
        }
        if (!prices->empty()) {
            period.prices.push_back({symbol, std::move(prices).value()});
        }
    }
    return Done {};
}

} // namespace

Result<Period> readPeriod(Storage &storage, WallTime from, WallTime to)
{
    Period period {from, to, {}, {}, {}, {}};
    const auto portfolio = storage.loadPortfolio();
    if (!portfolio) {
        return portfolio.error();
    }
    if (const auto read = readAccounts(storage, portfolio->accounts, period); !read) {
        return read.error();
    }
    if (const auto read = readPrices(storage, portfolio->accounts, period); !read) {
        return read.error();
    }
    monitor::AlarmHistoryFilter filter;
    filter.from = from;
    filter.to = to;
    auto alarms = storage.alarmHistory(filter);
    if (!alarms) {
        return alarms.error();
    }
    auto journal = storage.journal({});
    if (!journal) {
        return journal.error();
    }
    period.alarms = within(std::move(alarms).value(), period);
    period.journal = within(std::move(journal).value(), period);
    return period;
}

} // namespace plimsoll::storage
