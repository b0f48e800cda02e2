// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/returns.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/rowlistmodel.h"
#include "wire/candlefile.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// How one asset moves with the market: as measured, and as a person says instead.
struct BetaRow {
    QString asset;
    QString assetText; ///< fit to be shown
    QString measuredText; ///< "1.07"; "–" where there are not enough candles
    QString basisText; ///< "364 days · correlation with BTC 0.83", or what is missing
    QString typed; ///< empty: the measured one counts
    QString problem; ///< why what was typed does not count; else empty

    [[nodiscard]] const QString &rowKey() const { return asset; }
    static RowRoles<BetaRow> roles();
    bool operator==(const BetaRow &) const = default;
};

/// "There is no beta of XRP and DOGE: type it, or add candle files of it and of BTC." Requires: at least one asset.
QString noBetaText(const std::vector<std::string> &lacking);

/// The betas of everything that the accounts hold or owe, against BTC: measured from candle files as `stress --asset
/// beta` measures them, and a person's own, which go first. GUI thread.
class BetaTable : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// BetaRow, in the order of the first use.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)

public:
    using Candles = std::shared_ptr<const std::vector<wire::CandleSeries>>;
    using Betas = std::map<std::string, margin::Decimal>;

    BetaTable(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] const Betas &betas() const { return m_betas; } ///< those that count
    void setCandles(const Candles &candles); ///< nothing: there are none
    void setOwn(const Betas &own); ///< a person's own, as they were kept

    Q_INVOKABLE void type(const QString &asset, const QString &text);
    Q_INVOKABLE void useMeasured(const QString &asset);

Q_SIGNALS:
    void betasChanged();
    void ownChanged(const std::map<std::string, plimsoll::margin::Decimal> &own); ///< a person's own, to be kept

protected:
    void compute() override;

private:
    struct Answer {
        std::vector<std::string> assets;
        chance::ReturnStatistics statistics;
        Betas measured;
    };

    void keep();
    [[nodiscard]] Result<margin::Decimal> read(const QString &text) const;
    void show();
    [[nodiscard]] QString basisOf(const std::string &asset) const;

    RowListModel<BetaRow> *m_rows;
    Candles m_candles;
    Answer m_answer;
    std::map<std::string, QString> m_typed; ///< of assets that no account has now, too
    Betas m_own; ///< what of it can be meant
    Betas m_betas;
};

} // namespace plimsoll::viewmodels
