// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/desktopchannel.h"

#include "ports/outsidetext.h"

#include <QtCore/QFileInfo>
#include <QtDBus/QDBusError>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusVariant>

#include <algorithm>
#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;

// The library's own way starts a bus where none is; a bus of our own would have nobody on it who shows anything.
QString sessionBusAddress()
{
    const QString told = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!told.isEmpty()) {
        return told;
    }
    const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return QFileInfo::exists(usual) ? u"unix:path="_s + usual : QString();
}

// Where a service says that it keeps notifications back: KDE Plasma by the name of the specification's draft, dunst by
// its own.
struct PauseSign {
    QString interface;
    QString property;
};

const std::array<PauseSign, 2> &pauseSigns()
{
    static const std::array<PauseSign, 2> all {PauseSign {kService, u"Inhibited"_s},
                                               PauseSign {u"org.dunstproject.cmd0"_s, u"paused"_s}};
    return all;
}

constexpr int kPauseAnswerMs = 500; // well within the time that a delivery has
constexpr int kFarewellMs = 500; // so that a service that hangs does not hold up the end of the program

QString newConnectionName()
{
    static std::atomic<int> last = 0;
    return u"plimsoll-notify-%1"_s.arg(++last);
}

QString reasonOf(const QDBusMessage &error)
{
    const QString name = error.errorName();
    if (name == u"org.freedesktop.DBus.Error.ServiceUnknown"_s
        || name == u"org.freedesktop.DBus.Error.NameHasNoOwner"_s) {
        return u"no notification service is running"_s;
    }
    if (name == u"org.freedesktop.DBus.Error.NoReply"_s) {
        return u"the notification service did not answer"_s;
    }
    if (name == u"org.freedesktop.DBus.Error.Disconnected"_s) {
        return u"the connection to the session bus was lost"_s;
    }
    const QString text = monitor::outsideLine(error.errorMessage());
    return text.isEmpty() ? monitor::outsideLine(name) : text;
}

} // namespace

DesktopChannel::DesktopChannel(const QString &busAddress, QObject *parent)
    : Channel(parent)
    , m_address(busAddress)
    , m_bus(QString()) // connected to nothing
    , m_watcher(this)
{
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &newOwner) { onOwnerChanged(newOwner); });
}

DesktopChannel::~DesktopChannel()
{
    for (const Kind kind : {Alarm, Test, Drill}) {
        withdraw(kind); // buttons that nobody answers any more
    }
    if (m_bus.isConnected() && m_capabilities) { // an answer from the bus: what was sent before has left this process
        m_bus.call(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                  u"org.freedesktop.DBus"_s, u"GetId"_s),
                   QDBus::Block, kFarewellMs);
    }
    QDBusConnection::disconnectFromBus(m_bus.name());
}

void DesktopChannel::deliver(Ticket ticket, const monitor::Delivery &delivery)
{
    m_waiting.push_back({ticket, delivery});
    next();
}

void DesktopChannel::abandon(Ticket ticket)
{
    m_isMissed = true;
    std::erase_if(m_waiting, [ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
}

bool DesktopChannel::connectBus()
{
    if (m_bus.isConnected()) {
        return true;
    }
    QDBusConnection::disconnectFromBus(m_bus.name());
    forgetService();
    const QString address = m_address.isEmpty() ? sessionBusAddress() : m_address;
    if (address.isEmpty()) {
        return false;
    }
    m_bus = QDBusConnection::connectToBus(address, newConnectionName());
    if (!m_bus.isConnected()) {
        return false;
    }
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchedServices({kService});
    m_bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
    return true;
}

void DesktopChannel::onOwnerChanged(const QString &newOwner)
{
    forgetService();
    if (!newOwner.isEmpty() && std::exchange(m_isMissed, false)) {
        Q_EMIT restarted();
    }
}

void DesktopChannel::forgetService()
{
    m_isMissed = m_isMissed || m_active[Alarm] != 0;
    m_capabilities.reset();
    m_pauseSign.reset();
    m_active.fill(0);
    m_notices.clear();
}

void DesktopChannel::next()
{
    while (!m_isCalling && !m_waiting.empty()) {
        if (!connectBus()) {
            failAll(u"no session bus"_s);
            return;
        }
        if (!m_capabilities) {
            askCapabilities();
            return;
        }
        const Waiting waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (waiting.delivery.withdraw) {
            withdraw(kindOf(waiting.delivery));
            Q_EMIT ended(waiting.ticket, true, u"taken away"_s);
        } else if (waiting.delivery.quiet && waiting.delivery.allOver && m_active[Alarm] == 0) {
            Q_EMIT ended(waiting.ticket, true, u"nothing stands that could be replaced"_s);
        } else {
            notify(waiting);
        }
    }
}

void DesktopChannel::askCapabilities()
{
    m_isCalling = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isCalling = false;
        const QDBusMessage answer = watcher->reply();
        if (answer.type() == QDBusMessage::ErrorMessage
            && answer.errorName() != u"org.freedesktop.DBus.Error.UnknownMethod"_s) {
            failAll(reasonOf(answer));
            return;
        }
        const QVariant list = answer.arguments().value(0);
        m_capabilities = answer.signature() == u"as"_s ? Capabilities::fromList(list.toStringList()) : Capabilities();
        next();
    });
}

