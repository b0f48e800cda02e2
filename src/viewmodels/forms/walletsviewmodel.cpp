// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/walletsviewmodel.h"

#include "margin/corrections.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

WalletsViewModel::WalletsViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_balances(services.format)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, &WalletsViewModel::follow);
    connect(&m_balances, &BalanceEditModel::edited, this, &WalletsViewModel::changed);
}

void WalletsViewModel::open()
{
    m_isOpen = true;
    m_wallets.clear();
    if (const auto now = m_services.relay.current(); now && now->wallets) {
        m_wallets = *now->wallets;
        m_balances.setMarket(now->list, now->rates, "USDT");
    }
    choose(0);
}

// What is typed stays, whatever is booked elsewhere meanwhile; it is judged again when it is stored.
void WalletsViewModel::follow(const monitor::SnapshotPtr &snapshot)
{
    if (!m_isOpen || busy() || filled() || !snapshot->wallets || *snapshot->wallets == m_wallets) {
        return;
    }
    const std::string chosen = isNew() ? std::string() : m_wallets[static_cast<std::size_t>(m_index)].id;
    m_wallets = *snapshot->wallets;
    const auto found = std::ranges::find(m_wallets, chosen, &margin::Wallet::id);
    choose(static_cast<int>(found - m_wallets.begin()));
}

void WalletsViewModel::choose(int index)
{
    m_index = std::clamp<int>(index, 0, static_cast<int>(m_wallets.size()));
    m_confirmation.restart();
    m_name.clear();
    m_note.clear();
    m_balances.setBalances(isNew() ? std::vector<margin::Balance>()
                                   : m_wallets[static_cast<std::size_t>(m_index)].balances);
    m_balances.addRow(); // where the next asset is typed
    m_atOpening = m_balances.texts();
    Q_EMIT changed();
}

void WalletsViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_confirmation.stop();
        Q_EMIT changed();
    }
}

QStringList WalletsViewModel::names() const
{
    QStringList names;
    for (const margin::Wallet &wallet : m_wallets) {
        names << walletName(wallet.id);
    }
    return names << tr("New wallet");
}

void WalletsViewModel::setIndex(int index)
{
    if (index != m_index && !busy()) {
        choose(index);
    }
}

void WalletsViewModel::setName(const QString &name)
{
    if (name != m_name) {
        m_name = name.left(kLongestName);
        Q_EMIT changed();
    }
}

void WalletsViewModel::setNote(const QString &note)
{
    if (note != m_note) {
        m_note = note.left(kLongestNote);
        Q_EMIT changed();
    }
}

QString WalletsViewModel::nameError() const
{
    const std::string id = m_name.trimmed().toStdString();
    const auto now = m_services.relay.current();
    const bool taken = std::ranges::find(m_wallets, id, &margin::Wallet::id) != m_wallets.end()
        || (now && now->find(id) != nullptr);
    return isNew() && !id.empty() && taken ? tr("This name is taken already.") : QString();
}

bool WalletsViewModel::filled() const
{
    return m_isOpen && (!m_name.isEmpty() || !m_note.isEmpty() || m_balances.texts() != m_atOpening);
}

std::optional<margin::Wallet> WalletsViewModel::typed() const
{
    auto balances = m_balances.balances();
    const std::string id = isNew() ? m_name.trimmed().toStdString() : m_wallets[static_cast<std::size_t>(m_index)].id;
    if (!balances || id.empty() || !nameError().isEmpty()) {
        return std::nullopt;
    }
    return margin::Wallet {id, std::move(*balances)};
}

QStringList WalletsViewModel::lines() const
{
    QStringList lines;
    const auto wallet = typed();
    if (!wallet || isNew()) {
        return lines;
    }
    const margin::Wallet &stored = m_wallets[static_cast<std::size_t>(m_index)];
    for (const margin::LedgerRow &row : margin::correctionRows(stored.id, stored.balances, wallet->balances)) {
        const margin::Decimal before = stored.free(row.asset);
        lines << tr("%1 from %2 to %3")
                     .arg(plainName(row.asset, 20), m_services.format.full(before),
                          m_services.format.full(before.plus(row.change).value_or(margin::Decimal())));
    }
    return lines;
}

bool WalletsViewModel::canSave() const
{
    return m_isOpen && !busy() && typed().has_value() && (isNew() || !lines().isEmpty());
}

bool WalletsViewModel::canRemove() const
{
    if (!m_isOpen || busy() || isNew()) {
        return false;
    }
    return std::ranges::all_of(m_wallets[static_cast<std::size_t>(m_index)].balances,
                               [](const margin::Balance &b) { return b.total().value_or(margin::Decimal()).isZero(); });
}

void WalletsViewModel::save()
{
    if (!canSave() || !m_confirmation.begin()) {
        return;
    }
    const std::string id = m_confirmation.id();
    const margin::Wallet wallet = *typed();
    const QString name = walletName(wallet.id);
    Q_EMIT changed();
    if (isNew()) {
        m_services.commands.importPortfolio({{}, {wallet}}).then(this, [this, id, name](const Result<Done> &result) {
            finish(id, result, tr("%1 was added.").arg(name));
        });
        return;
    }
    m_services.commands
        .book(
            {id, wallet.id, monitor::Correct {wallet.balances, std::nullopt}, m_note.trimmed().toStdString(), nullptr})
        .then(this, [this, id, name](const Result<monitor::Receipt> &result) {
            finish(id, result, tr("%1 was put right; the journal keeps why.").arg(name));
        });
}

void WalletsViewModel::remove()
{
    if (!canRemove() || !m_confirmation.begin()) {
        return;
    }
    const std::string id = m_confirmation.id();
    const std::string wallet = m_wallets[static_cast<std::size_t>(m_index)].id;
    Q_EMIT changed();
    m_services.commands.book({id, wallet, monitor::RemoveAccount {}, m_note.trimmed().toStdString(), nullptr})
        .then(this, [this, id, name = walletName(wallet)](const Result<monitor::Receipt> &result) {
            finish(id, result, tr("%1 was removed. The journal can bring it back.").arg(name));
        });
}

template<typename Answer>
void WalletsViewModel::finish(const std::string &id, const Result<Answer> &result, const QString &text)
{
    const bool isShown = m_isOpen && id == m_confirmation.id();
    if (result) {
        if (isShown) {
            close();
        }
        Q_EMIT booked(text);
    } else if (isShown) {
        m_confirmation.fail(failureText(result.error()));
        Q_EMIT changed();
    } else {
        Q_EMIT refused(failureText(result.error()));
    }
}

} // namespace plimsoll::viewmodels
