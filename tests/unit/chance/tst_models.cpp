// SPDX-License-Identifier: GPL-3.0-or-later
// The three models against what they promise: means, sigmas, correlations, jumps found again, blocks of real returns.
#include "bookkit.h"
#include "candlekit.h"
#include "chance/blockhistory.h"
#include "chance/blockrun.h"
#include "chance/correlation.h"
#include "chance/jumps.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <cmath>
#include <numeric>
#include <random>
#include <set>

using namespace plimsoll;
using namespace plimsoll::chance;
using candlekit::kHour;
using candlekit::kMinute;

namespace {

// Two coins: ETH with this sigma per step, BCH half with it; every `every`-th step a crash of both.
std::vector<wire::CandleSeries> candles(std::size_t count, std::int64_t interval, double scale, std::size_t every = 0,
                                        unsigned seed = 1)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::vector<double> eth {200};
    std::vector<double> bch {200};
    for (std::size_t i = 1; i < count; ++i) {
        const double common = normal(random);
        const bool crash = every > 0 && i % every == 0;
        eth.push_back(eth.back() * std::exp(scale * common + (crash ? -20 * scale : 0)));
        bch.push_back(bch.back()
                      * std::exp(scale * (common + normal(random)) / std::sqrt(2.0) + (crash ? -30 * scale : 0)));
    }
    return {candlekit::series("ETHUSDT", eth, interval), candlekit::series("BCHUSDT", bch, interval)};
}

Book twoCoins()
{
    return bookkit::book({bookkit::cross("a", {{"ETH", "1"}, {"BCH", "1"}, {"USDT", "0", "1"}})},
                         {{"ETHUSDT", "200"}, {"BCHUSDT", "200"}});
}

MarketModel marketOf(const Book &book, const std::vector<wire::CandleSeries> &series, const MarketWishes &wishes = {})
{
    return makeMarket(estimateReturns(series, book.assets, book.unit), book.assets, wishes).value();
}

// Moments of both log prices at the end of `horizon`, over `blocks` blocks, and of the prices.
struct Moments {
    double price[2] {};
    double variance[2] {};
    double covariance = 0;
    double count = 0;
};

Moments momentsAt(const Book &book, const MarketModel &market, Method method, std::int64_t horizon,
                  std::uint64_t blocks)
{
    const TimeGrid grid(horizon);
    std::vector<bool> looks(grid.steps(), false);
    looks.back() = true;
    const Dynamics dynamics = Dynamics::make(market, method).value();
    BlockRun run(book, dynamics, grid, 77, looks);
    Moments moments;
    double mean[2] {};
    for (std::uint64_t block = 0; block < blocks; ++block) {
        run.run(block * kLanes, {}, [&](std::size_t) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                const double x = run.block().logs[0][lane];
                const double y = run.block().logs[1][lane];
                mean[0] += x;
                mean[1] += y;
                moments.price[0] += run.block().prices[0][lane];
                moments.price[1] += run.block().prices[1][lane];
                moments.variance[0] += x * x;
                moments.variance[1] += y * y;
                moments.covariance += x * y;
                moments.count += 1;
            }
        });
    }
    const double n = moments.count;
    for (int i = 0; i < 2; ++i) {
        moments.price[i] /= n;
        moments.variance[i] = moments.variance[i] / n - mean[i] * mean[i] / n / n;
    }
    moments.covariance = moments.covariance / n - mean[0] * mean[1] / n / n;
    return moments;
}

// Covariance of the sums of N draws of the stationary bootstrap, in a circle: N [c0 + sum over k of (1 - k / N) (1 -
// p)^k (c_k + c_-k)], where p is the chance that a block ends. Source: Politis and Romano (1994), lemma 1.
double blockCovariance(const MarketModel &market, std::size_t asset, std::size_t other, std::int64_t horizon)
{
    const BlockHistory history(market);
    const std::int64_t step = std::max(history.unit(), kShortStepMs);
    const std::size_t rows = history.intervals(step);
    const auto steps = static_cast<std::size_t>(horizon / step);
    const double ends = static_cast<double>(step) / history.blockLength();
    const std::size_t size = history.size();
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t t = 0; t < size; ++t) {
        x.push_back(history.sum(asset, t, rows));
        y.push_back(history.sum(other, t, rows));
    }
    const auto meanOf = [size](const std::vector<double> &values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(size);
    };
    const double product = meanOf(x) * meanOf(y);
    const auto covariance = [&](std::size_t distance) {
        double sum = 0;
        for (std::size_t t = 0; t < size; ++t) {
            const std::size_t later = (t + distance * rows) % size;
            sum += (x[t] * y[later] + x[later] * y[t]) / 2 - product;
        }
        return sum / static_cast<double>(size);
    };
    double sum = covariance(0);
    for (std::size_t k = 1; k < steps; ++k) {
        const double share = 1 - static_cast<double>(k) / static_cast<double>(steps);
        sum += 2 * share * std::pow(1 - ends, static_cast<double>(k)) * covariance(k);
    }
    return sum * static_cast<double>(steps);
}

} // namespace

