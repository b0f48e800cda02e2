// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/betatable.h"
#include "viewmodels/analysis/stressdomino.h"
#include "viewmodels/analysis/stressplot.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

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
    QString toCallText; ///< "4.27 %": the share of assets that may still be lost; "−12.0 %" below the call
    QString equityText; ///< in the account's quote asset
    bool isNow = false;

    static RowRoles<StressRow> roles();
    bool operator==(const StressRow &) const = default;
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
    /// What moves: all prices together, each by its beta, or one asset's.
    Q_PROPERTY(QStringList assetNames READ assetNames NOTIFY changed FINAL)
    Q_PROPERTY(int assetIndex READ assetIndex WRITE setAssetIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed FINAL)
    Q_PROPERTY(QString asset READ asset NOTIFY changed FINAL) ///< that moves; empty: more than one
    Q_PROPERTY(bool byBeta READ byBeta NOTIFY changed FINAL) ///< each by its beta, and the move is that of BTC
    Q_PROPERTY(
        bool lacksBeta READ lacksBeta NOTIFY changed FINAL) ///< of an asset of the account: there is nothing to draw
    /// Percent, kLowest to kHighest: where the cursor stands.
    Q_PROPERTY(double shock READ shock WRITE setShock NOTIFY changed FINAL)
    /// "At −12 %: BCH/USDT isolated 1.02, liquidation".
    Q_PROPERTY(QString atText READ atText NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::StressPlot *plot READ plot CONSTANT FINAL) ///< the curve
    Q_PROPERTY(plimsoll::viewmodels::StressDomino *domino READ domino CONSTANT FINAL) ///< who falls when
    /// Why there is no curve; else empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// StressRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *table READ table CONSTANT FINAL)
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL) ///< of the table's equity: the chosen account's quote asset

public:
    static constexpr int kTableStep = 5;

    StressViewModel(monitor::SnapshotRelay &relay, const BetaTable &betas, const DisplayFormat &format,
                    QObject *parent = nullptr);

    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] QStringList assetNames() const;
    [[nodiscard]] int assetIndex() const;
    void setAssetIndex(int index);
    [[nodiscard]] QString accountId() const { return QString::fromStdString(m_account); }
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_mover.asset); }
    [[nodiscard]] bool byBeta() const { return m_mover.byBeta; }
    [[nodiscard]] bool lacksBeta() const { return !m_lacking.empty(); }
    [[nodiscard]] double shock() const { return m_shock; }
    void setShock(double percent);
    [[nodiscard]] QString atText() const { return m_atText; }
    [[nodiscard]] StressPlot *plot() const { return m_plot; }
    [[nodiscard]] StressDomino *domino() const { return m_domino; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] RowModel *table() const { return m_table; }
    [[nodiscard]] QString unit() const { return m_unit; }

    Q_INVOKABLE void choose(const QString &accountId);
    Q_INVOKABLE void pointAt(double share); ///< the cursor, at a share of the curve's width

protected:
    void compute() override;

private:
    /// One thing that can be chosen to move.
    struct Mover {
        bool byBeta = false;
        std::string asset {}; ///< empty: all together, or by beta
        bool operator==(const Mover &) const = default;
    };

    static std::vector<Mover> moversOf(const std::vector<margin::Account> &accounts);
    void show();
    void showTable(std::size_t place);
    void showMove(); ///< what depends on where the cursor stands
    [[nodiscard]] std::optional<std::size_t> chosenPlace() const;

    std::vector<std::string> m_ids; ///< of the accounts that are offered
    const BetaTable &m_betas;
    std::vector<Mover> m_movers;
    std::string m_account; ///< empty: the first
    std::vector<std::string> m_lacking; ///< assets of it without a beta
    Mover m_mover;
    std::shared_ptr<const StressAnswer> m_answer;
    double m_shock = 0;
    QString m_atText;
    QString m_emptyText;
    QString m_unit;
    StressPlot *m_plot;
    StressDomino *m_domino;
    RowListModel<StressRow> *m_table;
};

} // namespace plimsoll::viewmodels
