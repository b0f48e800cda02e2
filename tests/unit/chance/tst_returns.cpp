// SPDX-License-Identifier: GPL-3.0-or-later
// Volatility, correlation and beta from candles: worked by hand, and against formulas written down a second time.
#include "candlekit.h"
#include "chance/correlation.h"
#include "chance/returns.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>

using namespace plimsoll;
using namespace plimsoll::chance;
using candlekit::kHour;
using candlekit::kMinute;
using candlekit::series;

namespace {

constexpr double kHoursPerYear = 365.0 * 24;

bool near(double value, double wanted, double tolerance = 1e-9)
{
    return std::abs(value - wanted) <= tolerance * std::max(1.0, std::abs(wanted));
}

// Closes whose log returns are these.
std::vector<double> closesOf(double start, const std::vector<double> &returns)
{
    std::vector<double> closes {start};
    for (const double r : returns) {
        closes.push_back(closes.back() * std::exp(r));
    }
    return closes;
}

// Two series of normal returns with this correlation.
std::pair<std::vector<double>, std::vector<double>> correlated(std::size_t count, double rho, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::pair<std::vector<double>, std::vector<double>> both;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = normal(random);
        both.first.push_back(0.01 * x);
        both.second.push_back(0.02 * (rho * x + std::sqrt(1 - rho * rho) * normal(random)));
    }
    return both;
}

} // namespace

class tst_Returns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sigmaOfThreeReturnsByHand();
    void closesOfFinerCandlesFallOnTheGrid();
    void gapsAreLeftOutAndCounted();
    void oneCandleIsNoHistory();
    void pricesAsAccountsDo();
    void correlationOfAPair();
    void assetsThatMoveAsOneAreRepaired();
    void whatNeverMovesIsUnrelated();
    void historiesThatDoNotMeet();
    void pairsThatDoNotFitAreRepaired();
    void pricesNearZero();
    void betaAgainstOneAndAgainstAll();
    void betaNeedsAnIndexThatMoves();
};

// Returns +1 %, -1 %, +3 % an hour: mean 1 %, squares 0, 4e-4, 4e-4, so variance 4e-4 and 2 % an hour.
void tst_Returns::sigmaOfThreeReturnsByHand()
{
    const auto statistics = estimateReturns({series("ETHUSDT", closesOf(200, {0.01, -0.01, 0.03}))}, {"ETH", "USDT"},
                                            "USDT");
    QCOMPARE(statistics.assets.size(), std::size_t {1});
    QCOMPARE(statistics.assets[0].asset, std::string("ETH"));
    QCOMPARE(statistics.assets[0].count, std::size_t {3});
    QCOMPARE(statistics.interval, kHour);
    QVERIFY(near(statistics.assets[0].sigma, 0.02 * std::sqrt(kHoursPerYear)));
    QVERIFY(statistics.withoutHistory.empty());
    QCOMPARE(statistics.correlation, SquareMatrix::identity(1));
}

// A candle a minute beside a candle an hour: of the first the closes at full hours count.
void tst_Returns::closesOfFinerCandlesFallOnTheGrid()
{
    std::vector<double> minutes;
    for (int i = 0; i < 240; ++i) {
        minutes.push_back(100 + (i * 37) % 11 + (i + 1) / 60);
    }
    const std::vector<double> hours {minutes[59], minutes[119], minutes[179], minutes[239]};
    const auto mixed = estimateReturns(
        {series("ETHUSDT", minutes, kMinute), series("BTCUSDT", {9000, 9100, 9050, 9200})}, {"ETH", "BTC"}, "USDT");
    const auto alone = estimateReturns({series("ETHUSDT", hours)}, {"ETH"}, "USDT");
    QCOMPARE(mixed.interval, kHour);
    QCOMPARE(mixed.assets[0].count, std::size_t {3});
    QCOMPARE(mixed.assets[0].sigma, alone.assets[0].sigma);
    QCOMPARE(mixed.joint.byAsset[0], alone.joint.byAsset[0]);
}

void tst_Returns::gapsAreLeftOutAndCounted()
{
    std::vector<double> closes = closesOf(200, {0.01, -0.01, 0.03, 0.5, 0.4, 0.01, -0.01, 0.03});
    closes[4] = 0; // both returns beside it are gone
    const auto statistics = estimateReturns({series("ETHUSDT", closes)}, {"ETH"}, "USDT");
    QCOMPARE(statistics.assets[0].count, std::size_t {6});
    QCOMPARE(statistics.assets[0].gaps, std::size_t {2});
    const double variance = (2 * 4e-4 + 2 * 4e-4) / 5; // twice the three returns of the first test
    QVERIFY(near(statistics.assets[0].sigma, std::sqrt(variance * kHoursPerYear)));
    QCOMPARE(statistics.joint.byAsset[0].size(), std::size_t {6});
}

