// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/replayreport.h"

#include "ports/promise.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/refusaltext.h"

namespace plimsoll::viewmodels {

ReplayReport::ReplayReport(const ReplayPlayer &player, const monitor::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_player(player)
    , m_clock(clock)
    , m_path(QStringLiteral("~/plimsoll-replay.html"))
{
}

void ReplayReport::setPath(const QString &path)
{
    if (path != m_path) {
        m_path = path;
        forget();
    }
}

void ReplayReport::setFolder(const QString &folder)
{
    if (!m_busy && m_done.isEmpty()) {
        setPath(movedTo(folder, m_path));
    }
}

void ReplayReport::forget()
{
    m_problem.clear();
    m_done.clear();
    m_asksOverwrite = false;
    Q_EMIT changed();
}

void ReplayReport::write(bool overwrite)
{
    const auto answer = m_player.sharedAnswer();
    if (m_busy || !answer || m_path.trimmed().isEmpty()) {
        return;
    }
    m_busy = true;
    forget();
    inBackground([answer, now = m_clock.wallTime(), format = m_player.format(), path = expandedPath(m_path),
                  overwrite] {
        return writePrivateFile(path, report::replayPageOf(*answer, now, format).toStdString(), overwrite);
    }).then(this, [this](const Result<monitor::Privacy> &result) { finish(result); });
}

void ReplayReport::finish(const Result<monitor::Privacy> &result)
{
    m_busy = false;
    m_asksOverwrite = !result && result.error().code == ErrorCode::Conflict;
    m_problem = result || m_asksOverwrite ? QString() : failureText(result.error());
    m_done = result ? withPrivacy(tr("The report was written to %1.").arg(expandedPath(m_path)), *result) : QString();
    Q_EMIT changed();
    if (result) {
        Q_EMIT writtenTo(expandedPath(m_path));
    }
}

} // namespace plimsoll::viewmodels
