// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"
#include "testlib/testprogram.h"
#include "wire/klineparser.h"

#include <QtTest/QTest>

using namespace plimsoll;

namespace {

constexpr std::int64_t kMinute = 60'000;

// One row with the twelve columns of the exchange's documentation; each of the first five can be replaced.
QByteArray row(const QByteArray &time = "1499040000000", const QByteArray &open = R"("0.01634790")",
               const QByteArray &high = R"("0.80000000")", const QByteArray &low = R"("0.01575800")",
               const QByteArray &close = R"("0.01577100")")
{
    return "[" + time + "," + open + "," + high + "," + low + "," + close
        + R"(,"148976.11427815",1499644799999,"2434.19055334",308,"1756.87402397","28.46694368","0"])";
}

Result<wire::CandleSeries> parsed(const QByteArray &body)
{
    return wire::parseKlines({body.constData(), static_cast<std::size_t>(body.size())}, "ETHBTC", kMinute);
}

} // namespace

class TestKlineParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Source: the example of the exchange's REST documentation, "Kline/Candlestick data".
    void rowsOfTheDocumentation()
    {
        const auto series = parsed("[" + row() + "," + row("1499040060000") + "]\n");
        QVERIFY(series.hasValue());
        QCOMPARE(series->symbol, std::string("ETHBTC"));
        QCOMPARE(series->interval, kMinute);
        QCOMPARE(series->candles.size(), std::size_t {2});
        const wire::Candle &first = series->candles.front();
        QCOMPARE(first.openTime, WallTime {1'499'040'000'000});
        QCOMPARE(first.open.toString(), std::string("0.0163479"));
        QCOMPARE(first.high.toString(), std::string("0.8"));
        QCOMPARE(first.low.toString(), std::string("0.015758"));
        QCOMPARE(first.close.toString(), std::string("0.015771"));
        QCOMPARE(first.length, 604'800'000); // its own close time, whatever was asked for
    }

    // Source: tests/data/make_data.py, a day of hours in the documented form.
    void aWholeAnswer()
    {
        const auto series = parsed(testlib::dataFile("api/klines-1h.json"));
        QVERIFY2(series.hasValue(), series ? "" : series.error().message().c_str());
        std::string seen;
        for (const wire::Candle &candle : series->candles) {
            seen += std::to_string(candle.openTime.ms());
            for (const margin::Decimal &price : {candle.open, candle.high, candle.low, candle.close}) {
                seen += ' ' + price.toString();
            }
            seen += ' ' + std::to_string(candle.length) + '\n';
        }
        QCOMPARE(QByteArray::fromStdString(seen), testlib::dataFile("api/klines-1h.txt"));
        QCOMPARE(series->candles.size(), std::size_t {24});
    }

    void noCandlesAreNoError() { QVERIFY(parsed("[]").value().candles.empty()); }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const auto bad = [](const char *name, const QByteArray &body, const char *place) {
            QTest::newRow(name) << body << QString::fromLatin1(place);
        };
        bad("nothing", "", "");
        bad("a page", "<html>", "");
        bad("an error", R"({"code":-1121,"msg":"Invalid symbol."})", "");
        bad("cut", "[" + row().chopped(3), "");
        bad("something behind", "[" + row() + "] x", "");
        bad("too deep", QByteArray(2000, '['), "");
        bad("row is no array", "[" + row() + ",7]", "[1]");
        bad("eleven columns", "[" + row().replace(R"(,"0"])", "]") + "]", "[0]");
        bad("thirteen columns", "[" + row().replace(R"(,"0"])", R"(,"0","0"])") + "]", "[0]");
        bad("time as text", "[" + row(R"("1499040000000")") + "]", "[0].openTime");
        bad("time with a point", "[" + row("1499040000000.5") + "]", "[0].openTime");
        bad("time below zero", "[" + row("-1") + "]", "[0].openTime");
        bad("microseconds", "[" + row("1499040000000000") + "]", "[0].openTime");
        bad("time stands still", "[" + row() + "," + row() + "]", "[1].openTime");
        bad("time goes back", "[" + row() + "," + row("1499039940000") + "]", "[1].openTime");
        bad("price as number", "[" + row("1", "0.02") + "]", "[0].open");
        bad("price null", "[" + row("1", R"("0.02")", "null") + "]", "[0].high");
        bad("price nan", "[" + row("1", R"("0.02")", R"("0.8")", R"("NaN")") + "]", "[0].low");
        bad("price with exponent", "[" + row("1", R"("0.02")", R"("0.8")", R"("0.01")", R"("2e-2")") + "]",
            "[0].close");
        bad("price zero", "[" + row("1", R"("0.00000000")") + "]", "[0].open");
        bad("price below zero", "[" + row("1", R"("-0.02")") + "]", "[0].open");
        bad("too many digits", "[" + row("1", R"("0.0200000000000000001")") + "]", "[0].open");
        bad("low above open", "[" + row("1", R"("0.02")", R"("0.8")", R"("0.03")", R"("0.04")") + "]", "[0]");
        bad("close time before open time", "[" + row("1499644800000") + "]", "[0].closeTime");
        bad("high below close", "[" + row("1", R"("0.02")", R"("0.03")", R"("0.01")", R"("0.04")") + "]", "[0]");
    }

    void everythingElseIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, place);
        const auto series = parsed(body);
        QVERIFY(!series);
        QCOMPARE(QString::fromStdString(series.error().place), place);
        QVERIFY(!series.error().detail.empty());
    }

    void sizesAreLimited()
    {
        QByteArray rows;
        for (std::size_t i = 0; i < wire::kMostCandles; ++i) {
            rows += (rows.isEmpty() ? "" : ",")
                + row(QByteArray::number(1'499'040'000'000 + static_cast<qint64>(i) * kMinute));
        }
        QCOMPARE(parsed("[" + rows + "]").value().candles.size(), wire::kMostCandles);
        QVERIFY(!parsed("[" + rows + "," + row("1599040000000") + "]"));
        QVERIFY(!parsed("[" + row() + QByteArray(2 * 1024 * 1024, ' ') + "]"));
    }
};

PLIMSOLL_TEST(TestKlineParser)
#include "tst_klineparser.moc"
