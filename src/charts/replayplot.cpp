// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/replayplot.h"

#include "viewmodels/common/accounttext.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace plimsoll::charts {

namespace {

using scenario::LevelSlice;
using viewmodels::ReplayPlayer;

constexpr double kThinnest = 1.5; // px
constexpr int kLabelSize = 11; // px
constexpr double kLabelRoom = 14; // px above the highest line
constexpr double kMargin = 0.04; // of the span, above and below

// Levels to pixels. What lies far above the bars is cut: how safe it was there does not matter.
class Scale
{
public:
    Scale(const std::vector<LevelSlice> &slices, const margin::Thresholds &bars, double height)
        : m_height(height)
    {
        constexpr double kFar = 2; // of the way from 1 to the initial ratio
        const double initial = bars.initial.toDoubleForPlot();
        m_low = bars.liquidation.toDoubleForPlot();
        m_high = bars.marginCall.toDoubleForPlot();
        for (const LevelSlice &slice : slices) {
            if (slice.lowest) {
                m_low = std::min(m_low, slice.lowest->toDoubleForPlot());
                m_high = std::max(m_high, slice.highest->toDoubleForPlot());
            }
        }
        m_high = std::min(m_high, std::max(1 + kFar * (initial - 1), m_low + 1));
        const double margin = (m_high - m_low) * kMargin;
        m_low -= margin;
        m_high += margin;
    }

    [[nodiscard]] double y(double level) const
    {
        const double share = 1 - (std::min(level, m_high) - m_low) / (m_high - m_low);
        return kLabelRoom + (m_height - kLabelRoom) * share;
    }

private:
    double m_height;
    double m_low = 0;
    double m_high = 0;
};

void drawBar(QPainter &painter, double y, double width, const QString &level, const QColor &ink, Qt::PenStyle style)
{
    constexpr double kAbove = 3; // px between the line and its label
    painter.setPen(QPen(ink, 1, style));
    painter.drawLine(QPointF(0, y), QPointF(width, y));
    painter.drawText(QPointF(0, y - kAbove), level);
}

} // namespace

ReplayPlot::ReplayPlot(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false); // columns run along the pixels
}

void ReplayPlot::setPlayer(ReplayPlayer *player)
{
    if (m_player == player) {
        return;
    }
    if (m_player) {
        disconnect(m_player, nullptr, this, nullptr);
    }
    m_player = player;
    if (player != nullptr) {
        connect(player, &ReplayPlayer::changed, this, [this] { update(); });
        connect(player, &ReplayPlayer::positionChanged, this, [this] { update(); });
    }
    update();
    Q_EMIT styleChanged();
}

void ReplayPlot::setInks(const QVariantMap &inks)
{
    if (inks != m_inks) {
        m_inks = inks;
        update();
        Q_EMIT styleChanged();
    }
}

QColor ReplayPlot::ink(const char *name) const
{
    return m_inks.value(QLatin1StringView(name)).value<QColor>();
}

void ReplayPlot::paint(QPainter *painter)
{
    const viewmodels::ReplayAnswer *answer = m_player ? m_player->answer() : nullptr;
    if (answer == nullptr || answer->accounts.empty()) {
        return;
    }
    const auto chosen = static_cast<std::size_t>(m_player->chosen());
    const std::vector<LevelSlice> &slices = answer->record.levels[chosen];
    const margin::Thresholds &bars = answer->accounts[chosen].thresholds;
    const Scale scale(slices, bars, height());
    const double step = width() / static_cast<double>(slices.size());
    QFont font = painter->font();
    font.setPixelSize(kLabelSize);
    painter->setFont(font);
    drawBar(*painter, scale.y(bars.marginCall.toDoubleForPlot()), width(),
            viewmodels::ratioText(m_player->format(), bars.marginCall), ink("call"), Qt::DashLine);
    drawBar(*painter, scale.y(bars.liquidation.toDoubleForPlot()), width(),
            viewmodels::ratioText(m_player->format(), bars.liquidation), ink("liquidation"), Qt::DashDotLine);
    const int position = m_player->position();
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (slices[i].lowest) {
            const double top = scale.y(slices[i].highest->toDoubleForPlot());
            const double bottom = scale.y(slices[i].lowest->toDoubleForPlot());
            const QRectF column(static_cast<double>(i) * step, top, std::max(step, 1.0),
                                std::max(bottom - top, kThinnest));
            painter->fillRect(column, std::cmp_less_equal(i, position) ? ink("text") : ink("muted"));
        }
    }
    const double x = (position + 0.5) * step;
    painter->setPen(QPen(ink("accent"), kThinnest));
    painter->drawLine(QPointF(x, 0), QPointF(x, height()));
}

} // namespace plimsoll::charts
