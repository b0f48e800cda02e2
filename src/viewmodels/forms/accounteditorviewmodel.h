// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/services.h"
#include "viewmodels/forms/accountdraft.h"
#include "viewmodels/forms/accountpreview.h"
#include "viewmodels/forms/announcedbarseditor.h"
#include "viewmodels/forms/balanceeditmodel.h"

namespace plimsoll::viewmodels {

/// Entering an account by hand and correcting one. GUI thread. Descriptions go through changeAccount(); on an existing
/// account, changed balances or own money are booked as one correction, so that the journal explains the jump. Mode,
/// pair and quote asset are fixed once an account exists: its history would mean something else. Bars follow the mode:
/// only profiles published for it are offered, and none is chosen beforehand, since which of them the exchange applies
/// only the person can see. More than 20 public functions: one property for each field and its reason.
class AccountEditorViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY formChanged FINAL)
    /// An answer is on its way: nothing can be changed or saved.
    Q_PROPERTY(bool busy READ busy NOTIFY formChanged FINAL)
    /// A person changed something since it opened: it must not be dropped without asking.
    Q_PROPERTY(bool filled READ filled NOTIFY formChanged FINAL)
    Q_PROPERTY(bool savable READ savable NOTIFY formChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY formChanged FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY formChanged FINAL)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY formChanged FINAL)
    /// Whom the account belongs to; empty: the user.
    Q_PROPERTY(QString owner READ owner WRITE setOwner NOTIFY formChanged FINAL)
    /// Mode; stays as it is once the account exists.
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY formChanged FINAL)
    /// The two assets of the pair, in capital letters; `base` counts in isolated accounts only.
    Q_PROPERTY(QString base READ base WRITE setBase NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quote READ quote WRITE setQuote NOTIFY formChanged FINAL)
    /// The profiles that fit the mode, then "Own bars"; the index is -1 while nothing is chosen.
    Q_PROPERTY(QStringList profileNames READ profileNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int profileIndex READ profileIndex WRITE setProfileIndex NOTIFY formChanged FINAL)
    /// The chosen bars in words, or what to choose.
    Q_PROPERTY(QString profileDetail READ profileDetail NOTIFY formChanged FINAL)
    Q_PROPERTY(bool ownBars READ ownBars NOTIFY formChanged FINAL)
    /// The three bars as typed, ratios of assets to debt; they count where `ownBars`.
    Q_PROPERTY(QString initialBar READ initialBar WRITE setInitialBar NOTIFY formChanged FINAL)
    Q_PROPERTY(QString callBar READ callBar WRITE setCallBar NOTIFY formChanged FINAL)
    Q_PROPERTY(QString liquidationBar READ liquidationBar WRITE setLiquidationBar NOTIFY formChanged FINAL)
    Q_PROPERTY(QString barsError READ barsError NOTIFY formChanged FINAL)
    /// The name under which saveAsProfile() keeps the typed bars, and what came of it.
    Q_PROPERTY(QString profileTitle READ profileTitle WRITE setProfileTitle NOTIFY formChanged FINAL)
    Q_PROPERTY(QString profileMessage READ profileMessage NOTIFY formChanged FINAL)
    /// Own money put in so far, in `quote`, may be below 0; empty: not known.
    Q_PROPERTY(QString contributed READ contributed WRITE setContributed NOTIFY formChanged FINAL)
    Q_PROPERTY(QString contributedError READ contributedError NOTIFY formChanged FINAL)
    /// What was understood, "= 250.00 USDT"; empty where it was not.
    Q_PROPERTY(QString contributedEcho READ contributedEcho NOTIFY formChanged FINAL)
    Q_PROPERTY(QString baseError READ baseError NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quoteError READ quoteError NOTIFY formChanged FINAL)
    /// That the chosen bars are published for the other mode; empty where they fit.
    Q_PROPERTY(QString profileWarning READ profileWarning NOTIFY formChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *preview READ preview CONSTANT FINAL)
    /// Why what was typed is no account, beside the reasons at the fields; empty where it is one or not complete.
    Q_PROPERTY(QString problem READ problem NOTIFY formChanged FINAL)
    /// Why the last try was not stored; empty from the next try on.
    Q_PROPERTY(QString failure READ failure NOTIFY formChanged FINAL)
    /// Bars that begin later; of an account that exists.
    Q_PROPERTY(plimsoll::viewmodels::AnnouncedBarsEditor *announced READ announced CONSTANT FINAL)
    Q_PROPERTY(bool asksRemove READ asksRemove NOTIFY formChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::BalanceEditModel *balances READ balances CONSTANT FINAL)

