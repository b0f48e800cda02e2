// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/files/journalviewmodel.h"

#include "viewmodels/common/choices.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/removedaccount.h"

#include <QtCore/QUuid>

#include <algorithm>

namespace plimsoll::viewmodels {

using monitor::JournalRow;

JournalViewModel::JournalViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_rows(services.format, [this](const JournalRow &row) { return nameIn(row); })
    , m_form(new TakeBackViewModel(services, this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPauseMs);
    connect(m_form, &TakeBackViewModel::booked, this, [this](const QString &text) {
        Q_EMIT booked(text);
        reload();
    });
    connect(m_form, &TakeBackViewModel::refused, this, &JournalViewModel::refused);
    connect(&m_typing, &QTimer::timeout, this, &JournalViewModel::reload);
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, &JournalViewModel::follow);
    if (m_services.relay.current()) {
        follow(m_services.relay.current());
    }
}

// Accounts are shared by identity: another pointer means that something was booked or described anew.
void JournalViewModel::follow(const monitor::SnapshotPtr &snapshot)
{
    std::vector<std::shared_ptr<const margin::Account>> accounts;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < snapshot->verdicts.size(); ++i) {
        if (const auto &account = snapshot->verdicts[i].account) {
            accounts.push_back(account);
            ids.push_back(account->id);
        }
    }
    if (accounts == m_seenAccounts && snapshot->wallets == m_seenWallets) {
        return;
    }
    m_seenAccounts = std::move(accounts);
    m_seenWallets = snapshot->wallets;
    for (std::size_t i = 0; m_seenWallets && i < m_seenWallets->size(); ++i) {
        ids.push_back((*m_seenWallets)[i].id);
    }
    if (!m_account.empty() && std::ranges::find(ids, m_account) == ids.end()) {
        ids.push_back(m_account); // removed while it is chosen: its rows are still there
    }
    m_accountIds = std::move(ids);
    m_dirty = true;
    Q_EMIT filterChanged();
    if (m_active) {
        reload();
    }
}

QString JournalViewModel::nameOf(const std::string &id) const
{
    for (const auto &account : m_seenAccounts) {
        if (account->id == id) {
            return accountLabel(*account);
        }
    }
    for (std::size_t i = 0; m_seenWallets && i < m_seenWallets->size(); ++i) {
        if ((*m_seenWallets)[i].id == id) {
            return walletName((*m_seenWallets)[i]);
        }
    }
    return id == m_account ? m_accountName : plainName(id);
}

// The name that is shown elsewhere too; of an account that was removed the one that it had.
QString JournalViewModel::nameIn(const JournalRow &row) const
{
    const monitor::JournalHolder &holder = row.holder;
    if (holder.isRemoved && !holder.isAccount && !holder.name.empty()) {
        return plainName(holder.name, 30);
    }
    if (!holder.isRemoved || !holder.isAccount) {
        return nameOf(row.row.account);
    }
    return removedLabel(row.row.account, holder);
}

void JournalViewModel::takeBack(int row)
{
    if (row < 0 || row >= m_rows.rowCount() || m_takingBack) {
        return;
    }
    const JournalRow &done = m_rows.rows()[static_cast<std::size_t>(row)].row;
    if (!done.reversible) {
        return;
    }
    const bool isRemoval = done.row.kind == margin::EntryKind::Removal;
    if (!isRemoval && done.row.kind != margin::EntryKind::Liquidation) {
        m_form->open(done,
                     QStringList({entryKindText(done.row.kind), nameIn(done), QString(m_format.dateTime(done.time))})
                         .join(QStringLiteral(", ")));
        return;
    }
    m_takingBack = true;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_services.commands.book({id.toStdString(), done.row.account, monitor::Reverse {done.operationId}, {}, nullptr})
        .then(this, [this, isRemoval](const Result<monitor::Receipt> &result) {
            m_takingBack = false;
            if (!result) {
                Q_EMIT refused(failureText(result.error()));
                return;
            }
            Q_EMIT booked(isRemoval
                              ? tr("It is back.")
                              : tr("The liquidation was taken back: the account is open, with the balances it had."));
            reload();
        });
}

void JournalViewModel::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        Q_EMIT activeChanged();
        if (m_active && m_dirty) {
            reload();
        }
    }
}

