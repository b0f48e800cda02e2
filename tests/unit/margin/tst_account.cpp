// SPDX-License-Identifier: GPL-3.0-or-later
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <functional>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

Account soundIsolated()
{
    return isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "8", "2")}, "b-eth");
}

Portfolio soundPortfolio()
{
    Account second = isolatedAccount("BCH", {held("BCH", "5")}, "b-bch");
    Account other = soundIsolated();
    other.id = "c-eth";
    other.owner = "C"; // the same symbol, another person
    return {{crossAccount({held("ETH", "5"), owed("USDT", "1600")}), soundIsolated(), second, other},
            {{"spot", {held("USDT", "1000")}}, {"savings", {}}}};
}

const char *codeWord(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed: return "malformed";
    case ErrorCode::DuplicateEntry: return "duplicate_entry";
    case ErrorCode::AssetNotAccepted: return "asset_not_accepted";
    case ErrorCode::InvalidThresholds: return "invalid_thresholds";
    case ErrorCode::NotANumber: return "not_a_number";
    case ErrorCode::Overflow: return "overflow";
    default: return "another error";
    }
}

template<typename T>
QString refusalOf(const Result<T> &checked)
{
    return checked
        ? QStringLiteral("sound")
        : QLatin1String(codeWord(checked.error().code)) + QStringLiteral(" at ") + shown(checked.error().place);
}

using AccountChange = std::function<void(Account &)>;
using PortfolioChange = std::function<void(Portfolio &)>;

constexpr const char *kLargest = "999999999999999999.999999999999999999";
constexpr const char *kLeast = "0.000000000000000001";

} // namespace

Q_DECLARE_METATYPE(AccountChange)
Q_DECLARE_METATYPE(PortfolioChange)

class AccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void an_account_is_checked_against_its_invariants_data()
    {
        QTest::addColumn<AccountChange>("change");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, const AccountChange &change, const char *refusal) {
            QTest::newRow(name) << change << QString::fromLatin1(refusal);
        };
        row(
            "as it is", [](Account &) {}, "sound");
        row(
            "no id", [](Account &a) { a.id.clear(); }, "malformed at id");
        row(
            "no quote asset", [](Account &a) { a.quoteAsset.clear(); }, "malformed at quoteAsset");
        row(
            "no base asset", [](Account &a) { a.baseAsset.clear(), a.symbol = "USDT"; }, "malformed at baseAsset");
        row(
            "base is quote", [](Account &a) { a.baseAsset = "USDT", a.symbol = "USDTUSDT"; }, "malformed at baseAsset");
        row(
            "another symbol", [](Account &a) { a.symbol = "BCHUSDT"; }, "malformed at symbol");
        row(
            "bars", [](Account &a) { a.thresholds.marginCall = a.thresholds.liquidation; },
            "invalid_thresholds at thresholds.marginCall");
        row(
            "a third asset", [](Account &a) { a.balances.push_back(held("BCH", "1")); },
            "asset_not_accepted at balances[2].asset");
        row(
            "no asset", [](Account &a) { a.balances[1].asset.clear(); }, "malformed at balances[1].asset");
        row(
            "an asset twice", [](Account &a) { a.balances.push_back(held("ETH", "1")); },
            "duplicate_entry at balances[2].asset");
        row(
            "negative free", [](Account &a) { a.balances[1].free = d("-1"); }, "not_a_number at balances[1]");
        row(
            "negative locked", [](Account &a) { a.balances[1].locked = d("-1"); }, "not_a_number at balances[1]");
        row(
            "negative borrowed", [](Account &a) { a.balances[1].borrowed = d("-1"); }, "not_a_number at balances[1]");
        row(
            "negative interest", [](Account &a) { a.balances[0].interest = d("-1"); }, "not_a_number at balances[0]");
        row(
            "the largest sums", [](Account &a) { a.balances[1].free = a.balances[0].borrowed = d(kLargest); }, "sound");
        row(
            "a total too large", [](Account &a) { a.balances[0].free = d(kLargest), a.balances[0].locked = d(kLeast); },
            "overflow at balances[0]");
        row(
            "a debt too large",
            [](Account &a) { a.balances[0].borrowed = d(kLargest), a.balances[0].interest = d(kLeast); },
            "overflow at balances[0]");
    }

    void an_account_is_checked_against_its_invariants()
    {
        QFETCH(AccountChange, change);
        Account account = soundIsolated();
        change(account);
        QTEST(refusalOf(validated(account)), "refusal");
    }

    void a_portfolio_is_checked_as_a_whole_data()
    {
        QTest::addColumn<PortfolioChange>("change");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, const PortfolioChange &change, const char *refusal) {
            QTest::newRow(name) << change << QString::fromLatin1(refusal);
        };
        row(
            "as it is", [](Portfolio &) {}, "sound");
        row(
            "an unsound account", [](Portfolio &p) { p.accounts[2].symbol = "BCHBTC"; },
            "malformed at accounts[2].symbol");
        row(
            "an id twice", [](Portfolio &p) { p.accounts[1].id = "a-cross"; }, "duplicate_entry at accounts[1].id");
        row(
            "a second cross account of one person",
            [](Portfolio &p) { p.accounts.push_back(crossAccount({}, "another")); }, "duplicate_entry at accounts[4]");
        row(
            "a second account on a symbol", [](Portfolio &p) { p.accounts[3].owner.clear(); },
            "duplicate_entry at accounts[3]");
        row(
            "a wallet without id", [](Portfolio &p) { p.wallets[1].id.clear(); }, "malformed at wallets[1].id");
        row(
            "a wallet twice", [](Portfolio &p) { p.wallets[1].id = "spot"; }, "duplicate_entry at wallets[1].id");
        row(
            "a wallet called like an account", [](Portfolio &p) { p.wallets[1].id = "b-bch"; },
            "duplicate_entry at wallets[1].id");
        row(
            "an unsound wallet", [](Portfolio &p) { p.wallets[0].balances.push_back(held("USDT", "1")); },
            "duplicate_entry at wallets[0].balances[1].asset");
    }

    void a_portfolio_is_checked_as_a_whole()
    {
        QFETCH(PortfolioChange, change);
        Portfolio portfolio = soundPortfolio();
        change(portfolio);
        QTEST(refusalOf(validated(portfolio)), "refusal");
    }

    void the_refusal_says_whose_place_is_taken()
    {
        Portfolio portfolio = soundPortfolio();
        portfolio.accounts[3].owner.clear();
        QCOMPARE(shown(validated(portfolio).error().detail),
                 QStringLiteral("the owner \"\" has an isolated account on ETHUSDT already"));
        portfolio.accounts[3] = crossAccount({}, "another");
        QCOMPARE(shown(validated(portfolio).error().detail),
                 QStringLiteral("the owner \"\" has a cross account already"));
    }

    void a_cross_account_needs_no_pair()
    {
        Account account = crossAccount({held("ETH", "5"), held("BCH", "5"), owed("USDT", "1600")});
        QCOMPARE(refusalOf(validated(account)), QStringLiteral("sound"));
        QVERIFY(account.accepts("DOGE") && !account.accepts(""));
        account = soundIsolated();
        QVERIFY(account.accepts("ETH") && account.accepts("USDT"));
        QVERIFY(!account.accepts("BCH") && !account.accepts(""));
    }

    void interest_alone_is_a_debt()
    {
        QVERIFY(!crossAccount({}).hasDebt());
        QVERIFY(!crossAccount({held("ETH", "5"), held("USDT", "5")}).hasDebt());
        QVERIFY(crossAccount({held("ETH", "5"), owed("USDT", "800")}).hasDebt());
        QVERIFY(crossAccount({held("ETH", "5"), owed("USDT", "0", kLeast)}).hasDebt());
    }

    void what_is_not_there_is_not_found()
    {
        const Portfolio portfolio = soundPortfolio();
        QCOMPARE(portfolio.account("b-bch"), &portfolio.accounts[2]);
        QCOMPARE(portfolio.account("spot"), nullptr);
        QCOMPARE(portfolio.wallet("savings"), &portfolio.wallets[1]);
        QCOMPARE(portfolio.wallet("b-bch"), nullptr);
        QCOMPARE(portfolio.accounts[0].balance("USDT"), &portfolio.accounts[0].balances[1]);
        QCOMPARE(portfolio.accounts[0].balance("BCH"), nullptr);
        QCOMPARE(shown(portfolio.wallets[0].free("USDT")), QStringLiteral("1000"));
        QCOMPARE(shown(portfolio.wallets[0].free("ETH")), QStringLiteral("0"));
    }

    void every_word_leads_back_to_its_mode()
    {
        for (const MarginMode mode : {MarginMode::Cross, MarginMode::Isolated}) {
            QCOMPARE(marginModeFromWord(marginModeWord(mode)), std::optional(mode));
        }
        QCOMPARE(marginModeFromWord("isolated"), std::optional(MarginMode::Isolated));
        QVERIFY(!marginModeFromWord("portfolio"));
    }
};

PLIMSOLL_TEST(AccountTest)
#include "tst_account.moc"
