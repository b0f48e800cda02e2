// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every simulation: threads, seeds, stopping, odd accounts; statuses as a replay of the same prices has
// them.
#include "bookkit.h"
#include "candlekit.h"
#include "chance/pathtrace.h"
#include "scenario/replay.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <chrono>
#include <cmath>
#include <thread>

using namespace plimsoll;
using namespace plimsoll::chance;

namespace {

const bookkit::Prices kPrices {{"BTCUSDT", "10000"}, {"ETHUSDT", "200"}, {"BCHUSDT", "200"}};

// A cross account of several coins, two isolated-like ones, a short, one without debt.
std::vector<margin::Account> accounts()
{
    return {bookkit::cross("many", {{"BTC", "0.1"}, {"ETH", "5"}, {"BCH", "0", "2"}, {"USDT", "10", "1350"}}),
            bookkit::cross("eth", {{"ETH", "5"}, {"USDT", "0", "820"}}),
            bookkit::cross("bch", {{"BCH", "5"}, {"USDT", "0", "860"}}),
            bookkit::cross("short", {{"ETH", "0", "5"}, {"USDT", "1150"}}),
            bookkit::cross("free", {{"ETH", "1"}, {"USDT", "5"}})};
}

// Hourly candles of three coins that move together, with a crash in them.
std::vector<wire::CandleSeries> candles(std::int64_t interval = candlekit::kHour)
{
    std::vector<double> btc {10000};
    std::vector<double> eth {200};
    std::vector<double> bch {200};
    for (int i = 1; i < 600; ++i) {
        const double common = i % 97 == 0 ? -0.08 : 0.004 * std::sin(i * 1.7) + 0.003 * std::sin(i * 0.31);
        btc.push_back(btc.back() * std::exp(common));
        eth.push_back(eth.back() * std::exp(1.2 * common + 0.003 * std::sin(i * 2.3)));
        bch.push_back(bch.back() * std::exp(1.4 * common + 0.005 * std::sin(i * 0.7)));
    }
    return {candlekit::series("BTCUSDT", btc, interval), candlekit::series("ETHUSDT", eth, interval),
            candlekit::series("BCHUSDT", bch, interval)};
}

MarketModel marketOf(const Book &book, std::int64_t interval = candlekit::kHour)
{
    return makeMarket(estimateReturns(candles(interval), book.assets, book.unit), book.assets, {}).value();
}

// Every number of a result, for comparing to the bit.
std::vector<double> numbersOf(const Chances &chances)
{
    std::vector<double> numbers;
    for (const AccountChances &account : chances.accounts) {
        for (const HorizonChance &h : account.horizons) {
            numbers.insert(numbers.end(),
                           {h.call.p, h.liquidation.p, h.medianMinutes.value_or(-1), h.tenthMinutes.value_or(-1),
                            h.loss.var95, h.loss.var99, h.loss.es95, h.loss.es99});
        }
        for (const FanPoint &point : account.fan) {
            numbers.insert(numbers.end(), point.levels.begin(), point.levels.end());
        }
    }
    return numbers;
}

const char *nameOf(Method method)
{
    return method == Method::Gbm ? "gbm" : (method == Method::Jump ? "jump" : "bootstrap");
}

} // namespace

class tst_Simulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyNumberOfThreads_data();
    void anyNumberOfThreads();
    void seedsDiffer();
    void onePath();
    void statusesAsAReplayHasThem_data();
    void statusesAsAReplayHasThem();
    void accountsDoNotMeetEachOther();
    void whatCannotBeSaid();
    void levelsOverTime();
    void stopsAtOnce();
    void optionsOutOfRange();
    void stepsOfAMonth();
};

void tst_Simulation::anyNumberOfThreads_data()
{
    QTest::addColumn<int>("method");
    for (const Method method : {Method::Gbm, Method::Bootstrap, Method::Jump}) {
        QTest::newRow(nameOf(method)) << static_cast<int>(method);
    }
}

