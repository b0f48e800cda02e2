// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/takebackviewmodel.h"

#include "margin/corrections.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using monitor::JournalRow;

TakeBackViewModel::TakeBackViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_preview(services.format)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, [this] {
        if (m_isOpen && m_read && !busy()) {
            judge();
        }
    });
}

void TakeBackViewModel::open(const JournalRow &row, const QString &about)
{
    m_confirmation.restart();
    m_isOpen = true;
    m_read = m_hasAccount = false;
    m_holder = row.row.account;
    m_movedWith = row.movedWith;
    m_operation = row.operationId;
    m_about = about;
    m_rows.clear();
    m_lines.clear();
    m_problem.clear();
    m_note.clear();
    m_preview.clear();
    Q_EMIT changed();
    m_services.stores.journal({{}, QString::fromStdString(m_operation), 0})
        .then(this, [this, id = m_confirmation.id()](const Result<std::vector<JournalRow>> &journal) {
            if (id == m_confirmation.id()) {
                take(journal);
            }
        });
}

// Of a move the other half goes back with it.
void TakeBackViewModel::readOtherHalf()
{
    m_services.stores.journal({m_movedWith, {}, 0})
        .then(this, [this, id = m_confirmation.id()](const Result<std::vector<JournalRow>> &journal) {
            if (id != m_confirmation.id()) {
                return;
            }
            for (const JournalRow &row : journal.valueOr({})) {
                if (row.row.account == m_movedWith && row.movesMoney()
                    && monitor::areHalves(row.operationId, m_operation)) {
                    m_rows.push_back(row.row);
                }
            }
            m_read = true;
            judge();
        });
}

void TakeBackViewModel::take(const Result<std::vector<JournalRow>> &journal)
{
    if (!journal) {
        m_problem = failureText(journal.error());
        Q_EMIT changed();
        return;
    }
    for (const JournalRow &row : *journal) { // the text may stand in a note as well
        if (row.operationId == m_operation && row.movesMoney()) {
            m_rows.push_back(row.row);
        }
    }
    if (!m_movedWith.empty()) {
        readOtherHalf();
        return;
    }
    m_read = true;
    judge();
}

// By the rules that will judge the booking, on what the newest snapshot holds.
void TakeBackViewModel::judge()
{
    m_lines.clear();
    m_problem.clear();
    m_hasAccount = false;
    const auto now = m_services.relay.current();
    if (const margin::Verdict *verdict = now ? now->find(m_holder) : nullptr) {
        m_hasAccount = true;
        judgeAccount(*verdict->account);
        addLines(m_holder, accountLabel(*verdict->account), verdict->account->balances);
    }
    const margin::Verdict *other = now && !m_movedWith.empty() ? now->find(m_movedWith) : nullptr;
    if (other != nullptr) {
        addLines(m_movedWith, accountLabel(*other->account), other->account->balances);
    }
    for (std::size_t i = 0; now && now->wallets && i < now->wallets->size(); ++i) {
        const margin::Wallet &wallet = (*now->wallets)[i];
        addLines(wallet.id, walletName(wallet), wallet.balances);
    }
    Q_EMIT changed();
}

void TakeBackViewModel::judgeAccount(const margin::Account &account)
{
    const auto now = m_services.relay.current();
    const auto booking = margin::bookTakingBack(account, {m_rows, {}, {}});
    const auto after = booking ? margin::apply(account, *booking) : Result<margin::Account>(booking.error());
    static const margin::Rates kNoRates;
    m_preview.set(account, now->rates ? *now->rates : kNoRates, after ? std::optional(*after) : std::nullopt, {});
    if (!after && after.error().code == ErrorCode::AccountClosed) {
        m_problem = tr("A liquidation has closed this account. Take that back first.");
    }
}

void TakeBackViewModel::addLines(const std::string &holder, const QString &name,
                                 const std::vector<margin::Balance> &balances)
{
    for (const margin::LedgerRow &row : m_rows) {
        if (row.account != holder) {
            continue;
        }
        const auto found = std::ranges::find(balances, row.asset, &margin::Balance::asset);
        margin::Balance balance = found == balances.end() ? margin::Balance() : *found;
        const margin::Decimal before = margin::amountOf(balance, row.field);
        const margin::Decimal after = before.minus(row.change).value_or(margin::Decimal());
        const QString asset = plainName(row.asset, 20);
        m_lines << tr("%1: %2 %3 from %4 to %5")
                       .arg(name, asset, fieldText(row.field), m_services.format.full(before),
                            m_services.format.full(after));
        if (after.isNegative() && m_problem.isEmpty()) {
            m_problem =
                tr("What it brought has been used since: %1 would have less than nothing of %2.").arg(name, asset);
        }
    }
}

void TakeBackViewModel::setNote(const QString &note)
{
    if (note != m_note) {
        m_note = note.left(kLongestNote);
        Q_EMIT changed();
    }
}

void TakeBackViewModel::confirm()
{
    if (!confirmable() || !m_confirmation.begin()) {
        return;
    }
    Q_EMIT changed();
    const std::string id = m_confirmation.id();
    m_services.commands.book({id, m_holder, monitor::Reverse {m_operation}, m_note.trimmed().toStdString(), nullptr})
        .then(this, [this, id](const Result<monitor::Receipt> &result) { finish(id, result); });
}

void TakeBackViewModel::finish(const std::string &id, const Result<monitor::Receipt> &result)
{
    const bool isShown = m_isOpen && id == m_confirmation.id();
    if (result) {
        if (isShown) {
            close();
        }
        Q_EMIT booked(tr("Taken back. The journal keeps both records."));
    } else if (isShown) {
        m_confirmation.fail(failureText(result.error()));
        Q_EMIT changed();
    } else {
        Q_EMIT refused(failureText(result.error()));
    }
}

void TakeBackViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_confirmation.stop();
        Q_EMIT changed();
    }
}

} // namespace plimsoll::viewmodels
