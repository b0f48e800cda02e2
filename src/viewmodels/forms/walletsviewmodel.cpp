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
    m_name = nameNow();
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
        names << walletName(wallet);
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

QString WalletsViewModel::nameNow() const
{
    if (isNew()) {
        return {};
    }
    const margin::Wallet &wallet = m_wallets[static_cast<std::size_t>(m_index)];
    const QString name = QString::fromStdString(wallet.shownName()); // whole: a list may have cut it
    return name == QStringLiteral("spot") ? walletName(wallet) : name;
}

bool WalletsViewModel::renames() const
{
    return !isNew() && m_name.trimmed() != nameNow() && !m_name.trimmed().isEmpty();
}

// What a new one is called becomes its id too.
QString WalletsViewModel::nameError() const
{
    const std::string name = m_name.trimmed().toStdString();
    const auto now = m_services.relay.current();
    bool taken = isNew() && now && now->find(name) != nullptr;
    for (std::size_t i = 0; i < m_wallets.size(); ++i) {
        const bool isOther = static_cast<int>(i) != m_index;
        taken = taken || (isOther && m_wallets[i].shownName() == name) || (isNew() && m_wallets[i].id == name);
    }
    return !name.empty() && taken ? tr("This name is taken already.") : QString();
}

bool WalletsViewModel::filled() const
{
    return m_isOpen && (m_name != nameNow() || !m_note.isEmpty() || m_balances.texts() != m_atOpening);
}

std::optional<margin::Wallet> WalletsViewModel::typed() const
{
    auto balances = m_balances.balances();
    const std::string name = m_name.trimmed().toStdString();
    if (!balances || name.empty() || !nameError().isEmpty()) {
        return std::nullopt;
    }
    if (isNew()) {
        return margin::Wallet {name, std::move(*balances)};
    }
    const margin::Wallet &stored = m_wallets[static_cast<std::size_t>(m_index)];
    return margin::Wallet {stored.id, std::move(*balances), renames() ? name : stored.name};
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
    return m_isOpen && !busy() && typed().has_value() && (isNew() || renames() || !lines().isEmpty());
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
    const QString name = walletName(wallet);
    const bool isToCorrect = !lines().isEmpty();
    Q_EMIT changed();
    if (renames()) { // first: what is put right is told with the new name
        m_services.commands.renameWallet(wallet.id, wallet.name)
            .then(this, [this, id, wallet, name, isToCorrect](const Result<Done> &result) {
                result &&isToCorrect ? correct(id, wallet) : finish(id, result, tr("It is called %1 now.").arg(name));
            });
        return;
    }
    if (isNew()) {
        m_services.commands.importPortfolio({{}, {wallet}}).then(this, [this, id, name](const Result<Done> &result) {
            finish(id, result, tr("%1 was added.").arg(name));
        });
        return;
    }
    correct(id, wallet);
}

void WalletsViewModel::correct(const std::string &id, const margin::Wallet &wallet)
{
    m_services.commands
        .book(
            {id, wallet.id, monitor::Correct {wallet.balances, std::nullopt}, m_note.trimmed().toStdString(), nullptr})
        .then(this, [this, id, name = walletName(wallet)](const Result<monitor::Receipt> &result) {
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
        .then(this, [this, id, name = nameNow()](const Result<monitor::Receipt> &result) {
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