void tst_Simulation::anyNumberOfThreads()
{
    QFETCH(int, method);
    const Book book = bookkit::book(accounts(), kPrices);
    const MarketModel market = marketOf(book);
    SimulationOptions options {{candlekit::kHour, kDayMs, 7 * kDayMs}, 1500, 42, 1, {"many", "eth"}};
    const auto one = numbersOf(bookkit::simulated(book, market, options, static_cast<Method>(method)));
    QVERIFY(one.size() > 5 * 3 * 8);
    for (const unsigned threads : {2U, 7U, 64U}) {
        options.threads = threads;
        QVERIFY(numbersOf(bookkit::simulated(book, market, options, static_cast<Method>(method))) == one);
    }
}

void tst_Simulation::seedsDiffer()
{
    const Book book = bookkit::book(accounts(), kPrices);
    const MarketModel market = marketOf(book);
    SimulationOptions options {{kDayMs}, 1000, 1, 0, {}};
    const auto first = numbersOf(bookkit::simulated(book, market, options));
    options.seed = 2;
    QVERIFY(numbersOf(bookkit::simulated(book, market, options)) != first);
}

void tst_Simulation::onePath()
{
    const Book book = bookkit::book(accounts(), kPrices);
    const auto result = bookkit::simulated(book, marketOf(book), {{kDayMs}, 1, 1, 0, {}});
    QCOMPARE(result.paths, std::uint64_t {1});
    const HorizonChance &chance = result.accounts[1].horizons[0];
    QVERIFY(chance.call.p == 0 || chance.call.p == 1);
    QCOMPARE(chance.loss.var95, chance.loss.es99);
    QVERIFY(chance.call.error > 0.2);
}

void tst_Simulation::statusesAsAReplayHasThem_data()
{
    anyNumberOfThreads_data();
}

// The prices of a path at its steps as candles, through the replay of the program: the same statuses at the same times,
// as long as nothing is liquidated; what is called at a step's end is called in the simulation.
void tst_Simulation::statusesAsAReplayHasThem()
{
    QFETCH(int, method);
    const auto people = accounts();
    const Book book = bookkit::book(people, kPrices);
    MarketModel market = marketOf(book);
    const Dynamics dynamics = Dynamics::make(market, static_cast<Method>(method)).value();
    int changes = 0;
    for (std::uint64_t path = 0; path < 40; ++path) {
        const PathTrace trace = tracePath(book, dynamics, kDayMs, 5, path * 37);
        std::vector<scenario::BarSeries> bars;
        for (std::size_t asset = 0; asset < book.assets.size(); ++asset) {
            scenario::BarSeries series {book.assets[asset] + "USDT", kShortStepMs, {}};
            const double start = std::stod(kPrices.at(series.symbol));
            for (std::size_t step = 0; step < trace.times.size(); ++step) {
                const auto price = candlekit::decimal(start * trace.prices[step][asset]);
                series.bars.push_back({WallTime::ofMs(trace.times[step]), price, price, price, price, kShortStepMs});
            }
            bars.push_back(std::move(series));
        }
        std::map<std::string, std::map<std::int64_t, margin::Status>> replayed;
        scenario::SampleWalk walk(bars);
        scenario::replay(people, walk, [&](const scenario::StatusChange &change) {
            replayed[change.account][change.time.ms()] = change.to;
        });
        for (std::size_t i = 0; i < people.size(); ++i) {
            margin::Status last = margin::Status::Unknown;
            for (std::size_t step = 0; step < trace.times.size() && last != margin::Status::Liquidation; ++step) {
                const TracePoint &point = trace.accounts[step][i];
                const double level = point.assets / point.debt;
                const margin::Status status = point.debt <= 0  ? margin::Status::NoDebt
                    : level <= book.accounts[i].liquidationBar ? margin::Status::Liquidation
                    : level <= book.accounts[i].callBar        ? margin::Status::MarginCall
                                                               : margin::Status::Normal;
                const auto &changed = replayed[people[i].id];
                const auto now = changed.find(trace.times[step]);
                QCOMPARE(now != changed.end(), status != last);
                QVERIFY(now == changed.end() || now->second == status);
                QVERIFY(status != margin::Status::MarginCall || point.called);
                QVERIFY(status != margin::Status::Liquidation || point.liquidated);
                QVERIFY(!point.liquidated || point.called);
                changes += status != last ? 1 : 0;
                last = status;
            }
        }
    }
    QVERIFY(changes > 5 * 40 + 20); // more than the first look at each
}

