// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/preparedplan.h"
#include "viewmodels/common/choice.h"
#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The form of a prepared plan: what to do, how much, from where, under which name. It offers what the account could do
/// and today's amount, and keeps what is saved; it books nothing. GUI thread.
/// More than 20 public functions: one property for each field and its choices.
class PlanEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// Else a kept one is changed.
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed FINAL)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed FINAL)
    /// "Deposit USDT", "Sell BCH and repay", "Move USDT from Main cross".
    Q_PROPERTY(QStringList wayNames READ wayNames NOTIFY changed FINAL)
    Q_PROPERTY(int wayIndex READ wayIndex WRITE setWayIndex NOTIFY changed FINAL)
    /// Money comes from a wallet or from outside.
    Q_PROPERTY(bool hasSource READ hasSource NOTIFY changed FINAL)
    Q_PROPERTY(QStringList sourceNames READ sourceNames NOTIFY changed FINAL)
    Q_PROPERTY(int sourceIndex READ sourceIndex WRITE setSourceIndex NOTIFY changed FINAL)
    /// As typed, in `asset`.
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY changed FINAL)
    Q_PROPERTY(QString amountError READ amountError NOTIFY changed FINAL)
    Q_PROPERTY(QString asset READ asset NOTIFY changed FINAL)
    /// The offer for fillNeeded(), "today 150.00 USDT"; empty where nothing is needed, or no amount leads there.
    Q_PROPERTY(QString neededText READ neededText NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    /// Why it was not kept; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)

public:
    static constexpr int kLongestName = 60; ///< characters

    explicit PlanEditor(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] QString accountId() const { return QString::fromStdString(m_plan.account); }
    [[nodiscard]] QStringList wayNames() const;
    [[nodiscard]] int wayIndex() const;
    void setWayIndex(int index);
    [[nodiscard]] bool hasSource() const;
    [[nodiscard]] QStringList sourceNames() const { return walletTexts(m_sources.options, m_services.relay.current()); }
    [[nodiscard]] int sourceIndex() const { return m_sources.index(); }
    void setSourceIndex(int index);
    [[nodiscard]] QString amount() const { return m_amount; }
    void setAmount(const QString &amount);
    [[nodiscard]] QString amountError() const;
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_plan.asset); }
    [[nodiscard]] QString neededText() const;
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] QString problem() const { return m_confirmation.failure(); }
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }

    Q_INVOKABLE void openNew(const QString &accountId);
    void edit(const margin::PreparedPlan &plan);
    Q_INVOKABLE void fillNeeded();
    Q_INVOKABLE void save();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void saved(const QString &name);

private:
    /// One thing that can be done: everything of a plan but amount and name; the wallet is chosen apart.
    struct Option {
        margin::Way way = margin::Way::Deposit;
        std::string asset;
        std::string giver; ///< of a move
        bool operator==(const Option &) const = default;
    };

    void listOptions();
    void addMoves(const margin::Account &account, const margin::Portfolio &book);
    void choose(const Option &option);
    [[nodiscard]] Option chosen() const;
    [[nodiscard]] bool holds(const std::string &walletId) const; ///< some of the plan's asset
    [[nodiscard]] std::optional<margin::Decimal> needed() const;
    void open(const margin::PreparedPlan &plan, bool isNew);
    void kept(const std::string &id, const Result<Done> &result);

    const Services m_services;
    margin::PreparedPlan m_plan; ///< but amount, name and wallet, which are as typed
    std::vector<Option> m_options;
    Choice m_sources;
    Confirmation m_confirmation;
    QString m_amount;
    QString m_name;
    bool m_isOpen = false;
    bool m_isNew = true;
};

} // namespace plimsoll::viewmodels
