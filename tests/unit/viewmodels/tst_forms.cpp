// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every form that stores something, whichever it is.
#include "ports/ownestimates.h"
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/app/appviewmodel.h"
#include "wire/portfoliofile.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::AppViewModel;
using viewmodels::PositionViewModel;

namespace {

struct World {
    FakeMonitor monitor;
    FakeAlarmCommands alarms;
    std::unique_ptr<AppViewModel> app;
    QTemporaryDir folder;

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        monitor.setPrice("ETHUSDT", "230");
        monitor.setPrice("BCHUSDT", "170");
        monitor.setPrice("SOLUSDT", "20");
        monitor.alarms = std::make_shared<const monitor::AlarmBoard>(
            boardOf({}, {{"r1", "b-bchusdt", alarm::Rule::Kind::Level, dec("1.3"), {}, alarm::Stage::Call, true}}));
        monitor.evaluate();
        monitor::SnapshotRelay &relay = monitor.relay;
        AppViewModel::Options options;
        options.locale = QLocale(QLocale::English, QLocale::UnitedStates);
        app = std::make_unique<AppViewModel>(monitor, alarms, monitor.stores, relay, monitor.clock, options);
        monitor.evaluate();
    }

    void hold() { monitor.stores.heldAll = alarms.held = true; }
    void release()
    {
        monitor.stores.release();
        for (int turn = 0; turn < 3; ++turn) { // what is asked once the first answer is there
            QCoreApplication::processEvents();
        }
        alarms.release();
    }
    QString portfolioFile() const
    {
        const QString path = folder.filePath(QStringLiteral("portfolio.json"));
        QFile file(path);
        const std::string bytes = wire::writePortfolio(referencePortfolio());
        return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), static_cast<qint64>(bytes.size())) > 0
            ? path
            : QString();
    }
};

using Step = void (*)(World &);

/// One way of storing something: what opens and fills the form, what is pressed, and whether it is open.
struct Way {
    const char *name;
    Step open; ///< untouched
    Step fill;
    Step store;
    Step close;
    bool (*isOpen)(World &);
    bool (*isFilled)(World &);
    bool (*isBusy)(World &);
};

viewmodels::AccountEditorViewModel &editor(World &w)
{
    return *w.app->accountEditor();
}
viewmodels::RuleEditorViewModel &rules(World &w)
{
    return *w.app->rules();
}
viewmodels::FilesViewModel &files(World &w)
{
    return *w.app->files();
}

template<typename Form>
Way operation(const char *name, Step open, Step fill, Form *(*form)(World &))
{
    static Form *(*const of)(World &) = form;
    return {name,
            open,
            fill,
            [](World &w) { of(w)->confirm(); },
            [](World &w) { of(w)->close(); },
            [](World &w) { return of(w)->isOpen(); },
            [](World &w) { return of(w)->filled(); },
            [](World &w) { return of(w)->busy(); }};
}

Way ofEditor(const char *name, Step open, Step fill, Step store)
{
    return {name,
            open,
            fill,
            store,
            [](World &w) { editor(w).close(); },
            [](World &w) { return editor(w).isOpen(); },
            [](World &w) { return editor(w).filled(); },
            [](World &w) { return editor(w).busy(); }};
}

Way ofRules(const char *name, Step open, Step fill, Step store)
{
    return {name,
            open,
            fill,
            store,
            [](World &w) { rules(w).close(); },
            [](World &w) { return rules(w).isOpen(); },
            [](World &w) { return rules(w).filled(); },
            [](World &w) { return rules(w).busy(); }};
}

void openAccount(World &w)
{
    editor(w).open(QStringLiteral("b-bchusdt"));
}
void openRule(World &w)
{
    rules(w).edit(QStringLiteral("r1"));
}