void tst_Simulation::accountsDoNotMeetEachOther()
{
    const auto people = accounts();
    const Book book = bookkit::book(people, kPrices);
    const SimulationOptions options {{kDayMs}, 1000, 3, 0, {}};
    const auto together = bookkit::simulated(book, bookkit::market(book, 1.5, 0, 0.5), options);
    const Book same = bookkit::book({people[0], people[1], people[1], people[0]}, kPrices);
    const auto twice = bookkit::simulated(same, bookkit::market(same, 1.5, 0, 0.5), options);
    QCOMPARE(twice.accounts[1].horizons[0].call.p, together.accounts[1].horizons[0].call.p);
    QCOMPARE(twice.accounts[2].horizons[0].loss.es99, together.accounts[1].horizons[0].loss.es99);
    QCOMPARE(twice.accounts[3].horizons[0].liquidation.p, together.accounts[0].horizons[0].liquidation.p);
}

void tst_Simulation::whatCannotBeSaid()
{
    margin::Account closed = accounts()[1];
    closed.id = "closed";
    closed.liquidatedAt = WallTime {1};
    const auto unpriced = bookkit::cross("unpriced",
                                         {{"ETH", "50"}, {"LTC", "1"}, {"USDT", "0", "100"}}); // normal at least
    const auto called = bookkit::cross("called", {{"ETH", "5"}, {"USDT", "0", "920"}});
    const auto lost = bookkit::cross("lost", {{"ETH", "5"}, {"USDT", "0", "990"}});
    const auto broke = bookkit::cross("broke", {{"ETH", "5"}, {"USDT", "0", "1200"}});
    const auto exact = bookkit::cross("exact", {{"ETH", "5.5"}, {"USDT", "0", "1000"}}); // level 1.1, to the digit
    const Book book = bookkit::book({closed, unpriced, called, lost, broke, exact}, kPrices);
    QCOMPARE(book.assets, std::vector<std::string> {"ETH"});
    const auto result = bookkit::simulated(book, bookkit::market(book, 0.8),
                                           {{candlekit::kHour, kDayMs}, 500, 1, 0, {"called", "closed", "lost"}});
    QVERIFY(result.accounts[0].horizons.empty() && result.accounts[0].status == margin::Status::Liquidated);
    QVERIFY(result.accounts[1].horizons.empty() && result.accounts[0].fan.empty());
    QCOMPARE(result.accounts[2].horizons[0].call.p, 1.0);
    QCOMPARE(result.accounts[2].horizons[0].call.error, 0.0);
    QVERIFY(result.accounts[2].horizons[1].liquidation.p < 1 && result.accounts[2].horizons[1].liquidation.error > 0);
    QCOMPARE(result.accounts[3].horizons[0].liquidation.p, 1.0);
    QCOMPARE(result.accounts[3].horizons[0].liquidation.error, 0.0);
    QCOMPARE(*result.accounts[3].horizons[0].medianMinutes, 0.0);
    QVERIFY(std::abs(result.accounts[3].horizons[0].loss.var95 - 10) < 1e-9); // all its equity
    QCOMPARE(result.accounts[4].horizons[0].loss.es99, 0.0); // there is nothing left to lose
    QVERIFY(result.accounts[5].status == margin::Status::MarginCall);
    QCOMPARE(result.accounts[5].horizons[0].call.error, 0.0);
    const Book nobody = bookkit::book({}, {});
    QVERIFY(bookkit::simulated(nobody, bookkit::market(nobody, 1), {{kDayMs}, 10, 1, 0, {}}).accounts.empty());
}

