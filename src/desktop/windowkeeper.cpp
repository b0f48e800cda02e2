// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/windowkeeper.h"

#include "desktop/exposurewait.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtQml/QQmlComponent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll::desktop {

namespace {

// Read by Qt's platform plug-ins when a window is shown (the attribute WA_ShowWithoutActivating of widgets sets the
// same).
constexpr const char *kShowWithoutFocus = "_q_showWithoutActivating";

} // namespace

WindowKeeper::WindowKeeper(monitor::AlarmCommands &alarms, MiniViewModel &mini, const monitor::Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_mini(mini)
    , m_clock(clock)
{
    connect(&mini, &MiniViewModel::wantedChanged, this, &WindowKeeper::followMini);
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::attach(QQuickWindow &window, QQmlEngine &engine)
{
    m_window = &window;
    m_engine = &engine;
    connect(&engine, &QObject::destroyed, this, [this] { m_miniWindow.reset(); }); // it cannot live without its engine
}

void WindowKeeper::deliver(const monitor::Delivery &delivery)
{
    const BootTime since = m_clock.bootTime();
    switch (delivery.channel) {
    case alarm::Channel::Attention:
        askForAttention();
        reportWhenExposed(m_window, delivery, since);
        break;
    case alarm::Channel::MiniWindow:
        m_mini.present(delivery);
        if (const QString failure = makeMiniWindow(); failure.isEmpty()) {
            showMiniWindow();
            reportWhenExposed(m_miniWindow.get(), delivery, since);
        } else {
            report(delivery, since, failure);
        }
        break;
    default: break;
    }
}

void WindowKeeper::report(const monitor::Delivery &delivery, BootTime since, const QString &failure)
{
    monitor::DeliveryReport report;
    report.notice = delivery.notice;
    report.channel = delivery.channel;
    report.isTest = delivery.isTest;
    report.delivered = failure.isEmpty();
    report.detail = failure.isEmpty() ? QGuiApplication::platformName() : failure;
    report.tookMs = m_clock.bootTime() - since;
    m_alarms.screenReported(report);
}

void WindowKeeper::reportWhenExposed(QQuickWindow *window, const monitor::Delivery &delivery, BootTime since)
{
    if (window == nullptr) {
        report(delivery, since, u"there is no window"_s);
        return;
    }
    auto *wait = new ExposureWait(*window);
    connect(wait, &ExposureWait::done, this, [this, delivery, since](bool exposed) {
        report(delivery, since,
               exposed ? QString() : u"the desktop does not show the window: minimised, or on another workspace"_s);
    });
    wait->begin();
}

void WindowKeeper::askForAttention()
{
    if (m_window == nullptr) {
        return;
    }
    if (!m_window->isVisible()) {
        m_window->setProperty(kShowWithoutFocus, true);
        m_window->setVisible(true);
    }
    if (m_window->windowStates().testFlag(Qt::WindowMinimized)) {
        m_window->setWindowStates(m_window->windowStates() & ~Qt::WindowStates(Qt::WindowMinimized));
    }
    m_window->raise();
    m_window->alert(0);
}

void WindowKeeper::raise()
{
    if (m_window == nullptr) {
        return;
    }
    m_window->setProperty(kShowWithoutFocus, false);
    m_window->setVisible(true);
    m_window->setWindowStates(m_window->windowStates() & ~Qt::WindowStates(Qt::WindowMinimized));
    m_window->raise();
    m_window->requestActivate();
}

void WindowKeeper::hide()
{
    if (m_window != nullptr) {
        m_window->setVisible(false);
    }
}

void WindowKeeper::minimise()
{
    if (m_window != nullptr) {
        m_window->setProperty(kShowWithoutFocus, true);
        m_window->setWindowStates(m_window->windowStates() | Qt::WindowMinimized);
        m_window->setVisible(true);
    }
}

void WindowKeeper::bringBack()
{
    if (m_window != nullptr && !m_window->isVisible()) {
        minimise();
    }
}

void WindowKeeper::goToMiniWindow()
{
    if (m_miniWindow && m_miniWindow->isVisible()) {
        m_miniWindow->requestActivate();
    }
}

QString WindowKeeper::makeMiniWindow()
{
    if (m_miniWindow) {
        return {};
    }
    if (m_engine == nullptr) {
        return u"there is no window"_s;
    }
    QQmlComponent component(m_engine, QUrl(u"qrc:/qt/qml/Plimsoll/MiniWindow.qml"_s));
    std::unique_ptr<QObject> made(component.createWithInitialProperties({{u"alarm"_s, QVariant::fromValue(&m_mini)}}));
    auto *window = qobject_cast<QQuickWindow *>(made.get());
    if (window == nullptr) {
        return component.errorString();
    }
    Q_UNUSED(made.release())
    m_miniWindow.reset(window);
    window->setProperty(kShowWithoutFocus, true);
    return {};
}

void WindowKeeper::showMiniWindow()
{
    if (!m_miniWindow->isVisible()) {
        placeMiniWindow();
        m_miniWindow->setVisible(true);
    }
    m_miniWindow->raise();
}

// A platform that places windows itself (Wayland) ignores this.
QPoint WindowKeeper::cornerFor(const QRect &room, QSize size, const QRect &avoided)
{
    const QRect inner = room.marginsRemoved({kCornerMargin, kCornerMargin, kCornerMargin, kCornerMargin});
    const int right = inner.right() + 1 - size.width();
    const int below = inner.bottom() + 1 - size.height();
    const std::array corners {QPoint(right, below), QPoint(inner.left(), below), QPoint(right, inner.top()),
                              inner.topLeft()};
    const auto isFree = std::ranges::find_if(
        corners, [&](const QPoint &corner) { return !QRect(corner, size).intersects(avoided); });
    return isFree == corners.end() ? corners.front() : *isFree;
}

void WindowKeeper::placeMiniWindow()
{
    const QScreen *screen = m_window != nullptr && m_window->screen() != nullptr ? m_window->screen()
                                                                                 : m_miniWindow->screen();
    if (screen == nullptr) {
        return;
    }
    const QRect room = screen->availableGeometry();
    const QPoint last = room.bottomRight() - QPoint(m_miniWindow->width(), m_miniWindow->height());
    const bool inSight = m_window != nullptr && m_window->isVisible() && m_window->visibility() != QWindow::Minimized;
    QRect sheet = inSight ? m_window->frameGeometry() : QRect();
    sheet.setLeft(std::max(sheet.left(), sheet.right() - kSheetWidth));
    const QPoint wanted = m_place.value_or(cornerFor(room, m_miniWindow->size(), sheet));
    const auto holds = [&wanted](const QScreen *each) { return each->geometry().contains(wanted); };
    const bool seen = std::ranges::any_of(screen->virtualSiblings(), holds);
    m_placed = seen ? wanted : last;
    m_miniWindow->setPosition(m_placed);
}

void WindowKeeper::followMini()
{
    if (m_miniWindow && m_miniWindow->isVisible() && !m_mini.isWanted()) {
        if (m_miniWindow->position() != m_placed) {
            m_place = m_miniWindow->position();
        }
        m_miniWindow->setVisible(false);
    }
}

} // namespace plimsoll::desktop
