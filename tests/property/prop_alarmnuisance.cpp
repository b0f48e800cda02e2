// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/planner.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

constexpr Ms kPeriod = 10 * kSecond;
constexpr int kDays = 40;
constexpr int kSamplesPerDay = 24 * 60 * 6;
constexpr double kPerYear = 0.6; // volatility of the level
constexpr double kSamplesPerYear = 365.0 * kSamplesPerDay;

struct Figures {
    int raises = 0; // of the margin call
    int notices = 0; // that are not silent
};

// One account per day whose level wanders from `start`, log-normal, without drift; nobody acknowledges anything. Where
// `floor` is given the level is thrown back above it.
Figures days(const margin::Thresholds &thresholds, double start, std::optional<double> floor)
{
    Figures figures;
    std::mt19937_64 engine(20'261'122);
    std::normal_distribution<double> normal;
    const double step = kPerYear / std::sqrt(kSamplesPerYear);
    for (int day = 0; day < kDays; ++day) {
        Machine machine;
        Planner planner;
        machine.setPollPeriod(kPeriod);
        double level = start;
        BootTime now = 1'000'000;
        for (int i = 0; i < kSamplesPerDay; ++i, now += kPeriod) {
            Sample sample;
            sample.time = now;
            sample.kind = Sample::Kind::Valid;
            sample.thresholds = thresholds;
            sample.level = margin::Level::fromRatio(
                Decimal::fromMantissa(static_cast<std::int64_t>(level * 1e12) * 1'000'000));
            machine.judge("a", sample);
            const std::vector<Change> changes = machine.takeChanges();
            figures.raises += static_cast<int>(std::ranges::count_if(changes, [](const Change &change) {
                return change.key.condition == Condition::Call && change.cause == Cause::Raised;
            }));
            const Plan plan = planner.plan(machine, changes, false, now);
            figures.notices += static_cast<int>(std::ranges::count(plan.notices, false, &Notice::quiet));
            const double next = level * std::exp(step * normal(engine) - step * step / 2);
            level = floor && next <= *floor ? level : next;
        }
    }
    return figures;
}

} // namespace

class PropAlarmNuisance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Two calls a day of a level that is parked on the bar can be borne. Without a dead band there would be about 31.
    void a_level_parked_on_the_call_is_raised_seldom_data()
    {
        QTest::addColumn<QString>("initial");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("liquidation");
        QTest::addColumn<int>("most");
        QTest::newRow("dead band 2 %") << "1.25"
                                       << "1.10"
                                       << "1.05" << 2;
        QTest::newRow("dead band 2 %, wide bars") << "1.5"
                                                  << "1.3"
                                                  << "1.1" << 2;
        QTest::newRow("dead band 0.5 %, five minutes") << "1.111"
                                                       << "1.10"
                                                       << "1.05" << 3; // 2.3: bars too close for more
    }

    void a_level_parked_on_the_call_is_raised_seldom()
    {
        QFETCH(QString, initial);
        QFETCH(QString, call);
        QFETCH(QString, liquidation);
        QFETCH(int, most);
        const Figures figures = days(bars(initial.toStdString(), call.toStdString(), liquidation.toStdString()),
                                     call.toDouble(), {});
        qInfo("%.2f raises and %.1f notices a day", static_cast<double>(figures.raises) / kDays,
              static_cast<double>(figures.notices) / kDays);
        QVERIFY(figures.raises >= kDays);
        QVERIFY(figures.raises <= most * kDays);
    }

    void a_level_above_six_fifths_of_the_call_is_never_told()
    {
        const Figures figures = days(referenceBars(), 1.33, 1.32);
        QCOMPARE(figures.raises, 0);
        QCOMPARE(figures.notices, 0);
    }
};

PLIMSOLL_TEST(PropAlarmNuisance)
#include "prop_alarmnuisance.moc"
