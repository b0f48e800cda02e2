// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/portfoliostore.h"

#include "margin/names.h"
#include "ports/logging.h"
#include "storage/ledger/interestruns.h"
#include "storage/ledger/portfolioreader.h"
#include "storage/ledger/portfoliowriter.h"
#include "storage/ledger/reversal.h"
#include "storage/sql/sqlstatement.h"
#include "storage/tables/announcedbarsstore.h"
#include "storage/tables/barchanges.h"
#include "storage/tables/profilestore.h"

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using margin::Account;
using margin::Portfolio;

namespace {

// The account with the bars its profile says. A profile must be known at the moment it is chosen.
Account resolved(Account account, const std::vector<margin::Profile> &own)
{
    if (!account.ownThresholds) {
        const auto bars = barsOf(account.profile, own);
        if (!bars) {
            refuse(ErrorCode::UnknownProfile, "profile", "there is no profile \"" + account.profile + "\"");
        }
        account.thresholds = *bars;
    }
    return account;
}

const StoredHolder *find(const std::vector<StoredHolder> &holders, const std::string &id)
{
    const auto found = std::ranges::find_if(holders, [&id](const StoredHolder &holder) { return holder.id() == id; });
    return found == holders.end() ? nullptr : &*found;
}

std::string taken(const StoredHolder &holder)
{
    const std::string what = holder.isAccount ? "an account" : "a wallet";
    return what + " \"" + holder.id() + "\" exists already with other content"
        + (holder.isRemoved ? " (it was removed)" : "");
}

Result<Done> checked(const std::vector<StoredHolder> &holders)
{
    return margin::validated(visiblePortfolio(holders));
}

// What an import adds to what is there.
class Import
{
public:
    Import(const QSqlDatabase &database, const Portfolio &portfolio)
        : m_holders(readHolders(database))
    {
        const auto own = readProfiles(database);
        for (std::size_t i = 0; i < portfolio.accounts.size(); ++i) {
            const std::string place = "accounts[" + std::to_string(i) + "]";
            const auto account = attempt([&] { return resolved(portfolio.accounts[i], own); });
            take(orThrow(account ? account : Result<Account>(account.error().at(place))), place);
        }
        for (std::size_t i = 0; i < portfolio.wallets.size(); ++i) {
            take(portfolio.wallets[i], "wallets[" + std::to_string(i) + "]");
        }
    }

    void checkUnion() const
    {
        std::vector<StoredHolder> all = m_holders;
        for (StoredHolder &holder : all) {
            holder.isRemoved = holder.isRemoved && !isShownAgain(holder);
        }
        Portfolio portfolio = visiblePortfolio(std::move(all));
        portfolio.accounts.insert(portfolio.accounts.end(), m_added.accounts.begin(), m_added.accounts.end());
        portfolio.wallets.insert(portfolio.wallets.end(), m_added.wallets.begin(), m_added.wallets.end());
        orThrow(margin::validated(portfolio));
    }

    void write(const QSqlDatabase &database, WallTime now) const
    {
        for (const StoredHolder &holder : m_holders) {
            if (isShownAgain(holder)) {
                showAgain(database, holder, now);
            }
        }
        for (const Account &account : m_added.accounts) {
            insertAccount(database, account, now);
        }
        for (const margin::Wallet &wallet : m_added.wallets) {
            insertWallet(database, wallet, now);
        }
    }

private:
    [[nodiscard]] bool isShownAgain(const StoredHolder &holder) const
    {
        return std::ranges::find(m_shown, holder.number) != m_shown.end();
    }

    void take(const Account &account, const std::string &place)
    {
        const StoredHolder *stored = find(m_holders, account.id);
        if (stored == nullptr) {
            m_added.accounts.push_back(account);
        } else {
            skip(*stored, stored->isAccount && stored->account == account, place);
        }
    }

    void take(const margin::Wallet &wallet, const std::string &place)
    {
        const StoredHolder *stored = find(m_holders, wallet.id);
        if (stored == nullptr) {
            m_added.wallets.push_back(wallet);
        } else {
            skip(*stored, !stored->isAccount && stored->wallet == wallet, place);
        }
    }

    void skip(const StoredHolder &stored, bool isSame, const std::string &place)
    {
        if (!isSame) {
            refuse(ErrorCode::Conflict, place + ".id", taken(stored));
        }
        if (stored.isRemoved) {
            m_shown.push_back(stored.number);
        }
    }

