// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/barsaheadtext.h"
#include "viewmodels/app/appviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace plimsoll::viewmodels;
using margin::AnnouncedBars;

namespace {

const QString kBch = QStringLiteral("b-bchusdt");
constexpr std::int64_t kHour = 3'600'000;

// ETH 230, BCH 184: the isolated BCH account stands at 920 / 800 = 1.15.
struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    std::unique_ptr<AppViewModel> app;

    explicit Bench(std::vector<AnnouncedBars> announced = {})
    {
        world.stores.portfolio = referencePortfolio();
        world.stores.portfolio.accounts.back().announced = std::move(announced);
        world.stores.onChange = [this] { world.evaluate(); };
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", "184");
        world.evaluate();
        AppViewModel::Options options;
        options.locale = QLocale::c();
        app = std::make_unique<AppViewModel>(world, commands, world.stores, world.relay, world.clock, options);
        app->accountEditor()->open(kBch);
    }

    [[nodiscard]] AnnouncedBarsEditor &editor() const { return *app->accountEditor()->announced(); }
    [[nodiscard]] const margin::Account &account() const { return world.stores.portfolio.accounts.back(); }
    [[nodiscard]] const std::vector<AnnouncedBarsRow> &rows() const
    {
        return static_cast<RowListModel<AnnouncedBarsRow> *>(app->accountEditor()->announced()->rows())->rows();
    }
    [[nodiscard]] QString later(std::int64_t ms) const
    {
        return QDateTime::fromMSecsSinceEpoch((world.clock.wallTime() + ms).ms(), Qt::UTC).toString(Qt::ISODate);
    }
};

AnnouncedBars from(WallTime moment, const char *initial, const char *call, const char *liquidation)
{
    return {moment, {dec(initial), dec(call), dec(liquidation)}};
}

} // namespace

