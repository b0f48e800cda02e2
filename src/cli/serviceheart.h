// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "notify/systemdnotify.h"
#include "ports/clock.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <cstdint>

namespace plimsoll::cli {

/// Tells the service manager that a watch is ready and lives: ready with the first snapshot, alive only while the
/// engine goes on sending some. Does nothing where no manager asked. Main thread; connect the engine's snapshots to
/// beat(). `clock` must outlive it.
class ServiceHeart : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t kSilenceMs = 10'000; ///< a snapshot comes once a second

    explicit ServiceHeart(const monitor::Clock &clock, QObject *parent = nullptr);
    ~ServiceHeart() override; ///< says that it ends

    void beat();

private:
    void tell() const;

    const monitor::Clock &m_clock;
    notify::SystemdNotify m_manager;
    QTimer m_timer;
    BootTime m_lastBeat; ///< 0 = none yet
};

} // namespace plimsoll::cli
