// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of OperationForm: from the click to the answer.
#include "viewmodels/operationform.h"

#include "viewmodels/accounttext.h"
#include "viewmodels/refusaltext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using monitor::JournalRow;

void OperationForm::confirm()
{
    if (!confirmable()) {
        return;
    }
    m_busy = true;
    m_failure.clear();
    Q_EMIT stateChanged();
    constexpr int kRowsLookedAt = 200;
    const std::string id = m_operationId;
    m_services.stores.journal({subject()->id, {}, kRowsLookedAt})
        .then(this, [this, id](const Result<std::vector<JournalRow>> &journal) { askOrSubmit(journal, id); });
}

void OperationForm::askOrSubmit(const Result<std::vector<JournalRow>> &journal, const std::string &operationId)
{
    if (!m_isOpen || operationId != m_operationId || !m_booking) { // closed, or the ground moved meanwhile
        m_busy = m_busy && operationId != m_operationId;
        Q_EMIT stateChanged();
        return;
    }
    // Where the journal cannot be read, storing will tell so by itself.
    const JournalRow *earlier = journal ? earlierLike(journal.value()) : nullptr;
    if (earlier == nullptr) {
        submit(*m_action);
        return;
    }
    m_busy = false;
    m_asksAgain = true;
    m_repeatText = tr("The same was recorded at %1 (%2 %3, %4). Record it again?")
                       .arg(m_format.moment(earlier->time, m_services.clock.wallMs()),
                            m_format.full(earlier->row.change), plainName(earlier->row.asset, 20),
                            entryKindText(earlier->row.kind));
    Q_EMIT stateChanged();
}

const JournalRow *OperationForm::earlierLike(const std::vector<JournalRow> &rows) const
{
    const auto account = subject();
    const auto own = std::ranges::find(m_booking->rows, account ? account->id : std::string(),
                                       &margin::LedgerRow::account);
    if (own == m_booking->rows.end()) {
        return nullptr;
    }
    const std::int64_t since = m_services.clock.wallMs() - kRepeatMs;
    const auto found = std::ranges::find_if(rows, [&](const JournalRow &row) {
        return row.row == *own && row.time >= since && row.operationId != m_operationId;
    });
    return found == rows.end() ? nullptr : &*found;
}

void OperationForm::confirmAgain()
{
    if (m_asksAgain && m_booking && !m_busy) {
        m_asksAgain = false;
        m_busy = true;
        Q_EMIT stateChanged();
        submit(*m_action);
    }
}

void OperationForm::declineAgain()
{
    m_asksAgain = false;
    Q_EMIT stateChanged();
}

void OperationForm::submit(const monitor::Action &action)
{
    book(m_accountId, action);
}

void OperationForm::book(const std::string &accountId, const monitor::Action &action)
{
    const QString success = successText(action);
    const std::string id = m_operationId;
    m_services.commands.book({id, accountId, action, note().toStdString(), rates()})
        .then(this, [this, id, success](const Result<monitor::Receipt> &result) { finish(id, success, result); });
}

void OperationForm::finish(const std::string &operationId, const QString &success,
                           const Result<monitor::Receipt> &result)
{
    if (!result) {
        fail(operationId, result.error());
        return;
    }
    if (operationId == m_operationId) {
        close();
    }
    Q_EMIT booked(result->alreadyBooked ? tr("Recorded before, not again: ") + success : success);
}

void OperationForm::fail(const std::string &operationId, const Error &error)
{
    const auto account = subject();
    const QString reason = account && m_action && m_isOpen
        ? refusalText(error, *account, wallet(monitor::walletOf(*m_action)), *m_action, m_format)
        : failureText(error);
    if (operationId != m_operationId || !m_isOpen) {
        Q_EMIT notBooked(reason);
        return;
    }
    m_busy = false;
    m_failure = reason;
    Q_EMIT stateChanged();
}

} // namespace plimsoll::viewmodels
