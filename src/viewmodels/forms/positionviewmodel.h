// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/choice.h"
#include "viewmodels/common/pricefield.h"
#include "viewmodels/forms/closepositionviewmodel.h"
#include "viewmodels/forms/positiontarget.h"

namespace plimsoll::viewmodels {

/// Opening a leveraged position, in the cross account or in the pair's own isolated account, with what either would
/// look like side by side. GUI thread. Own money, loan and trade are booked as one operation; an isolated (or cross)
/// account that does not exist yet is created right before it. `closing` is the form for the way back. More than 20
/// public functions: one property for each field, its choices and its hint.
class PositionViewModel : public plimsoll::viewmodels::OperationForm
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::ClosePositionViewModel *closing READ closing CONSTANT FINAL)
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList ownerNames READ ownerNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int ownerIndex READ ownerIndex WRITE setOwnerIndex NOTIFY formChanged FINAL)
    /// The two assets of the pair, in capital letters.
    Q_PROPERTY(QString base READ base WRITE setBase NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quote READ quote WRITE setQuote NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList baseSuggestions READ baseSuggestions NOTIFY formChanged FINAL)
    Q_PROPERTY(Side side READ side WRITE setSide NOTIFY formChanged FINAL)
    /// As typed, in `quote`.
    Q_PROPERTY(QString ownMoney READ ownMoney WRITE setOwnMoney NOTIFY formChanged FINAL)
    /// The wallets, then "Outside"; what is free there in `quote`, empty for outside.
    Q_PROPERTY(QStringList sourceNames READ sourceNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int sourceIndex READ sourceIndex WRITE setSourceIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString sourceFree READ sourceFree NOTIFY formChanged FINAL)
    /// Round leverages that the bars allow; -1 where another one is typed.
    Q_PROPERTY(QStringList leverageChoices READ leverageChoices NOTIFY formChanged FINAL)
    Q_PROPERTY(int leverageIndex READ leverageIndex NOTIFY formChanged FINAL)
    /// As typed: position size / own money. The hint says the most that the bars allow, empty while they are not known.
    Q_PROPERTY(QString leverage READ leverage WRITE setLeverage NOTIFY formChanged FINAL)
    Q_PROPERTY(QString leverageHint READ leverageHint NOTIFY formChanged FINAL)
    /// As typed, of one `base` in `quote`; follows the market until something is typed.
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY formChanged FINAL)
    Q_PROPERTY(QString priceHint READ priceHint NOTIFY formChanged FINAL)
    Q_PROPERTY(bool needsNewAccount READ needsNewAccount NOTIFY formChanged FINAL)
    /// That the account is created with it; empty where it is there.
    Q_PROPERTY(QString newAccountText READ newAccountText NOTIFY formChanged FINAL)
    /// The bars of a new account; -1 while none is chosen.
    Q_PROPERTY(QStringList profileNames READ profileNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int profileIndex READ profileIndex WRITE setProfileIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileDetail READ profileDetail NOTIFY formChanged FINAL)
    /// "Borrows 800 USDT and buys 5 BCH."; empty where nothing can be booked.
    Q_PROPERTY(QString stepsText READ stepsText NOTIFY formChanged FINAL)
    /// The account afterwards, in the chosen mode and in the other one.
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *chosen READ chosen CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *other READ other CONSTANT FINAL)
    Q_PROPERTY(QString chosenTitle READ chosenTitle NOTIFY formChanged FINAL)
    Q_PROPERTY(QString otherTitle READ otherTitle NOTIFY formChanged FINAL)
    /// Why the other mode is not possible; empty where it is.
    Q_PROPERTY(QString otherRemark READ otherRemark NOTIFY formChanged FINAL)
    /// What a liquidation would take in the chosen mode.
    Q_PROPERTY(QString atStake READ atStake NOTIFY formChanged FINAL)

