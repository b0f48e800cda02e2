// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/announcedbarsstore.h"

#include "storage/file/crashpoint.h"
#include "storage/ledger/portfoliowriter.h"
#include "storage/ledger/seal.h"
#include "storage/tables/barchanges.h"

#include <algorithm>

namespace plimsoll::storage {

using margin::Account;
using margin::AnnouncedBars;

namespace {

StoredHolder visibleAccount(const QSqlDatabase &database, const std::string &id)
{
    auto holder = readHolder(database, id);
    if (!holder || holder->isRemoved || !holder->isAccount) {
        refuse(ErrorCode::NotFound, "account", "there is no account \"" + id + "\"");
    }
    return std::move(*holder);
}

} // namespace

bool putBarsInForce(const QSqlDatabase &database, StoredHolder &holder, WallTime until)
{
    const std::vector<AnnouncedBars> announced = holder.account.announced;
    const Account after = withBarsAt(holder.account, until);
    const std::size_t begun = announced.size() - after.announced.size();
    if (begun == 0) {
        return false;
    }
    margin::Thresholds before = holder.account.thresholds;
    for (std::size_t i = 0; i < begun; ++i) {
        noteBarChange(database, holder.number, before, announced[i].bars, announced[i].from);
        before = announced[i].bars;
    }
    holder.account = after;
    writeAnnouncedBars(database, holder.number, after.announced);
    updateAccount(database, holder.number, after);
    return true;
}

AnnouncedBarsStore::AnnouncedBarsStore(Database &database)
    : m_database(database)
{
}

Result<Done> AnnouncedBarsStore::announce(const std::string &account, const AnnouncedBars &bars, WallTime now)
{
    return attempt([&] {
        orThrow(margin::validated(bars.bars));
        m_database.write([&] {
            const StoredHolder holder = visibleAccount(m_database.connection(), account);
            std::vector<AnnouncedBars> announced = holder.account.announced;
            const auto place = std::ranges::lower_bound(announced, bars.from, {}, &AnnouncedBars::from);
            if (place != announced.end() && *place == bars) {
                return; // a repeat
            }
            if (place != announced.end() && place->from == bars.from) {
                refuse(ErrorCode::Conflict, "from", "other bars are announced for that moment");
            }
            if (bars.from <= now) {
                refuse(ErrorCode::NotAllowedNow, "from", "that moment has passed: change the bars of the account");
            }
            announced.insert(place, bars);
            writeAnnouncedBars(m_database.connection(), holder.number, announced);
            sealHolder(m_database.connection(), holder.number);
        });
    });
}

Result<Done> AnnouncedBarsStore::withdraw(const std::string &account, WallTime from)
{
    return attempt([&] {
        m_database.write([&] {
            const StoredHolder holder = visibleAccount(m_database.connection(), account);
            std::vector<AnnouncedBars> announced = holder.account.announced;
            if (std::erase_if(announced, [from](const AnnouncedBars &bars) { return bars.from == from; }) == 0) {
                refuse(ErrorCode::NotFound, "from", "no bars are announced for that moment");
            }
            writeAnnouncedBars(m_database.connection(), holder.number, announced);
            sealHolder(m_database.connection(), holder.number);
        });
    });
}

Result<int> AnnouncedBarsStore::putInForce(WallTime until)
{
    return attempt([&] {
        const int changed = m_database.write([&] {
            int accounts = 0;
            for (StoredHolder &holder : readHolders(m_database.connection())) {
                if (holder.isAccount && !holder.isRemoved && putBarsInForce(m_database.connection(), holder, until)) {
                    ++accounts;
                }
            }
            crashPoint("before_bars");
            return accounts;
        });
        crashPoint("after_bars");
        return changed;
    });
}

} // namespace plimsoll::storage
