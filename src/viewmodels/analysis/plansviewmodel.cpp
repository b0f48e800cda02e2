// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/plansviewmodel.h"

#include "viewmodels/analysis/plantext.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

using analysis::PlanStanding;
using margin::PreparedPlan;

PlansViewModel::PlansViewModel(const Services &services, QObject *parent)
    : AnalysisViewModel(services.relay, services.format, parent)
    , m_store(services.stores)
    , m_rows(new RowListModel<PlanRow>(this))
    , m_editor(new PlanEditor(services, this))
{
    connect(m_editor, &PlanEditor::saved, this, [this](const QString &name) {
        Q_EMIT saved(tr("Saved: %1").arg(plainName(name.toStdString(), PlanEditor::kLongestName)));
        load();
    });
    load();
}

QString PlansViewModel::leavingAccount() const
{
    return m_leaving ? QString::fromStdString(m_leaving->account) : QString();
}

void PlansViewModel::load()
{
    m_store.plans().then(this, [this](const Result<std::vector<PreparedPlan>> &plans) {
        m_problem = plans ? QString() : failureText(plans.error());
        m_plans = plans.valueOr({});
        if (m_plans.empty()) {
            m_rows->setRows({});
        }
        setActive(!m_plans.empty()); // without plans nothing is computed
        recompute();
        Q_EMIT changed();
    });
}

std::optional<PreparedPlan> PlansViewModel::planOf(const QString &planId) const
{
    const auto found = std::ranges::find(m_plans, planId.toStdString(), &PreparedPlan::id);
    return found == m_plans.end() ? std::nullopt : std::optional(*found);
}

int PlansViewModel::countOf(const QString &accountId, bool onlyMoney) const
{
    return static_cast<int>(std::ranges::count_if(
        m_rows->rows(), [&](const PlanRow &row) { return row.accountId == accountId && (row.tops || !onlyMoney); }));
}

void PlansViewModel::open(const QString &planId)
{
    if (const auto plan = planOf(planId)) {
        Q_EMIT opened(*plan);
    }
}

void PlansViewModel::fill(const QString &planId)
{
    if (const auto plan = planOf(planId)) {
        Q_EMIT filled(*plan);
    }
}

void PlansViewModel::edit(const QString &planId)
{
    if (const auto plan = planOf(planId)) {
        m_editor->edit(*plan);
    }
}

void PlansViewModel::remove(const QString &planId)
{
    m_leaving = planOf(planId);
    m_problem.clear();
    Q_EMIT changed();
}

void PlansViewModel::answerRemove(bool yes)
{
    const auto plan = std::exchange(m_leaving, std::nullopt);
    Q_EMIT changed();
    if (!yes || !plan) {
        return;
    }
    m_store.removePlan(plan->id).then(this, [this](const Result<Done> &removed) {
        if (removed || removed.error().code == ErrorCode::NotFound) { // somebody else deleted it: gone it is
            load();
        } else {
            m_problem = failureText(removed.error());
            Q_EMIT changed();
        }
    });
}

void PlansViewModel::compute()
{
    const auto work = [now = snapshot(), plans = m_plans] {
        Answer answer {now->portfolio(), plans, {}};
        for (const PreparedPlan &plan : answer.plans) {
            answer.today.push_back(analysis::planToday(answer.book, *now->rates, plan));
        }
        return answer;
    };
    ask(work, [this](const Answer &answer) { show(answer); });
}

void PlansViewModel::show(const Answer &answer)
{
    std::vector<PlanRow> rows;
    for (std::size_t i = 0; i < answer.plans.size(); ++i) {
        const PreparedPlan &plan = answer.plans[i];
        const bool isKept = std::ranges::find(m_plans, plan) != m_plans.end(); // it may have been deleted meanwhile
        if (!isKept || !answer.today[i]) { // its account may have been removed, and comes back with it
            continue;
        }
        const analysis::PlanToday &today = *answer.today[i];
        rows.push_back({QString::fromStdString(plan.id), QString::fromStdString(plan.account),
                        plainName(plan.name, PlanEditor::kLongestName), planText(plan, answer.book, format()),
                        planTodayText(plan, today, answer.book, format()),
                        today.standing == PlanStanding::Short || today.standing == PlanStanding::Refused,
                        plan.way != margin::Way::SellAndRepay});
    }
    m_rows->setRows(std::move(rows));
    Q_EMIT changed();
}

RowRoles<PlanRow> PlanRow::roles()
{
    return {{"planId", &PlanRow::planId},   {"accountId", &PlanRow::accountId}, {"name", &PlanRow::name},
            {"actText", &PlanRow::actText}, {"todayText", &PlanRow::todayText}, {"falls", &PlanRow::falls},
            {"tops", &PlanRow::tops}};
}

} // namespace plimsoll::viewmodels
