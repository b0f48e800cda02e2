// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/soundchannel.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using namespace std::chrono_literals;

// Players are scripts in a PATH of the test's own. Each writes its arguments beside itself.
class TestSoundChannel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_path;

    [[nodiscard]] QString file(const QString &name) const { return m_path->filePath(name); }

    void player(const QString &name, const QByteArray &lines) const
    {
        QVERIFY(testlib::writeScript(file(name), "echo \"$@\" >>\"$0.calls\"\n" + lines));
    }

    [[nodiscard]] QByteArrayList calls(const QString &name) const
    {
        return testlib::contentOf(file(name + u".calls"_s)).trimmed().split('\n');
    }

    static monitor::Delivery delivery(alarm::Condition worst = alarm::Condition::Call)
    {
        monitor::Delivery result = testlib::marginCall(alarm::Channel::Sound);
        result.worstCondition = static_cast<int>(worst);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_path = std::make_unique<QTemporaryDir>();
        qputenv("PATH", m_path->path().toLocal8Bit());
    }

    void playsTheSoundAtItsVolume()
    {
        player(u"aplay"_s, "/bin/cp \"$2\" \"$0.wav\"; exit 0");
        notify::SoundChannel channel;
        testlib::Ends ends(channel);
        monitor::AlarmPreferences preferences;
        preferences.volume = 50;
        channel.setPreferences(preferences);
        channel.deliver(1, delivery());
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(ends.all[0].delivered);
        QCOMPARE(ends.all[0].detail, u"aplay"_s);
        const QByteArrayList words = calls(u"aplay"_s).first().split(' ');
        QCOMPARE(words.size(), 2);
        QCOMPARE(words.at(0), QByteArray("--quiet"));
        const QFileInfo folder(QFileInfo(QString::fromLocal8Bit(words.at(1))).path());
        QCOMPARE(folder.permissions()
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                        | QFile::ExeOther),
                 QFile::Permissions());
        const QByteArray played = testlib::contentOf(file(u"aplay.wav"_s));
        const QByteArray original = testlib::contentOf(u":/sounds/call.wav"_s);
        QCOMPARE(played.size(), original.size());
        QVERIFY(played != original);
    }

    void theFirstPlayerThatCan()
    {
        player(u"pw-play"_s, "exit 0");
        player(u"paplay"_s, "exit 0");
        notify::SoundChannel channel;
        testlib::Ends ends(channel);
        channel.deliver(1, delivery());
        QTRY_COMPARE(ends.all.size(), 1U);
        QCOMPARE(ends.all[0].detail, u"pw-play"_s);
        player(u"pw-play"_s, "echo 'Host is down' >&2; exit 1");
        channel.deliver(2, delivery());
        QTRY_COMPARE(ends.all.size(), 2U);
        QVERIFY(ends.all[1].delivered);
        QCOMPARE(ends.all[1].detail, u"paplay"_s);
    }

    void saysWhyNobodyCould()
    {
        player(u"paplay"_s, "echo 'Connection refused' >&2; exit 1");
        player(u"aplay"_s, "printf 'no such\\ndevice\\033[0m'; exit 2");
        notify::SoundChannel channel;
        testlib::Ends ends(channel);
        channel.deliver(1, delivery());
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(!ends.all[0].delivered);
        QCOMPARE(ends.all[0].detail,
                 u"paplay: exit code 1: Connection refused; aplay: exit code 2: no such device [0m"_s);
    }

    void noPlayer()
    {
        notify::SoundChannel channel;
        testlib::Ends ends(channel);
        channel.deliver(1, delivery());
        QCOMPARE(ends.all.size(), 1U);
        QVERIFY(!ends.all[0].delivered);
        QVERIFY(ends.all[0].detail.startsWith(u"no player found"_s));
    }

    void aHangingPlayerIsBelievedOnce()
    {
        player(u"aplay"_s, "echo $$ >\"$0.pid\"; exec /bin/sleep 60");
        notify::SoundChannel channel({200ms, 600ms}, nullptr);
        testlib::Ends ends(channel);
        channel.deliver(1, delivery());
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(ends.all[0].delivered); // it was running for the time of the proof
        const QByteArray pid = testlib::contentOf(file(u"aplay.pid"_s)).trimmed();
        QVERIFY(testlib::isRunning(pid));
        channel.deliver(2, delivery()); // told with it
        QCOMPARE(ends.all.size(), 2U);
        QVERIFY(ends.all[1].delivered);
        QTRY_VERIFY(!testlib::isRunning(pid));
        channel.deliver(3, delivery()); // the next one must come to an end
        QTRY_COMPARE(ends.all.size(), 3U);
        QVERIFY(!ends.all[2].delivered);
        QCOMPARE(ends.all[2].detail, u"aplay did not come to an end"_s);
        player(u"aplay"_s, "exit 0");
        channel.deliver(4, delivery());
        QTRY_COMPARE(ends.all.size(), 4U);
        QVERIFY(ends.all[3].delivered);
    }

    void worseStopsWhatPlays()
    {
        player(u"aplay"_s, "exec /bin/sleep 60");
        notify::SoundChannel channel({60s, 60s}, nullptr);
        testlib::Ends ends(channel);
        channel.deliver(1, delivery(alarm::Condition::Critical));
        channel.deliver(2, delivery(alarm::Condition::Call)); // told with it
        QTRY_COMPARE(calls(u"aplay"_s).size(), 1);
        QTRY_VERIFY(calls(u"aplay"_s).first().contains("critical"));
        player(u"aplay"_s, "exit 0");
        channel.deliver(3, delivery(alarm::Condition::Liquidation));
        QTRY_COMPARE(ends.all.size(), 3U);
        QVERIFY(ends.all[0].delivered && ends.all[1].delivered && ends.all[2].delivered);
        QVERIFY(calls(u"aplay"_s).last().contains("liquidation"));
    }

    void quietIsQuiet()
    {
        player(u"aplay"_s, "exit 0");
        notify::SoundChannel channel;
        testlib::Ends ends(channel);
        monitor::Delivery quiet = delivery();
        quiet.quiet = true;
        channel.deliver(1, quiet);
        QCOMPARE(ends.all.size(), 1U);
        QVERIFY(!QFile::exists(file(u"aplay.calls"_s)));
    }
};

PLIMSOLL_TEST(TestSoundChannel)
#include "tst_soundchannel.moc"
