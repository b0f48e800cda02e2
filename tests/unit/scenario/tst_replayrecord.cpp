// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/replayrecord.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <map>
#include <random>

using namespace plimsoll;
using margin::Status;
using scenario::BarSeries;
using scenario::LevelSlice;
using scenario::ReplayRecord;
using scenario::SampleWalk;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr WallTime kBegin = 1'621'382'400'000; // 2021-05-19

margin::Decimal decimal(const std::string &text)
{
    return margin::Decimal::parse(text).value();
}

margin::Account isolated(const std::string &asset, const char *held, const char *owed)
{
    margin::Account account;
    account.id = asset;
    account.mode = margin::MarginMode::Isolated;
    account.baseAsset = asset;
    account.quoteAsset = "USDT";
    account.symbol = asset + "USDT";
    account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    account.balances = {{asset, decimal(held), {}, {}, {}, {}}, {"USDT", {}, {}, decimal(owed), {}, {}}};
    return account;
}

std::vector<margin::Account> book()
{
    margin::Account cross;
    cross.id = "cross";
    cross.mode = margin::MarginMode::Cross;
    cross.quoteAsset = "USDT";
    cross.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    cross.balances = {{"ETH", decimal("2"), {}, {}, {}, {}},
                      {"BCH", decimal("1"), {}, {}, {}, {}},
                      {"USDT", decimal("50"), {}, decimal("500"), {}, {}}};
    return {isolated("ETH", "5", "800"), cross, isolated("BCH", "3", "500"), isolated("LTC", "1", "0")};
}

// A candle a minute around `price`, now and then none for some minutes.
BarSeries wandering(std::mt19937 &random, const char *symbol, int price, int count)
{
    const auto roll = [&random](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    BarSeries series {symbol, kMinute, {}};
    int at = price * 100;
    for (int i = 0; i < count; ++i) {
        if (roll(1, 15) == 1) {
            i += roll(1, 6);
        }
        const int open = at;
        at = std::max(100, at + roll(-300, 280));
        const auto text = [](int cents) {
            return decimal(std::to_string(cents / 100) + '.' + std::to_string(cents % 100 + 100).substr(1));
        };
        series.bars.push_back({kBegin + i * kMinute, text(open), text(std::max(open, at) + roll(0, 90)),
                               text(std::max(1, std::min(open, at) - roll(0, 90))), text(at), kMinute});
    }
    return series;
}

// The second way: each moment judged from nothing but the prices that stand, by a book of its own.
std::vector<std::vector<LevelSlice>> slicesAnew(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                                                const ReplayRecord &record)
{
    std::vector<std::vector<LevelSlice>> slices(accounts.size());
    std::vector<std::optional<margin::Decimal>> last(accounts.size());
    std::vector<Status> status(accounts.size(), Status::Unknown);
    std::vector<bool> early(accounts.size(), false);
    std::map<std::string, margin::Decimal> prices;
    while (const auto moment = walk.next()) {
        for (const scenario::PricePoint &point : moment->prices) {
            prices[point.symbol] = point.price;
        }
        for (const std::string &stale : moment->stale) {
            prices.erase(stale);
        }
        const auto slice = static_cast<std::size_t>((moment->time - record.from) / record.slice);
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            while (slices[i].size() <= slice) { // what was there at its beginning counts
                slices[i].push_back({last[i], last[i], last[i], status[i], early[i]});
            }
            margin::RiskBook fresh;
            fresh.upsert(std::make_shared<margin::Account>(accounts[i]));
            for (const auto &[symbol, price] : prices) {
                if (const auto *known = fresh.quotes().findSymbol(symbol)) {
                    fresh.quotes().setPrice(*known, price, scenario::replayClock(moment->time));
                }
            }
            fresh.evaluate();
            const margin::Verdict &verdict = fresh.verdicts()[0];
            const bool isClosed = status[i] == Status::Liquidation || status[i] == Status::Liquidated;
            status[i] = isClosed ? Status::Liquidated : verdict.status;
            early[i] = !isClosed && verdict.early;
            last[i] = isClosed ? std::nullopt : verdict.printedLevel();
            LevelSlice &into = slices[i].back();
            if (last[i]) {
                into.lowest = into.lowest ? std::min(*into.lowest, *last[i]) : *last[i];
                into.highest = into.highest ? std::max(*into.highest, *last[i]) : *last[i];
            }
            into.last = last[i];
            into.status = status[i];
            into.early = early[i];
        }
    }
    return slices;
}

