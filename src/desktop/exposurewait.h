// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtGui/QWindow>

namespace plimsoll::desktop {

/// Waits until a window is really on the screen, at most kLimitMs, then says whether it is and deletes itself. GUI
/// thread.
class ExposureWait : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLimitMs = 1500; ///< the report must arrive within 2 s

    explicit ExposureWait(QWindow &window);

    void begin(); ///< done() may come before this returns

Q_SIGNALS:
    void done(bool exposed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void end(bool exposed);

    QWindow &m_window;
    QTimer m_limit;
    bool m_ended = false;
};

} // namespace plimsoll::desktop
