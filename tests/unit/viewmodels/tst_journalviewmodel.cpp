// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/files/journalviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::JournalViewModel;

namespace {

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    std::unique_ptr<JournalViewModel> page;
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit Bench(int operations)
    {
        world.stores.portfolio = referencePortfolio();
        for (int i = 0; i < operations; ++i) {
            topUp(i + 1);
        }
        world.evaluate();
        page = std::make_unique<JournalViewModel>(
            viewmodels::Services {world, commands, world.stores, world.relay, world.clock, format});
        tester = std::make_unique<QAbstractItemModelTester>(page->rows(),
                                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void topUp(int amount, const std::string &note = {})
    {
        const std::string id = "op-" + std::to_string(world.stores.rows.size());
        const auto result = world.book(
            {id, "b-bchusdt", monitor::TopUp {"USDT", margin::Decimal::fromInteger(amount), ""}, note, nullptr});
        QVERIFY(result.result().hasValue());
    }

    QVariant value(int row, const char *role) const
    {
        return page->rows()->data(page->rows()->index(row), page->rows()->role(role));
    }
    QString cell(int row, const char *role) const { return value(row, role).toString(); }
};

} // namespace

class TestJournalViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsOnlyWhenLookedAt()
    {
        Bench bench(1);
        QVERIFY(bench.world.stores.filters.empty());
        bench.page->setActive(true);
        QCOMPARE(bench.page->rows()->rowCount(), 1);
    }

    void showsTheNewestFirstWithASign()
    {
        Bench bench(3);
        bench.page->setActive(true);
        QCOMPARE(bench.cell(0, "change"), QStringLiteral("+3"));
        QCOMPARE(bench.cell(2, "change"), QStringLiteral("+1"));
        QCOMPARE(bench.cell(0, "account"), QStringLiteral("BCH/USDT isolated"));
        QCOMPARE(bench.cell(0, "kind"), QStringLiteral("Top-up"));
        QCOMPARE(bench.cell(0, "field"), QStringLiteral("free"));
        QCOMPARE(bench.cell(0, "operationId"), QStringLiteral("op-2"));
    }

    void insertsWhatWasBookedInsteadOfStartingOver()
    {
        Bench bench(2);
        bench.page->setActive(true);
        QSignalSpy resets(bench.page->rows(), &QAbstractItemModel::modelReset);
        QSignalSpy inserts(bench.page->rows(), &QAbstractItemModel::rowsInserted);
        bench.topUp(9);
        bench.world.evaluate();
        QCOMPARE(bench.page->rows()->rowCount(), 3);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(bench.cell(0, "change"), QStringLiteral("+9"));
    }

    void doesNotAskAgainForPricesAlone()
    {
        Bench bench(1);
        bench.page->setActive(true);
        const auto asked = bench.world.stores.filters.size();
        bench.world.setPrice("BCHUSDT", "170");
        bench.world.evaluate();
        QCOMPARE(bench.world.stores.filters.size(), asked);
    }

    // Among the rows of the ledger by their time; with the filter of an account and of words.
    void changesOfBarsAreRowsToo()
    {
        Bench bench(0);
        auto &kept = bench.world.stores.barChangesKept;
        const auto change = [&](const char *account, const char *call) {
            kept.push_back({bench.world.clock.wallTime(),
                            account,
                            {dec("1.25"), dec("1.1"), dec("1.05")},
                            {dec("1.25"), dec(call), dec("1.05")}});
            bench.world.clock.advance(1000);
        };
        change("a-cross", "1.16");
        bench.topUp(5);
        bench.world.clock.advance(1000);
        change("b-bchusdt", "1.2");
        change("b-bchusdt", "1.111");
        bench.world.evaluate();
        bench.page->setActive(true);
        QCOMPARE(bench.page->rows()->rowCount(), 4);
        QCOMPARE(bench.cell(0, "kind"), QStringLiteral("Change of bars"));
        QCOMPARE(bench.cell(0, "change"), QStringLiteral("1.25 / 1.10 / 1.05 → 1.25 / 1.111 / 1.05"));
        QCOMPARE(bench.cell(0, "account"), QStringLiteral("BCH/USDT isolated"));
        QVERIFY(bench.value(0, "isBars").toBool());
        QVERIFY(bench.value(1, "firstOfOperation").toBool()); // each by itself
        QVERIFY2(
            bench.cell(1, "sentence")
                .contains(QStringLiteral("BCH/USDT isolated, Change of bars, 1.25 / 1.10 / 1.05 → 1.25 / 1.20 / 1.05")),
            qPrintable(bench.cell(1, "sentence")));
        QCOMPARE(bench.cell(2, "kind"), QStringLiteral("Top-up"));
        QVERIFY(!bench.value(2, "isBars").toBool());
        QVERIFY(bench.value(3, "isBars").toBool());
        for (const int row : {0, 1, 3}) {
            QVERIFY(!bench.value(row, "reversible").toBool());
            bench.page->takeBack(row); // nothing to take back
            QVERIFY(!bench.page->takingBack()->isOpen());
        }
        bench.page->showAccount(QStringLiteral("b-bchusdt"));
        QCOMPARE(bench.page->rows()->rowCount(), 3);
        bench.page->setText(QStringLiteral("of BARS"));
        QTRY_COMPARE(bench.page->rows()->rowCount(), 2);
        bench.page->setText(QStringLiteral("1.111"));
        QTRY_COMPARE(bench.page->rows()->rowCount(), 1);
    }

