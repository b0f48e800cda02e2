// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/pingurl.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

PingUrl::PingUrl(std::chrono::milliseconds every, std::function<bool()> isAlive, QObject *parent)
    : QObject(parent)
    , m_every(every)
    , m_isAlive(std::move(isAlive))
    , m_manager(this)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
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

void PingUrl::setEvery(std::chrono::milliseconds every)
{
    if (m_every != every) {
        m_every = every;
        pingNow();
    }
}

void PingUrl::setRunning(bool running)
{
    if (running == m_running) {
        return;
    }
    m_running = running;
    if (running) {
        pingNow();
    } else {
        m_timer.stop();
        delete m_call;
    }
}

void PingUrl::pingNow()
{
    if (!m_running || m_url.isEmpty()) {
        return;
    }
    const bool isAlive = m_isAlive();
    m_timer.start(isAlive ? m_every : std::min(m_every, kLook));
    if (isAlive) {
        ask();
    }
}

void PingUrl::ask()
{
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