/// Bars with a date in the window: what they would do, adding and removing them, and the form that was open meanwhile.
class TestAnnouncedBarsEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSaysWhatItWouldDo()
    {
        const WallTime now = FakeClock::kStartWall;
        Bench bench({from(now + kHour, "1.3", "1.15", "1.1"), from(now + 2 * kHour, "1.5", "1.3", "1.2"),
                     from(now + 3 * kHour, "1.11", "1.08", "1.01")});
        const auto &rows = bench.rows();
        QCOMPARE(rows.size(), std::size_t {3});
        QCOMPARE(rows[0].barsText, QStringLiteral("1.30 / 1.15 / 1.10"));
        QCOMPARE(rows[0].effectText, QStringLiteral("At today's level: Margin call"));
        QCOMPARE(rows[0].state, RiskState::MarginCall);
        QCOMPARE(rows[1].state, RiskState::Liquidation);
        QCOMPARE(rows[2].state, RiskState::Normal);
        QVERIFY(rows[0].whenText.startsWith(QStringLiteral("From ")));
    }

    void theAccountIsWarnedOfTheFirstThatIsWorse_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<int>("state");
        QTest::newRow("neither calls it") << "250" << int(RiskState::Normal);
        QTest::newRow("the second does") << "200" << int(RiskState::MarginCall); // 1.25
        QTest::newRow("to liquidation") << "184" << int(RiskState::MarginCall); // the first that is worse
        QTest::newRow("called already") << "176" << int(RiskState::Liquidation); // 1.10, then below 1.2
        QTest::newRow("there already") << "160" << int(RiskState::Normal);
    }

    void theAccountIsWarnedOfTheFirstThatIsWorse()
    {
        QFETCH(QString, price);
        QFETCH(int, state);
        const WallTime now = FakeClock::kStartWall;
        Bench bench({from(now + kHour, "1.3", "1.15", "1.05"), from(now + 2 * kHour, "1.5", "1.3", "1.2")});
        bench.world.setPrice("BCHUSDT", price.toStdString());
        bench.world.evaluate();
        const auto snapshot = bench.world.relay.current();
        const DisplayFormat format {QLocale::c()};
        const BarsAheadText told = barsAheadText(bench.account(), *snapshot->rates, format);
        QCOMPARE(static_cast<int>(told.state), state);
        QCOMPARE(told.text.contains(QStringLiteral("At today's level")), told.state != RiskState::Normal);
    }

    void oneIsAddedAndRemoved()
    {
        Bench bench;
        QSignalSpy told(bench.app.get(), &AppViewModel::booked);
        bench.editor().openNew();
        QVERIFY(!bench.editor().savable());
        QCOMPARE(bench.editor().callBar(), QStringLiteral("1.10"));
        QVERIFY(!bench.app->accountEditor()->filled());
        bench.editor().setWhen(bench.later(kHour));
        bench.editor().setInitialBar(QStringLiteral("1.3"));
        bench.editor().setCallBar(QStringLiteral("1.15"));
        QVERIFY2(bench.editor().savable(), qPrintable(bench.editor().whenError() + bench.editor().barsError()));
        QVERIFY(!bench.editor().whenEcho().isEmpty());
        QVERIFY(bench.app->accountEditor()->filled());
        bench.editor().save();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!bench.editor().isOpen());
        QVERIFY(
            (bench.account().announced == std::vector {from(FakeClock::kStartWall + kHour, "1.3", "1.15", "1.05")}));
        QTRY_COMPARE(bench.rows().size(), std::size_t {1});

        bench.editor().remove(bench.rows()[0].key);
        QTRY_COMPARE(told.size(), 2);
        QVERIFY(bench.account().announced.empty());
        QTRY_VERIFY(bench.rows().empty());
    }

    void whatMakesNoSenseIsSaid_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("call");
        QTest::newRow("not a moment") << QStringLiteral("tomorrow") << QStringLiteral("1.15");
        QTest::newRow("no such day") << QStringLiteral("2999-02-30") << QStringLiteral("1.15");
        QTest::newRow("passed") << QStringLiteral("2001-01-01 00:00") << QStringLiteral("1.15");
        QTest::newRow("bars in the wrong order") << QStringLiteral("2999-01-01") << QStringLiteral("1.02");
        QTest::newRow("not a number") << QStringLiteral("2999-01-01") << QStringLiteral("x");
    }

    void whatMakesNoSenseIsSaid()
    {
        QFETCH(QString, when);
        QFETCH(QString, call);
        Bench bench;
        bench.editor().openNew();
        bench.editor().setWhen(when);
        bench.editor().setCallBar(call);
        QVERIFY(!bench.editor().savable());
        QVERIFY(!bench.editor().whenError().isEmpty() || !bench.editor().barsError().isEmpty());
        bench.editor().save();
        QVERIFY(bench.account().announced.empty());
    }

    void aRefusalStaysInTheForm()
    {
        Bench bench({from(FakeClock::kStartWall + kHour, "1.3", "1.15", "1.05")});
        bench.editor().openNew();
        bench.editor().setWhen(bench.later(kHour));
        bench.editor().setCallBar(QStringLiteral("1.2"));
        bench.editor().save();
        QTRY_VERIFY(!bench.editor().problem().isEmpty());
        QVERIFY(bench.editor().isOpen() && !bench.editor().busy());
        QCOMPARE(bench.account().announced.size(), std::size_t {1});
    }

    // The form was opened before they came into force, and only the name was changed in it.
    void aFormThatWasOpenDoesNotBringTheOldBarsBack()
    {
        Bench bench({from(FakeClock::kStartWall + kHour, "1.3", "1.15", "1.05")});
        AccountEditorViewModel &form = *bench.app->accountEditor();
        bench.world.clock.advance(2 * kHour);
        QVERIFY(bench.world.stores.putBarsInForce(bench.world.clock.wallTime()).result().hasValue());
        const margin::Thresholds inForce = bench.account().thresholds;
        QVERIFY(inForce.marginCall == dec("1.15"));
        form.setName(QStringLiteral("New"));
        form.save();
        QTRY_VERIFY(!form.isOpen());
        QCOMPARE(bench.account().name, std::string("New"));
        QVERIFY(bench.account().thresholds == inForce && bench.account().ownThresholds);
    }
};

PLIMSOLL_TEST(TestAnnouncedBarsEditor)
#include "tst_announcedbarseditor.moc"
