// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/gapjudge.h"

#include "feed/candlebars.h"
#include "scenario/gapreport.h"

namespace plimsoll::feed {

using monitor::GapReport;

void GapJudge::judge(const monitor::GapQuestion &question, const KlineResult &candles)
{
    GapReport report = *question.report;
    const bool nothing = candles.series.empty() && !candles.failures.empty();
    report.state = nothing ? GapReport::State::Failed : GapReport::State::Ready;
    for (const KlineResult::Failure &failure : candles.failures) {
        const QString line = QString::fromStdString(failure.symbol) + QLatin1String(": ") + failure.why;
        report.detail += report.detail.isEmpty() ? line : QLatin1String("; ") + line;
    }
    const auto stopped = [this] { return m_givenUp.load(); };
    auto findings = scenario::gapReport(question.accounts, barsOf(candles.series), {report.from, report.to}, stopped);
    if (m_givenUp) {
        return;
    }
    for (scenario::GapFinding &finding : findings) {
        report.accounts.push_back({std::move(finding.account), finding.lowestLevel, finding.lowestAt,
                                   std::move(finding.wouldHaveFired), finding.wasBlind});
    }
    Q_EMIT judged(report);
}

} // namespace plimsoll::feed
