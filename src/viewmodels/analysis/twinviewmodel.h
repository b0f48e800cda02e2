// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/twin.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/rowlistmodel.h"

#include <memory>
#include <vector>

namespace plimsoll::viewmodels {

/// Accounts of a book in one mode: the real ones, or their twin.
struct TwinSide {
    QStringList lines; ///< "BCH/USDT isolated 1.06"
    QList<int> states; ///< RiskState of each line
    QString text; ///< who is called first, and what is lost at worst

    bool operator==(const TwinSide &) const = default;
};

/// The same money in both modes.
struct TwinRow {
    QString key; ///< ids of the real accounts
    TwinSide real;
    TwinSide twin;
    bool twinIsCross = false;
    QString remark; ///< the levels could not be kept; else empty

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<TwinRow> roles();
    bool operator==(const TwinRow &) const = default;
};

/// The person's book as it is and as it would be in the other margin mode: analysis::twinsOf() in words. Nothing here
/// is booked.
class TwinViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// TwinRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// Why there is none; else empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// Accounts without a twin and why; else empty.
    Q_PROPERTY(QString withoutText READ withoutText NOTIFY changed FINAL)

public:
    TwinViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] QString withoutText() const { return m_withoutText; }

protected:
    void compute() override;

private:
    struct Answer {
        std::vector<margin::Account> accounts;
        std::shared_ptr<const margin::Rates> rates;
        Result<analysis::Twins> twins = analysis::Twins {};
    };

    void show(const Answer &answer);
    [[nodiscard]] TwinRow rowOf(const analysis::Twin &twin, const Answer &answer) const;
    [[nodiscard]] TwinSide sideOf(const std::vector<margin::Account> &accounts, const margin::Rates &rates) const;
    [[nodiscard]] QString firstCallText(const std::vector<margin::Account> &accounts, const margin::Rates &rates) const;

    RowListModel<TwinRow> *m_rows;
    QString m_emptyText;
    QString m_withoutText;
};

} // namespace plimsoll::viewmodels
