// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QString>

namespace plimsoll::storage {

/// The lock beside the database, `<db>.lock`: held while anything is written, checkpointed, opened or closed, so that
/// the desktop program and the command line never write or checkpoint at the same moment. SQLite's own locks allow
/// that, but before 3.51.3 a checkpoint of one connection beside a write of another can damage a WAL database. The
/// kernel frees it when a process dies, so a stale file means nothing. One thread. Errors: CannotOpen (folder),
/// CannotWrite (held by another process longer than 5 s).
class WriteLock
{
public:
    explicit WriteLock(QString path);
    ~WriteLock();
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

    /// Requires: not held.
    Result<Done> acquire();
    void release();

    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    Result<Done> openFile();

    QString m_path;
    int m_file = -1;
    bool m_held = false;
};

/// Holds the lock for a scope. Throws SqlFailure where it cannot be had.
class WriteLockGuard
{
public:
    explicit WriteLockGuard(WriteLock &lock);
    ~WriteLockGuard() { m_lock.release(); }
    WriteLockGuard(const WriteLockGuard &) = delete;
    WriteLockGuard &operator=(const WriteLockGuard &) = delete;

private:
    WriteLock &m_lock;
};

} // namespace plimsoll::storage
