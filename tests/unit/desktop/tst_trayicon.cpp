// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trayicon.h"
#include "desktop/traypainter.h"
#include "desktopkit.h"
#include "viewmodels/app/dashboardviewmodel.h"

#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using namespace Qt::StringLiterals;
using desktop::TrayIcon;
using viewmodels::DashboardViewModel;
using viewmodels::RiskState;

namespace {

constexpr std::array kStates {RiskState::NoDebt,     RiskState::Normal,      RiskState::EarlyWarning,
                              RiskState::MarginCall, RiskState::Liquidation, RiskState::Liquidated,
                              RiskState::Unknown};

class FakeProbe final : public desktop::TrayProbe
{
public:
    Host host = Host::Present;

    void ask() override { Q_EMIT answered(host); }
};

struct Bench {
    World world;
    DashboardViewModel dashboard {world.monitor.relay, world.monitor.clock, world.format};
    bool available = true;
    int asked = 0; ///< how often Qt was asked
    FakeProbe *probe = new FakeProbe;
    TrayIcon tray {dashboard,
                   world.monitor.relay,
                   world.alarms,
                   world.monitor,
                   std::unique_ptr<desktop::TrayProbe>(probe),
                   [this] { return ++asked, available; }};

    explicit Bench(const char *bch = "230", bool withTray = true)
        : world("230", bch)
        , available(withTray)
    {
    }

    QAction *action(const char *name) { return tray.menu().findChild<QAction *>(QString::fromLatin1(name)); }
};

/// Which pixels are drawn at all: the picture without its colours.
QImage silhouette(RiskState state, int size)
{
    QImage image = desktop::paintTray(state, 0, size).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            image.setPixelColor(x, y, image.pixelColor(x, y).alpha() > 127 ? Qt::black : Qt::white);
        }
    }
    return image;
}

