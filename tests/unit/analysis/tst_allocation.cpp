// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/allocation.h"
#include "analysiskit.h"
#include "margin/assessment.h"
#include "margin/exact.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;
using margin::exact::Rational;

namespace {

Allocation spread(const Accounts &accounts, const PriceList &prices, const char *sum, const char *asset = "USDT")
{
    margin::QuoteBoard board = boardOf(accounts, prices);
    for (const margin::Account &account : accounts) {
        board.internRate(asset, account.quoteAsset);
    }
    board.evaluate();
    auto made = allocate(accounts, *board.freeze(), asset, d(sum));
    if (!made) {
        qFatal("%s", made.error().message().c_str());
    }
    return std::move(made).value();
}

// "b-bchusdt 150; ..."
QString amounts(const Accounts &accounts, const Allocation &allocation)
{
    QStringList texts;
    for (const AllocatedAmount &amount : allocation.amounts) {
        texts << shown(accounts[amount.account].id) + u' ' + shown(amount.amount);
    }
    return texts.join(u"; "_s);
}

Rational rational(Decimal value)
{
    return {margin::exact::fromDecimal(value), margin::exact::powerOfTen(18)};
}

// Level over call ratio of an account in the quote asset's money: assets / need.
struct Lift {
    Rational assets;
    Rational need;
};

// The smallest level over call ratio that any spread can reach: every set of receivers is tried.
Rational bestByBruteForce(const std::vector<Lift> &lifts, const Rational &sum)
{
    Rational best(-1);
    for (unsigned set = 1; set < 1U << lifts.size(); ++set) {
        Rational water = sum;
        Rational needs;
        for (std::size_t i = 0; i < lifts.size(); ++i) {
            if ((set >> i & 1U) != 0) {
                water += lifts[i].assets;
                needs += lifts[i].need;
            }
        }
        Rational smallest = water / needs;
        bool possible = true;
        for (std::size_t i = 0; i < lifts.size(); ++i) {
            const Rational own = lifts[i].assets / lifts[i].need;
            if ((set >> i & 1U) != 0) {
                possible = possible && own <= water / needs; // nothing can be taken away
            } else {
                smallest = std::min(smallest, own);
            }
        }
        best = possible ? std::max(best, smallest) : best;
    }
    return best;
}

} // namespace

class TestAllocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLowestIsLiftedFirst()
    {
        const Accounts accounts = exampleAccounts();
        const Allocation made = spread(accounts, dayN2(), "100");
        QCOMPARE(amounts(accounts, made), u"b-bchusdt 100"_s);
        QCOMPARE(shown(made.before), u"-0.035295"_s);
        QCOMPARE(shown(made.after), u"0.073684"_s); // 1 - 880 / 950
        QVERIFY(made.leftOut.empty());
    }

    void whoGetsSomethingEndsAtOneDistance()
    {
        const Accounts accounts = exampleAccounts();
        // until 150 BCH alone; then with the cross account, which needs twice as much
        const Allocation made = spread(accounts, dayN2(), "300");
        QCOMPARE(amounts(accounts, made), u"a-cross 100; b-bchusdt 200"_s);
        QCOMPARE(shown(made.after), u"0.161904"_s); // 1 - 880 / 1050
    }

    void amountsAreRoundedDownAndFit()
    {
        const Accounts accounts = exampleAccounts();
        const Allocation made = spread(accounts, dayN(), "0.00000005");
        QCOMPARE(amounts(accounts, made), u"a-cross 0.00000002; b-ethusdt 0.00000001; b-bchusdt 0.00000001"_s);
    }

    void anotherAssetCountsAtItsPrice()
    {
        const Accounts accounts {crossAccount({held("ETH", "5"), owed("USDT", "800")}, "x")};
        const Allocation made = spread(accounts, dayN(), "1", "ETH");
        QCOMPARE(amounts(accounts, made), u"x 1"_s);
        QCOMPARE(shown(made.after), u"0.266666"_s); // 1 - 880 / 1200
    }

    void theOthersSayWhy()
    {
        margin::Account closed = crossAccount({held("ETH", "5"), owed("USDT", "800")}, "closed");
        closed.liquidatedAt = 1;
        margin::Account inBrl = crossAccount({held("ETH", "1"), owed("BRL", "1")}, "no-price");
        inBrl.quoteAsset = "BRL";
        margin::Account inBtc = isolatedAccount("ETH", {held("ETH", "1"), owed("BTC", "0.01")}, "not-accepted");
        inBtc.quoteAsset = "BTC";
        inBtc.symbol = "ETHBTC";
        const Accounts accounts {closed,
                                 inBrl,
                                 inBtc,
                                 crossAccount({held("ETH", "5")}, "none"),
                                 crossAccount({held("GONE", "1"), owed("USDT", "1")}, "unknown"),
                                 crossAccount({held("GONE", "1"), owed("USDT", "1", "0", "9")}, "at-least")};
        const Allocation made = spread(accounts, {{"ETHUSDT", "200"}, {"ETHBRL", "1000"}, {"ETHBTC", "0.05"}}, "10");
        QStringList texts;
        for (const AccountLeftOut &left : made.leftOut) {
            texts << shown(std::string(leftOutWord(left.because)));
        }
        QCOMPARE(texts, (QStringList {u"liquidated"_s, u"not_accepted"_s, u"no_debt"_s, u"unknown"_s, u"unknown"_s}));
        QCOMPARE(amounts(accounts, made), u"no-price 10"_s); // ETH leads from USDT to BRL
        QVERIFY(made.before.has_value());
    }

    void withNobodyThereIsNothing()
    {
        const Accounts accounts {crossAccount({held("ETH", "5")}, "none")};
        const Allocation made = spread(accounts, dayN(), "10");
        QVERIFY(made.amounts.empty() && !made.before && !made.after);
        const auto refused = allocate(accounts, ratesOf(accounts, dayN()), "USDT", d("0"));
        QVERIFY(!refused && refused.error().code == ErrorCode::AmountNotPositive);
    }

    void anAccountWithoutAssetsHasNoDistance()
    {
        const Accounts accounts {crossAccount({owed("USDT", "10")}, "empty")};
        const Allocation made = spread(accounts, dayN(), "1");
        QVERIFY(!made.before);
        QCOMPARE(shown(made.after), u"-10"_s); // 1 - 11 / 1
    }

    void noSpreadIsBetter()
    {
        Chance chance;
        for (int book = 0; book < 200; ++book) {
            Accounts accounts;
            PriceList prices;
            std::vector<Lift> lifts;
            for (std::int64_t i = chance.between(1, 7); i > 0; --i) {
                const std::string coin = "C" + std::to_string(i);
                accounts.push_back(isolatedAccount(
                    coin, {held(coin, chance.usual(2).toString()), owed("USDT", chance.usual(3).toString())}, coin));
                accounts.back().thresholds = chance.oneIn(2) ? referenceBars() : bars("1.5", "1.3", "1.1");
                prices.emplace_back(coin + "USDT", chance.usual(2).toString());
            }
            const margin::Rates rates = ratesOf(accounts, prices);
            for (const margin::Account &account : accounts) {
                const margin::Level level = margin::judge(account, rates).exactLevel;
                const Rational scale(margin::exact::powerOfTen(36));
                lifts.push_back({Rational(margin::exact::fromWide(level.assets())) / scale,
                                 Rational(margin::exact::fromWide(level.debt())) / scale
                                     * rational(account.thresholds.marginCall)});
            }
            const Decimal sum = chance.usual(4);
            const auto made = allocate(accounts, rates, "USDT", sum);
            QVERIFY(made.hasValue());
            Decimal spent;
            for (const AllocatedAmount &amount : made->amounts) {
                spent = spent.plus(amount.amount).value();
                lifts[amount.account].assets += rational(amount.amount);
            }
            QVERIFY(spent <= sum);
            Rational reached = lifts[0].assets / lifts[0].need;
            for (const Lift &lift : lifts) {
                reached = std::min(reached, Rational(lift.assets / lift.need));
            }
            // Brute force on the book as it was; what rounding down takes from an account is below 10^-8.
            for (const AllocatedAmount &amount : made->amounts) {
                lifts[amount.account].assets -= rational(amount.amount);
            }
            Rational slack;
            for (const Lift &lift : lifts) {
                slack = std::max(slack, Rational(rational(d("0.00000001")) / lift.need));
            }
            const Rational best = bestByBruteForce(lifts, rational(sum));
            QVERIFY2(reached <= best, qPrintable(QString::number(book)));
            QVERIFY2(best - reached <= slack, qPrintable(QString::number(book)));
        }
    }
};

PLIMSOLL_TEST(TestAllocation)
#include "tst_allocation.moc"
