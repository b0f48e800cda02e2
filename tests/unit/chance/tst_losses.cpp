// SPDX-License-Identifier: GPL-3.0-or-later
// Value at risk and expected shortfall against their definitions on the sorted list.
#include "chance/worstlosses.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace plimsoll::chance;

namespace {

// The smallest loss that at least `share` of them do not exceed, counted instead of looked up.
double quantile(const std::vector<double> &losses, double share)
{
    std::vector<double> sorted = losses;
    std::ranges::sort(sorted);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (static_cast<double>(i + 1) >= share * static_cast<double>(sorted.size()) - 1e-9) {
            return sorted[i];
        }
    }
    return sorted.back();
}

// min over t of t + E[(loss - t)+] / (1 - share), which is attained at the quantile (Rockafellar and Uryasev 2000).
double shortfall(const std::vector<double> &losses, double share)
{
    const double t = quantile(losses, share);
    double excess = 0;
    for (const double loss : losses) {
        excess += std::max(loss - t, 0.0) / static_cast<double>(losses.size());
    }
    return t + excess / (1 - share);
}

} // namespace

class tst_Losses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byDefinition_data();
    void byDefinition();
    void byHand();
    void anyOrder();
};

void tst_Losses::byDefinition_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 19, 20, 21, 99, 100, 101, 1000, 12'345}) {
        QTest::addRow("%d", count) << count;
    }
}

void tst_Losses::byDefinition()
{
    QFETCH(int, count);
    std::mt19937 random(static_cast<unsigned>(count));
    std::normal_distribution<double> normal(10, 100);
    std::vector<double> losses;
    for (int i = 0; i < count; ++i) {
        losses.push_back(i % 7 == 0 ? 200 : normal(random)); // many that are equal, as liquidations are
    }
    WorstLosses worst(static_cast<std::uint64_t>(count));
    std::ranges::for_each(losses, [&worst](double loss) { worst.add(loss); });
    const LossRisk risk = worst.risk();
    QCOMPARE(risk.var95, quantile(losses, 0.95));
    QCOMPARE(risk.var99, quantile(losses, 0.99));
    QVERIFY(std::abs(risk.es95 - shortfall(losses, 0.95)) < 1e-9);
    QVERIFY(std::abs(risk.es99 - shortfall(losses, 0.99)) < 1e-9);
}

// 1 to 100: 95 are not above 95; the worst five are 96 to 100.
void tst_Losses::byHand()
{
    WorstLosses worst(100);
    for (int loss = 1; loss <= 100; ++loss) {
        worst.add(loss);
    }
    const LossRisk risk = worst.risk();
    QCOMPARE(risk.var95, 95.0);
    QCOMPARE(risk.es95, 98.0);
    QCOMPARE(risk.var99, 99.0);
    QCOMPARE(risk.es99, 100.0);
}

void tst_Losses::anyOrder()
{
    std::vector<double> losses;
    for (int i = 0; i < 5000; ++i) {
        losses.push_back(std::sin(i) * 100);
    }
    WorstLosses first(5000);
    std::ranges::for_each(losses, [&first](double loss) { first.add(loss); });
    std::ranges::sort(losses);
    WorstLosses second(5000);
    std::ranges::for_each(losses, [&second](double loss) { second.add(loss); });
    QCOMPARE(first.risk().es95, second.risk().es95);
    QCOMPARE(first.risk().es99, second.risk().es99);
}

PLIMSOLL_TEST(tst_Losses)
#include "tst_losses.moc"
