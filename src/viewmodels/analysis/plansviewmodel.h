// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/plantoday.h"
#include "viewmodels/analysis/planeditor.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/rowlistmodel.h"

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// One prepared plan, and how it stands today.
struct PlanRow {
    QString planId;
    QString accountId;
    QString name;
    QString actText; ///< "Deposit 150.00 USDT from Spot wallet"
    QString todayText; ///< planTodayText()
    bool falls = false; ///< it does not lead to the initial ratio, or cannot be done
    bool tops = false; ///< it brings money, so that the form of a top-up can be filled with it

    [[nodiscard]] const QString &rowKey() const { return planId; }
    static RowRoles<PlanRow> roles();
    bool operator==(const PlanRow &) const = default;
};

/// A person's prepared plans, of all accounts, computed anew at the newest prices: analysis::planToday(), in words.
/// None is ever booked from here; opened() and filled() hand one to a form. GUI thread.
class PlansViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// PlanRow, of all accounts that are there, in the order they were made.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::PlanEditor *editor READ editor CONSTANT FINAL)
    /// The name of the one that is to be deleted, once it is said again; else empty. `leavingAccount` is its account.
    Q_PROPERTY(QString leaving READ leaving NOTIFY changed FINAL)
    Q_PROPERTY(QString leavingAccount READ leavingAccount NOTIFY changed FINAL)
    /// Why the list could not be read or one not be deleted; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    explicit PlansViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] PlanEditor *editor() const { return m_editor; }
    [[nodiscard]] QString leaving() const { return m_leaving ? QString::fromStdString(m_leaving->name) : QString(); }
    [[nodiscard]] QString leavingAccount() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Of an account; only those that bring money where `onlyMoney`.
    [[nodiscard]] Q_INVOKABLE int countOf(const QString &accountId, bool onlyMoney) const;
    Q_INVOKABLE void load(); ///< again: the terminal may have changed them
    Q_INVOKABLE void open(const QString &planId); ///< the form that records it
    Q_INVOKABLE void fill(const QString &planId); ///< the form of a top-up that is open
    Q_INVOKABLE void edit(const QString &planId);
    Q_INVOKABLE void remove(const QString &planId); ///< asks first: leaving()
    Q_INVOKABLE void answerRemove(bool yes);

Q_SIGNALS:
    void opened(const plimsoll::margin::PreparedPlan &plan);
    void filled(const plimsoll::margin::PreparedPlan &plan);
    void saved(const QString &text); ///< a line for a toast

protected:
    void compute() override;

private:
    struct Answer {
        margin::Portfolio book;
        std::vector<margin::PreparedPlan> plans;
        std::vector<Result<analysis::PlanToday>> today; ///< of each
    };

    void show(const Answer &answer);
    [[nodiscard]] std::optional<margin::PreparedPlan> planOf(const QString &planId) const;

    monitor::PlansPort &m_store;
    RowListModel<PlanRow> *m_rows;
    PlanEditor *m_editor;
    std::vector<margin::PreparedPlan> m_plans;
    std::optional<margin::PreparedPlan> m_leaving;
    QString m_problem;
};

} // namespace plimsoll::viewmodels
