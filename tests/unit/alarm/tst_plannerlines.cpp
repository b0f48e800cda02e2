// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/plannerlines.h"
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

NoticeLine lineAt(Priority priority, Condition condition, const char *level, const char *account = "a",
                  bool clears = false)
{
    NoticeLine line;
    line.key = key(condition, account);
    line.priority = priority;
    if (*level != '\0') {
        line.level = d(level);
    }
    if (clears) {
        line.outlook.clearsAt = kStart;
    }
    return line;
}

} // namespace

Q_DECLARE_METATYPE(plimsoll::alarm::NoticeLine)

/// In which order lines stand in a notice, and which notices ring.
class TestAlarmPlannerLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComesFirst_data()
    {
        QTest::addColumn<NoticeLine>("first");
        QTest::addColumn<NoticeLine>("second");
        const auto row = [](const char *name, const NoticeLine &first, const NoticeLine &second) {
            QTest::newRow(name) << first << second;
        };
        row("priority before all", lineAt(Priority::High, Condition::Watch, "2", "b", true),
            lineAt(Priority::Medium, Condition::Critical, "1"));
        row("what clears comes later", lineAt(Priority::High, Condition::Watch, "2", "b"),
            lineAt(Priority::High, Condition::Critical, "1", "a", true));
        row("severity", lineAt(Priority::High, Condition::Critical, "2", "b"),
            lineAt(Priority::High, Condition::Call, "1"));
        row("the lower level", lineAt(Priority::High, Condition::Call, "1.08", "b"),
            lineAt(Priority::High, Condition::Call, "1.09"));
        row("a level before none", lineAt(Priority::High, Condition::Call, "1.09", "b"),
            lineAt(Priority::High, Condition::Call, ""));
        row("the name of the account", lineAt(Priority::High, Condition::Call, "1.09", "a"),
            lineAt(Priority::High, Condition::Call, "1.09", "b"));
        row("both clear, severity", lineAt(Priority::High, Condition::Critical, "2", "b", true),
            lineAt(Priority::High, Condition::Call, "1", "a", true));
        row("neither has a level", lineAt(Priority::High, Condition::Call, "", "a"),
            lineAt(Priority::High, Condition::Call, "", "b"));
    }

    void theWorstComesFirst()
    {
        QFETCH(NoticeLine, first);
        QFETCH(NoticeLine, second);
        QVERIFY(worse(first, second));
        QVERIFY(!worse(second, first));
        QVERIFY(!worse(first, first) && !worse(second, second));
    }

    void onlyTheDesktopAndASoundRing_data()
    {
        QTest::addColumn<int>("channel");
        QTest::addColumn<bool>("rings");
        for (int i = 0; i < kChannels; ++i) {
            const auto channel = static_cast<Channel>(i);
            QTest::newRow(channelWord(channel).data())
                << i << (channel == Channel::Desktop || channel == Channel::Sound);
        }
    }

    void onlyTheDesktopAndASoundRing()
    {
        QFETCH(int, channel);
        Notice notice;
        QVERIFY(!alarm::rings(notice));
        notice.channels.add(static_cast<Channel>(channel));
        QTEST(alarm::rings(notice), "rings");
        notice.quiet = true;
        QVERIFY(!alarm::rings(notice));
    }

    void whatIsHighKeepsTheHead_data()
    {
        QTest::addColumn<NoticeLine>("news");
        QTest::addColumn<NoticeLine>("stands");
        QTest::addColumn<bool>("isQuiet");
        QTest::addColumn<bool>("isHeaded");
        const NoticeLine call = lineAt(Priority::High, Condition::Call, "1.09", "b");
        const NoticeLine liquidation = lineAt(Priority::Highest, Condition::Liquidation, "1.04", "b");
        const auto row = [](const char *name, const NoticeLine &news, const NoticeLine &stands, bool isHeaded,
                            bool isQuiet = false) { QTest::newRow(name) << news << stands << isQuiet << isHeaded; };
        row("an early warning", lineAt(Priority::Low, Condition::Watch, "1.2"), call, true);
        row("old prices", lineAt(Priority::Medium, Condition::Stale, ""), liquidation, true);
        row("a call after a liquidation", lineAt(Priority::High, Condition::Call, "1.09"), liquidation, false);
        row("a call after a call", lineAt(Priority::High, Condition::Call, "1.05"), call, false);
        row("a liquidation after a call", lineAt(Priority::Highest, Condition::Liquidation, "1.04"), call, false);
        row("a call that is about to clear", lineAt(Priority::High, Condition::Call, "1.2", "a", true), call, true,
            true);
        row("the text of the worst", lineAt(Priority::High, Condition::Critical, "1.05"), call, false, true);
        row("nothing high", lineAt(Priority::Low, Condition::Watch, "1.2"),
            lineAt(Priority::Medium, Condition::Stale, "", "b"), false);
    }

    void whatIsHighKeepsTheHead()
    {
        QFETCH(NoticeLine, news);
        QFETCH(NoticeLine, stands);
        QFETCH(bool, isQuiet);
        QFETCH(bool, isHeaded);
        const NoticeLine further = lineAt(Priority::Low, Condition::Watch, "1.3", "c");
        Notice notice;
        notice.priority = news.priority;
        notice.quiet = isQuiet;
        notice.lines = {news};
        notice.active = {stands, further};
        const Notice shown = headedByWorst(notice);
        if (!isHeaded) {
            QCOMPARE(shown, notice);
            return;
        }
        QCOMPARE(shown.priority, stands.priority);
        QCOMPARE(shown.lines, (std::vector {stands, news})); // the news is the first that follows
        QCOMPARE(shown.active, std::vector {further});
        QCOMPARE(shown.kind, Notice::Kind::Reminder);
    }
};

PLIMSOLL_TEST(TestAlarmPlannerLines)
#include "tst_plannerlines.moc"
