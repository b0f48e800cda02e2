// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/httpcall.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <chrono>
#include <functional>

namespace plimsoll::notify {

/// The dead man's switch: asks an address of somebody who raises the alarm when it is not asked any more. It is asked
/// only while `isAlive` says so in that very moment; where it does not, the address is asked as soon as it does again.
/// All calls on the thread it lives on.
class PingUrl : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kLook {1000}; ///< how often it looks whether there are heartbeats again

    PingUrl(std::chrono::milliseconds every, std::function<bool()> isAlive, QObject *parent = nullptr);
    ~PingUrl() override;

    void setUrl(const QUrl &url); ///< empty = nobody is asked
    void setEvery(std::chrono::milliseconds every); ///< from the next time on
    void setRunning(bool running); ///< asks at once when it begins
    void pingNow(); ///< while running; for the end of a sleep, which timers do not count

Q_SIGNALS:
    void pinged(bool answered, const QString &detail);

private:
    void ask();

    std::chrono::milliseconds m_every;
    std::function<bool()> m_isAlive;
    QUrl m_url;
    QNetworkAccessManager m_manager;
    QTimer m_timer;
    QPointer<HttpCall> m_call;
    bool m_running = false;
};

} // namespace plimsoll::notify
