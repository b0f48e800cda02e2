// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/whatif.h"
#include "ports/commands.h"
#include "viewmodels/analysis/scenarioshelf.h"
#include "viewmodels/analysis/whatifeditor.h"
#include "viewmodels/analysis/whatiflines.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// One account as it is, as it would be, and as it would be in the scenario it is compared with.
struct WhatIfRow {
    QString accountId;
    QString title;
    QString beforeText; ///< the level
    RiskState before = RiskState::Unknown;
    QString afterText;
    RiskState after = RiskState::Unknown;
    QString distanceText; ///< after: "12.0 % to the call · 16.0 % to liquidation"
    QString otherText; ///< empty where nothing is compared
    RiskState other = RiskState::Unknown;

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<WhatIfRow> roles();
    bool operator==(const WhatIfRow &) const = default;
};

/// A book with changes that are only thought of: what is changed, and every account before and after, most urgent
/// first: analysis::whatIf(), in words. It can book nothing. GUI thread; computed on a pool thread.
class WhatIfViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::WhatIfEditor *editor READ editor CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ScenarioShelf *shelf READ shelf CONSTANT FINAL)
    /// WhatIfLine
    Q_PROPERTY(plimsoll::viewmodels::RowModel *lines READ lines CONSTANT FINAL)
    /// WhatIfRow; none while a line is refused.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// Why there are no rows; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// Name of the scenario that is compared; else empty.
    Q_PROPERTY(QString otherName READ otherName NOTIFY changed FINAL)
    /// Why that one cannot be: the rules refuse a change of it; else empty.
    Q_PROPERTY(QString otherProblem READ otherProblem NOTIFY changed FINAL)

public:
    WhatIfViewModel(monitor::Commands &commands, monitor::SnapshotRelay &relay, const DisplayFormat &format,
                    const QString &dataDir, QObject *parent = nullptr);

    [[nodiscard]] WhatIfEditor *editor() const { return m_editor; }
    [[nodiscard]] ScenarioShelf *shelf() const { return m_shelf; }
    [[nodiscard]] RowModel *lines() const { return m_lines; }
    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString otherName() const;
    [[nodiscard]] QString otherProblem() const { return m_otherProblem; }
    [[nodiscard]] const analysis::Changes &changes() const { return m_changes; }

    Q_INVOKABLE void remove(const QString &key); ///< takes one line back
    Q_INVOKABLE void reset(); ///< takes all of them back
    Q_INVOKABLE void stopComparing();

    void setChanges(analysis::Changes changes);

protected:
    void compute() override;

private:
    /// What came out, or why nothing.
    struct Outcome {
        Result<analysis::WhatIf> result = analysis::WhatIf {};
        std::optional<margin::Account> refused; ///< of the booking that was refused, just before it
    };
    struct Answer {
        std::vector<margin::Account> accounts;
        WhatIfEditor::Prices prices;
        analysis::Changes changes;
        analysis::Changes otherChanges;
        Outcome own;
        std::optional<Outcome> other;
    };

    static Outcome outcomeOf(const std::vector<margin::Account> &accounts, const margin::QuoteBoard &board,
                             const analysis::Changes &changes);
    void add(const analysis::Changes &more);
    void compare(const analysis::Changes &other);
    void show(const Answer &answer);
    void showLines(const Answer &answer);
    /// Why the rules refuse these changes; empty where they do not.
    [[nodiscard]] QString problemOf(const Outcome &outcome, const analysis::Changes &changes) const;
    [[nodiscard]] std::vector<WhatIfRow> rowsOf(const Answer &answer) const;

    monitor::Commands &m_commands;
    WhatIfEditor *m_editor;
    ScenarioShelf *m_shelf;
    RowListModel<WhatIfLine> *m_lines;
    RowListModel<WhatIfRow> *m_rows;
    analysis::Changes m_changes;
    std::optional<analysis::Changes> m_other;
    QString m_problem;
    QString m_otherProblem;
};

} // namespace plimsoll::viewmodels
