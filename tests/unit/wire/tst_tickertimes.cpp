// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"
#include "testlib/testprogram.h"
#include "wire/tickerparser.h"

#include <QTest>

using namespace plimsoll;

namespace {

QString errorOf(const char *body)
{
    const wire::ExchangeError error = wire::parseExchangeError(body);
    return QStringLiteral("%1 %2 %3")
        .arg(error.code)
        .arg(QString::fromStdString(error.message))
        .arg(error.bannedUntil.ms());
}

} // namespace

class TickerTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void the_newest_time_of_each_symbol_is_kept()
    {
        const auto times = wire::parseTickerTimes(
            R"([{"symbol":"A","closeTime":5,"x":[1]},{"symbol":"B","closeTime":9},{"symbol":"A","closeTime":7}])");
        QVERIFY(times.hasValue());
        QCOMPARE(times->size(), std::size_t {2});
        QCOMPARE(times->at(0).closeTime, WallTime {7});
        QCOMPARE(QString::fromStdString(times->at(1).symbol), QStringLiteral("B"));
        QCOMPARE(wire::parseTickerTimes(R"({"symbol":"A","closeTime":5})").value().size(), std::size_t {1});
        QVERIFY(wire::parseTickerTimes("[]").value().empty());
    }

    void what_is_no_list_is_refused()
    {
        for (const char *body : {"", "1", "true", R"([{"symbol":"A","closeTime":5})"}) {
            QVERIFY2(!wire::parseTickerTimes(body), body);
        }
    }

    void what_a_row_does_not_say_spoils_no_other()
    {
        for (const char *row : {"1", "{}", R"({"closeTime":5})", R"({"symbol":1,"closeTime":5})"}) {
            const auto times = wire::parseTickerTimes(std::string("[") + row
                                                      + R"(,{"symbol":"B","closeTime":9,"count":3}])");
            QVERIFY2(times && times->size() == 1, row);
            QCOMPARE(times->front().closeTime, WallTime {9});
            QCOMPARE(times->front().count, std::optional<std::int64_t>(3));
        }
        for (const char *time : {"null", "\"5\"", "-5", "5.5", "{}"}) {
            const auto times = wire::parseTickerTimes(std::string(R"([{"symbol":"A","count":)") + time
                                                      + R"(,"closeTime":)" + time + "}]");
            QVERIFY2(times && times->size() == 1, time);
            QCOMPARE(times->front().closeTime, WallTime {0});
            QVERIFY(!times->front().count);
        }
        for (const char *time :
             {"100000000000000", "1660090423228000", "9223372036854775807"}) { // microseconds, or none
            const auto times = wire::parseTickerTimes(std::string(R"([{"symbol":"A","closeTime":)") + time + "}]");
            QVERIFY2(times && times->front().closeTime == 0, time);
        }
    }

    // Sources: exchange documentation "Error codes"; recorded bodies.
    void errors_of_the_exchange_are_understood()
    {
        QCOMPARE(errorOf(R"({"code":-1121,"msg":"Invalid symbol."})"), QStringLiteral("-1121 Invalid symbol. 0"));
        QCOMPARE(
            errorOf(
                R"({"code":-1003,"msg":"Way too much request weight used; IP banned until 1660090423228. Please use"})"),
            QStringLiteral(
                "-1003 Way too much request weight used; IP banned until 1660090423228. Please use 1660090423228"));
        QCOMPARE(errorOf(R"({"code":-1003,"msg":"banned until 99999999999999999999"})"),
                 QStringLiteral("-1003 banned until 99999999999999999999 0"));
        QCOMPARE(errorOf(R"({"code":-1003,"msg":"banned until soon"})"), QStringLiteral("-1003 banned until soon 0"));
        for (const char *body : {"", "<html>", "[]", R"({"code":"x","msg":""})", R"({"code":-1})",
                                 R"({"code":99999999999,"msg":"x"})", "{\"code\":-1,"}) {
            QCOMPARE(errorOf(body), QStringLiteral("0  0"));
        }
    }

    // Source: tests/data/make_data.py, the documented form of "24hr ticker price change statistics".
    void a_whole_answer_is_read_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("wanted");
        QTest::newRow("one symbol") << testlib::dataFile("api/ticker-24hr.json")
                                    << testlib::dataFile("api/ticker-24hr.txt");
        QTest::newRow("a list") << testlib::dataFile("api/ticker-24hr-list.json")
                                << testlib::dataFile("api/ticker-24hr-list.txt");
    }

    void a_whole_answer_is_read()
    {
        QFETCH(QByteArray, body);
        const auto times = wire::parseTickerTimes(body.toStdString());
        QVERIFY(times.hasValue());
        std::string seen;
        for (const wire::TickerTime &time : *times) {
            seen += time.symbol + ' ' + std::to_string(time.closeTime.ms()) + ' '
                + std::to_string(time.count.value_or(-1)) + '\n';
        }
        QTEST(QByteArray::fromStdString(seen), "wanted");
    }
};

PLIMSOLL_TEST(TickerTimesTest)
#include "tst_tickertimes.moc"
