// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/utcmoment.h"

#include <QtTest/QTest>

using namespace plimsoll::wording;

/// Moments in UTC as an exchange writes them.
class TestUtcMoment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadInItsForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("moment"); // -1: not understood
        const qint64 eight = 1'796'112'000'000; // 2026-12-01 08:00:00
        QTest::newRow("as announced") << "2026-12-01 08:00" << eight;
        QTest::newRow("with seconds") << "2026-12-01 08:00:07" << eight + 7'000;
        QTest::newRow("ISO") << "2026-12-01T08:00:00Z" << eight;
        QTest::newRow("with its zone") << "2026-12-01 08:00 UTC" << eight;
        QTest::newRow("a day") << " 2026-12-01 " << eight - 8 * 3'600'000;
        QTest::newRow("the first") << "1970-01-01" << qint64 {0};
        QTest::newRow("before it") << "1969-12-31" << qint64 {-1};
        QTest::newRow("no such day") << "2026-02-29" << qint64 {-1};
        QTest::newRow("no such hour") << "2026-12-01 24:00" << qint64 {-1};
        QTest::newRow("another zone") << "2026-12-01 08:00 CET" << qint64 {-1};
        QTest::newRow("German") << "01.12.2026 08:00" << qint64 {-1};
        QTest::newRow("milliseconds") << "1796112000000" << qint64 {-1};
        QTest::newRow("nothing") << "" << qint64 {-1};
    }

    void isReadInItsForms()
    {
        QFETCH(QString, text);
        QFETCH(qint64, moment);
        const auto read = readUtcMoment(text);
        QCOMPARE(read ? qint64 {read->ms()} : qint64 {-1}, moment);
        if (read) {
            QCOMPARE(readUtcMoment(utcMomentText(*read)), read);
        }
    }

    void isWrittenWithoutSecondsWhereThereAreNone()
    {
        QCOMPARE(utcMomentText(1'796'112'000'000), QStringLiteral("2026-12-01 08:00"));
        QCOMPARE(utcMomentText(1'796'112'007'000), QStringLiteral("2026-12-01 08:00:07"));
    }
};

QTEST_GUILESS_MAIN(TestUtcMoment)
#include "tst_utcmoment.moc"
