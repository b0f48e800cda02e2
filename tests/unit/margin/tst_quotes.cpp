// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/exact.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using margin::PriceState;
using margin::QuoteBoard;
using margin::Rate;

namespace {

void set(QuoteBoard &board, const char *symbol, const char *price, BootTime asOf = 1)
{
    board.setPrice(board.internSymbol(symbol), d(price), asOf);
}

Rate rateOf(QuoteBoard &board, const char *asset, const char *quote)
{
    const auto id = board.internRate(asset, quote);
    board.evaluate();
    return board.rate(id);
}

} // namespace

class QuotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: interface contract, "Prices file".
    void routes_are_taken_in_the_published_order_data()
    {
        QTest::addColumn<QStringList>("prices"); // "SYMBOL price"
        QTest::addColumn<QString>("route");
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("up");
        const auto row = [](const char *name, const char *prices, const char *route, const char *down, const char *up) {
            QTest::newRow(name) << QString::fromLatin1(prices).split(QStringLiteral(", ")) << QString::fromLatin1(route)
                                << QString::fromLatin1(down) << QString::fromLatin1(up);
        };
        row("direct", "DOGEBRL 0.5, BRLDOGE 3, DOGEUSDT 0.1, USDTBRL 5", "DOGEBRL", "0.5", "0.5");
        row("inverse", "BRLDOGE 4, DOGEUSDT 0.1, USDTBRL 5", "1/BRLDOGE", "0.25", "0.25");
        row("inverse, endless", "BRLDOGE 3", "1/BRLDOGE", "0.333333333333333333", "0.333333333333333334");
        row("USDT before BTC", "DOGEBTC 0.00001, BTCBRL 300000, DOGEUSDT 0.1, USDTBRL 5", "DOGEUSDT x USDTBRL", "0.5",
            "0.5");
        row("BTC before USDC", "DOGEBTC 0.00001, BTCBRL 300000, DOGEUSDC 0.1, USDCBRL 5", "DOGEBTC x BTCBRL", "3", "3");
        row("USDC before FDUSD", "DOGEUSDC 0.1, USDCBRL 5, DOGEFDUSD 0.1, FDUSDBRL 6", "DOGEUSDC x USDCBRL", "0.5",
            "0.5");
        row("FDUSD before BNB", "DOGEFDUSD 0.1, FDUSDBRL 6, DOGEBNB 0.001, BNBBRL 900", "DOGEFDUSD x FDUSDBRL", "0.6",
            "0.6");
        row("BNB before ETH", "DOGEBNB 0.001, BNBBRL 900, DOGEETH 0.0001, ETHBRL 8000", "DOGEBNB x BNBBRL", "0.9",
            "0.9");
        row("ETH last", "DOGEETH 0.0001, ETHBRL 8000", "DOGEETH x ETHBRL", "0.8", "0.8");
        row("bridge with inverse legs", "USDTDOGE 3, BRLUSDT 7", "1/USDTDOGE x 1/BRLUSDT", "0.047619047619047618",
            "0.047619047619047620");
        row("half a bridge is none", "DOGEUSDT 0.1, BTCBRL 5", "DOGEBRL", "0", "0");
    }

    void routes_are_taken_in_the_published_order()
    {
        QFETCH(QStringList, prices);
        QFETCH(QString, route);
        QFETCH(QString, down);
        QFETCH(QString, up);
        QuoteBoard board;
        const auto id = board.internRate("DOGE", "BRL");
        for (const QString &price : prices) {
            const QStringList parts = price.split(QLatin1Char(' '));
            board.setPrice(board.internSymbol(parts[0].toStdString()), d(parts[1].toStdString()), 1);
        }
        board.evaluate();
        const Rate &rate = board.rate(id);
        QCOMPARE(shown(rate.route), route);
        QVERIFY(rate.down == d(down.toStdString()));
        QVERIFY(rate.up == d(up.toStdString()));
        QCOMPARE(rate.known(), down != QLatin1String("0"));
    }

    void the_quote_asset_is_worth_one_without_any_price()
    {
        QuoteBoard board;
        const Rate rate = rateOf(board, "USDT", "USDT");
        QVERIFY(rate.known());
        QCOMPARE(shown(rate.down), QStringLiteral("1"));
        QVERIFY(margin::Rates().find("USDT", "USDT").known());
    }

    void a_listed_symbol_with_a_bad_price_is_not_routed_around()
    {
        QuoteBoard board;
        set(board, "DOGEBRL", "0.5");
        set(board, "DOGEUSDT", "0.1");
        set(board, "USDTBRL", "5");
        QVERIFY(rateOf(board, "DOGE", "BRL").known());
        for (const PriceState state : {PriceState::Invalid, PriceState::Missing, PriceState::Stale}) {
            board.setUnusable(board.internSymbol("DOGEBRL"), state);
            const Rate rate = rateOf(board, "DOGE", "BRL");
            QVERIFY(rate.state == state);
            QCOMPARE(shown(rate.route), QStringLiteral("DOGEBRL"));
        }
        set(board, "DOGEBRL", "0.6");
        QCOMPARE(shown(rateOf(board, "DOGE", "BRL").down), QStringLiteral("0.6"));
    }

    void zero_and_negative_prices_are_invalid()
    {
        for (const char *price : {"0", "-1"}) {
            QuoteBoard board;
            set(board, "ETHUSDT", price);
            QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Invalid);
        }
    }

    void a_symbol_never_seen_is_missing()
    {
        QuoteBoard board;
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Missing);
        board.setUnusable(board.internSymbol("ETHUSDT"),
                          PriceState::Missing); // absent and never listed: a bridge may serve
        set(board, "ETHBTC", "0.05");
        set(board, "BTCUSDT", "40000");
        QCOMPARE(shown(rateOf(board, "ETH", "USDT").route), QStringLiteral("ETHBTC x BTCUSDT"));
    }

    void old_prices_expire_and_come_back()
    {
        QuoteBoard board;
        set(board, "ETHUSDT", "200", 1'000);
        board.internRate("ETH", "USDT");
        board.evaluate();
        board.expire(1'000);
        QVERIFY(board.evaluate().empty()); // exactly at the limit is not too old
        board.expire(1'001);
        QCOMPARE(board.evaluate().size(), std::size_t {1});
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Stale);
        set(board, "ETHUSDT", "200", 2'000);
        QVERIFY(rateOf(board, "ETH", "USDT").known());
    }

    void only_rates_that_moved_are_reported()
    {
        QuoteBoard board;
        const auto eth = board.internRate("ETH", "USDT");
        board.internRate("BCH", "USDT");
        set(board, "ETHUSDT", "200");
        set(board, "BCHUSDT", "200");
        board.evaluate();
        set(board, "ETHUSDT", "230");
        set(board, "BCHUSDT", "200", 5);
        QCOMPARE(board.evaluate(), (std::vector<margin::RateId> {eth}));
        set(board, "XRPUSDT", "1");
        QVERIFY(board.evaluate().empty());
    }

    void a_bridge_is_as_old_as_its_older_leg()
    {
        QuoteBoard board;
        set(board, "ETHBTC", "0.05", 70);
        set(board, "BTCUSDT", "40000", 30);
        QCOMPARE(rateOf(board, "ETH", "USDT").asOf, BootTime {30});
    }

    void a_bridge_is_confirmed_where_both_legs_are()
    {
        for (const bool first : {false, true}) {
            for (const bool second : {false, true}) {
                QuoteBoard board;
                board.setPrice(board.internSymbol("ETHBTC"), d("0.05"), 1, first);
                board.setPrice(board.internSymbol("BTCUSDT"), d("40000"), 1, second);
                QCOMPARE(rateOf(board, "ETH", "USDT").confirmed, first && second);
            }
        }
    }

    void a_price_that_is_said_a_second_time_becomes_confirmed()
    {
        QuoteBoard board;
        board.setPrice(board.internSymbol("ETHUSDT"), d("200"), 1, false);
        QVERIFY(!rateOf(board, "ETH", "USDT").confirmed);
        board.setPrice(board.internSymbol("ETHUSDT"), d("200"), 2, true);
        QVERIFY(rateOf(board, "ETH", "USDT").confirmed);
    }

    void an_unchanged_price_that_comes_again_is_new()
    {
        QuoteBoard board;
        set(board, "ETHBTC", "0.05", 10);
        set(board, "BTCUSDT", "40000", 20);
        QCOMPARE(rateOf(board, "ETH", "USDT").asOf, BootTime {10});
        set(board, "ETHBTC", "0.05", 40);
        QVERIFY(board.evaluate().empty());
        QCOMPARE(board.rateOf("ETH", "USDT").asOf, BootTime {20});
        set(board, "BTCUSDT", "40000", 30);
        QCOMPARE(board.rateOf("ETH", "USDT").asOf, BootTime {30});
        QCOMPARE(board.freeze()->find("ETH", "USDT").asOf, BootTime {30});
        QCOMPARE(board.rateOf("ETH", "USDT").asOf, BootTime {30});
        QVERIFY(board.rateOf("XRP", "USDT").state == PriceState::Missing);
        QCOMPARE(shown(board.rateOf("XRP", "USDT").route), QStringLiteral("XRPUSDT"));
        QVERIFY(board.rateOf("USDT", "USDT").known());
    }

    void rates_share_the_symbols_of_their_routes()
    {
        QuoteBoard board;
        const auto doge = board.internRate("DOGE", "BRL");
        const auto xrp = board.internRate("XRP", "BRL");
        for (const char *symbol : {"DOGEUSDT", "XRPUSDT", "USDTBRL"}) {
            set(board, symbol, "2");
        }
        QCOMPARE(board.evaluate(), (std::vector<margin::RateId> {doge, xrp}));
        set(board, "USDTBRL", "3");
        QCOMPARE(board.evaluate(), (std::vector<margin::RateId> {doge, xrp}));
        QCOMPARE(shown(board.rate(xrp).down), QStringLiteral("6"));
        set(board, "USDTBRL", "4");
        set(board, "USDTBRL", "5"); // twice before anyone looks
        QCOMPARE(board.evaluate(), (std::vector<margin::RateId> {doge, xrp}));
    }

    // Direct and inverse, and four legs for each bridge that is neither of the two assets.
    void only_possible_routes_are_candidates()
    {
        QuoteBoard board;
        board.internRate("ETH", "USDT");
        const auto symbols = board.candidateSymbols();
        QCOMPARE(symbols.size(), std::size_t {2 + 4 * 4});
        for (const char *symbol : {"ETHUSDT", "USDTETH", "ETHBNB", "BNBETH", "BNBUSDT", "USDTBNB"}) {
            QVERIFY2(std::ranges::find(symbols, symbol) != symbols.end(), symbol);
        }
    }

    void what_is_asked_for_without_any_price_is_the_direct_symbol()
    {
        QuoteBoard board;
        board.internRate("ETH", "USDT");
        board.internRate("USDT", "USDT");
        QCOMPARE(board.neededSymbols(), (std::vector<std::string> {"ETHUSDT"}));
    }

    void a_price_is_known_as_long_as_it_is_usable()
    {
        QuoteBoard board;
        QCOMPARE(shown(board.priceOf("ETHUSDT")), QStringLiteral("none"));
        set(board, "ETHUSDT", "200");
        QCOMPARE(shown(board.priceOf("ETHUSDT")), QStringLiteral("200"));
        board.setUnusable(board.internSymbol("ETHUSDT"), PriceState::Stale);
        QCOMPARE(shown(board.priceOf("ETHUSDT")), QStringLiteral("none"));
    }

    // Unlisted: only where the wanted symbol is what the exchange does not have; then a bridge may serve.
    void a_symbol_that_the_exchange_does_not_have_is_unlisted()
    {
        QuoteBoard board;
        board.setUnusable(board.internSymbol("ETHUSDT"), PriceState::Unlisted);
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Unlisted);
        QCOMPARE(shown(rateOf(board, "ETH", "USDT").route), QStringLiteral("ETHUSDT"));
        QVERIFY(rateOf(board, "BCH", "USDT").state == PriceState::Missing);
        set(board, "ETHBTC", "0.05");
        set(board, "BTCUSDT", "40000");
        QVERIFY(rateOf(board, "ETH", "USDT").known());
        board.setUnusable(board.internSymbol("BTCUSDT"), PriceState::Unlisted); // was listed: not routed around
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Unlisted);
        QCOMPARE(shown(rateOf(board, "ETH", "USDT").route), QStringLiteral("ETHBTC x BTCUSDT"));
    }

    void the_state_of_a_bridge_is_that_of_its_first_bad_leg()
    {
        QuoteBoard board;
        set(board, "ETHBTC", "0.05");
        set(board, "BTCUSDT", "40000");
        board.setUnusable(board.internSymbol("BTCUSDT"), PriceState::Stale);
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Stale);
        board.setUnusable(board.internSymbol("ETHBTC"), PriceState::Halted);
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Halted);
    }

    void a_price_that_overflows_is_not_believed()
    {
        QuoteBoard board;
        set(board, "ETHBTC", "999999999999999999");
        set(board, "BTCUSDT", "999999999999999999");
        QVERIFY(rateOf(board, "ETH", "USDT").state == PriceState::Invalid);
        set(board, "USDTXYZ", "0.000000000000000001"); // its inverse has 19 digits
        QVERIFY(rateOf(board, "XYZ", "USDT").state == PriceState::Invalid);
    }

    void rounding_is_never_for_the_user()
    {
        Chance chance;
        for (int i = 0; i < 2'000; ++i) {
            QuoteBoard board;
            const Decimal first = chance.usual();
            const Decimal second = chance.usual();
            board.setPrice(board.internSymbol("USDTDOGE"), first, 1);
            board.setPrice(board.internSymbol("USDTBRL"), second, 1);
            const Rate rate = rateOf(board, "DOGE", "BRL"); // 1/first * second
            const auto a = margin::exact::Integer(first.mantissa());
            const auto b = margin::exact::Integer(second.mantissa());
            const auto one = margin::exact::Integer(Decimal::kOne);
            QVERIFY(margin::exact::Integer(rate.down.mantissa()) * a <= b * one);
            QVERIFY(margin::exact::Integer(rate.up.mantissa()) * a >= b * one);
        }
    }

    void a_frozen_copy_does_not_change()
    {
        QuoteBoard board;
        set(board, "ETHUSDT", "200");
        rateOf(board, "ETH", "USDT");
        const auto frozen = board.freeze();
        set(board, "ETHUSDT", "230");
        rateOf(board, "BCH", "USDT");
        QCOMPARE(shown(frozen->find("ETH", "USDT").down), QStringLiteral("200"));
        QVERIFY(frozen->find("BCH", "USDT").state == PriceState::Missing);
        QCOMPARE(shown(board.freeze()->find("ETH", "USDT").down), QStringLiteral("230"));
    }

    void the_symbols_to_ask_for_are_those_in_use()
    {
        QuoteBoard board;
        board.internRate("ETH", "USDT");
        board.internRate("DOGE", "BRL");
        board.internRate("USDT", "USDT");
        set(board, "ETHUSDT", "200");
        set(board, "DOGEUSDT", "0.1");
        set(board, "USDTBRL", "5");
        board.evaluate();
        QCOMPARE(board.neededSymbols(), (std::vector<std::string> {"DOGEUSDT", "ETHUSDT", "USDTBRL"}));
    }
};

PLIMSOLL_TEST(QuotesTest)
#include "tst_quotes.moc"
