// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/profiles.h"
#include "viewmodels/closepositionviewmodel.h"
#include "viewmodels/profilelist.h"

namespace plimsoll::viewmodels {

/// Opening a leveraged position, in the cross account or in the pair's own isolated account, with what either would
/// look like side by side. GUI thread. Own money, loan and trade are booked as one operation; an isolated (or cross)
/// account that does not exist yet is created right before it. `closing` is the form for the way back.
class PositionViewModel : public plimsoll::viewmodels::OperationForm
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::ClosePositionViewModel *closing READ closing CONSTANT FINAL)
    Q_PROPERTY(int mode READ mode WRITE setMode NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList ownerNames READ ownerNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int ownerIndex READ ownerIndex WRITE setOwnerIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString base READ base WRITE setBase NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quote READ quote WRITE setQuote NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList baseSuggestions READ baseSuggestions NOTIFY formChanged FINAL)
    Q_PROPERTY(int side READ side WRITE setSide NOTIFY formChanged FINAL)
    Q_PROPERTY(QString ownMoney READ ownMoney WRITE setOwnMoney NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList sourceNames READ sourceNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int sourceIndex READ sourceIndex WRITE setSourceIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString sourceFree READ sourceFree NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList leverageChoices READ leverageChoices NOTIFY formChanged FINAL)
    Q_PROPERTY(int leverageIndex READ leverageIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString leverage READ leverage WRITE setLeverage NOTIFY formChanged FINAL)
    Q_PROPERTY(QString leverageHint READ leverageHint NOTIFY formChanged FINAL)
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY formChanged FINAL)
    Q_PROPERTY(QString priceHint READ priceHint NOTIFY formChanged FINAL)
    Q_PROPERTY(bool needsNewAccount READ needsNewAccount NOTIFY formChanged FINAL)
    Q_PROPERTY(QString newAccountText READ newAccountText NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList profileNames READ profileNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int profileIndex READ profileIndex WRITE setProfileIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileDetail READ profileDetail NOTIFY formChanged FINAL)
    Q_PROPERTY(QString stepsText READ stepsText NOTIFY formChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *chosen READ chosen CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *other READ other CONSTANT FINAL)
    Q_PROPERTY(QString chosenTitle READ chosenTitle NOTIFY formChanged FINAL)
    Q_PROPERTY(QString otherTitle READ otherTitle NOTIFY formChanged FINAL)
    Q_PROPERTY(QString otherRemark READ otherRemark NOTIFY formChanged FINAL)
    Q_PROPERTY(QString atStake READ atStake NOTIFY formChanged FINAL)

public:
    enum Mode { Cross, Isolated };
    Q_ENUM(Mode)

    explicit PositionViewModel(const Services &services, QObject *parent = nullptr);

    /// An account's id presets its mode, owner and pair; an empty one starts with an isolated pair.
    Q_INVOKABLE void open(const QString &accountId);
    Q_INVOKABLE void openClosing(const QString &accountId) { m_closing.open(accountId); }

    [[nodiscard]] ClosePositionViewModel *closing() { return &m_closing; }
    [[nodiscard]] int mode() const { return m_mode; }
    void setMode(int mode);
    [[nodiscard]] QStringList ownerNames() const;
    [[nodiscard]] int ownerIndex() const;
    void setOwnerIndex(int index);
    [[nodiscard]] QString base() const { return QString::fromStdString(m_base); }
    void setBase(const QString &text);
    [[nodiscard]] QString quote() const { return QString::fromStdString(m_quote); }
    void setQuote(const QString &text);
    [[nodiscard]] QStringList baseSuggestions() const;
    [[nodiscard]] int side() const { return m_isLong ? 0 : 1; }
    void setSide(int side);
    [[nodiscard]] QString ownMoney() const { return m_ownMoney; }
    void setOwnMoney(const QString &text);
    [[nodiscard]] QStringList sourceNames() const;
    [[nodiscard]] int sourceIndex() const;
    void setSourceIndex(int index);
    [[nodiscard]] QString sourceFree() const;
    [[nodiscard]] QStringList leverageChoices() const;
    [[nodiscard]] int leverageIndex() const;
    [[nodiscard]] QString leverage() const { return m_leverage; }
    void setLeverage(const QString &text);
    [[nodiscard]] QString leverageHint() const;
    [[nodiscard]] QString price() const { return m_price; }
    void setPrice(const QString &text);
    [[nodiscard]] QString priceHint() const;
    [[nodiscard]] bool needsNewAccount() const;
    [[nodiscard]] QString newAccountText() const;
    [[nodiscard]] QStringList profileNames() const { return m_profiles.titles(); }
    [[nodiscard]] int profileIndex() const;
    void setProfileIndex(int index);
    [[nodiscard]] QString profileDetail() const;
    [[nodiscard]] QString stepsText() const { return m_stepsText; }
    [[nodiscard]] AccountPreview *chosen() { return &m_chosen; }
    [[nodiscard]] AccountPreview *other() { return &m_other; }
    [[nodiscard]] QString chosenTitle() const;
    [[nodiscard]] QString otherTitle() const;
    [[nodiscard]] QString otherRemark() const { return m_otherRemark; }
    [[nodiscard]] QString atStake() const; ///< what a liquidation would take in the chosen mode

    Q_INVOKABLE void chooseLeverage(int index);

Q_SIGNALS:
    void formChanged();

protected:
    Draft draft() const override;
    Typed typed() const override { return {m_ownMoney, m_quote, m_price, m_base, m_quote}; }
    QString successText(const monitor::Action &action) const override;
    std::optional<margin::Account> subject() const override { return accountFor(m_mode); }
    std::shared_ptr<const margin::Rates> rates() const override;
    void snapshotArrived() override;
    void recalculated(const margin::Booking *booking, const margin::Account *after) override;
    void submit(const monitor::Action &action) override;

private:
    [[nodiscard]] const margin::Account *existing(int mode) const;
    [[nodiscard]] std::optional<margin::Account> accountFor(int mode) const;
    [[nodiscard]] std::optional<margin::Account> blankAccount(
        int mode) const; ///< a new one, without bars; nothing while the pair is not named
    [[nodiscard]] std::string defaultProfile(
        int mode) const; ///< the one that all of the person's accounts of this mode have; else none
    [[nodiscard]] QString pairProblem() const; ///< empty where the pair can be traded
    void listProfiles();
    [[nodiscard]] std::string profileOf(int mode) const;
    [[nodiscard]] std::optional<margin::Decimal> marketPrice() const;
    void presetFrom(const QString &accountId);
    [[nodiscard]] QString stepsOf(const margin::Booking &booking) const;
    void showOther();
    void prefillPrice();
    void refresh();

    ClosePositionViewModel m_closing;
    ProfileList m_profiles;
    AccountPreview m_chosen;
    AccountPreview m_other;
    int m_mode = Isolated;
    std::vector<std::string> m_owners;
    std::string m_owner;
    std::string m_base;
    std::string m_quote = "USDT";
    bool m_isLong = true;
    QString m_ownMoney;
    std::vector<std::string> m_sources;
    std::string m_source;
    QString m_leverage = QStringLiteral("2");
    QString m_price;
    bool m_priceTyped = false;
    std::string m_profile; // chosen by the person; empty = the default
    std::string m_newIdTail;
    QString m_stepsText;
    QString m_otherRemark;
};

} // namespace plimsoll::viewmodels
