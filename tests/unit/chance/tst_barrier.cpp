// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated probabilities against closed formulas: one asset, long and short, with cash and drift; two assets in one
// ratio.
#include "bookkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::chance;

namespace {

constexpr std::int64_t kHour = 60 * kMinuteMs;

double years(std::int64_t ms)
{
    return static_cast<double>(ms) / kYearMs;
}

QByteArray words(const char *what, const Probability &found, double wanted)
{
    return QStringLiteral("%1: %2 +- %3, should be %4")
        .arg(QLatin1String(what))
        .arg(found.p)
        .arg(found.error)
        .arg(wanted)
        .toUtf8();
}

bool agrees(const Probability &found, double wanted)
{
    return std::abs(found.p - wanted) <= 3 * found.error;
}

} // namespace

class tst_Barrier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAsset_data();
    void oneAsset();
    void theRatioOfTwoAssets();
    void manyAssetsThatMoveAsOne();
    void interestMovesTheBars();
    void anotherUnitMovesNothing();
    void equityWithoutBars();
};

void tst_Barrier::oneAsset_data()
{
    QTest::addColumn<QString>("held"); // of ETH at 200
    QTest::addColumn<QString>("owedEth");
    QTest::addColumn<QString>("cash");
    QTest::addColumn<QString>("owedCash");
    QTest::addColumn<double>("sigma");
    QTest::addColumn<double>("drift");
    QTest::addColumn<qlonglong>("horizon");
    const auto row = [](const char *name, const char *held, const char *owed, const char *cash, const char *owedCash,
                        double sigma, double drift, std::int64_t horizon) {
        QTest::newRow(name) << held << owed << cash << owedCash << sigma << drift << static_cast<qlonglong>(horizon);
    };
    row("long, hour, wild", "5", "0", "0", "880", 3.0, 0, kHour);
    row("long, day", "5", "0", "0", "840", 0.9, 0, kDayMs);
    row("long, day, rises", "5", "0", "0", "840", 0.9, 8, kDayMs);
    row("long, day, falls", "5", "0", "0", "840", 0.9, -8, kDayMs);
    row("long, week", "5", "0", "0", "800", 0.8, 0, 7 * kDayMs);
    row("long with cash, week", "5", "0", "300", "1100", 0.8, 0, 7 * kDayMs);
    row("long, month", "5", "0", "0", "700", 0.7, 0.5, 30 * kDayMs);
    row("long, month, calm and near", "5", "0", "0", "895", 0.2, 0, 30 * kDayMs);
    row("short, hour", "0", "5", "1120", "0", 2.0, 0, kHour);
    row("short, day, rises", "0", "5", "1200", "0", 1.2, 5, kDayMs);
    row("short, week", "0", "5", "1250", "0", 0.8, 0, 7 * kDayMs);
    row("short with debt, month, falls", "0", "5", "1500", "50", 0.8, -1, 30 * kDayMs);
}

