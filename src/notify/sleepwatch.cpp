// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/sleepwatch.h"

#include <QtDBus/QDBusConnection>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

const QString kConnection = u"plimsoll-sleepwatch"_s;

} // namespace

SleepWatch::SleepWatch(const QString &busAddress, QObject *parent)
    : QObject(parent)
    , m_address(busAddress)
{
}

SleepWatch::~SleepWatch()
{
    QDBusConnection::disconnectFromBus(kConnection);
}

void SleepWatch::start()
{
    QDBusConnection bus = m_address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SystemBus, kConnection)
                                              : QDBusConnection::connectToBus(m_address, kConnection);
    const bool works = bus.isConnected()
        && bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                       u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(bool)));
    Q_EMIT started(works);
}

void SleepWatch::onPrepareForSleep(bool begins)
{
    if (begins) {
        Q_EMIT aboutToSleep();
    } else {
        Q_EMIT woke();
    }
}

} // namespace plimsoll::notify
