// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartlevels.h"

#include "viewmodels/chart/axistime.h"

#include <algorithm>
#include <memory>

namespace plimsoll::viewmodels {

using monitor::LevelTrack;

ChartLevels::ChartLevels(monitor::HistoryPort &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
}

bool ChartLevels::covers(const Range &range) const
{
    return m_has.width == range.width && m_has.from <= range.from && m_has.to >= range.to
        && std::ranges::all_of(m_accounts, [this](const std::string &account) { return m_lines.contains(account); });
}

void ChartLevels::want(std::vector<std::string> accounts, double from, double to)
{
    m_accounts = std::move(accounts);
    m_wanted = {momentAt(from), momentAt(to), 0};
    m_wanted.width = LevelTrack::widthFor(m_wanted.to - m_wanted.from);
    const std::int64_t span = m_wanted.to - m_wanted.from;
    if (!m_busy && !covers({m_wanted.from - span / 4, m_wanted.to + span / 4, m_wanted.width})) {
        m_cut = false;
        m_asking = {m_wanted.from - span, m_wanted.to + span, m_wanted.width};
        m_queue.assign(m_accounts.rbegin(), m_accounts.rend());
        askNext();
    }
}

void ChartLevels::askNext()
{
    m_busy = !m_queue.empty();
    if (!m_busy) {
        m_has = m_cut ? Range() : m_asking;
        want(m_accounts, axisTime(m_wanted.from), axisTime(m_wanted.to)); // it may have moved on
        return;
    }
    const std::string account = m_queue.back();
    m_queue.pop_back();
    m_history.levelTrack(account, m_asking.from, m_asking.to, m_asking.width)
        .inBackground([](const Result<LevelTrack> &stored) {
            auto line = std::make_shared<Line>();
            if (stored) {
                line->track = *stored;
                line->stretches = stretchesOf(line->track);
            }
            return LinePtr(std::move(line));
        })
        .then(this, [this, account](const LinePtr &line) { take(account, line); });
}

void ChartLevels::take(const std::string &account, const LinePtr &line)
{
    m_lines[account] = line;
    const bool isStale = m_wanted.from < m_asking.from || m_wanted.to > m_asking.to || m_wanted.width != m_asking.width;
    if (isStale) { // the rest of it is not wanted any more
        m_queue.clear();
        m_cut = true;
    }
    askNext();
    Q_EMIT loaded(account);
}

void ChartLevels::append(const monitor::HistoryBatch &batch)
{
    std::map<std::string, std::shared_ptr<Line>> changed;
    const auto lineOf = [&](const std::string &account) -> Line * {
        const auto found = m_lines.find(account);
        if (found == m_lines.end()) {
            return nullptr;
        }
        auto &line = changed[account];
        line = line ? line : std::make_shared<Line>(*found->second);
        return line.get();
    };
    for (const auto &[account, span] : batch.spans) {
        if (Line *line = span.end <= m_has.to ? lineOf(account) : nullptr) {
            line->track.add(span);
        }
    }
    for (const auto &[account, point] : batch.levels) {
        if (Line *line = point.level && point.time <= m_has.to ? lineOf(account) : nullptr) {
            line->track.add(monitor::LevelSample {point.time, *point.level});
        }
    }
    for (auto &[account, line] : changed) {
        line->stretches = stretchesOf(line->track);
        m_lines[account] = std::move(line);
    }
    if (!changed.empty()) {
        Q_EMIT grown();
    }
}

void ChartLevels::forget()
{
    m_lines.clear();
    m_has = {};
    m_accounts.clear();
    m_queue.clear();
}

LevelStretches ChartLevels::stretches(const std::string &account) const
{
    const auto found = m_lines.find(account);
    return found == m_lines.end() ? LevelStretches() : found->second->stretches;
}

} // namespace plimsoll::viewmodels
