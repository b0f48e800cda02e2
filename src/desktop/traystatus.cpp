// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/traystatus.h"

#include "viewmodels/common/accounttext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace plimsoll::desktop {

using viewmodels::AccountView;
using viewmodels::DashboardViewModel;
using viewmodels::RiskState;

namespace {

constexpr int kMostLines = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::desktop", text); // where lupdate files a free function's words
}

// Some desktops read tool tips as HTML, and a text that looks like it reaches Qt's own tool tip as such.
QString withoutMarkup(QString text)
{
    return text.replace(u'<', u'‹').replace(u'>', u'›').replace(u'&', u'+');
}

QString lineOf(const QString &label, const QString &level, RiskState state)
{
    return QStringLiteral("%1 %2 %3").arg(label, level, viewmodels::stateWord(state));
}

QStringList callLines(const DashboardViewModel &dashboard)
{
    QStringList lines;
    for (const auto *views : {&dashboard.cross()->rows(), &dashboard.isolated()}) {
        for (const AccountView &view : *views) {
            if (view.state == RiskState::MarginCall || view.state == RiskState::Liquidation) {
                lines << lineOf(view.label, view.levelText, view.state);
            }
        }
    }
    if (lines.size() > kMostLines) {
        const auto more = lines.size() - kMostLines;
        lines.resize(kMostLines);
        lines << tr("and %1 more").arg(more);
    }
    return lines;
}

QString restText(const DashboardViewModel &dashboard)
{
    switch (dashboard.hasWorst() ? static_cast<RiskState>(dashboard.worstState()) : RiskState::NoDebt) {
    case RiskState::Unknown: {
        const bool named = dashboard.hasBanner()
            && static_cast<RiskState>(dashboard.bannerState()) == RiskState::Unknown;
        return named ? dashboard.bannerText() : tr("%1: level unknown").arg(dashboard.worstLabel());
    }
    case RiskState::EarlyWarning:
        return lineOf(dashboard.worstLabel(), dashboard.worstLevelText(), RiskState::EarlyWarning);
    case RiskState::Normal: return tr("All normal");
    default: return dashboard.hasAccounts() ? tr("Nothing is owed") : tr("No accounts");
    }
}

} // namespace

TrayStatus trayStatus(const DashboardViewModel &dashboard, const monitor::AlarmBoard *board, bool engineSilent)
{
    TrayStatus status;
    status.unacknowledged = board != nullptr ? board->unacknowledged : 0;
    if (dashboard.hasWorst()) {
        status.state = static_cast<RiskState>(dashboard.worstState());
        status.worstLine = withoutMarkup(lineOf(dashboard.worstLabel(), dashboard.worstLevelText(), status.state));
    } else if (dashboard.loaded()) {
        status.state = RiskState::NoDebt;
    }
    QStringList lines;
    if (engineSilent) {
        status.state = RiskState::Unknown;
        lines << tr("The engine does not answer. Nothing is watched.");
    } else if (!dashboard.loaded()) {
        lines << tr("Starting");
    } else {
        lines = callLines(dashboard);
        if (lines.isEmpty()) {
            lines << restText(dashboard);
        }
    }
    status.toolTip = withoutMarkup(tr("Plimsoll") + u'\n' + lines.join(u'\n'));
    return status;
}

} // namespace plimsoll::desktop
