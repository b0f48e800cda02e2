// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/services.h"
#include "viewmodels/files/journalmodel.h"
#include "viewmodels/forms/takebackviewmodel.h"

#include <QtCore/QStringList>
#include <QtCore/QTimer>

namespace plimsoll::viewmodels {

/// The journal page: every booked row and every change of bars, newest first, by account and text. GUI thread. Shows
/// the newest kShown rows and says so where there are more. Loads while `active`, again when the filter changes, and
/// whenever a snapshot carries changed accounts or wallets, so that bookings made elsewhere appear too. More than 12
/// members: rows, their filter and the answers that are still on their way.
class JournalViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::TakeBackViewModel *takingBack READ takingBack CONSTANT FINAL)
    /// Whether somebody looks at it; nothing is read before.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged FINAL)
    /// "All accounts", then each of them.
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY filterChanged FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY filterChanged FINAL)
    /// What rows must contain; empty: anything.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged FINAL)
    /// How many rows there are; empty where there are none.
    Q_PROPERTY(QString summary READ summary NOTIFY loadingChanged FINAL)
    /// Why there are no rows; empty where there are some.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY loadingChanged FINAL)
    /// Why the rows could not be read; empty where they were.
    Q_PROPERTY(QString failure READ failure NOTIFY loadingChanged FINAL)

public:
    static constexpr int kShown = 2000;
    static constexpr int kTypingPauseMs = 150;

    explicit JournalViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] JournalModel *rows() { return &m_rows; }
    [[nodiscard]] TakeBackViewModel *takingBack() const { return m_form; }
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString failure() const { return m_failure; }

    Q_INVOKABLE void showAccount(const QString &accountId);
    Q_INVOKABLE void reload();
    /// Takes back what the row did, where it is reversible: a removal and a liquidation at once, all else after a look
    /// at what that does.
    Q_INVOKABLE void takeBack(int row);

Q_SIGNALS:
    void activeChanged();
    void loadingChanged();
    void filterChanged();
    void booked(const QString &text);
    void refused(const QString &text);

private:
    void take(int generation, const Result<std::vector<monitor::JournalRow>> &result,
              const Result<std::vector<monitor::BarChange>> &bars);
    [[nodiscard]] std::vector<JournalEntry> joined(std::vector<monitor::JournalRow> rows,
                                                   const std::vector<monitor::BarChange> &bars) const;
    void follow(const monitor::SnapshotPtr &snapshot);
    [[nodiscard]] QString nameOf(const std::string &id) const;
    [[nodiscard]] QString nameIn(const monitor::JournalRow &row) const;

    const Services m_services;
    const DisplayFormat &m_format;
    JournalModel m_rows;
    TakeBackViewModel *m_form;
    QTimer m_typing;
    bool m_active = false;
    bool m_loading = false;
    bool m_takingBack = false;
    bool m_dirty = true; // something may have changed since the last load
    int m_generation = 0;
    int m_count = 0;
    bool m_more = false;
    QString m_text;
    QString m_failure;
    std::string m_account;
    QString m_accountName; ///< what it was called when it was chosen: it may be removed meanwhile
    std::vector<std::string> m_accountIds;
    std::vector<std::shared_ptr<const margin::Account>> m_seenAccounts; // identity tells a change
    std::shared_ptr<const std::vector<margin::Wallet>> m_seenWallets;
};

} // namespace plimsoll::viewmodels
