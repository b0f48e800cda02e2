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

struct Desk {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale::c()};
    ChannelsViewModel channels {commands, world.stores, world.relay, format};

    void health(Channel channel, ChannelHealth::State state, const QString &detail, std::int64_t tookMs = 12)
    {
        monitor::AlarmBoard board;
        board.channels[static_cast<std::size_t>(channel)] = {state, world.clock.wallMs(), detail, tookMs};
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
        Desk desk;
        const QAbstractItemModelTester tester(desk.channels.rows(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(desk.channels.rows()->rowCount(), alarm::kChannels);
        QVERIFY(desk.row(Channel::Desktop).on && desk.row(Channel::Desktop).canTest);
        QVERIFY(!desk.row(Channel::Screen).canSwitch);
        QVERIFY(!desk.row(Channel::Webhook).on);
        QCOMPARE(desk.row(Channel::Webhook).stateText, QStringLiteral("Off"));
        desk.channels.setOn(static_cast<int>(Channel::Screen), false);
        QVERIFY(desk.row(Channel::Screen).on);
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
        Desk desk;
        desk.health(Channel::Desktop, static_cast<ChannelHealth::State>(state), detail);
        QVERIFY2(desk.row(Channel::Desktop).stateText.startsWith(says),
                 qPrintable(desk.row(Channel::Desktop).stateText));
        QCOMPARE(static_cast<int>(desk.row(Channel::Desktop).riskState), shape);
    }

    void aTestWaitsForItsReport()
    {
        Desk desk;
        desk.health(Channel::Sound, ChannelHealth::State::Working, {});
        desk.channels.test(static_cast<int>(Channel::Sound));
        QCOMPARE(desk.commands.tested, std::vector {Channel::Sound});
        QVERIFY(desk.row(Channel::Sound).testing);
        QCOMPARE(desk.row(Channel::Sound).stateText, QStringLiteral("Testing…"));
        desk.channels.test(static_cast<int>(Channel::Sound)); // one at a time
        QCOMPARE(desk.commands.tested.size(), 1U);
        desk.world.evaluate(); // an older report is none of this test
        QVERIFY(desk.row(Channel::Sound).testing);
        desk.world.clock.advance(300);
        desk.health(Channel::Sound, ChannelHealth::State::Failing, QStringLiteral("no device"));
        QVERIFY(!desk.row(Channel::Sound).testing);
        QVERIFY(desk.row(Channel::Sound).stateText.startsWith(QStringLiteral("Failed: no device")));
    }

    void whatIsNotSetUpCannotBeTested()
    {
        Desk desk;
        desk.channels.setOn(static_cast<int>(Channel::Command), true);
        QCOMPARE(desk.row(Channel::Command).stateText, QStringLiteral("Not set up yet"));
        QVERIFY(!desk.row(Channel::Command).canTest);
        desk.channels.setProgram(QStringLiteral("/usr/bin/logger"));
        QVERIFY(desk.row(Channel::Command).canTest);
    }

    void changesAreStoredAndTold()
    {
        Desk desk;
        QSignalSpy told(&desk.channels, &ChannelsViewModel::preferencesChanged);
        desk.channels.setOn(static_cast<int>(Channel::Sound), false);
        desk.channels.setVolume(130);
        desk.channels.setQuietHours(true);
        desk.channels.setQuietFrom(QStringLiteral("23:30"));
        desk.channels.setHideAmounts(true);
        desk.channels.setSelfTest(false);
        QCOMPARE(told.count(), 6);
        const AlarmPreferences stored = desk.stored();
        QCOMPARE(stored, desk.channels.preferences());
        QVERIFY(!stored.enabled.has(Channel::Sound));
        QCOMPARE(stored.volume, 100);
        QCOMPARE(stored.quietFrom, 23 * 60 + 30);
        QVERIFY(stored.hideAmounts && !stored.selfTest);
    }

    void storedPreferencesAreRead()
    {
        Desk desk;
        AlarmPreferences wanted;
        wanted.volume = 30;
        wanted.command = {QStringLiteral("/bin/true"), QStringLiteral("a b"), QString()};
        wanted.webhookUrl = QStringLiteral("https://ntfy.example/x");
        desk.world.stores.values = wanted.toSettings();
        QSignalSpy told(&desk.channels, &ChannelsViewModel::preferencesChanged);
        desk.channels.load();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(desk.channels.preferences(), wanted);
        QCOMPARE(desk.channels.arguments(), QStringList({QStringLiteral("a b"), QString()}));
        QCOMPARE(desk.channels.webhookUrl(), wanted.webhookUrl);
    }

    // docs/alarms.md#ladder: what is there before anyone chose.
    void eachWayHasItsPlaceOnTheLadder()
    {
        Desk desk;
        const auto place = [&desk](Channel channel) {
            const ChannelView &row = desk.row(channel);
            return desk.channels.priorityNames().at(row.priorityIndex) + QStringLiteral(", ")
                + row.waitNames.at(row.waitIndex);
        };
        QCOMPARE(place(Channel::Desktop), QStringLiteral("Early warnings and worse, at once"));
        QCOMPARE(place(Channel::Sound), QStringLiteral("Margin calls and worse, at once"));
        QCOMPARE(place(Channel::Attention), QStringLiteral("Margin calls and worse, after 1 min"));
        QCOMPARE(place(Channel::MiniWindow), QStringLiteral("Margin calls and worse, after 3 min"));
        QCOMPARE(place(Channel::Webhook), QStringLiteral("Margin calls and worse, after 1 min"));
        desk.channels.setPriority(static_cast<int>(Channel::Webhook), 0);
        desk.channels.setWait(static_cast<int>(Channel::Webhook), 0);
        QCOMPARE(place(Channel::Webhook), QStringLiteral("Early warnings and worse, at once"));
        QCOMPARE(desk.stored(), desk.channels.preferences());
        QCOMPARE(desk.stored().steps[static_cast<std::size_t>(Channel::Webhook)],
                 (alarm::Ladder::Step {alarm::Priority::Low, 0}));
        desk.channels.setPriority(static_cast<int>(Channel::Screen), 3);
        desk.channels.setWait(static_cast<int>(Channel::Screen), 4);
        desk.channels.setPriority(static_cast<int>(Channel::Sound), 4);
        desk.channels.setWait(static_cast<int>(Channel::Sound), 99);
        QCOMPARE(desk.stored().steps[static_cast<std::size_t>(Channel::Screen)],
                 (alarm::Ladder::Step {alarm::Priority::Low, 0}));
        QCOMPARE(place(Channel::Sound), QStringLiteral("Margin calls and worse, at once"));
    }

    void aWaitOfOnesOwnStaysAChoice()
    {
        Desk desk;
        desk.world.stores.values.insert(QStringLiteral("alarm_after_webhook"), QStringLiteral("90"));
        desk.world.stores.values.insert(QStringLiteral("alarm_after_command"), QStringLiteral("-3"));
        desk.world.stores.values.insert(QStringLiteral("alarm_from_command"), QStringLiteral("sometimes"));
        QSignalSpy told(&desk.channels, &ChannelsViewModel::preferencesChanged);
        desk.channels.load();
        QTRY_COMPARE(told.count(), 1);
        const ChannelView &row = desk.row(Channel::Webhook);
        QCOMPARE(row.waitNames.size(), 11);
        QCOMPARE(desk.channels.preferences().steps[static_cast<std::size_t>(Channel::Webhook)].after,
                 90 * alarm::kSecond);
        QCOMPARE(row.waitIndex, 3);
        QCOMPARE(desk.channels.preferences().steps[static_cast<std::size_t>(Channel::Command)],
                 (alarm::Ladder::Step {alarm::Priority::High, alarm::kMinute})); // unusable values fall back
    }

    void thePingSaysItsTruePace()
    {
        Desk desk;
        QCOMPARE(desk.channels.pingNames().at(desk.channels.pingIndex()), QStringLiteral("every 5 min"));
        desk.channels.setPingIndex(0);
        QCOMPARE(desk.stored().pingMinutes, 1);
        QCOMPARE(desk.channels.pingNames().at(desk.channels.pingIndex()), QStringLiteral("every 1 min"));
        desk.channels.setPingIndex(-1);
        QCOMPARE(desk.stored().pingMinutes, 1);
    }

    void argumentsStaySeparate()
    {
        Desk desk;
        desk.channels.addArgument();
        QVERIFY(desk.channels.arguments().isEmpty()); // no program, no arguments
        desk.channels.setProgram(QStringLiteral("/usr/bin/logger"));
        desk.channels.addArgument();
        desk.channels.addArgument();
        desk.channels.setArgument(0, QStringLiteral("two words; rm -rf \x1f"));
        desk.channels.setArgument(1, QStringLiteral("$TITLE"));
        desk.channels.setArgument(9, QStringLiteral("nobody"));
        QCOMPARE(desk.stored().command,
                 QStringList({QStringLiteral("/usr/bin/logger"), QStringLiteral("two words; rm -rf "),
                              QStringLiteral("$TITLE")}));
        desk.channels.removeArgument(0);
        QCOMPARE(desk.stored().command, QStringList({QStringLiteral("/usr/bin/logger"), QStringLiteral("$TITLE")}));
        desk.channels.setProgram(QString());
        QVERIFY(desk.stored().command.isEmpty());
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
        Desk desk;
        desk.channels.setProgram(said.isEmpty() ? QStringLiteral("/nowhere") : QStringLiteral("/bin/sh"));
        desk.channels.setProgram(path);
        QTRY_COMPARE(desk.channels.programError(), said);
        QCOMPARE(desk.channels.program(), path); // it may be there when it is needed
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
        Desk desk;
        desk.channels.setWebhookUrl(QStringLiteral("https://before.example/"));
        desk.channels.setWebhookUrl(url);
        desk.channels.setPingUrl(url);
        QCOMPARE(desk.channels.webhookError().isEmpty(), good);
        QCOMPARE(desk.channels.pingError().isEmpty(), good);
        QCOMPARE(desk.stored().webhookUrl, good ? url : QStringLiteral("https://before.example/"));
        QCOMPARE(desk.stored().pingUrl, good ? url : QString());
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
        Desk desk;
        desk.channels.setWebhookUrl(QStringLiteral("https://ntfy.sh/topic"));
        desk.channels.setWebhookKind(viewmodels::ChannelsViewModel::Telegram);
        QCOMPARE(desk.stored().webhookUrl, QString()); // an address is no chat
        desk.channels.setWebhookUrl(chat);
        QCOMPARE(desk.channels.webhookError().isEmpty(), good);
        QCOMPARE(desk.stored().webhookUrl, good ? chat : QString());
    }

    void theTokenGoesToItsKeeperOnly()
    {
        Desk desk;
        QString kept;
        desk.channels.setTokenKeeper([&kept](const QString &token) {
            kept = token;
            return answer(token == u"bad" ? QStringLiteral("the keyring is locked") : QString());
        });
        desk.channels.keepToken(QStringLiteral(" 123:SECRET "));
        QTRY_COMPARE(desk.channels.tokenText(), QStringLiteral("The token is in the keyring."));
        QCOMPARE(kept, QStringLiteral("123:SECRET"));
        for (const QString &value : std::as_const(desk.world.stores.values)) {
            QVERIFY(!value.contains(QStringLiteral("SECRET")));
        }
        desk.channels.keepToken(QStringLiteral("bad"));
        QTRY_COMPARE(desk.channels.tokenText(), QStringLiteral("the keyring is locked"));
    }

    void quietHoursMustBeATime()
    {
        Desk desk;
        desk.channels.setQuietFrom(QStringLiteral("25:00"));
        QVERIFY(!desk.channels.quietError().isEmpty());
        QCOMPARE(desk.channels.preferences().quietFrom, 22 * 60);
        desk.channels.setQuietFrom(QStringLiteral("7:00")); // the same as its end
        QVERIFY(!desk.channels.quietError().isEmpty());
        desk.channels.setQuietFrom(QStringLiteral("8:05"));
        QVERIFY(desk.channels.quietError().isEmpty());
        QCOMPARE(desk.stored().quietFrom, 8 * 60 + 5);
    }

    void whatCannotBeStoredIsSaid()
    {
        Desk desk;
        desk.world.stores.failNext = Error {ErrorCode::CannotWrite, "db", "full"};
        desk.channels.setHideAmounts(true);
        QTRY_VERIFY(!desk.channels.failure().isEmpty());
        QVERIFY(desk.channels.hideAmounts());
    }
};

PLIMSOLL_TEST(TestChannels)
#include "tst_channels.moc"