QStringList JournalViewModel::accountNames() const
{
    QStringList names {tr("All accounts")};
    for (const std::string &id : m_accountIds) {
        names << nameOf(id);
    }
    return names;
}

int JournalViewModel::accountIndex() const
{
    return indexIn(m_accountIds, m_account) + 1;
}

void JournalViewModel::setAccountIndex(int index)
{
    const std::string *chosen = chosenOf(m_accountIds, index - 1);
    const std::string account = chosen ? *chosen : std::string();
    if (account != m_account) {
        m_accountName = account.empty() ? QString() : nameOf(account);
        m_account = account;
        Q_EMIT filterChanged();
        reload();
    }
}

void JournalViewModel::showAccount(const QString &accountId)
{
    setAccountIndex(indexIn(m_accountIds, accountId.toStdString()) + 1);
}

void JournalViewModel::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        Q_EMIT filterChanged();
        m_typing.start();
    }
}

void JournalViewModel::reload()
{
    m_typing.stop();
    m_dirty = false;
    m_loading = true;
    m_failure.clear();
    Q_EMIT loadingChanged();
    m_services.stores.journal({m_account, m_text.trimmed(), kShown + 1})
        .then(this, [this, generation = ++m_generation](const Result<std::vector<JournalRow>> &rows) {
            m_services.stores.barChanges(m_account, kShown + 1)
                .then(this, [this, generation, rows](const Result<std::vector<monitor::BarChange>> &bars) {
                    take(generation, rows, bars);
                });
        });
}

// A change of bars is found by the words that it is shown with, and by the id of its account.
std::vector<JournalEntry> JournalViewModel::joined(std::vector<JournalRow> rows,
                                                   const std::vector<monitor::BarChange> &bars) const
{
    std::ranges::sort(rows, std::ranges::greater {}, &JournalRow::sequence);
    std::vector<JournalEntry> entries;
    auto change = bars.rbegin(); // they come oldest first
    const auto addNewerThan = [&](const JournalRow *row) {
        for (; change != bars.rend() && (row == nullptr || change->time > row->time); ++change) {
            const auto known = std::ranges::find(rows, change->account,
                                                 [](const JournalRow &each) { return each.row.account; });
            JournalEntry entry {{}, *change};
            entry.row.time = change->time;
            entry.row.row.account = change->account;
            entry.row.holder = known == rows.end() ? monitor::JournalHolder() : known->holder;
            const QString words = m_rows.sentence(entry) + u' ' + QString::fromStdString(change->account);
            if (words.contains(m_text.trimmed(), Qt::CaseInsensitive)) {
                entries.push_back(std::move(entry));
            }
        }
    };
    for (const JournalRow &row : rows) {
        addNewerThan(&row);
        entries.push_back({row});
    }
    addNewerThan(nullptr);
    return entries;
}

void JournalViewModel::take(int generation, const Result<std::vector<JournalRow>> &result,
                            const Result<std::vector<monitor::BarChange>> &bars)
{
    if (generation != m_generation) {
        return; // the answer to an older question
    }
    m_loading = false;
    if (result && bars) {
        std::vector<JournalEntry> entries = joined(*result, *bars);
        m_more = entries.size() > kShown;
        entries.resize(std::min<std::size_t>(entries.size(), kShown));
        m_count = static_cast<int>(entries.size());
        m_rows.setRows(std::move(entries));
    } else {
        m_failure = failureText(result ? bars.error() : result.error());
    }
    Q_EMIT loadingChanged();
}

QString JournalViewModel::summary() const
{
    if (m_count == 0) {
        return {};
    }
    const QString count = m_format.locale().toString(m_count);
    if (m_count == 1 && !m_more) {
        return tr("1 row");
    }
    return m_more ? tr("The newest %1 rows are shown; search or choose an account to see older ones.").arg(count)
                  : tr("%1 rows, newest first").arg(count);
}

QString JournalViewModel::emptyText() const
{
    if (m_count > 0 || m_loading) {
        return {};
    }
    return m_text.trimmed().isEmpty() && m_account.empty()
        ? tr("Nothing was recorded yet. Top-ups, loans, trades and corrections will stand here.")
        : tr("Nothing matches.");
}

} // namespace plimsoll::viewmodels
