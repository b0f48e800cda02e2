// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/gapexplorer.h"

#include "feed/candlebars.h"
#include "scenario/alarmreplay.h"

#include <algorithm>

namespace plimsoll::feed
{

GapExplorer::GapExplorer(QUrl base, const monitor::Clock &clock, std::shared_ptr<HostPauses> pauses, QObject *parent)
    : QObject(parent)
    , m_fetcher(std::move(base), clock, std::move(pauses))
{
    m_fetcher.setParent(this);
    connect(&m_fetcher, &KlineFetcher::finished, this, &GapExplorer::onCandles);
}

void GapExplorer::explore(const monitor::GapQuestion &question)
{
    m_question = question;
    m_fetcher.fetch(question.symbols, question.report->from, question.report->to);
}

void GapExplorer::onCandles(const KlineResult &result)
{
    monitor::GapReport report = *m_question.report;
    report.state = result.series.empty() && !result.failures.empty() ? monitor::GapReport::State::Failed : monitor::GapReport::State::Ready;
    for (const KlineResult::Failure &failure : result.failures) {
        const QString line = QString::fromStdString(failure.symbol) + QLatin1String(": ") + failure.why;
        report.detail += report.detail.isEmpty() ? line : QLatin1String("; ") + line;
    }
    for (scenario::GapFinding &finding : scenario::gapReport(m_question.accounts, barsOf(result.series), report.from, report.to)) {
        report.accounts.push_back({std::move(finding.account), finding.lowestLevel, finding.lowestAt, std::move(finding.wouldHaveFired)});
    }
    Q_EMIT answered(report);
}

} // namespace plimsoll::feed
