// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/interest.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

constexpr std::int64_t kMinute = 60'000;

WallTime clock(int hour, int minute)
{
    return WallTime::ofMs(hour * kHourMs + minute * kMinute);
}

} // namespace

class InterestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: Binance FAQ 360030157812: 1,000 borrowed at 13:20, repaid at 14:15, 0.02 % a day: two hours, 0.01666667.
    void the_published_example_comes_out()
    {
        QCOMPARE(hoursCharged(clock(13, 20), clock(14, 15)), std::int64_t {2});
        QCOMPARE(shown(interestFor(d("1000"), d("0.0002"), 2).value().rounded(8, Rounding::HalfUp)),
                 QStringLiteral("0.01666667"));
    }

    // Source: exchange documentation "Get Interest History", one row.
    void the_published_history_row_comes_out()
    {
        QCOMPARE(shown(interestFor(d("45.3313"), d("0.00013233"), 1).value().rounded(8, Rounding::HalfUp)),
                 QStringLiteral("0.00024995"));
    }

    void full_hours_are_counted_when_they_are_reached_data()
    {
        QTest::addColumn<WallTime>("from");
        QTest::addColumn<WallTime>("to");
        QTest::addColumn<qint64>("marks");
        QTest::newRow("within an hour") << clock(13, 20) << clock(13, 59) << qint64 {0};
        QTest::newRow("just before the mark") << clock(13, 20) << clock(14, 0) - 1 << qint64 {0};
        QTest::newRow("at the mark") << clock(13, 20) << clock(14, 0) << qint64 {1};
        QTest::newRow("from a mark") << clock(14, 0) << clock(14, 59) << qint64 {0};
        QTest::newRow("a day") << clock(13, 20) << clock(37, 20) << qint64 {24};
        QTest::newRow("the same moment") << clock(14, 0) << clock(14, 0) << qint64 {0};
        QTest::newRow("backwards") << clock(15, 0) << clock(13, 0) << qint64 {0};
        QTest::newRow("across 1970") << WallTime {-1} << WallTime {1} << qint64 {1};
        QTest::newRow("to the mark of 1970") << WallTime {-1} << WallTime {0} << qint64 {1};
        QTest::newRow("to a mark before 1970") << WallTime {-kHourMs - 1} << WallTime {-kHourMs} << qint64 {1};
        QTest::newRow("from a mark before 1970") << WallTime {-kHourMs} << WallTime {-1} << qint64 {0};
    }

    void full_hours_are_counted_when_they_are_reached()
    {
        QFETCH(WallTime, from);
        QFETCH(WallTime, to);
        QFETCH(qint64, marks);
        QCOMPARE(qint64 {hourMarksBetween(from, to)}, marks);
    }

    void hours_add_up_over_any_split()
    {
        Chance chance;
        for (int i = 0; i < 10'000; ++i) {
            const WallTime from = WallTime::ofMs(chance.between(0, 100 * kHourMs));
            const WallTime middle = from + chance.between(0, 100 * kHourMs);
            const WallTime to = middle + chance.between(0, 100 * kHourMs);
            QCOMPARE(hourMarksBetween(from, middle) + hourMarksBetween(middle, to), hourMarksBetween(from, to));
        }
    }

    void interest_is_rounded_up_at_the_last_digit()
    {
        QCOMPARE(shown(*interestFor(d("0.000000000000000001"), d("0.0001"), 1)),
                 QStringLiteral("0.000000000000000001"));
        QCOMPARE(shown(*interestFor(d("2400"), d("0.001"), 1)), QStringLiteral("0.1"));
        QCOMPARE(shown(*interestFor(d("2400"), d("0.001"), 0)), QStringLiteral("0"));
        QVERIFY(interestFor(d("999999999999999999"), d("999"), 24).error().code == ErrorCode::Overflow);
    }
};

PLIMSOLL_TEST(InterestTest)
#include "tst_interest.moc"
