// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/account.h"
#include "margin/interest.h"
#include "margin/lookahead.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

constexpr WallTime kNow = 1000 * kHourMs + 60'000; // a minute past a full hour

Thresholds bars(const char *initial, const char *call, const char *liquidation)
{
    return {d(initial), d(call), d(liquidation)};
}

// 2400 owed at 0.1 % a day is 0.1 an hour.
Account debtor(const char *assets, const std::vector<AnnouncedBars> &announced)
{
    Account account;
    account.id = "a";
    account.mode = MarginMode::Cross;
    account.quoteAsset = "USDT";
    account.profile = "faq-2020-5x";
    account.thresholds = bars("1.25", "1.1", "1.05");
    account.announced = announced;
    account.balances = {{"USDT", d(assets), {}, d("2400"), {}, d("0.001")}};
    return account;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<plimsoll::margin::AnnouncedBars>)

/// Bars with a date: which lists make sense, which bars are in force at a time, and when they are met.
class TestAnnouncedBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichListsMakeSense_data()
    {
        QTest::addColumn<std::vector<AnnouncedBars>>("list");
        QTest::addColumn<QString>("place"); // "": sound
        const Thresholds sound = bars("1.3", "1.15", "1.1");
        using List = std::vector<AnnouncedBars>;
        QTest::newRow("none") << List {} << QString();
        QTest::newRow("in order") << List {{0, sound}, {1, sound}} << QString();
        QTest::newRow("before 1970") << List {{-1, sound}} << QStringLiteral("announcedBars[0].from");
        QTest::newRow("a moment twice") << List {{5, sound}, {5, sound}} << QStringLiteral("announcedBars[1].from");
        QTest::newRow("backwards") << List {{5, sound}, {4, sound}} << QStringLiteral("announcedBars[1].from");
        QTest::newRow("bars in the wrong order")
            << List {{1, sound}, {5, bars("1.3", "1.1", "1.1")}} << QStringLiteral("announcedBars[1].marginCall");
    }

    void whichListsMakeSense()
    {
        QFETCH(std::vector<AnnouncedBars>, list);
        QFETCH(QString, place);
        const auto checked = validated(debtor("3000", list));
        QCOMPARE(checked ? QString() : QString::fromStdString(checked.error().place), place);
    }

    void whatHasBegunIsInForce()
    {
        const Thresholds first = bars("1.3", "1.15", "1.1");
        const Thresholds second = bars("1.4", "1.2", "1.15");
        const Account account = debtor("3000", {{10, first}, {20, second}});
        QVERIFY(withBarsAt(account, 9) == account);
        const Account then = withBarsAt(account, 10);
        QVERIFY(then.thresholds == first);
        QVERIFY(then.ownThresholds && then.profile.empty());
        QVERIFY((then.announced == std::vector<AnnouncedBars> {{20, second}}));
        const Account last = withBarsAt(account, 1000);
        QVERIFY(last.thresholds == second && last.announced.empty());
        QVERIFY(withBarsAt(then, 20) == last);
    }

    // 2641.1 meets a call of 1.1 when 2401 are owed, at the tenth mark; a call of 1.1004 is met as soon as it begins.
    void whenABarIsMet_data()
    {
        QTest::addColumn<std::vector<AnnouncedBars>>("list");
        QTest::addColumn<qint64>("hours"); // -1: never
        QTest::addColumn<qint64>("time");
        QTest::addColumn<bool>("byBars");
        using List = std::vector<AnnouncedBars>;
        const Thresholds higher = bars("1.3", "1.15", "1.1");
        const Thresholds lower = bars("1.3", "1.05", "1.01");
        const Thresholds barely = bars("1.3", "1.1003",
                                       "1.01"); // met from the fourth mark on: 2641.1 / 2400.4 = 1.10027
        const qint64 tenth = 1010 * kHourMs;
        QTest::newRow("no bars ahead") << List {} << qint64 {10} << tenth << false;
        QTest::newRow("too late to matter") << List {{tenth + 1, higher}} << qint64 {10} << tenth << false;
        QTest::newRow("at that very mark") << List {{tenth, higher}} << qint64 {10} << tenth << true;
        QTest::newRow("earlier, between two marks")
            << List {{kNow + kHourMs, higher}} << qint64 {1} << qint64 {(kNow + kHourMs).ms()} << true;
        QTest::newRow("within this hour")
            << List {{kNow + 1, higher}} << qint64 {0} << qint64 {(kNow + 1).ms()} << true;
        QTest::newRow("in force already") << List {{kNow - 1, higher}} << qint64 {0} << qint64 {kNow.ms()} << false;
        QTest::newRow("higher bars that interest meets first")
            << List {{kNow + kHourMs, barely}} << qint64 {4} << qint64 {1004 * kHourMs} << false;
        QTest::newRow("in time for a lower one, which is met later")
            << List {{tenth, lower}} << qint64 {1154} << qint64 {2154 * kHourMs} << false;
        QTest::newRow("lower for a while")
            << List {{tenth, lower}, {tenth + 5, higher}} << qint64 {10} << qint64 {tenth + 5} << true;
    }

    void whenABarIsMet()
    {
        QFETCH(std::vector<AnnouncedBars>, list);
        QFETCH(qint64, hours);
        QFETCH(qint64, time);
        QFETCH(bool, byBars);
        const auto met = whenMet(debtor("2641.1", list), Rates(), &Thresholds::marginCall, kNow);
        QVERIFY(met.has_value());
        QCOMPARE(qint64 {met->hours}, hours);
        QCOMPARE(qint64 {met->time.ms()}, time);
        QCOMPARE(met->byBars, byBars);
    }

    void withoutInterestOnlyBarsMeetIt()
    {
        Account account = debtor("2800",
                                 {{kNow + 5, bars("1.3", "1.15", "1.1")}, {kNow + 9, bars("1.3", "1.2", "1.1")}});
        account.balances[0].dailyInterest.reset();
        const auto met = whenMet(account, Rates(), &Thresholds::marginCall, kNow); // 1.1667
        QVERIFY(met && met->time == kNow + 9 && met->byBars && met->hours == 0);
        QVERIFY(!whenMet(account, Rates(), &Thresholds::liquidation, kNow));
        account.announced.clear();
        QVERIFY(!whenMet(account, Rates(), &Thresholds::marginCall, kNow));
    }

    void eachIsJudgedByItself()
    {
        const Account account = debtor("2700",
                                       {{1, bars("1.5", "1.3", "1.2")},
                                        {2, bars("1.5", "1.2", "1.1")},
                                        {3, bars("1.2", "1.05", "1.02")}}); // 1.125
        const auto ahead = judgeAnnounced(account, Rates());
        QCOMPARE(ahead.size(), std::size_t {3});
        QVERIFY(ahead[0].decision.status == Status::Liquidation);
        QVERIFY(ahead[1].decision.status == Status::MarginCall);
        QVERIFY(ahead[2].decision.status == Status::Normal);
        QCOMPARE(ahead[1].announced.from, WallTime(2));
    }
};

PLIMSOLL_TEST(TestAnnouncedBars)
#include "tst_announcedbars.moc"
