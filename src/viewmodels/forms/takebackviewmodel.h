// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/services.h"
#include "viewmodels/forms/changepreview.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Takes one operation of the journal back, after showing what that does to every amount and to the level. GUI thread;
/// the operation's rows are read from the store, and what is booked is judged there again.
class TakeBackViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the journal")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// What is taken back: "Top-up, BCH/USDT isolated, 28 Nov 2026 12:07:15".
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    /// One for each amount: "Spot wallet: USDT free 849.5 → 1,000".
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)
    /// Why it cannot be taken back; empty where it can, or it is still being read.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// Why the last try was refused; empty from the next try on.
    Q_PROPERTY(QString failure READ failure NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool confirmable READ confirmable NOTIFY changed FINAL)
    /// Goes into the journal; at most kLongestNote characters.
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed FINAL)
    Q_PROPERTY(bool filled READ filled NOTIFY changed FINAL)
    /// Of the account; shows nothing where the operation is a wallet's.
    Q_PROPERTY(bool hasAccount READ hasAccount NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChangePreview *preview READ preview CONSTANT FINAL)

public:
    static constexpr int kLongestNote = 500;

    explicit TakeBackViewModel(const Services &services, QObject *parent = nullptr);

    /// `row` is one of the operation's, of the account or wallet it was booked on; `about` names it.
    void open(const monitor::JournalRow &row, const QString &about);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void close();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QString about() const { return m_about; }
    [[nodiscard]] QStringList lines() const { return m_lines; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString failure() const { return m_confirmation.failure(); }
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }
    [[nodiscard]] bool confirmable() const { return m_isOpen && m_read && m_problem.isEmpty() && !busy(); }
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note);
    [[nodiscard]] bool filled() const { return m_isOpen && !m_note.isEmpty(); }
    [[nodiscard]] bool hasAccount() const { return m_hasAccount; }
    [[nodiscard]] ChangePreview *preview() { return &m_preview; }

Q_SIGNALS:
    void changed();
    void booked(const QString &text);
    void refused(const QString &text); ///< after the dialog was closed

private:
    void take(const Result<std::vector<monitor::JournalRow>> &journal);
    void readOtherHalf();
    void judge();
    void judgeAccount(const margin::Account &account);
    void addLines(const std::string &holder, const QString &name, const std::vector<margin::Balance> &balances);
    void finish(const std::string &id, const Result<monitor::Receipt> &result);

    const Services m_services;
    ChangePreview m_preview;
    Confirmation m_confirmation;
    bool m_isOpen = false;
    bool m_read = false;
    bool m_hasAccount = false;
    std::string m_holder;
    std::string m_movedWith; ///< of a move the other account
    std::string m_operation;
    std::vector<margin::LedgerRow> m_rows;
    QString m_about;
    QStringList m_lines;
    QString m_problem;
    QString m_note;
};

} // namespace plimsoll::viewmodels