    void filtersByAccountAndText()
    {
        Bench bench(2);
        bench.topUp(5, "from the bank");
        bench.world.evaluate();
        bench.page->setActive(true);
        bench.page->setText(QStringLiteral("BANK"));
        QTRY_COMPARE(bench.page->rows()->rowCount(), 1);
        bench.page->setText({});
        QTRY_COMPARE(bench.page->rows()->rowCount(), 3);
        bench.page->showAccount(QStringLiteral("a-cross"));
        QCOMPARE(bench.page->rows()->rowCount(), 0);
        QCOMPARE(bench.page->emptyText(), QStringLiteral("Nothing matches."));
        bench.page->setAccountIndex(0);
        QCOMPARE(bench.page->rows()->rowCount(), 3);
    }

    void saysWhenThereIsMoreThanItShows()
    {
        Bench bench(JournalViewModel::kShown + 1);
        bench.page->setActive(true);
        QCOMPARE(bench.page->rows()->rowCount(), JournalViewModel::kShown);
        QVERIFY2(bench.page->summary().contains(QStringLiteral("2,000")), qPrintable(bench.page->summary()));
        QCOMPARE(bench.cell(0, "operationId"), QStringLiteral("op-2000"));
    }

    void aRemovedAccountKeepsItsNameAndComesBack()
    {
        Bench bench(1);
        bench.page->setActive(true);
        bench.page->showAccount(QStringLiteral("b-bchusdt"));
        QVERIFY(
            bench.world.book({"removal-1", "b-bchusdt", monitor::RemoveAccount {}, {}, nullptr}).result().hasValue());
        bench.world.evaluate();
        QCOMPARE(bench.page->rows()->rowCount(), 2);
        QCOMPARE(bench.cell(0, "account"), QStringLiteral("BCH/USDT isolated (removed)"));
        QCOMPARE(bench.cell(0, "kind"), QStringLiteral("Removed"));
        QCOMPARE(bench.cell(0, "change") + bench.cell(0, "field") + bench.cell(0, "asset"), QString());
        QVERIFY(bench.page->accountNames().contains(
            QStringLiteral("BCH/USDT isolated"))); // it is still the one that is chosen
        QVERIFY(bench.page->accountIndex() > 0);
        QVERIFY(bench.value(0, "reversible").toBool());

        QSignalSpy told(bench.page.get(), &JournalViewModel::booked);
        bench.page->takeBack(0);
        bench.world.evaluate();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(bench.world.stores.portfolio.account("b-bchusdt") != nullptr);
        QCOMPARE(bench.cell(0, "kind"), QStringLiteral("Taken back"));
        QVERIFY(!bench.value(1, "reversible").toBool());
    }

