// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartsketch.h"

#include "wording/timeticks.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll::charts {

using viewmodels::ChartAxis;
using viewmodels::ChartLine;
using viewmodels::LevelColumn;

namespace {

constexpr double kAxisWidth = 52;
constexpr double kTop = 8;
constexpr double kTimeHeight = 22;
constexpr double kTickDistance = 90; // px between two marks of time
constexpr double kWordHeight = 13;
constexpr double kLeastGap = 1.5; // px; many days with a short one each would hatch all of a year
constexpr double kNarrowGap = 6; // px; what is narrower is told by the cursor
constexpr double kGapWord = 84; // px that the words of a gap need
constexpr double kCurveThickness = 1.5;
constexpr double kDash = 7;
constexpr double kDashGap = 4;
constexpr double kInfinite = std::numeric_limits<double>::infinity();

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::charts::ChartSketch",
                                       text); // where lupdate files what its members say
}

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

// Opaque: blending each of many thousand bars would be slow.
QColor mixed(const QColor &color, const QColor &ground, float share)
{
    const auto part = [share](float a, float b) { return share * a + (1 - share) * b; };
    return QColor::fromRgbF(part(color.redF(), ground.redF()), part(color.greenF(), ground.greenF()),
                            part(color.blueF(), ground.blueF()));
}

bool takes(std::vector<double> &taken, double y)
{
    if (std::ranges::any_of(taken, [y](double other) { return std::abs(other - y) < kWordHeight; })) {
        return false;
    }
    taken.push_back(y);
    return true;
}

} // namespace

const char *inkOf(int part)
{
    switch (part) {
    case ChartLine::Chosen: return "text";
    case 1: return "accent";
    case 2: return "early";
    case 3: return "muted";
    default: return "faint";
    }
}

QRectF ChartStyle::plotArea() const
{
    return {kAxisWidth, kTop, std::max(1.0, width - kAxisWidth - gutter - curveAxis),
            std::max(1.0, height - kTop - kTimeHeight)};
}

ChartSketch::ChartSketch(const viewmodels::LevelChartViewModel &chart, ChartStyle style)
    : m_chart(chart)
    , m_style(std::move(style))
    , m_plot(m_style.plotArea())
{
}

double ChartSketch::yOf(double place) const
{
    return m_plot.bottom() - std::clamp(place, 0.0, 1.0) * m_plot.height();
}

double ChartSketch::xOf(double time) const
{
    const auto *window = m_chart.window();
    return m_plot.left() + (time - window->from()) / window->span() * m_plot.width();
}

ChartDrawing ChartSketch::draw()
{
    m_drawing.width = m_style.width;
    m_drawing.height = m_style.height;
    m_drawing.background = m_style.ink("background");
    m_drawing.fontFamily = m_style.fontFamily;
    if (m_chart.isEmpty()) {
        return m_drawing;
    }
    const ChartLine *chosen = m_chart.chosen();
    if (chosen != nullptr) {
        addZones(*chosen);
        addBars(*chosen);
    }
    addLevelAxis();
    addTimeAxis();
    for (const ChartLine &line : m_chart.lines()->rows()) {
        if (line.part == ChartLine::Muted) {
            addLine(line);
        }
    }
    for (int part = viewmodels::LevelChartViewModel::kMostCompared; part > ChartLine::Chosen; --part) {
        for (const ChartLine &line : m_chart.lines()->rows()) {
            if (line.part == part) {
                addLine(line);
            }
        }
    }
    if (chosen != nullptr) {
        addGaps();
        addCurve();
        addLine(*chosen);
    }
    if (m_style.writesLabels) {
        addLabels();
    }
    return m_drawing;
}

void ChartSketch::addZones(const ChartLine &chosen)
{
    const double call = yOf(m_chart.scale().place(chosen.call, chosen.call));
    const double liquidation = yOf(m_chart.scale().place(chosen.liquidation, chosen.call));
    m_drawing.boxes << ChartDrawing::Box {QRectF(m_plot.left(), call, m_plot.width(), liquidation - call),
                                          faded(m_style.ink("call"), 0.14), false}
                    << ChartDrawing::Box {
                           QRectF(m_plot.left(), liquidation, m_plot.width(), m_plot.bottom() - liquidation),
                           faded(m_style.ink("liquidation"), 0.17), false};
}

