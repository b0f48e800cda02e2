// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/snapshot.h"
#include "viewmodels/displayformat.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// Every rate that some account needs, as text. GUI thread. Updates in place, so that a list neither jumps nor loses
/// its focus.
class PriceTableModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the price table")

public:
    enum Role : int {
        AssetRole = Qt::UserRole + 1,
        QuoteRole,
        PriceRole,
        ExactRole, ///< all digits, for a tool tip
        RouteRole, ///< "BCHUSDT", "1/USDTBRL", "DOGEBTC x BTCUSDT"
        AgeRole,
        StateRole, ///< a word: current, missing, invalid, out of date
        UsableRole, ///< the price is current
    };
    Q_ENUM(Role)

    explicit PriceTableModel(const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const monitor::RiskSnapshot &snapshot, std::int64_t nowBootMs);
    [[nodiscard]] int unusable() const;

private:
    struct Row {
        std::string asset;
        std::string quote;
        margin::Rate rate;
        QString age;
    };

    [[nodiscard]] static std::vector<Row> rowsOf(const monitor::RiskSnapshot &snapshot);
    [[nodiscard]] QString stateWord(margin::PriceState state) const;

    const DisplayFormat &m_format;
    std::vector<Row> m_rows; // ascending by quote, asset
};

} // namespace plimsoll::viewmodels
