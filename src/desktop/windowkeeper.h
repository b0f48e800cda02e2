// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/miniviewmodel.h"
#include "margin/moment.h"
#include "ports/alarmcommands.h"
#include "ports/clock.h"
#include "ports/notifier.h"

#include <QtCore/QObject>
#include <QtCore/QPoint>
#include <QtCore/QPointer>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickWindow>

#include <memory>
#include <optional>

namespace plimsoll::desktop {

/// Brings windows to a person's eyes and tells truly whether they were seen: the main window that asks for attention,
/// and the mini window above all others. Neither takes the keyboard where the platform lets us say so. Every delivery
/// of the channels Attention and MiniWindow is answered once through AlarmCommands::screenReported(): delivered when
/// the window was really exposed. GUI thread.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr int kCornerMargin = 24; ///< px between the mini window and the corner of the screen
    static constexpr int kSheetWidth =
        420; ///< px at the right edge of the main window, where the margin call is answered

    WindowKeeper(monitor::AlarmCommands &alarms, MiniViewModel &mini, const monitor::Clock &clock,
                 QObject *parent = nullptr);
    ~WindowKeeper() override;

    void attach(QQuickWindow &window, QQmlEngine &engine);
    void deliver(const monitor::Delivery &delivery); ///< of other channels: ignored

    void raise(); ///< a person asks for the window: shown, in front, with the keyboard
    void hide();
    void minimise();
    void bringBack(); ///< where it is hidden: minimised, so that it can be found
    void goToMiniWindow();

    /// The corner of `room` for a window of that size: the lower right one, or the next that covers nothing of
    /// `avoided`.
    [[nodiscard]] static QPoint cornerFor(const QRect &room, QSize size, const QRect &avoided);

    [[nodiscard]] QQuickWindow *miniWindow() const { return m_miniWindow.get(); }

private:
    void report(const monitor::Delivery &delivery, BootTime since, const QString &failure);
    void reportWhenExposed(QQuickWindow *window, const monitor::Delivery &delivery, BootTime since);
    void askForAttention();
    [[nodiscard]] QString makeMiniWindow(); ///< "" or why not
    void showMiniWindow();
    void placeMiniWindow();
    void followMini();

    monitor::AlarmCommands &m_alarms;
    MiniViewModel &m_mini;
    const monitor::Clock &m_clock;
    QPointer<QQuickWindow> m_window;
    QPointer<QQmlEngine> m_engine;
    std::unique_ptr<QQuickWindow> m_miniWindow;
    std::optional<QPoint> m_place; ///< where a person dragged the mini window
    QPoint m_placed; ///< where it was put
};

} // namespace plimsoll::desktop
