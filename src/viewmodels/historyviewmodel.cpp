// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/historyviewmodel.h"

#include "margin/assessment.h"
#include "viewmodels/accounttext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace plimsoll::viewmodels {

namespace {

constexpr double kSecond = 1000.0;
constexpr double kHour = 3600.0 * kSecond;
constexpr std::int64_t kRereadMs = 30'000; // another process may be the one that remembers
constexpr double kStaleEdge = 5 * kSecond; // "now" moves on without new levels too
constexpr double kLevelUnit = 1e8; // LevelSample::level

double rangeMs(int range)
{
    switch (range) {
    case HistoryViewModel::Hour: return kHour;
    case HistoryViewModel::Day: return 24 * kHour;
    case HistoryViewModel::Week: return 7 * 24 * kHour;
    default: return 0; // without bound
    }
}

QList<QList<QPointF>> pointsOf(const monitor::LevelTrack &track)
{
    QList<QList<QPointF>> lines;
    for (const auto &stretch : track.stretches(INT64_MIN, INT64_MAX)) {
        QList<QPointF> line;
        line.reserve(static_cast<qsizetype>(stretch.size()));
        for (const monitor::LevelSample &corner : stretch) {
            line << QPointF(static_cast<double>(corner.time), static_cast<double>(corner.level) / kLevelUnit);
        }
        lines << line;
    }
    return lines;
}

/// "call 1.10": one line per distinct bar, whoever it belongs to.
void addBars(std::vector<HistoryLine> &lines, const margin::Thresholds &bars, std::set<QString> &present,
             const DisplayFormat &format)
{
    const auto add = [&](margin::Decimal ratio, HistoryViewModel::LineKind kind, const QString &name) {
        HistoryLine line;
        line.lineId =
            QStringLiteral("bar %1 %2").arg(static_cast<int>(kind)).arg(QString::fromStdString(ratio.toString()));
        line.name = name.arg(ratioText(format, ratio));
        line.kind = kind;
        line.riskState = static_cast<int>(kind == HistoryViewModel::CallBar ? RiskState::MarginCall
                                                                            : RiskState::Liquidation);
        line.value = ratio.toDoubleForPlot();
        if (present.insert(line.lineId).second) {
            lines.push_back(line);
        }
    };
    add(bars.marginCall, HistoryViewModel::CallBar, HistoryViewModel::tr("call %1"));
    add(bars.liquidation, HistoryViewModel::LiquidationBar, HistoryViewModel::tr("liquidation %1"));
}

} // namespace

HistoryViewModel::HistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                                   const DisplayFormat &format, bool example, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_format(format)
    , m_example(example)
    , m_lines(new HistoryLineModel(this))
    , m_range(example ? All : Day)
    , m_heardAt(clock.bootMs())
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &HistoryViewModel::take);
    if (relay.current()) {
        take(relay.current());
    }
}

QStringList HistoryViewModel::rangeNames() const
{
    return {tr("1 h"), tr("24 h"), tr("7 d"), tr("All")};
}

void HistoryViewModel::setRange(int range)
{
    m_range = std::clamp<int>(range, Hour, All);
    if (!m_example) {
        for (auto &[account, track] : m_tracks) {
            track = monitor::LevelTrack(); // the stores have it in the width of this range
            load(account);
        }
    }
    draw();
}

QString HistoryViewModel::emptyText() const
{
    return m_tracks.empty() ? tr("Levels appear here once there is an account with debt.")
                            : tr("No level in this range yet. A point is kept for every change.");
}

QString HistoryViewModel::startText() const
{
    return m_isEmpty ? QString()
                     : m_format.moment(static_cast<std::int64_t>(m_axes.minX), static_cast<std::int64_t>(m_axes.maxX));
}

QString HistoryViewModel::endText() const
{
    return m_isEmpty ? QString()
                     : tr("now, %1").arg(m_format.moment(static_cast<std::int64_t>(m_axes.maxX),
                                                         static_cast<std::int64_t>(m_axes.maxX)));
}

QList<QList<QPointF>> HistoryViewModel::stretches(const QString &lineId) const
{
    const auto found = m_stretches.find(lineId.toStdString());
    return found == m_stretches.end() ? QList<QList<QPointF>>() : found->second;
}

std::optional<monitor::LevelSample> HistoryViewModel::lastKnown(const std::string &account) const
{
    const auto found = m_tracks.find(account);
    if (found == m_tracks.end() || found->second.isEmpty()) {
        return std::nullopt;
    }
    return found->second.stretches(found->second.last(), INT64_MAX).back().back();
}

void HistoryViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot->loaded) {
        return;
    }
    std::erase_if(m_tracks, [&](const auto &line) { return snapshot->find(line.first) == nullptr; });
    for (std::size_t i = 0; i < snapshot->verdicts.size(); ++i) {
        const auto &account = snapshot->verdicts[i].account;
        if (account) {
            trackOf(account->id);
        }
    }
    if (m_clock.bootMs() - m_heardAt >= kRereadMs) {
        m_heardAt = m_clock.bootMs();
        for (const auto &[account, track] : m_tracks) {
            load(account);
        }
    }
    showLines();
    const bool timeMoved = !m_example && static_cast<double>(m_clock.wallMs()) - m_axes.maxX >= kStaleEdge;
    if (timeMoved || m_tracks.size() != m_stretches.size()) {
        draw();
    }
}

