// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/levelwindow.h"
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

class TestAlarmLevelWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // (b - LR) t < (a - b) 600 000, docs/alarms.md#on-its-way; the bar is 1.05
    void saysWhetherALevelIsOnItsWay_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("reaches");
        const auto row = [](const char *name, const char *before, Ms age, const char *now, bool reaches) {
            QTest::newRow(name) << before << qint64(age) << now << reaches;
        };
        row("in less than ten minutes", "1.2", 60'000, "1.15", true);
        row("in exactly ten minutes", "1.16", 60'000, "1.15", false);
        row("a little faster", "1.16000001", 60'000, "1.15", true);
        row("in exactly ten minutes, five minutes back", "1.2", 300'000, "1.15", false);
        row("five minutes back, a little faster", "1.20000001", 300'000, "1.15", true);
        row("older than five minutes", "1.9", 300'001, "1.15", false);
        row("younger than one minute", "1.9", 59'999, "1.15", false);
        row("rises", "1.1", 60'000, "1.15", false);
        row("stands still", "1.15", 60'000, "1.15", false);
        row("falls below the bar", "1.06", 60'000, "1.04", true);
        row("was below the bar, still falls", "1.04", 60'000, "1.03", true);
        row("was below the bar, stands still", "1.04", 60'000, "1.04", false);
        row("was below the bar, rises", "1.03", 60'000, "1.04", false);
        row("at the bar", "1.06", 60'000, "1.05", true);
    }

    void saysWhetherALevelIsOnItsWay()
    {
        QFETCH(QString, before);
        QFETCH(qint64, age);
        QFETCH(QString, now);
        LevelWindow window;
        window.add(kStart, d(before.toStdString()));
        QTEST(window.reaches(d("1.05"), d(now.toStdString()), kStart + age).has_value(), "reaches");
    }

    // 60 s back, the last digits: what is left to the bar x 60 s / how far it fell
    void saysWhenTheBarIsReached_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<qint64>("reached");
        QTest::newRow("half way") << "1.15"
                                  << "1.1" << qint64(60'000);
        QTest::newRow("a third of the way") << "1.125"
                                            << "1.1" << qint64(120'000);
        QTest::newRow("one unit left, one fallen") << "1.050000000000000002"
                                                   << "1.050000000000000001" << qint64(60'000);
        QTest::newRow("at the bar, one unit fallen") << "1.050000000000000001"
                                                     << "1.05" << qint64(0);
        QTest::newRow("below the bar") << "1.06"
                                       << "1.04" << qint64(0);
    }

    void saysWhenTheBarIsReached()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        LevelWindow window;
        window.add(kStart, d(before.toStdString()));
        QTEST(qint64 {window.reaches(d("1.05"), d(now.toStdString()), kStart + kMinute).value_or(-1)}, "reached");
    }

    void remembersLevelsUpToABillion()
    {
        LevelWindow window;
        window.add(kStart, d("1000000000.00000001"));
        QVERIFY(window.wants(kStart));
        window.add(kStart, d("1000000000"));
        QVERIFY(!window.wants(kStart));
    }

    void knowsNothingBeforeTheFirstValue()
    {
        LevelWindow window;
        QVERIFY(window.wants(kStart));
        QVERIFY(!window.reaches(d("1.05"), d("1.01"), kStart));
        window.add(kStart, d("2"));
        window.clear();
        QVERIFY(window.wants(kStart));
        QVERIFY(!window.reaches(d("1.05"), d("1.1"), kStart + kMinute));
    }

    void wantsOneValueInFifteenSeconds()
    {
        LevelWindow window;
        window.add(kStart, d("1.2"));
        QVERIFY(!window.wants(kStart + 14'999));
        QVERIFY(window.wants(kStart + 15'000));
    }

    void looksAtTheOldestOfTheLastFiveMinutes()
    {
        LevelWindow window;
        for (int i = 0; i < 1'000; ++i) { // an hour and more at 1.5, then 1.16
            window.add(kStart + i * LevelWindow::kPace, d(i < 979 ? "1.5" : "1.16"));
        }
        const BootTime now = kStart + 999 * LevelWindow::kPace;
        // the oldest value of the last five minutes is of index 979
        QVERIFY(!window.reaches(d("1.05"), d("1.16"), now));
        QCOMPARE(window.reaches(d("1.05"), d("1.12"), now), std::optional<Ms>(525'000)); // 0.07 x 300 s / 0.04
        QVERIFY(!window.reaches(d("1.05"), d("1.13"), now)); // 0.08 x 300 s > 0.03 x 600 s
    }

    void enormousLevelsDoNoHarm()
    {
        LevelWindow window;
        window.add(kStart, d("999999999999999999"));
        window.add(kStart + 15'000, d("900000000"));
        QVERIFY(window.reaches(d("1.05"), d("1.2"), kStart + 15'000 + kMinute));
    }
};

PLIMSOLL_TEST(TestAlarmLevelWindow)
#include "tst_levelwindow.moc"
