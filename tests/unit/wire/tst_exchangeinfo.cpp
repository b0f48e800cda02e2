// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"
#include "testlib/testprogram.h"
#include "wire/exchangeinfo.h"

#include <QTest>

using namespace plimsoll;

class ExchangeInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_and_clock_are_read()
    {
        const auto info = wire::parseExchangeInfo(
            R"({"timezone":"UTC","serverTime":1565246363776,"rateLimits":[{}],"symbols":[{"symbol":"LUNAUSDT","status":"HALT","filters":[]},)"
            R"({"symbol":"ETHUSDT","status":"TRADING"}]})");
        QVERIFY(info.hasValue());
        QCOMPARE(info->serverTime, WallTime {1565246363776});
        QCOMPARE(info->symbols.size(), std::size_t {2});
        QCOMPARE(info->symbols.front().symbol, std::string("LUNAUSDT"));
        QCOMPARE(info->symbols.front().status, std::string("HALT"));
    }

    // Source: tests/data/make_data.py, the documented form of "Exchange information".
    void a_whole_answer_is_read()
    {
        const auto info = wire::parseExchangeInfo(testlib::dataFile("api/exchange-info.json").toStdString());
        QVERIFY(info.hasValue());
        std::string seen = std::to_string(info->serverTime.ms()) + '\n';
        for (const auto &symbol : info->symbols) {
            seen += symbol.symbol + ' ' + symbol.status + '\n';
        }
        QCOMPARE(QByteArray::fromStdString(seen), testlib::dataFile("api/exchange-info.txt"));
    }

    void what_is_missing_is_not_told()
    {
        for (const char *body :
             {"{}", R"({"serverTime":"1","symbols":{}})", R"({"serverTime":100000000000000,"symbols":[]})",
              R"({"serverTime":9223372036854775807})",
              R"({"serverTime":-1,"symbols":[1,{},{"symbol":"A"},{"status":"HALT"}]})"}) {
            const auto info = wire::parseExchangeInfo(body);
            QVERIFY2(info && info->serverTime == 0 && info->symbols.empty(), body);
        }
        for (const char *body : {"", "[]", "1", "<html>", R"({"serverTime":1)"}) {
            QVERIFY2(!wire::parseExchangeInfo(body), body);
        }
    }
};

PLIMSOLL_TEST(ExchangeInfoTest)
#include "tst_exchangeinfo.moc"
