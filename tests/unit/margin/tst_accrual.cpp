// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/accrual.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <vector>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

using Kind = PrincipalChange::Kind;
using Changes = std::vector<PrincipalChange>;

constexpr std::int64_t kMinute = 60'000;

WallTime clock(int hour, int minute)
{
    return WallTime::ofMs(hour * kHourMs + minute * kMinute);
}

// 2400 at 0.1 % a day: 0.1 an hour.
const Decimal kRate = d("0.001");

InterestRun runFrom(WallTime time, const char *principal)
{
    return {time, d(principal), std::nullopt, 0};
}

} // namespace

class AccrualTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void charges_the_principal_that_stands_at_each_mark_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<WallTime>("until");
        QTest::addColumn<QString>("interest");
        QTest::addColumn<qint64>("hours");
        const auto row = [](const char *name, const Changes &changes, WallTime until, const char *interest,
                            std::int64_t hours) {
            QTest::newRow(name) << changes << until << QString::fromLatin1(interest) << qint64 {hours};
        };
        row("before the next mark", {}, clock(13, 59), "0", 0);
        row("at the mark", {}, clock(14, 0), "0.1", 1);
        row("a week", {}, clock(13 + 168, 20), "16.8", 168);
        row("a year", {}, clock(13 + 8760, 20), "876", 8760);
        row("repaid in mid-hour", {{clock(13, 30), d("1200")}}, clock(15, 0), "0.1", 2);
        row("repaid at the mark, which comes first", {{clock(14, 0), d("1200")}}, clock(15, 0), "0.15", 2);
        row("borrowed and repaid within the hour", {{clock(13, 30), d("4800")}, {clock(13, 40), d("2400")}},
            clock(14, 0), "0.1", 1);
        row("repaid after three hours", {{clock(16, 30), d("0")}}, clock(20, 0), "0.3", 3);
        row("the clock went back", {}, clock(11, 0), "0", 0);
        row("said to be owed at 16:30", {{clock(16, 30), d("4800"), Kind::Restated}}, clock(17, 0), "0.2", 1);
        row("a booking in the future is of now", {{clock(40, 0), d("0")}}, clock(15, 0), "0.2", 2);
        row("a booking before the run began comes after it", {{clock(2, 0), d("1200")}}, clock(15, 0), "0.1", 2);
        row("booked by a clock that was ahead, before another", {{clock(30, 0), d("0")}, {clock(14, 30), d("2400")}},
            clock(15, 0), "0.2", 2);
    }

    void charges_the_principal_that_stands_at_each_mark()
    {
        QFETCH(Changes, changes);
        QFETCH(WallTime, until);
        QFETCH(QString, interest);
        QFETCH(qint64, hours);
        const auto due = accrue(runFrom(clock(13, 20), "2400"), kRate, changes, until);
        QVERIFY(due.hasValue());
        QCOMPARE(shown(due->interest), interest);
        QCOMPARE(qint64 {due->hours}, hours);
        QCOMPARE(due->run.chargedUntil, std::max(until, clock(13, 20)));
    }

    // docs/formulas.md#interest: 1000 at 0.02 % a day from 13:20 to 14:15 is two hours, rounded once.
    void a_new_loan_is_rounded_with_its_first_hour()
    {
        const auto due = accrue(runFrom(clock(12, 0), "0"), d("0.0002"),
                                Changes {{clock(13, 20), d("1000"), Kind::FirstHour}}, clock(14, 15));
        const Decimal first = *interestFor(d("1000"), d("0.0002"), 1);
        QCOMPARE(shown(first.plus(due->interest)), shown(*interestFor(d("1000"), d("0.0002"), 2)));
        QCOMPARE(due->run.hours, std::int64_t {2});
    }

    void says_which_marks_were_charged()
    {
        const auto due = accrue(runFrom(clock(1, 0), "0"), kRate,
                                Changes {{clock(13, 20), d("2400")}, {clock(16, 30), d("0")}}, clock(40, 0));
        QCOMPARE(due->hours, std::int64_t {3});
        QCOMPARE(due->firstMark, clock(14, 0));
        QCOMPARE(due->lastMark, clock(16, 0));
    }

    void more_on_top_of_a_loan_begins_a_run()
    {
        const auto due = accrue({clock(13, 0), d("1200"), kRate, 7}, kRate,
                                Changes {{clock(13, 20), d("2400"), Kind::FirstHour}}, clock(14, 15));
        QCOMPARE(shown(due->interest), QStringLiteral("0.1"));
        QCOMPARE(due->run.hours, std::int64_t {1});
    }

    void an_unknown_rate_charges_nothing_and_is_not_made_up_for()
    {
        const auto unknown = accrue(runFrom(clock(13, 20), "2400"), std::nullopt, {}, clock(40, 0));
        QVERIFY(unknown->interest.isZero());
        const auto known = accrue(unknown->run, kRate, {}, clock(41, 0));
        QCOMPARE(shown(known->interest), QStringLiteral("0.1"));
    }

    void a_changed_rate_counts_from_the_next_mark()
    {
        const auto before = accrue(runFrom(clock(13, 20), "2400"), kRate, {}, clock(14, 30));
        const auto after = accrue(before->run, d("0.002"), {}, clock(15, 0));
        QCOMPARE(shown(before->interest), QStringLiteral("0.1"));
        QCOMPARE(shown(after->interest), QStringLiteral("0.2"));
        QCOMPARE(after->run.hours, std::int64_t {1});
    }

    void a_mark_is_never_charged_twice_whatever_the_clock_does()
    {
        InterestRun run = runFrom(clock(13, 20), "2400");
        Decimal sum;
        for (const WallTime now :
             {clock(15, 10), clock(9, 0), clock(14, 59), clock(15, 10), clock(100, 0), clock(16, 0), clock(101, 0)}) {
            const auto due = accrue(run, kRate, {}, now);
            sum = *sum.plus(due->interest);
            QVERIFY(due->run.chargedUntil >= run.chargedUntil);
            run = due->run;
        }
        QCOMPARE(shown(sum), QStringLiteral("8.8")); // the marks from 14:00 to 101:00, once each
    }

    void interest_beyond_the_range_is_refused()
    {
        const auto due = accrue(runFrom(0, "999999999999999999"), d("999"), {}, clock(24, 0));
        QVERIFY(due.error().code == ErrorCode::Overflow);
    }
};

PLIMSOLL_TEST(AccrualTest)
#include "tst_accrual.moc"
