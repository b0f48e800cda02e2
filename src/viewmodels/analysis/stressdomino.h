// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/stressanswer.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// One account on its way down: normal, in call from one place on, liquidated at another.
struct DominoRow {
    QString accountId;
    QString title; ///< "BCH/USDT", "Main"
    double callShare = 1; ///< of the axis, 0 to 1; 1 where the call is beyond it
    double liquidationShare = 1;
    bool hasCall = false; ///< on the axis
    bool hasLiquidation = false;
    QString text; ///< "call −2.38 %, liquidation −6.80 %"; "in call, liquidation −1.90 %"
    RiskState state = RiskState::Unknown; ///< at the chosen move
    bool isChosen = false; ///< the account whose curve is shown

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<DominoRow> roles();
    bool operator==(const DominoRow &) const = default;
};

/// Who falls when: every account that a fall of prices calls, on one axis, and what stands at the chosen move. Nothing
/// here decides: the falls are analysis::dominoFalls(), the states those of analysis::stressCurve(). GUI thread.
class StressDomino : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// DominoRow, the first to be called first.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// The words of the axis, from left to right at the same distance: "0 %", "−10 %", ...
    Q_PROPERTY(QStringList ticks READ ticks NOTIFY changed FINAL)
    /// Where the chosen move stands on the axis, 0 to 1; -1 for a rise.
    Q_PROPERTY(double cursor READ cursor NOTIFY changed FINAL)
    /// "At −10 %: 4 liquidated (BCH/USDT, ...), 2 in call (BTC/USDT, ETH/USDT)".
    Q_PROPERTY(QString atText READ atText NOTIFY changed FINAL)
    /// "5,643.90 USDT of equity stands in what would be liquidated"; empty where nothing is, or in several units.
    Q_PROPERTY(QString lossText READ lossText NOTIFY changed FINAL)
    /// "Not reached by such a fall: XRP/USDT (call +21.65 %), LTC/USDC"; empty where all are.
    Q_PROPERTY(QString restText READ restText NOTIFY changed FINAL)
    /// "Nobody knows of: User A cross (no beta of XRP), ADA/USDT (a price is missing)"; empty where there are none.
    Q_PROPERTY(QString unknownText READ unknownText NOTIFY changed FINAL)

public:
    static constexpr int kDeepest = -50; ///< percent, the right end of the axis
    static constexpr int kTicks = 5; ///< steps on it

    explicit StressDomino(const DisplayFormat &format, QObject *parent = nullptr);

    /// `percent`: the chosen move. `chosen`: the place of the account whose curve is shown.
    void show(const StressAnswer &answer, int percent, std::size_t chosen);

    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] QStringList ticks() const;
    [[nodiscard]] double cursor() const { return m_cursor; }
    [[nodiscard]] QString atText() const { return m_atText; }
    [[nodiscard]] QString lossText() const { return m_lossText; }
    [[nodiscard]] QString restText() const { return m_restText; }
    [[nodiscard]] QString unknownText() const { return m_unknownText; }

Q_SIGNALS:
    void changed();

private:
    struct Falls { // of one account
        std::size_t account = 0;
        std::optional<margin::Decimal> call;
        std::optional<margin::Decimal> liquidation;
    };

    static std::vector<Falls> fallsOf(const analysis::Domino &domino);
    [[nodiscard]] QString wordsOf(const Falls &falls) const;
    void showMove(const StressAnswer &answer, int percent);
    void showRest(const StressAnswer &answer, const std::vector<Falls> &all);
    void showUnknown(const StressAnswer &answer);

    const DisplayFormat &m_format;
    RowListModel<DominoRow> *m_rows;
    double m_cursor = 0;
    QString m_atText;
    QString m_lossText;
    QString m_restText;
    QString m_unknownText;
};

} // namespace plimsoll::viewmodels
