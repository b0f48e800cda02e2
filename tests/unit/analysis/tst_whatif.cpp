// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysiskit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;
using margin::Status;

namespace {

WhatIf answer(const Changes &changes, const PriceList &prices = dayN(), const Accounts &accounts = exampleAccounts())
{
    auto made = whatIf(accounts, boardOf(accounts, prices), changes);
    if (!made) {
        qFatal("%s", made.error().message().c_str());
    }
    return std::move(made).value();
}

QString refusal(const Changes &changes, const PriceList &prices = dayN(), const Accounts &accounts = exampleAccounts())
{
    const auto made = whatIf(accounts, boardOf(accounts, prices), changes);
    return made ? u"done"_s : shown(made.error().message());
}

Changes booking(const char *account, HypotheticalKind kind, const char *asset, const char *amount)
{
    Changes changes;
    changes.bookings = {{account, kind, asset, d(amount)}};
    return changes;
}

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangedIsTheEvaluation()
    {
        const WhatIf made = answer({}, dayN2());
        for (const auto *list : {&made.before, &made.after}) {
            QCOMPARE(list->size(), 3U);
            QCOMPARE(shown((*list)[0].assessment.level), u"1.25"_s);
            QCOMPARE(shown((*list)[1].assessment.level), u"1.4375"_s);
            QCOMPARE(shown((*list)[2].assessment.level), u"1.0625"_s);
        }
    }

    void pricesMoveOnlyAfter()
    {
        Changes changes;
        changes.prices = {{"ETHUSDT", d("220")}, {"BCHUSDT", d("120")}};
        const WhatIf made = answer(changes);
        QCOMPARE(shown(made.before[0].assessment.level), u"1.25"_s);
        QCOMPARE(shown(made.after[0].assessment.level), u"1.0625"_s);
        QCOMPARE(statusText(made.after[0].assessment.status), u"margin_call"_s);
        QCOMPARE(shown(made.after[1].assessment.level), u"1.375"_s);
        QCOMPARE(shown(made.after[2].assessment.level), u"0.75"_s);
        QVERIFY(made.unusedPrices.empty());
    }

    void anOwnShockTakesThePlaceOfThatOfAll()
    {
        Changes changes;
        changes.shocks = {{"all", d("-10")}, {"ETH", d("-20")}};
        const WhatIf made = answer(changes);
        QCOMPARE(shown(made.after[1].assessment.totalAssets), u"800"_s);
        QCOMPARE(shown(made.after[2].assessment.totalAssets), u"900"_s);
    }

    void aShockMovesAPriceThatWasSet()
    {
        Changes changes;
        changes.prices = {{"ETHUSDT", d("100")}};
        changes.shocks = {{"ETH", d("-10")}};
        QCOMPARE(shown(answer(changes).after[1].assessment.totalAssets), u"450"_s);
    }

    void theQuoteAssetStays()
    {
        Changes changes;
        changes.shocks = {{"USDT", d("-50")}};
        QCOMPARE(shown(answer(changes).after[0].assessment.level), u"1.25"_s);
    }

    void aPriceNobodyNeedsIsNamed()
    {
        Changes changes;
        changes.prices = {{"DOGEUSDT", d("1")}, {"ETHUSD", d("1")}, {"USDTETH", d("1")}};
        const WhatIf made = answer(changes);
        QCOMPARE(made.unusedPrices, (std::vector<std::string> {"DOGEUSDT", "ETHUSD", "USDTETH"}));
        QCOMPARE(shown(made.after[1].assessment.level), u"1.25"_s);
    }

    void aSetPriceMakesAnUnknownAccountKnown()
    {
        Changes changes;
        changes.prices = {{"BCHUSDT", d("170")}};
        const WhatIf made = answer(changes, {{"ETHUSDT", "230"}});
        QCOMPARE(statusText(made.before[2].assessment.status), u"unknown"_s);
        QCOMPARE(shown(made.after[2].assessment.level), u"1.0625"_s);
    }

    void barsAreThoseOfTheAccount()
    {
        Changes changes;
        changes.bars = {{"b-ethusdt", bars("1.5", "1.3", "1.1")}};
        const WhatIf made = answer(changes);
        QCOMPARE(statusText(made.before[1].assessment.status), u"normal"_s);
        QCOMPARE(statusText(made.after[1].assessment.status), u"margin_call"_s);
        QCOMPARE(statusText(made.after[2].assessment.status), u"normal"_s);
    }

    void bookingsFollowOneAnother()
    {
        Changes changes;
        changes.bookings = {{"b-bchusdt", HypotheticalKind::TopUp, "USDT", d("150")},
                            {"b-bchusdt", HypotheticalKind::Repay, "USDT", d("150")}};
        const WhatIf made = answer(changes, dayN2());
        QCOMPARE(shown(made.after[2].assessment.totalDebt), u"650"_s);
        QCOMPARE(shown(made.after[2].account.contributed), u"350"_s);
        QCOMPARE(shown(answer(booking("b-bchusdt", HypotheticalKind::TopUp, "USDT", "150"), dayN2())
                           .after[2]
                           .assessment.level),
                 u"1.25"_s);
    }

