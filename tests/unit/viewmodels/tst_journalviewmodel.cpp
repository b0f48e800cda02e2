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

struct Desk {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    std::unique_ptr<JournalViewModel> page;
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit Desk(int operations)
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
        Desk desk(1);
        QVERIFY(desk.world.stores.filters.empty());
        desk.page->setActive(true);
        QCOMPARE(desk.page->rows()->rowCount(), 1);
    }

    void showsTheNewestFirstWithASign()
    {
        Desk desk(3);
        desk.page->setActive(true);
        QCOMPARE(desk.cell(0, "change"), QStringLiteral("+3"));
        QCOMPARE(desk.cell(2, "change"), QStringLiteral("+1"));
        QCOMPARE(desk.cell(0, "account"), QStringLiteral("BCH/USDT isolated"));
        QCOMPARE(desk.cell(0, "kind"), QStringLiteral("Top-up"));
        QCOMPARE(desk.cell(0, "field"), QStringLiteral("free"));
        QCOMPARE(desk.cell(0, "operationId"), QStringLiteral("op-2"));
    }

    void insertsWhatWasBookedInsteadOfStartingOver()
    {
        Desk desk(2);
        desk.page->setActive(true);
        QSignalSpy resets(desk.page->rows(), &QAbstractItemModel::modelReset);
        QSignalSpy inserts(desk.page->rows(), &QAbstractItemModel::rowsInserted);
        desk.topUp(9);
        desk.world.evaluate();
        QCOMPARE(desk.page->rows()->rowCount(), 3);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(desk.cell(0, "change"), QStringLiteral("+9"));
    }

    void doesNotAskAgainForPricesAlone()
    {
        Desk desk(1);
        desk.page->setActive(true);
        const auto asked = desk.world.stores.filters.size();
        desk.world.setPrice("BCHUSDT", "170");
        desk.world.evaluate();
        QCOMPARE(desk.world.stores.filters.size(), asked);
    }

    void filtersByAccountAndText()
    {
        Desk desk(2);
        desk.topUp(5, "from the bank");
        desk.world.evaluate();
        desk.page->setActive(true);
        desk.page->setText(QStringLiteral("BANK"));
        QTRY_COMPARE(desk.page->rows()->rowCount(), 1);
        desk.page->setText({});
        QTRY_COMPARE(desk.page->rows()->rowCount(), 3);
        desk.page->showAccount(QStringLiteral("a-cross"));
        QCOMPARE(desk.page->rows()->rowCount(), 0);
        QCOMPARE(desk.page->emptyText(), QStringLiteral("Nothing matches."));
        desk.page->setAccountIndex(0);
        QCOMPARE(desk.page->rows()->rowCount(), 3);
    }

    void saysWhenThereIsMoreThanItShows()
    {
        Desk desk(JournalViewModel::kShown + 1);
        desk.page->setActive(true);
        QCOMPARE(desk.page->rows()->rowCount(), JournalViewModel::kShown);
        QVERIFY2(desk.page->summary().contains(QStringLiteral("2,000")), qPrintable(desk.page->summary()));
        QCOMPARE(desk.cell(0, "operationId"), QStringLiteral("op-2000"));
    }

    void aRemovedAccountKeepsItsNameAndComesBack()
    {
        Desk desk(1);
        desk.page->setActive(true);
        desk.page->showAccount(QStringLiteral("b-bchusdt"));
        QVERIFY(
            desk.world.book({"removal-1", "b-bchusdt", monitor::RemoveAccount {}, {}, nullptr}).result().hasValue());
        desk.world.evaluate();
        QCOMPARE(desk.page->rows()->rowCount(), 2);
        QCOMPARE(desk.cell(0, "account"), QStringLiteral("BCH/USDT isolated (removed)"));
        QCOMPARE(desk.cell(0, "kind"), QStringLiteral("Removed"));
        QCOMPARE(desk.cell(0, "change") + desk.cell(0, "field") + desk.cell(0, "asset"), QString());
        QVERIFY(desk.page->accountNames().contains(
            QStringLiteral("BCH/USDT isolated"))); // it is still the one that is chosen
        QVERIFY(desk.page->accountIndex() > 0);
        QVERIFY(desk.value(0, "reversible").toBool());

        QSignalSpy told(desk.page.get(), &JournalViewModel::booked);
        desk.page->takeBack(0);
        desk.world.evaluate();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(desk.world.stores.portfolio.account("b-bchusdt") != nullptr);
        QCOMPARE(desk.cell(0, "kind"), QStringLiteral("Taken back"));
        QVERIFY(!desk.value(1, "reversible").toBool());
    }

    void aRecordIsTakenBackAfterALook()
    {
        Desk desk(1);
        desk.topUp(150);
        desk.world.setPrice("BCHUSDT", "170");
        desk.world.evaluate();
        desk.page->setActive(true);
        viewmodels::TakeBackViewModel &form = *desk.page->takingBack();
        QVERIFY(desk.value(0, "reversible").toBool());
        desk.page->takeBack(0);
        QTRY_VERIFY(form.isOpen() && form.confirmable());
        QCOMPARE(form.lines(), QStringList {QStringLiteral("BCH/USDT isolated: USDT free from 151 to 1")});
        QVERIFY(form.about().startsWith(QStringLiteral("Top-up, BCH/USDT isolated, ")));
        QVERIFY(form.hasAccount());
        QVERIFY(form.preview()->after()->known() && form.preview()->now()->level() != form.preview()->after()->level());
        QVERIFY(!form.filled());
        form.setNote(QStringLiteral("typed twice"));
        QVERIFY(form.filled());

        QSignalSpy told(desk.page.get(), &JournalViewModel::booked);
        form.confirm();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!form.isOpen());
        desk.world.evaluate();
        QCOMPARE(desk.world.stores.portfolio.account("b-bchusdt")->balance("USDT")->free, dec("1"));
        QCOMPARE(desk.cell(0, "kind"), QStringLiteral("Taken back"));
        QCOMPARE(desk.cell(0, "note"), QStringLiteral("typed twice"));
        QVERIFY(!desk.value(0, "reversible").toBool() && !desk.value(1, "reversible").toBool());
        QVERIFY(desk.value(2, "reversible").toBool()); // the first top-up still can be
    }

    void whatWasUsedSinceIsSaid()
    {
        Desk desk(1);
        QVERIFY(desk.world.book({"repaid", "b-bchusdt", monitor::Repay {"USDT", dec("1")}, {}, nullptr})
                    .result()
                    .hasValue());
        desk.world.evaluate();
        desk.page->setActive(true);
        desk.page->takeBack(desk.page->rows()->rowCount() - 1);
        viewmodels::TakeBackViewModel &form = *desk.page->takingBack();
        QTRY_VERIFY(!form.problem().isEmpty());
        QVERIFY2(form.problem().startsWith(QStringLiteral("What it brought has been used since")),
                 qPrintable(form.problem()));
        QVERIFY(!form.confirmable());
        form.confirm();
        QCOMPARE(desk.world.stores.requests.size(), std::size_t {2});
    }

    void showsHostileNotesAsTheyAre()
    {
        Desk desk(0);
        desk.topUp(1, "x<img src=\"y\">\u202e%1\n" + std::string(10'000, 'a'));
        desk.world.evaluate();
        desk.page->setActive(true);
        const QString note = desk.cell(0, "note");
        QVERIFY(note.startsWith(QStringLiteral("x<img src=\"y\">%1 a")));
        QVERIFY(note.size() <= 200);
    }
};

PLIMSOLL_TEST(TestJournalViewModel)
#include "tst_journalviewmodel.moc"
