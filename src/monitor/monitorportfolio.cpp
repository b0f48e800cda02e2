// SPDX-License-Identifier: GPL-3.0-or-later
// What Monitor knows of the person's accounts: reading them, and the commands that change them.
#include "monitor/monitor.h"

#include <QtCore/QPromise>

#include <algorithm>
#include <set>

namespace plimsoll::monitor {

namespace {

template<typename T>
Error errorOf(const Result<T> &result)
{
    return result.error();
}

} // namespace

// Alarms come first: an account judged before its old alarm is known would raise it as new. Where they cannot be read
// it is told, and watching begins without them.
void Monitor::load()
{
    m_stores.loadAlarms().then(this, [this, load = ++m_loads](const Result<StoredAlarms> &stored) {
        if (load != m_loads) {
            return; // another part has begun since
        }
        if (m_role.isMonitor()) {
            begin(stored);
        } else {
            m_alarms->mirror(stored.valueOr({}));
            refresh();
        }
    });
}

// The future that a caller holds finishes only after the engine has taken the change in, so that "booked" means "in the
// next snapshot".
template<typename Write>
auto Monitor::thenReload(Write write) -> decltype(write())
{
    using Answer = decltype(write().result());
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    ++m_ownWrites;
    const auto finish = [this, promise](const Answer &answer) {
        --m_ownWrites;
        promise->addResult(answer);
        promise->finish();
    };
    write().then(this, [this, finish](const Answer &written) {
        if (!written) {
            finish(written);
            return;
        }
        reload().then(this, [finish, written](const Result<Done> &reloaded) {
            finish(reloaded ? written : Answer(errorOf(reloaded)));
        });
    });
    return promise->future();
}

QFuture<Result<Receipt>> Monitor::book(OperationRequest request)
{
    return thenReload([&] { return m_stores.book(std::move(request)); });
}

QFuture<Result<Done>> Monitor::changeAccount(AccountChange change)
{
    return thenReload([&] { return m_stores.changeAccount(std::move(change)); });
}

QFuture<Result<Done>> Monitor::importPortfolio(margin::Portfolio portfolio)
{
    return thenReload([&] { return m_stores.importPortfolio(std::move(portfolio)); });
}

void Monitor::refresh()
{
    reload().then(this, [](const Result<Done> &) {}); // told there, and tried again with the next tick
}

QFuture<Result<Done>> Monitor::reload()
{
    const auto revision = m_stores.dataVersion(); // asked first: what is committed in between shows as a change
    return m_stores.loadPortfolio().then(
        this, [this, revision](const Result<margin::Portfolio> &loaded) -> Result<Done> {
            if (!loaded && !m_reloadFailed) { // told once; onTick() goes on trying
                Q_EMIT loadFailed(QString::fromStdString(loaded.error().message()));
            }
            m_reloadFailed = !loaded;
            m_alarms->ledgerReported("database", loaded);
            if (!loaded) {
                return loaded.error();
            }
            if (const auto seen = revision.result()) { // answered before the load, as calls are served in order
                m_seen.portfolio = std::max(m_seen.portfolio, seen->portfolio);
            }
            adoptPortfolio(*loaded);
            return Done {};
        });
}

void Monitor::adoptPortfolio(margin::Portfolio portfolio)
{
    std::set<std::string> present;
    for (margin::Account &account : portfolio.accounts) {
        present.insert(account.id);
        if (m_closing.contains(account.id) && !account.liquidatedAt) {
            continue; // read before its liquidation was booked
        }
        const std::size_t *slot = m_book.find(account.id);
        if (slot == nullptr || *m_book.verdicts()[*slot].account != account) {
            m_book.upsert(std::make_shared<const margin::Account>(std::move(account)));
        }
    }
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const auto &account = m_book.verdicts()[i].account;
        if (account && !present.contains(account->id)) {
            m_alarms->desk().remove(account->id);
            m_history.forget(account->id);
            m_book.remove(std::string(account->id));
            m_announced[i].reset();
        }
    }
    m_announced.resize(m_book.verdicts().size());
    m_wallets = std::make_shared<const std::vector<margin::Wallet>>(std::move(portfolio.wallets));
    m_loaded = true;
    wantSymbols();
    judge(m_clock.wallMs());
    decideAlarms(m_clock.wallMs());
    publish(m_clock.wallMs());
}

void Monitor::lookForOutsideChanges()
{
    if (m_lookingOutside) {
        return;
    }
    m_lookingOutside = true;
    m_stores.dataVersion().then(this, [this](const Result<Revision> &now) {
        m_lookingOutside = false;
        m_alarms->ledgerReported("changes", now);
        if (!now || !m_loaded) {
            return;
        }
        if (now->portfolio > m_seen.portfolio && m_ownWrites == 0) {
            m_seen.portfolio = now->portfolio;
            refresh();
        }
        m_alarms->lookedOutside(now->alarms);
    });
}

} // namespace plimsoll::monitor
