// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/chart/chartwindow.h"
#include "viewmodels/common/axismark.h"
#include "wording/axislabels.h"
#include "wording/timeticks.h"

#include <QtCore/QDateTime>
#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::viewmodels;
using wording::movedApart;
using wording::TimeTick;
using wording::timeTicks;

namespace {

double local(int year, int month, int day, int hour = 0, int minute = 0)
{
    return static_cast<double>(QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch());
}

QStringList textsOf(double from, double to, int most)
{
    QStringList texts;
    for (const TimeTick &tick : timeTicks(from, to, most, QLocale::c())) {
        texts << tick.text;
    }
    return texts;
}

} // namespace

/// The axes of a chart and the window that moves over them.
class TestChartAxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceIsWhatMayBeLost()
    {
        // 1 - 1.1 / 1.25 = 0.12, as docs/formulas.md has it for the reference example.
        QCOMPARE(ChartScale::valueOf(ChartAxis::Distance, 1.25, 1.1), 0.12);
        QCOMPARE(ChartScale::valueOf(ChartAxis::Level, 1.25, 1.1), 1.25);
        QVERIFY(ChartScale::valueOf(ChartAxis::Distance, 0, 1.1) < -1000);
        for (double level = 0.1; level < 3; level += 0.1) { // the lowest stays the lowest
            QVERIFY(ChartScale::valueOf(ChartAxis::Distance, level, 1.1)
                    < ChartScale::valueOf(ChartAxis::Distance, level + 0.01, 1.1));
        }
    }

    void ticksCoverWhatIsShown_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::newRow("near") << 1.05 << 1.25;
        QTest::newRow("one value") << 1.1 << 1.1;
        QTest::newRow("wide") << 0.2 << 999.0;
        QTest::newRow("distance") << -0.31 << 0.25;
    }

    void ticksCoverWhatIsShown()
    {
        QFETCH(double, lowest);
        QFETCH(double, highest);
        const ChartScale scale(ChartAxis::Level, lowest, highest, 7);
        QVERIFY(scale.min() <= lowest + 1e-9 && scale.max() >= highest - 1e-9 && scale.max() > scale.min());
        QVERIFY(scale.ticks().size() >= 2 && scale.ticks().size() <= 7);
        QCOMPARE(scale.placeOf(scale.ticks().front()), 0.0);
        QCOMPARE(scale.placeOf(scale.ticks().back()), 1.0);
    }

    // As the person writes figures, whatever the computer does.
    void anAxisIsWrittenAsEverythingElse()
    {
        const ChartScale scale(ChartAxis::Level, 1.05, 1.25, 7);
        QStringList words;
        for (const AxisMark &mark : axisMarks(scale, QLocale(QLocale::German, QLocale::Germany))) {
            words << mark.text;
        }
        QCOMPARE(words.join(u' '), QStringLiteral("1,05 1,10 1,15 1,20 1,25"));
        QCOMPARE(ChartScale(ChartAxis::Distance, -0.3, 0.2, 7).text(-0.1, QLocale(QLocale::German)),
                 QStringLiteral("−10 %"));
    }

    void timesAheadAreRound_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("last");
        QTest::newRow("hour") << 60 << "+0 min, +15 min, +30 min, +45 min, +60 min" << 1.0;
        QTest::newRow("day") << 24 * 60 << "+0 h, +6 h, +12 h, +18 h, +24 h" << 1.0;
        QTest::newRow("week") << 7 * 24 * 60 << "+0 d, +2 d, +4 d, +6 d" << 6.0 / 7;
        QTest::newRow("month") << 30 * 24 * 60 << "+0 d, +10 d, +20 d, +30 d" << 1.0;
        QTest::newRow("year") << 365 * 24 * 60 << "+0 d, +100 d, +200 d, +300 d" << 300.0 / 365;
    }

    void timesAheadAreRound()
    {
        QFETCH(int, minutes);
        QFETCH(QString, words);
        QFETCH(double, last);
        QStringList shown;
        const auto marks = timesAhead(std::chrono::minutes(minutes), QLocale::c());
        for (const AxisMark &mark : marks) {
            shown << mark.text;
        }
        QCOMPARE(shown.join(QStringLiteral(", ")), words);
        QCOMPARE(marks.front().share, 0.0);
        QCOMPARE(marks.back().share, last);
    }

    void labelsMoveApartAndKeepTheirOrder()
    {
        QCOMPARE(movedApart({0.2, 0.5, 0.9}, 0.1, 0, 1), (std::vector {0.2, 0.5, 0.9}));
        const auto pair = movedApart({0.5, 0.5}, 0.1, 0, 1);
        QCOMPARE(pair[0], 0.45);
        QCOMPARE(pair[1], 0.55);
        QVERIFY(movedApart({}, 0.1, 0, 1).empty());
    }

    void noLabelLiesOverAnother()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int run = 0; run < 200; ++run) {
            std::vector<double> wanted;
            for (int i = random.bounded(20); i > 0; --i) {
                wanted.push_back(random.generateDouble());
            }
            std::ranges::sort(wanted);
            const auto places = movedApart(wanted, 0.05, 0, 0.95);
            QCOMPARE(places.size(), wanted.size());
            for (std::size_t i = 0; i < places.size(); ++i) {
                QVERIFY(places[i] >= -1e-9 && places[i] <= 0.95 + 1e-9);
                QVERIFY(i == 0 || places[i] - places[i - 1] >= 0.05 - 1e-9);
            }
        }
    }

    void timesAreRound()
    {
        QCOMPARE(textsOf(local(2026, 11, 28, 9, 50), local(2026, 11, 28, 14, 10), 6),
                 QStringList({QStringLiteral("10:00"), QStringLiteral("11:00"), QStringLiteral("12:00"),
                              QStringLiteral("13:00"), QStringLiteral("14:00")}));
        QCOMPARE(textsOf(local(2026, 11, 27, 20), local(2026, 11, 28, 5), 4),
                 QStringList({QStringLiteral("21:00"), QStringLiteral("28 Nov"), QStringLiteral("03:00")}));
        QCOMPARE(textsOf(local(2026, 11, 24, 12), local(2026, 11, 28, 12), 10),
                 QStringList({QStringLiteral("24 Nov"), QStringLiteral("12:00"), QStringLiteral("25 Nov"),
                              QStringLiteral("12:00"), QStringLiteral("26 Nov"), QStringLiteral("12:00"),
                              QStringLiteral("27 Nov"), QStringLiteral("12:00"), QStringLiteral("28 Nov"),
                              QStringLiteral("12:00")})
                     .mid(1));
        QCOMPARE(textsOf(local(2025, 12, 2), local(2026, 6, 2), 8),
                 QStringList({QStringLiteral("Jan 2026"), QStringLiteral("Feb"), QStringLiteral("Mar"),
                              QStringLiteral("Apr"), QStringLiteral("May"), QStringLiteral("Jun")}));
    }

    void thereAreNeverTooManyTimes()
    {
        for (double span = 5'000; span < 4e11; span *= 1.7) {
            for (const int most : {1, 3, 8, 16}) {
                const double from = local(2024, 3, 29, 17, 3);
                const auto ticks = timeTicks(from, from + span, most, QLocale::c());
                QVERIFY(std::ssize(ticks) <= most);
                QVERIFY(std::ranges::is_sorted(ticks, std::ranges::less(), &TimeTick::time));
                for (const TimeTick &tick : ticks) {
                    QVERIFY(tick.time >= from && tick.time <= from + span && !tick.text.isEmpty());
                }
            }
        }
    }

    void aWindowFollowsTheEnd()
    {
        ChartWindow window;
        window.setWhole(0, 100'000);
        window.showLast(40'000);
        QCOMPARE(window.from(), 60'000.0);
        window.setWhole(0, 120'000);
        QCOMPARE(window.from(), 80'000.0);
        QCOMPARE(window.to(), 120'000.0);
        window.pan(-0.5);
        QVERIFY(!window.followsEnd());
        window.setWhole(0, 130'000);
        QCOMPARE(window.to(), 100'000.0);
        window.toEnd();
        QVERIFY(window.followsEnd());
        QCOMPARE(window.to(), 130'000.0);
    }

    void zoomKeepsTheMomentUnderThePointer()
    {
        ChartWindow window;
        window.setWhole(0, 1e9);
        window.show(4e8, 6e8);
        const double kept = window.from() + 0.25 * window.span();
        window.zoom(0.5, 0.25);
        QCOMPARE(window.span(), 1e8);
        QCOMPARE(window.from() + 0.25 * window.span(), kept);
        for (int i = 0; i < 100; ++i) {
            window.zoom(0.5, 0.5);
        }
        QCOMPARE(window.span(), ChartWindow::kShortest);
    }

    void aWindowStaysInTheHistory()
    {
        ChartWindow window;
        QSignalSpy moved(&window, &ChartWindow::moved);
        window.setWhole(1'000'000, 2'000'000);
        window.showLast(0);
        QCOMPARE(window.span(), 1'000'000.0);
        QCOMPARE(moved.count(), 0);
        window.zoom(0.1, 0.5);
        window.pan(-100);
        QCOMPARE(window.from(), 1'000'000.0);
        window.pan(1000);
        QCOMPARE(window.to(), 2'000'000.0);
        window.toStart();
        QCOMPARE(window.from(), 1'000'000.0);
        window.zoom(1e6, 0.5);
        QCOMPARE(window.from(), 1'000'000.0);
        QCOMPARE(window.to(), 2'000'000.0);
        QCOMPARE(moved.count(), 5);
    }
};

PLIMSOLL_TEST(TestChartAxes)
#include "tst_chartaxes.moc"
