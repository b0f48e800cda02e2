// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttexts.h"

#include <QtCore/QRectF>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace plimsoll::testqml {

namespace {

constexpr double kTolerance = 1.0; // pixels that rounding may take
constexpr double kGap = 2.0; // between two texts of one line

struct Seen {
    QQuickItem *item;
    QRectF painted; // in the scene
    QString text;
};

QString whereIs(const QQuickItem *item)
{
    QStringList names;
    for (; item != nullptr && names.size() < 3; item = item->parentItem()) {
        if (!item->objectName().isEmpty()) {
            names << item->objectName();
        }
    }
    return names.join(QStringLiteral(" < "));
}

QString fault(const char *what, const QString &text, const QQuickItem *item)
{
    return QStringLiteral("%1: %2 (%3)").arg(QString::fromLatin1(what), text.left(60), whereIs(item));
}

/// Where the letters are, not the item: an item may be wider or narrower than its text.
QRectF paintedRect(QQuickItem *item)
{
    const double width = item->property("contentWidth").toDouble();
    const double height = item->property("contentHeight").toDouble();
    const int align = item->property("effectiveHorizontalAlignment").toInt();
    const double x = (align & Qt::AlignRight) != 0 ? item->width() - width
        : (align & Qt::AlignHCenter) != 0          ? (item->width() - width) / 2
                                                   : 0;
    return item->mapRectToScene(QRectF(x, 0, width, height));
}

bool reachesOut(const Seen &seen)
{
    for (QQuickItem *around = seen.item->parentItem(); around != nullptr; around = around->parentItem()) {
        if (around->property("scrollsSideways").toBool()) {
            return false;
        }
        if (around->inherits("QQuickFlickable")) {
            const QRectF view = around->mapRectToScene(around->boundingRect());
            return seen.painted.left() < view.left() - kTolerance || seen.painted.right() > view.right() + kTolerance;
        }
        if (around->width() <= 0 || around->height() <= 0) {
            continue;
        }
        const QRectF frame = around->mapRectToScene(QRectF(0, 0, around->width(), around->height()));
        if (seen.painted.left() < frame.left() - kTolerance || seen.painted.right() > frame.right() + kTolerance) {
            return true;
        }
    }
    return false;
}

bool isCut(QQuickItem *item)
{
    if (item->inherits("QQuickTextInput")) {
        const double room = item->width() - item->property("leftPadding").toDouble()
            - item->property("rightPadding").toDouble();
        return item->property("contentWidth").toDouble() > room + kTolerance;
    }
    return item->property("truncated").toBool();
}

bool isFocusRing(const QQuickItem *item)
{
    return std::string_view(item->metaObject()->className()).starts_with("FocusRing_");
}

/// What is outside of what scrolls can never be seen whole, its margins counted; up and down it is scrolled to. A
/// list's height is its own estimate, so it is asked for the sides alone.
QString clippedBy(const QQuickItem *ring)
{
    for (QQuickItem *around = ring->parentItem(); around != nullptr; around = around->parentItem()) {
        if (!around->clip()) {
            continue;
        }
        const auto number = [around](const char *name) { return around->property(name).toDouble(); };
        const bool scrolls = around->inherits("QQuickFlickable");
        auto *inner = scrolls ? around->property("contentItem").value<QQuickItem *>() : around;
        const QRectF drawn = inner->mapRectFromItem(ring, ring->boundingRect());
        const double width = std::max(around->width(), scrolls ? number("contentWidth") : 0);
        const double height = std::max(around->height(), scrolls ? number("contentHeight") : 0);
        const QRectF seen = QRectF(0, 0, width, height)
                                .adjusted(-number("leftMargin"), -number("topMargin"), number("rightMargin"),
                                          number("bottomMargin"));
        const bool besides = drawn.left() < seen.left() - kTolerance || drawn.right() > seen.right() + kTolerance;
        const bool beyond = drawn.top() < seen.top() - kTolerance || drawn.bottom() > seen.bottom() + kTolerance;
        if (besides || (beyond && !around->inherits("QQuickItemView"))) {
            return whereIs(around);
        }
        if (scrolls) { // what it shows of itself is its own affair
            return {};
        }
    }
    return {};
}

void collect(QQuickItem *item, std::vector<Seen> &seen, QStringList &faults)
{
    if (isFocusRing(item)) { // shown or not: who comes here with the keyboard must see where that is
        if (const QString by = clippedBy(item); !by.isEmpty()) {
            faults << fault("focus ring clipped", by, item);
        }
        return;
    }
    if (!item->isVisible()) {
        return;
    }
    const bool isText = item->inherits("QQuickText") || item->inherits("QQuickTextInput");
    const QString text = isText ? item->property("text").toString() : QString();
    if (!text.isEmpty() && item->width() > 0) {
        const bool givenName = item->property("givenName").toBool();
        if (isCut(item) && !givenName) {
            faults << fault("cut", text, item);
        } else if (!item->inherits("QQuickTextInput") && !givenName) {
            seen.push_back({item, paintedRect(item), text});
            if (reachesOut(seen.back())) {
                faults << fault("reaches out", text, item);
            }
        }
    }
    for (QQuickItem *child : item->childItems()) {
        collect(child, seen, faults);
    }
}

/// Neighbours: texts of one row, or of the cells of one row.
bool areNeighbours(const QQuickItem *a, const QQuickItem *b)
{
    const auto parents = [](const QQuickItem *item) {
        return std::pair(item->parentItem(), item->parentItem() ? item->parentItem()->parentItem() : nullptr);
    };
    const auto [a1, a2] = parents(a);
    const auto [b1, b2] = parents(b);
    return a1 == b1 || (a2 != nullptr && a2 == b2);
}

} // namespace

QStringList cutTexts(QQuickItem *root)
{
    std::vector<Seen> seen;
    QStringList faults;
    collect(root, seen, faults);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (std::size_t j = i + 1; j < seen.size(); ++j) {
            const QRectF wide = seen[i].painted.adjusted(-kGap, 0, kGap, 0);
            const QRectF shared = wide.intersected(seen[j].painted);
            if (areNeighbours(seen[i].item, seen[j].item) && shared.width() > 0
                && shared.height() > seen[j].painted.height() / 2) {
                faults << fault("touch", seen[i].text + QStringLiteral(" | ") + seen[j].text, seen[i].item);
            }
        }
    }
    faults.removeDuplicates();
    return faults;
}

} // namespace plimsoll::testqml
