// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/httpcall.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <chrono>

namespace plimsoll::notify {

/// The dead man's switch: asks an address of somebody who raises the alarm when it is not asked any more. All calls on the thread it lives on.
class PingUrl : public QObject
{
    Q_OBJECT

public:
    explicit PingUrl(std::chrono::milliseconds every, QObject *parent = nullptr);
    ~PingUrl() override;

    void setUrl(const QUrl &url); ///< empty = nobody is asked
    void setRunning(bool running); ///< asks at once when it begins
    void pingNow(); ///< while running; for the end of a sleep, which timers do not count

Q_SIGNALS:
    void pinged(bool answered, const QString &detail);

private:
    QUrl m_url;
    QNetworkAccessManager m_manager;
    QTimer m_timer;
    QPointer<HttpCall> m_call;
};

} // namespace plimsoll::notify
