// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace plimsoll::feed {

/// Tells when the network is there again, or became another one, as the desktop knows it (QNetworkInformation:
/// NetworkManager or the kernel). Where nothing can be known it stays silent, and the retries of the poller are all
/// there is. Main thread.
class NetworkReturn final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkReturn(QObject *parent = nullptr);

    /// What is reachable changed; public so that a test can say so.
    void onReachable(bool online);

Q_SIGNALS:
    void returned();

private:
    bool m_online = true;
};

} // namespace plimsoll::feed