void tst_Returns::oneCandleIsNoHistory()
{
    const auto statistics = estimateReturns(
        {series("ETHUSDT", {200}), series("BCHUSDT", {200, 201}), series("LTCUSDT", {50, 0, 51, 0, 52, 0, 53})},
        {"ETH", "BCH", "LTC", "XRP"}, "USDT");
    QVERIFY(statistics.assets.empty());
    QCOMPARE(statistics.withoutHistory, (std::vector<std::string> {"ETH", "BCH", "LTC", "XRP"}));
    QVERIFY(estimateReturns({}, {"ETH"}, "USDT").assets.empty());
}

// DOGE by way of BTC, and USDT in BRL by the inverse: the routes of every other figure.
void tst_Returns::pricesAsAccountsDo()
{
    const std::vector<double> bitcoin {30000, 31000, 29000, 30500};
    const std::vector<double> doge {0.000002, 0.0000021, 0.0000023, 0.0000022};
    std::vector<double> product;
    for (std::size_t i = 0; i < bitcoin.size(); ++i) {
        product.push_back(bitcoin[i] * doge[i]);
    }
    const auto bridged = estimateReturns({series("BTCUSDT", bitcoin), series("DOGEBTC", doge)}, {"DOGE"}, "USDT");
    const auto direct = estimateReturns({series("DOGEUSDT", product)}, {"DOGE"}, "USDT");
    QVERIFY(near(bridged.assets.at(0).sigma, direct.assets.at(0).sigma));
    const auto inverse = estimateReturns({series("BTCUSDT", bitcoin)}, {"USDT"}, "BTC");
    QVERIFY(near(inverse.assets.at(0).sigma,
                 estimateReturns({series("BTCUSDT", bitcoin)}, {"BTC"}, "USDT").assets.at(0).sigma));
}

void tst_Returns::correlationOfAPair()
{
    const auto [x, y] = correlated(4000, 0.8, 1);
    const auto statistics = estimateReturns({series("ETHUSDT", closesOf(200, x)), series("BCHUSDT", closesOf(300, y))},
                                            {"BCH", "ETH"}, "USDT");
    const double rho = statistics.correlation(0, 1);
    QVERIFY2(std::abs(rho - 0.8) < 4 * (1 - 0.64) / std::sqrt(4000), qPrintable(QString::number(rho)));
    QCOMPARE(statistics.correlation(1, 0), rho);
    QVERIFY(!statistics.repaired);
    QVERIFY(near(statistics.smallestEigenvalue, 1 - rho, 1e-12));
    QVERIFY(near(statistics.assets[1].sigma, 0.01 * std::sqrt(kHoursPerYear), 0.05));
}

void tst_Returns::assetsThatMoveAsOneAreRepaired()
{
    const auto [x, y] = correlated(100, 0.5, 2);
    std::vector<double> twice;
    for (const double r : x) {
        twice.push_back(2 * r);
    }
    const auto statistics = estimateReturns({series("ETHUSDT", closesOf(200, x)),
                                             series("BCHUSDT", closesOf(300, twice)),
                                             series("LTCUSDT", closesOf(50, y))},
                                            {"ETH", "BCH", "LTC"}, "USDT");
    QVERIFY(statistics.repaired);
    QVERIFY(std::abs(statistics.smallestEigenvalue) < 1e-8);
    QVERIFY(statistics.correlation(0, 1) > 1 - 1e-6);
    QVERIFY(!repairCorrelation(statistics.correlation).repaired);
    const SquareMatrix factor = choleskyFactor(statistics.correlation);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(factor(i, i) > 0);
    }
}

void tst_Returns::whatNeverMovesIsUnrelated()
{
    const auto statistics = estimateReturns({series("ETHUSDT", {200, 210, 190, 205}), series("USDCUSDT", {1, 1, 1, 1})},
                                            {"ETH", "USDC"}, "USDT");
    QCOMPARE(statistics.assets[1].sigma, 0.0);
    QCOMPARE(statistics.correlation, SquareMatrix::identity(2));
    QVERIFY(!statistics.repaired);
}

void tst_Returns::historiesThatDoNotMeet()
{
    const auto statistics = estimateReturns(
        {series("ETHUSDT", {200, 210, 190, 205}), series("BCHUSDT", {200, 210, 190, 205}, kHour, 100 * kHour)},
        {"ETH", "BCH"}, "USDT");
    QCOMPARE(statistics.assets.size(), std::size_t {2});
    QCOMPARE(statistics.unrelated.size(), std::size_t {1});
    QCOMPARE(statistics.unrelated[0].first + statistics.unrelated[0].second, std::string("ETHBCH"));
    QCOMPARE(statistics.correlation(0, 1), 0.0);
    QVERIFY(statistics.joint.byAsset[0].empty());
}

