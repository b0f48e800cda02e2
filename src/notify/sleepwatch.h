// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace plimsoll::notify {

/// The news of logind that the computer goes to sleep or came back. Without it nothing is ever said. Lives on a thread
/// where connecting to a bus may block.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    /// `busAddress` empty = the system bus of this computer.
    explicit SleepWatch(const QString &busAddress, QObject *parent = nullptr);
    ~SleepWatch() override;

    void start();

Q_SIGNALS:
    void started(bool works);
    void aboutToSleep();
    void woke();

private Q_SLOTS:
    void onPrepareForSleep(bool begins);

private: // NOLINT(readability-redundant-access-specifiers): the one before is moc's
    const QString m_address;
};

} // namespace plimsoll::notify
