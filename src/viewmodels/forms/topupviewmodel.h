// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/preparedplan.h"
#include "viewmodels/common/choice.h"
#include "viewmodels/forms/operationform.h"

namespace plimsoll::viewmodels {

/// The top-up dialog: collateral into one account, from a wallet or from outside. GUI thread. Suggested amounts are in
/// the chosen asset: "to call" is strictly above the call ratio (the rescue amount rounded up to a cent, and one cent),
/// "to initial" reaches it, "all" is what the wallet has free. Values become amounts by the asset's rate, rounded up at
/// 8 decimals. Nothing is moved on an exchange.
class TopUpViewModel : public plimsoll::viewmodels::OperationForm
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY formChanged FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY formChanged FINAL)
    /// Its id; empty where there is none.
    Q_PROPERTY(QString chosenAccount READ chosenAccount NOTIFY accountsChanged FINAL)
    Q_PROPERTY(QStringList assetNames READ assetNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int assetIndex READ assetIndex WRITE setAssetIndex NOTIFY formChanged FINAL)
    /// The chosen one, as is: its shown name is in `assetNames`.
    Q_PROPERTY(QString asset READ asset NOTIFY formChanged FINAL)
    /// The wallets, the other accounts that have the asset free, then "Outside".
    Q_PROPERTY(QStringList sourceNames READ sourceNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int sourceIndex READ sourceIndex WRITE setSourceIndex NOTIFY formChanged FINAL)
    /// What is free there of the asset; empty for outside.
    Q_PROPERTY(QString sourceFree READ sourceFree NOTIFY formChanged FINAL)
    /// "User A cross would stand at 1.62": the account that gives it, after it; else empty.
    Q_PROPERTY(QString sourceAfter READ sourceAfter NOTIFY stateChanged FINAL)
    /// As typed, in `asset`.
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY formChanged FINAL)
    /// Offers for fillToCall() and its like, "to call + 40.01"; empty where there is nothing to fill in.
    Q_PROPERTY(QString toCallText READ toCallText NOTIFY formChanged FINAL)
    Q_PROPERTY(QString toInitialText READ toInitialText NOTIFY formChanged FINAL)
    /// The chosen wallet or account has as much; always true of money from outside.
    Q_PROPERTY(bool toCallFits READ toCallFits NOTIFY formChanged FINAL)
    Q_PROPERTY(bool toInitialFits READ toInitialFits NOTIFY formChanged FINAL)
    Q_PROPERTY(QString allText READ allText NOTIFY formChanged FINAL)

    /// The money repays what is owed of it at once.
    Q_PROPERTY(bool repays READ repays WRITE setRepays NOTIFY formChanged FINAL)
    /// Something is owed of the chosen asset.
    Q_PROPERTY(bool canRepay READ canRepay NOTIFY formChanged FINAL)
public:
    using OperationForm::OperationForm;

    /// An empty id lets the person choose; the most urgent account is chosen first.
    Q_INVOKABLE void open(const QString &accountId);
    /// With the amount filled in that the account's button names; empty where it names none.
    Q_INVOKABLE void openSuggested(const QString &accountId);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString chosenAccount() const { return QString::fromStdString(accountId()); }
    [[nodiscard]] QStringList assetNames() const { return assetTexts(m_assets.options); }
    [[nodiscard]] int assetIndex() const { return m_assets.index(); }
    void setAssetIndex(int index);
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_assets.chosen); }
    [[nodiscard]] QStringList sourceNames() const;
    [[nodiscard]] int sourceIndex() const { return m_sources.index(); }
    void setSourceIndex(int index);
    [[nodiscard]] QString sourceFree() const;
    [[nodiscard]] QString sourceAfter() const;
    [[nodiscard]] QString amount() const { return m_amount; }
    void setAmount(const QString &text);
    [[nodiscard]] QString toCallText() const; ///< empty where the account is above its call ratio
    [[nodiscard]] QString toInitialText() const; ///< empty where it is there already
    [[nodiscard]] bool toCallFits() const { return fits(toCall()); }
    [[nodiscard]] bool toInitialFits() const { return fits(toInitial()); }
    [[nodiscard]] QString allText() const; ///< empty from outside, or where nothing is free

    Q_INVOKABLE void openRepaying(
        const QString &accountId); ///< filled with what repaying needs to reach the initial ratio

    [[nodiscard]] bool repays() const { return m_repays && canRepay(); }
    void setRepays(bool repays);
    [[nodiscard]] bool canRepay() const;

    void openPlanned(const margin::PreparedPlan &plan); ///< of its account, and filled with it
    /// As a plan of this account says. Nothing where the form is closed, about another account,
    /// or on its way.
    void fillPlanned(const margin::PreparedPlan &plan);

    Q_INVOKABLE void fillToCall();
    Q_INVOKABLE void fillToInitial();
    Q_INVOKABLE void fillAll();

Q_SIGNALS:
    void formChanged();

protected:
    Draft draft() const override;
    Typed typed() const override { return {m_amount, m_assets.chosen, {}, {}, {}}; }
    QStringList entered() const override { return {m_amount}; }
    QString successText(const monitor::Action &action) const override;
    void accountChosen() override;
    void snapshotArrived() override;

private:
    void offerSources();
    [[nodiscard]] std::optional<margin::Decimal> freeAtSource() const; ///< nothing: outside
    [[nodiscard]] std::optional<margin::Decimal> toCall() const;
    [[nodiscard]] std::optional<margin::Decimal> toInitial() const;
    [[nodiscard]] std::optional<margin::Decimal> all() const;
    [[nodiscard]] bool fits(const std::optional<margin::Decimal> &amount) const;
    [[nodiscard]] std::optional<margin::Decimal> inAsset(margin::Decimal value) const;
    [[nodiscard]] QString amountText(margin::Decimal value) const;
    [[nodiscard]] int fewestDecimals() const; ///< of the chosen asset
    void fill(const std::optional<margin::Decimal> &value);
    void refresh();

    Choice m_assets;
    Choice m_sources; ///< ids of wallets and of accounts, then "" for outside
    QString m_amount;
    bool m_repays = false;
};

} // namespace plimsoll::viewmodels
