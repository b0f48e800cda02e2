// SPDX-License-Identifier: GPL-3.0-or-later
// One engine decides, several readers look at what it handed out: every snapshot must stay as it was when it was made.
// A snapshot is right when each account's exact sums follow from the one price that belongs to the snapshot's number.
#include "margin/assessment.h"
#include "margin/riskbook.h"

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace plimsoll::margin;

namespace {

constexpr int kAccounts = 300;
constexpr int kRounds = 1'500;
constexpr int kReaders = 3;

struct Snapshot {
    int round = 0;
    SharedVector<Verdict> verdicts;
    std::shared_ptr<const Rates> rates;
};

void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "thread_snapshots: %s\n", what);
        std::abort();
    }
}

std::shared_ptr<const Account> account(int index)
{
    Account made;
    made.id = "a" + std::to_string(index);
    made.quoteAsset = "USDT";
    made.thresholds = findBuiltInProfile("cross-3x")->thresholds;
    // every third account holds the coin that moves
    made.balances = {{index % 3 == 0 ? "MOVES" : "STAYS", Decimal::fromInteger(index + 1), {}, {}, {}, {}},
                     {"USDT", {}, {}, Decimal::fromInteger(50), {}, {}}};
    return std::make_shared<const Account>(std::move(made));
}

// What passes between the threads: the newest snapshot of each reader's choice, under one lock.
class Exchange
{
public:
    void put(std::shared_ptr<const Snapshot> snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_kept.push_back(std::move(snapshot));
        if (m_kept.size() > 20) { // old ones are dropped by whoever holds them last
            m_kept.pop_front();
        }
    }

    std::shared_ptr<const Snapshot> any(std::size_t index)
    {
        const std::lock_guard lock(m_mutex);
        return m_kept.empty() ? nullptr : m_kept[index % m_kept.size()];
    }

private:
    std::mutex m_mutex;
    std::deque<std::shared_ptr<const Snapshot>> m_kept;
};

Decimal movingPrice(int round)
{
    return Decimal::fromInteger(100 + round);
}

void check(const Snapshot &snapshot)
{
    for (int i = 0; i < kAccounts; ++i) {
        const Verdict &verdict = snapshot.verdicts[static_cast<std::size_t>(i)];
        const Decimal price = i % 3 == 0 ? movingPrice(snapshot.round) : Decimal::fromInteger(7);
        require(verdict.exactLevel.assets() == Wide::product(Decimal::fromInteger(i + 1), price),
                "a snapshot changed after it was handed out");
    }
    require(snapshot.rates->find("MOVES", "USDT").down == movingPrice(snapshot.round),
            "rates changed after they were handed out");
}

void read(Exchange &exchange, const std::stop_token &stop, std::size_t seed)
{
    while (!stop.stop_requested()) {
        if (const auto snapshot = exchange.any(seed++)) {
            check(*snapshot);
        }
    }
}

} // namespace

int main()
{
    RiskBook book;
    for (int i = 0; i < kAccounts; ++i) {
        book.upsert(account(i));
    }
    book.quotes().setPrice(*book.quotes().findSymbol("STAYSUSDT"), Decimal::fromInteger(7), 0);
    Exchange exchange;
    std::vector<std::jthread> readers;
    for (std::size_t i = 0; i < kReaders; ++i) {
        readers.emplace_back([&exchange, i](const std::stop_token &stop) { read(exchange, stop, i); });
    }
    for (int round = 0; round < kRounds; ++round) {
        book.quotes().setPrice(*book.quotes().findSymbol("MOVESUSDT"), movingPrice(round),
                               plimsoll::BootTime::ofMs(round));
        book.evaluate();
        exchange.put(std::make_shared<const Snapshot>(Snapshot {round, book.shareVerdicts(), book.quotes().freeze()}));
    }
    readers.clear(); // stops and joins
    require(book.evaluations() == static_cast<std::uint64_t>(kAccounts + (kRounds - 1) * kAccounts / 3),
            "too many accounts were judged");
    return 0;
}
