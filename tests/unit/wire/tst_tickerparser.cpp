// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"
#include "testlib/testprogram.h"
#include "wire/tickerparser.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace plimsoll;
using margin::PriceState;
using wire::parseTicker;

namespace {

// "ETHUSDT 200; X invalid: price is zero" or "refused: [0]: ...".
QString summary(const std::string &body)
{
    const auto items = parseTicker(body);
    if (!items) {
        Q_ASSERT(items.error().code == ErrorCode::Malformed);
        return QStringLiteral("refused");
    }
    QStringList parts;
    for (const wire::TickerItem &item : *items) {
        const bool known = item.state == PriceState::Known;
        Q_ASSERT(known || (item.price.isZero() && item.state == PriceState::Invalid));
        parts << QString::fromStdString(item.symbol + " "
                                        + (known ? item.price.toString() : "invalid: " + item.problem));
    }
    return parts.join(QStringLiteral("; "));
}

std::string longList(int count)
{
    std::string body = "[";
    for (int i = 0; i < count; ++i) {
        body += (i > 0 ? "," : "") + std::string("{\"symbol\":\"S") + std::to_string(i) + "USDT\",\"price\":\""
            + std::to_string(i + 1) + ".12340000\"}";
    }
    return body + "]";
}

} // namespace

class TickerParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Sources: exchange documentation "Symbol price ticker"; reliability anchors F07, F09 to F14, E1.
    void bodies_are_read_or_refused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const char *body, const char *wanted) {
            QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(wanted);
        };
        const auto price = [](const char *name, const char *value, const char *wanted) {
            QTest::newRow(name) << QByteArray("[{\"symbol\":\"A\",\"price\":") + value
                    + "},{\"symbol\":\"B\",\"price\":\"2\"}]"
                                << (qstrcmp(wanted, "refused") == 0
                                        ? QStringLiteral("refused")
                                        : QStringLiteral("A %1; B 2").arg(QLatin1String(wanted)));
        };
        row("list",
            "[{\"symbol\":\"ETHUSDT\",\"price\":\"200.00000000\"},{\"symbol\":\"BCHUSDT\",\"price\":\"170.5\"}]",
            "ETHUSDT 200; BCHUSDT 170.5");
        row("single object", "{\"symbol\":\"ETHUSDT\",\"price\":\"200.00000000\"}", "ETHUSDT 200");
        row("empty list", "[]", "");
        row("blanks", " [ { \"symbol\" : \"A\" ,\n\t\"price\" : \"1\" } ] \r\n", "A 1");
        row("other order and unknown fields",
            "[{\"x\":[1,{\"y\":null}],\"price\":\"1\",\"t\":true,\"symbol\":\"A\",\"n\":-1.5e3}]", "A 1");
        row("escaped text", "[{\"symb\\u006fl\":\"\\u0041\",\"price\":\"\\u0031.5\"}]", "A 1.5");
        row("escaped backslash", "[{\"symbol\":\"A\\\\\",\"price\":\"1\"}]", "A\\ 1");
        row("unicode symbol", "[{\"symbol\":\"\xE5\xB8\x81USDT\",\"price\":\"1\"}]", "\xE5\xB8\x81USDT 1");
        price("zero", "\"0.00000000\"", "invalid: price is zero");
        price("negative", "\"-1\"", "invalid: price is not a decimal");
        price("minus zero", "\"-0\"", "invalid: price is not a decimal");
        price("plus", "\"+5\"", "invalid: price is not a decimal");
        price("blanks in the price", "\" 5 \"", "invalid: price is not a decimal");
        price("exponent", "\"1e5\"", "invalid: price is not a decimal");
        price("hexadecimal", "\"0x10\"", "invalid: price is not a decimal");
        price("comma", "\"1,5\"", "invalid: price is not a decimal");
        price("empty price", "\"\"", "invalid: price is not a decimal");
        price("NaN text", "\"NaN\"", "invalid: price is not a decimal");
        price("nan text", "\"nan\"", "invalid: price is not a decimal");
        price("inf text", "\"inf\"", "invalid: price is not a decimal");
        price("Infinity text", "\"Infinity\"", "invalid: price is not a decimal");
        price("giant", "\"1e30\"", "invalid: price is not a decimal");
        price("19 digits", "\"1000000000000000000\"", "invalid: price is not a decimal");
        price("tiny", "\"0.000000000000000001\"", "0.000000000000000001");
        price("number", "1.5", "invalid: price is not a string");
        price("object", "{\"price\":\"1\"}", "invalid: price is not a string");
        price("array", "[\"1\"]", "invalid: price is not a string");
        price("null", "null", "invalid: price is not a string");
        price("bool", "true", "invalid: price is not a string");
        price("bare NaN", "NaN", "refused");
        price("bare nan", "nan", "refused");
        price("bare Infinity", "Infinity", "refused");
        price("bare -Infinity", "-Infinity", "refused");
        price("broken number", "1.2.3", "refused");
        price("broken escape", "\"\\q\"", "refused");
        row("price twice", "[{\"symbol\":\"A\",\"price\":\"1\",\"price\":\"2\"}]", "A invalid: price stands twice");
        row("price twice, once escaped", "[{\"symbol\":\"A\",\"price\":\"1\",\"pric\\u0065\":\"2\"}]",
            "A invalid: price stands twice");
        row("symbol twice", "[{\"symbol\":\"A\",\"symbol\":\"B\",\"price\":\"2\"}]", "A invalid: symbol stands twice");
        row("price missing", "[{\"symbol\":\"A\"},{\"symbol\":\"B\",\"price\":\"2\"}]",
            "A invalid: price is missing; B 2");
        row("listed twice",
            "[{\"symbol\":\"A\",\"price\":\"1\"},{\"symbol\":\"B\",\"price\":\"2\"},{\"symbol\":\"A\",\"price\":\"1\"}"
            "]",
            "A invalid: symbol stands in the list twice; B 2");
        row("listed three times",
            "[{\"symbol\":\"A\",\"price\":\"1\"},{\"symbol\":\"A\",\"price\":\"1\"},{\"symbol\":\"A\",\"price\":\"1\"}"
            "]",
            "A invalid: symbol stands in the list twice");
        for (const char *refused : {"",
                                    " ",
                                    "null",
                                    "1",
                                    "\"text\"",
                                    "[",
                                    "]",
                                    "{}",
                                    "[{]",
                                    "[1]",
                                    "[null]",
                                    "[[]]",
                                    "[{\"symbol\":\"A\",\"price\":\"1\"}",
                                    "[{\"symbol\":\"A\",\"price\":\"1\"},]",
                                    "[{\"symbol\":\"A\" \"price\":\"1\"}]",
                                    "[{\"price\":\"1\"}]",
                                    "[{\"symbol\":1,\"price\":\"1\"}]",
                                    "[{\"symbol\":\"\",\"price\":\"1\"}]",
                                    "[{\"symbol\":null,\"price\":\"1\"}]",
                                    "[{\"symbol\":\"A\",\"price\":\"1\"}] []",
                                    "[{\"symbol\":\"A\",\"price\":\"1\"}]]",
                                    "{\"symbol\":\"A\",\"price\":\"1\"}x",
                                    "[{\"symbol\":\"A\",\"price\":\"1",
                                    "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
                                    "<html>Forbidden</html>",
                                    "[{\"symbol\":\"A\",\"price\":\"1\",\"x\":tru}]",
                                    "[{\"symbol\":\"A\",\"price\":\"1\",\"x\":[1,}]",
                                    "[{\"symbol\":\"A\xFF\",\"price\":\"1\"}]",
                                    "[{\"symbol\":\"A\n\",\"price\":\"1\"}]"}) {
            QTest::addRow("refused: %s", refused) << QByteArray(refused) << QStringLiteral("refused");
        }
        QTest::newRow("400 digits") << QByteArray("[{\"symbol\":\"A\",\"price\":\"") + QByteArray(400, '9') + "\"}]"
                                    << QStringLiteral("A invalid: price is not a decimal");
        QTest::newRow("deep nesting") << QByteArray("[{\"symbol\":\"A\",\"price\":\"1\",\"x\":")
                + QByteArray(100'000, '[') + QByteArray(100'000, ']')
                + "}]" << QStringLiteral("refused");
        QTest::newRow("only brackets") << QByteArray(1'000'000, '[') << QStringLiteral("refused");
        QTest::newRow("long symbol") << QByteArray("[{\"symbol\":\"") + QByteArray(129, 'A') + "\",\"price\":\"1\"}]"
                                     << QStringLiteral("refused");
    }

    void bodies_are_read_or_refused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, wanted);
        QCOMPARE(summary(body.toStdString()), wanted);
    }

    void an_error_names_the_place()
    {
        const auto items = parseTicker("[{\"symbol\":\"A\",\"price\":\"1\"},{\"price\":\"1\"}]");
        QCOMPARE(QString::fromStdString(items.error().message()), QStringLiteral("[1].symbol: the symbol is missing"));
    }

    void a_cut_answer_is_never_taken_for_a_whole_one()
    {
        const std::string body = longList(3);
        for (std::size_t length = 0; length < body.size(); ++length) {
            QCOMPARE(summary(body.substr(0, length)), QStringLiteral("refused"));
        }
        QCOMPARE(parseTicker(body).value().size(), std::size_t {3});
    }

    void a_flipped_bit_never_crashes_or_shifts_a_price_to_another_symbol()
    {
        const std::string body = longList(4);
        for (std::size_t at = 0; at < body.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string damaged = body;
                damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1U << bit));
                const auto items = parseTicker(damaged);
                QVERIFY(!items || items->size() <= 4);
            }
        }
    }

    // Source: tests/data/make_data.py, a list as the exchange gives it, some of it no longer traded.
    void a_whole_answer_is_read()
    {
        const std::string wanted = testlib::dataFile("api/ticker-price.txt").toStdString();
        QString seen = summary(testlib::dataFile("api/ticker-price.json").toStdString());
        QCOMPARE(seen.replace(QStringLiteral("; "), QStringLiteral("\n")) + QLatin1Char('\n'),
                 QString::fromStdString(wanted));
        QVERIFY(seen.count(QLatin1Char('\n')) > 100);
        QVERIFY(seen.contains(QStringLiteral("VENUSDT invalid: price is zero")));
    }

    void a_full_list_is_read_quickly()
    {
        const std::string body = longList(5'000);
        QVERIFY(parseTicker(body).hasValue());
        QElapsedTimer clock;
        clock.start();
        constexpr int kRounds = 20;
        for (int i = 0; i < kRounds; ++i) {
            QCOMPARE(parseTicker(body).value().size(), std::size_t {5'000});
        }
        const qint64 each = clock.nsecsElapsed() / kRounds;
        qInfo("5000 symbols in %lld us", static_cast<long long>(each / 1'000));
        QVERIFY(each < 50'000'000); // F07
    }

    void more_symbols_than_any_exchange_has_are_refused() { QVERIFY(!parseTicker(longList(20'001))); }

    void several_threads_may_read_at_once()
    {
        const std::string body = longList(500);
        std::vector<std::thread> threads;
        std::array<std::size_t, 4> found {};
        for (std::size_t &count : found) {
            threads.emplace_back([&body, &count] {
                for (int i = 0; i < 50; ++i) {
                    count += parseTicker(body).value().size();
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const std::size_t count : found) {
            QCOMPARE(count, std::size_t {25'000});
        }
    }
};

PLIMSOLL_TEST(TickerParserTest)
#include "tst_tickerparser.moc"