    void tradesAreAtTheChangedPrice()
    {
        Changes changes = booking("b-ethusdt", HypotheticalKind::Sell, "ETH", "1");
        changes.prices = {{"ETHUSDT", d("190")}};
        const WhatIf sold = answer(changes);
        QCOMPARE(shown(sold.after[1].account.balance("USDT")->free), u"190"_s);
        changes.bookings.push_back({"b-ethusdt", HypotheticalKind::Buy, "ETH", d("0.5")});
        const WhatIf both = answer(changes);
        QCOMPARE(shown(both.after[1].account.balance("USDT")->free), u"95"_s);
        QCOMPARE(shown(both.after[1].account.balance("ETH")->free), u"4.5"_s);
    }

    void anAssetThatIsNotThereYetHasItsPriceToo()
    {
        const Accounts accounts = exampleAccounts();
        const auto made = whatIf(accounts,
                                 boardOf(accounts, {{"ETHUSDT", "200"}, {"BCHUSDT", "200"}, {"BTCUSDT", "50000"}}),
                                 booking("a-cross", HypotheticalKind::TopUp, "BTC", "0.01"));
        QVERIFY(made.hasValue());
        QCOMPARE(shown(made->after[0].assessment.totalAssets), u"2500"_s);
    }

    void refusalsNameTheirPlace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char *name, HypotheticalKind kind, const char *account, const char *asset,
                            const char *amount, const char *begins) {
            QTest::newRow(name) << static_cast<int>(kind) << QString(QLatin1String(account))
                                << QString(QLatin1String(asset)) << QString(QLatin1String(amount))
                                << QString(QLatin1String(begins));
        };
        row("no account", HypotheticalKind::TopUp, "nobody", "USDT", "1", "book[0].account: there is no account");
        row("wrong asset", HypotheticalKind::TopUp, "b-ethusdt", "BCH", "1", "book[0].asset: ");
        row("zero", HypotheticalKind::TopUp, "b-ethusdt", "USDT", "0", "book[0].amount: ");
        row("at the initial ratio", HypotheticalKind::Borrow, "b-ethusdt", "USDT", "1", "book[0].account: borrowing");
        row("transfer", HypotheticalKind::TransferOut, "b-ethusdt", "ETH", "1", "book[0].account: a transfer out");
        row("nothing to repay with", HypotheticalKind::Repay, "b-ethusdt", "USDT", "1", "book[0].amount: ");
        row("more than there is", HypotheticalKind::Sell, "b-ethusdt", "ETH", "6", "book[0].amount: ");
        row("no cash", HypotheticalKind::Buy, "b-ethusdt", "ETH", "1", "book[0].amount: ");
        row("the quote asset for itself", HypotheticalKind::Sell, "b-ethusdt", "USDT", "1", "book[0].asset: ");
        row("no price", HypotheticalKind::Sell, "a-cross", "DOGE", "1", "book[0].asset: there is no price of DOGEUSDT");
    }

    void refusalsNameTheirPlace()
    {
        QFETCH(int, kind);
        QFETCH(QString, account);
        QFETCH(QString, asset);
        QFETCH(QString, amount);
        QFETCH(QString, begins);
        Changes changes;
        changes.bookings = {
            {account.toStdString(), static_cast<HypotheticalKind>(kind), asset.toStdString(), d(amount.toStdString())}};
        const QString words = refusal(changes);
        QVERIFY2(words.startsWith(begins), qPrintable(words));
    }

    void otherChangesAreRefusedToo()
    {
        Changes changes;
        changes.prices = {{"ETHUSDT", d("0")}};
        QVERIFY(refusal(changes).startsWith(u"set.ETHUSDT: "_s));
        changes = {};
        changes.shocks = {{"all", d("-100")}};
        QVERIFY(refusal(changes).startsWith(u"shock.all: "_s));
        changes = {};
        changes.bars = {{"nobody", referenceBars()}};
        QVERIFY(refusal(changes).startsWith(u"bars.nobody: "_s));
        changes.bars = {{"b-ethusdt", bars("1", "2", "3")}};
        QVERIFY(refusal(changes).startsWith(u"bars.b-ethusdt"_s));
    }

    void nothingGivenIsTouched()
    {
        const Accounts accounts = exampleAccounts();
        margin::QuoteBoard board = boardOf(accounts, dayN());
        Changes changes = booking("b-ethusdt", HypotheticalKind::TopUp, "USDT", "5");
        changes.prices = {{"ETHUSDT", d("1")}};
        QVERIFY(whatIf(accounts, board, changes).hasValue());
        QVERIFY(accounts == exampleAccounts());
        QCOMPARE(shown(board.priceOf("ETHUSDT")), u"200"_s);
    }
};

PLIMSOLL_TEST(TestWhatIf)
#include "tst_whatif.moc"
