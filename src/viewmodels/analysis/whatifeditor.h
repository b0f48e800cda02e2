// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "margin/account.h"
#include "viewmodels/common/choice.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The form in which a person says what is to change in a what-if. It keeps what is chosen, reads what is typed, and
/// tells each change by wanted(); it knows no rules. GUI thread.
/// More than 20 public functions: one property for each of its fields.
class WhatIfEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// What a shock moves: all prices together, or one asset's.
    Q_PROPERTY(QStringList moveNames READ moveNames NOTIFY changed FINAL)
    Q_PROPERTY(int moveIndex READ moveIndex WRITE setMoveIndex NOTIFY changed FINAL)
    /// Percent; 0 takes the shock back. For the slider only: what is typed is exact.
    Q_PROPERTY(double shock READ shock WRITE setShock NOTIFY changed FINAL)
    Q_PROPERTY(QString shockText READ shockText NOTIFY changed FINAL) ///< the same exactly: "−12.5"
    Q_PROPERTY(QStringList symbolNames READ symbolNames NOTIFY changed FINAL)
    Q_PROPERTY(int symbolIndex READ symbolIndex WRITE setSymbolIndex NOTIFY changed FINAL)
    /// The price that stands in the what-if, fit to be edited; empty where there is none.
    Q_PROPERTY(QString priceText READ priceText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY changed FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY changed FINAL)
    /// "1.25 / 1.10 / 1.05": initial, margin call, liquidation of the account in the what-if.
    Q_PROPERTY(QString barsText READ barsText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex WRITE setKindIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList assetNames READ assetNames NOTIFY changed FINAL)
    Q_PROPERTY(int assetIndex READ assetIndex WRITE setAssetIndex NOTIFY changed FINAL)
    /// Why what was typed last was not understood; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// A booking was prepared, and no form has taken it.
    Q_PROPERTY(bool isPrepared READ isPrepared NOTIFY changed FINAL)

public:
    using Prices = std::map<std::string, std::optional<margin::Decimal>>; ///< by symbol; nothing: not known

    explicit WhatIfEditor(const DisplayFormat &format, QObject *parent = nullptr);

    void show(const std::vector<margin::Account> &accounts, const Prices &prices); ///< what there is to change
    void setChanges(const analysis::Changes &changes); ///< what is changed already

    [[nodiscard]] QStringList moveNames() const;
    [[nodiscard]] int moveIndex() const { return m_move.index(); }
    void setMoveIndex(int index) { choose(m_move, index); }
    [[nodiscard]] double shock() const;
    void setShock(double percent);
    [[nodiscard]] QString shockText() const;
    [[nodiscard]] QStringList symbolNames() const { return assetTexts(m_symbol.options); }
    [[nodiscard]] int symbolIndex() const { return m_symbol.index(); }
    void setSymbolIndex(int index) { choose(m_symbol, index); }
    [[nodiscard]] QString priceText() const;
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const { return m_account.index(); }
    void setAccountIndex(int index);
    [[nodiscard]] QString barsText() const;
    [[nodiscard]] QStringList kindNames() const;
    [[nodiscard]] int kindIndex() const { return static_cast<int>(m_kind); }
    void setKindIndex(int index);
    [[nodiscard]] QStringList assetNames() const { return assetTexts(m_asset.options); }
    [[nodiscard]] int assetIndex() const { return m_asset.index(); }
    void setAssetIndex(int index) { choose(m_asset, index); }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Chooses a booking in an account, for its form to show; the amount in units of the asset, none where it is not
    /// known.
    void prepare(const std::string &account, analysis::HypotheticalKind kind, const std::string &asset,
                 const std::optional<margin::Decimal> &amount);
    [[nodiscard]] bool isPrepared() const { return m_prepared.has_value(); }
    Q_INVOKABLE QString takePrepared(); ///< its amount, fit to be edited

    // What is typed; true where it was understood.
    Q_INVOKABLE bool typeShock(const QString &percent);
    Q_INVOKABLE bool typePrice(const QString &price);
    Q_INVOKABLE bool typeBars(const QString &bars);
    Q_INVOKABLE bool typeAmount(const QString &amount);
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void changed();
    void wanted(const plimsoll::analysis::Changes &more);

private:
    void choose(Choice &choice, int index);
    void listAssets();
    void want(const analysis::Changes &more);
    bool refuse(const QString &problem);
    [[nodiscard]] const margin::Account *account() const;

    const DisplayFormat &m_format;
    std::vector<margin::Account> m_accounts;
    Prices m_prices;
    analysis::Changes m_changes;
    Choice m_move {{std::string(analysis::kAllAssets)}, std::string(analysis::kAllAssets)};
    Choice m_symbol;
    Choice m_account;
    Choice m_asset;
    analysis::HypotheticalKind m_kind = analysis::HypotheticalKind::TopUp;
    QString m_problem;
    std::optional<QString> m_prepared;
};

} // namespace plimsoll::viewmodels
