// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/market.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::viewmodels {

/// One cell of the grid; above the diagonal it can be typed in, below it is the same seen from the other side.
struct CorrelationCell {
    QString key; ///< "3 5"
    int row = 0;
    int column = 0;
    QString name; ///< "Correlation of ETH with BCH"
    QString shown; ///< what was typed, else what was simulated last; "1" on the diagonal
    QString typed; ///< as typed; empty: that of the files
    bool wrong = false; ///< what was typed is no correlation

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<CorrelationCell> roles();
    bool operator==(const CorrelationCell &) const = default;
};

/// The correlations of a random walk as a person says them, pair by pair, beside those that were simulated last.
/// Symmetric by what it is: there is one text for a pair. GUI thread.
class CorrelationGrid : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// In the order of rows and columns, fit to be shown.
    Q_PROPERTY(QStringList assets READ assets NOTIFY changed FINAL)
    /// CorrelationCell, row by row.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *cells READ cells CONSTANT FINAL)
    Q_PROPERTY(bool filled READ filled NOTIFY changed FINAL) ///< something is typed
    /// What was simulated in place of what contradicted itself; else empty.
    Q_PROPERTY(QString repairedText READ repairedText NOTIFY changed FINAL)

public:
    using Pair = std::pair<std::string, std::string>; ///< in alphabetical order

    explicit CorrelationGrid(const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] QStringList assets() const;
    [[nodiscard]] RowModel *cells() const { return m_cells; }
    [[nodiscard]] bool filled() const;
    [[nodiscard]] QString repairedText() const { return m_repairedText; }

    void setAssets(const std::vector<std::string> &assets);
    void setSimulated(const chance::MarketModel &market, const std::map<Pair, double> &wished);
    /// What is typed of the assets that there are. Errors: Malformed with what was not understood; from -1 to 1.
    [[nodiscard]] Result<std::map<Pair, double>> wished() const;
    void setOwn(const std::map<Pair, margin::Decimal> &own); ///< a person's own, as they were kept

    Q_INVOKABLE void type(int row, int column, const QString &text);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();
    /// A person's own, to be kept.
    void ownChanged(const std::map<std::pair<std::string, std::string>, plimsoll::margin::Decimal> &own);

private:
    [[nodiscard]] bool isShown(const Pair &pair) const;
    [[nodiscard]] Pair pairAt(std::size_t row, std::size_t column) const;
    [[nodiscard]] Result<margin::Decimal> read(const QString &text) const;
    void keep();
    void show();

    const DisplayFormat &m_format;
    RowListModel<CorrelationCell> *m_cells;
    std::vector<std::string> m_assets;
    std::map<Pair, QString> m_typed; ///< of assets that no account has now, too
    std::map<Pair, margin::Decimal> m_own; ///< what of it can be meant
    std::map<Pair, double> m_simulated;
    QString m_repairedText;
};

} // namespace plimsoll::viewmodels
