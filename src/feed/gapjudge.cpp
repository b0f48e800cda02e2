// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/gapjudge.h"

#include "scenario/candlebars.h"
#include "scenario/gapreport.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll::feed {

using monitor::GapReport;

namespace {

/// "BCHUSDT, ETHUSDT: the exchange has no candles of that time": every reason once, with all that it keeps back.
QString reasonsOf(const std::vector<KlineResult::Failure> &failures)
{
    std::vector<std::pair<QString, QStringList>> reasons;
    for (const KlineResult::Failure &failure : failures) {
        auto reason = std::ranges::find(reasons, failure.why, &std::pair<QString, QStringList>::first);
        if (reason == reasons.end()) {
            reason = reasons.insert(reasons.end(), {failure.why, {}});
        }
        reason->second << QString::fromStdString(failure.symbol);
    }
    QStringList lines;
    for (const auto &[why, symbols] : reasons) {
        lines << symbols.join(QLatin1String(", ")) + QLatin1String(": ") + why;
    }
    return lines.join(QLatin1String("; "));
}

} // namespace

void GapJudge::judge(const monitor::GapQuestion &question, const KlineResult &candles)
{
    GapReport report = *question.report;
    const bool nothing = candles.series.empty() && !candles.failures.empty();
    report.state = nothing ? GapReport::State::Failed : GapReport::State::Ready;
    report.detail = reasonsOf(candles.failures);
    const auto stopped = [this] { return m_givenUp.load(); };
    auto findings = scenario::gapReport(question.accounts, scenario::barsOf(candles.series), {report.from, report.to},
                                        stopped);
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