monitor::LevelTrack &HistoryViewModel::trackOf(const std::string &account)
{
    const auto [place, isNew] = m_tracks.try_emplace(account);
    if (isNew) {
        load(account);
    }
    return place->second;
}

void HistoryViewModel::append(const monitor::HistoryBatchPtr &batch)
{
    m_heardAt = m_clock.bootMs();
    if (m_example) {
        for (const auto &[account, span] :
             batch->spans) { // one that does not grow: the story went back to its beginning
            const auto found = m_tracks.find(account);
            if (found != m_tracks.end() && span.end < found->second.last()) {
                found->second.dropFrom(span.begin);
            }
        }
    }
    for (const auto &[account, span] : batch->spans) {
        trackOf(account).add(span);
    }
    for (const auto &[account, point] : batch->levels) {
        if (point.level) {
            trackOf(account).add(monitor::LevelSample {point.time, *point.level});
        }
    }
    draw();
}

void HistoryViewModel::load(const std::string &account)
{
    if (m_example) {
        return;
    }
    const std::int64_t now = m_clock.wallMs();
    const auto span = static_cast<std::int64_t>(rangeMs(m_range));
    m_stores.levelTrack(account, span == 0 ? 0 : now - span, now)
        .then(this, [this, account, range = m_range](const Result<monitor::LevelTrack> &stored) {
            const auto found = m_tracks.find(account);
            if (stored && found != m_tracks.end() && range == m_range) {
                found->second.add(*stored); // what came meanwhile is in both, and counts once
                draw();
            }
        });
}

// What has left the range goes, and what has grown too fine for it is folded, exactly as the stores would answer now.
void HistoryViewModel::cut()
{
    const std::int64_t now = m_clock.wallMs();
    const auto span = static_cast<std::int64_t>(rangeMs(m_range));
    for (auto &[account, track] : m_tracks) {
        if (!track.isEmpty() && !m_example) {
            const std::int64_t from = span == 0 ? track.first() : std::max(track.first(), now - span);
            track.coarsen(monitor::LevelTrack::widthFor(now - from));
            track.dropBefore(from);
        }
    }
}

void HistoryViewModel::showLines()
{
    std::vector<HistoryLine> lines;
    std::vector<HistoryLine> bars;
    std::set<QString> present;
    std::map<int, int> shades;
    for (std::size_t i = 0; i < m_snapshot->verdicts.size(); ++i) {
        const margin::Verdict &verdict = m_snapshot->verdicts[i];
        if (!verdict.account) {
            continue;
        }
        const auto assessment = m_snapshot->describe(verdict);
        HistoryLine line;
        line.lineId = QString::fromStdString(verdict.account->id);
        line.name = accountTitle(*verdict.account);
        line.riskState = static_cast<int>(riskStateOf(assessment));
        line.isCross = verdict.account->mode == margin::MarginMode::Cross;
        line.shade = line.isCross ? 0 : shades[line.riskState]++;
        lines.push_back(line);
        if (verdict.account->hasDebt()) {
            addBars(bars, verdict.account->thresholds, present, m_format);
        }
    }
    lines.insert(lines.end(), bars.begin(), bars.end());
    m_lines->setRows(std::move(lines));
}

void HistoryViewModel::draw()
{
    cut();
    m_stretches.clear();
    for (const auto &[account, track] : m_tracks) {
        m_stretches[account] = pointsOf(track);
    }
    fit();
}

void HistoryViewModel::fit()
{
    const double span = rangeMs(m_range);
    double last = m_example ? 0 : static_cast<double>(m_clock.wallMs());
    for (const auto &[account, track] : m_tracks) {
        last = std::max(last, static_cast<double>(track.last()));
    }
    double first = last;
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    for (const auto &[account, lines] : m_stretches) {
        for (const QList<QPointF> &line : lines) {
            if (span == 0 || line.last().x() >= last - span) {
                first = std::min(first, line.first().x());
                const auto [low, high] = std::ranges::minmax(line, {}, &QPointF::y);
                lowest = std::min(lowest, low.y());
                highest = std::max(highest, high.y());
            }
        }
    }
    m_isEmpty = lowest > highest;
    m_axes.minX = std::max(first, span == 0 ? first : last - span);
    m_axes.maxX = std::max(last, m_axes.minX + kSecond);
    if (!m_isEmpty) {
        fitLevels(lowest, highest);
    }
    Q_EMIT pointsChanged();
}

void HistoryViewModel::fitLevels(double lowest, double highest)
{
    constexpr double kCeiling = 3; // above it nobody is in danger, and one rich account must not flatten the others
    for (const HistoryLine &line : m_lines->rows()) {
        if (line.kind != Level) {
            lowest = std::min(lowest, line.value);
            highest = std::max(highest, line.value);
        }
    }
    highest = std::max(std::min(highest, kCeiling), lowest + 0.01);
    double step = 0.01;
    for (const double wider : std::array {0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0}) {
        step = wider;
        if ((highest - lowest) / step <= 5) {
            break;
        }
    }
    m_axes.minY = std::floor(lowest / step + 1e-9) * step;
    m_axes.maxY = std::ceil(highest / step - 1e-9) * step;
    m_axes.tickCount = std::clamp(static_cast<int>(std::lround((m_axes.maxY - m_axes.minY) / step)) + 1, 2, 12);
}

} // namespace plimsoll::viewmodels
