// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/channel.h"
#include "notify/httpcall.h"

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <map>
#include <vector>

namespace plimsoll::notify {

/// A message to a phone or a server, by HTTP. Delivered means a status of 200 to 299. The token of Telegram is asked
/// for with tokenWanted() when Telegram is chosen and again by a delivery that finds none; deliveries wait for
/// setToken(). It is kept in memory only and appears in no report.
class WebhookChannel final : public Channel
{
    Q_OBJECT

public:
    explicit WebhookChannel(const QUrl &telegram, QObject *parent = nullptr);
    ~WebhookChannel() override;

    void deliver(Ticket ticket, const monitor::Delivery &delivery) override;
    void abandon(Ticket ticket) override;
    void setPreferences(const monitor::AlarmPreferences &preferences) override;
    void setToken(const QString &token, const QString &error);

Q_SIGNALS:
    void tokenWanted();

private:
    struct Waiting {
        Ticket ticket = 0;
        monitor::Delivery delivery;
    };

    void deliverByTelegram(Ticket ticket, const monitor::Delivery &delivery);
    void post(Ticket ticket, const HttpRequest &request);

    const QUrl m_telegram;
    QNetworkAccessManager m_manager;
    monitor::AlarmPreferences m_preferences;
    QString m_token;
    std::vector<Waiting> m_waiting; // for the token
    std::map<Ticket, HttpCall *> m_calls; // children of this object
};

} // namespace plimsoll::notify
