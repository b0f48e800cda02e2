// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/domino.h"
#include "analysis/stress.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QPointF>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The chosen account at one shock.
struct StressRow {
    QString shockText; ///< "−10 %"
    QString levelText;
    RiskState state = RiskState::Unknown;
    bool isNow = false;

    static RowRoles<StressRow> roles();
    bool operator==(const StressRow &) const = default;
};

/// One account meeting one of its bars.
struct FallRow {
    QString shockText; ///< "−12.34 %"; "now" where it is met already
    QString title;
    QString accountId;
    RiskState state = RiskState::MarginCall; ///< which bar
    bool isPassed = false; ///< at the chosen shock

    static RowRoles<FallRow> roles();
    bool operator==(const FallRow &) const = default;
};

/// What the accounts would be if prices moved: the level of one of them over a range of shocks, and which account meets
/// which bar when. Nothing here is real, and nothing decides: every point is analysis::stressCurve(), which judges as
/// the engine does.
/// More than 20 public functions: one property for each part of the page.
class StressViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY changed FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY changed FINAL)
    /// What moves: all prices together, or one asset's.
    Q_PROPERTY(QStringList assetNames READ assetNames NOTIFY changed FINAL)
    Q_PROPERTY(int assetIndex READ assetIndex WRITE setAssetIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed FINAL)
    Q_PROPERTY(QString asset READ asset NOTIFY changed FINAL) ///< that moves; empty: all together
    /// Percent, kLowest to kHighest: where the cursor stands.
    Q_PROPERTY(double shock READ shock WRITE setShock NOTIFY changed FINAL)
    /// "At −12 %: BCH/USDT isolated 1.02, liquidation".
    Q_PROPERTY(QString atText READ atText NOTIFY changed FINAL)
    /// x is the shock in percent, y the level, a ratio: for pixels only. Ends where the level is beyond what is drawn.
    Q_PROPERTY(QList<QPointF> curve READ curve NOTIFY curveChanged FINAL)
    Q_PROPERTY(double lowestLevel READ lowestLevel NOTIFY curveChanged FINAL)
    Q_PROPERTY(double highestLevel READ highestLevel NOTIFY curveChanged FINAL)
    Q_PROPERTY(double callLevel READ callLevel NOTIFY curveChanged FINAL)
    Q_PROPERTY(double liquidationLevel READ liquidationLevel NOTIFY curveChanged FINAL)
    /// Why there is no curve; else empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY curveChanged FINAL)
    /// StressRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *table READ table CONSTANT FINAL)
    /// FallRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *falls READ falls CONSTANT FINAL)
    /// "No such move meets a bar of: LTC/USDC isolated".
    Q_PROPERTY(QString safeText READ safeText NOTIFY curveChanged FINAL)

public:
    static constexpr int kLowest = -50; ///< percent
    static constexpr int kHighest = 50;
    static constexpr int kTableStep = 5;

    StressViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] QStringList assetNames() const;
    [[nodiscard]] int assetIndex() const;
    void setAssetIndex(int index);
    [[nodiscard]] QString accountId() const { return QString::fromStdString(m_account); }
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_asset); }
    [[nodiscard]] double shock() const { return m_shock; }
    void setShock(double percent);
    [[nodiscard]] QString atText() const { return m_atText; }
    [[nodiscard]] QList<QPointF> curve() const { return m_curve; }
    [[nodiscard]] double lowestLevel() const { return m_lowest; }
    [[nodiscard]] double highestLevel() const { return m_highest; }
    [[nodiscard]] double callLevel() const { return m_call; }
    [[nodiscard]] double liquidationLevel() const { return m_liquidation; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] RowModel *table() const { return m_table; }
    [[nodiscard]] RowModel *falls() const { return m_falls; }
    [[nodiscard]] QString safeText() const { return m_safeText; }

    Q_INVOKABLE void choose(const QString &accountId);

Q_SIGNALS:
    void curveChanged();

protected:
    void compute() override;

private:
    struct Answer {
        std::vector<margin::Account> accounts;
        std::vector<analysis::StressPoint> points;
        analysis::Domino domino;
    };

    void show();
    void showCurve(std::size_t account);
    void showTable(std::size_t account);
    void showFalls();
    [[nodiscard]] const analysis::StressPoint *pointAt(double percent) const;
    [[nodiscard]] std::optional<std::size_t> chosenPlace() const;
    [[nodiscard]] QString percentText(double percent) const;

    std::vector<std::string> m_ids; ///< of the accounts that are offered
    std::vector<std::string> m_assets; ///< "" for all together
    std::string m_account; ///< empty: the first
    std::string m_asset;
    std::shared_ptr<const Answer> m_answer;
    double m_shock = 0;
    QString m_atText;
    QList<QPointF> m_curve;
    double m_lowest = 1;
    double m_highest = 2;
    double m_call = 0;
    double m_liquidation = 0;
    QString m_emptyText;
    QString m_safeText;
    RowListModel<StressRow> *m_table;
    RowListModel<FallRow> *m_falls;
};

} // namespace plimsoll::viewmodels