    // Two rows that belong together: no line between them, taken back by one, and each says where the other is.
    void theHalvesOfAMoveStandTogether()
    {
        Bench bench(1);
        margin::Account rich = referencePortfolio().accounts[0];
        rich.id = "rich";
        rich.name = rich.owner = "Rich";
        rich.balances = {{"USDT", dec("1000"), {}, {}, {}, {}}};
        bench.world.stores.portfolio.accounts.push_back(rich);
        bench.world.setPrice("BCHUSDT", "170");
        bench.world.evaluate();
        const auto moved = bench.world.book({"3f2a8a44-5a5e-4c4f-9a8b-3d9d6f6f1e01", "b-bchusdt",
                                             monitor::TopUp {"USDT", dec("150"), {}, false, "rich"}, "help",
                                             bench.world.relay.current()->rates});
        QVERIFY(moved.result().hasValue());
        bench.world.evaluate();
        bench.page->setActive(true);
        QCOMPARE(bench.page->rows()->rowCount(), 3);
        QCOMPARE(bench.cell(0, "kind") + bench.cell(1, "kind"), QStringLiteral("MoveMove"));
        QCOMPARE(bench.cell(0, "account"), QStringLiteral("Rich cross"));
        QCOMPARE(bench.cell(0, "note"), QStringLiteral("to BCH/USDT isolated, help"));
        QCOMPARE(bench.cell(1, "note"), QStringLiteral("from Rich cross, help"));
        QVERIFY(bench.value(0, "firstOfOperation").toBool() && !bench.value(1, "firstOfOperation").toBool()
                && bench.value(2, "firstOfOperation").toBool());
        QVERIFY(bench.value(0, "reversible").toBool() && !bench.value(1, "reversible").toBool());
        QVERIFY(bench.cell(1, "sentence").contains(u"from Rich cross"));

        viewmodels::TakeBackViewModel &form = *bench.page->takingBack();
        bench.page->takeBack(0);
        QTRY_VERIFY(form.isOpen() && form.confirmable());
        QCOMPARE(form.lines(),
                 QStringList({QStringLiteral("Rich cross: USDT free from 850 to 1,000"),
                              QStringLiteral("BCH/USDT isolated: USDT free from 151 to 1")}));
    }

    void aRecordIsTakenBackAfterALook()
    {
        Bench bench(1);
        bench.topUp(150);
        bench.world.setPrice("BCHUSDT", "170");
        bench.world.evaluate();
        bench.page->setActive(true);
        viewmodels::TakeBackViewModel &form = *bench.page->takingBack();
        QVERIFY(bench.value(0, "reversible").toBool());
        bench.page->takeBack(0);
        QTRY_VERIFY(form.isOpen() && form.confirmable());
        QCOMPARE(form.lines(), QStringList {QStringLiteral("BCH/USDT isolated: USDT free from 151 to 1")});
        QVERIFY(form.about().startsWith(QStringLiteral("Top-up, BCH/USDT isolated, ")));
        QVERIFY(form.hasAccount());
        QVERIFY(form.preview()->after()->known() && form.preview()->now()->level() != form.preview()->after()->level());
        QVERIFY(!form.filled());
        form.setNote(QStringLiteral("typed twice"));
        QVERIFY(form.filled());

        QSignalSpy told(bench.page.get(), &JournalViewModel::booked);
        form.confirm();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!form.isOpen());
        bench.world.evaluate();
        QCOMPARE(bench.world.stores.portfolio.account("b-bchusdt")->balance("USDT")->free, dec("1"));
        QCOMPARE(bench.cell(0, "kind"), QStringLiteral("Taken back"));
        QCOMPARE(bench.cell(0, "note"), QStringLiteral("typed twice"));
        QVERIFY(!bench.value(0, "reversible").toBool() && !bench.value(1, "reversible").toBool());
        QVERIFY(bench.value(2, "reversible").toBool()); // the first top-up still can be
    }

    void whatWasUsedSinceIsSaid()
    {
        Bench bench(1);
        QVERIFY(bench.world.book({"repaid", "b-bchusdt", monitor::Repay {"USDT", dec("1")}, {}, nullptr})
                    .result()
                    .hasValue());
        bench.world.evaluate();
        bench.page->setActive(true);
        bench.page->takeBack(bench.page->rows()->rowCount() - 1);
        viewmodels::TakeBackViewModel &form = *bench.page->takingBack();
        QTRY_VERIFY(!form.problem().isEmpty());
        QVERIFY2(form.problem().startsWith(QStringLiteral("What it brought has been used since")),
                 qPrintable(form.problem()));
        QVERIFY(!form.confirmable());
        form.confirm();
        QCOMPARE(bench.world.stores.requests.size(), std::size_t {2});
    }

    void showsHostileNotesAsTheyAre()
    {
        Bench bench(0);
        bench.topUp(1, "x<img src=\"y\">\u202e%1\n" + std::string(10'000, 'a'));
        bench.world.evaluate();
        bench.page->setActive(true);
        const QString note = bench.cell(0, "note");
        QVERIFY(note.startsWith(QStringLiteral("x<img src=\"y\">%1 a")));
        QVERIFY(note.size() <= 200);
    }
};

PLIMSOLL_TEST(TestJournalViewModel)
#include "tst_journalviewmodel.moc"
