// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/script.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;

/// Plays every *.alarm file of this folder.
class TestAlarmFiles : public QObject
{
    Q_OBJECT

private:
    static std::string content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }

private Q_SLOTS:
    void playsAsWritten_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(PLIMSOLL_ALARM_FILES));
        const QFileInfoList files = folder.entryInfoList({QStringLiteral("*.alarm")}, QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 15);
        for (const QFileInfo &file : files) {
            QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
        }
    }

    void playsAsWritten()
    {
        QFETCH(QString, path);
        const auto report = runScript(content(path));
        QVERIFY2(report.hasValue(), report ? "" : report.error().message().c_str());
        QVERIFY(report->checks > 0);
        std::string failures;
        for (const std::string &failure : report->failures) {
            failures += failure + "\n";
        }
        QVERIFY2(report->failures.empty(), failures.c_str());
    }

    void aWrongExpectationFails_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("state") << "10s expect call normal";
        QTest::newRow("hold that is not there") << "10s expect call active hold";
        QTest::newRow("flapping that is not there") << "10s expect call active flapping";
        QTest::newRow("notices") << "10s expect notices 2";
        QTest::newRow("none active") << "10s expect none active";
        QTest::newRow("an alarm that is not there") << "10s expect custom:r1 normal";
    }

    void aWrongExpectationFails()
    {
        QFETCH(QString, line);
        const std::string begin = "bars 1.25 1.10 1.05\npoll 10s\n0s level 1.09\n";
        const auto right = runScript(begin + "10s expect call active\n10s expect notices 1\n");
        QVERIFY(right && right->checks == 2 && right->failures.empty());
        const auto wrong = runScript(begin + line.toStdString() + "\n");
        QVERIFY(wrong);
        QCOMPARE(wrong->checks, 1);
        QCOMPARE(wrong->failures.size(), std::size_t(1));
        QVERIFY2(wrong->failures.front().starts_with("line 4: at 10s"), wrong->failures.front().c_str());
    }

    void whatIsNotUnderstoodIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"10s",
                                 "10s lvl 1.1",
                                 "10s level",
                                 "10s level -1",
                                 "10s level 1,1",
                                 "10s level 1.1 x0 every 10s",
                                 "10s level 1.1 x5 every",
                                 "ten level 1.1",
                                 "bars 1.1 1.2 1.3",
                                 "bars 1.25 1.10",
                                 "poll",
                                 "poll ten",
                                 "rule r1",
                                 "rule r1 level -1",
                                 "rule r1 price_below 180",
                                 "rule r1 level 1.5 stage loud",
                                 "10s expect call",
                                 "10s expect call merry",
                                 "10s expect nothing active",
                                 "10s snooze",
                                 "10s stale old",
                                 "5s level 1.1 again",
                                 "10x level 1.1",
                                 "10s price BCHUSDT",
                                 "99999999999999999999s level 1.1",
                                 "something else"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
        QTest::newRow("time goes back") << "20s level 1.2\n10s level 1.2";
    }

    void whatIsNotUnderstoodIsRefusedWithItsLine()
    {
        QFETCH(QString, line);
        const auto report = runScript("bars 1.25 1.10 1.05\n" + line.toStdString() + "\n");
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Malformed);
        const std::string wanted = "line " + std::to_string(line.contains(u'\n') ? 3 : 2);
        QCOMPARE(report.error().place, wanted);
    }
};

QTEST_GUILESS_MAIN(TestAlarmFiles)
#include "tst_alarmfiles.moc"