public:
    enum Mode { Cross, Isolated }; ///< as margin::MarginMode
    Q_ENUM(Mode)
    enum Side { Long, Short };
    Q_ENUM(Side)

    explicit PositionViewModel(const Services &services, QObject *parent = nullptr);

    /// An account's id presets its mode, owner and pair; an empty one starts with an isolated pair.
    Q_INVOKABLE void open(const QString &accountId);
    Q_INVOKABLE void openClosing(const QString &accountId) { m_closing.open(accountId); }
    void openClosingToSafety(const QString &accountId) { m_closing.openToSafety(accountId); }

    [[nodiscard]] ClosePositionViewModel *closing() { return &m_closing; }
    [[nodiscard]] Mode mode() const { return m_target.mode == margin::MarginMode::Cross ? Cross : Isolated; }
    void setMode(Mode mode);
    [[nodiscard]] QStringList ownerNames() const;
    [[nodiscard]] int ownerIndex() const { return indexIn(m_owners, m_target.owner); }
    void setOwnerIndex(int index);
    [[nodiscard]] QString base() const { return QString::fromStdString(m_target.base); }
    void setBase(const QString &text);
    [[nodiscard]] QString quote() const { return QString::fromStdString(m_target.quote); }
    void setQuote(const QString &text);
    [[nodiscard]] QStringList baseSuggestions() const;
    [[nodiscard]] Side side() const { return m_isLong ? Long : Short; }
    void setSide(Side side);
    [[nodiscard]] QString ownMoney() const { return m_ownMoney; }
    void setOwnMoney(const QString &text);
    [[nodiscard]] QStringList sourceNames() const { return walletTexts(m_sources.options, snapshot()); }
    [[nodiscard]] int sourceIndex() const { return m_sources.index(); }
    void setSourceIndex(int index);
    [[nodiscard]] QString sourceFree() const;
    [[nodiscard]] QStringList leverageChoices() const;
    [[nodiscard]] int leverageIndex() const;
    [[nodiscard]] QString leverage() const { return m_leverage; }
    void setLeverage(const QString &text);
    [[nodiscard]] QString leverageHint() const;
    [[nodiscard]] QString price() const { return m_price.text(); }
    void setPrice(const QString &text);
    [[nodiscard]] QString priceHint() const;
    [[nodiscard]] bool needsNewAccount() const;
    [[nodiscard]] QString newAccountText() const;
    [[nodiscard]] QStringList profileNames() const { return m_target.profiles.titles(); }
    [[nodiscard]] int profileIndex() const;
    void setProfileIndex(int index);
    [[nodiscard]] QString profileDetail() const;
    [[nodiscard]] QString stepsText() const { return m_stepsText; }
    [[nodiscard]] AccountPreview *chosen() { return &m_chosen; }
    [[nodiscard]] AccountPreview *other() { return &m_other; }
    [[nodiscard]] QString chosenTitle() const;
    [[nodiscard]] QString otherTitle() const;
    [[nodiscard]] QString otherRemark() const { return m_otherRemark; }
    [[nodiscard]] QString atStake() const;

    Q_INVOKABLE void chooseLeverage(int index);

Q_SIGNALS:
    void formChanged();

protected:
    Draft draft() const override;
    Typed typed() const override { return {m_ownMoney, m_target.quote, price(), m_target.base, m_target.quote}; }
    QStringList entered() const override { return {base(), quote(), m_ownMoney, m_leverage, m_price.typed()}; }
    QString successText(const monitor::Action &action) const override;
    std::optional<margin::Account> subject() const override { return m_target.account(m_target.mode, snapshot()); }
    std::shared_ptr<const margin::Rates> rates() const override;
    void snapshotArrived() override;
    void recalculated(const margin::Booking *booking, const margin::Account *after) override;
    void submit(const monitor::Action &action) override;

private:
    [[nodiscard]] std::optional<margin::Decimal> marketPrice() const;
    [[nodiscard]] std::shared_ptr<const margin::Rates> ratesFor(const margin::Account &account) const;
    void presetFrom(const QString &accountId);
    void loadProfiles();
    [[nodiscard]] QString stepsOf(const margin::Booking &booking) const;
    void showOther();
    void refresh();

    ClosePositionViewModel m_closing;
    PositionTarget m_target;
    AccountPreview m_chosen;
    AccountPreview m_other;
    std::vector<std::string> m_owners;
    Choice m_sources; ///< wallet ids, then "" for outside
    PriceField m_price;
    bool m_isLong = true;
    QString m_ownMoney;
    QString m_leverage = QStringLiteral("2");
    QString m_stepsText;
    QString m_otherRemark;
};

} // namespace plimsoll::viewmodels
