// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accountpreview.h"
#include "viewmodels/balanceeditmodel.h"
#include "viewmodels/profilelist.h"
#include "viewmodels/services.h"

namespace plimsoll::viewmodels {

/// Entering an account by hand and correcting one. GUI thread. Descriptions go through changeAccount(); on an existing
/// account, changed balances or own money are booked as one correction, so that the journal explains the jump. Mode,
/// pair and quote asset are fixed once an account exists: its history would mean something else. Bars follow the mode:
/// only profiles published for it are offered, and none is chosen beforehand, since which of them the exchange applies
/// only the person can see.
class AccountEditorViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY formChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY formChanged FINAL)
    Q_PROPERTY(bool savable READ savable NOTIFY formChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY formChanged FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY formChanged FINAL)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY formChanged FINAL)
    Q_PROPERTY(QString owner READ owner WRITE setOwner NOTIFY formChanged FINAL)
    Q_PROPERTY(int mode READ mode WRITE setMode NOTIFY formChanged FINAL)
    Q_PROPERTY(QString base READ base WRITE setBase NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quote READ quote WRITE setQuote NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList profileNames READ profileNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int profileIndex READ profileIndex WRITE setProfileIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileDetail READ profileDetail NOTIFY formChanged FINAL)
    Q_PROPERTY(bool ownBars READ ownBars NOTIFY formChanged FINAL)
    Q_PROPERTY(QString initialBar READ initialBar WRITE setInitialBar NOTIFY formChanged FINAL)
    Q_PROPERTY(QString callBar READ callBar WRITE setCallBar NOTIFY formChanged FINAL)
    Q_PROPERTY(QString liquidationBar READ liquidationBar WRITE setLiquidationBar NOTIFY formChanged FINAL)
    Q_PROPERTY(QString barsError READ barsError NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileTitle READ profileTitle WRITE setProfileTitle NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileMessage READ profileMessage NOTIFY formChanged FINAL)
    Q_PROPERTY(QString contributed READ contributed WRITE setContributed NOTIFY formChanged FINAL)
    Q_PROPERTY(QString contributedError READ contributedError NOTIFY formChanged FINAL)
    Q_PROPERTY(QString contributedEcho READ contributedEcho NOTIFY formChanged FINAL)
    Q_PROPERTY(QString baseError READ baseError NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quoteError READ quoteError NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileWarning READ profileWarning NOTIFY formChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *preview READ preview CONSTANT FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY formChanged FINAL)
    Q_PROPERTY(QString failure READ failure NOTIFY formChanged FINAL)
    Q_PROPERTY(bool asksRemove READ asksRemove NOTIFY formChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::BalanceEditModel *balances READ balances CONSTANT FINAL)

public:
    explicit AccountEditorViewModel(const Services &services, QObject *parent = nullptr);

    Q_INVOKABLE void open(const QString &accountId); ///< an empty id: a new account
    Q_INVOKABLE void openNew() { open({}); }
    Q_INVOKABLE void close();
    Q_INVOKABLE void save();
    Q_INVOKABLE void saveAsProfile(); ///< the three typed bars under `profileTitle`
    Q_INVOKABLE void askRemove(bool ask);
    Q_INVOKABLE void remove();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isNew() const { return !m_before.has_value(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool savable() const { return m_isOpen && !m_busy && m_wanted.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &text);
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &text);
    [[nodiscard]] QString owner() const { return m_owner; }
    void setOwner(const QString &text);
    [[nodiscard]] int mode() const { return m_mode; }
    void setMode(int mode);
    [[nodiscard]] QString base() const { return m_base; }
    void setBase(const QString &text);
    [[nodiscard]] QString quote() const { return m_quote; }
    void setQuote(const QString &text);
    [[nodiscard]] QStringList profileNames() const;
    [[nodiscard]] int profileIndex() const; ///< -1 while nothing is chosen
    void setProfileIndex(int index);
    [[nodiscard]] QString profileDetail() const;
    [[nodiscard]] QString profileWarning() const; ///< where the bars are published for the other mode
    [[nodiscard]] bool ownBars() const { return m_ownBars; }
    [[nodiscard]] QString initialBar() const { return m_initialBar; }
    void setInitialBar(const QString &text);
    [[nodiscard]] QString callBar() const { return m_callBar; }
    void setCallBar(const QString &text);
    [[nodiscard]] QString liquidationBar() const { return m_liquidationBar; }
    void setLiquidationBar(const QString &text);
    [[nodiscard]] QString barsError() const { return m_barsError; }
    [[nodiscard]] QString profileTitle() const { return m_profileTitle; }
    void setProfileTitle(const QString &text);
    [[nodiscard]] QString profileMessage() const { return m_profileMessage; }
    [[nodiscard]] QString contributed() const { return m_contributed; }
    void setContributed(const QString &text);
    [[nodiscard]] QString contributedError() const { return m_contributedError; }
    [[nodiscard]] QString contributedEcho() const { return m_contributedEcho; }
    [[nodiscard]] QString baseError() const { return m_baseError; }
    [[nodiscard]] QString quoteError() const { return m_quoteError; }
    [[nodiscard]] AccountPreview *preview() { return &m_preview; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] bool asksRemove() const { return m_asksRemove; }
    [[nodiscard]] BalanceEditModel *balances() { return &m_balances; }

Q_SIGNALS:
    void isOpenChanged();
    void formChanged();
    void booked(const QString &text); ///< it is durable; a line for a toast
    void profilesChanged();

private:
    void fillFrom(const margin::Account &account);
    void fillNew();
    void edit(QString &field, const QString &text);
    void editAsset(QString &field, const QString &text);
    void followPair();
    void listProfiles();
    void check();
    [[nodiscard]] margin::Account described() const;
    [[nodiscard]] std::optional<margin::Decimal> typedContributed(QString &error) const;
    [[nodiscard]] std::optional<margin::Thresholds> typedBars(QString &error) const;
    [[nodiscard]] bool slotTaken(const margin::Account &account) const;
    [[nodiscard]] bool pairFits();
    [[nodiscard]] std::optional<margin::Thresholds> chosenBars();
    void judge(margin::Account account);
    void showPreview();
    void correct(const QString &success);
    void finish(const QString &success);
    void fail(const Error &error);
    void loadProfiles();

    const Services m_services;
    const DisplayFormat &m_format;
    BalanceEditModel m_balances;
    ProfileList m_profiles;
    AccountPreview m_preview;
    bool m_isOpen = false;
    bool m_busy = false;
    bool m_asksRemove = false;
    std::optional<margin::Account> m_before;
    std::optional<margin::Account> m_wanted; // what save() would store; nothing while something is wrong
    std::string m_id;
    std::string m_operationId;
    QString m_name;
    QString m_note;
    QString m_owner;
    int m_mode = 1;
    QString m_base;
    QString m_quote;
    std::string m_profile; // empty while none is chosen, and with own bars
    bool m_ownBars = false;
    QString m_initialBar;
    QString m_callBar;
    QString m_liquidationBar;
    QString m_barsError;
    QString m_profileTitle;
    QString m_profileMessage;
    QString m_contributed;
    QString m_contributedError;
    QString m_contributedEcho;
    QString m_baseError;
    QString m_quoteError;
    QString m_problem;
    QString m_failure;
};

} // namespace plimsoll::viewmodels
