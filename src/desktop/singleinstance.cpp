// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace plimsoll::desktop {

namespace {

const QByteArray kRaise = "raise\n";
const QByteArray kDone = "ok\n";
constexpr int kPauseMs = 50;

// One name however the folder is written; short, because a socket's path holds 107 bytes.
QString nameOf(const QString &dataDir)
{
    const QFileInfo info(dataDir);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return u"plimsoll-"_s
        + QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

void rest()
{
    QEventLoop loop;
    QTimer::singleShot(kPauseMs, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QString runtimeDir, QObject *parent)
    : QObject(parent)
{
    if (runtimeDir.isEmpty()) {
        runtimeDir = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    }
    m_base = runtimeDir.isEmpty() ? QString() : runtimeDir + u'/' + nameOf(dataDir);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(4);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            serve(socket);
        }
    });
}

SingleInstance::~SingleInstance()
{
    m_server.close(); // before the lock: who gets that must not find the socket of somebody who goes
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

SingleInstance::Role SingleInstance::claim()
{
    if (lock()) {
        listen();
        return Role::First;
    }
    return ask() ? Role::Second : Role::Unanswered;
}

bool SingleInstance::lock()
{
    const QByteArray path = QFile::encodeName(m_base + u".lock"_s);
    m_lock = m_base.isEmpty() ? -1 : ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_lock < 0) {
        return true; // no place to meet
    }
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0) {
        return true;
    }
    ::close(m_lock);
    m_lock = -1;
    return false;
}

// Without a socket the program works all the same; a second start then says that nobody answers.
void SingleInstance::listen()
{
    if (m_lock >= 0) {
        QLocalServer::removeServer(socketPath()); // of one that was killed; nobody listens there, the lock says so
        m_server.listen(socketPath());
    }
}

// Who listens, or who called: as the kernel remembers it.
qint64 SingleInstance::processOf(const QLocalSocket &socket)
{
    ucred peer {};
    socklen_t size = sizeof(peer);
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    const bool known = ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
    return known ? peer.pid : 0;
}

void SingleInstance::serve(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (processOf(*socket) == 0) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    socket->setReadBufferSize(kLongest + 1);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(kPatienceMs, socket, [socket] { socket->abort(); });
    read(socket);
}

void SingleInstance::read(QLocalSocket *socket)
{
    const QByteArray said = socket->peek(kLongest + 1);
    if (!said.contains('\n') && said.size() <= kLongest) {
        return; // more may come
    }
    if (said == kRaise) {
        socket->readAll();
        socket->write(kDone);
        socket->disconnectFromServer();
        Q_EMIT raiseRequested();
    } else {
        socket->abort();
    }
}

// The first may hold the lock and not listen yet: asked again until the time is over.
bool SingleInstance::ask()
{
    for (const QDeadlineTimer deadline(kAnswerMs); !deadline.hasExpired();) {
        QLocalSocket socket;
        socket.connectToServer(socketPath());
        if (!socket.waitForConnected(static_cast<int>(deadline.remainingTime())) || processOf(socket) == 0) {
            rest();
            continue;
        }
        m_unanswering = processOf(socket);
        socket.write(kRaise);
        QByteArray answer;
        while (answer.size() < kDone.size() && socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            answer += socket.read(kDone.size());
        }
        if (answer == kDone) {
            m_unanswering = 0;
            return true;
        }
    }
    return false;
}

bool SingleInstance::waitForLock(int ms)
{
    for (const QDeadlineTimer deadline(ms); !deadline.hasExpired();) {
        if (lock()) {
            return true;
        }
        rest();
    }
    return false;
}

// It holds the lock, so its number cannot belong to another process meanwhile.
bool SingleInstance::replace()
{
    if (m_unanswering <= 1 || m_unanswering == ::getpid()) {
        return false;
    }
    const auto process = static_cast<pid_t>(m_unanswering);
    ::kill(process, SIGTERM);
    bool taken = waitForLock(kGraceMs);
    if (!taken) {
        ::kill(process, SIGKILL);
        taken = waitForLock(kAnswerMs);
    }
    if (taken) {
        m_unanswering = 0;
        listen();
    }
    return taken;
}

} // namespace plimsoll::desktop
