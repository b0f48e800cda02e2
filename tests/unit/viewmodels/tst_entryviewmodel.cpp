// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/forms/entryviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::EntryViewModel;

namespace {

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    EntryViewModel form {{world, commands, world.stores, world.relay, world.clock, format}};

    Bench()
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", "170");
        world.evaluate();
    }

    void choose(const QString &asset, const QString &amount)
    {
        form.setAssetIndex(static_cast<int>(form.assetNames().indexOf(asset)));
        form.setAmount(amount);
    }
};

} // namespace

class TestEntryViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesByTheRules_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<EntryViewModel::Kind>("kind");
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *account, EntryViewModel::Kind kind, const char *asset,
                            const char *amount, const char *word) {
            QTest::newRow(name) << QString::fromLatin1(account) << kind << QString::fromLatin1(asset)
                                << QString::fromLatin1(amount) << QString::fromLatin1(word);
        };
        row("borrow in a margin call", "b-bchusdt", EntryViewModel::Borrow, "USDT", "1", "above a level of 1.25");
        row("borrow too much", "b-ethusdt", EntryViewModel::Borrow, "USDT", "1000", "below 1.25");
        row("repay more than owed", "b-bchusdt", EntryViewModel::Repay, "USDT", "801", "Only 800 USDT");
        row("repay more than free", "b-bchusdt", EntryViewModel::Repay, "USDT", "100", "0 USDT free");
        row("sell more than held", "b-bchusdt", EntryViewModel::Sell, "BCH", "6", "5 BCH free");
        row("buy without money", "b-bchusdt", EntryViewModel::Buy, "BCH", "1", "0 USDT free");
        row("transfer out in a call", "b-bchusdt", EntryViewModel::TransferOut, "BCH", "1", "at least 1.25");
        row("zero", "b-bchusdt", EntryViewModel::Interest, "USDT", "0", "above 0");
    }

    void refusesByTheRules()
    {
        QFETCH(QString, account);
        QFETCH(EntryViewModel::Kind, kind);
        QFETCH(QString, asset);
        QFETCH(QString, amount);
        QFETCH(QString, word);
        Bench bench;
        bench.form.openKind(account, kind);
        bench.choose(asset, amount);
        const QString reason = bench.form.amountError() + bench.form.problem() + bench.form.assetError();
        QVERIFY2(reason.contains(word), qPrintable(reason));
        QVERIFY(!bench.form.confirmable());
        bench.form.confirm();
        QVERIFY(bench.world.stores.requests.empty());
    }

    void sellsAtThePriceGivenAndRepays()
    {
        Bench bench;
        bench.form.openKind(QStringLiteral("b-bchusdt"), EntryViewModel::Sell);
        bench.choose(QStringLiteral("BCH"), QStringLiteral("2"));
        QCOMPARE(bench.form.price(), QStringLiteral("170.00"));
        bench.form.setPrice(QStringLiteral("165"));
        bench.form.setEntryNote(QStringLiteral("x<img src=\"y\">"));
        bench.form.confirm();
        QVERIFY(!bench.form.isOpen());
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).balance("USDT")->free, dec("330"));
        QCOMPARE(bench.world.stores.rows.at(0).note, std::string("x<img src=\"y\">"));
        bench.world.evaluate();
        bench.form.openKind(QStringLiteral("b-bchusdt"), EntryViewModel::Repay);
        bench.choose(QStringLiteral("USDT"), {});
        QCOMPARE(bench.form.allText(), QStringLiteral("all 330"));
        bench.form.fillAll();
        QVERIFY(bench.form.preview()->after()->known());
        bench.form.confirm();
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).balance("USDT")->borrowed, dec("470"));
    }

    void aTypedPriceIsNotOverwrittenByTheNextSnapshot()
    {
        Bench bench;
        bench.form.openKind(QStringLiteral("b-bchusdt"), EntryViewModel::Sell);
        bench.world.setPrice("BCHUSDT", "171");
        bench.world.evaluate();
        QCOMPARE(bench.form.price(), QStringLiteral("171.00"));
        bench.form.setPrice(QStringLiteral("160"));
        bench.world.setPrice("BCHUSDT", "172");
        bench.world.evaluate();
        QCOMPARE(bench.form.price(), QStringLiteral("160"));
    }

    void recordsALiquidationForThisAccountOnly()
    {
        Bench bench;
        bench.form.openKind(QStringLiteral("b-bchusdt"), EntryViewModel::Liquidation);
        QCOMPARE(bench.form.preview()->after()->riskState(), 5); // liquidated
        QCOMPARE(bench.form.preview()->after()->level(), QStringLiteral("–"));
        bench.form.confirm();
        const auto &accounts = bench.world.stores.portfolio.accounts;
        QVERIFY(accounts.at(2).liquidatedAt.has_value());
        QVERIFY(!accounts.at(1).liquidatedAt.has_value());
        bench.world.evaluate();
        bench.form.open({});
        QCOMPARE(bench.form.accountNames().size(), 2); // nothing can be recorded on a closed account
    }
};

PLIMSOLL_TEST(TestEntryViewModel)
#include "tst_entryviewmodel.moc"