/// Share of pixels, in per cent, that differ.
int difference(const QImage &a, const QImage &b)
{
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            differing += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return 100 * differing / (a.width() * a.height());
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int away = std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green())
                + std::abs(pixel.blue() - colour.blue());
            if (pixel.alpha() > 200 && away < 24) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAShapeOfItsOwn_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {22, 24, 32, 48, 64}) {
            QTest::addRow("%d px", size) << size;
        }
    }

    void everyStateHasAShapeOfItsOwn()
    {
        QFETCH(int, size);
        for (const RiskState a : kStates) {
            const QImage picture = desktop::paintTray(a, 0, size);
            QCOMPARE(picture.size(), QSize(size, size));
            QVERIFY(hasColour(picture, desktop::trayColor(a)));
            for (const RiskState b : kStates) {
                if (a < b) {
                    const int percent = difference(silhouette(a, size), silhouette(b, size));
                    QVERIFY2(percent >= 4, qPrintable(u"%1 %2: %3 %"_s.arg(int(a)).arg(int(b)).arg(percent)));
                }
            }
        }
    }

    void badgeTellsTheNumber()
    {
        for (const int size : {22, 64}) {
            const auto picture = [size](int count) { return desktop::paintTray(RiskState::MarginCall, count, size); };
            QVERIFY(difference(picture(0), picture(1)) >= 10);
            QVERIFY(picture(1) != picture(2));
            QVERIFY(picture(9) != picture(10));
            QCOMPARE(picture(10), picture(99)); // "9+"
            QVERIFY(hasColour(picture(3), QColor(0xc2, 0x3a, 0x12)));
        }
        if (const QString folder = qEnvironmentVariable("PLIMSOLL_SHOTS"); !folder.isEmpty()) {
            for (const RiskState state : kStates) {
                desktop::paintTray(state, state == RiskState::MarginCall ? 3 : 0, 64)
                    .save(u"%1/tray-%2.png"_s.arg(folder).arg(int(state)));
            }
        }
    }

    void saysWhatTheWindowSays_data()
    {
        QTest::addColumn<QString>("bch");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("tip");
        // 5 BCH against 800 USDT: 230 is 1.4375, 185 is 1.15625 (early below 1.175), 170 is 1.0625 (call), 165 is 1.03
        // (liquidation 1.05).
        QTest::newRow("normal") << u"230"_s << int(RiskState::Normal) << u"All normal"_s;
        QTest::newRow("call") << u"170"_s << int(RiskState::MarginCall) << u"BCH/USDT isolated 1.06 Margin call"_s;
        QTest::newRow("liquidation") << u"165"_s << int(RiskState::Liquidation)
                                     << u"BCH/USDT isolated 1.03 Liquidation"_s;
        QTest::newRow("unknown") << u""_s << int(RiskState::Unknown) << u"unknown"_s;
    }

    void saysWhatTheWindowSays()
    {
        QFETCH(QString, bch);
        QFETCH(int, state);
        QFETCH(QString, tip);
        Bench bench;
        bench.world.monitor.setPrice("BCHUSDT", bch.toStdString());
        bench.world.monitor.evaluate();
        QCOMPARE(int(bench.tray.status().state), state);
        QVERIFY2(bench.tray.status().toolTip.contains(tip), qPrintable(bench.tray.status().toolTip));
        QCOMPARE(bench.action("trayWorst")->text(), bench.tray.status().worstLine);
        QVERIFY(!bench.action("trayWorst")->isEnabled());
    }

    void saysSinceWhenPricesAreUnknown()
    {
        Bench bench;
        bench.world.monitor.feed.state = monitor::FeedState::Offline;
        bench.world.monitor.feed.since = testlib::FakeClock::kStartWall;
        bench.world.monitor.setPrice("BCHUSDT", "");
        bench.world.monitor.setPrice("ETHUSDT", "");
        bench.world.monitor.evaluate();
        QVERIFY2(bench.tray.status().toolTip.contains(u"No prices since 00:00:00"),
                 qPrintable(bench.tray.status().toolTip));
    }

    void aSilentEngineIsNeverNormal()
    {
        Bench bench;
        bench.tray.setEngineSilent(true);
        QCOMPARE(bench.tray.status().state, RiskState::Unknown);
        QVERIFY(!bench.tray.status().toolTip.contains(u"normal"));
        bench.tray.setEngineSilent(false);
        QCOMPARE(bench.tray.status().state, RiskState::Normal);
    }

    void namesCannotBeMarkup()
    {
        Bench bench("170");
        for (margin::Account &account : bench.world.monitor.stores.portfolio.accounts) {
            account.name = "<img src='file:///etc/passwd'> & <b>";
        }
        bench.world.prices("170", "170"); // the cross account falls into call too: 5 x 170 + 5 x 170 against 1600
        const QString shown = bench.tray.status().toolTip + bench.tray.status().worstLine;
        QVERIFY(shown.contains(u"img src"));
        QVERIFY(!shown.contains(u'<') && !shown.contains(u'>') && !shown.contains(u'&'));
    }

    void repaintsOnlyWhatChanged()
    {
        Bench bench;
        QCOMPARE(bench.tray.repaints(), 1);
        for (const char *price : {"231", "232", "233"}) { // another level, the same state
            bench.world.prices("230", price);
        }
        QCOMPARE(bench.tray.repaints(), 1);
        bench.world.prices("230", "170");
        QCOMPARE(bench.tray.repaints(), 2);
        monitor::AlarmBoard board;
        board.unacknowledged = 1;
        bench.world.tell(board);
        QCOMPARE(bench.tray.repaints(), 3);
        bench.world.tell(board);
        QCOMPARE(bench.tray.repaints(), 3);
    }

    void menuDoesWhatItSays()
    {
        Bench bench("170");
        QVERIFY(!bench.action("trayAcknowledge")->isEnabled());
        monitor::AlarmBoard board;
        board.unacknowledged = 2;
        bench.world.tell(board);
        QSignalSpy open(&bench.tray, &TrayIcon::openRequested);
        QSignalSpy quit(&bench.tray, &TrayIcon::quitRequested);
        const int polls = bench.world.monitor.polls;
        for (const char *name : {"trayOpen", "trayAcknowledge", "traySnooze", "trayPoll", "trayQuit"}) {
            QVERIFY(bench.action(name)->isEnabled());
            bench.action(name)->trigger();
        }
        QCOMPARE(open.size(), 1);
        QCOMPARE(quit.size(), 1);
        QCOMPARE(bench.world.alarms.acknowledged, std::vector<std::string> {"*"});
        QCOMPARE(bench.world.alarms.snoozed.size(), 1U);
        QCOMPARE(bench.world.alarms.snoozed[0].second, std::chrono::milliseconds(300'000));
        QCOMPARE(bench.world.monitor.polls, polls + 1);
    }

    void aTrayMayComeAndGo()
    {
        Bench bench("170", false);
        QSignalSpy changed(&bench.tray, &TrayIcon::absentChanged);
        QVERIFY(bench.tray.absent());
        QCOMPARE(bench.tray.repaints(), 0);
        bench.available = true;
        bench.tray.look();
        QVERIFY(!bench.tray.absent());
        QCOMPARE(bench.tray.repaints(), 1);
        bench.tray.look();
        QCOMPARE(changed.size(), 1);
        bench.available = false;
        bench.tray.look();
        QVERIFY(bench.tray.absent());
        QCOMPARE(changed.size(), 2);
    }

    // Qt waits up to 25 s for a panel that hangs, in this thread.
    void aPanelThatHangsIsNotWaitedFor()
    {
        Bench bench("170");
        const int asked = bench.asked;
        bench.probe->host = desktop::TrayProbe::Host::Hangs;
        bench.tray.look();
        QCOMPARE(bench.asked, asked);
        QVERIFY(!bench.tray.absent());
    }

    // Qt remembers its first answer: it is not asked while a panel may still be starting.
    void aPanelMayStartLater()
    {
        Bench bench("170", false);
        bench.available = true;
        bench.asked = 0;
        bench.probe->host = desktop::TrayProbe::Host::Absent;
        bench.tray.look();
        QCOMPARE(bench.asked, 0);
        QVERIFY(bench.tray.absent());
        bench.probe->host = desktop::TrayProbe::Host::Present;
        Q_EMIT bench.probe->hostMoved();
        QVERIFY(!bench.tray.absent());
    }
};

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
