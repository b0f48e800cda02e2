// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/allocation.h"
#include "analysis/waysout.h"
#include "margin/preparedplan.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/rowlistmodel.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// One way to bring an account to its initial ratio.
struct WayRow {
    QString title; ///< "Deposit", "Move from Main cross"
    QString amountText; ///< "150.00 USDT"
    QString detailText; ///< what is sold and repaid
    QString resultText; ///< "level 1.25 · call at 176.00"
    int way = 0; ///< MarginCallViewModel::Way; not of a move
    std::optional<margin::PreparedPlan> move {}; ///< as the top-up form takes it
    static RowRoles<WayRow> roles();
    bool operator==(const WayRow &) const = default;
};

/// What an account gets of the sum that is spread.
struct SpreadRow {
    QString accountId;
    QString title;
    QString amountText; ///< with its asset
    QString distanceText; ///< "0.72 % → 6.1 %": to the call, before and after

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<SpreadRow> roles();
    bool operator==(const SpreadRow &) const = default;
};

/// The ways out of a call for one account, and how a sum is best spread over all of them: analysis::waysOut() and
/// analysis::allocate(), in words. Nothing is booked here.
class WaysOutViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY changed FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed FINAL)
    /// WayRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *ways READ ways CONSTANT FINAL)
    /// Why there are no ways: nothing is needed, or a price is missing; else empty.
    Q_PROPERTY(QString noWaysText READ noWaysText NOTIFY changed FINAL)
    /// What is to be spread, as typed, in `asset`.
    Q_PROPERTY(QString sum READ sum WRITE setSum NOTIFY changed FINAL)
    Q_PROPERTY(QString sumError READ sumError NOTIFY changed FINAL)
    Q_PROPERTY(QString asset READ asset NOTIFY changed FINAL)
    /// The parts repay what is owed; else they are deposited.
    Q_PROPERTY(bool repays READ repays WRITE setRepays NOTIFY changed FINAL)
    /// SpreadRow, of those that get something.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *spread READ spread CONSTANT FINAL)
    /// "The smallest distance to a call goes from 0.72 % to 6.1 %. Repaid instead, it would go to 7.4 %."
    Q_PROPERTY(QString spreadText READ spreadText NOTIFY changed FINAL)
    /// Who takes no part and why; else empty.
    Q_PROPERTY(QString leftOutText READ leftOutText NOTIFY changed FINAL)

public:
    WaysOutViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] QStringList accountNames() const { return m_names; }
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    void chooseAccount(const QString &id); ///< of no account in need of a way: the first one stays
    [[nodiscard]] QString accountId() const { return QString::fromStdString(m_account); }
    [[nodiscard]] RowModel *ways() const { return m_ways; }
    [[nodiscard]] QString noWaysText() const { return m_noWaysText; }
    [[nodiscard]] QString sum() const { return m_sum; }
    void setSum(const QString &sum);
    [[nodiscard]] QString sumError() const { return m_sumError; }
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_asset); }
    [[nodiscard]] bool repays() const { return m_repays; }
    void setRepays(bool repays);
    [[nodiscard]] RowModel *spread() const { return m_spread; }
    [[nodiscard]] QString spreadText() const { return m_spreadText; }
    [[nodiscard]] QString leftOutText() const { return m_leftOutText; }

    Q_INVOKABLE void openForm(int row); ///< of one of `ways`

Q_SIGNALS:
    void wayWanted(const QString &accountId, int way); ///< its form, filled in
    void moveWanted(const plimsoll::margin::PreparedPlan &move);

protected:
    void compute() override;

private:
    struct Answer {
        std::vector<margin::Account> accounts;
        std::shared_ptr<const margin::Rates> rates;
        Result<analysis::WaysOut> ways = analysis::WaysOut {};
        std::optional<Result<analysis::Allocation>> allocation;
        std::optional<Result<analysis::Allocation>> other; ///< of the same sum the other way
    };

    void listAccounts(const std::vector<margin::Account> &accounts);
    void show(const Answer &answer);
    void showWays(const Answer &answer);
    void showSpread(const Answer &answer);
    [[nodiscard]] QString spreadTextOf(const analysis::Allocation &allocation, const Answer &answer) const;
    [[nodiscard]] QString leftOutTextOf(const analysis::Allocation &allocation, const Answer &answer) const;
    [[nodiscard]] WayRow rowOf(const analysis::WayOut &way, const Answer &answer) const;
    [[nodiscard]] QString quantitiesText(const std::vector<analysis::Quantity> &quantities) const;

    std::vector<std::string> m_ids;
    QStringList m_names;
    std::string m_account;
    std::string m_asset = "USDT";
    QString m_sum;
    bool m_repays = false;
    QString m_sumError;
    QString m_noWaysText;
    QString m_spreadText;
    QString m_leftOutText;
    RowListModel<WayRow> *m_ways;
    RowListModel<SpreadRow> *m_spread;
};

} // namespace plimsoll::viewmodels
