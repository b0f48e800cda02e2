// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountchoice.h"
#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/services.h"
#include "viewmodels/forms/changepreview.h"

#include <QtCore/QStringList>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// What every dialog that books one operation has in common: an account, a live preview by the rules that will judge
/// the booking, reasons beside the fields, and a Confirmation. GUI thread; nothing here waits. A like operation within
/// kRepeatMs is asked about first. More than 20 public functions: one for each field's reason and echo.
class OperationForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the base of the forms")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
    /// An answer is on its way: nothing can be changed or confirmed.
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged FINAL)
    /// A person typed something since it opened: it must not be dropped without asking.
    Q_PROPERTY(bool filled READ filled NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool confirmable READ confirmable NOTIFY stateChanged FINAL)
    /// The same was booked a short while ago: confirmAgain() or declineAgain() goes on. `repeatText` is the question.
    Q_PROPERTY(bool asksAgain READ asksAgain NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString repeatText READ repeatText NOTIFY stateChanged FINAL)
    /// Why the last try was not booked; empty from the next try on.
    Q_PROPERTY(QString failure READ failure NOTIFY stateChanged FINAL)
    /// Why what was typed cannot be booked: one sentence at the place it is about, `problem` where it is about the
    /// whole form. Empty where nothing is wrong, or not all is typed yet.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString amountError READ amountError NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString assetError READ assetError NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString priceError READ priceError NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString leverageError READ leverageError NOTIFY stateChanged FINAL)
    /// What was understood, "= 1.5 BTC ≈ 91,518.66 USDT" and "= 170 USDT for 1 BCH"; empty where it was not.
    Q_PROPERTY(QString amountEcho READ amountEcho NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString priceEcho READ priceEcho NOTIFY stateChanged FINAL)
    /// The accounts to choose from, most urgent first; -1 where the chosen one is not among them.
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY accountsChanged FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY accountsChanged FINAL)
    /// "BCH/USDT isolated"; empty where there is no account.
    Q_PROPERTY(QString accountTitle READ accountTitle NOTIFY accountsChanged FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChangePreview *preview READ preview CONSTANT FINAL)

public:
    static constexpr std::int64_t kRepeatMs = 10 * 60 * 1000;

    explicit OperationForm(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }
    [[nodiscard]] bool filled() const { return m_isOpen && entered() != m_atOpening; }
    [[nodiscard]] bool confirmable() const { return m_isOpen && !busy() && !asksAgain() && m_booking.has_value(); }
    [[nodiscard]] bool asksAgain() const { return m_confirmation.asks(); }
    [[nodiscard]] QString repeatText() const { return m_confirmation.question(); }
    [[nodiscard]] QString failure() const { return m_confirmation.failure(); }
    [[nodiscard]] QString problem() const { return m_faults.form; }
    [[nodiscard]] QString amountError() const { return m_faults.amount; }
    [[nodiscard]] QString assetError() const { return m_faults.asset; }
    [[nodiscard]] QString priceError() const { return m_faults.price; }
    [[nodiscard]] QString leverageError() const { return m_faults.leverage; }
    [[nodiscard]] QString amountEcho() const { return m_amountEcho; }
    [[nodiscard]] QString priceEcho() const { return m_priceEcho; }
    [[nodiscard]] QStringList accountNames() const { return m_accounts.names(); }
    [[nodiscard]] int accountIndex() const { return m_accounts.index(); }
    void setAccountIndex(int index);
    [[nodiscard]] QString accountTitle() const;
    [[nodiscard]] ChangePreview *preview() { return &m_preview; }

    Q_INVOKABLE void confirm();
    Q_INVOKABLE void confirmAgain(); ///< the answer "yes, once more" to asksAgain
    Q_INVOKABLE void declineAgain(); ///< back to the form, nothing booked
    Q_INVOKABLE void close();

Q_SIGNALS:
    void isOpenChanged();
    void stateChanged();
    void accountsChanged();
    void booked(const QString &text); ///< it is durable; a line for a toast
    void notBooked(const QString &text); ///< refused after the dialog was closed