void ChartSketch::addGaps()
{
    double free = m_plot.left();
    for (const viewmodels::TimeSpan &gap : m_chart.gaps()) {
        const double left = xOf(gap.from);
        const double right = xOf(gap.to);
        if (right - left < kLeastGap) {
            continue;
        }
        m_drawing.boxes << ChartDrawing::Box {QRectF(left, m_plot.top(), right - left, m_plot.height()),
                                              faded(m_style.ink("unknown"), 0.5), true};
        const double middle = std::clamp((left + right) / 2, m_plot.left() + kGapWord / 2,
                                         m_plot.right() - kGapWord / 2);
        if (right - left >= kNarrowGap && middle - kGapWord / 2 >= free) {
            m_drawing.words << ChartDrawing::Word {middle,
                                                   m_plot.top() + 8,
                                                   m_chart.events()->gapText(gap),
                                                   m_style.ink("text"),
                                                   ChartDrawing::Word::Center,
                                                   true};
            free = middle + kGapWord / 2;
        }
    }
}

void ChartSketch::addBars(const ChartLine &chosen)
{
    const auto &scale = m_chart.scale();
    const bool isDistance = scale.axis() == ChartAxis::Distance;
    const auto text = [&](double level, const QString &ratio) {
        return isDistance ? m_chart.distanceText(level, chosen.call) : ratio;
    };
    addBar(scale.place(chosen.call, chosen.call), tr("call at or below %1").arg(chosen.callText),
           text(chosen.call, chosen.callText), m_style.ink("call"), false);
    addBar(scale.place(chosen.liquidation, chosen.call), tr("liquidation at or below %1").arg(chosen.liquidationText),
           text(chosen.liquidation, chosen.liquidationText), m_style.ink("liquidation"), false);
    addBar(scale.place(chosen.initial, chosen.call), tr("initial %1").arg(chosen.initialText),
           text(chosen.initial, chosen.initialText), m_style.ink("muted"), true);
}

void ChartSketch::addBar(double place, const QString &word, const QString &axisText, const QColor &color, bool isDotted)
{
    if (place < 0 || place > 1) {
        return;
    }
    const double y = yOf(place);
    m_drawing.rules << ChartDrawing::Rule {y, m_plot.left(), m_plot.right(), color, isDotted};
    if (takes(m_takenAxis, y)) {
        m_drawing.words << ChartDrawing::Word {m_plot.left() - 8, y, axisText, color, ChartDrawing::Word::Right};
    }
    const bool isAbove = isDotted && y - 16 >= m_plot.top(); // the zone of the others is below their bar
    const double wordY = isAbove ? y - 8 : y + 9;
    if (wordY < m_plot.bottom() && takes(m_takenPlot, wordY)) {
        m_drawing.words << ChartDrawing::Word {m_plot.left() + 8, wordY, word, color, ChartDrawing::Word::Left, true};
    }
}

void ChartSketch::addLevelAxis()
{
    for (const double tick : m_chart.scale().ticks()) {
        const double y = yOf(m_chart.scale().placeOf(tick));
        m_drawing.boxes << ChartDrawing::Box {QRectF(m_plot.left(), std::floor(y), m_plot.width(), 1),
                                              m_style.ink("line"), false};
        if (takes(m_takenAxis, y)) {
            m_drawing.words << ChartDrawing::Word {m_plot.left() - 8, y,
                                                   m_chart.scale().text(tick, m_chart.format().locale()),
                                                   m_style.ink("muted"), ChartDrawing::Word::Right};
        }
    }
}

void ChartSketch::addTimeAxis()
{
    using Word = ChartDrawing::Word;
    const double y = m_plot.bottom() + kTimeHeight / 2 + 1;
    const QColor ink = m_style.ink("muted");
    if (!m_style.startLabel.isEmpty()) {
        m_drawing.words << Word {m_plot.left(), y, m_style.startLabel, ink, Word::Left}
                        << Word {m_plot.right(), y, m_style.endLabel, ink, Word::Right};
        return;
    }
    const auto *window = m_chart.window();
    double right = m_plot.right() - kTickDistance / 4;
    if (window->followsEnd()) {
        const QLocale &locale = m_chart.format().locale();
        const QTime now = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(window->to())).time();
        m_drawing.words << Word {m_plot.right(), y, tr("now, %1").arg(locale.toString(now, QStringLiteral("HH:mm"))),
                                 m_style.ink("text"), Word::Right};
        right = m_plot.right() - kTickDistance;
    }
    const int most = std::max(1, static_cast<int>(m_plot.width() / kTickDistance));
    for (const auto &tick : wording::timeTicks(window->from(), window->to(), most, m_chart.format().locale())) {
        const double x = xOf(tick.time);
        m_drawing.boxes << ChartDrawing::Box {QRectF(std::floor(x), m_plot.top(), 1, m_plot.height()),
                                              faded(m_style.ink("line"), 0.6), false};
        if (x <= right && x >= m_plot.left() + 16) {
            m_drawing.words << Word {x, y, tick.text, ink, Word::Center};
        }
    }
}

