// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/exposurewait.h"

#include <QtCore/QEvent>

namespace plimsoll::desktop {

ExposureWait::ExposureWait(QWindow &window)
    : QObject(&window) // a window that goes takes the wait with it: nobody is left to answer
    , m_window(window)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { end(m_window.isExposed()); });
}

void ExposureWait::begin()
{
    if (m_window.isExposed()) {
        end(true);
        return;
    }
    m_window.installEventFilter(this);
    m_limit.start(kLimitMs);
}

bool ExposureWait::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Expose && m_window.isExposed()) {
        end(true);
    }
    return QObject::eventFilter(watched, event);
}

void ExposureWait::end(bool exposed)
{
    if (!m_ended) {
        m_ended = true;
        m_limit.stop();
        Q_EMIT done(exposed);
        deleteLater();
    }
}

} // namespace plimsoll::desktop
