// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/ratetable.h"
#include "margin/shockedbook.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll::margin;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const Account kAccount = crossAccount({held("ETH", "1"), owed("TRY", "1"), held("GONE", "1"), owed("USDT", "10")});
const PriceList kPrices {{"ETHUSDT", "200"}, {"USDTTRY", "3"}};

} // namespace

class TestRateTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsHaveOnePlaceEach()
    {
        RateTable table(ratesFor(kAccount, kPrices));
        const PairId eth = table.intern("ETH", "USDT");
        QVERIFY(table.intern("TRY", "USDT") != eth);
        QCOMPARE(table.intern("ETH", "USDT"), eth);
        QCOMPARE(table.pairs().size(), 2U);
        QCOMPARE(shown(table.pairs()[eth].asset), u"ETH"_s);
        QCOMPARE(shown(table.pairs()[eth].quote), u"USDT"_s);
    }

    void aMoveBeginsWhereTheFirstBegan()
    {
        RateTable table(ratesFor(kAccount, kPrices));
        const PairId eth = table.intern("ETH", "USDT");
        table.move(eth, d("0.5"));
        QCOMPARE(shown(table.rate(eth).down), u"100"_s);
        table.move(eth, d("0.9"));
        QCOMPARE(shown(table.rate(eth).down), u"180"_s);
        QCOMPARE(shown(table.rate(eth).up), u"180"_s);
        table.move(eth, d("1"));
        QVERIFY(table.rate(eth) == ratesFor(kAccount, kPrices).find("ETH", "USDT"));
    }

    void itIsRoundedAgainstThePerson()
    {
        RateTable table(ratesFor(kAccount, kPrices));
        const PairId lira = table.intern("TRY", "USDT"); // 1 / 3
        table.move(lira, d("0.5"));
        QCOMPARE(shown(table.rate(lira).down), u"0.166666666666666666"_s);
        QCOMPARE(shown(table.rate(lira).up), u"0.166666666666666667"_s);
    }

    void whatIsNotKnownStaysSo()
    {
        RateTable table(ratesFor(kAccount, kPrices));
        const PairId gone = table.intern("GONE", "USDT");
        table.move(gone, d("2"));
        QVERIFY(!table.rate(gone).known());
        QVERIFY(!table.rates().find("GONE", "USDT").known());
    }

    void theQuoteAssetNeverMoves()
    {
        RateTable table(ratesFor(kAccount, kPrices));
        const PairId quote = table.intern("USDT", "USDT");
        table.move(quote, d("2"));
        QCOMPARE(shown(table.rate(quote).up), u"1"_s);
    }

    void beyondTheRangeItIsNoPrice()
    {
        RateTable table(ratesFor(kAccount, {{"ETHUSDT", "900000000000000000"}}));
        const PairId eth = table.intern("ETH", "USDT");
        table.move(eth, d("2"));
        QVERIFY(table.rate(eth).state == PriceState::Invalid);
        table.move(eth, d("1"));
        QVERIFY(table.rate(eth).known());
    }

    void theRatesAreThoseOfNow()
    {
        RateTable table(ratesFor(kAccount, kPrices));
        table.move(table.intern("ETH", "USDT"), d("0.75"));
        QCOMPARE(shown(table.rates().find("ETH", "USDT").down), u"150"_s);
        QVERIFY(!table.rates().find("TRY", "USDT").known()); // nobody asked for it
    }

    void aBookJudgesAsASingleEvaluation()
    {
        const std::vector<Account> accounts {
            crossAccount({held("ETH", "5"), held("BCH", "0"), owed("USDT", "800")}, "long"),
            crossAccount({owed("ETH", "2"), held("USDT", "800")}, "short"), crossAccount({held("BCH", "1")}, "other")};
        const Rates rates = ratesFor(accounts[0], {{"ETHUSDT", "200"}, {"BCHUSDT", "100"}});
        ShockedBook book(accounts, rates);
        QCOMPARE(book.table().pairs().size(), 3U); // ETH, USDT, BCH of the third account
        PairId eth = 0;
        while (book.table().pairs()[eth].asset != "ETH") {
            ++eth;
        }
        QCOMPARE(book.users(eth), (std::vector<std::uint32_t> {0, 1}));
        for (const char *factor : {"1", "0.88", "2.5"}) {
            book.move(eth, d(factor));
            const Rates moved = book.table().rates();
            for (std::size_t i = 0; i < accounts.size(); ++i) {
                const Decision wanted = judge(accounts[i], moved);
                QVERIFY(book.judge(i).status == wanted.status);
                QCOMPARE(shown(book.judge(i).printedLevel()), shown(wanted.printedLevel()));
            }
        }
        book.move(eth, d("0.88"));
        QVERIFY(book.judge(0).status == Status::MarginCall);
        QVERIFY(book.judge(1).status == Status::Normal);
        QVERIFY(book.judge(2).status == Status::NoDebt);
    }
};

PLIMSOLL_TEST(TestRateTable)
#include "tst_ratetable.moc"
