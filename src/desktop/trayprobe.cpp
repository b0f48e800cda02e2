// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trayprobe.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>
#include <QtDBus/QDBusVariant>

using namespace Qt::StringLiterals;

namespace plimsoll::desktop {

namespace {

const QString kWatcher = u"org.kde.StatusNotifierWatcher"_s;

template<typename Reply, typename Then>
void call(QObject *context, const QDBusMessage &message, Then then)
{
    auto *pending = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, BusTrayProbe::kLimitMs), context);
    QObject::connect(pending, &QDBusPendingCallWatcher::finished, context, [then](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        then(QDBusPendingReply<Reply>(*finished));
    });
}

} // namespace

BusTrayProbe::BusTrayProbe(QObject *parent)
    : TrayProbe(parent)
{
    auto *watcher = new QDBusServiceWatcher(kWatcher, QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayProbe::hostMoved);
    QDBusConnection::sessionBus().connect(kWatcher, u"/StatusNotifierWatcher"_s, kWatcher,
                                          u"StatusNotifierHostRegistered"_s, this, SIGNAL(hostMoved()));
}

// The bus itself is asked first: a message to a name that nobody owns could start a program.
void BusTrayProbe::ask()
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        Q_EMIT answered(Host::Impossible);
        return;
    }
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                          u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    message << kWatcher;
    call<bool>(this, message, [this](const QDBusPendingReply<bool> &reply) {
        if (reply.isValid() && reply.value()) {
            askHost();
        } else {
            Q_EMIT answered(Host::Absent);
        }
    });
}

void BusTrayProbe::askHost()
{
    QDBusMessage message = QDBusMessage::createMethodCall(kWatcher, u"/StatusNotifierWatcher"_s,
                                                          u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << kWatcher << u"IsStatusNotifierHostRegistered"_s;
    message.setAutoStartService(false);
    call<QDBusVariant>(this, message, [this](const QDBusPendingReply<QDBusVariant> &reply) {
        const bool late = reply.isError()
            && (reply.error().type() == QDBusError::NoReply || reply.error().type() == QDBusError::Timeout);
        const bool present = reply.isValid() && reply.value().variant().toBool();
        Q_EMIT answered(late ? Host::Hangs : present ? Host::Present : Host::Absent);
    });
}

} // namespace plimsoll::desktop
