// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file/monitorlockfile.h"

#include <QtCore/QFile>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace plimsoll::storage {

namespace {

constexpr int kTries = 5; // another process that only looks holds a lock for some microseconds
constexpr int kPauseMs = 2;
constexpr std::size_t kLongest = 64; ///< bytes of a signature
constexpr std::int64_t kBeats = 3600; ///< bytes that beats go through; none of them need exist

struct flock byteLock(short kind, std::int64_t first, std::int64_t count)
{
    struct flock lock {
    };
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = first;
    lock.l_len = count;
    return lock;
}

QByteArray pathOf(const QString &directory, const char *name)
{
    return QFile::encodeName(directory) + '/' + name;
}

} // namespace

MonitorLockFile::File::File(QByteArray path)
    : m_path(std::move(path))
{
}

MonitorLockFile::File::~File()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
}

bool MonitorLockFile::File::open()
{
    if (m_file < 0) {
        m_file = ::open(m_path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    }
    return m_file >= 0;
}

// A lock on a file that is not there any more keeps nobody away.
bool MonitorLockFile::File::isReplaced() const
{
    struct stat here {
    };
    struct stat named {
    };
    return ::fstat(m_file, &here) == 0
        && (::stat(m_path.constData(), &named) != 0 || here.st_dev != named.st_dev || here.st_ino != named.st_ino);
}

MonitorLockFile::Outcome MonitorLockFile::File::lock(int kind)
{
    for (int i = 0; i < kTries; ++i) {
        if (!open()) {
            return Outcome::Impossible;
        }
        if (isReplaced()) {
            ::close(m_file);
            m_file = -1;
            continue;
        }
        if (::flock(m_file, kind | LOCK_NB) == 0) {
            return Outcome::Locked;
        }
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return Outcome::Impossible;
        }
        ::poll(nullptr, 0, kPauseMs);
    }
    return m_file < 0 ? Outcome::Impossible : Outcome::Busy;
}

void MonitorLockFile::File::unlock() const
{
    if (m_file >= 0) {
        ::flock(m_file, LOCK_UN);
    }
}

MonitorLockFile::MonitorLockFile(const QString &directory)
    : m_directory(directory)
    , m_monitor(pathOf(directory, "plimsoll.monitor.lock"))
    , m_next(pathOf(directory, "plimsoll.monitor.next"))
{
}

MonitorLockFile::~MonitorLockFile() = default;

bool MonitorLockFile::take(bool rings)
{
    if (!m_held && isAsked()) {
        return false;
    }
    const Outcome outcome = m_monitor.lock(LOCK_EX);
    m_held = outcome == Outcome::Locked;
    if (m_held) {
        sign(rings);
        beat();
    }
    return outcome != Outcome::Busy;
}

void MonitorLockFile::release()
{
    auto beats = byteLock(F_UNLCK, 0, kBeats);
    if (m_monitor.descriptor() >= 0) {
        ::fcntl(m_monitor.descriptor(), F_OFD_SETLK, &beats);
    }
    m_monitor.unlock();
    m_held = false;
}

void MonitorLockFile::beat()
{
    if (!m_held) {
        return;
    }
    const std::int64_t next = (m_beat + 1) % kBeats;
    auto add = byteLock(F_WRLCK, next, 1);
    auto drop = byteLock(F_UNLCK, m_beat, 1);
    ::fcntl(m_monitor.descriptor(), F_OFD_SETLK, &add);
    ::fcntl(m_monitor.descriptor(), F_OFD_SETLK, &drop);
    m_beat = next;
}

std::optional<std::int64_t> MonitorLockFile::lastBeat() const
{
    auto found = byteLock(F_WRLCK, 0, kBeats);
    if (m_held || m_monitor.descriptor() < 0 || ::fcntl(m_monitor.descriptor(), F_OFD_GETLK, &found) != 0
        || found.l_type == F_UNLCK) {
        return std::nullopt;
    }
    return found.l_start;
}

// One at a time, because it holds the right to be next; until the new file is locked, that keeps others away.
bool MonitorLockFile::seize(bool rings)
{
    if (m_held || !ask()) {
        return false;
    }
    ::unlink(m_monitor.path().constData());
    return take(rings) && m_held;
}

bool MonitorLockFile::ask()
{
    m_asks = m_asks || m_next.lock(LOCK_EX) == Outcome::Locked;
    return m_asks;
}

void MonitorLockFile::stopAsking()
{
    if (m_asks) {
        m_next.unlock();
        m_asks = false;
    }
}

bool MonitorLockFile::isBusy(File &file)
{
    const Outcome outcome = file.lock(LOCK_SH);
    file.unlock();
    return outcome == Outcome::Busy;
}

bool MonitorLockFile::isAsked()
{
    return !m_asks && isBusy(m_next);
}

bool MonitorLockFile::isHeldElsewhere()
{
    return !m_held && isBusy(m_monitor);
}

// For people only: who holds the lock, the kernel knows.
void MonitorLockFile::sign(bool rings) const
{
    const QByteArray text = QByteArray::number(static_cast<qlonglong>(::getpid())) + (rings ? " rings " : " quiet ")
        + program_invocation_short_name + '\n';
    const QByteArray line = text.left(static_cast<qsizetype>(kLongest));
    if (::ftruncate(m_monitor.descriptor(), 0) != 0
        || ::pwrite(m_monitor.descriptor(), line.constData(), static_cast<std::size_t>(line.size()), 0)
            != line.size()) {
        return; // a full disk: the lock holds all the same
    }
}

monitor::MonitorLock::Holder MonitorLockFile::holder() const
{
    std::array<char, kLongest> text {};
    const int file = ::open(m_monitor.path().constData(),
                            O_RDONLY | O_CLOEXEC | O_NOFOLLOW); // the one that is there now
    const ssize_t size = file < 0 ? 0 : ::read(file, text.data(), text.size());
    if (file >= 0) {
        ::close(file);
    }
    const QByteArray line = QByteArray(text.data(), std::max<ssize_t>(size, 0)).trimmed();
    const QList<QByteArray> words = line.split(' ');
    bool isNumber = false;
    const qlonglong process = words.first().toLongLong(&isNumber);
    if (words.size() < 3 || !isNumber) {
        return {};
    }
    return {process, words.at(1) != "quiet", QString::fromUtf8(words.at(2))};
}

} // namespace plimsoll::storage
