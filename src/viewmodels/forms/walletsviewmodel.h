// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/services.h"
#include "viewmodels/forms/balanceeditmodel.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Wallets: made with what is in them, put right by a correction that the journal keeps with its reason, removed when
/// empty; called something else at any time. GUI thread. The id of a wallet is what it was called first and stays: the
/// journal knows it by that.
/// More than 20 public functions: one for each field and its reason.
class WalletsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// Every wallet, then "New wallet".
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    Q_PROPERTY(int index READ index WRITE setIndex NOTIFY changed FINAL)
    /// The last of `names` is chosen.
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed FINAL)
    /// Of the chosen wallet, as typed.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    Q_PROPERTY(QString nameError READ nameError NOTIFY changed FINAL)
    /// Only their assets and free amounts count.
    Q_PROPERTY(plimsoll::viewmodels::BalanceEditModel *balances READ balances CONSTANT FINAL)
    /// Goes into the journal with a correction; at most kLongestNote characters.
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed FINAL)
    /// What would be booked, one for each amount: "USDT from 1,000 to 700.5".
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    /// There is nothing in the chosen wallet.
    Q_PROPERTY(bool canRemove READ canRemove NOTIFY changed FINAL)
    Q_PROPERTY(bool filled READ filled NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// Why the last try was refused; empty from the next try on.
    Q_PROPERTY(QString failure READ failure NOTIFY changed FINAL)

public:
    static constexpr int kLongestNote = 500;
    static constexpr int kLongestName = 40;

    explicit WalletsViewModel(const Services &services, QObject *parent = nullptr);

    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    Q_INVOKABLE void save();
    Q_INVOKABLE void remove();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int index() const { return m_index; }
    void setIndex(int index);
    [[nodiscard]] bool isNew() const { return m_index >= static_cast<int>(m_wallets.size()); }
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] QString nameError() const;
    [[nodiscard]] BalanceEditModel *balances() { return &m_balances; }
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note);
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool canRemove() const;
    [[nodiscard]] bool filled() const;
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }
    [[nodiscard]] QString failure() const { return m_confirmation.failure(); }

Q_SIGNALS:
    void changed();
    void booked(const QString &text);
    void refused(const QString &text); ///< after the dialog was closed

private:
    void follow(const monitor::SnapshotPtr &snapshot);
    void choose(int index);
    [[nodiscard]] std::optional<margin::Wallet> typed() const;
    [[nodiscard]] QString nameNow() const; ///< of the chosen one
    [[nodiscard]] bool renames() const;
    void correct(const std::string &id, const margin::Wallet &wallet);
    template<typename Answer>
    void finish(const std::string &id, const Result<Answer> &result, const QString &text);

    const Services m_services;
    BalanceEditModel m_balances;
    Confirmation m_confirmation;
    std::vector<margin::Wallet> m_wallets; ///< as they were when one was chosen, or since nothing was typed
    bool m_isOpen = false;
    int m_index = 0;
    QString m_name;
    QString m_note;
    QList<QStringList> m_atOpening;
};

} // namespace plimsoll::viewmodels
