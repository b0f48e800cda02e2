// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app/windowlayout.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::viewmodels {

namespace {

constexpr int kMostPixels = 100'000;
constexpr int kMostChoice = 20; // of a tab; whoever uses it checks what there is

int overlap(const QRect &a, const QRect &b)
{
    const QRect both = a.intersected(b);
    return both.isEmpty() ? 0 : both.width() * both.height();
}

} // namespace

WindowLayout::WindowLayout(const QString &stored, QObject *parent)
    : QObject(parent)
{
    for (const QString &part : stored.left(1000).split(u';', Qt::SkipEmptyParts)) {
        read(part.section(u'=', 0, 0), part.section(u'=', 1));
    }
    m_kept = toText();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSaveAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &WindowLayout::flush);
}

void WindowLayout::read(const QString &name, const QString &value)
{
    QList<int> numbers;
    for (const QString &word : value.split(u',')) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || number < -kMostPixels || number > kMostPixels) {
            return;
        }
        numbers << number;
    }
    if (name == u"window"_s && numbers.size() == 4 && numbers[2] > 0 && numbers[3] > 0) {
        m_now.window = QRect(numbers[0], numbers[1], numbers[2], numbers[3]);
    } else if (name == u"dockwindow"_s && numbers.size() == 4 && numbers[2] > 0 && numbers[3] > 0) {
        m_now.dockWindow = QRect(numbers[0], numbers[1], numbers[2], numbers[3]);
    } else if (name == u"scroll"_s) {
        readScrolls(numbers);
    }
    if (numbers.size() != 1 || numbers.front() < 0) {
        return;
    }
    readNumber(name, numbers.front());
}

// As many as were kept: an older program knew fewer panes, a newer one more.
void WindowLayout::readScrolls(const QList<int> &numbers)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(numbers.size(), Panes); ++i) {
        m_now.scrolls[static_cast<std::size_t>(i)] = std::max(0, numbers[i]);
    }
}

int WindowLayout::scrollOf(int pane) const
{
    return pane >= 0 && pane < Panes ? m_now.scrolls[static_cast<std::size_t>(pane)] : 0;
}

// Nothing follows it: whoever scrolls lays out no window anew.
void WindowLayout::keepScroll(int pane, int scroll)
{
    const int inside = std::clamp(scroll, 0, kMostPixels);
    if (pane >= 0 && pane < Panes && std::exchange(m_now.scrolls[static_cast<std::size_t>(pane)], inside) != inside) {
        m_timer.start();
    }
}

void WindowLayout::readNumber(const QString &name, int number)
{
    if (name == u"cross"_s) {
        m_now.crossWidth = number;
    } else if (name == u"dock"_s) {
        m_now.dockHeight = number;
    } else if (name == u"maximised"_s) {
        m_now.maximised = number == 1;
    } else if (name == u"folded"_s) {
        m_now.dockFolded = number == 1;
    } else if (name == u"detached"_s) {
        m_now.dockDetached = number == 1;
    } else if (name == u"tab"_s && number <= kMostChoice) {
        m_now.tab = number;
    } else if (name == u"part"_s && number <= kMostChoice) {
        m_now.riskPart = number;
    } else if (name == u"form"_s && number <= AccountRows::Rows) {
        m_now.accountForm = static_cast<AccountRows::Form>(number);
    }
}

QString WindowLayout::toText() const
{
    QStringList parts;
    for (const auto &[name, at] :
         {std::pair(u"window"_s, m_now.window), std::pair(u"dockwindow"_s, m_now.dockWindow)}) {
        if (!at.isEmpty()) {
            parts << u"%1=%2,%3,%4,%5"_s.arg(name).arg(at.x()).arg(at.y()).arg(at.width()).arg(at.height());
        }
    }
    const std::array<std::pair<QString, int>, 8> numbers {{{u"detached"_s, m_now.dockDetached ? 1 : 0},
                                                           {u"maximised"_s, m_now.maximised ? 1 : 0},
                                                           {u"cross"_s, m_now.crossWidth},
                                                           {u"dock"_s, m_now.dockHeight},
                                                           {u"folded"_s, m_now.dockFolded ? 1 : 0},
                                                           {u"tab"_s, m_now.tab},
                                                           {u"part"_s, m_now.riskPart},
                                                           {u"form"_s, m_now.accountForm}}};
    for (const auto &[name, number] : numbers) {
        if (number != 0) {
            parts << u"%1=%2"_s.arg(name).arg(number);
        }
    }
    if (std::ranges::any_of(m_now.scrolls, [](int scroll) { return scroll > 0; })) {
        QStringList scrolls;
        for (const int scroll : m_now.scrolls) {
            scrolls << QString::number(scroll);
        }
        parts << u"scroll="_s + scrolls.join(u',');
    }
    return parts.join(u';');
}

QRect WindowLayout::fitted(const QRect &window, const QList<QRect> &screens)
{
    if (window.isEmpty() || screens.isEmpty()) {
        return {};
    }
    const QRect screen = *std::ranges::max_element(screens, {},
                                                   [&window](const QRect &area) { return overlap(window, area); });
    QRect place(window.topLeft(), window.size().boundedTo(screen.size()));
    place.moveLeft(std::clamp(place.left(), screen.left(), screen.left() + screen.width() - place.width()));
    place.moveTop(std::clamp(place.top(), screen.top(), screen.top() + screen.height() - place.height()));
    return place;
}

void WindowLayout::flush()
{
    m_timer.stop();
    const QString text = toText();
    if (text != m_kept) {
        m_kept = text;
        Q_EMIT keep(text);
    }
}

} // namespace plimsoll::viewmodels
