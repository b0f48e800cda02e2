// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/pingurl.h"

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

PingUrl::PingUrl(std::chrono::milliseconds every, QObject *parent)
    : QObject(parent)
    , m_manager(this)
    , m_timer(this)
{
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &PingUrl::pingNow);
}

PingUrl::~PingUrl()
{
    delete m_call; // before the manager it uses
}

void PingUrl::setUrl(const QUrl &url)
{
    if (m_url != url) {
        m_url = url;
        pingNow();
    }
}

void PingUrl::setRunning(bool running)
{
    if (running == m_timer.isActive()) {
        return;
    }
    if (running) {
        m_timer.start();
        pingNow();
    } else {
        m_timer.stop();
        delete m_call;
    }
}

void PingUrl::pingNow()
{
    if (!m_timer.isActive() || m_url.isEmpty()) {
        return;
    }
    if (!mayBeCalled(m_url)) {
        Q_EMIT pinged(false, u"the address is not an https address"_s);
        return;
    }
    delete m_call;
    m_call = new HttpCall(m_manager, {m_url, {}, {}, {}}, this);
    connect(m_call, &HttpCall::ended, this, [this](bool wasGood, int, const QString &detail) {
        m_call->deleteLater();
        m_call.clear();
        Q_EMIT pinged(wasGood, detail);
    });
}

} // namespace plimsoll::notify
