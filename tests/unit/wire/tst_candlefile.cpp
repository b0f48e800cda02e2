// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"
#include "testlib/testprogram.h"
#include "wire/candlejoin.h"
#include "wire/unpacked.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace plimsoll;
using wire::CandleSource;
using wire::parseCandles;

namespace {

QString summary(const std::string &text)
{
    const auto candles = parseCandles(text);
    if (!candles) {
        return QStringLiteral("refused ") + QString::fromStdString(candles.error().place);
    }
    const wire::Candle &last = candles->back();
    return QStringLiteral("%1 candles, length %2, last %3 %4 %5 %6 %7")
        .arg(candles->size())
        .arg(last.length)
        .arg(last.openTime.ms())
        .arg(QString::fromStdString(last.open.toString()), QString::fromStdString(last.high.toString()),
             QString::fromStdString(last.low.toString()), QString::fromStdString(last.close.toString()));
}

// As the terminal program does it: the name tells the symbol and perhaps the interval.
CandleSource source(const std::string &name, const std::string &text)
{
    return {name, wire::symbolOfFileName(name), wire::intervalOfFileName(name), parseCandles(text).value()};
}

// "0+60000 60000+60000": open times and lengths, symbol by symbol; or what was refused and where.
QString joined(const std::vector<CandleSource> &files)
{
    const auto all = wire::joinCandles(files);
    if (!all) {
        return QStringLiteral("refused ") + QString::fromStdString(all.error().place);
    }
    QStringList words;
    for (const wire::CandleSeries &series : *all) {
        words << QString::fromStdString(series.symbol);
        for (const wire::Candle &candle : series.candles) {
            words << QStringLiteral("%1+%2").arg(candle.openTime.ms()).arg(candle.length);
        }
    }
    return words.join(QLatin1Char(' '));
}

// A row of six columns, open to close all `price`.
std::string flat(std::int64_t time, int price = 7)
{
    const std::string at = "," + std::to_string(price);
    return std::to_string(time) + at + at + at + at + ",1\n";
}

// The same with the close time.
std::string closing(std::int64_t time, std::int64_t length, int price = 7)
{
    std::string row = flat(time, price);
    row.pop_back();
    return row + "," + std::to_string(time + length - 1) + ",0,0,0,0,0\n";
}

// As tests/data/make_data.py dumps them: open time, the four prices, length.
QByteArray dump(const wire::CandleSeries &series)
{
    std::string text;
    for (const wire::Candle &candle : series.candles) {
        text += std::to_string(candle.openTime.ms());
        for (const margin::Decimal &price : {candle.open, candle.high, candle.low, candle.close}) {
            text += ' ' + price.toString();
        }
        text += ' ' + std::to_string(candle.length) + '\n';
    }
    return QByteArray::fromStdString(text);
}

const std::string kHeader = "open_time_ms,open,high,low,close,volume\n";

} // namespace

class CandleFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: interface contract, "replay".
    void both_formats_are_read_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("wanted");
        const QString one = QStringLiteral("1 candles, length 0, last 1621428600000 10 12 9.5 11");
        const QString minute = QStringLiteral("1 candles, length 60000, last 1621428600000 10 12 9.5 11");
        QTest::newRow("own") << QByteArray("open_time_ms,open,high,low,close,volume\n1621428600000,10,12.0,9.5,11,7\n")
                             << one;
        QTest::newRow("own without header") << QByteArray("1621428600000,10,12,9.5,11,7\n") << one;
        QTest::newRow("no final newline") << QByteArray("1621428600000,10,12,9.5,11,7") << one;
        QTest::newRow("CRLF and byte order mark")
            << QByteArray("\xEF\xBB\xBFopen_time_ms,open,high,low,close,volume\r\n1621428600000,10,12,9.5,11,7\r\n\r\n")
            << one;
        QTest::newRow("klines") << QByteArray("1621428600000,10,12,9.5,11,7,1621428659999,1,2,3,4,0\n") << minute;
        QTest::newRow("klines with header")
            << QByteArray("open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_"
                          "buy_quote_volume,ignore\n"
                          "1621428600000,10,12,9.5,11,7,1621428659999,1,2,3,4,0\n")
            << minute;
        QTest::newRow("klines in us") << QByteArray("1621428600000000,10,12,9.5,11,7,1621428659999999,1,2,3,4,0\n")
                                      << minute;
        QTest::newRow("units are told apart row by row")
            << QByteArray("1621428540000,1,1,1,1,0\n1621428600000000,10,12,9.5,11,7\n")
            << QStringLiteral("2 candles, length 0, last 1621428600000 10 12 9.5 11");
        QTest::newRow("a close time in ms behind an open time in us")
            << QByteArray("1621428600000000,10,12,9.5,11,7,1621428659999,1,2,3,4,0\n") << minute;
    }

    void both_formats_are_read()
    {
        QFETCH(QByteArray, text);
        QTEST(summary(text.toStdString()), "wanted");
    }

    void what_is_wrong_is_refused_with_its_line_data()
    {
        QTest::addColumn<QByteArray>("rows"); // behind a header and one good row
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *rows, const char *place) {
            QTest::newRow(name) << QByteArray(rows) << QString::fromLatin1(place);
        };
        row("high is no number", "2000,1,x,1,1,0", "line 3, high");
        row("empty price", "2000,1,1,1,,0", "line 3, close");
        row("negative price", "2000,-1,1,1,1,0", "line 3, open");
        row("zero price", "2000,1,1,0,1,0", "line 3, low");
        row("exponent", "2000,1,1,1e-5,1,0", "line 3, low");
        row("blank in price", "2000, 1,1,1,1,0", "line 3, open");
        row("time is no number", "2x00,1,1,1,1,0", "line 3");
        row("time is negative", "-2000,1,1,1,1,0", "line 3");
        row("time is empty", ",1,1,1,1,0", "line 3");
        row("time is giant", "9999999999999999999,1,1,1,1,0", "line 3");
        row("time repeats", "1000,1,1,1,1,0", "line 3");
        row("time goes back", "3000,1,1,1,1,0\n2000,1,1,1,1,0", "line 4");
        row("high below close", "2000,1,1,1,2,0", "line 3");
        row("low above open", "2000,1,3,2,2,0", "line 3");
        row("too few columns", "2000,1,1,1,1", "line 3");
        row("too many columns", "2000,1,1,1,1,0,0", "line 3");
        row("formats mixed", "2000,1,1,1,1,0,0,0,0,0,0,0", "line 3");
        row("second header", "open_time_ms,open,high,low,close,volume", "line 3");
        row("cut", "2000,1,1", "line 3");
        row("seconds", "1621428600,1,1,1,1,0", "line 3");
        row("nanoseconds", "162142860000000000,1,1,1,1,0", "line 3");
    }

    void what_is_wrong_is_refused_with_its_line()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, place);
        QCOMPARE(summary(kHeader + "1000,1,1,1,1,0\n" + rows.toStdString()), QStringLiteral("refused ") + place);
    }

    void close_times_that_cannot_be_are_refused()
    {
        QCOMPARE(summary(closing(1'621'428'600'000, 60'000) + closing(1'621'428'660'000, -60'000)),
                 QStringLiteral("refused line 2"));
        QCOMPARE(summary(closing(1'621'428'600'000, 40LL * 24 * 3'600'000)), QStringLiteral("refused line 1"));
        QCOMPARE(summary("1621428600000,7,7,7,7,1,0,0,0,0,0,0\n"), QStringLiteral("refused line 1"));
    }

    // One odd row must not shorten the others: the own close time, then the file's name, then the usual distance.
    void a_candle_is_as_long_as_its_row_its_file_or_the_usual_one()
    {
        const std::string odd = flat(0) + flat(60'000) + flat(61'000) + flat(120'000) + flat(180'000);
        QCOMPARE(joined({source("A.csv", odd)}),
                 QStringLiteral("A 0+60000 60000+60000 61000+60000 120000+60000 180000+60000"));
        QCOMPARE(joined({source("A-5m-x.csv", odd)}),
                 QStringLiteral("A 0+300000 60000+300000 61000+300000 120000+300000 180000+300000"));
        const std::string own = closing(0, 60'000) + closing(60'000, 12'345) + closing(240'000, 60'000);
        QCOMPARE(joined({source("A-5m-x.csv", own)}), QStringLiteral("A 0+60000 60000+12345 240000+60000"));
        const auto series = wire::joinCandles({source("A.csv", odd)});
        QCOMPARE(series->front().interval, 60'000);
    }

    void what_has_no_length_is_refused_with_its_place()
    {
        QCOMPARE(joined({source("A.csv", flat(0))}), QStringLiteral("refused A.csv: line 1"));
        QCOMPARE(joined({source("A.csv", flat(0) + flat(60'000) + flat(3'660'000))}),
                 QStringLiteral("refused A.csv: line 1"));
        QCOMPARE(joined({source("A-1h.csv", flat(0))}), QStringLiteral("A 0+3600000"));
        QCOMPARE(joined({source("A.csv", flat(0) + flat(60'000)), source("A.late.csv", flat(120'000))}),
                 QStringLiteral("A 0+60000 60000+60000 120000+60000"));
    }

    void files_of_one_symbol_agree_or_are_refused()
    {
        const std::string two = flat(0) + flat(60'000);
        QCOMPARE(joined({source("A-1m-a.csv", two), source("A-1m-b.csv", flat(60'000) + flat(120'000))}),
                 QStringLiteral("A 0+60000 60000+60000 120000+60000"));
        for (const bool turned : {false, true}) {
            std::vector<CandleSource> files {source("A-1m-a.csv", two),
                                             source("A-1m-b.csv", flat(30'000) + flat(60'000, 8))};
            std::vector<CandleSource> mixed {source("A-1h-a.csv", flat(0)), source("A-1m-b.csv", flat(60'000))};
            std::vector<CandleSource> own {source("A-1m-a.csv", closing(0, 60'000)), source("A-1h-b.csv", flat(0))};
            if (turned) {
                std::ranges::reverse(files);
                std::ranges::reverse(mixed);
                std::ranges::reverse(own);
            }
            QCOMPARE(joined(files), QStringLiteral("refused A-1m-b.csv: line 2"));
            QCOMPARE(joined(mixed), QStringLiteral("refused A-1m-b.csv: line 1"));
            QCOMPARE(joined(own), QStringLiteral("A 0+60000")); // what the row says itself is better than a name
        }
    }

    // However the rows are dealt out to files, and in whatever order those are named, the series is the same.
    void dealing_rows_out_to_files_changes_nothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("closes");
        QTest::newRow("close times") << QStringLiteral("A-%1.csv") << true;
        QTest::newRow("intervals in the names") << QStringLiteral("A-1m-%1.csv") << false;
        QTest::newRow("usual distances") << QStringLiteral("A.%1.csv") << false;
    }

    void dealing_rows_out_to_files_changes_nothing()
    {
        QFETCH(QString, name);
        QFETCH(bool, closes);
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&random](unsigned end) { return static_cast<std::size_t>(random() % end); };
            const std::size_t count = 1 + below(5);
            std::vector<std::string> texts(count);
            std::string whole;
            std::int64_t time = 1'600'000'000'000;
            for (int i = 0; i < 400; ++i) {
                const std::int64_t odd = below(50) == 0 ? 13'579 : 60'000;
                const std::string row = closes ? closing(time, odd, 1 + static_cast<int>(below(9)))
                                               : flat(time, 1 + static_cast<int>(below(9)));
                whole += row;
                texts[below(static_cast<unsigned>(count))] += row;
                time += below(40) == 0 ? 60'000 * static_cast<std::int64_t>(2 + below(90)) : odd;
            }
            std::vector<CandleSource> files;
            for (const std::string &text : texts) {
                if (!text.empty()) {
                    files.push_back(source(name.arg(files.size()).toStdString(), text));
                }
            }
            std::ranges::shuffle(files, random);
            QVERIFY2(joined(files) == joined({source(name.arg(0).toStdString(), whole)}),
                     qPrintable(QString::number(seed)));
        }
    }

    void the_interval_is_a_word_of_the_file_name()
    {
        const auto interval = [](const char *path) { return wire::intervalOfFileName(path); };
        QCOMPARE(interval("dir/ETHUSDT-1m-2021.csv.gz"), 60'000);
        QCOMPARE(interval("Binance_BTCUSDT_1h.csv"), 3'600'000);
        QCOMPARE(interval("BTCUSDT-15m"), 900'000);
        QCOMPARE(interval("BTCUSDT-1d-2018-02.csv"), 86'400'000);
        for (const char *none : {"BTCUSDT.csv", "1m.csv", "BTCUSDT-2021-05.csv", "BTCUSDT-1M-x.csv", "BTCUSDT-m-x.csv",
                                 "a-1h/BTCUSDT.csv", "BTCUSDT-0m.csv"}) {
            QCOMPARE(interval(none), 0);
        }
    }

    void a_file_without_candles_is_refused()
    {
        for (const std::string &text : {std::string(), std::string("\n\n"), kHeader, std::string("hello\n"),
                                        std::string("unix,date,symbol,open,high,low,close,a,b,c\n")}) {
            QVERIFY(!parseCandles(text));
        }
    }

    void the_symbol_is_the_start_of_the_file_name()
    {
        const auto symbol = [](const char *path) { return QString::fromStdString(wire::symbolOfFileName(path)); };
        QCOMPARE(symbol("dir/ETHUSDT-1m-2021.csv.gz"), QStringLiteral("ETHUSDT"));
        QCOMPARE(symbol("/a-b/c.d/BCHUSDT.csv"), QStringLiteral("BCHUSDT"));
        QCOMPARE(symbol("LUNAUSDT"), QStringLiteral("LUNAUSDT"));
        QCOMPARE(symbol("dir/"), QString());
    }

    // Source: tests/data/make_data.py: the same six candles in every form that is handed out.
    void every_form_of_a_file_says_the_same_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char *name :
             {"own.csv", "archive.csv", "header.csv", "microseconds.csv", "packed.csv.gz", "archive.zip"}) {
            QTest::newRow(name) << QByteArray("candles/formats/ETHUSDT-1m-") + name;
        }
    }

    void every_form_of_a_file_says_the_same()
    {
        QFETCH(QByteArray, file);
        const auto read = wire::readCandleSource("it", file.toStdString(), testlib::dataFile(file).toStdString());
        QVERIFY2(read.hasValue(), read ? "" : read.error().message().c_str());
        const auto series = wire::joinCandles({*read}).value();
        QCOMPARE(QString::fromStdString(series.front().symbol), QStringLiteral("ETHUSDT"));
        QCOMPARE(dump(series.front()), testlib::dataFile("candles/formats/parsed.txt"));
    }

    // What the name says of the interval is what the rows say.
    void every_file_has_the_interval_of_its_name_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::int64_t>("interval");
        QTest::addColumn<std::size_t>("count");
        const auto row = [](const char *name, std::int64_t interval, std::size_t count) {
            QTest::newRow(name) << QString::fromLatin1(name) << interval << count;
        };
        for (const char *coin : {"BTC", "ETH", "BCH", "DOGE"}) {
            row(qPrintable(QStringLiteral("crash/%1USDT-1m-20220301.csv").arg(QLatin1String(coin))), 60'000, 360);
        }
        row("collapse/ACMEUSDT-1m-20220301.csv", 60'000, 660);
        row("five/ETHUSDT-5m-20220301.csv", 300'000, 60);
        row("hourly/BCHUSDT-1h-20220301-20220310.csv.gz", 3'600'000, 240);
    }

    void every_file_has_the_interval_of_its_name()
    {
        QFETCH(QString, name);
        QFETCH(std::int64_t, interval);
        QFETCH(std::size_t, count);
        const auto text = wire::unpacked(
            testlib::dataFile(qPrintable(QStringLiteral("candles/") + name)).toStdString());
        QVERIFY(text.hasValue());
        const auto series = wire::joinCandles({{"", "X", 0, parseCandles(*text).value()}});
        QVERIFY(series.hasValue());
        QCOMPARE(series->front().candles.size(), count);
        QCOMPARE(series->front().interval, interval);
        QCOMPARE(wire::intervalOfFileName(name.toStdString()), interval);
    }

    void thirteen_thousand_rows_are_read_quickly()
    {
        std::string text;
        for (int i = 0; i < 13'000; ++i) {
            text += std::to_string(1'621'428'600'000 + i * 60'000LL)
                + ",200.10000000,201.20000000,199.30000000,200.40000000,1234.56780000,"
                + std::to_string(1'621'428'659'999 + i * 60'000LL) + ",1,2,3,4,0\n";
        }
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(parseCandles(text).value().size(), std::size_t {13'000});
        qInfo("%zu bytes in %lld us", text.size(), static_cast<long long>(clock.nsecsElapsed() / 1'000));
        QVERIFY(clock.elapsed() < 300);
    }
};

PLIMSOLL_TEST(CandleFileTest)
#include "tst_candlefile.moc"
