// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/replayplayer.h"

#include "viewmodels/analysis/replaywords.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

constexpr int kFrameMs = 40;

// An account without any price has nothing to draw.
int firstWithLevel(const std::vector<scenario::ReplayAccount> &accounts)
{
    const auto found = std::ranges::find_if(
        accounts, [](const scenario::ReplayAccount &account) { return account.lowestLevel.has_value(); });
    return found == accounts.end() ? 0 : static_cast<int>(found - accounts.begin());
}

} // namespace

ReplayPlayer::ReplayPlayer(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_accounts(new RowListModel<ReplayAccountRow>(this))
    , m_events(new RowListModel<ReplayEventRow>(this))
    , m_twins(new RowListModel<ReplayTwinRow>(this))
{
    m_timer.setInterval(kFrameMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplayPlayer::advance);
}

void ReplayPlayer::setAnswer(std::shared_ptr<const ReplayAnswer> answer)
{
    setPlaying(false);
    m_answer = std::move(answer);
    m_chosen = m_answer ? firstWithLevel(m_answer->record.summary.accounts) : 0;
    m_allEvents = m_answer ? replayEvents(*m_answer, kMostEvents, m_format) : std::vector<ReplayEventRow>();
    m_twins->setRows(m_answer ? replayTwins(*m_answer, m_format) : std::vector<ReplayTwinRow>());
    m_position = last(); // how it ended is seen first
    Q_EMIT changed(); // a slider must know its end before its place
    showPosition();
}

int ReplayPlayer::last() const
{
    const bool isEmpty = !m_answer || m_answer->record.levels.empty();
    return isEmpty ? 0 : static_cast<int>(m_answer->record.levels.front().size()) - 1;
}

void ReplayPlayer::setPosition(int position)
{
    const int inside = std::clamp(position, 0, last());
    if (inside != m_position) {
        m_position = inside;
        showPosition();
    }
}

void ReplayPlayer::showPosition()
{
    std::vector<ReplayAccountRow> rows;
    for (std::size_t i = 0; m_answer && i < m_answer->accounts.size(); ++i) {
        rows.push_back(rowOf(i));
    }
    m_accounts->setRows(std::move(rows));
    showEvents();
    Q_EMIT positionChanged();
}

void ReplayPlayer::showEvents()
{
    const auto next = std::ranges::upper_bound(m_allEvents, m_position, {}, &ReplayEventRow::slice);
    const auto before = std::min<std::ptrdiff_t>(next - m_allEvents.begin(), kEventsBefore);
    const auto after = std::min<std::ptrdiff_t>(m_allEvents.end() - next, kEventsAfter);
    m_events->setRows({next - before, next + after});
}

void ReplayPlayer::goToEvent(bool next)
{
    const auto later = std::ranges::upper_bound(m_allEvents, m_position, {}, &ReplayEventRow::slice);
    const auto now = std::ranges::lower_bound(m_allEvents, m_position, {}, &ReplayEventRow::slice);
    if (next && later != m_allEvents.end()) {
        setPosition(later->slice);
    } else if (!next && now != m_allEvents.begin()) {
        setPosition(std::prev(now)->slice);
    }
}

ReplayAccountRow ReplayPlayer::rowOf(std::size_t account) const
{
    const margin::Account &about = m_answer->accounts[account];
    const scenario::LevelSlice &slice = m_answer->record.levels[account][static_cast<std::size_t>(m_position)];
    return {QString::fromStdString(about.id), accountLabel(about), replayLevelText(slice, about, m_format),
            replayState(slice), replayOutcome(*m_answer, account, m_format)};
}

// The end of the slice: that is what the levels of the position are.
QString ReplayPlayer::positionText() const
{
    if (!m_answer) {
        return {};
    }
    const scenario::ReplayRecord &record = m_answer->record;
    return m_format.dateTime(std::min(record.to, record.from + (m_position + 1) * record.slice - 1));
}

void ReplayPlayer::setPlaying(bool playing)
{
    const bool plays = playing && last() > 0;
    if (plays == m_timer.isActive()) {
        return;
    }
    if (!plays) {
        m_timer.stop();
    } else {
        m_timer.start();
        if (m_position == last()) {
            setPosition(0);
        }
    }
    Q_EMIT playingChanged();
}

void ReplayPlayer::setSeconds(int seconds)
{
    constexpr int kLongest = 3600;
    const int inside = std::clamp(seconds, 1, kLongest);
    if (inside != m_seconds) {
        m_seconds = inside;
        Q_EMIT playingChanged();
    }
}

void ReplayPlayer::advance()
{
    const int frames = std::max(1, m_seconds * 1000 / kFrameMs);
    setPosition(m_position + std::max(1, (last() + frames - 1) / frames));
    if (m_position == last()) {
        setPlaying(false);
    }
}

void ReplayPlayer::setChosen(int account)
{
    if (m_answer && account >= 0 && account < static_cast<int>(m_answer->accounts.size()) && account != m_chosen) {
        m_chosen = account;
        Q_EMIT changed();
    }
}

QString ReplayPlayer::summary() const
{
    return m_answer ? replaySummary(*m_answer, kMostEvents, m_format) : QString();
}

QString ReplayPlayer::chartText() const
{
    if (!m_answer || m_answer->accounts.empty()) {
        return {};
    }
    const auto account = static_cast<std::size_t>(m_chosen);
    return accountLabel(m_answer->accounts[account]) + QStringLiteral(": ")
        + replayOutcome(*m_answer, account, m_format);
}

RowRoles<ReplayAccountRow> ReplayAccountRow::roles()
{
    return {{"accountId", &ReplayAccountRow::accountId},
            {"title", &ReplayAccountRow::title},
            {"levelText", &ReplayAccountRow::levelText},
            {"riskState", &ReplayAccountRow::riskState},
            {"outcomeText", &ReplayAccountRow::outcomeText}};
}

RowRoles<ReplayEventRow> ReplayEventRow::roles()
{
    return {{"timeText", &ReplayEventRow::timeText}, {"title", &ReplayEventRow::title},
            {"text", &ReplayEventRow::text},         {"riskState", &ReplayEventRow::riskState},
            {"isNotice", &ReplayEventRow::isNotice}, {"slice", &ReplayEventRow::slice}};
}

RowRoles<ReplayTwinRow> ReplayTwinRow::roles()
{
    return {{"title", &ReplayTwinRow::title},
            {"realText", &ReplayTwinRow::realText},
            {"twinText", &ReplayTwinRow::twinText},
            {"carriedText", &ReplayTwinRow::carriedText}};
}

} // namespace plimsoll::viewmodels
