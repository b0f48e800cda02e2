// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "scenario/replay.h"
#include "scenario/twinreplay.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <map>
#include <random>

using namespace plimsoll;
using margin::Decimal;
using margin::MarginMode;
using margin::Status;
using scenario::BarSeries;
using scenario::SampleWalk;
using scenario::TwinFate;
using scenario::TwinSideFate;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr WallTime kBegin = 1'621'382'400'000; // 2021-05-19

Decimal decimal(const std::string &text)
{
    return Decimal::parse(text).value();
}

margin::Account account(const std::string &id, MarginMode mode, std::vector<margin::Balance> balances)
{
    margin::Account made;
    made.id = id;
    made.owner = mode == MarginMode::Cross ? "A" : "B";
    made.mode = mode;
    made.quoteAsset = "USDT";
    made.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    if (mode == MarginMode::Isolated) {
        made.baseAsset = balances.front().asset;
        made.symbol = made.baseAsset + "USDT";
    }
    made.balances = std::move(balances);
    return made;
}

margin::Account isolated(const std::string &asset, const char *held, const char *owed)
{
    return account("b-" + asset, MarginMode::Isolated,
                   {{asset, decimal(held), {}, {}, {}, {}}, {"USDT", {}, {}, decimal(owed), {}, {}}});
}

// A's cross account, B's isolated ones, one of them without debt, and somebody who owes nothing.
std::vector<margin::Account> book()
{
    const auto cross = account("a", MarginMode::Cross,
                               {{"ETH", decimal("5"), {}, {}, {}, {}},
                                {"BCH", decimal("5"), {}, {}, {}, {}},
                                {"USDT", {}, {}, decimal("1600"), {}, {}}});
    auto idle = account("idle", MarginMode::Cross, {{"ETH", decimal("1"), {}, {}, {}, {}}});
    idle.owner = "C";
    return {cross, isolated("ETH", "5", "800"), isolated("BCH", "5", "800"), isolated("LTC", "1", "0"), idle};
}

Decimal cents(int value)
{
    return Decimal::fromInteger(value).dividedBy(Decimal::fromInteger(100), margin::Rounding::Down).value();
}

// A candle a minute that walks away from `price`, mostly down; now and then none for some minutes.
BarSeries wandering(std::mt19937 &random, const char *symbol, int price, int count)
{
    const auto roll = [&random](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    BarSeries series {symbol, kMinute, {}};
    int at = price * 100;
    for (int i = 0; i < count; ++i) {
        if (roll(1, 25) == 1) {
            i += roll(1, 4);
        }
        const int open = at;
        at = std::max(100, at + roll(-260, 240));
        series.bars.push_back({kBegin + i * kMinute, cents(open), cents(std::max(open, at) + roll(0, 90)),
                               cents(std::max(50, std::min(open, at) - roll(0, 90))), cents(at)});
    }
    return series;
}

// The second way: each side in a replay of its own, and the cross account moment by moment.
void compareSide(const TwinSideFate &side, const std::vector<BarSeries> &candles, const TwinFate &cross)
{
    std::vector<margin::Account> accounts;
    for (const TwinFate &fate : side.accounts) {
        accounts.push_back(fate.account);
    }
    std::map<std::string, std::pair<WallTime, WallTime>> times; // called, liquidated; 0 = never
    std::string first;
    SampleWalk walk(candles);
    const auto summary = scenario::replay(accounts, walk, [&](const scenario::StatusChange &change) {
        auto &[called, liquidated] = times[change.account];
        if (called == 0 && (change.to == Status::MarginCall || change.to == Status::Liquidation)) {
            called = change.time;
            first = first.empty() ? change.account : first;
        }
        liquidated = change.to == Status::Liquidation ? change.time : liquidated;
    });
    QCOMPARE(side.firstCalled ? side.accounts[*side.firstCalled].account.id : std::string(), first);
    Decimal lost;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const TwinFate &fate = side.accounts[i];
        const auto &[called, liquidated] = times[fate.account.id];
        QCOMPARE(fate.calledAt.value_or(WallTime()), called);
        QCOMPARE(fate.liquidatedAt.value_or(WallTime()), liquidated);
        QCOMPARE(fate.lowestLevel, summary.accounts[i].lowestLevel);
        QCOMPARE(fate.lowestAt, summary.accounts[i].lowestAt);
        if (liquidated != 0) {
            lost = lost.plus(fate.equity.value()).value();
        }
        if (fate.account.mode == MarginMode::Isolated && liquidated != 0) {
            scenario::ReplayRun run({cross.account}, [](const scenario::StatusChange &) {});
            SampleWalk again(candles);
            for (auto moment = again.next(); moment && moment->time <= liquidated; moment = again.next()) {
                run.step(*moment);
            }
            const bool stood = run.level(0) && run.status(0) != Status::Liquidation;
            QCOMPARE(fate.carriedAt, stood ? std::optional(run.level(0)->printed()) : std::nullopt);
        } else {
            QVERIFY(!fate.carriedAt);
        }
    }
    QCOMPARE(side.lost, lost);
}

} // namespace

class TestTwinReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSideIsItsOwnReplay()
    {
        std::mt19937 random(7);
        int liquidations = 0;
        int carried = 0;
        for (int round = 0; round < 25; ++round) {
            const std::vector<BarSeries> candles {wandering(random, "ETHUSDT", 200, 240),
                                                  wandering(random, "BCHUSDT", 200, 240),
                                                  wandering(random, "LTCUSDT", 50, 240)};
            const auto replays = scenario::replayTwins(book(), candles).value();
            QVERIFY(replays);
            QCOMPARE(replays->twins.size(), std::size_t {2});
            QCOMPARE(replays->without.size(), std::size_t {1});
            for (const scenario::TwinReplay &twin : replays->twins) {
                const TwinFate &cross = (twin.mode == MarginMode::Cross ? twin.twin : twin.real).accounts.front();
                compareSide(twin.real, candles, cross);
                compareSide(twin.twin, candles, cross);
                for (const TwinSideFate *side : {&twin.real, &twin.twin}) {
                    for (const TwinFate &fate : side->accounts) {
                        liquidations += fate.liquidatedAt ? 1 : 0;
                        carried += fate.carriedAt ? 1 : 0;
                    }
                }
            }
        }
        QVERIFY2(liquidations > 20 && carried > 5, qPrintable(QString::number(liquidations)));
    }

    void theExampleTellsWhoCarriesWhom()
    {
        const auto day = [](std::int64_t number, const char *price) {
            return scenario::Bar {kBegin + number * kMinute, decimal(price), decimal(price), decimal(price),
                                  decimal(price)};
        };
        const std::vector<BarSeries> candles {{"ETHUSDT", kMinute, {day(0, "200"), day(1, "230"), day(2, "220")}},
                                              {"BCHUSDT", kMinute, {day(0, "200"), day(1, "170"), day(2, "120")}}};
        auto accounts = book();
        accounts.erase(accounts.begin() + 3); // nobody priced LTC in that story
        const auto replays = scenario::replayTwins(accounts, candles).value();

        const scenario::TwinReplay &a = replays->twins[0];
        QCOMPARE(a.mode, MarginMode::Isolated);
        QCOMPARE(*a.real.accounts[0].calledAt, kBegin + 2 * kMinute);
        QVERIFY(!a.real.accounts[0].liquidatedAt);
        QCOMPARE(a.real.lost, Decimal());
        QCOMPARE(*a.twin.firstCalled, std::size_t {1});
        QCOMPARE(a.twin.lost, decimal("200"));
        const scenario::TwinReplay &b = replays->twins[1];
        QCOMPARE(b.mode, MarginMode::Cross);
        QCOMPARE(*b.real.accounts[1].calledAt, kBegin + kMinute);
        QCOMPARE(*b.real.accounts[1].liquidatedAt, kBegin + 2 * kMinute);
        QCOMPARE(*b.real.accounts[1].carriedAt, decimal("1.0625"));
        QVERIFY(!b.real.accounts[0].calledAt);
        QCOMPARE(b.twin.accounts[0].lowestLevel, std::optional(decimal("1.0625")));
    }

    void aBookOfManyNamesakesIsNotMixedUp()
    {
        auto accounts = book();
        accounts[1].id = "a-bchusdt"; // what the twin of "a" is called
        const std::vector<BarSeries> candles {
            {"ETHUSDT", kMinute, {{kBegin, decimal("200"), decimal("200"), decimal("200"), decimal("200")}}},
            {"BCHUSDT", kMinute, {{kBegin, decimal("200"), decimal("200"), decimal("100"), decimal("100")}}}};
        const auto replays = scenario::replayTwins(accounts, candles).value();
        QVERIFY(!replays->twins[1].real.accounts[0].liquidatedAt);
        QVERIFY(replays->twins[0].twin.accounts[1].liquidatedAt);
    }

    void nothingToPlayIsNothing()
    {
        QVERIFY(!scenario::replayTwins(book(), {}).value());
        std::mt19937 random(1);
        const std::vector<BarSeries> candles {wandering(random, "ETHUSDT", 200, 10)};
        QVERIFY(!scenario::replayTwins(book(), candles, std::nullopt, [] { return false; }).value());
        const auto replays = scenario::replayTwins(book(), candles).value(); // BCH has no price
        QCOMPARE(replays->twins.size(), std::size_t {1});
        QCOMPARE(replays->without[0].because, analysis::NoTwin::Unknown);
    }
};

PLIMSOLL_TEST(TestTwinReplay)
#include "tst_twinreplay.moc"