class tst_Models : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void momentsOfPaths_data();
    void momentsOfPaths();
    void jumpsAreFoundAgain();
    void withoutJumpsThereIsADiffusion();
    void oneJumpHasNoSpread();
    void unitsFitTheSteps_data();
    void unitsFitTheSteps();
    void blocksAreRealReturns();
    void aGivenSigmaScalesHistory();
    void withoutHistoryOnItsOwn();
    void correlationsThatAreWished();
    void correlationsThatContradictAreRepaired();
    void needsJointHistory();
};

void tst_Models::momentsOfPaths_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<qlonglong>("interval");
    QTest::addColumn<int>("every");
    for (const Method method : {Method::Gbm, Method::Bootstrap, Method::Jump}) {
        const char *name = method == Method::Gbm ? "gbm" : (method == Method::Jump ? "jump" : "bootstrap");
        QTest::addRow("%s, minutes", name) << static_cast<int>(method) << static_cast<qlonglong>(kMinute) << 0;
        QTest::addRow("%s, 5 minutes", name) << static_cast<int>(method) << static_cast<qlonglong>(5 * kMinute) << 0;
        QTest::addRow("%s, hours", name) << static_cast<int>(method) << static_cast<qlonglong>(kHour) << 0;
        QTest::addRow("%s, 4 hours with crashes", name)
            << static_cast<int>(method) << static_cast<qlonglong>(4 * kHour) << 50;
    }
}

// The mean price follows the drift, log prices have the sigmas and the correlation: after two days, with steps of both
// lengths. What blocks of real returns sum up to in a day depends on how these follow one another; it is worked out
// from them.
void tst_Models::momentsOfPaths()
{
    QFETCH(int, method);
    QFETCH(qlonglong, interval);
    QFETCH(int, every);
    const Book book = twoCoins();
    const double scale = 0.8 * std::sqrt(static_cast<double>(interval) / kYearMs);
    const MarketModel market = marketOf(book, candles(4000, interval, scale, static_cast<std::size_t>(every)),
                                        {{}, {{"ETH", 2}, {"BCH", -3}}});
    const bool blocks = static_cast<Method>(method) == Method::Bootstrap;
    const std::int64_t horizon = blocks ? kDayMs : 2 * kDayMs;
    const Moments moments = momentsAt(book, market, static_cast<Method>(method), horizon, 400);
    const double years = static_cast<double>(horizon) / kYearMs;
    const double spread = every > 0 ? 0.1 : 0.03; // sampling of 51,200 paths; jumps have a wide fourth moment
    const auto wanted = [&](std::size_t i, std::size_t j) {
        return blocks ? blockCovariance(market, i, j, horizon) : covarianceOf(market)(i, j) * years;
    };
    for (std::size_t i = 0; i < 2; ++i) {
        const double ratio = moments.variance[i] / wanted(i, i);
        QVERIFY2(std::abs(ratio - 1) < spread, qPrintable(QString::number(ratio)));
        const double error = std::sqrt(moments.variance[i] / moments.count);
        const double off = moments.price[i] - std::exp(market.assets[i].drift * years);
        // The correction of the mean is exact for independent returns, not for those that follow one another.
        QVERIFY2(std::abs(off) < (blocks ? 15 : 5) * error, qPrintable(QString::number(off / error)));
    }
    const double ratio = moments.covariance / wanted(0, 1);
    QVERIFY2(std::abs(ratio - 1) < 2 * spread, qPrintable(QString::number(ratio)));
}

void tst_Models::jumpsAreFoundAgain()
{
    const Book book = twoCoins();
    const JumpModel jumps = estimateJumps(marketOf(book, candles(2001, kHour, 0.004, 100)));
    QCOMPARE(jumps.found, std::size_t {20});
    QVERIFY(std::abs(jumps.perYear - 365 * 24 / 100.0) < 1e-9);
    QVERIFY(std::abs(jumps.mean[0] + 0.08) < 0.004);
    QVERIFY(std::abs(jumps.mean[1] + 0.12) < 0.004);
    QVERIFY(std::abs(std::sqrt(jumps.diffusion(0, 0) / 8760) - 0.004) < 0.0003); // the crashes are not in it
    QVERIFY(std::abs(std::sqrt(jumps.covariance(0, 0)) - 0.004) < 0.002);
}

