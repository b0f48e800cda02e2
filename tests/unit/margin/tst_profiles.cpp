// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/position.h"
#include "margin/profiles.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <set>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: Binance FAQ 7fbadf3c75914efc90e8b831709b644f, the three tables as published now.
    void the_published_tiers_are_here_data()
    {
        QTest::addColumn<QString>("row"); // initial, call, liquidation, leverage
        const auto rows = [](const char *name, std::initializer_list<const char *> list) {
            int tier = 0;
            for (const char *row : list) {
                QTest::newRow(qPrintable(QStringLiteral("%1-tier-%2").arg(QLatin1String(name)).arg(++tier)))
                    << QString::fromLatin1(row);
            }
        };
        rows("isolated-10x",
             {"1.111 1.1 1.05 10", "1.1264 1.1 1.05 8.91", "1.1418 1.1 1.05 8.05", "1.1572 1.1 1.05 7.36",
              "1.1726 1.1 1.05 6.79", "1.188 1.1 1.05 6.31", "1.2034 1.1 1.05 5.91", "1.2188 1.1 1.05 5.57",
              "1.2342 1.1 1.05 5.26", "1.2496 1.1 1.05 5"});
        rows("isolated-5x",
             {"1.25 1.19 1.15 5", "1.3125 1.19 1.15 4.2", "1.375 1.19 1.15 3.66", "1.4375 1.19 1.15 3.28",
              "1.5 1.19 1.15 3"});
        rows("isolated-3x",
             {"1.5 1.22 1.18 3", "1.875 1.22 1.18 2.14", "2.25 1.22 1.18 1.8", "2.625 1.22 1.18 1.61",
              "3 1.22 1.18 1.5"});
    }

    void the_published_tiers_are_here()
    {
        QFETCH(QString, row);
        const Profile *profile = findBuiltInProfile(QTest::currentDataTag());
        QVERIFY(profile != nullptr);
        const Thresholds &bars = profile->thresholds;
        const QStringList seen {shown(bars.initial), shown(bars.marginCall), shown(bars.liquidation),
                                shown(d(profile->leverage))};
        QCOMPARE(seen.join(QLatin1Char(' ')), row);
        QVERIFY(validated(bars).hasValue());
        QCOMPARE(shown(largestLeverage(bars)),
                 shown(d(profile->leverage))); // initial / (initial - 1), truncated to 2 decimals
    }

    // Source: the reference example and Binance FAQ 360030493931.
    void the_named_profiles_have_the_published_bars_data()
    {
        QTest::addColumn<QString>("row");
        QTest::newRow("faq-2020-5x") << QStringLiteral("1.25 1.1 1.05");
        QTest::newRow("cross-3x") << QStringLiteral("1.5 1.3 1.1");
        QTest::newRow("cross-5x") << QStringLiteral("1.25 1.16 1.1");
        QTest::newRow("isolated-10x-2020-tier-2") << QStringLiteral("1.127 1.101 1.061");
        QTest::newRow("isolated-5x-2020-tier-5") << QStringLiteral("1.5 1.22 1.18");
    }

    void the_named_profiles_have_the_published_bars()
    {
        QFETCH(QString, row);
        const Profile *profile = findBuiltInProfile(QTest::currentDataTag());
        QVERIFY(profile != nullptr);
        QCOMPARE((QStringList {shown(profile->thresholds.initial), shown(profile->thresholds.marginCall),
                               shown(profile->thresholds.liquidation)})
                     .join(QLatin1Char(' ')),
                 row);
    }

    void every_profile_is_complete_and_its_name_is_its_own()
    {
        std::set<std::string> names;
        for (const Profile &profile : builtInProfiles()) {
            QVERIFY2(names.insert(profile.name).second, profile.name.c_str());
            QVERIFY(validated(profile.thresholds).hasValue());
            QVERIFY(!profile.title.empty() && !profile.source.empty() && profile.validFrom.size() == 10);
        }
        QCOMPARE(names.size(), std::size_t {38});
        QVERIFY(findBuiltInProfile("no such profile") == nullptr);
    }

    // Half way between call and initial ratio, rounded up at the 18th digit; docs/alarms.md, the early warning.
    void the_early_warning_is_half_way_to_the_call_data()
    {
        QTest::addColumn<QString>("initial");
        QTest::addColumn<QString>("bar"); // with a call at 1.1
        QTest::newRow("reference") << QStringLiteral("1.25") << QStringLiteral("1.175");
        QTest::newRow("no gap") << QStringLiteral("1.1") << QStringLiteral("1.1");
        const auto last = [](char digit) { return QStringLiteral("1.10000000000000000") + QLatin1Char(digit); };
        QTest::newRow("1 unit") << last('1') << last('1');
        QTest::newRow("2 units") << last('2') << last('1');
        QTest::newRow("3 units") << last('3') << last('2');
    }

    void the_early_warning_is_half_way_to_the_call()
    {
        QFETCH(QString, initial);
        QTEST(shown(earlyWarningBar(bars(initial.toStdString(), "1.1", "1.05"))), "bar");
    }

    void thresholds_must_stand_in_order_data()
    {
        QTest::addColumn<QString>("initial");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("liquidation");
        QTest::addColumn<QString>("place"); // empty: accepted
        const auto row = [](const char *name, const char *initial, const char *call, const char *liquidation,
                            const char *place) {
            QTest::newRow(name) << QString::fromLatin1(initial) << QString::fromLatin1(call)
                                << QString::fromLatin1(liquidation) << QString::fromLatin1(place);
        };
        row("published", "1.25", "1.1", "1.05", "");
        row("call equals initial", "1.1", "1.1", "1.05", "");
        row("teaching, below one", "0.9", "0.8", "0.7", "");
        row("call above initial", "1.1", "1.2", "1.05", "initial");
        row("call equals liquidation", "1.25", "1.05", "1.05", "marginCall");
        row("call below liquidation", "1.25", "1.01", "1.05", "marginCall");
        row("liquidation zero", "1.25", "1.1", "0", "liquidation");
        row("liquidation negative", "1.25", "1.1", "-1", "liquidation");
    }

    void thresholds_must_stand_in_order()
    {
        QFETCH(QString, initial);
        QFETCH(QString, call);
        QFETCH(QString, liquidation);
        QFETCH(QString, place);
        const auto checked = validated(bars(initial.toStdString(), call.toStdString(), liquidation.toStdString()));
        QCOMPARE(checked ? QString() : shown(checked.error().place), place);
        QVERIFY(checked.hasValue() || checked.error().code == ErrorCode::InvalidThresholds);
    }
};

PLIMSOLL_TEST(ProfilesTest)
#include "tst_profiles.moc"
