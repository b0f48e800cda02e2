// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file/monitorlockfile.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;
using plimsoll::storage::MonitorLockFile;

namespace {

/// A process that did something and then waits to be killed.
class Other
{
public:
    explicit Other(const std::function<bool()> &work)
    {
        std::array<int, 2> pipe {};
        if (::pipe(pipe.data()) != 0) {
            qFatal("no pipe");
        }
        m_process = ::fork();
        if (m_process == 0) {
            const char answer = work() ? 'y' : 'n';
            if (::write(pipe[1], &answer, 1) == 1) {
                ::pause();
            }
            ::_exit(1);
        }
        char answer = 0;
        m_worked = ::read(pipe[0], &answer, 1) == 1 && answer == 'y';
        ::close(pipe[0]);
        ::close(pipe[1]);
    }

    Other(const Other &) = delete;
    Other &operator=(const Other &) = delete;
    ~Other() { kill(); }

    void kill()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            ::waitpid(std::exchange(m_process, 0), nullptr, 0);
        }
    }

    [[nodiscard]] bool worked() const { return m_worked; }
    [[nodiscard]] pid_t process() const { return m_process; }

private:
    pid_t m_process = 0;
    bool m_worked = false;
};

} // namespace

class TestMonitorLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_lock = std::make_unique<MonitorLockFile>(m_folder->path());
    }

    void oneProcessHoldsItUntilItIsKilled()
    {
        MonitorLockFile theirs(m_folder->path());
        Other other([&theirs] { return theirs.take(true); });
        QVERIFY(other.worked());
        QVERIFY(!m_lock->take(true));
        QVERIFY(m_lock->isHeldElsewhere());
        QCOMPARE(m_lock->holder().process, other.process());
        QVERIFY(m_lock->holder().rings);
        QCOMPARE(m_lock->holder().program, u"tst_monitorlock"_s);
        other.kill();
        QVERIFY(!m_lock->isHeldElsewhere());
        QVERIFY(m_lock->take(true));
        QVERIFY(m_lock->take(true));
        QVERIFY(!m_lock->isHeldElsewhere());
    }

    void aProgramStartedByTheMonitorDoesNotKeepIt()
    {
        MonitorLockFile theirs(m_folder->path());
        std::array<int, 2> pipe {};
        QCOMPARE(::pipe(pipe.data()), 0);
        Other other([&] {
            const bool taken = theirs.take(true);
            const pid_t child = ::fork();
            if (child == 0) {
                ::execlp("sleep", "sleep", "60", nullptr);
                ::_exit(1);
            }
            return taken && ::write(pipe[1], &child, sizeof(child)) == static_cast<ssize_t>(sizeof(child));
        });
        QVERIFY(other.worked());
        pid_t child = 0;
        QCOMPARE(::read(pipe[0], &child, sizeof(child)), static_cast<ssize_t>(sizeof(child)));
        const QString program = u"/proc/%1/comm"_s.arg(child);
        QTRY_COMPARE(nameOf(program), QByteArray("sleep"));
        other.kill();
        QVERIFY(m_lock->take(true));
        ::kill(child, SIGKILL);
        ::close(pipe[0]);
        ::close(pipe[1]);
    }

    void whoAskedComesBeforeOthers()
    {
        MonitorLockFile theirs(m_folder->path());
        Other asker([&theirs] { return theirs.ask(); });
        QVERIFY(asker.worked());
        QVERIFY(m_lock->isAsked());
        QVERIFY(!m_lock->take(true));
        QVERIFY(!m_lock->ask());
        asker.kill();
        QVERIFY(!m_lock->isAsked());
        QVERIFY(m_lock->ask());
        QVERIFY(!m_lock->isAsked()); // by another
        QVERIFY(m_lock->take(true));
    }

    void aReleasedLockIsFree()
    {
        QVERIFY(m_lock->take(true));
        m_lock->release();
        MonitorLockFile theirs(m_folder->path());
        const Other other([&theirs] { return theirs.take(true); });
        QVERIFY(other.worked());
        QVERIFY(!m_lock->take(true));
    }

    void whoDoesNotRingSaysSo()
    {
        MonitorLockFile theirs(m_folder->path());
        const Other other([&theirs] { return theirs.take(false); });
        QVERIFY(!m_lock->take(true));
        QVERIFY(!m_lock->holder().rings);
    }

    void filesAreTheirOwnersAlone()
    {
        QVERIFY(m_lock->take(true));
        QVERIFY(m_lock->ask());
        for (const char *name : {"/plimsoll.monitor.lock", "/plimsoll.monitor.next"}) {
            struct stat info {
            };
            QCOMPARE(::stat(QFile::encodeName(m_folder->path() + QLatin1String(name)).constData(), &info), 0);
            QCOMPARE(static_cast<int>(info.st_mode & 0777U), 0600);
        }
    }

    void aFileThatWasDeletedIsNotBelieved()
    {
        QVERIFY(m_lock->take(true));
        QVERIFY(QFile::remove(m_folder->filePath(u"plimsoll.monitor.lock"_s)));
        QVERIFY(m_lock->take(true)); // made and locked anew
        MonitorLockFile theirs(m_folder->path());
        const Other other([&theirs] { return theirs.take(true); });
        QVERIFY(!other.worked());
    }

    void beatsAreSeenByOthers()
    {
        QCOMPARE(m_lock->lastBeat(), std::nullopt);
        MonitorLockFile theirs(m_folder->path());
        QVERIFY(theirs.take(true));
        QVERIFY(!m_lock->take(true));
        auto last = m_lock->lastBeat();
        QVERIFY(last);
        for (int i = 0; i < 4000; ++i) {
            theirs.beat();
            QVERIFY(m_lock->lastBeat());
            QVERIFY(m_lock->lastBeat() != last);
            last = m_lock->lastBeat();
        }
        theirs.release();
        QCOMPARE(m_lock->lastBeat(), std::nullopt);
    }

    void oneThatHangsLosesItsPlaceAndFindsThatOut()
    {
        QVERIFY(m_lock->take(true));
        QVERIFY(!m_lock->isLost());
        MonitorLockFile theirs(m_folder->path());
        const Other other([&theirs] { return !theirs.take(true) && theirs.seize(true); });
        QVERIFY(other.worked());
        QVERIFY(m_lock->isLost());
        m_lock->release();
        QVERIFY(!m_lock->isLost());
        QVERIFY(!m_lock->take(true));
        QCOMPARE(m_lock->holder().process, other.process());
    }

    void whoIsNotNextSeizesNothing()
    {
        MonitorLockFile theirs(m_folder->path());
        const Other asker([&theirs] { return theirs.ask(); });
        QVERIFY(asker.worked());
        QVERIFY(!m_lock->seize(true));
    }

    void withoutAPlaceForItEverybodyWatches()
    {
        MonitorLockFile nowhere(m_folder->filePath(u"not/there"_s));
        QVERIFY(nowhere.take(true));
        QVERIFY(!nowhere.isAsked());
        QVERIFY(!nowhere.isHeldElsewhere());
    }

    void aSignatureFromOutsideIsReadWithCare()
    {
        QFile file(m_folder->filePath(u"plimsoll.monitor.lock"_s));
        for (const char *text :
             {"", "x", "12", "12x rings plimsoll", "12 plimsoll", " ", "-", "99999999999999999999 quiet plimsoll"}) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
            file.close();
            QVERIFY(!m_lock->isHeldElsewhere()); // it is open from here on
            QCOMPARE(m_lock->holder().process, 0);
        }
    }

private:
    static QByteArray nameOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MonitorLockFile> m_lock;
};

QTEST_GUILESS_MAIN(TestMonitorLock)

#include "tst_monitorlock.moc"
