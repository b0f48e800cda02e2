// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/networkreturn.h"

#include <QtNetwork/QNetworkInformation>

#include <utility>

namespace plimsoll::feed {

namespace {

bool isOnline(QNetworkInformation::Reachability reachability)
{
    return reachability != QNetworkInformation::Reachability::Disconnected;
}

} // namespace

NetworkReturn::NetworkReturn(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    const QNetworkInformation *network = QNetworkInformation::instance();
    m_online = isOnline(network->reachability());
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) { onReachable(isOnline(reachability)); });
    connect(network, &QNetworkInformation::transportMediumChanged, this, [this] {
        if (m_online) {
            Q_EMIT returned(); // from one network into another
        }
    });
}

void NetworkReturn::onReachable(bool online)
{
    if (!std::exchange(m_online, online) && online) {
        Q_EMIT returned();
    }
}

} // namespace plimsoll::feed
