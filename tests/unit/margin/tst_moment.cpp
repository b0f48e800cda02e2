// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/moment.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <concepts>
#include <type_traits>

using namespace plimsoll;

namespace {

template<typename A, typename B>
concept Comparable = requires(A a, B b)
{
    a < b;
}
|| requires(A a, B b)
{
    a == b;
};

template<typename A, typename B>
concept Subtractable = requires(A a, B b)
{
    a - b;
};

template<typename A, typename B>
concept Addable = requires(A a, B b)
{
    a + b;
}
|| requires(A a, B b)
{
    a += b;
};

// What does not compile is what the two types are for.
static_assert(!std::is_convertible_v<BootTime, WallTime> && !std::is_convertible_v<WallTime, BootTime>);
static_assert(!std::is_constructible_v<BootTime, WallTime> && !std::is_constructible_v<WallTime, BootTime>);
static_assert(!std::is_assignable_v<BootTime &, WallTime> && !std::is_assignable_v<WallTime &, BootTime>);
static_assert(!Comparable<BootTime, WallTime> && !Comparable<WallTime, BootTime>);
static_assert(!Subtractable<BootTime, WallTime> && !Subtractable<WallTime, BootTime>);
static_assert(!Addable<BootTime, BootTime> && !Addable<BootTime, WallTime> && !Addable<WallTime, WallTime>);
static_assert(!std::is_convertible_v<BootTime, std::int64_t> && !std::is_convertible_v<WallTime, std::int64_t>);
static_assert(!std::is_constructible_v<std::int64_t, BootTime> && !std::is_constructible_v<bool, BootTime>);

// What does.
static_assert(Comparable<BootTime, BootTime> && Addable<BootTime, Ms> && Subtractable<WallTime, Ms>);
static_assert(std::same_as<decltype(BootTime() - BootTime()), Ms>);
static_assert(std::same_as<decltype(WallTime() - Ms {1}), WallTime>);
static_assert(std::is_trivially_copyable_v<BootTime> && sizeof(BootTime) == sizeof(std::int64_t));

} // namespace

class MomentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void begins_at_never() { QCOMPARE(BootTime().ms(), std::int64_t {0}); }

    void moves_by_spans()
    {
        BootTime moment = BootTime::ofMs(5'000);
        QCOMPARE((moment + 250).ms(), std::int64_t {5'250});
        QCOMPARE((moment - 6'000).ms(), std::int64_t {-1'000});
        moment += 2'000;
        moment -= 500;
        QVERIFY(moment == 6'500);
        QCOMPARE(moment - BootTime {6'000}, Ms {500});
    }

    void is_in_order()
    {
        QVERIFY(WallTime {-1} < WallTime() && WallTime {2} > WallTime {1} && WallTime {3} != 4);
        QVERIFY(std::max(WallTime {3}, WallTime {4}) == 4);
    }

    void lies_in_a_stretch_data()
    {
        QTest::addColumn<qint64>("moment");
        QTest::addColumn<qint64>("begin");
        QTest::newRow("inside") << qint64 {7'999} << qint64 {7'000};
        QTest::newRow("at its beginning") << qint64 {7'000} << qint64 {7'000};
        QTest::newRow("at zero") << qint64 {0} << qint64 {0};
        QTest::newRow("before 1970") << qint64 {-1} << qint64 {-1'000};
        QTest::newRow("at a beginning before 1970") << qint64 {-2'000} << qint64 {-2'000};
    }

    void lies_in_a_stretch()
    {
        QFETCH(qint64, moment);
        QTEST(qint64 {floorTo(WallTime::ofMs(moment), 1'000).ms()}, "begin");
    }
};

PLIMSOLL_TEST(MomentTest)
#include "tst_moment.moc"