std::vector<BarSeries> candles(unsigned seed, int count = 240)
{
    std::mt19937 random(seed);
    return {wandering(random, "BCHUSDT", 195, count), wandering(random, "ETHUSDT", 200, count)};
}

} // namespace

class TestReplayRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesHoldWhatEachMomentWas()
    {
        int liquidated = 0;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            for (const int slices : {1, 7, 40, 5000}) {
                const auto series = candles(seed);
                const auto record = scenario::recordReplay(book(), series, {slices, {}, {}});
                QVERIFY(record);
                SampleWalk walk(series);
                const auto anew = slicesAnew(book(), walk, *record);
                QVERIFY(std::ssize(record->levels.front()) <= slices);
                for (std::size_t i = 0; i < anew.size(); ++i) {
                    QCOMPARE(record->levels[i].size(), anew[i].size());
                    for (std::size_t at = 0; at < anew[i].size(); ++at) {
                        QVERIFY2(record->levels[i][at] == anew[i][at],
                                 qPrintable(QStringLiteral("seed %1, account %2, slice %3 of %4")
                                                .arg(seed)
                                                .arg(i)
                                                .arg(at)
                                                .arg(slices)));
                    }
                }
                liquidated += record->summary.accounts.front().status == Status::Liquidated ? 1 : 0;
            }
        }
        QVERIFY(liquidated > 0); // else closing was not tried
    }

    void eventsAreThoseOfTheCommands()
    {
        const auto series = candles(3);
        const auto record = scenario::recordReplay(book(), series, {100, 30 * alarm::kMinute, {}});
        QVERIFY(record);
        SampleWalk walk(series);
        std::vector<std::string> statuses;
        const auto summary = scenario::replay(book(), walk, [&](const scenario::StatusChange &change) {
            statuses.push_back(change.account + std::to_string(change.time.ms()) + std::string(statusWord(change.to)));
        });
        QCOMPARE(record->statuses.size(), statuses.size());
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            const scenario::StatusChange &change = record->statuses[i];
            QVERIFY(change.account + std::to_string(change.time.ms()) + std::string(statusWord(change.to))
                    == statuses[i]);
        }
        QCOMPARE(record->summary.samples, summary.samples);
        QCOMPARE(record->summary.evaluations, summary.evaluations);
        walk.restart();
        scenario::AlarmReplayOptions options;
        options.acknowledgeAfter = 30 * alarm::kMinute;
        std::vector<BootTime> notices;
        scenario::replayAlarms(
            book(), walk, options, [](const alarm::Change &) {},
            [&](const alarm::Notice &notice) {
                if (!notice.quiet) {
                    notices.push_back(notice.time);
                }
            });
        QVERIFY(!notices.empty());
        QCOMPARE(record->notices.size(), notices.size());
        for (std::size_t i = 0; i < notices.size(); ++i) {
            QCOMPARE(record->notices[i].time, notices[i]);
        }
    }

    void itSaysHowFarItIsAndStopsWhenNobodyWaits()
    {
        std::vector<int> told;
        const auto tell = [&told](int done) {
            told.push_back(done);
            return true;
        };
        QVERIFY(scenario::recordReplay(book(), candles(1, 2000), {100, {}, tell}));
        QVERIFY(told.size() > 8);
        QVERIFY(std::ranges::is_sorted(told));
        QVERIFY(told.front() >= 0 && told.back() <= 1001);
        for (int allowed = 0; allowed < std::ssize(told) - 1; ++allowed) {
            int asked = 0;
            const auto stop = [&asked, allowed](int) { return asked++ < allowed; };
            QVERIFY(!scenario::recordReplay(book(), candles(1, 2000), {100, {}, stop}));
            QCOMPARE(asked, allowed + 1);
        }
    }

    void withoutCandlesThereIsNothing()
    {
        QVERIFY(!scenario::recordReplay(book(), {}, {}));
        QVERIFY(!scenario::recordReplay(book(), {BarSeries {"ETHUSDT", kMinute, {}}}, {}));
    }
};

PLIMSOLL_TEST(TestReplayRecord)
#include "tst_replayrecord.moc"
