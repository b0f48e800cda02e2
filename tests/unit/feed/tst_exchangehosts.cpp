// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangehosts.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using feed::ExchangeHosts;
using feed::HostPauses;
using testlib::FakeClock;

namespace {

const QUrl kFirst(u"https://first.example"_s);
const QUrl kSecond(u"https://second.example:8443/base"_s);

} // namespace

class TestExchangeHosts : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

    [[nodiscard]] ExchangeHosts both() { return {{kFirst, kSecond}, std::make_shared<HostPauses>(m_clock), m_clock}; }

private Q_SLOTS:
    void everyHostOnceAndTheLastFirst()
    {
        ExchangeHosts hosts = both();
        QVERIFY(hosts.begin());
        QCOMPARE(hosts.current(), kFirst);
        QVERIFY(hosts.next());
        QCOMPARE(hosts.current(), kSecond);
        QVERIFY(!hosts.next());
        QVERIFY(hosts.begin());
        QCOMPARE(hosts.current(), kSecond); // it answered last
        QCOMPARE(hosts.other(), std::optional(kFirst));
        ExchangeHosts one({kFirst, QUrl(), kFirst}, std::make_shared<HostPauses>(m_clock), m_clock);
        QVERIFY(one.begin() && !one.next() && !one.other());
    }

    void aPauseBelongsToItsHost()
    {
        ExchangeHosts hosts = both();
        QVERIFY(hosts.begin());
        hosts.pause(kFirst, m_clock.wallTime() + 100'000);
        QVERIFY(hosts.next());
        QCOMPARE(hosts.allPausedUntil(), WallTime());
        QCOMPARE(hosts.freeAt(), m_clock.bootTime());
        QVERIFY(hosts.begin() && !hosts.next());
        hosts.pause(kSecond, m_clock.wallTime() + 300'000);
        QCOMPARE(hosts.allPausedUntil(), m_clock.wallTime() + 100'000);
        QCOMPARE(hosts.freeAt(), m_clock.bootTime() + 100'000);
        QVERIFY(!hosts.begin());
        hosts.lift();
        hosts.setUrgent(true); // neither ends a pause
        QVERIFY(!hosts.begin());
        m_clock.advance(100'000);
        QVERIFY(hosts.begin());
        QCOMPARE(hosts.current(), kFirst);
    }

    void aRefusalOfThisPlaceRestsUnlessItIsUrgent()
    {
        ExchangeHosts hosts({kFirst}, std::make_shared<HostPauses>(m_clock), m_clock);
        QVERIFY(hosts.begin());
        hosts.block(kFirst);
        QCOMPARE(hosts.freeAt(), m_clock.bootTime() + 600'000);
        QCOMPARE(hosts.allPausedUntil(), WallTime());
        hosts.setUrgent(true);
        QCOMPARE(hosts.freeAt(), m_clock.bootTime() + 15'000);
        hosts.setUrgent(false);
        hosts.lift();
        QVERIFY(hosts.begin());
    }

    void pausesAreSharedThroughTheFile()
    {
        const QTemporaryDir folder;
        const QString path = HostPauses::fileIn(folder.path());
        HostPauses one(m_clock, path);
        HostPauses another(m_clock, path);
        QCOMPARE(another.until(kFirst), WallTime());
        one.pause(kFirst, m_clock.wallTime() + 90'000);
        another.pause(kSecond, m_clock.wallTime() + 50'000);
        QCOMPARE(another.until(kFirst), m_clock.wallTime() + 90'000);
        QCOMPARE(one.until(QUrl(u"https://second.example:8443/other"_s)), m_clock.wallTime() + 50'000);
        QCOMPARE(one.until(QUrl(u"https://second.example"_s)), WallTime()); // another port is another host
        one.pause(kFirst, m_clock.wallTime() + 10'000); // the later one counts
        QCOMPARE(another.until(kFirst), m_clock.wallTime() + 90'000);
        QCOMPARE(QFile(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        m_clock.jumpWall(-3'600'000);
        QCOMPARE(HostPauses(m_clock, path).until(kFirst), m_clock.wallTime() + 90'000);
        m_clock.jumpWall(3'600'000);
        m_clock.reboot(60'000);
        QCOMPARE(HostPauses(m_clock, path).until(kFirst), m_clock.wallTime() + 30'000);
        m_clock.advance(30'000);
        QCOMPARE(HostPauses(m_clock, path).until(kFirst), WallTime());
    }

    void aSpoiltFileCostsNothing()
    {
        const QTemporaryDir folder;
        const QString path = HostPauses::fileIn(folder.path());
        const QByteArray odd = "{'pauses':[1,{'host':1},{'host':'https://first.example','until':'x'}]}";
        const QByteArray endless =
            "{'pauses':[{'host':'https://first.example','until':9223372036854775807,'bootId':'other'}]}";
        for (QByteArray text : {QByteArray("{"), QByteArray("[1]"), odd, endless}) {
            text.replace('\'', '"');
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            HostPauses pauses(m_clock, path);
            QVERIFY(pauses.until(kFirst) <= m_clock.wallTime() + std::int64_t {3} * 86'400'000); // no ban lasts longer
            pauses.pause(kSecond, m_clock.wallTime() + 60'000);
            QCOMPARE(HostPauses(m_clock, path).until(kSecond), m_clock.wallTime() + 60'000);
        }
        HostPauses nowhere(m_clock, folder.path() + u"/no/such/folder/file"_s);
        nowhere.pause(kFirst, m_clock.wallTime() + 60'000);
        QCOMPARE(nowhere.until(kFirst), m_clock.wallTime() + 60'000);
    }

    // What stands in the place of the file and is none is neither read nor written through; the pause is kept all the
    // same.
    void aLinkOrAPipeIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = HostPauses::fileIn(folder.path());
        const QString other = folder.filePath(u"other"_s);
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QVERIFY(QFile::link(other, path));
        HostPauses pauses(m_clock, path);
        pauses.pause(kFirst, m_clock.wallTime() + 60'000);
        QCOMPARE(pauses.until(kFirst), m_clock.wallTime() + 60'000);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QVERIFY(QFile::remove(path));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QCOMPARE(HostPauses(m_clock, path).until(kFirst), WallTime()); // and at once
    }
};

PLIMSOLL_TEST(TestExchangeHosts)
#include "tst_exchangehosts.moc"