// Three pairs, each estimated over another time, that no three assets could have together.
void tst_Returns::pairsThatDoNotFitAreRepaired()
{
    SquareMatrix matrix = SquareMatrix::identity(3);
    matrix(0, 1) = matrix(1, 0) = 0.9;
    matrix(1, 2) = matrix(2, 1) = 0.9;
    matrix(0, 2) = matrix(2, 0) = -0.9;
    const auto repaired = repairCorrelation(matrix);
    QVERIFY(repaired.repaired);
    QVERIFY(repaired.smallestEigenvalue < -0.7);
    const SquareMatrix factor = choleskyFactor(repaired.matrix);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(repaired.matrix(i, i), 1.0);
        double length = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            QCOMPARE(repaired.matrix(i, j), repaired.matrix(j, i));
            length += factor(i, j) * factor(i, j);
        }
        QVERIFY(near(length, 1));
    }
    QVERIFY(repaired.matrix(0, 1) > 0.3);
    QVERIFY(repaired.matrix(0, 2) < -0.3);
}

void tst_Returns::pricesNearZero()
{
    const auto statistics = estimateReturns({series("SHIBUSDT", {1e-11, 2e-11, 1e-11, 3e-11})}, {"SHIB"}, "USDT");
    const double ln2 = std::log(2.0);
    const double ln3 = std::log(3.0);
    const double mean = ln3 / 3;
    const double variance = ((ln2 - mean) * (ln2 - mean) + (-ln2 - mean) * (-ln2 - mean) + (ln3 - mean) * (ln3 - mean))
        / 2;
    QVERIFY(near(statistics.assets.at(0).sigma, std::sqrt(variance * kHoursPerYear)));
    // A product without a digit left is no price, and certainly not a return of minus infinity.
    const auto none = estimateReturns({series("SHIBBTC", {1e-12, 2e-12, 1e-12}), series("BTCUSDT", {1e-7, 1e-7, 1e-7})},
                                      {"SHIB"}, "USDT");
    QCOMPARE(none.withoutHistory, std::vector<std::string> {"SHIB"});
}

// Against a regression written down a second time, over the same returns.
void tst_Returns::betaAgainstOneAndAgainstAll()
{
    const auto [x, y] = correlated(500, 0.6, 3);
    const auto statistics = estimateReturns({series("BTCUSDT", closesOf(9000, x)), series("ETHUSDT", closesOf(200, y))},
                                            {"BTC", "ETH"}, "USDT");
    const auto slope = [](const std::vector<double> &of, const std::vector<double> &on) {
        double meanOf = 0;
        double meanOn = 0;
        for (std::size_t i = 0; i < of.size(); ++i) {
            meanOf += of[i] / static_cast<double>(of.size());
            meanOn += on[i] / static_cast<double>(of.size());
        }
        double covariance = 0;
        double variance = 0;
        for (std::size_t i = 0; i < of.size(); ++i) {
            covariance += (of[i] - meanOf) * (on[i] - meanOn);
            variance += (on[i] - meanOn) * (on[i] - meanOn);
        }
        return covariance / variance;
    };
    const auto onBitcoin = betas(statistics, {"BTC"}).value();
    QVERIFY(near(onBitcoin[0], 1));
    QVERIFY(near(onBitcoin[1], slope(y, x), 1e-6));
    std::vector<double> both;
    for (std::size_t i = 0; i < x.size(); ++i) {
        both.push_back((x[i] + y[i]) / 2);
    }
    const auto onBoth = betas(statistics, {"BTC", "ETH"}).value();
    QVERIFY(near(onBoth[0], slope(x, both), 1e-6));
    QVERIFY(near(onBoth[1], slope(y, both), 1e-6));
    QVERIFY(near((onBoth[0] + onBoth[1]) / 2, 1));
}

void tst_Returns::betaNeedsAnIndexThatMoves()
{
    const auto statistics = estimateReturns({series("USDCUSDT", {1, 1, 1, 1})}, {"USDC"}, "USDT");
    QCOMPARE(betas(statistics, {"USDC"}).error().code, ErrorCode::DivisionByZero);
    QCOMPARE(betas(statistics, {"BTC"}).error().place, std::string("BTC"));
    QCOMPARE(betas(statistics, {}).error().code, ErrorCode::NotFound);
}

PLIMSOLL_TEST(tst_Returns)
#include "tst_returns.moc"
