// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/backoff.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using plimsoll::WallTime;
using namespace plimsoll::feed;

namespace {

constexpr WallTime kWall = 1'784'000'000'000; // a Tuesday in 2026
constexpr std::int64_t kDay = 86'400'000;

} // namespace

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToAMinute();
    void jitterStaysInItsBounds();
    void resets();
    void retryAfter_data();
    void retryAfter();
    void retryAfterDate();
    void pause_data();
    void pause();
};

void TestBackoff::doublesUpToAMinute()
{
    Backoff backoff([] { return 0.5; });
    for (const std::int64_t expected : {1000, 2000, 4000, 8000, 16'000, 32'000, 60'000, 60'000}) {
        QCOMPARE(backoff.next(), expected);
    }
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(backoff.next(), 60'000);
    }
}

void TestBackoff::jitterStaysInItsBounds()
{
    Backoff low([] { return 0.0; });
    Backoff high([] { return 1.0; });
    QCOMPARE(low.next(), 800);
    QCOMPARE(high.next(), 1200);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(low.next() >= 1600);
        QVERIFY(high.next() <= 72'000);
    }
    QCOMPARE(high.next(), 72'000);
}

void TestBackoff::resets()
{
    Backoff backoff([] { return 0.5; }, 100);
    QCOMPARE(backoff.next(), 100);
    QCOMPARE(backoff.next(), 200);
    backoff.reset();
    QCOMPARE(backoff.next(), 100);
}

void TestBackoff::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<std::int64_t>("ms"); // 0: nothing
    QTest::newRow("seconds") << QByteArray("7") << std::int64_t {7000};
    QTest::newRow("blanks") << QByteArray(" 30 ") << std::int64_t {30'000};
    QTest::newRow("absent") << QByteArray() << std::int64_t {0};
    QTest::newRow("zero") << QByteArray("0") << std::int64_t {0};
    QTest::newRow("negative") << QByteArray("-5") << std::int64_t {0};
    QTest::newRow("garbage") << QByteArray("soon") << std::int64_t {0};
    QTest::newRow("fraction") << QByteArray("1.5") << std::int64_t {0};
    QTest::newRow("past date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << std::int64_t {0};
    QTest::newRow("more than a ban lasts") << QByteArray("9999999") << 3 * kDay;
    QTest::newRow("overflow") << QByteArray("99999999999999999999999") << 3 * kDay;
}

void TestBackoff::retryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const std::int64_t, ms);
    QCOMPARE(retryAfterMs(header, kWall).value_or(0), ms);
}

void TestBackoff::retryAfterDate()
{
    // 784111777 s is the example of RFC 9110.
    QCOMPARE(retryAfterMs("Sun, 06 Nov 1994 08:49:37 GMT", 784'111'777'000 - 90'000).value_or(0), 90'000);
}

void TestBackoff::pause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<std::int64_t>("bannedFor");
    QTest::addColumn<std::int64_t>("pause");
    const auto none = std::int64_t {-kWall.ms()}; // the text names nothing: bannedUntil 0
    QTest::newRow("429, 7 s") << 429 << QByteArray("7") << none << std::int64_t {60'000};
    QTest::newRow("429, 90 s") << 429 << QByteArray("90") << none << std::int64_t {90'000};
    QTest::newRow("429, 0") << 429 << QByteArray("0") << none << std::int64_t {60'000};
    QTest::newRow("429, absent") << 429 << QByteArray() << none << std::int64_t {60'000};
    QTest::newRow("429, garbage") << 429 << QByteArray("garbage") << none << std::int64_t {60'000};
    QTest::newRow("418, 7 s") << 418 << QByteArray("7") << none << std::int64_t {120'000};
    QTest::newRow("418, three days") << 418 << QByteArray("259200") << none << 3 * kDay;
    QTest::newRow("418, a month") << 418 << QByteArray("2592000") << none << 3 * kDay;
    QTest::newRow("418 with text") << 418 << QByteArray() << std::int64_t {500'000} << std::int64_t {500'000};
    QTest::newRow("text in the past") << 418 << QByteArray() << std::int64_t {-5000} << std::int64_t {120'000};
    QTest::newRow("the longer one") << 429 << QByteArray("700") << std::int64_t {500'000} << std::int64_t {700'000};
    QTest::newRow("text with another status") << 400 << QByteArray() << std::int64_t {70'000} << std::int64_t {70'000};
}

void TestBackoff::pause()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    QFETCH(const std::int64_t, bannedFor);
    QFETCH(const std::int64_t, pause);
    QCOMPARE(pauseUntil(status, header, kWall + bannedFor, kWall) - kWall, pause);
}

PLIMSOLL_TEST(TestBackoff)
#include "tst_backoff.moc"
