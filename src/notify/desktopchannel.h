// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/channel.h"
#include "notify/notificationcall.h"

#include <QtCore/QHash>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusServiceWatcher>

#include <array>
#include <deque>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QDBusError)
QT_FORWARD_DECLARE_CLASS(QDBusMessage)

namespace plimsoll::notify {

/// Notifications of the desktop, by org.freedesktop.Notifications. One notification stands at a time and each delivery
/// replaces it; tests and drills stand apart. Delivered means that the service answered with a number and does not say
/// that it shows nothing now (do not disturb). Only one call is on its way: what waits behind a service that hangs is
/// dropped when it is abandoned, so that nothing stale pops up later. The connection to the session bus is made by the
/// first delivery and again by each one that finds it gone; making it may block, so this belongs on a thread where
/// nothing else is urgent. What stands is taken away with the channel.
class DesktopChannel final : public Channel
{
    Q_OBJECT

public:
    /// `busAddress` empty = the bus of this session.
    explicit DesktopChannel(const QString &busAddress, QObject *parent = nullptr);
    ~DesktopChannel() override;

    void deliver(Ticket ticket, const monitor::Delivery &delivery) override;
    void abandon(Ticket ticket) override;

Q_SIGNALS:
    void actionChosen(plimsoll::alarm::NoticeId notice, plimsoll::monitor::NoticeAction action);
    void restarted(); ///< a service is there again after one was lost that had shown something, or after one was missed

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &key);
    void onClosed(uint id, uint reason);

private: // NOLINT(readability-redundant-access-specifiers): the one before is moc's
    struct Waiting {
        Ticket ticket = 0;
        monitor::Delivery delivery;
    };

    /// Each has at most one notification on the desktop.
    enum Kind : std::size_t { Alarm, Test, Drill, Kinds };

    [[nodiscard]] static Kind kindOf(const monitor::Delivery &delivery);
    [[nodiscard]] bool connectBus();
    void onOwnerChanged(const QString &newOwner);
    void forgetService();
    void next();
    void askCapabilities();
    void notify(const Waiting &waiting);
    void onAnswer(const Waiting &waiting, const QDBusMessage &answer);
    void askPaused(const Waiting &waiting, std::size_t from);
    void conclude(const Waiting &waiting, bool isPaused);
    void withdraw(Kind kind);
    void failAll(const QString &reason);
    [[nodiscard]] QDBusMessage call(const QString &method) const;

    const QString m_address;
    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    std::deque<Waiting> m_waiting;
    bool m_isCalling = false; // a call has not been answered
    std::optional<Capabilities> m_capabilities; // of the service of now
    std::optional<std::size_t>
        m_pauseSign; // which sign of do-not-disturb the service of now knows; past the last: none
    std::array<uint, Kinds> m_active {}; // number of the notification that the next one of its kind replaces; 0 = none
    QHash<uint, alarm::NoticeId> m_notices; // what each open notification tells
    bool m_isMissed = false; // something was lost or not delivered: a new service is news
};

} // namespace plimsoll::notify
