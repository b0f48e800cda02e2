// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file/writelock.h"

#include "storage/sql/sqlfailure.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>

#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace plimsoll::storage {

namespace {
constexpr int kWaitMs = 5000;
constexpr int kRetryMs = 5;
} // namespace

WriteLock::WriteLock(QString path)
    : m_path(std::move(path))
{
}

WriteLock::~WriteLock()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
}

Result<Done> WriteLock::openFile()
{
    if (m_file < 0) {
        m_file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    }
    if (m_file < 0) {
        return Error {ErrorCode::CannotOpen, m_path.toStdString(),
                      std::string("the lock file cannot be opened: ") + std::generic_category().message(errno)};
    }
    return Done {};
}

Result<Done> WriteLock::acquire()
{
    assert(!m_held);
    if (auto opened = openFile(); !opened) {
        return opened;
    }
    const QDeadlineTimer deadline(kWaitMs);
    while (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return Error {ErrorCode::CannotWrite, m_path.toStdString(),
                          std::string("the lock cannot be taken: ") + std::generic_category().message(errno)};
        }
        if (deadline.hasExpired()) {
            return Error {ErrorCode::CannotWrite, m_path.toStdString(),
                          "another process has been writing to the database for 5 seconds"};
        }
        ::poll(nullptr, 0, kRetryMs); // flock has no time limit of its own
    }
    m_held = true;
    return Done {};
}

void WriteLock::release()
{
    if (m_held) {
        ::flock(m_file, LOCK_UN);
        m_held = false;
    }
}

WriteLockGuard::WriteLockGuard(WriteLock &lock)
    : m_lock(lock)
{
    orThrow(m_lock.acquire());
}

} // namespace plimsoll::storage
