// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/commandchannel.h"
#include "notify/deliveryqueue.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using namespace std::chrono_literals;

class TestCommandChannel : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    static void useCommand(notify::Channel &channel, const QStringList &command)
    {
        monitor::AlarmPreferences preferences;
        preferences.command = command;
        channel.setPreferences(preferences);
    }

private Q_SLOTS:
    void argumentsStayWhatTheyAre()
    {
        QVERIFY(testlib::writeScript(file(u"show"_s), "for a in \"$@\"; do printf '[%s]' \"$a\"; done >\"$0.out\""));
        const QString planted = file(u"planted"_s);
        notify::CommandChannel channel;
        testlib::Ends ends(channel);
        const QStringList arguments {
            u"a b"_s, u";touch "_s + planted, u"$(touch %1)"_s.arg(planted), u"`id`"_s, u"$HOME"_s, u""_s, u"*"_s,
            u"%1"_s};
        useCommand(channel, QStringList {file(u"show"_s)} + arguments);
        channel.deliver(1, testlib::marginCall(alarm::Channel::Command));
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY2(ends.all[0].delivered, qPrintable(ends.all[0].detail));
        QCOMPARE(QString::fromUtf8(testlib::contentOf(file(u"show.out"_s))), u'[' + arguments.join(u"]["_s) + u']');
        QVERIFY(!QFile::exists(planted));
    }

    void environmentIsClean()
    {
        qputenv("SECRET_OF_OURS", "1");
        qputenv("LD_PRELOAD", "");
        QVERIFY(testlib::writeScript(file(u"env"_s), "exec /usr/bin/env -0 >\"$0.out\""));
        notify::CommandChannel channel;
        testlib::Ends ends(channel);
        useCommand(channel, {file(u"env"_s)});
        channel.deliver(1, testlib::marginCall(alarm::Channel::Command));
        QTRY_COMPARE(ends.all.size(), 1U);
        QHash<QByteArray, QByteArray> got;
        for (const QByteArray &line : testlib::contentOf(file(u"env.out"_s)).split('\0')) {
            got.insert(line.left(line.indexOf('=')), line.mid(line.indexOf('=') + 1));
        }
        QCOMPARE(got.value("PLIMSOLL_TITLE"), QByteArray("Margin call: isolated BCH/USDT at 1.06"));
        QCOMPARE(got.value("PLIMSOLL_TEXT"), QByteArray("Add 52.10 USDT to reach 1.10.\n+ 1 more"));
        QCOMPARE(got.value("PLIMSOLL_ACCOUNT"), QByteArray("b-bchusdt"));
        QCOMPARE(got.value("PLIMSOLL_ACCOUNT_NAME"), QByteArray("isolated BCH/USDT"));
        QCOMPARE(got.value("PLIMSOLL_PRIORITY"), QByteArray("high"));
        QCOMPARE(got.value("PATH"), qgetenv("PATH"));
        const QSet<QByteArray> allowed {"",
                                        "PATH",
                                        "HOME",
                                        "LANG",
                                        "DISPLAY",
                                        "WAYLAND_DISPLAY",
                                        "DBUS_SESSION_BUS_ADDRESS",
                                        "XDG_RUNTIME_DIR",
                                        "PLIMSOLL_TITLE",
                                        "PLIMSOLL_TEXT",
                                        "PLIMSOLL_ACCOUNT",
                                        "PLIMSOLL_ACCOUNT_NAME",
                                        "PLIMSOLL_PRIORITY",
                                        "PWD",
                                        "OLDPWD",
                                        "SHLVL",
                                        "_"}; // the last four are the script's own
        for (auto it = got.keyBegin(); it != got.keyEnd(); ++it) {
            QVERIFY2(allowed.contains(*it), it->constData());
        }
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("detail");
        QTest::newRow("exit code") << QByteArray("echo 'no modem' >&2; exit 3") << u"exit code 3: no modem"_s;
        QTest::newRow("silent") << QByteArray("exit 1") << u"exit code 1"_s;
        QTest::newRow("signal") << QByteArray("kill -TERM $$") << u"was ended by a signal"_s;
    }

    void failures()
    {
        QFETCH(QByteArray, script);
        QVERIFY(testlib::writeScript(file(u"fail"_s), script));
        notify::CommandChannel channel;
        testlib::Ends ends(channel);
        useCommand(channel, {file(u"fail"_s)});
        channel.deliver(1, testlib::marginCall(alarm::Channel::Command));
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(!ends.all[0].delivered);
        QTEST(ends.all[0].detail, "detail");
    }

    void floodIsCut()
    {
        QVERIFY(testlib::writeScript(file(u"flood"_s),
                                     "/usr/bin/head -c 20000000 /dev/zero | /usr/bin/tr '\\0' x; exit 4"));
        notify::CommandChannel channel;
        testlib::Ends ends(channel);
        useCommand(channel, {file(u"flood"_s)});
        channel.deliver(1, testlib::marginCall(alarm::Channel::Command));
        QTRY_COMPARE_WITH_TIMEOUT(ends.all.size(), 1U, 20'000);
        QVERIFY(ends.all[0].detail.startsWith(u"exit code 4: xxx"_s));
        QVERIFY(ends.all[0].detail.size() < 200);
    }

    void notThere()
    {
        notify::CommandChannel channel;
        testlib::Ends ends(channel);
        channel.deliver(1, testlib::marginCall(alarm::Channel::Command));
        QCOMPARE(ends.all.size(), 1U);
        QCOMPARE(ends.all[0].detail, u"no program is set"_s);
        useCommand(channel, {file(u"missing"_s)});
        channel.deliver(2, testlib::marginCall(alarm::Channel::Command));
        QTRY_COMPARE(ends.all.size(), 2U);
        QVERIFY(!ends.all[1].delivered);
        QVERIFY(ends.all[1].detail.startsWith(u"could not be started"_s));
    }

    void hangingIsKilledWithAllItStarted()
    {
        QVERIFY(testlib::writeScript(
            file(u"hang"_s), "/bin/sleep 60 &\necho \"$$ $!\" >\"$0.new\"; /bin/mv \"$0.new\" \"$0.pids\"; wait"));
        testlib::FakeClock clock;
        notify::DeliveryQueue bench(clock);
        auto *channel = new notify::CommandChannel(&bench);
        bench.addChannel(alarm::Channel::Command, channel, 1s);
        useCommand(*channel, {file(u"hang"_s)});
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        bench.accept(testlib::marginCall(alarm::Channel::Command), clock.bootTime());
        QTRY_VERIFY(QFile::exists(file(u"hang.pids"_s)));
        const QByteArrayList pids = testlib::contentOf(file(u"hang.pids"_s)).trimmed().split(' ');
        QCOMPARE(pids.size(), 2);
        QVERIFY(testlib::isRunning(pids[0]) && testlib::isRunning(pids[1]));
        QTRY_COMPARE(reports.count(), 1);
        QVERIFY(!reports.first().first().value<monitor::DeliveryReport>().delivered);
        QTRY_VERIFY(!testlib::isRunning(pids[0]));
        QTRY_VERIFY(!testlib::isRunning(pids[1]));
    }
};

PLIMSOLL_TEST(TestCommandChannel)
#include "tst_commandchannel.moc"
