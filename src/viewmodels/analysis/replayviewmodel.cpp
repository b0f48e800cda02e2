// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/replayviewmodel.h"

#include "viewmodels/common/portfoliofiles.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace plimsoll::viewmodels {

namespace {

constexpr int kMostMinutes = 7 * 24 * 60;
constexpr std::int64_t kDayMs = 24LL * 3'600'000;

} // namespace

ReplayViewModel::ReplayViewModel(monitor::SnapshotRelay &relay, monitor::HistoryPort &history,
                                 const monitor::Clock &clock, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_history(history)
    , m_clock(clock)
    , m_files(new CandleFiles(this))
    , m_player(new ReplayPlayer(format, this))
    , m_report(new ReplayReport(*m_player, clock, this))
    , m_crashes(new RowListModel<CrashPreset>(this))
    , m_run(new LongRun(this))
{
    connect(m_run, &LongRun::progressChanged, this, &ReplayViewModel::progressChanged);
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &ReplayViewModel::showCrashes);
    connect(m_files, &CandleFiles::changed, this, [this] { refuse(m_files->problem()); });
}

void ReplayViewModel::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        showCrashes();
        Q_EMIT changed();
    }
}

void ReplayViewModel::showCrashes()
{
    const monitor::SnapshotPtr snapshot = m_relay.current();
    if (m_active && snapshot && snapshot->loaded) {
        m_crashes->setRows(crashPresets(snapshot->portfolio().accounts));
    }
}

void ReplayViewModel::setSource(Source source)
{
    if (source != m_source) {
        m_source = std::clamp(source, Candles, Recorded);
        refuse({});
    }
}

void ReplayViewModel::setSpan(Span span)
{
    if (span != m_span) {
        m_span = std::clamp(span, Day, Everything);
        refuse({});
    }
}

void ReplayViewModel::setBookPath(const QString &path)
{
    if (path != m_bookPath) {
        m_bookPath = path;
        refuse({});
    }
}

void ReplayViewModel::setAcknowledgeAfter(const QString &minutes)
{
    if (minutes != m_acknowledgeAfter) {
        m_acknowledgeAfter = minutes;
        refuse({});
    }
}

void ReplayViewModel::refuse(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

std::optional<ReplayQuestion> ReplayViewModel::question()
{
    ReplayQuestion asked;
    asked.files = m_files->paths();
    asked.bookPath = expandedPath(m_bookPath.trimmed());
    const monitor::SnapshotPtr snapshot = m_relay.current();
    if (snapshot && snapshot->loaded) {
        asked.accounts = snapshot->portfolio().accounts;
    }
    if (asked.bookPath.isEmpty() && asked.accounts.empty()) {
        refuse(tr("There is no account yet."));
        return std::nullopt;
    }
    if (const QString typed = m_acknowledgeAfter.trimmed(); !typed.isEmpty()) {
        bool isNumber = false;
        const int minutes = typed.toInt(&isNumber);
        if (!isNumber || minutes < 0 || minutes > kMostMinutes) {
            refuse(tr("Minutes are a whole number from 0 to %1.").arg(kMostMinutes));
            return std::nullopt;
        }
        asked.acknowledgeAfter = minutes * alarm::kMinute;
    }
    return asked;
}

void ReplayViewModel::run()
{
    if (running()) {
        return;
    }
    auto asked = question();
    if (!asked) {
        return;
    }
    refuse({}); // before it runs: its answer may come at once
    if (m_source == Recorded) {
        readRecorded(std::move(*asked));
    } else {
        start(std::move(*asked));
    }
    Q_EMIT changed();
}

void ReplayViewModel::readRecorded(ReplayQuestion asked)
{
    m_isReading = true;
    const WallTime now = m_clock.wallTime();
    constexpr std::array<std::int64_t, 3> kSpans {kDayMs, 7 * kDayMs, 90 * kDayMs}; // of Span
    const WallTime from = m_span == Everything ? WallTime() : now - kSpans.at(static_cast<std::size_t>(m_span));
    m_history.keptPrices(from, now).then(
        this, [this, number = ++m_reading, asked](const Result<std::vector<monitor::KeptPrices>> &kept) mutable {
            if (number != m_reading || !m_isReading) {
                return;
            }
            m_isReading = false;
            if (!kept) {
                finish(kept.error());
                return;
            }
            asked.recorded = *kept;
            start(std::move(asked));
        });
}

void ReplayViewModel::start(ReplayQuestion asked)
{
    const auto done = std::make_shared<std::atomic<int>>(0); // of 1000
    m_run->start([done] { return *done / 1000.0; },
                 [asked = std::move(asked), done](const std::stop_token &stop) { return answerOf(asked, stop, *done); },
                 [this](const ReplayOutcome &outcome) { finish(outcome); });
    Q_EMIT changed();
}

void ReplayViewModel::cancel()
{
    const bool wasReading = std::exchange(m_isReading, false);
    if (m_run->cancel() || wasReading) {
        refuse(tr("Cancelled."));
        Q_EMIT progressChanged();
    }
}

void ReplayViewModel::finish(const ReplayOutcome &outcome)
{
    if (const auto *answer = std::get_if<std::shared_ptr<const ReplayAnswer>>(&outcome)) {
        m_player->setAnswer(*answer);
        m_report->forget();
    }
    const auto *error = std::get_if<Error>(&outcome);
    refuse(error != nullptr ? replayProblem(*error, m_source == Recorded) : QString());
}

} // namespace plimsoll::viewmodels