    std::vector<StoredHolder> m_holders;
    Portfolio m_added;
    std::vector<std::int64_t> m_shown;
};

void addAccount(const QSqlDatabase &database, const Account &account, WallTime now)
{
    std::vector<StoredHolder> holders = readHolders(database);
    if (const StoredHolder *stored = find(holders, account.id)) {
        refuse(ErrorCode::Conflict, "id", taken(*stored));
    }
    StoredHolder added;
    added.account = account;
    holders.push_back(added);
    orThrow(checked(holders));
    insertAccount(database, account, now);
}

bool changesRate(const Account &before, const Account &wanted)
{
    return std::ranges::any_of(wanted.balances, [&before](const margin::Balance &balance) {
        const margin::Balance *had = before.balance(balance.asset);
        return had != nullptr && had->dailyInterest != balance.dailyInterest;
    });
}

void changeAccount(const QSqlDatabase &database, Account account, WallTime now)
{
    std::vector<StoredHolder> holders = readHolders(database);
    const auto stored = std::ranges::find_if(
        holders, [&](const StoredHolder &h) { return h.isAccount && !h.isRemoved && h.account.id == account.id; });
    if (stored == holders.end()) {
        refuse(ErrorCode::NotFound, "account", "there is no account \"" + account.id + "\"");
    }
    if (stored->account.contributed && stored->account.quoteAsset != account.quoteAsset) {
        refuse(ErrorCode::NotAllowedNow, "quoteAsset", "own money put in is known in " + stored->account.quoteAsset);
    }
    if (changesRate(stored->account, account)) { // hours that have passed are charged at the rate they had
        accrueInterest(database, *stored, now, now);
    }
    if (stored->account.thresholds != account.thresholds) { // what has begun stood before what the person says now
        putBarsInForce(database, *stored, now);
    }
    account.announced = stored->account.announced;
    updateAccount(database, stored->number, account);
    noteBarChange(database, stored->number, stored->account.thresholds, account.thresholds, now);
    account.balances = stored->account.balances;
    account.contributed = stored->account.contributed;
    account.liquidatedAt = stored->account.liquidatedAt;
    stored->account = std::move(account);
    orThrow(checked(holders)); // a refusal rolls the update back
}

// What was read is right already; where this cannot be written now, the next reader or booking tries again.
void putBalancesRight(Database &database)
{
    const auto written = attempt([&] { database.write([&] { repairBalances(database.connection()); }); });
    if (!written) {
        qCWarning(monitor::lcStorage, "a running balance could not be put right: %s",
                  written.error().message().c_str());
    }
}

} // namespace

PortfolioStore::PortfolioStore(Database &database)
    : m_database(database)
{
}

Result<Portfolio> PortfolioStore::load() const
{
    return attempt([this] {
        std::vector<StoredHolder> holders = m_database.read([this] { return readHolders(m_database.connection()); });
        if (const auto sound = checked(holders); !sound) {
            refuse(ErrorCode::DatabaseIsBroken, sound.error().place, sound.error().detail);
        }
        if (std::ranges::any_of(holders, &StoredHolder::wasSummed)) {
            putBalancesRight(m_database);
        }
        return visiblePortfolio(std::move(holders));
    });
}

Result<Done> PortfolioStore::change(const monitor::AccountChange &change, WallTime now)
{
    return attempt([&] {
        m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            const Account account = resolved(change.account, readProfiles(database));
            orThrow(margin::checkNames(account));
            if (change.isNew) {
                addAccount(database, account, now);
            } else {
                changeAccount(database, account, now);
            }
        });
    });
}

Result<Done> PortfolioStore::import(const Portfolio &portfolio, WallTime now)
{
    return attempt([&] {
        m_database.write([&] {
            const Import import(m_database.connection(), portfolio);
            orThrow(margin::validated(portfolio)); // before the union: its places are those of the file
            import.checkUnion();
            import.write(m_database.connection(), now);
        });
    });
}

Result<Done> PortfolioStore::renameWallet(const std::string &id, const std::string &name)
{
    return attempt([&] {
        m_database.write([&] {
            const std::vector<StoredHolder> holders = readHolders(m_database.connection());
            const StoredHolder *wallet = find(holders, id);
            if (wallet == nullptr || wallet->isAccount || wallet->isRemoved) {
                refuse(ErrorCode::NotFound, "wallet", "there is no wallet \"" + id + "\"");
            }
            if (!name.empty()) {
                orThrow(margin::checkName(name));
            }
            const std::string &wanted = name.empty() ? id : name;
            if (std::ranges::any_of(holders, [&](const StoredHolder &other) {
                    return !other.isAccount && !other.isRemoved && other.number != wallet->number
                        && other.wallet.shownName() == wanted;
                })) {
                refuse(ErrorCode::Conflict, "name", "another wallet is called \"" + wanted + "\"");
            }
            setWalletName(m_database.connection(), wallet->number, name == id ? std::string() : name);
        });
    });
}

Result<monitor::Revision> PortfolioStore::revision() const
{
    return attempt([this] {
        SqlStatement s(m_database.connection(), u"SELECT portfolio, alarms, settings FROM revision");
        if (!s.next()) {
            refuse(ErrorCode::DatabaseIsBroken, "database", "the numbers of what changed are missing");
        }
        return monitor::Revision {s.integer(0), s.integer(1), s.integer(2)};
    });
}

} // namespace plimsoll::storage
