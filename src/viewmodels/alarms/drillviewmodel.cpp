// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/drillviewmodel.h"

#include "ports/alarmboard.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/accounttext.h"
#include "wording/alarmtext.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

DrillViewModel::DrillViewModel(monitor::AlarmCommands &alarmCommands, monitor::SnapshotRelay &relay,
                               const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_commands(alarmCommands)
    , m_format(format)
    , m_steps(new DrillStepModel(this))
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &DrillViewModel::take);
    take(relay.current());
}

void DrillViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    const monitor::DrillStatus &drill = boardOf(snapshot).drill;
    std::vector<DrillStepView> views;
    for (const monitor::DrillStatus::Step &step : drill.steps) {
        DrillStepView view;
        const QString detail = wording::reasonText(plainName(step.detail.toStdString(), 160));
        const QString took = m_format.locale().toString(static_cast<qlonglong>(step.tookMs));
        view.at = m_format.age(step.at);
        view.channel = wording::channelName(step.channel);
        view.riskState = !step.delivered ? RiskState::NoDebt
            : *step.delivered            ? RiskState::Normal
                                         : RiskState::MarginCall;
        view.result = !step.delivered ? tr("on its way")
            : *step.delivered         ? tr("arrived in %1 ms").arg(took)
            : detail.isEmpty()        ? tr("failed")
                                      : tr("failed: %1").arg(detail);
        views.push_back(std::move(view));
    }
    const auto failed = std::ranges::count_if(drill.steps,
                                              [](const auto &step) { return step.delivered && !*step.delivered; });
    QString status;
    if (drill.running) {
        status = tr("The drill runs. Acknowledge it as you would a real alarm.");
    } else if (drill.steps.empty()) {
        status = tr("No drill has run yet.");
    } else {
        status = failed > 0 ? tr("The drill is over. Steps that did not arrive: %1.")
                                  .arg(m_format.locale().toString(static_cast<int>(failed)))
                            : tr("The drill is over: everything that was sent arrived.");
    }
    const QString reaction = drill.reactionMs ? tr("You answered after %1.").arg(m_format.age(*drill.reactionMs))
                                              : QString();
    m_steps->setRows(std::move(views));
    if (drill.running != m_running || status != m_statusText || reaction != m_reactionText) {
        m_running = drill.running;
        m_statusText = status;
        m_reactionText = reaction;
        Q_EMIT changed();
    }
}

void DrillViewModel::open()
{
    m_isOpen = true;
    Q_EMIT changed();
}

void DrillViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        stop();
        Q_EMIT changed();
    }
}

void DrillViewModel::start()
{
    if (!m_running) {
        m_commands.startDrill();
    }
}

void DrillViewModel::stop()
{
    if (m_running) {
        m_commands.endDrill();
    }
}

void DrillViewModel::acknowledge()
{
    if (m_running) {
        m_commands.acknowledgeAlarms(monitor::DrillStatus::kAccount, std::nullopt);
    }
}

} // namespace plimsoll::viewmodels
