// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/domino.h"
#include "chance/returns.h"
#include "viewmodels/analysis/betatable.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/candlefiles.h"
#include "viewmodels/common/rowlistmodel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// How far prices must move, one way of moving them, until the chosen account meets its bars.
struct MoveRow {
    QString mover; ///< "ETH alone", "All prices together", "Each by its beta to BTC"
    QString callText; ///< "−12.34 % · −24.68 USDT · 2.1 σ"; "–" where no such move meets it
    QString liquidationText;

    [[nodiscard]] const QString &rowKey() const { return mover; }
    static RowRoles<MoveRow> roles();
    bool operator==(const MoveRow &) const = default;
};

/// One account under moves that a person names in percent, in money or in sigmas of a day, and what it takes to meet
/// its bars: each asset alone, all together, by beta. Sigmas and betas are estimated from candle files. Nothing here is
/// real; every figure is analysis::stressCurve() or analysis::dominoFalls().
/// More than 12 members: what was typed, and the words that came of it.
class StressMoves : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString accountId READ accountId WRITE setAccountId NOTIFY changed FINAL)
    /// What the typed move is about; empty: all prices together.
    Q_PROPERTY(QString asset READ asset WRITE setAsset NOTIFY changed FINAL)
    /// The typed move is one of BTC, and every asset moves by its beta.
    Q_PROPERTY(bool byBeta READ byBeta WRITE setByBeta NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::BetaTable *betas READ betas CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::CandleFiles *files READ files CONSTANT FINAL)
    Q_PROPERTY(Unit unit READ unit WRITE setUnit NOTIFY changed FINAL)
    /// The move, as typed.
    Q_PROPERTY(QString move READ move WRITE setMove NOTIFY changed FINAL)
    /// Why it cannot be meant; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// "−2 σ is −12.34 %: BCH/USDT isolated 1.02, liquidation".
    Q_PROPERTY(QString atText READ atText NOTIFY changed FINAL)
    /// MoveRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// What sigmas and betas still need; else from what they are.
    Q_PROPERTY(QString basisText READ basisText NOTIFY changed FINAL)

public:
    enum Unit { Percent, Money, Sigma };
    Q_ENUM(Unit)

    StressMoves(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] QString accountId() const { return QString::fromStdString(m_account); }
    void setAccountId(const QString &id);
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_asset); }
    void setAsset(const QString &asset);
    [[nodiscard]] bool byBeta() const { return m_byBeta; }
    void setByBeta(bool byBeta);
    [[nodiscard]] BetaTable *betas() const { return m_betas; }
    [[nodiscard]] CandleFiles *files() const { return m_files; }
    [[nodiscard]] Unit unit() const { return m_unit; }
    void setUnit(Unit unit);
    [[nodiscard]] QString move() const { return m_move; }
    void setMove(const QString &move);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString atText() const { return m_atText; }
    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] QString basisText() const { return m_basisText; }

protected:
    void compute() override;

private:
    /// How one way of moving prices meets the bars.
    struct Reach {
        std::string asset; ///< empty: more than one
        bool byBeta = false;
        std::optional<margin::Decimal> call; ///< percent
        std::optional<margin::Decimal> liquidation;
    };

    struct Answer {
        margin::Account account;
        std::shared_ptr<const margin::Rates> rates;
        std::shared_ptr<const chance::ReturnStatistics> statistics; ///< of the files; nothing without any
        std::vector<Reach> reaches;
        BetaTable::Betas betas;
        std::vector<std::string> lacking; ///< assets of the account without a beta
    };
    using Candles = BetaTable::Candles;

    void readFiles();
    static Answer answerOf(const margin::Account &account, std::shared_ptr<const margin::Rates> rates,
                           const Candles &candles, const BetaTable::Betas &betas);
    void show(const Answer &answer);
    void showMove(const Answer &answer);
    [[nodiscard]] analysis::PriceMove mover(const Answer &answer) const;
    /// The typed move in percent, at most kShockDigits decimals; nothing, and `m_problem`, where it cannot be that.
    [[nodiscard]] std::optional<margin::Decimal> typedPercent(const Answer &answer);
    [[nodiscard]] QString moneyText(analysis::DominoBar bar, const Reach &reach, const Answer &answer) const;
    [[nodiscard]] QString reachText(analysis::DominoBar bar, const Reach &reach, const Answer &answer) const;

    CandleFiles *m_files;
    BetaTable *m_betas;
    RowListModel<MoveRow> *m_rows;
    Candles m_candles; ///< of the files; nothing before they are read
    std::string m_account;
    std::string m_asset;
    bool m_byBeta = false;
    Unit m_unit = Percent;
    int m_reading = 0; ///< number of the newest reading of files
    QString m_move;
    QString m_problem;
    QString m_fileProblem;
    QString m_atText;
    QString m_basisText;
};

} // namespace plimsoll::viewmodels