std::vector<Way> ways()
{
    return {
        ofEditor(
            "new account", [](World &w) { editor(w).openNew(); },
            [](World &w) {
                editor(w).setBase(QStringLiteral("SOL"));
                editor(w).setProfileIndex(0);
                editor(w).balances()->setCell(1, 0, QStringLiteral("10"));
            },
            [](World &w) { editor(w).save(); }),
        ofEditor(
            "renamed account", openAccount, [](World &w) { editor(w).setName(QStringLiteral("other")); },
            [](World &w) { editor(w).save(); }),
        ofEditor(
            "corrected account", openAccount,
            [](World &w) { editor(w).balances()->setCell(1, 0, QStringLiteral("10")); },
            [](World &w) { editor(w).save(); }),
        ofEditor(
            "renamed and corrected account", openAccount,
            [](World &w) {
                editor(w).setName(QStringLiteral("other"));
                editor(w).balances()->setCell(1, 0, QStringLiteral("10"));
            },
            [](World &w) { editor(w).save(); }),
        ofEditor(
            "removed account", openAccount, [](World &w) { editor(w).setName(QStringLiteral("other")); },
            [](World &w) {
                editor(w).askRemove(true);
                editor(w).remove();
            }),
        ofRules(
            "new rule", [](World &w) { rules(w).openNew({}); },
            [](World &w) { rules(w).setValue(QStringLiteral("1.2")); }, [](World &w) { rules(w).save(); }),
        ofRules(
            "changed rule", openRule, [](World &w) { rules(w).setValue(QStringLiteral("1.2")); },
            [](World &w) { rules(w).save(); }),
        ofRules(
            "removed rule", openRule, [](World &w) { rules(w).setStageIndex(0); }, [](World &w) { rules(w).remove(); }),
        ofRules(
            "switched rule", openRule, [](World &w) { rules(w).setStageIndex(0); },
            [](World &w) {
                rules(w).close(); // the list stands behind the form
                rules(w).setOn(QStringLiteral("r1"), false);
            }),
        operation<viewmodels::TopUpViewModel>(
            "top-up", [](World &w) { w.app->topUp()->openSuggested(QStringLiteral("b-bchusdt")); },
            [](World &w) { w.app->topUp()->setAmount(QStringLiteral("20")); }, [](World &w) { return w.app->topUp(); }),
        operation<viewmodels::TopUpViewModel>(
            "repayment", [](World &w) { w.app->openWay(QStringLiteral("b-bchusdt"), 1); },
            [](World &w) { w.app->topUp()->setAmount(QStringLiteral("20")); }, [](World &w) { return w.app->topUp(); }),
        operation<viewmodels::ClosePositionViewModel>(
            "sale", [](World &w) { w.app->openWay(QStringLiteral("b-bchusdt"), 2); },
            [](World &w) { w.app->position()->closing()->setQuantity(QStringLiteral("0.5")); },
            [](World &w) { return w.app->position()->closing(); }),
        operation<viewmodels::EntryViewModel>(
            "entry", [](World &w) { w.app->entry()->open(QStringLiteral("b-ethusdt")); },
            [](World &w) { w.app->entry()->setAmount(QStringLiteral("1")); }, [](World &w) { return w.app->entry(); }),
        operation<viewmodels::ClosePositionViewModel>(
            "closing", [](World &w) { w.app->position()->openClosing(QStringLiteral("b-ethusdt")); },
            [](World &w) { w.app->position()->closing()->setPrice(QStringLiteral("231")); },
            [](World &w) { return w.app->position()->closing(); }),
        operation<PositionViewModel>(
            "position in a new account", [](World &w) { w.app->position()->open({}); },
            [](World &w) {
                PositionViewModel &form = *w.app->position();
                form.setMode(PositionViewModel::Isolated);
                form.setBase(QStringLiteral("SOL"));
                form.setProfileIndex(0);
                form.setOwnMoney(QStringLiteral("100"));
                form.setPrice(QStringLiteral("20"));
            },
            [](World &w) { return w.app->position(); }),
        Way {"import", [](World &w) { files(w).openImport(); }, [](World &w) { files(w).setPath(w.portfolioFile()); },
             [](World &w) { files(w).confirm(); }, [](World &w) { files(w).close(); },
             [](World &w) { return files(w).isOpen(); }, [](World &w) { return files(w).filled(); },
             [](World &w) { return files(w).busy(); }},
    };
}

void addWays()
{
    QTest::addColumn<int>("index");
    const auto all = ways();
    for (std::size_t i = 0; i < all.size(); ++i) {
        QTest::newRow(all[i].name) << static_cast<int>(i);
    }
}

} // namespace

class TestForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What is typed on the pages of the risk analysis is kept at once, and is there in the next window.
    void ownEstimatesAreKept()
    {
        World world;
        world.app->moves()->betas()->type(QStringLiteral("ETH"), QStringLiteral("1.5"));
        world.app->chance()->correlations()->setAssets({"ETH", "BCH"});
        world.app->chance()->correlations()->type(0, 1, QStringLiteral("0.8"));
        const QHash<QString, QString> kept = world.monitor.stores.settings().result().value();
        QCOMPARE(kept.value(monitor::kOwnBetasKey.toString()), QStringLiteral(R"({"ETH":"1.5"})"));
        QCOMPARE(kept.value(monitor::kOwnCorrelationsKey.toString()), QStringLiteral(R"({"BCH":{"ETH":"0.8"}})"));
        AppViewModel::Options options;
        options.ownBetas = kept.value(monitor::kOwnBetasKey.toString());
        options.ownCorrelations = kept.value(monitor::kOwnCorrelationsKey.toString());
        AppViewModel next(world.monitor, world.alarms, world.monitor.stores, world.monitor.relay, world.monitor.clock,
                          options);
        next.moves()->betas()->setActive(true);
        QTRY_COMPARE(next.moves()->betas()->rows()->count(), 2);
        QVERIFY((next.moves()->betas()->betas() == monitor::OwnBetas {{"ETH", dec("1.5")}}));
        next.chance()->correlations()->setAssets({"ETH", "BCH"});
        QCOMPARE(next.chance()->correlations()->wished().value().size(), std::size_t {1});
    }

    void anAnswerForAClosedFormIsToldAndLeavesTheNextOneAlone_data() { addWays(); }
    void anAnswerForAClosedFormIsToldAndLeavesTheNextOneAlone()
    {
        QFETCH(const int, index);
        const Way way = ways().at(static_cast<std::size_t>(index));
        for (const bool fails : {false, true}) {
            World world;
            QSignalSpy booked(world.app.get(), &AppViewModel::booked);
            QSignalSpy refused(world.app.get(), &AppViewModel::refused);
            way.open(world);
            way.fill(world);
            QTRY_VERIFY(!way.isBusy(world));
            world.hold();
            way.store(world);
            way.close(world);
            way.open(world);
            if (fails) {
                world.monitor.stores.failNext = Error {ErrorCode::CannotWrite, "db", "disk full"};
                world.alarms.failNext = world.monitor.stores.failNext;
            }
            world.release();
            QTRY_COMPARE(booked.size() + refused.size(), 1);
            QCOMPARE(refused.size(), fails ? 1 : 0);
            QVERIFY(way.isOpen(world));
            QVERIFY(!way.isBusy(world));
            QVERIFY(!way.isFilled(world));
        }
    }

    // The correction of one account must not be booked with the figures of the one that the form is about now.
    void aCorrectionIsOfTheAccountThatItWasTypedFor()
    {
        World world;
        QSignalSpy booked(world.app.get(), &AppViewModel::booked);
        openAccount(world);
        editor(world).setName(QStringLiteral("other"));
        editor(world).balances()->setCell(1, 0, QStringLiteral("10"));
        world.hold();
        editor(world).save();
        editor(world).close();
        editor(world).open(QStringLiteral("b-ethusdt"));
        world.release();
        QTRY_COMPARE(booked.size(), 1);
        QCOMPARE(world.monitor.stores.requests.size(), 1U);
        const monitor::OperationRequest &request = world.monitor.stores.requests.front();
        QCOMPARE(request.account, std::string("b-bchusdt"));
        const auto &balances = std::get<monitor::Correct>(request.action).balances;
        QCOMPARE(balances.front().asset, std::string("BCH"));
    }

    void aFormIsFilledOnceAPersonChangedIt_data() { addWays(); }
    void aFormIsFilledOnceAPersonChangedIt()
    {
        QFETCH(const int, index);
        const Way way = ways().at(static_cast<std::size_t>(index));
        World world;
        QVERIFY(!way.isFilled(world));
        way.open(world);
        QVERIFY(!way.isFilled(world));
        world.monitor.setPrice("ETHUSDT", "231.5"); // a price that is filled in for the person follows the market
        world.monitor.evaluate();
        QVERIFY(!way.isFilled(world));
        way.fill(world);
        QVERIFY(way.isFilled(world));
        way.close(world);
        QVERIFY(!way.isFilled(world));
        way.open(world);
        QVERIFY(!way.isFilled(world));
    }
};

PLIMSOLL_TEST(TestForms)
#include "tst_forms.moc"
