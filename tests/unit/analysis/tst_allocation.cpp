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

Allocation spread(const Accounts &accounts, const PriceList &prices, const char *sum, const char *asset = "USDT",
                  AllocateBy by = AllocateBy::Deposit)
{
    margin::QuoteBoard board = boardOf(accounts, prices);
    for (const margin::Account &account : accounts) {
        board.internRate(asset, account.quoteAsset);
    }
    board.evaluate();
    auto made = allocate(accounts, *board.freeze(), asset, d(sum), by);
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

// An account that repays: 1 - distance = call x (debt - x) / assets.
struct Debtor {
    Rational assets;
    Rational debt;
    Rational call;
    Rational most;

    [[nodiscard]] Rational after(const Rational &repaid) const { return call * (debt - repaid) / assets; }
};

// What everyone repays where `choice` has a digit to base 3 for each: 0 nothing, 1 as much as ends at one distance, 2
// all that can be repaid. Nothing where that is impossible.
std::optional<std::vector<Rational>> repaidBy(unsigned choice, const std::vector<Debtor> &debtors, const Rational &sum)
{
    std::vector<unsigned> digits;
    Rational left = sum;
    Rational debts;
    Rational slopes;
    for (const Debtor &debtor : debtors) {
        digits.push_back(choice % 3);
        choice /= 3;
        left -= digits.back() == 2 ? debtor.most : Rational(0);
        debts += digits.back() == 1 ? debtor.debt : Rational(0);
        slopes += digits.back() == 1 ? Rational(debtor.assets / debtor.call) : Rational(0);
    }
    std::vector<Rational> repaid;
    for (std::size_t i = 0; i < debtors.size(); ++i) {
        const Debtor &debtor = debtors[i];
        const Rational levelled = digits[i] == 1
            ? Rational(debtor.debt - (debts - left) / slopes * debtor.assets / debtor.call)
            : Rational(0);
        repaid.push_back(digits[i] == 2 ? debtor.most : levelled);
        if (left < 0 || repaid.back() < 0 || repaid.back() > debtor.most) {
            return std::nullopt;
        }
    }
    return repaid;
}

// The largest of call x debt / assets; those that owe nothing have no call.
Rational worstOf(const std::vector<Debtor> &debtors, const std::vector<Rational> &repaid)
{
    Rational worst;
    for (std::size_t i = 0; i < debtors.size(); ++i) {
        worst = std::max(worst, debtors[i].after(repaid[i]));
    }
    return worst;
}

Rational bestRepayment(const std::vector<Debtor> &debtors, const Rational &sum)
{
    std::optional<Rational> best;
    unsigned choices = 1;
    for (std::size_t i = 0; i < debtors.size(); ++i) {
        choices *= 3;
    }
    for (unsigned choice = 0; choice < choices; ++choice) {
        if (const auto repaid = repaidBy(choice, debtors, sum)) {
            const Rational worst = worstOf(debtors, *repaid);
            best = best ? std::min(*best, worst) : worst;
        }
    }
    return *best;
}

Debtor debtorOf(const margin::Account &account, const margin::Rates &rates)
{
    const margin::Level level = margin::judge(account, rates).exactLevel;
    const Rational scale(margin::exact::powerOfTen(36));
    return {Rational(margin::exact::fromWide(level.assets())) / scale,
            Rational(margin::exact::fromWide(level.debt())) / scale, rational(account.thresholds.marginCall),
            rational(account.balance("USDT")->debt().value())};
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
        closed.liquidatedAt = WallTime {1};
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

    // BCH is at 850 against 800. 1 - 1.1 x 700 / 850 is less than the 12 % of the others.
    void repaymentsGoToTheLowestFirst()
    {
        const Accounts accounts = exampleAccounts();
        const Allocation made = spread(accounts, dayN2(), "100", "USDT", AllocateBy::Repay);
        QCOMPARE(amounts(accounts, made), u"b-bchusdt 100"_s);
        QCOMPARE(shown(made.before), u"-0.035295"_s);
        QCOMPARE(shown(made.after), u"0.094117"_s);
        QCOMPARE(shown(made.accounts[2].balance("USDT")->borrowed), u"700"_s);
        // 120 bring BCH to the cross account's 1.25; of what is left each gets its share of assets: 2000 and 850
        const Allocation more = spread(accounts, dayN2(), "405", "USDT", AllocateBy::Repay);
        QCOMPARE(amounts(accounts, more), u"a-cross 200; b-bchusdt 205"_s);
        QCOMPARE(shown(more.after), u"0.23"_s); // 1 - 1.1 x 1400 / 2000
    }

    void whoOwesNothingOfItAnyMoreStaysBehind()
    {
        const Accounts accounts {crossAccount({held("ETH", "1"), owed("USDT", "50"), owed("BCH", "0.5")}, "low"),
                                 crossAccount({held("ETH", "1"), owed("USDT", "60")}, "high")};
        // low: 200 against 150, of which 50 can be repaid; high: 200 against 60
        const Allocation made = spread(accounts, dayN(), "80", "USDT", AllocateBy::Repay);
        QCOMPARE(amounts(accounts, made), u"low 50"_s); // 1 - 1.1 x 100 / 200 is still less than high's 0.67
        QCOMPARE(shown(made.after), u"0.45"_s);
        const Allocation all = spread({accounts[1]}, dayN(), "80", "USDT", AllocateBy::Repay);
        QCOMPARE(amounts({accounts[1]}, all), u"high 60"_s);
        QVERIFY(!all.after); // there is no call any more
    }

    void whoCannotRepaySaysWhy()
    {
        const Accounts accounts {crossAccount({held("ETH", "5"), owed("BCH", "1")}, "not-owed"),
                                 crossAccount({owed("USDT", "1")}, "no-assets"),
                                 crossAccount({held("ETH", "5"), owed("USDT", "100", "3")}, "owes")};
        const Allocation made = spread(accounts, dayN(), "1000", "USDT", AllocateBy::Repay);
        QCOMPARE(made.leftOut.size(), std::size_t {2});
        QCOMPARE(shown(std::string(leftOutWord(made.leftOut[0].because))), u"not_owed"_s);
        QCOMPARE(shown(std::string(leftOutWord(made.leftOut[1].because))), u"no_assets"_s);
        QCOMPARE(amounts(accounts, made), u"owes 103"_s);
    }

    void noRepaymentIsBetter()
    {
        Chance chance;
        int capped = 0;
        for (int book = 0; book < 200; ++book) {
            Accounts accounts;
            PriceList prices {{"OWEDUSDT", "7"}};
            for (std::int64_t i = chance.between(1, 6); i > 0; --i) {
                const std::string coin = "C" + std::to_string(i);
                std::vector<margin::Balance> balances {held(coin, chance.usual(2).toString()),
                                                       owed("USDT", chance.usual(3).toString(), "0.5")};
                if (chance.oneIn(2)) { // what cannot be repaid with USDT
                    balances.push_back(owed("OWED", chance.usual(2).toString()));
                }
                accounts.push_back(crossAccount(balances, coin));
                accounts.back().thresholds = chance.oneIn(2) ? referenceBars() : bars("1.5", "1.3", "1.1");
                prices.emplace_back(coin + "USDT", chance.usual(2).toString());
            }
            const margin::Rates rates = ratesOf(accounts, prices);
            std::vector<Debtor> debtors;
            for (const margin::Account &account : accounts) {
                debtors.push_back(debtorOf(account, rates));
            }
            const Decimal sum = chance.usual(4);
            const auto made = allocate(accounts, rates, "USDT", sum, AllocateBy::Repay);
            QVERIFY(made.hasValue());
            std::vector<Rational> repaid(accounts.size());
            Decimal spent;
            for (const AllocatedAmount &amount : made->amounts) {
                spent = spent.plus(amount.amount).value();
                repaid[amount.account] = rational(amount.amount);
                QVERIFY(repaid[amount.account] <= debtors[amount.account].most);
                capped += static_cast<int>(repaid[amount.account] == debtors[amount.account].most);
            }
            QVERIFY(spent <= sum);
            Rational slack; // what rounding down takes from an account is below 10^-8
            for (const Debtor &debtor : debtors) {
                slack = std::max(slack, Rational(debtor.call * rational(d("0.00000001")) / debtor.assets));
            }
            const Rational best = bestRepayment(debtors, rational(sum));
            const Rational reached = worstOf(debtors, repaid);
            QVERIFY2(reached >= best, qPrintable(QString::number(book)));
            QVERIFY2(reached - best <= slack, qPrintable(QString::number(book)));
        }
        QVERIFY2(capped > 20, qPrintable(QString::number(capped)));
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