public:
    enum Mode { Cross, Isolated }; ///< as margin::MarginMode
    Q_ENUM(Mode)

    explicit AccountEditorViewModel(const Services &services, QObject *parent = nullptr);

    Q_INVOKABLE void open(const QString &accountId); ///< an empty id: a new account
    Q_INVOKABLE void openNew() { open({}); }
    Q_INVOKABLE void close();
    Q_INVOKABLE void save();
    Q_INVOKABLE void saveAsProfile(); ///< the three typed bars under `profileTitle`
    Q_INVOKABLE void askRemove(bool ask);
    Q_INVOKABLE void remove();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isNew() const { return !m_draft.before.has_value(); }
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }
    [[nodiscard]] bool filled() const;
    [[nodiscard]] bool savable() const { return m_isOpen && !busy() && m_reading.account.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString name() const { return m_draft.name; }
    void setName(const QString &text) { edit(m_draft.name, text); }
    [[nodiscard]] QString note() const { return m_draft.note; }
    void setNote(const QString &text) { edit(m_draft.note, text); }
    [[nodiscard]] QString owner() const { return m_draft.owner; }
    void setOwner(const QString &text) { edit(m_draft.owner, text); }
    [[nodiscard]] Mode mode() const { return m_draft.isIsolated() ? Isolated : Cross; }
    void setMode(Mode mode);
    [[nodiscard]] QString base() const { return m_draft.base; }
    void setBase(const QString &text) { editAsset(m_draft.base, text); }
    [[nodiscard]] QString quote() const { return m_draft.quote; }
    void setQuote(const QString &text) { editAsset(m_draft.quote, text); }
    [[nodiscard]] QStringList profileNames() const;
    [[nodiscard]] int profileIndex() const;
    void setProfileIndex(int index);
    [[nodiscard]] QString profileDetail() const;
    [[nodiscard]] QString profileWarning() const;
    [[nodiscard]] bool ownBars() const { return m_draft.ownBars; }
    [[nodiscard]] QString initialBar() const { return m_draft.bars.initial; }
    void setInitialBar(const QString &text) { edit(m_draft.bars.initial, text); }
    [[nodiscard]] QString callBar() const { return m_draft.bars.call; }
    void setCallBar(const QString &text) { edit(m_draft.bars.call, text); }
    [[nodiscard]] QString liquidationBar() const { return m_draft.bars.liquidation; }
    void setLiquidationBar(const QString &text) { edit(m_draft.bars.liquidation, text); }
    [[nodiscard]] QString barsError() const { return m_reading.barsFault; }
    [[nodiscard]] QString profileTitle() const { return m_profileTitle; }
    void setProfileTitle(const QString &text) { edit(m_profileTitle, text); }
    [[nodiscard]] QString profileMessage() const { return m_profileMessage; }
    [[nodiscard]] QString contributed() const { return m_draft.contributed; }
    void setContributed(const QString &text) { edit(m_draft.contributed, text); }
    [[nodiscard]] QString contributedError() const { return m_reading.contributedFault; }
    [[nodiscard]] QString contributedEcho() const { return m_reading.contributedEcho; }
    [[nodiscard]] QString baseError() const { return m_reading.baseFault; }
    [[nodiscard]] QString quoteError() const { return m_reading.quoteFault; }
    [[nodiscard]] AccountPreview *preview() { return &m_preview; }
    [[nodiscard]] QString problem() const { return m_reading.fault; }
    [[nodiscard]] QString failure() const { return m_confirmation.failure(); }
    [[nodiscard]] AnnouncedBarsEditor *announced() { return &m_announced; }
    [[nodiscard]] bool asksRemove() const { return m_asksRemove; }
    [[nodiscard]] BalanceEditModel *balances() { return &m_balances; }

Q_SIGNALS:
    void isOpenChanged();
    void formChanged();
    void booked(const QString &text); ///< it is durable; a line for a toast
    void notBooked(const QString &text); ///< refused after the form was closed
    void profilesChanged();

private:
    /// What is on its way to the journal: the form may be about another account before it arrives.
    struct Change {
        std::string id; ///< of the operation, made when the form opened
        margin::Account before;
        margin::Account wanted;
        QString success;
    };

    void edit(QString &field, const QString &text);
    void editAsset(QString &field, const QString &text);
    void followPair();
    void listProfiles();
    void loadProfiles(const std::string &choose);
    void check();
    void showPreview();
    [[nodiscard]] margin::Account withBarsOfNow(margin::Account wanted) const;
    void correct(const Change &change);
    void rateNewDebts(const Change &change);
    void finish(const std::string &id, const QString &success, const Result<Done> &result);

    const Services m_services;
    const DisplayFormat &m_format;
    BalanceEditModel m_balances;
    ProfileList m_profiles;
    AccountPreview m_preview;
    AnnouncedBarsEditor m_announced;
    Confirmation m_confirmation;
    bool m_isOpen = false;
    bool m_asksRemove = false;
    AccountDraft m_draft;
    AccountDraft m_draftAtOpening;
    QList<QStringList> m_balancesAtOpening;
    AccountDraft::Reading m_reading;
    QString m_profileTitle;
    QString m_profileMessage;
};

} // namespace plimsoll::viewmodels
