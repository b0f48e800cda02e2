// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencetest.h"
#include "testlib/testprogram.h"
#include "wire/candlejoin.h"
#include "wire/klineparser.h"
#include "wire/tickerparser.h"
#include "wire/unpacked.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace plimsoll;

namespace {

const QString kRecorded = QStringLiteral("data/api/recorded/");
const QString kMarket = QStringLiteral("data/market");

} // namespace

/// Answers as they were recorded, and files of candles as they are handed out.
class RecordedAnswers : public test::ReferenceTest
{
    Q_OBJECT

public:
    RecordedAnswers()
        : ReferenceTest({kRecorded, kMarket})
    {
    }

private Q_SLOTS:
    void the_list_of_prices()
    {
        const auto items = wire::parseTicker(
            read(kRecorded + QStringLiteral("ticker_price-2023-01-12.json")).toStdString());
        QVERIFY(items.hasValue());
        QVERIFY(items->size() > 2'000);
        const auto known = std::ranges::count(*items, margin::PriceState::Known, &wire::TickerItem::state);
        QVERIFY(known > 1'000);
        QCOMPARE(QString::fromStdString(items->front().symbol + " " + items->front().price.toString()),
                 QStringLiteral("ETHBTC 0.07657"));
    }

    void the_times_of_prices()
    {
        for (const char *name : {"gct_ticker24hr_BTCUSDT.json", "gct_ticker24hr_list.json"}) {
            const auto times = wire::parseTickerTimes(read(kRecorded + QLatin1String(name)).toStdString());
            QVERIFY2(times.hasValue(), name);
            QVERIFY(times->at(0).closeTime > 1'500'000'000'000);
        }
    }

    void hourly_candles()
    {
        const auto series = wire::parseKlines(
            read(kRecorded + QStringLiteral("gct_klines_BTCUSDT_1h_2020-05.json")).toStdString(), "BTCUSDT", 3'600'000);
        QVERIFY2(series.hasValue(), series ? "" : series.error().message().c_str());
        QVERIFY(series->candles.size() > 20);
        QCOMPARE(series->candles.front().openTime, WallTime {1'588'280'400'000});
        QCOMPARE(series->candles.front().low.toString(), std::string("8734.5"));
    }

    void every_file_of_candles()
    {
        const QStringList files = filesIn(kMarket, {QStringLiteral("*.csv"), QStringLiteral("*.csv.gz")});
        QVERIFY(files.size() > 40);
        for (const QString &name : files) {
            const auto text = wire::unpacked(read(name).toStdString());
            QVERIFY2(text.hasValue(), qPrintable(name));
            const auto candles = wire::parseCandles(*text);
            QVERIFY2(candles.hasValue(), qPrintable(name));
            const auto series = wire::joinCandles({{"", "X", 0, *candles}});
            QVERIFY2(series.hasValue(), qPrintable(name));
            QCOMPARE(series->front().interval, wire::intervalOfFileName(name.toStdString()));
        }
    }
};

PLIMSOLL_TEST(RecordedAnswers)
#include "ref_wire.moc"