void tst_Models::withoutJumpsThereIsADiffusion()
{
    const Book book = twoCoins();
    const MarketModel market = marketOf(book, candles(500, kHour, 0.004));
    const JumpModel jumps = estimateJumps(market);
    QCOMPARE(jumps.found, std::size_t {0});
    QCOMPARE(jumps.perYear, 0.0);
    QVERIFY(std::abs(jumps.diffusion(0, 1) - covarianceOf(market)(0, 1)) < 1e-9);
}

void tst_Models::oneJumpHasNoSpread()
{
    const Book book = twoCoins();
    const JumpModel jumps = estimateJumps(marketOf(book, candles(300, kHour, 0.004, 200)));
    QCOMPARE(jumps.found, std::size_t {1});
    QCOMPARE(jumps.covariance(0, 0), 0.0);
    QVERIFY(jumps.mean[0] < -0.05);
}

void tst_Models::unitsFitTheSteps_data()
{
    QTest::addColumn<qlonglong>("interval");
    QTest::addColumn<qlonglong>("unit");
    const auto row = [](const char *name, std::int64_t interval, std::int64_t unit) {
        QTest::newRow(name) << static_cast<qlonglong>(interval) << static_cast<qlonglong>(unit);
    };
    row("second", 1000, 1000);
    row("minute", kMinute, kMinute);
    row("2 minutes", 2 * kMinute, 10 * kMinute);
    row("3 minutes", 3 * kMinute, 15 * kMinute);
    row("5 minutes", 5 * kMinute, 5 * kMinute);
    row("7 minutes", 7 * kMinute, 7 * kHour);
    row("30 minutes", 30 * kMinute, 30 * kMinute);
    row("45 minutes", 45 * kMinute, 3 * kHour);
    row("hour", kHour, kHour);
    row("6 hours", 6 * kHour, 6 * kHour);
    row("day", 24 * kHour, 24 * kHour);
}

void tst_Models::unitsFitTheSteps()
{
    QFETCH(qlonglong, interval);
    QFETCH(qlonglong, unit);
    const Book book = twoCoins();
    const MarketModel market = marketOf(book, candles(40, interval, 0.01));
    QCOMPARE(BlockHistory(market).unit(), unit);
    const auto result = bookkit::simulated(book, market, {{2 * kDayMs}, 200, 1, 0, {}}, Method::Bootstrap);
    QVERIFY(std::isfinite(result.accounts[0].horizons[0].loss.es99));
}

// Four returns that can be told apart, twelve minutes of five: every step of every path is one of them, for both coins
// the same one.
void tst_Models::blocksAreRealReturns()
{
    const Book book = twoCoins();
    const std::vector<double> returns {0.01, -0.02, 0.04, -0.035};
    std::vector<double> eth {200};
    std::vector<double> bch {100};
    for (const double r : returns) {
        eth.push_back(eth.back() * std::exp(r));
        bch.push_back(bch.back() * std::exp(2 * r));
    }
    const MarketModel market = marketOf(
        book, {candlekit::series("ETHUSDT", eth, 5 * kMinute), candlekit::series("BCHUSDT", bch, 5 * kMinute)});
    const Dynamics dynamics = Dynamics::make(market, Method::Bootstrap).value();
    const TimeGrid grid(kHour);
    BlockRun run(book, dynamics, grid, 3, std::vector<bool>(grid.steps(), true));
    const double added[2] {dynamics.blocks()->sum(0, 0, 1) - returns[0],
                           dynamics.blocks()->sum(1, 0, 1) - 2 * returns[0]};
    std::set<std::size_t> seen;
    Lanes before[2];
    run.run(0, {}, [&](std::size_t) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const double x = run.block().logs[0][lane] - before[0][lane] - added[0];
            const double y = run.block().logs[1][lane] - before[1][lane] - added[1];
            const auto found = std::ranges::find_if(returns, [x](double r) { return std::abs(r - x) < 1e-9; });
            QVERIFY(found != returns.end());
            QVERIFY(std::abs(y - 2 * *found) < 1e-9);
            seen.insert(static_cast<std::size_t>(found - returns.begin()));
        }
        before[0] = run.block().logs[0];
        before[1] = run.block().logs[1];
    });
    QCOMPARE(seen.size(), returns.size());
}