void DesktopChannel::notify(const Waiting &waiting)
{
    m_isCalling = true;
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments(
        NotificationCall(waiting.delivery, *m_capabilities).arguments(m_active[kindOf(waiting.delivery)]));
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, waiting] {
        watcher->deleteLater();
        m_isCalling = false;
        onAnswer(waiting, watcher->reply());
    });
}

void DesktopChannel::onAnswer(const Waiting &waiting, const QDBusMessage &answer)
{
    if (answer.type() == QDBusMessage::ErrorMessage || answer.signature() != u"u"_s) {
        m_isMissed = true;
        const bool isError = answer.type() == QDBusMessage::ErrorMessage;
        Q_EMIT ended(waiting.ticket, false,
                     isError ? reasonOf(answer) : u"the notification service answered without a number"_s);
        next();
        return;
    }
    const uint id = answer.arguments().constFirst().toUInt();
    const Kind kind = kindOf(waiting.delivery);
    m_active[kind] = id;
    if (kind != Test) {
        m_notices.insert(id, waiting.delivery.notice);
    }
    askPaused(waiting, m_pauseSign.value_or(0));
}

// Accepted is not shown: a service that is paused takes everything and shows nothing.
void DesktopChannel::askPaused(const Waiting &waiting, std::size_t from)
{
    if (from >= pauseSigns().size()) {
        m_pauseSign = from;
        conclude(waiting, false);
        return;
    }
    m_isCalling = true;
    QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, u"org.freedesktop.DBus.Properties"_s,
                                                          u"Get"_s);
    message.setArguments({pauseSigns()[from].interface, pauseSigns()[from].property});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, kPauseAnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, waiting, from] {
        watcher->deleteLater();
        m_isCalling = false;
        const QDBusMessage answer = watcher->reply();
        const QVariant value = answer.arguments().value(0).value<QDBusVariant>().variant();
        if (answer.type() == QDBusMessage::ErrorMessage || value.typeId() != QMetaType::Bool) {
            askPaused(waiting, from + 1);
            return;
        }
        m_pauseSign = from;
        conclude(waiting, value.toBool());
    });
}

void DesktopChannel::conclude(const Waiting &waiting, bool isPaused)
{
    if (isPaused) {
        Q_EMIT ended(waiting.ticket, false, u"notifications are paused (do not disturb): it is not shown"_s);
    } else {
        Q_EMIT ended(waiting.ticket, true, u"notification %1"_s.arg(m_active[kindOf(waiting.delivery)]));
    }
    next();
}

void DesktopChannel::withdraw(Kind kind)
{
    const uint id = std::exchange(m_active[kind], 0);
    if (id == 0) {
        return;
    }
    m_notices.remove(id);
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setArguments({id});
    m_bus.send(message);
}

DesktopChannel::Kind DesktopChannel::kindOf(const monitor::Delivery &delivery)
{
    if (delivery.isDrill) {
        return Drill;
    }
    return delivery.isTest ? Test : Alarm;
}

void DesktopChannel::failAll(const QString &reason)
{
    m_isMissed = true;
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        Q_EMIT ended(waiting.ticket, false, reason);
    }
}

void DesktopChannel::onActionInvoked(uint id, const QString &key)
{
    const auto notice = m_notices.constFind(id);
    const auto action = actionFromKey(key);
    if (notice != m_notices.cend() && action) {
        Q_EMIT actionChosen(*notice, *action);
    }
}

void DesktopChannel::onClosed(uint id, uint)
{
    // Whatever closed it, even its time though it should have none: what comes next is shown as new.
    m_notices.remove(id);
    std::ranges::replace(m_active, id, 0U);
}

QDBusMessage DesktopChannel::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace plimsoll::notify