void ChartSketch::addLine(const ChartLine &line)
{
    const auto *window = m_chart.window();
    const auto columns = viewmodels::columnsOf(m_chart.stretches(line.lineId), window->from(), window->to(),
                                               static_cast<int>(m_plot.width() * m_style.pixelRatio));
    if (line.part != ChartLine::Chosen) {
        const QColor ink = m_style.ink(inkOf(line.part));
        const bool isMuted = line.part == ChartLine::Muted;
        addPart(line, columns, -kInfinite, kInfinite, isMuted ? mixed(ink, m_style.ink("background"), 0.75F) : ink,
                isMuted ? 1 : 2);
        return;
    }
    addPart(line, columns, line.call, kInfinite, m_style.ink("text"), 2);
    addPart(line, columns, line.liquidation, line.call, m_style.ink("call"), 2);
    addPart(line, columns, -kInfinite, line.liquidation, m_style.ink("liquidation"), 2);
}

// What of the columns is above the level `above` and not above `upTo`.
void ChartSketch::addPart(const ChartLine &line, const std::vector<LevelColumn> &columns, double above, double upTo,
                          const QColor &color, double thickness)
{
    const auto &scale = m_chart.scale();
    ChartDrawing::Curve curve;
    curve.color = color;
    curve.isOnTop = line.part == ChartLine::Chosen;
    curve.barWidth = std::max(thickness / 2, 1 / m_style.pixelRatio);
    for (const LevelColumn &column : columns) {
        if (column.highest <= above || column.lowest > upTo) {
            continue;
        }
        const double high = scale.place(std::min(column.highest, upTo), line.call);
        const double low = scale.place(std::max(column.lowest, above), line.call);
        if (low > 1 || high < 0) {
            continue;
        }
        const double top = std::max(yOf(high) - thickness / 2, m_plot.top());
        const double bottom = std::min(yOf(low) + thickness / 2, m_plot.bottom());
        curve.bars << ChartDrawing::Bar {top, std::max(bottom, top + thickness),
                                         m_plot.left() + column.column / m_style.pixelRatio};
    }
    if (!curve.bars.isEmpty()) {
        m_drawing.curves << curve;
    }
}

// Dashed, whatever its colour: no level. Where it moves within a column nothing of it is left out.
void ChartSketch::addCurve()
{
    const auto &curve = *m_chart.curve();
    if (!curve.isShown() || curve.stretches().isEmpty()) {
        return;
    }
    ChartDrawing::Curve drawn;
    drawn.color = m_style.ink("accent");
    drawn.isOnTop = true;
    drawn.barWidth = std::max(kCurveThickness / 2, 1 / m_style.pixelRatio);
    const auto *window = m_chart.window();
    for (const LevelColumn &column : viewmodels::columnsOf(curve.stretches(), window->from(), window->to(),
                                                           static_cast<int>(m_plot.width() * m_style.pixelRatio))) {
        const double x = column.column / m_style.pixelRatio;
        const double top = yOf(curve.scale().placeOf(column.highest)) - kCurveThickness / 2;
        const double bottom = yOf(curve.scale().placeOf(column.lowest)) + kCurveThickness / 2;
        if (std::fmod(x, kDash + kDashGap) < kDash || bottom - top > 2 * kCurveThickness) {
            drawn.bars << ChartDrawing::Bar {std::max(top, m_plot.top()), std::min(bottom, m_plot.bottom()),
                                             m_plot.left() + x};
        }
    }
    m_drawing.curves << drawn;
    addCurveAxis();
}

void ChartSketch::addCurveAxis()
{
    using Word = ChartDrawing::Word;
    const auto &curve = *m_chart.curve();
    const double x = m_plot.right() + 6;
    const QColor ink = m_style.ink("accent");
    m_drawing.words << Word {x, m_plot.top() + kWordHeight / 2 - 2, curve.unit(), ink, Word::Left};
    for (const double tick : curve.scale().ticks()) {
        const double y = yOf(curve.scale().placeOf(tick));
        if (y > m_plot.top() + kWordHeight) { // the topmost has the unit in its place
            m_drawing.words << Word {x, y, curve.tickText(tick), ink, Word::Left};
        }
    }
}

void ChartSketch::addLabels()
{
    for (const ChartLine &line : m_chart.lines()->rows()) {
        if (line.isLabelled) {
            const QColor ink = m_style.ink(line.part == ChartLine::Muted ? "muted" : inkOf(line.part));
            m_drawing.words << ChartDrawing::Word {m_plot.right() + m_style.curveAxis + 12, yOf(line.place),
                                                   line.title + u' ' + line.valueText, ink, ChartDrawing::Word::Left};
        }
    }
}

} // namespace plimsoll::charts
