// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/systemdnotify.h"
#include "testlib/testprogram.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

/// The manager's end.
class ManagerSocket
{
public:
    explicit ManagerSocket(const QByteArray &name)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
        if (name.startsWith('@')) {
            address.sun_path[0] = '\0';
        }
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path)
                                                 + static_cast<std::size_t>(name.size()));
        isBound = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), size) == 0;
    }

    ~ManagerSocket() { ::close(m_socket); }

    QByteArray next()
    {
        QByteArray bytes(256, '\0');
        const ssize_t size = ::recv(m_socket, bytes.data(), 256, 0);
        return size < 0 ? QByteArray() : bytes.left(size);
    }

    bool isBound = false;

private:
    Q_DISABLE_COPY_MOVE(ManagerSocket)
    int m_socket;
};

QProcessEnvironment environmentOf(const QString &socket)
{
    QProcessEnvironment environment;
    environment.insert(u"NOTIFY_SOCKET"_s, socket);
    return environment;
}

} // namespace

// Messages and variables: sd_notify(3) and sd_watchdog_enabled(3).
class TestSystemdNotify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::newRow("a file") << QString();
        QTest::newRow("an abstract name") << u"@plimsoll-test-%1"_s.arg(QCoreApplication::applicationPid());
    }

    void tells()
    {
        QFETCH(QString, socket);
        const QTemporaryDir folder;
        const QString name = socket.isEmpty() ? folder.filePath(u"notify"_s) : socket;
        ManagerSocket manager(name.toLocal8Bit());
        QVERIFY(manager.isBound);
        const notify::SystemdNotify systemd(environmentOf(name));
        QVERIFY(systemd.isActive());
        QVERIFY(systemd.ready());
        QCOMPARE(manager.next(), QByteArray("READY=1"));
        QVERIFY(systemd.watchdog());
        QCOMPARE(manager.next(), QByteArray("WATCHDOG=1"));
        QVERIFY(systemd.stopping());
        QCOMPARE(manager.next(), QByteArray("STOPPING=1"));
        QCOMPARE(manager.next(), QByteArray());
    }

    void aloneIsSilent_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::newRow("none") << QString();
        QTest::newRow("not a path") << u"relative"_s;
        QTest::newRow("only the sign") << u"@"_s;
        QTest::newRow("too long") << QString(u'/' + QString(200, u'x'));
    }

    void aloneIsSilent()
    {
        QFETCH(QString, socket);
        const notify::SystemdNotify systemd(environmentOf(socket));
        QVERIFY(!systemd.isActive());
        QVERIFY(!systemd.ready());
    }

    void nobodyListens()
    {
        const QTemporaryDir folder;
        QVERIFY(!notify::SystemdNotify(environmentOf(folder.filePath(u"gone"_s))).watchdog());
    }

    void interval_data()
    {
        QTest::addColumn<QString>("usec");
        QTest::addColumn<QString>("pid");
        QTest::addColumn<qint64>("ms");
        const QString own = QString::number(QCoreApplication::applicationPid());
        QTest::newRow("half of 30 s") << u"30000000"_s << own << qint64 {15'000};
        QTest::newRow("no process named") << u"30000000"_s << QString() << qint64 {15'000};
        QTest::newRow("another process") << u"30000000"_s << u"1"_s << qint64 {0};
        QTest::newRow("none") << QString() << own << qint64 {0};
        QTest::newRow("no number") << u"soon"_s << own << qint64 {0};
    }

    void interval()
    {
        QFETCH(QString, usec);
        QFETCH(QString, pid);
        QProcessEnvironment environment = environmentOf(u"/run/nowhere"_s);
        environment.insert(u"WATCHDOG_USEC"_s, usec);
        environment.insert(u"WATCHDOG_PID"_s, pid);
        QTEST(qint64 {notify::SystemdNotify(environment).interval().count()}, "ms");
    }
};

PLIMSOLL_TEST(TestSystemdNotify)
#include "tst_systemdnotify.moc"