protected:
    /// What the fields say: an action; or a reason at a place ("amount", "asset", "price", "leverage", else the whole
    /// form); or neither while incomplete.
    struct Draft {
        std::optional<monitor::Action> action;
        QString place;
        QString reason;
    };

    /// What was typed and what it is about; the form says it back as it was understood. Empty texts where there is no
    /// such field.
    struct Typed {
        QString amount;
        std::string asset; ///< of the amount, and the one that the form is about
        QString price;
        std::string base;
        std::string quote;
    };

    virtual Draft draft() const = 0;
    virtual Typed typed() const = 0;
    /// What was written by hand, field by field; what follows the market or is chosen from a list is not.
    virtual QStringList entered() const = 0;
    virtual QString successText(const monitor::Action &action) const = 0;
    /// The account that the action is for; by default the chosen one as the newest snapshot has it.
    virtual std::optional<margin::Account> subject() const;
    virtual std::shared_ptr<const margin::Rates> rates() const;
    /// Called where another account was chosen, and where the newest snapshot arrived; texts may follow from it.
    virtual void accountChosen() {}
    virtual void snapshotArrived() {}
    /// After each recalculation; `booking` is nullptr where there is nothing to book.
    virtual void recalculated(const margin::Booking *booking, const margin::Account *after);
    /// Books; may do something before it. Ends in finish().
    virtual void submit(const monitor::Action &action);
    virtual QString note() const { return {}; }

    /// What is sent, and what is said when it is booked: all of it from one moment, since the form may be about
    /// something else before it is answered.
    struct Order {
        monitor::OperationRequest request;
        QString success;
    };

    void openFor(const QString &accountId);
    void keepAsOpened(); ///< what was filled in for the person counts as nothing typed
    void recalculate();
    [[nodiscard]] Order order(const std::string &accountId, const monitor::Action &action) const;
    void send(const Order &order); ///< ends in finish()
    void book(const std::string &accountId, const monitor::Action &action);
    void finish(const std::string &operationId, const QString &success, const Result<monitor::Receipt> &result);
    void fail(const std::string &operationId, const Error &error);

    [[nodiscard]] monitor::SnapshotPtr snapshot() const { return m_services.relay.current(); }
    [[nodiscard]] const margin::Wallet *wallet(const std::string &id) const;
    [[nodiscard]] std::optional<margin::Account> account(const std::string &id) const; ///< of the newest snapshot
    /// Of a move the other account as it would be after it; nothing where there is none, or nothing to book.
    [[nodiscard]] const std::optional<margin::Account> &otherAfter() const { return m_otherAfter; }
    [[nodiscard]] std::string accountId() const { return m_accounts.id(); }
    [[nodiscard]] std::string operationId() const { return m_confirmation.id(); }
    /// An amount as typed: a positive value or zero, or a reason. Requires: text is not blank.
    [[nodiscard]] std::optional<margin::Decimal> readAmount(const QString &text, const char *place, Draft &draft) const;

    const Services m_services;
    const DisplayFormat &m_format;

private:
    /// A reason at its place; empty elsewhere.
    struct Faults {
        QString form;
        QString amount;
        QString asset;
        QString price;
        QString leverage;
    };

    void followAccounts();
    std::optional<margin::Account> applied(const margin::Account &account, const margin::Rates &prices, Draft &drafted);
    bool applyOtherHalf(const margin::Rates &prices, Draft &drafted);
    [[nodiscard]] static Faults faultsOf(const Draft &drafted);
    void echo(const Typed &fields, const margin::Rates &prices);
    void askOrSubmit(const Result<std::vector<monitor::JournalRow>> &journal, const std::string &operationId);
    [[nodiscard]] const monitor::JournalRow *earlierLike(const std::vector<monitor::JournalRow> &rows) const;

    ChangePreview m_preview;
    AccountChoice m_accounts;
    Confirmation m_confirmation;
    bool m_isOpen = false;
    QStringList m_atOpening;
    std::optional<monitor::Action> m_action;
    std::optional<margin::Booking> m_booking;
    std::optional<margin::Account> m_otherAfter;
    Faults m_faults;
    QString m_amountEcho;
    QString m_priceEcho;
};

} // namespace plimsoll::viewmodels
