// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/app/windowlayout.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using plimsoll::viewmodels::AccountRows;
using plimsoll::viewmodels::WindowLayout;

class TestWindowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each pixel of a scroll would have the whole window laid out anew.
    void aScrollIsKeptAndTellsNobody()
    {
        WindowLayout layout {QString()};
        QSignalSpy changed(&layout, &WindowLayout::changed);
        QSignalSpy kept(&layout, &WindowLayout::keep);
        layout.keepScroll(WindowLayout::Stress, 40);
        QCOMPARE(changed.count(), 0);
        layout.flush();
        QCOMPARE(kept.count(), 1);
        const WindowLayout again {kept.front().front().toString()};
        QCOMPARE(again.scrollOf(WindowLayout::Stress), 40);
        layout.keepScroll(WindowLayout::Stress, 40);
        layout.flush();
        QCOMPARE(kept.count(), 1);
    }

    void whatIsKeptReadsBack()
    {
        WindowLayout layout {QString()};
        QCOMPARE(layout.toText(), QString());
        layout.setWindow({-20, 40, 1300, 900});
        layout.setMaximised(true);
        layout.setCrossWidth(444);
        layout.setDockHeight(321);
        layout.setDockFolded(true);
        layout.setDockDetached(true);
        layout.setDockWindow({5, 6, 700, 400});
        layout.keepScroll(WindowLayout::Cross, 120);
        layout.keepScroll(WindowLayout::WhatIf, 7);
        layout.keepScroll(WindowLayout::Panes, 9); // no such pane
        layout.keepScroll(-1, 9);
        layout.keepScroll(WindowLayout::Replay, 55);
        layout.setTab(2);
        layout.setRiskPart(5);
        layout.setAccountForm(AccountRows::Cards);
        const WindowLayout again {layout.toText()};
        QCOMPARE(again.toText(), layout.toText());
        QCOMPARE(again.window(), QRect(-20, 40, 1300, 900));
        QVERIFY(again.maximised() && again.dockFolded());
        QCOMPARE(again.crossWidth(), 444);
        QCOMPARE(again.dockHeight(), 321);
        QVERIFY(again.dockDetached());
        QCOMPARE(again.dockWindow(), QRect(5, 6, 700, 400));
        QCOMPARE(again.scrollOf(WindowLayout::Cross), 120);
        QCOMPARE(again.scrollOf(WindowLayout::Isolated), 0);
        QCOMPARE(again.scrollOf(WindowLayout::WhatIf), 7);
        QCOMPARE(again.scrollOf(WindowLayout::Replay), 55);
        QCOMPARE(again.scrollOf(WindowLayout::Panes), 0);
        QCOMPARE(again.riskPart(), 5);
        QCOMPARE(again.tab(), 2);
        QCOMPARE(again.accountForm(), AccountRows::Cards);
    }

    void badPartsCountAsNotThere_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("kept");

        QTest::newRow("words") << "hello"
                               << "";
        QTest::newRow("no number") << "dock=tall;tab=1"
                                   << "tab=1";
        QTest::newRow("negative") << "dock=-5;cross=400"
                                  << "cross=400";
        QTest::newRow("too large") << "dock=999999999999"
                                   << "";
        QTest::newRow("three sides") << "window=1,2,3"
                                     << "";
        QTest::newRow("no size") << "window=1,2,0,800"
                                 << "";
        QTest::newRow("a tab that no program has") << "tab=400"
                                                   << "";
        QTest::newRow("scrolls of fewer panes") << "scroll=5,-3,7"
                                                << "scroll=5,0,7,0,0,0,0,0,0,0,0,0,0,0";
        QTest::newRow("scrolls of more panes") << "scroll=0,1,0,0,0,0,0,0,3,0,0,0,0,0,99,99"
                                               << "scroll=0,1,0,0,0,0,0,0,3,0,0,0,0,0";
        QTest::newRow("a scroll that is no number") << "scroll=1,x"
                                                    << "";
        QTest::newRow("unknown part") << "colour=3;tab=1"
                                      << "tab=1";
    }

    void badPartsCountAsNotThere()
    {
        QFETCH(QString, stored);
        QFETCH(QString, kept);
        QCOMPARE(WindowLayout {stored}.toText(), kept);
    }

    void nothingBreaksOnAnyText()
    {
        QRandomGenerator random(3);
        const QString letters = QStringLiteral("window=dock,cross;tab0123456789-");
        for (int round = 0; round < 5000; ++round) {
            QString text;
            for (int i = random.bounded(60); i > 0; --i) {
                text += letters.at(random.bounded(letters.size()));
            }
            const QString kept = WindowLayout {text}.toText();
            QCOMPARE(WindowLayout {kept}.toText(), kept);
        }
    }

    void itFitsOntoTheScreens_data()
    {
        QTest::addColumn<QRect>("window");
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("place");
        const QRect small(0, 0, 1024, 700);
        const QRect right(1024, 0, 1920, 1080);

        QTest::newRow("nothing known") << QRect() << QList {small} << QRect();
        QTest::newRow("no screen") << QRect(0, 0, 10, 10) << QList<QRect>() << QRect();
        QTest::newRow("as it was") << QRect(10, 20, 800, 600) << QList {small} << QRect(10, 20, 800, 600);
        QTest::newRow("larger than the screen") << QRect(0, 0, 1280, 860) << QList {small} << small;
        QTest::newRow("the second screen is gone")
            << QRect(1500, 100, 800, 600) << QList {small} << QRect(224, 100, 800, 600);
        QTest::newRow("above the screen") << QRect(10, -300, 800, 600) << QList {small} << QRect(10, 0, 800, 600);
        QTest::newRow("mostly on the second")
            << QRect(900, 100, 800, 600) << QList {small, right} << QRect(1024, 100, 800, 600);
    }

    void itFitsOntoTheScreens()
    {
        QFETCH(QRect, window);
        QFETCH(QList<QRect>, screens);
        QFETCH(QRect, place);
        QCOMPARE(WindowLayout::fitted(window, screens), place);
    }

    void itIsKeptOnceAfterTheLastMove()
    {
        WindowLayout layout {QStringLiteral("dock=300")};
        QSignalSpy kept(&layout, &WindowLayout::keep);
        layout.flush();
        QCOMPARE(kept.count(), 0); // nothing is new
        for (int height = 301; height < 350; ++height) {
            layout.setDockHeight(height);
        }
        QCOMPARE(kept.count(), 0);
        layout.flush();
        QCOMPARE(kept.count(), 1);
        QCOMPARE(kept.front().front().toString(), QStringLiteral("dock=349"));
        layout.flush();
        QCOMPARE(kept.count(), 1);
    }
};

PLIMSOLL_TEST(TestWindowLayout)
#include "tst_windowlayout.moc"
