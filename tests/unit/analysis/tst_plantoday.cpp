// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/plantoday.h"
#include "analysiskit.h"
#include "margin/exact.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;
using margin::PreparedPlan;
using margin::Way;

namespace {

PreparedPlan plan(Way way, const char *asset, const char *amount, const char *source = "",
                  const char *account = "b-bchusdt")
{
    return {"1", account, "plan", way, asset, d(amount), source};
}

margin::Portfolio exampleBook()
{
    return {exampleAccounts(), {{"spot", {held("USDT", "200"), held("BCH", "1")}}}};
}

// "enough; needs 150; has 200; level 1.25"
QString line(const margin::Portfolio &book, const PriceList &prices, const PreparedPlan &checked)
{
    margin::QuoteBoard board = boardOf(book.accounts, prices);
    if (const margin::Account *account = book.account(checked.account)) {
        board.internRate(checked.asset, account->quoteAsset);
    }
    board.evaluate();
    const auto today = planToday(book, *board.freeze(), checked);
    if (!today) {
        return shown(today.error().message());
    }
    const QString end = today->refusal ? shown(today->refusal->place) : u"level "_s + shown(today->after->level);
    return u"%1; needs %2; has %3; %4"_s.arg(shown(std::string(planStandingWord(today->standing))),
                                             shown(today->needed), shown(today->free), end);
}

} // namespace

/// A prepared plan against the book as it is: worked figures of docs/formulas.md#ways-out, and on random books that
/// what is needed today is enough and less is not.
class TestPlanToday : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCalledAccountOfTheExample_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](Way way, const char *asset, const char *amount, const char *source, const char *expected) {
            QTest::addRow("%s %s %s %s", std::string(wayWord(way)).c_str(), amount, asset, source)
                << static_cast<int>(way) << QString::fromLatin1(asset) << QString::fromLatin1(amount)
                << QString::fromLatin1(source) << QString::fromLatin1(expected);
        };
        // BCH at 170: 850 against 800. 1.25 x 800 - 850, 800 - 850 / 1.25, (1.25 x 800 - 850) / 0.25.
        row(Way::Deposit, "USDT", "150", "spot", "enough; needs 150; has 200; level 1.25");
        row(Way::Deposit, "USDT", "149.99999999", "spot", "short; needs 150; has 200; level 1.24999999");
        row(Way::Deposit, "USDT", "200.00000001", "spot", "refused; needs 150; has 200; amount");
        row(Way::Deposit, "USDT", "1000", "", "enough; needs 150; has none; level 2.3125");
        row(Way::Deposit, "BCH", "0.88235295", "spot", "enough; needs 0.88235295; has 1; level 1.25");
        row(Way::Repay, "USDT", "120", "spot", "enough; needs 120; has 200; level 1.25");
        row(Way::Repay, "USDT", "119", "", "short; needs 120; has none; level 1.24816446");
        row(Way::SellAndRepay, "BCH", "3.52941177", "", "enough; needs 3.52941177; has none; level 1.25");
        row(Way::SellAndRepay, "BCH", "3", "", "short; needs 3.52941177; has none; level 1.17241379");
        row(Way::SellAndRepay, "BCH", "6", "", "refused; needs 3.52941177; has none; amount");
        row(Way::SellAndRepay, "USDT", "1", "", "refused; needs none; has none; amount");
        row(Way::Deposit, "ETH", "1", "", "refused; needs none; has none; asset");
        row(Way::Deposit, "USDT", "150", "gone", "refused; needs 150; has none; source");
        row(Way::Move, "USDT", "150", "gone", "refused; needs 150; has none; source");
        row(Way::Move, "USDT", "150", "a-cross", "refused; needs 150; has 0; source.amount");
    }

    void theCalledAccountOfTheExample()
    {
        QFETCH(int, way);
        QFETCH(QString, asset);
        QFETCH(QString, amount);
        QFETCH(QString, source);
        QTEST(line(exampleBook(), dayN2(),
                   plan(static_cast<Way>(way), qPrintable(asset), qPrintable(amount), qPrintable(source))),
              "expected");
    }

    void aMoveKeepsTheRulesOfTheGiver()
    {
        margin::Portfolio book = exampleBook();
        book.accounts.push_back(crossAccount({held("USDT", "350"), owed("USDC", "100")}, "rich"));
        const PriceList prices {{"ETHUSDT", "230"}, {"BCHUSDT", "170"}, {"USDCUSDT", "1"}};
        QCOMPARE(line(book, prices, plan(Way::Move, "USDT", "150", "rich")),
                 u"enough; needs 150; has 350; level 1.25"_s);
        QCOMPARE(line(book, prices, plan(Way::Move, "USDT", "150.01", "rich")),
                 u"refused; needs 150; has 350; source.amount"_s); // its own transfer-out bar is 2
    }

    void whereNothingIsNeededItSaysSo()
    {
        QCOMPARE(line(exampleBook(), dayN(), plan(Way::Deposit, "USDT", "150", "spot")),
                 u"not_needed; needs 0; has 200; level 1.4375"_s);
    }

    void whatIsNotKnownIsNotJudged()
    {
        margin::Portfolio book = exampleBook();
        QCOMPARE(line(book, {{"ETHUSDT", "230"}}, plan(Way::Deposit, "USDT", "150")),
                 u"unknown; needs none; has none; level none"_s);
        QCOMPARE(line(book, dayN2(), plan(Way::Deposit, "USDT", "1", "", "nobody")),
                 u"account: there is no account \"nobody\""_s);
        book.accounts[2].liquidatedAt = WallTime {1};
        QCOMPARE(line(book, dayN2(), plan(Way::Deposit, "USDT", "1")).section(u';', 0, 0), u"refused"_s);
    }

    void whatIsNeededIsEnoughAndLessIsNot()
    {
        Chance chance;
        int judged = 0;
        for (int i = 0; i < 300; ++i) {
            const margin::Account account = isolatedAccount(
                "C", {held("C", chance.usual(2).toString()), owed("USDT", chance.usual(3).toString(), "0", "5")}, "x");
            const margin::Portfolio book {{account}, {}};
            const margin::Rates rates = ratesOf(book.accounts, {{"CUSDT", chance.usual(2).toString()}});
            for (const Way way : {Way::Deposit, Way::Repay, Way::SellAndRepay}) {
                PreparedPlan checked = plan(way, way == Way::SellAndRepay ? "C" : "USDT", "1", "", "x");
                const auto first = planToday(book, rates, checked);
                QVERIFY(first.hasValue());
                if (!first->needed || first->needed->isZero()) {
                    continue;
                }
                ++judged;
                checked.amount = *first->needed;
                const auto enough = planToday(book, rates, checked);
                // A sale is refused at the liquidation ratio; that is said before whether it would be enough.
                const bool refused = way == Way::SellAndRepay && enough->standing == PlanStanding::Refused;
                QVERIFY2(refused || enough->standing == PlanStanding::Enough, wayWord(way).data());
                const auto less = checked.amount.minus(d("0.00000001"));
                if (way != Way::SellAndRepay && less && less->isPositive()) {
                    checked.amount = *less;
                    QVERIFY2(planToday(book, rates, checked).value().standing == PlanStanding::Short,
                             wayWord(way).data());
                }
            }
        }
        QVERIFY2(judged > 100, qPrintable(QString::number(judged)));
    }
};

PLIMSOLL_TEST(TestPlanToday)
#include "tst_plantoday.moc"
