// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/webhookchannel.h"

#include "notify/webhookrequest.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

using Kind = monitor::AlarmPreferences::WebhookKind;

WebhookChannel::WebhookChannel(const QUrl &telegram, QObject *parent)
    : Channel(parent)
    , m_telegram(telegram)
    , m_manager(this)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

WebhookChannel::~WebhookChannel()
{
    for (const auto &[ticket, call] : m_calls) {
        delete call; // before the manager they use
    }
}

void WebhookChannel::setPreferences(const monitor::AlarmPreferences &preferences)
{
    const bool wasTelegram = m_preferences.webhookKind == Kind::Telegram;
    m_preferences = preferences;
    if (preferences.webhookKind == Kind::Telegram && !wasTelegram) {
        Q_EMIT tokenWanted(); // now, so that a locked keyring asks now and not in an alarm
    }
}

void WebhookChannel::setToken(const QString &token, const QString &error)
{
    if (!token.isEmpty() || error.isEmpty()) { // a keyring that cannot be read now does not make the known token wrong
        m_token = token;
    }
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (m_token.isEmpty()) {
            Q_EMIT ended(waiting.ticket, false,
                         error.isEmpty() ? u"no Telegram token is in the keyring"_s : u"keyring: "_s + error);
        } else {
            deliverByTelegram(waiting.ticket, waiting.delivery);
        }
    }
}

void WebhookChannel::deliver(Ticket ticket, const monitor::Delivery &delivery)
{
    if (m_preferences.webhookUrl.isEmpty()) {
        Q_EMIT ended(ticket, false,
                     m_preferences.webhookKind == Kind::Telegram ? u"no chat id is set"_s : u"no address is set"_s);
        return;
    }
    if (m_preferences.webhookKind == Kind::Telegram) {
        if (m_token.isEmpty()) {
            m_waiting.push_back({ticket, delivery});
            Q_EMIT tokenWanted();
        } else {
            deliverByTelegram(ticket, delivery);
        }
        return;
    }
    const QUrl url(m_preferences.webhookUrl, QUrl::StrictMode);
    if (!mayBeCalled(url)) {
        Q_EMIT ended(ticket, false, u"the address is not an https address"_s);
        return;
    }
    post(ticket, m_preferences.webhookKind == Kind::Ntfy ? ntfyRequest(url, delivery) : jsonRequest(url, delivery));
}

void WebhookChannel::abandon(Ticket ticket)
{
    std::erase_if(m_waiting, [ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
    if (const auto found = m_calls.find(ticket); found != m_calls.end()) {
        found->second->deleteLater();
        m_calls.erase(found);
    }
}

void WebhookChannel::deliverByTelegram(Ticket ticket, const monitor::Delivery &delivery)
{
    const auto request = telegramRequest(m_telegram, m_token, m_preferences.webhookUrl, delivery);
    if (!request) {
        Q_EMIT ended(ticket, false, u"what is in the keyring is not a Telegram token"_s);
        return;
    }
    post(ticket, *request);
}

void WebhookChannel::post(Ticket ticket, const HttpRequest &request)
{
    auto *call = new HttpCall(m_manager, request, this);
    m_calls[ticket] = call;
    connect(call, &HttpCall::ended, this, [this, ticket, call](bool wasGood, int, const QString &detail) {
        m_calls.erase(ticket);
        call->deleteLater();
        Q_EMIT ended(ticket, wasGood, detail);
    });
}

} // namespace plimsoll::notify
