// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartcursor.h"

#include "viewmodels/chart/axistime.h"
#include "viewmodels/chart/levelchartviewmodel.h"

#include <algorithm>

namespace plimsoll::viewmodels {

ChartCursor::ChartCursor(LevelChartViewModel &chart)
    : QObject(&chart)
    , m_chart(chart)
{
}

double ChartCursor::share() const
{
    const ChartWindow &window = *m_chart.window();
    return (m_time - window.from()) / window.span();
}

QString ChartCursor::timeText() const
{
    return m_chart.format().dateTime(momentAt(m_time));
}

QString ChartCursor::title() const
{
    const ChartLine *line = m_chart.chosen();
    return line != nullptr ? tr("%1 · %2").arg(timeText(), line->title) : timeText();
}

QString ChartCursor::sentence() const
{
    if (!m_active) {
        return {};
    }
    QStringList parts {title()};
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        parts << m_names[i] + u' ' + m_values[i];
    }
    return parts.join(QStringLiteral(", "));
}

void ChartCursor::moveTo(double share, double column)
{
    const ChartWindow &window = *m_chart.window();
    m_active = true;
    m_column = column;
    m_time = window.from() + std::clamp(share, 0.0, 1.0) * window.span();
    read();
}

void ChartCursor::step(int columns, double column)
{
    double next = (m_active ? share() : 1) + (m_active ? columns * column : 0);
    if (next < 0 || next > 1) {
        m_chart.window()->pan(next < 0 ? next : next - 1);
        next = std::clamp(next, 0.0, 1.0);
    }
    moveTo(next, column);
}

void ChartCursor::leave()
{
    if (m_active) {
        m_active = false;
        Q_EMIT changed();
    }
}

void ChartCursor::refresh()
{
    if (m_active) {
        read();
    }
}

void ChartCursor::read()
{
    m_names.clear();
    m_values.clear();
    m_note.clear();
    m_axisText.clear();
    m_place = -1;
    if (const ChartLine *line = m_chart.chosen()) {
        const LevelStretches levels = m_chart.stretches(line->lineId);
        const auto level = levelAt(levels, m_time);
        m_names << tr("Level");
        m_values << (level ? m_chart.levelText(line->lineId, *level) : m_chart.gapTextAt(m_time));
        if (level) {
            const double place = m_chart.scale().place(*level, line->call);
            m_place = place >= 0 && place <= 1 ? place : -1;
            m_names << tr("To the call");
            m_values << m_chart.distanceText(*level, line->call);
            m_axisText = m_chart.scale().axis() == ChartAxis::Distance ? m_values.last() : m_values.first();
        }
        if (const ChartCurve &curve = *m_chart.curve(); curve.isShown()) {
            const QString value = curve.textAt(m_time);
            m_names << curve.name();
            m_values << (value.isEmpty() ? QStringLiteral("–") : value);
        }
        const double width = m_column * m_chart.window()->span();
        const auto extent = extentOf(levels, m_time - width / 2, m_time + width / 2);
        if (extent && extent->lowest < extent->highest) {
            m_note = tr("%1 to %2 within %3")
                         .arg(m_chart.levelText(line->lineId, extent->lowest),
                              m_chart.levelText(line->lineId, extent->highest),
                              m_chart.format().age(static_cast<std::int64_t>(width)));
        }
    }
    for (const ChartLine &other : m_chart.lines()->rows()) {
        if (other.part > ChartLine::Chosen) {
            const auto level = levelAt(m_chart.stretches(other.lineId), m_time);
            m_names << other.title;
            m_values << (level ? m_chart.levelText(other.lineId, *level) : QStringLiteral("–"));
        }
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
