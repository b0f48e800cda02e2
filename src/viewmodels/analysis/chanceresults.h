// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/chancequestion.h"
#include "viewmodels/common/axismark.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QObject>
#include <QtCore/QPointF>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace plimsoll::viewmodels {

/// One account within one time by one method.
struct ChanceRow {
    QString horizonText; ///< "1 week"
    QString methodText; ///< "Random walk"
    QString callText; ///< "3.10 ± 0.24 %"
    QString liquidationText;
    double call = 0; ///< probability, for the length of a bar
    double callError = 0; ///< 95 % of the sampling error
    double liquidation = 0;
    double liquidationError = 0;
    QString betweenText; ///< from call to liquidation: "87.5 h, one in ten 27.0 h"; "–" where none is liquidated
    QString lossText; ///< value at risk and mean beyond, 95 %: "153.80 · 199.61"
    QString rareLossText; ///< the same, 99 %

    static RowRoles<ChanceRow> roles();
    bool operator==(const ChanceRow &) const = default;
};

/// What a simulation said about one account, as it is or in the other margin mode. GUI thread.
/// More than 20 public functions: one property for each part of the page.
class ChanceResults : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool there READ there NOTIFY changed FINAL)
    Q_PROPERTY(bool hasTwins READ hasTwins NOTIFY changed FINAL)
    /// The accounts as they are, or in the other margin mode.
    Q_PROPERTY(bool otherMode READ otherMode WRITE setOtherMode NOTIFY changed FINAL)
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY changed FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList methodNames READ methodNames NOTIFY changed FINAL)
    /// Of the fan.
    Q_PROPERTY(int methodIndex READ methodIndex WRITE setMethodIndex NOTIFY changed FINAL)
    /// ChanceRow, by time, then method; none where nothing can be said.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(double highest READ highest NOTIFY changed FINAL) ///< probability to which the bars of rows are scaled
    Q_PROPERTY(QString highestText READ highestText NOTIFY changed FINAL) ///< "40 %"
    /// Unit of the losses.
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QStringList assumptions READ assumptions NOTIFY changed FINAL)
    /// "20,000 paths of 984 steps, seed 1, at 14:30:05".
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
    /// Why there is nothing about this account; else empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// "In 30 days: 5 % of the paths below 1.02, half below 1.33, 95 % below 1.80."
    Q_PROPERTY(QString fanText READ fanText NOTIFY fanChanged FINAL)
    // Levels, ratios, and days: for pixels only.
    Q_PROPERTY(double lowestLevel READ lowestLevel NOTIFY fanChanged FINAL)
    Q_PROPERTY(double highestLevel READ highestLevel NOTIFY fanChanged FINAL)
    Q_PROPERTY(double callLevel READ callLevel NOTIFY fanChanged FINAL)
    Q_PROPERTY(double liquidationLevel READ liquidationLevel NOTIFY fanChanged FINAL)
    Q_PROPERTY(double days READ days NOTIFY fanChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::RowModel *levels READ levels CONSTANT FINAL) ///< AxisMark
    Q_PROPERTY(plimsoll::viewmodels::RowModel *times READ times CONSTANT FINAL) ///< AxisMark: "+10 d"

public:
    explicit ChanceResults(const DisplayFormat &format, QObject *parent = nullptr);

    void setAnswer(std::shared_ptr<const ChanceAnswer> answer, const QString &time);
    [[nodiscard]] const ChanceAnswer *answer() const { return m_answer.get(); }

    [[nodiscard]] bool there() const { return m_answer != nullptr; }
    [[nodiscard]] bool hasTwins() const { return m_answer && m_answer->accounts.size() > m_answer->realCount; }
    [[nodiscard]] bool otherMode() const { return m_otherMode; }
    void setOtherMode(bool other);
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const { return m_account; }
    void setAccountIndex(int index);
    [[nodiscard]] QStringList methodNames() const;
    [[nodiscard]] int methodIndex() const { return m_method; }
    void setMethodIndex(int index);
    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] double highest() const { return m_highestChance; }
    [[nodiscard]] QString highestText() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QStringList assumptions() const { return m_assumptions; }
    [[nodiscard]] QString doneText() const { return m_doneText; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] QString fanText() const;
    [[nodiscard]] double lowestLevel() const { return m_scale.min(); }
    [[nodiscard]] double highestLevel() const { return m_scale.max(); }
    [[nodiscard]] double callLevel() const;
    [[nodiscard]] double liquidationLevel() const;
    [[nodiscard]] double days() const;
    [[nodiscard]] RowModel *levels() const { return m_levels; }
    [[nodiscard]] RowModel *times() const { return m_times; }

    /// A quantile of the level over time, x in days; `place` in chance::FanPoint::kPercents. Empty where there is none.
    Q_INVOKABLE [[nodiscard]] QList<QPointF> quantile(int place) const;

Q_SIGNALS:
    void changed();
    void fanChanged();

private:
    void show();
    void showRows();
    void measureFan();
    [[nodiscard]] ChanceRow rowOf(std::size_t method, std::size_t horizon) const;
    [[nodiscard]] std::size_t place() const; ///< in ChanceAnswer::accounts
    [[nodiscard]] const chance::AccountChances *chosen(int method) const;

    const DisplayFormat &m_format;
    std::shared_ptr<const ChanceAnswer> m_answer;
    RowListModel<ChanceRow> *m_rows;
    bool m_otherMode = false;
    int m_account = 0; ///< among those of the mode
    int m_method = 0;
    QStringList m_assumptions;
    QString m_doneText;
    QString m_emptyText;
    double m_highestChance = 1;
    ChartScale m_scale; ///< of the fan
    RowListModel<AxisMark> *m_levels;
    RowListModel<AxisMark> *m_times;
};

} // namespace plimsoll::viewmodels
