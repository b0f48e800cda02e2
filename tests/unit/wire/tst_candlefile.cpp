// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/candlefile.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <zlib.h>

using namespace plimsoll;
using wire::parseCandles;

namespace {

std::string gzipped(const std::string &plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in = plain;
    std::string out(deflateBound(&stream, plain.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

QString summary(const std::string &text)
{
    const auto series = parseCandles(text, "X");
    if (!series) {
        return QStringLiteral("refused ") + QString::fromStdString(series.error().place);
    }
    const wire::Candle &last = series->candles.back();
    return QStringLiteral("%1 candles, step %2, last %3 %4 %5 %6 %7")
        .arg(series->candles.size())
        .arg(series->interval)
        .arg(last.openTime)
        .arg(QString::fromStdString(last.open.toString()), QString::fromStdString(last.high.toString()),
            QString::fromStdString(last.low.toString()), QString::fromStdString(last.close.toString()));
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
        const QString one = QStringLiteral("1 candles, step 60000, last 1621428600000 10 12 9.5 11");
        QTest::newRow("own") << QByteArray("open_time_ms,open,high,low,close,volume\n1621428600000,10,12.0,9.5,11,7\n")
                             << one;
        QTest::newRow("own without header") << QByteArray("1621428600000,10,12,9.5,11,7\n") << one;
        QTest::newRow("no final newline") << QByteArray("1621428600000,10,12,9.5,11,7") << one;
        QTest::newRow("CRLF and byte order mark")
            << QByteArray("\xEF\xBB\xBFopen_time_ms,open,high,low,close,volume\r\n1621428600000,10,12,9.5,11,7\r\n\r\n")
            << one;
        QTest::newRow("klines") << QByteArray("1621428600000,10,12,9.5,11,7,1621428659999,1,2,3,4,0\n") << one;
        QTest::newRow("klines with header")
            << QByteArray("open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_"
                          "buy_quote_volume,ignore\n"
                          "1621428600000,10,12,9.5,11,7,1621428659999,1,2,3,4,0\n")
            << one;
        QTest::newRow("klines in us") << QByteArray("1621428600000000,10,12,9.5,11,7,1621428659999999,1,2,3,4,0\n")
                                      << one;
        QTest::newRow("the smallest step counts") << QByteArray("0,1,1,1,1,0\n600000,1,1,1,1,0\n900000,1,1,1,1,0\n")
                                                  << QStringLiteral("3 candles, step 300000, last 900000 1 1 1 1");
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
    }

    void what_is_wrong_is_refused_with_its_line()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, place);
        QCOMPARE(summary(kHeader + "1000,1,1,1,1,0\n" + rows.toStdString()), QStringLiteral("refused ") + place);
    }

    void a_file_without_candles_is_refused()
    {
        for (const std::string &text : { std::string(), std::string("\n\n"), kHeader, std::string("hello\n"),
                 std::string("unix,date,symbol,open,high,low,close,a,b,c\n") }) {
            QVERIFY(!parseCandles(text, "X"));
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

    void gzip_is_unpacked_and_anything_else_passes()
    {
        const std::string text = kHeader + "1000,1,1,1,1,0\n";
        QVERIFY(*wire::inflated(gzipped(text)) == text);
        QVERIFY(*wire::inflated(gzipped(text) + gzipped(text)) == text + text); // a file of two members
        QVERIFY(*wire::inflated(text) == text);
        QVERIFY(wire::inflated("").value().empty());
        QVERIFY(wire::inflated(gzipped("")).value().empty());
        const std::string large(3'000'000, 'x');
        QVERIFY(*wire::inflated(gzipped(large)) == large);
    }

    void damaged_or_giant_gzip_is_refused()
    {
        const std::string packed = gzipped(std::string(100'000, 'x'));
        for (std::size_t length = 2; length < packed.size(); ++length) {
            QVERIFY(!wire::inflated(packed.substr(0, length)));
        }
        std::string damaged = packed;
        damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 1); // its check sum
        QVERIFY(!wire::inflated(damaged));
        QVERIFY(!wire::inflated(packed + "garbage"));
        QVERIFY(!wire::inflated(packed, 99'999));
        QVERIFY(wire::inflated(packed, 100'000).hasValue());
        QVERIFY(!wire::inflated(std::string(11, 'x'), 10));
    }

    void every_real_file_is_read()
    {
        const QString folder = qEnvironmentVariable("PLIMSOLL_SHARED") + QStringLiteral("/data/market");
        if (!QFile::exists(folder)) {
            QSKIP("the reference data (PLIMSOLL_SHARED) is not here");
        }
        QDirIterator files(
            folder, { QStringLiteral("*.csv"), QStringLiteral("*.csv.gz") }, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = wire::inflated(file.readAll().toStdString());
            QVERIFY2(text.hasValue(), qPrintable(file.fileName()));
            const auto series = parseCandles(*text, wire::symbolOfFileName(file.fileName().toStdString()));
            QVERIFY2(series.hasValue(),
                qPrintable(file.fileName() + QLatin1Char(' ')
                    + (series ? QString() : QString::fromStdString(series.error().message()))));
            QVERIFY(series->interval == 60'000 || series->interval == 300'000 || series->interval == 3'600'000);
            ++count;
        }
        QVERIFY(count > 40);
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
        QCOMPARE(parseCandles(text, "X").value().candles.size(), std::size_t{ 13'000 });
        qInfo("%zu bytes in %lld us", text.size(), static_cast<long long>(clock.nsecsElapsed() / 1'000));
        QVERIFY(clock.elapsed() < 300);
    }
};

QTEST_GUILESS_MAIN(CandleFileTest)
#include "tst_candlefile.moc"
