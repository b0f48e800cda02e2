// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sparkline.h"

#include <QtGui/QPainter>
#include <QtQuick/QQuickWindow>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace plimsoll::charts {

using viewmodels::LevelColumn;
using viewmodels::Sparklines;

namespace {

constexpr double kLeastSwing = 0.01; // of the level
constexpr int kDot = 3; // px, the end of a line that reaches up to now

} // namespace

std::vector<SparkBar> sparkBars(const std::vector<LevelColumn> &columns, int height, int stroke)
{
    std::vector<SparkBar> bars;
    if (columns.empty() || height <= stroke) {
        return bars;
    }
    const double lowest = std::ranges::min(columns, {}, &LevelColumn::lowest).lowest;
    const double highest = std::ranges::max(columns, {}, &LevelColumn::highest).highest;
    const double swing = std::max({highest - lowest, highest * kLeastSwing, 1e-9});
    const double top = (highest + lowest + swing) / 2;
    const int reach = (height - stroke) / 2 * 2; // even: what does not move stands on a whole pixel
    const auto yOf = [&](double level) { return static_cast<int>(std::lround((top - level) / swing * reach)); };
    bars.reserve(columns.size());
    for (const LevelColumn &column : columns) {
        const int from = yOf(column.highest);
        bars.push_back({column.column, from, yOf(column.lowest) - from + stroke});
    }
    return bars;
}

Sparkline::Sparkline(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false); // its bars stand on whole pixels
}

void Sparkline::setLines(Sparklines *lines)
{
    if (lines == m_lines) {
        return;
    }
    if (m_lines) {
        disconnect(m_lines, nullptr, this, nullptr);
    }
    m_lines = lines;
    if (lines != nullptr) {
        connect(lines, &Sparklines::changed, this, [this](const std::string &account) {
            if (account.empty() || account == m_accountId.toStdString()) {
                follow();
            }
        });
    }
    follow();
    Q_EMIT styleChanged();
}

void Sparkline::setAccountId(const QString &accountId)
{
    if (accountId != m_accountId) {
        m_accountId = accountId;
        follow();
        Q_EMIT styleChanged();
    }
}

void Sparkline::setInk(const QColor &ink)
{
    if (ink != m_ink) {
        m_ink = ink;
        update();
        Q_EMIT styleChanged();
    }
}

double Sparkline::pixelRatio() const
{
    return window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
}

void Sparkline::follow()
{
    const double ratio = pixelRatio();
    const auto pixels = [ratio](double length) { return static_cast<int>(std::floor(length * ratio)); };
    const int count = std::max(0, pixels(width()) - pixels(1)); // half of the dot stands beyond the last column
    const auto columns = m_lines ? m_lines->columns(m_accountId, count) : std::vector<LevelColumn>();
    auto bars = sparkBars(columns, pixels(height() - 2), std::max(1, pixels(1)));
    const bool reachesNow = !columns.empty() && columns.back().column == count - 1;
    if (std::tie(bars, reachesNow) != std::tie(m_bars, m_reachesNow)) {
        m_bars = std::move(bars);
        m_reachesNow = reachesNow;
        update();
        Q_EMIT pictureChanged();
    }
}

void Sparkline::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        follow();
    }
}

void Sparkline::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged) {
        follow();
    }
}

void Sparkline::paint(QPainter *painter)
{
    const double pixel = 1 / pixelRatio();
    for (const SparkBar &bar : m_bars) { // 1 px of room above and below is for the dot
        painter->fillRect(QRectF(bar.x * pixel, 1 + bar.top * pixel, pixel, bar.height * pixel), m_ink);
    }
    if (m_reachesNow) {
        const SparkBar &end = m_bars.back();
        const double middle = 1 + (end.top + end.height / 2.0) * pixel;
        painter->fillRect(QRectF(width() - kDot, middle - kDot / 2.0, kDot, kDot), m_ink);
    }
}

} // namespace plimsoll::charts
