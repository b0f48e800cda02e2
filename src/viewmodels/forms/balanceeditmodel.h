// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"
#include "ports/pricelist.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Balances while a person edits them: text as typed, with the reason beside a cell that is not an amount. GUI thread.
/// Empty cells mean 0, an empty daily rate that it is not known.
class BalanceEditModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the account editor")

public:
    enum Role : int {
        AssetRole = Qt::UserRole + 1,
        FreeRole,
        LockedRole,
        BorrowedRole,
        InterestRole,
        DailyRateRole, ///< of the debt, in percent a day; empty: not known
        ErrorRole, ///< why this row cannot be taken; empty where it can
        EchoRole, ///< what was understood: "= 5 BCH ≈ 850.00 USDT free · = 800.00 USDT borrowed"
        FaultsRole, ///< which fields of the row are at fault: free, locked, borrowed, interest, asset
        RateFaultRole, ///< whether the daily rate is at fault
        FixedRole, ///< an isolated account's own asset: neither renamed nor removed
    };
    Q_ENUM(Role)

    explicit BalanceEditModel(const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void setAsset(int row, const QString &text);
    Q_INVOKABLE void setCell(int row, int column,
                             const QString &text); ///< columns 0..4: free, locked, borrowed, interest, daily rate
    Q_INVOKABLE void addRow();
    Q_INVOKABLE void removeRowAt(int row);

    /// What new assets are checked against and amounts are valued by; all of it may be missing.
    void setMarket(std::shared_ptr<const monitor::PriceList> list, std::shared_ptr<const margin::Rates> rates,
                   const std::string &quote);

    void setBalances(const std::vector<margin::Balance> &balances);
    /// Exactly these two, fixed, in this order; amounts of equally named rows are kept. Empty names: free rows again.
    void setPair(const std::string &base, const std::string &quote);

    [[nodiscard]] QList<QStringList> texts() const; ///< as they stand in the table: asset, then columns 0..4
    /// What is typed, as values; an empty optional where some row has an error. Rows without asset and amounts are left
    /// out.
    [[nodiscard]] std::optional<std::vector<margin::Balance>> balances() const;

Q_SIGNALS:
    void edited();

private:
    static constexpr std::size_t kRate = 4; // the column that is no amount of the asset

    struct Row {
        QString asset;
        std::array<QString, 5> cells;
        bool fixed = false;
        bool known = false; // stored with the account: it stays, listed or not
    };

    [[nodiscard]] Row rowOf(const margin::Balance &balance) const;
    [[nodiscard]] bool isBlank(const Row &row) const;
    [[nodiscard]] QString errorOf(std::size_t at) const;
    [[nodiscard]] QList<bool> faultsOf(std::size_t at) const;
    [[nodiscard]] QString nameError(std::size_t at) const;
    [[nodiscard]] QString echoOf(const Row &row) const;
    [[nodiscard]] QString rateEcho(const Row &row) const;
    [[nodiscard]] std::optional<margin::Decimal> amountOf(const QString &text) const;
    [[nodiscard]] bool rateIsAtFault(const Row &row) const;
    [[nodiscard]] QString rateError(const Row &row) const;
    [[nodiscard]] std::optional<margin::Decimal> rateOf(const Row &row) const;

    const DisplayFormat &m_format;
    std::vector<Row> m_rows;
    std::shared_ptr<const monitor::PriceList> m_list;
    std::shared_ptr<const margin::Rates> m_rates;
    std::string m_quote;
};

} // namespace plimsoll::viewmodels