void tst_Simulation::levelsOverTime()
{
    const Book book = bookkit::book(accounts(), kPrices);
    const auto result = bookkit::simulated(book, bookkit::market(book, 0.9, 0, 0.6),
                                           {{7 * kDayMs}, 4000, 3, 0, {"eth", "free"}});
    QVERIFY(result.accounts[0].fan.empty() && result.accounts[4].fan.empty()); // not asked for; without a level
    const auto &fan = result.accounts[1].fan;
    QCOMPARE(fan.front().time, std::int64_t {0});
    QCOMPARE(fan.back().time, 7 * kDayMs);
    QCOMPARE(fan.size(), std::size_t {1 + 24 + 36});
    const double now = 1000.0 / 820;
    for (const FanPoint &point : fan) {
        QVERIFY(std::ranges::is_sorted(point.levels));
        QVERIFY(point.levels[0] >= 1.05F - 1e-6);
        const double deviation = 0.9 * std::sqrt(static_cast<double>(point.time) / kYearMs);
        const double upper = now
            * std::exp(1.2815515655446004 * deviation - deviation * deviation / 2); // 90 of 100; far from the bar
        QVERIFY2(std::abs(point.levels[5] / upper - 1) < 0.02, qPrintable(QString::number(point.levels[5] / upper)));
    }
    QCOMPARE(fan.back().levels[0], static_cast<double>(1.05F)); // 5 of 100 are liquidated by then
}

void tst_Simulation::stopsAtOnce()
{
    std::vector<margin::Account> people;
    for (int i = 0; i < 41; ++i) {
        people.push_back(accounts()[0]);
        people.back().id += std::to_string(i);
    }
    const Book book = bookkit::book(people, kPrices);
    const Dynamics dynamics = Dynamics::make(bookkit::market(book, 0.8, 0, 0.5), Method::Gbm).value();
    const SimulationOptions options {{30 * kDayMs}, SimulationOptions::kMostPaths, 1, 2, {}};
    std::stop_source stop;
    Progress progress;
    std::atomic<bool> running {true};
    std::chrono::steady_clock::time_point asked;
    {
        const std::jthread person([&] {
            while (progress.done() == 0 && running) {
                std::this_thread::yield();
            }
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        QVERIFY(!simulate(book, dynamics, options, stop.get_token(), progress));
        running = false;
    }
    const auto took = std::chrono::steady_clock::now() - asked;
    QVERIFY2(took < std::chrono::milliseconds(200),
             qPrintable(QString::number(std::chrono::duration<double>(took).count())));
    QVERIFY(progress.done() > 0 && progress.done() < 0.01);
}

void tst_Simulation::optionsOutOfRange()
{
    const auto refused = [](std::vector<std::int64_t> horizons, std::uint64_t paths) {
        return !validated(SimulationOptions {std::move(horizons), paths, 1, 0, {}}).hasValue();
    };
    QVERIFY(!refused({kDayMs}, 1));
    QVERIFY(!refused({kShortStepMs, kDayMs + kLongStepMs, 365 * kDayMs}, 10'000'000));
    QVERIFY(refused({kDayMs}, 0));
    QVERIFY(refused({kDayMs}, 10'000'001));
    QVERIFY(refused({}, 1));
    QVERIFY(refused({0}, 1));
    QVERIFY(refused({-kDayMs}, 1));
    QVERIFY(refused({kDayMs + kShortStepMs}, 1)); // beyond a day only hours
    QVERIFY(refused({366 * kDayMs}, 1));
    QVERIFY(refused(std::vector<std::int64_t>(17, kDayMs), 1));
}

void tst_Simulation::stepsOfAMonth()
{
    const TimeGrid grid(30 * kDayMs);
    QCOMPARE(grid.steps(), std::size_t {288 + 29 * 24});
    QCOMPARE(grid.end(grid.stepEndingAt(kDayMs)), kDayMs);
    QCOMPARE(grid.length(287), kShortStepMs);
    QCOMPARE(grid.length(288), kLongStepMs);
    double years = 0;
    for (std::size_t step = 0; step < grid.steps(); ++step) {
        years += grid.years(step);
        QVERIFY(TimeGrid::isHorizon(grid.end(step)));
    }
    QVERIFY(std::abs(years - 30.0 / 365) < 1e-12);
    for (const std::int64_t time : grid.fanTimes()) {
        QCOMPARE(grid.end(grid.stepEndingAt(time)), time);
    }
    QCOMPARE(TimeGrid(candlekit::kHour).fanTimes().size(), std::size_t {12});
}

PLIMSOLL_TEST(tst_Simulation)
#include "tst_simulation.moc"