void tst_Models::aGivenSigmaScalesHistory()
{
    const Book book = twoCoins();
    const auto series = candles(500, kHour, 0.004, 100);
    const MarketModel plain = marketOf(book, series);
    const MarketModel doubled = marketOf(book, series, {{{"ETH", 2 * plain.assets[0].sigma}}, {}});
    QCOMPARE(doubled.history.byAsset[1], plain.history.byAsset[1]);
    QVERIFY(std::abs(doubled.history.byAsset[0][7] - 2 * plain.history.byAsset[0][7]) < 1e-15);
    QCOMPARE(doubled.correlation, plain.correlation);
    QCOMPARE(estimateJumps(doubled).found, estimateJumps(plain).found);
}

void tst_Models::withoutHistoryOnItsOwn()
{
    const Book book = twoCoins();
    auto series = candles(500, kHour, 0.004);
    series.pop_back(); // BCH
    const MarketModel market = marketOf(book, series, {{{"BCH", 1.5}}, {}});
    for (const Method method : {Method::Gbm, Method::Bootstrap, Method::Jump}) {
        const Moments moments = momentsAt(book, market, method, 2 * kDayMs, 200);
        QVERIFY(std::abs(moments.variance[1] / (1.5 * 1.5 * 2 / 365) - 1) < 0.05);
        QVERIFY(std::abs(moments.covariance / std::sqrt(moments.variance[0] * moments.variance[1])) < 0.03);
    }
    QCOMPARE(makeMarket(estimateReturns(series, book.assets, "USDT"), book.assets, {}).error().place,
             std::string("BCH"));
    QCOMPARE(
        makeMarket(estimateReturns(series, book.assets, "USDT"), {"XRP", book.assets.front(), "BCH"}, {}).error().place,
        std::string("XRP, BCH")); // all that is missing, at once
}

void tst_Models::correlationsThatAreWished()
{
    const Book book = twoCoins();
    const auto series = candles(500, kHour, 0.004);
    const MarketModel plain = marketOf(book, series);
    MarketWishes wishes;
    wishes.correlation[{"BCH", "ETH"}] = -0.4;
    const MarketModel wished = marketOf(book, series, wishes);
    QCOMPARE(wished.correlation(0, 1), -0.4);
    QCOMPARE(wished.correlation(1, 0), -0.4);
    QCOMPARE(wished.estimated, plain.correlation);
    QVERIFY(!wished.repaired);
    const Moments walk = momentsAt(book, wished, Method::Gbm, 2 * kDayMs, 400);
    QVERIFY(std::abs(walk.covariance / std::sqrt(walk.variance[0] * walk.variance[1]) + 0.4) < 0.03);
    for (const Method method : {Method::Bootstrap, Method::Jump}) { // these keep what the candles did
        const Moments with = momentsAt(book, wished, method, kDayMs, 20);
        const Moments without = momentsAt(book, plain, method, kDayMs, 20);
        QCOMPARE(with.covariance, without.covariance);
    }
}

void tst_Models::correlationsThatContradictAreRepaired()
{
    ReturnStatistics none;
    none.unit = "USDT";
    MarketWishes wishes;
    wishes.sigma = {{"A", 1}, {"B", 1}, {"C", 1}};
    wishes.correlation = {{{"A", "B"}, 0.9}, {{"B", "C"}, 0.9}, {{"A", "C"}, -0.9}};
    const MarketModel market = makeMarket(none, {"A", "B", "C"}, wishes).value();
    QVERIFY(market.repaired && market.smallestEigenvalue < 0);
    const SquareMatrix factor = choleskyFactor(market.correlation);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(factor(i, i) > 0);
        QCOMPARE(market.correlation(i, i), 1.0);
    }
    QVERIFY(market.correlation(0, 1) > 0 && market.correlation(0, 2) < 0);
}

void tst_Models::needsJointHistory()
{
    const Book book = twoCoins();
    auto series = candles(50, kHour, 0.004);
    for (wire::Candle &candle : series[1].candles) {
        candle.openTime += 1000 * kHour;
    }
    const MarketModel market = marketOf(book, series);
    QVERIFY(Dynamics::make(market, Method::Gbm).hasValue());
    QCOMPARE(Dynamics::make(market, Method::Jump).error().place, std::string("ETH, BCH"));
    QVERIFY(!Dynamics::make(market, Method::Bootstrap).hasValue());
}

PLIMSOLL_TEST(tst_Models)
#include "tst_models.moc"
