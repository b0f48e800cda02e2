// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/monitorlock.h"

#include <QtCore/QByteArray>

namespace plimsoll::storage {

/// MonitorLock by kernel locks (flock) on two files beside the database: `plimsoll.monitor.lock` is held by the monitor
/// and names it, `plimsoll.monitor.next` by the one that asks for its place. Both are freed by the kernel when their
/// process dies, and programs that it started do not inherit them, so a stale file means nothing. Where a file cannot
/// be opened or locked at all, every process is the monitor: told twice is better than not told. A beat is a lock on
/// another byte of the same file each time (F_OFD_SETLK), which others can ask for: it costs no write, so a disk that
/// stalls does not make the monitor look dead. A monitor without one is put out of its place by a new file of the same
/// name.
class MonitorLockFile final : public monitor::MonitorLock
{
public:
    explicit MonitorLockFile(const QString &directory); ///< which need not exist before the first call
    ~MonitorLockFile() override;

    bool take(bool rings) override;
    void release() override;
    bool ask() override;
    void stopAsking() override;
    [[nodiscard]] bool isAsked() override;
    [[nodiscard]] Holder holder() const override;
    void beat() override;
    [[nodiscard]] std::optional<std::int64_t> lastBeat() const override;
    bool seize(bool rings) override;
    [[nodiscard]] bool isLost() const override { return m_held && m_monitor.isReplaced(); }

    [[nodiscard]] bool isHeldElsewhere(); ///< another process is the monitor; takes nothing
    [[nodiscard]] QString directory() const { return m_directory; }

private:
    enum class Outcome { Locked, Busy, Impossible };

    class File
    {
    public:
        explicit File(QByteArray path);
        ~File();
        File(const File &) = delete;
        File &operator=(const File &) = delete;

        Outcome lock(int kind); ///< LOCK_EX or LOCK_SH; opens the file anew where it was replaced
        void unlock() const;
        [[nodiscard]] int descriptor() const { return m_file; }
        [[nodiscard]] const QByteArray &path() const { return m_path; }
        [[nodiscard]] bool isReplaced() const;

    private:
        bool open();

        QByteArray m_path;
        int m_file = -1;
    };

    static bool isBusy(File &file);
    void sign(bool rings) const;

    QString m_directory;
    File m_monitor;
    File m_next;
    bool m_held = false;
    bool m_asks = false;
    std::int64_t m_beat = 0; ///< the byte that is locked as the newest beat
};

} // namespace plimsoll::storage
