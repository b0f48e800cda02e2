// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/testprogram.h"
#include "viewmodels/alarms/channelsviewmodel.h"
#include "viewmodels/alarms/channeltext.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using alarm::Channel;
using monitor::AlarmPreferences;
using monitor::ChannelHealth;
using viewmodels::ChannelsViewModel;
using viewmodels::ChannelView;
using viewmodels::DisplayFormat;
using viewmodels::RiskState;

namespace {

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale::c()};
    ChannelsViewModel channels {commands, world.stores, world.relay, format};

    void health(Channel channel, ChannelHealth::State state, const QString &detail, std::int64_t tookMs = 12)
    {
        monitor::AlarmBoard board;
        board.channels[static_cast<std::size_t>(channel)] = {state, world.clock.wallTime(), detail, tookMs};
        world.alarms = std::make_shared<const monitor::AlarmBoard>(board);
        world.evaluate();
    }

    [[nodiscard]] const ChannelView &row(Channel channel) const
    {
        return channels.rows()->rows().at(static_cast<std::size_t>(channel));
    }

    [[nodiscard]] AlarmPreferences stored() const { return AlarmPreferences::fromSettings(world.stores.values); }
};

} // namespace

class TestChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChannelIsARow()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.channels.rows(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(bench.channels.rows()->rowCount(), alarm::kChannels);
        QVERIFY(bench.row(Channel::Desktop).on && bench.row(Channel::Desktop).canTest);
        QVERIFY(!bench.row(Channel::Screen).canSwitch);
        QVERIFY(!bench.row(Channel::Webhook).on);
        QCOMPARE(bench.row(Channel::Webhook).stateText, QStringLiteral("Off"));
        bench.channels.setOn(static_cast<int>(Channel::Screen), false);
        QVERIFY(bench.row(Channel::Screen).on);
    }

    void healthIsSaid_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("shape");
        const auto row = [](const char *name, ChannelHealth::State state, const char *detail, const char *says,
                            RiskState shape) {
            QTest::newRow(name) << static_cast<int>(state) << QString::fromLatin1(detail) << QString::fromLatin1(says)
                                << static_cast<int>(shape);
        };
        row("works", ChannelHealth::State::Working, "dunst", "Works: accepted in 12 ms by dunst", RiskState::Normal);
        row("works, unnamed", ChannelHealth::State::Working, "", "Works: accepted in 12 ms, at", RiskState::Normal);
        row("failed", ChannelHealth::State::Failing, "no notification service is running",
            "Failed: no notification service is running", RiskState::MarginCall);
        row("never tried", ChannelHealth::State::Unproven, "", "Not tried yet", RiskState::NoDebt);
    }

    void healthIsSaid()
    {
        QFETCH(int, state);
        QFETCH(QString, detail);
        QFETCH(QString, says);
        QFETCH(int, shape);
        Bench bench;
        bench.health(Channel::Desktop, static_cast<ChannelHealth::State>(state), detail);
        QVERIFY2(bench.row(Channel::Desktop).stateText.startsWith(says),
                 qPrintable(bench.row(Channel::Desktop).stateText));
        QCOMPARE(static_cast<int>(bench.row(Channel::Desktop).riskState), shape);
    }

    void aTestWaitsForItsReport()
    {
        Bench bench;
        bench.health(Channel::Sound, ChannelHealth::State::Working, {});
        bench.channels.test(static_cast<int>(Channel::Sound));
        QCOMPARE(bench.commands.tested, std::vector {Channel::Sound});
        QVERIFY(bench.row(Channel::Sound).testing);
        QCOMPARE(bench.row(Channel::Sound).stateText, QStringLiteral("Testing…"));
        bench.channels.test(static_cast<int>(Channel::Sound)); // one at a time
        QCOMPARE(bench.commands.tested.size(), 1U);
        bench.world.evaluate(); // an older report is none of this test
        QVERIFY(bench.row(Channel::Sound).testing);
        bench.world.clock.advance(300);
        bench.health(Channel::Sound, ChannelHealth::State::Failing, QStringLiteral("no device"));
        QVERIFY(!bench.row(Channel::Sound).testing);
        QVERIFY(bench.row(Channel::Sound).stateText.startsWith(QStringLiteral("Failed: no device")));
    }

    void whatIsNotSetUpCannotBeTested()
    {
        Bench bench;
        bench.channels.setOn(static_cast<int>(Channel::Command), true);
        QCOMPARE(bench.row(Channel::Command).stateText, QStringLiteral("Not set up yet"));
        QVERIFY(!bench.row(Channel::Command).canTest);
        bench.channels.setProgram(QStringLiteral("/usr/bin/logger"));
        QVERIFY(bench.row(Channel::Command).canTest);
    }

    void changesAreStoredAndTold()
    {
        Bench bench;
        QSignalSpy told(&bench.channels, &ChannelsViewModel::preferencesChanged);
        bench.channels.setOn(static_cast<int>(Channel::Sound), false);
        bench.channels.setVolume(130);
        bench.channels.setQuietHours(true);
        bench.channels.setQuietFrom(QStringLiteral("23:30"));
        bench.channels.setHideAmounts(true);
        bench.channels.setSelfTest(false);
        QCOMPARE(told.count(), 6);
        const AlarmPreferences stored = bench.stored();
        QCOMPARE(stored, bench.channels.preferences());
        QVERIFY(!stored.enabled.has(Channel::Sound));
        QCOMPARE(stored.volume, 100);
        QCOMPARE(stored.quietFrom, 23 * 60 + 30);
        QVERIFY(stored.hideAmounts && !stored.selfTest);
    }

    void storedPreferencesAreRead()
    {
        Bench bench;
        AlarmPreferences wanted;
        wanted.volume = 30;
        wanted.command = {QStringLiteral("/bin/true"), QStringLiteral("a b"), QString()};
        wanted.webhookUrl = QStringLiteral("https://ntfy.example/x");
        bench.world.stores.values = wanted.toSettings();
        QSignalSpy told(&bench.channels, &ChannelsViewModel::preferencesChanged);
        bench.channels.load();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(bench.channels.preferences(), wanted);
        QCOMPARE(bench.channels.arguments(), QStringList({QStringLiteral("a b"), QString()}));
        QCOMPARE(bench.channels.webhookUrl(), wanted.webhookUrl);
    }

    // docs/alarms.md#ladder: what is there before anyone chose.
    void eachWayHasItsPlaceOnTheLadder()
    {
        Bench bench;
        const auto place = [&bench](Channel channel) {
            const ChannelView &row = bench.row(channel);
            return bench.channels.priorityNames().at(row.priorityIndex) + QStringLiteral(", ")
                + row.waitNames.at(row.waitIndex);
        };
        QCOMPARE(place(Channel::Desktop), QStringLiteral("Early warnings and worse, at once"));
        QCOMPARE(place(Channel::Sound), QStringLiteral("Margin calls and worse, at once"));
        QCOMPARE(place(Channel::Attention), QStringLiteral("Margin calls and worse, after 1 min"));
        QCOMPARE(place(Channel::MiniWindow), QStringLiteral("Margin calls and worse, after 3 min"));
        QCOMPARE(place(Channel::Webhook), QStringLiteral("Margin calls and worse, after 1 min"));
        bench.channels.setPriority(static_cast<int>(Channel::Webhook), 0);
        bench.channels.setWait(static_cast<int>(Channel::Webhook), 0);
        QCOMPARE(place(Channel::Webhook), QStringLiteral("Early warnings and worse, at once"));
        QCOMPARE(bench.stored(), bench.channels.preferences());
        QCOMPARE(bench.stored().steps[static_cast<std::size_t>(Channel::Webhook)],
                 (alarm::Ladder::Step {alarm::Priority::Low, 0}));
        bench.channels.setPriority(static_cast<int>(Channel::Screen), 3);
        bench.channels.setWait(static_cast<int>(Channel::Screen), 4);
        bench.channels.setPriority(static_cast<int>(Channel::Sound), 4);
        bench.channels.setWait(static_cast<int>(Channel::Sound), 99);
        QCOMPARE(bench.stored().steps[static_cast<std::size_t>(Channel::Screen)],
                 (alarm::Ladder::Step {alarm::Priority::Low, 0}));
        QCOMPARE(place(Channel::Sound), QStringLiteral("Margin calls and worse, at once"));
    }

    void aWaitOfOnesOwnStaysAChoice()
    {
        Bench bench;
        bench.world.stores.values.insert(QStringLiteral("alarm_after_webhook"), QStringLiteral("90"));
        bench.world.stores.values.insert(QStringLiteral("alarm_after_command"), QStringLiteral("-3"));
        bench.world.stores.values.insert(QStringLiteral("alarm_from_command"), QStringLiteral("sometimes"));
        QSignalSpy told(&bench.channels, &ChannelsViewModel::preferencesChanged);
        bench.channels.load();
        QTRY_COMPARE(told.count(), 1);
        const ChannelView &row = bench.row(Channel::Webhook);
        QCOMPARE(row.waitNames.size(), 11);
        QCOMPARE(bench.channels.preferences().steps[static_cast<std::size_t>(Channel::Webhook)].after,
                 90 * alarm::kSecond);
        QCOMPARE(row.waitIndex, 3);
        QCOMPARE(bench.channels.preferences().steps[static_cast<std::size_t>(Channel::Command)],
                 (alarm::Ladder::Step {alarm::Priority::High, alarm::kMinute})); // unusable values fall back
    }

    void thePingSaysItsTruePace()
    {
        Bench bench;
        QCOMPARE(bench.channels.pingNames().at(bench.channels.pingIndex()), QStringLiteral("every 5 min"));
        bench.channels.setPingIndex(0);
        QCOMPARE(bench.stored().pingMinutes, 1);
        QCOMPARE(bench.channels.pingNames().at(bench.channels.pingIndex()), QStringLiteral("every 1 min"));
        bench.channels.setPingIndex(-1);
        QCOMPARE(bench.stored().pingMinutes, 1);
    }

    void argumentsStaySeparate()
    {
        Bench bench;
        bench.channels.addArgument();
        QVERIFY(bench.channels.arguments().isEmpty()); // no program, no arguments
        bench.channels.setProgram(QStringLiteral("/usr/bin/logger"));
        bench.channels.addArgument();
        bench.channels.addArgument();
        bench.channels.setArgument(0, QStringLiteral("two words; rm -rf \x1f"));
        bench.channels.setArgument(1, QStringLiteral("$TITLE"));
        bench.channels.setArgument(9, QStringLiteral("nobody"));
        QCOMPARE(bench.stored().command,
                 QStringList({QStringLiteral("/usr/bin/logger"), QStringLiteral("two words; rm -rf "),
                              QStringLiteral("$TITLE")}));
        bench.channels.removeArgument(0);
        QCOMPARE(bench.stored().command, QStringList({QStringLiteral("/usr/bin/logger"), QStringLiteral("$TITLE")}));
        bench.channels.setProgram(QString());
        QVERIFY(bench.stored().command.isEmpty());
    }

    void aProgramThatCannotBeStartedIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("said");
        QTest::newRow("fine") << QStringLiteral("/bin/sh") << QString();
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("relative") << QStringLiteral("logger")
                                  << QStringLiteral("The full path, which begins with a slash.");
        QTest::newRow("not there") << QStringLiteral("/nowhere/logger") << QStringLiteral("There is no such file.");
        QTest::newRow("folder") << QStringLiteral("/usr") << QStringLiteral("There is no such file.");
        QTest::newRow("no program") << QStringLiteral("/etc/passwd")
                                    << QStringLiteral("This file may not be executed.");
    }

    void aProgramThatCannotBeStartedIsSaid()
    {
        QFETCH(QString, path);
        QFETCH(QString, said);
        Bench bench;
        bench.channels.setProgram(said.isEmpty() ? QStringLiteral("/nowhere") : QStringLiteral("/bin/sh"));
        bench.channels.setProgram(path);
        QTRY_COMPARE(bench.channels.programError(), said);
        QCOMPARE(bench.channels.program(), path); // it may be there when it is needed
    }

    void addressesAreChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << QStringLiteral("https://ntfy.sh/topic") << true;
        QTest::newRow("none") << QString() << true;
        QTest::newRow("http") << QStringLiteral("http://ntfy.sh/topic") << false;
        QTest::newRow("http on this computer") << QStringLiteral("http://127.0.0.1:8080/topic") << true;
        QTest::newRow("http on this computer, by name") << QStringLiteral("http://localhost/topic") << true;
        QTest::newRow("http on this computer, IPv6") << QStringLiteral("http://[::1]/topic") << true;
        QTest::newRow("http, looks like this computer") << QStringLiteral("http://127.0.0.1.example.org/") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("no host") << QStringLiteral("https:///x") << false;
        QTest::newRow("password") << QStringLiteral("https://a:b@example.org/") << false;
        QTest::newRow("text") << QStringLiteral("my phone") << false;
    }

    void addressesAreChecked()
    {
        QFETCH(QString, url);
        QFETCH(bool, good);
        Bench bench;
        bench.channels.setWebhookUrl(QStringLiteral("https://before.example/"));
        bench.channels.setWebhookUrl(url);
        bench.channels.setPingUrl(url);
        QCOMPARE(bench.channels.webhookError().isEmpty(), good);
        QCOMPARE(bench.channels.pingError().isEmpty(), good);
        QCOMPARE(bench.stored().webhookUrl, good ? url : QStringLiteral("https://before.example/"));
        QCOMPARE(bench.stored().pingUrl, good ? url : QString());
    }

    void telegramTakesAChat_data()
    {
        QTest::addColumn<QString>("chat");
        QTest::addColumn<bool>("good");
        QTest::newRow("number") << QStringLiteral("123456") << true;
        QTest::newRow("group") << QStringLiteral("-100123") << true;
        QTest::newRow("name") << QStringLiteral("@my_channel") << true;
        QTest::newRow("minus alone") << QStringLiteral("-") << false;
        QTest::newRow("address") << QStringLiteral("https://t.me/x") << false;
    }

    void telegramTakesAChat()
    {
        QFETCH(QString, chat);
        QFETCH(bool, good);
        Bench bench;
        bench.channels.setWebhookUrl(QStringLiteral("https://ntfy.sh/topic"));
        bench.channels.setWebhookKind(viewmodels::ChannelsViewModel::Telegram);
        QCOMPARE(bench.stored().webhookUrl, QString()); // an address is no chat
        bench.channels.setWebhookUrl(chat);
        QCOMPARE(bench.channels.webhookError().isEmpty(), good);
        QCOMPARE(bench.stored().webhookUrl, good ? chat : QString());
    }

    void theTokenGoesToItsKeeperOnly()
    {
        Bench bench;
        QString kept;
        bench.channels.setTokenKeeper([&kept](const QString &token) {
            kept = token;
            return answer(token == u"bad" ? QStringLiteral("the keyring is locked") : QString());
        });
        bench.channels.keepToken(QStringLiteral(" 123:SECRET "));
        QTRY_COMPARE(bench.channels.tokenText(), QStringLiteral("The token is in the keyring."));
        QCOMPARE(kept, QStringLiteral("123:SECRET"));
        for (const QString &value : std::as_const(bench.world.stores.values)) {
            QVERIFY(!value.contains(QStringLiteral("SECRET")));
        }
        bench.channels.keepToken(QStringLiteral("bad"));
        QTRY_COMPARE(bench.channels.tokenText(), QStringLiteral("the keyring is locked"));
    }

    void quietHoursMustBeATime()
    {
        Bench bench;
        bench.channels.setQuietFrom(QStringLiteral("25:00"));
        QVERIFY(!bench.channels.quietError().isEmpty());
        QCOMPARE(bench.channels.preferences().quietFrom, 22 * 60);
        bench.channels.setQuietFrom(QStringLiteral("7:00")); // the same as its end
        QVERIFY(!bench.channels.quietError().isEmpty());
        bench.channels.setQuietFrom(QStringLiteral("8:05"));
        QVERIFY(bench.channels.quietError().isEmpty());
        QCOMPARE(bench.stored().quietFrom, 8 * 60 + 5);
    }

    void whatCannotBeStoredIsSaid()
    {
        Bench bench;
        bench.world.stores.failNext = Error {ErrorCode::CannotWrite, "db", "full"};
        bench.channels.setHideAmounts(true);
        QTRY_VERIFY(!bench.channels.failure().isEmpty());
        QVERIFY(bench.channels.hideAmounts());
    }
};

PLIMSOLL_TEST(TestChannels)
#include "tst_channels.moc"