void tst_Barrier::oneAsset()
{
    QFETCH(QString, held);
    QFETCH(QString, owedEth);
    QFETCH(QString, cash);
    QFETCH(QString, owedCash);
    QFETCH(double, sigma);
    QFETCH(double, drift);
    QFETCH(qlonglong, horizon);
    const auto book = bookkit::book({bookkit::cross("a",
                                                    {{"ETH", held.toStdString(), owedEth.toStdString()},
                                                     {"USDT", cash.toStdString(), owedCash.toStdString()}})},
                                    {{"ETHUSDT", "200"}});
    QVERIFY(book.accounts[0].status == margin::Status::Normal);
    const auto result = bookkit::simulated(book, bookkit::market(book, sigma, drift),
                                           {{horizon}, 40'000, 20'260'101, 0, {}});
    const HorizonChance &chance = result.accounts[0].horizons[0];
    // (held P + cash) = bar x (owed P + owedCash), P relative to 200
    const auto ratioAt = [&](double bar) {
        return (bar * owedCash.toDouble() - cash.toDouble()) / (200 * (held.toDouble() - bar * owedEth.toDouble()));
    };
    const double call = bookkit::barrierProbability(ratioAt(1.1), sigma, drift, years(horizon));
    const double liquidation = bookkit::barrierProbability(ratioAt(1.05), sigma, drift, years(horizon));
    QVERIFY2(agrees(chance.call, call), words("call", chance.call, call));
    QVERIFY2(agrees(chance.liquidation, liquidation), words("liquidation", chance.liquidation, liquidation));
    QVERIFY(call > 0.02 && call < 0.98);
    QVERIFY(chance.liquidation.p < chance.call.p);
}

// BTC held against ETH owed: the level is proportional to one price in the other.
void tst_Barrier::theRatioOfTwoAssets()
{
    const auto book = bookkit::book({bookkit::cross("a", {{"BTC", "1"}, {"ETH", "0", "40"}})},
                                    {{"BTCUSDT", "10000"}, {"ETHUSDT", "200"}});
    const double sigma = std::sqrt(0.8 * 0.8 * 2 * (1 - 0.7));
    const auto result = bookkit::simulated(book, bookkit::market(book, 0.8, 0, 0.7), {{30 * kDayMs}, 40'000, 7, 0, {}});
    const HorizonChance &chance = result.accounts[0].horizons[0];
    // Of the difference of two logs with equal drift nothing is left but the noise: drift sigma^2 / 2 makes up for the
    // formula's.
    const double call = bookkit::barrierProbability(1.1 / 1.25, sigma, sigma * sigma / 2, years(30 * kDayMs));
    QVERIFY2(agrees(chance.call, call), words("call", chance.call, call));
}

// Three coins that move as one are one coin; the account is walked by its level.
void tst_Barrier::manyAssetsThatMoveAsOne()
{
    const auto book = bookkit::book(
        {bookkit::cross("a", {{"BTC", "0.04"}, {"ETH", "2"}, {"BCH", "1"}, {"USDT", "50", "870"}})},
        {{"BTCUSDT", "10000"}, {"ETHUSDT", "200"}, {"BCHUSDT", "200"}});
    const auto market = bookkit::market(book, 0.9, 0, 1 - 1e-9);
    for (const std::int64_t horizon : {kDayMs, 7 * kDayMs}) {
        const auto result = bookkit::simulated(book, market, {{horizon}, 40'000, 11, 0, {}});
        const HorizonChance &chance = result.accounts[0].horizons[0];
        const double call = bookkit::barrierProbability((1.1 * 870 - 50) / 1000, 0.9, 0, years(horizon));
        const double liquidation = bookkit::barrierProbability((1.05 * 870 - 50) / 1000, 0.9, 0, years(horizon));
        QVERIFY2(agrees(chance.call, call), words("call", chance.call, call));
        QVERIFY2(agrees(chance.liquidation, liquidation), words("liquidation", chance.liquidation, liquidation));
    }
}

// 1 % a day on 800 of debt: the price of the call rises by 1 % of what it was each day, in a straight line.
void tst_Barrier::interestMovesTheBars()
{
    const auto book = bookkit::book({bookkit::cross("a", {{"ETH", "5"}, {"USDT", "0", "800", "0.01"}})},
                                    {{"ETHUSDT", "200"}});
    const auto calm = bookkit::simulated(book, bookkit::market(book, 0),
                                         {{13 * kDayMs, 14 * kDayMs, 20 * kDayMs}, 128, 1, 0, {}});
    // 1000 / (800 (1 + 0.01 d)) <= 1.1 from d = 13.64 on; <= 1.05 from d = 19.05 on
    QCOMPARE(calm.accounts[0].horizons[0].call.p, 0.0);
    QCOMPARE(calm.accounts[0].horizons[1].call.p, 1.0);
    QCOMPARE(calm.accounts[0].horizons[1].liquidation.p, 0.0);
    QCOMPARE(calm.accounts[0].horizons[2].liquidation.p, 1.0);
    QVERIFY(std::abs(*calm.accounts[0].horizons[2].medianMinutes - (19.047619 - 13.636364) * 24 * 60) <= 1);
}

// An account in BTC beside many in USDT: its level and its equity are those it has on its own.
void tst_Barrier::anotherUnitMovesNothing()
{
    const auto inBitcoin = bookkit::cross("b", {{"ETH", "50"}, {"BTC", "0", "0.8"}}, "BTC");
    const auto dollars = bookkit::cross("d", {{"BTC", "1"}, {"USDT", "0", "8000"}});
    const bookkit::Prices prices {{"ETHBTC", "0.02"}, {"ETHUSDT", "200"}, {"BTCUSDT", "10000"}};
    const auto together = bookkit::book({dollars, dollars, inBitcoin}, prices);
    const auto alone = bookkit::book({inBitcoin}, prices);
    QCOMPARE(together.unit, std::string("USDT"));
    QCOMPARE(alone.unit, std::string("BTC"));
    const double sigma = std::sqrt(0.6 * 0.6 * 2 * (1 - 0.5));
    const SimulationOptions options {{7 * kDayMs}, 40'000, 3, 0, {}};
    const auto inDollars =
        bookkit::simulated(together, bookkit::market(together, 0.6, 0, 0.5), options).accounts[2].horizons[0];
    const double call = bookkit::barrierProbability(1.1 / 1.25, sigma, sigma * sigma / 2, years(7 * kDayMs));
    QVERIFY2(agrees(inDollars.call, call), words("call", inDollars.call, call));
    QCOMPARE(together.accounts[2].equity, alone.accounts[0].equity);
    const auto own =
        bookkit::simulated(alone, bookkit::market(alone, sigma, sigma * sigma / 2), options).accounts[0].horizons[0];
    QVERIFY2(std::abs(own.call.p - inDollars.call.p) < 4 * own.call.error, words("alone", own.call, inDollars.call.p));
    QVERIFY(std::abs(own.loss.var95 / inDollars.loss.var95 - 1) < 0.05);
}

// Far from every bar, the loss is that of a lognormal price: value at risk and expected shortfall in closed form.
void tst_Barrier::equityWithoutBars()
{
    const auto book = bookkit::book(
        {bookkit::cross("far", {{"ETH", "5"}, {"USDT", "0", "100"}}), bookkit::cross("none", {{"ETH", "5"}})},
        {{"ETHUSDT", "200"}});
    const double sigma = 0.8;
    const double deviation = sigma * std::sqrt(years(7 * kDayMs));
    const auto result = bookkit::simulated(book, bookkit::market(book, sigma), {{7 * kDayMs}, 100'000, 5, 0, {}});
    const double z = -1.6448536269514722;
    const double var = 1000 * (1 - std::exp(z * deviation - deviation * deviation / 2));
    const double tail = std::erfc(-(z - deviation) / std::sqrt(2.0)) / 2 / 0.05; // E[price | worst 5 %]
    const double shortfall = 1000 * (1 - tail);
    for (const AccountChances &account : result.accounts) {
        QCOMPARE(account.horizons[0].liquidation.p, 0.0);
        QVERIFY2(std::abs(account.horizons[0].loss.var95 / var - 1) < 0.015,
                 qPrintable(QString::number(account.horizons[0].loss.var95 / var)));
        QVERIFY2(std::abs(account.horizons[0].loss.es95 / shortfall - 1) < 0.015,
                 qPrintable(QString::number(account.horizons[0].loss.es95 / shortfall)));
        QVERIFY(account.horizons[0].loss.var99 > account.horizons[0].loss.var95);
        QVERIFY(account.horizons[0].loss.es99 > account.horizons[0].loss.var99);
    }
    QCOMPARE(result.accounts[1].horizons[0].call.error, 0.0);
    QVERIFY(result.accounts[0].horizons[0].call.error > 0);
}

PLIMSOLL_TEST(tst_Barrier)
#include "tst_barrier.moc"
