// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"

#include "margin/corrections.h"

#include "margin/profiles.h"

#include <QtTest/QTest>

#include <algorithm>

namespace plimsoll::testlib {

using margin::Account;
using margin::Decimal;
using monitor::JournalRow;
using monitor::Receipt;

void FakeStores::release()
{
    held = heldAll = false;
    for (const auto &act : std::exchange(m_waiting, {})) {
        act();
    }
}

void FakeStores::changed()
{
    ++version.portfolio;
    if (onChange) {
        onChange();
    }
}

Result<Done> FakeStores::failure()
{
    if (failNext) {
        return *std::exchange(failNext, std::nullopt);
    }
    return Done {};
}

Future<Result<margin::Portfolio>> FakeStores::loadPortfolio()
{
    ++loads;
    return answer(Result<margin::Portfolio>(portfolio));
}

Future<Result<monitor::Revision>> FakeStores::dataVersion()
{
    return answer(Result<monitor::Revision>(version));
}

Future<Result<Receipt>> FakeStores::book(monitor::OperationRequest request)
{
    requests.push_back(request);
    return whenFree<Receipt>(held || heldAll, [this, request = std::move(request)] { return bookNow(request); });
}

Future<Result<int>> FakeStores::accrueInterest(WallTime until)
{
    accruals.push_back(until);
    return whenFree<int>(heldAll, [this]() -> Result<int> {
        if (const auto failed = failure(); !failed) {
            return failed.error();
        }
        const int booked = onAccrual ? onAccrual() : 0;
        if (booked > 0) {
            changed();
        }
        return booked;
    });
}

Result<Receipt> FakeStores::bookNow(const monitor::OperationRequest &request, bool isHalf)
{
    if (const auto failed = failure(); !failed) {
        return failed.error();
    }
    if (const auto found = std::ranges::find(rows, request.id, &JournalRow::operationId); found != rows.end()) {
        return Receipt {request.id, true, found->time};
    }
    const auto *reverse = std::get_if<monitor::Reverse>(&request.action);
    std::vector<margin::LedgerRow> booked;
    for (JournalRow &row : rows) {
        if (reverse != nullptr && row.operationId == reverse->operation && row.movesMoney()) {
            booked.push_back(row.row);
            row.reversible = false;
        }
    }
    if (const auto wallet = std::ranges::find(portfolio.wallets, request.account, &margin::Wallet::id);
        wallet != portfolio.wallets.end()) {
        return bookOnWallet(*wallet, request);
    }
    if (std::holds_alternative<monitor::RemoveAccount>(request.action) || (reverse != nullptr && booked.empty())) {
        return removeOrShow(request);
    }
    const auto account = std::ranges::find(portfolio.accounts, request.account, &Account::id);
    if (account == portfolio.accounts.end()) {
        return Error {ErrorCode::NotFound, "account", "no such account"};
    }
    const margin::Rates none;
    const auto booking = reverse != nullptr
        ? margin::bookTakingBack(*account, {booked, {}, {}})
        : monitor::plan(*account, portfolio.wallet(monitor::walletOf(request.action)), request.action,
                        request.rates ? *request.rates : none);
    if (!booking) {
        return booking.error();
    }
    const auto after = margin::apply(*account, *booking);
    if (!after) {
        return after.error();
    }
    *account = *after;
    if (booking->closesAccount) {
        account->liquidatedAt = m_clock.wallTime();
    }
    for (margin::Wallet &wallet : portfolio.wallets) {
        if (auto balances = margin::applyRows(wallet.balances, wallet.id, booking->rows)) {
            wallet.balances = *balances;
        }
    }
    for (const margin::LedgerRow &row : booking->rows) {
        rows.push_back({static_cast<std::int64_t>(rows.size()) + 1, m_clock.wallTime(), request.id, row, request.note});
        rows.back().reversible = reverse == nullptr && row.account == request.account;
        rows.back().movedWith = monitor::movedWith(monitor::fingerprint(request));
    }
    if (const auto half = monitor::otherHalf(request); half && !isHalf) {
        const auto both = bookNow(*half, true);
        return both ? Receipt {request.id, false, m_clock.wallTime()} : both;
    }
    changed();
    return Receipt {request.id, false, m_clock.wallTime()};
}

Result<Receipt> FakeStores::bookOnWallet(margin::Wallet &wallet, const monitor::OperationRequest &request)
{
    if (const auto *correct = std::get_if<monitor::Correct>(&request.action)) {
        const auto corrected = margin::bookWalletCorrection(wallet, correct->balances);
        if (!corrected) {
            return corrected.error();
        }
        for (const margin::LedgerRow &row : *corrected) {
            rows.push_back(
                {static_cast<std::int64_t>(rows.size()) + 1, m_clock.wallTime(), request.id, row, request.note});
        }
        wallet.balances = correct->balances;
    } else {
        std::erase_if(portfolio.wallets, [&](const margin::Wallet &one) { return one.id == request.account; });
    }
    changed();
    return Receipt {request.id, false, m_clock.wallTime()};
}

Future<Result<Done>> FakeStores::changeAccount(monitor::AccountChange change)
{
    return whenFree<Done>(heldAll, [this, change = std::move(change)] { return changeNow(change); });
}

Future<Result<Done>> FakeStores::renameWallet(std::string id, std::string name)
{
    return whenFree<Done>(heldAll, [this, id = std::move(id), name = std::move(name)]() -> Result<Done> {
        if (const auto failed = failure(); !failed) {
            return failed;
        }
        const auto found = std::ranges::find(portfolio.wallets, id, &margin::Wallet::id);
        if (found == portfolio.wallets.end()) {
            return Error {ErrorCode::NotFound, "wallet", id};
        }
        found->name = name == id ? std::string() : name;
        changed();
        return Done {};
    });
}

Future<Result<Done>> FakeStores::announceBars(std::string account, margin::AnnouncedBars bars)
{
    return whenFree<Done>(heldAll, [this, account = std::move(account), bars]() -> Result<Done> {
        const auto found = std::ranges::find(portfolio.accounts, account, &Account::id);
        if (const auto failed = failure(); !failed || found == portfolio.accounts.end()) {
            return failed ? Error {ErrorCode::NotFound, "account", account} : failed;
        }
        if (const auto sound = validated(bars.bars); !sound || bars.from <= m_clock.wallTime()) {
            return sound ? Error {ErrorCode::NotAllowedNow, "from", "that moment has passed"} : sound.error();
        }
        const auto place = std::ranges::lower_bound(found->announced, bars.from, {}, &margin::AnnouncedBars::from);
        if (place != found->announced.end() && place->from == bars.from) {
            return *place == bars ? Result<Done>(Done {}) : Error {ErrorCode::Conflict, "from", "taken"};
        }
        found->announced.insert(place, bars);
        changed();
        return Done {};
    });
}

Future<Result<Done>> FakeStores::withdrawBars(std::string account, WallTime from)
{
    return whenFree<Done>(heldAll, [this, account = std::move(account), from]() -> Result<Done> {
        const auto found = std::ranges::find(portfolio.accounts, account, &Account::id);
        if (const auto failed = failure(); !failed) {
            return failed;
        }
        if (found == portfolio.accounts.end()
            || std::erase_if(found->announced, [from](const auto &bars) { return bars.from == from; }) == 0) {
            return Error {ErrorCode::NotFound, "from", "none"};
        }
        changed();
        return Done {};
    });
}

Future<Result<int>> FakeStores::putBarsInForce(WallTime until)
{
    inForceUntil.push_back(until);
    return whenFree<int>(heldAll, [this, until]() -> Result<int> {
        if (const auto failed = failure(); !failed) {
            return failed.error();
        }
        int count = 0;
        for (Account &account : portfolio.accounts) {
            const Account after = withBarsAt(account, until);
            count += after == account ? 0 : 1;
            account = after;
        }
        if (count > 0) {
            changed();
        }
        return count;
    });
}

Result<Done> FakeStores::changeNow(const monitor::AccountChange &change)
{
    if (const auto failed = failure(); !failed) {
        return failed;
    }
    const auto found = std::ranges::find(portfolio.accounts, change.account.id, &Account::id);
    if (change.isNew == (found != portfolio.accounts.end())) {
        return Error {change.isNew ? ErrorCode::DuplicateEntry : ErrorCode::NotFound, "id", change.account.id};
    }
    if (change.isNew) {
        portfolio.accounts.push_back(change.account);
        for (const margin::LedgerRow &row : margin::openingRows(change.account.id, change.account.balances)) {
            rows.push_back({static_cast<std::int64_t>(rows.size()) + 1,
                            m_clock.wallTime(),
                            "opening-" + change.account.id,
                            row,
                            {}});
        }
    } else {
        Account kept = change.account;
        for (margin::Balance &balance : found->balances) { // of listed assets, as the real stores do
            if (const margin::Balance *wanted = change.account.balance(balance.asset)) {
                balance.dailyInterest = wanted->dailyInterest;
            }
        }
        kept.balances = found->balances;
        kept.contributed = found->contributed;
        kept.announced = found->announced;
        *found = std::move(kept);
    }
    changed();
    return Done {};
}

// Both are one row without an amount.
Result<Receipt> FakeStores::removeOrShow(const monitor::OperationRequest &request)
{
    const bool isRemoval = std::holds_alternative<monitor::RemoveAccount>(request.action);
    std::vector<Account> &from = isRemoval ? portfolio.accounts : removed;
    std::vector<Account> &to = isRemoval ? removed : portfolio.accounts;
    const auto found = std::ranges::find(from, request.account, &Account::id);
    if (found == from.end()) {
        return Error {ErrorCode::NotFound, "account", request.account};
    }
    for (JournalRow &row : rows) {
        row.reversible = row.reversible && row.row.account != request.account;
        row.holder.isRemoved = row.row.account == request.account ? isRemoval : row.holder.isRemoved;
    }
    JournalRow row {static_cast<std::int64_t>(rows.size()) + 1, m_clock.wallTime(), request.id, {}, request.note};
    row.row.account = request.account;
    row.row.kind = isRemoval ? margin::EntryKind::Removal : margin::EntryKind::Reversal;
    row.holder = {true, isRemoval, found->name, found->mode, found->symbol, found->baseAsset, found->quoteAsset};
    row.reversible = isRemoval;
    rows.push_back(std::move(row));
    to.push_back(*found);
    from.erase(found);
    changed();
    return Receipt {request.id, false, m_clock.wallTime()};
}

Future<Result<Done>> FakeStores::importPortfolio(margin::Portfolio imported)
{
    return whenFree<Done>(heldAll, [this, imported = std::move(imported)]() -> Result<Done> {
        if (const auto failed = failure(); !failed) {
            return failed;
        }
        const auto add = [](auto &to, const auto &from) {
            for (const auto &one : from) {
                if (std::ranges::find(to, one.id, [](const auto &o) { return o.id; }) == to.end()) {
                    to.push_back(one);
                }
            }
        };
        add(portfolio.accounts, imported.accounts);
        add(portfolio.wallets, imported.wallets);
        changed();
        return Done {};
    });
}

Future<Result<std::vector<JournalRow>>> FakeStores::journal(monitor::JournalFilter filter)
{
    filters.push_back(filter);
    std::vector<JournalRow> found;
    for (const JournalRow &row : rows) {
        const QString all = QString::fromStdString(row.row.account + ' ' + row.row.asset + ' ' + row.note + ' '
                                                   + row.operationId + ' '
                                                   + std::string(margin::entryKindWord(row.row.kind)));
        if ((filter.account.empty() || filter.account == row.row.account)
            && all.contains(filter.text, Qt::CaseInsensitive)) {
            found.push_back(row);
        }
    }
    if (filter.limit > 0 && static_cast<int>(found.size()) > filter.limit) {
        found.erase(found.begin(), found.end() - filter.limit);
    }
    return answer(Result<std::vector<JournalRow>>(std::move(found)));
}

Future<Result<std::vector<margin::Profile>>> FakeStores::profiles()
{
    return answer(Result<std::vector<margin::Profile>>(ownProfiles));
}

Future<Result<Done>> FakeStores::saveProfile(margin::Profile profile)
{
    return whenFree<Done>(heldAll, [this, profile = std::move(profile)]() -> Result<Done> {
        if (const auto failed = failure(); !failed) {
            return failed;
        }
        ownProfiles.push_back(profile);
        return Done {};
    });
}

Future<Result<std::vector<margin::PreparedPlan>>> FakeStores::plans()
{
    return answer(Result<std::vector<margin::PreparedPlan>>(keptPlans));
}

Future<Result<Done>> FakeStores::savePlan(margin::PreparedPlan plan)
{
    if (const auto failed = failure(); !failed) {
        return answer(failed);
    }
    const auto sound = validated(plan);
    const auto hasItsName = [&plan](const margin::PreparedPlan &kept) {
        return kept.account == plan.account && kept.name == plan.name && kept.id != plan.id;
    };
    if (!sound || std::ranges::any_of(keptPlans, hasItsName)) {
        return answer(Result<Done>(sound ? Error {ErrorCode::Conflict, "name", "taken"} : sound.error()));
    }
    const auto found = std::ranges::find(keptPlans, plan.id, &margin::PreparedPlan::id);
    found == keptPlans.end() ? keptPlans.push_back(plan) : void(*found = plan);
    return answer(Result<Done>(Done {}));
}

Future<Result<Done>> FakeStores::removePlan(std::string id)
{
    if (std::erase_if(keptPlans, [&id](const margin::PreparedPlan &plan) { return plan.id == id; }) == 0) {
        return answer(Result<Done>(Error {ErrorCode::NotFound, "id", "there is no plan \"" + id + "\""}));
    }
    return answer(Result<Done>(Done {}));
}

Future<Result<QHash<QString, QString>>> FakeStores::settings()
{
    return answer(Result<QHash<QString, QString>>(values));
}

Future<Result<Done>> FakeStores::setSetting(QString key, QString value)
{
    if (const auto failed = failure(); !failed) {
        return answer(failed);
    }
    values.insert(key, value);
    return answer(Result<Done>(Done {}));
}

Future<Result<Done>> FakeStores::appendHistory(monitor::HistoryBatch batch)
{
    history.push_back(std::move(batch));
    return answer(historyFails ? Result<Done>(*historyFails) : Result<Done>(Done {}));
}

Future<Result<Done>> FakeStores::appendStatus(monitor::StatusRecord record)
{
    Q_UNUSED(record)
    return answer(historyFails ? Result<Done>(*historyFails) : Result<Done>(Done {}));
}

Future<Result<std::vector<monitor::LevelPoint>>> FakeStores::levelHistory(std::string account, WallTime from,
                                                                          WallTime to, int maxPoints)
{
    Q_UNUSED(account)
    Q_UNUSED(from)
    Q_UNUSED(to)
    Q_UNUSED(maxPoints)
    return answer(Result<std::vector<monitor::LevelPoint>>(levels));
}

Future<Result<monitor::LevelTrack>> FakeStores::levelTrack(std::string account, WallTime from, WallTime to,
                                                           std::int64_t width)
{
    monitor::LevelTrack all;
    for (const monitor::HistoryBatch &batch : history) {
        for (const monitor::LevelRecord &record : batch.levels) {
            if (record.account == account && record.point.level && record.point.time <= to) {
                all.add(monitor::LevelSample {record.point.time, *record.point.level});
            }
        }
        for (const monitor::SpanRecord &record : batch.spans) {
            if (record.account == account && record.span.begin <= to) {
                all.add(record.span);
            }
        }
    }
    all.coarsen(width > 0 ? width : monitor::LevelTrack::widthFor(to - std::max(from, all.first())));
    all.dropBefore(from);
    return answer(Result<monitor::LevelTrack>(std::move(all)));
}

Future<Result<monitor::LevelTracks>> FakeStores::levelTracks(WallTime from, WallTime to, std::int64_t width)
{
    ++trackQuestions;
    if (tracksFail) {
        return answer(Result<monitor::LevelTracks>(*tracksFail));
    }
    monitor::LevelTracks tracks;
    for (const margin::Account &account : portfolio.accounts) {
        tracks.emplace(account.id, levelTrack(account.id, from, to, width).result().value());
    }
    return answer(Result<monitor::LevelTracks>(std::move(tracks)));
}

Future<Result<std::vector<monitor::BalanceRepair>>> FakeStores::balanceRepairs(std::int64_t after)
{
    std::vector<monitor::BalanceRepair> found;
    std::ranges::copy_if(repairs, std::back_inserter(found),
                         [after](const auto &repair) { return repair.sequence > after; });
    return answer(Result<std::vector<monitor::BalanceRepair>>(std::move(found)));
}

Future<Result<std::vector<monitor::StatusRecord>>> FakeStores::statusHistory(std::string account, int limit)
{
    Q_UNUSED(limit)
    std::vector<monitor::StatusRecord> found;
    std::ranges::copy_if(statuses, std::back_inserter(found),
                         [&account](const auto &record) { return record.account == account; });
    return answer(Result<std::vector<monitor::StatusRecord>>(std::move(found)));
}

Future<Result<std::vector<monitor::BarChange>>> FakeStores::barChanges(std::string account, int limit)
{
    Q_UNUSED(limit)
    std::vector<monitor::BarChange> found;
    std::ranges::copy_if(barChangesKept, std::back_inserter(found),
                         [&account](const auto &change) { return account.empty() || change.account == account; });
    return answer(Result<std::vector<monitor::BarChange>>(std::move(found)));
}

Future<Result<std::vector<monitor::KeptPrices>>> FakeStores::keptPrices(WallTime from, WallTime to)
{
    std::vector<monitor::KeptPrices> kept;
    const monitor::Period all = period(from, to).result().value();
    for (const monitor::PricePeriod &entry : all.prices) {
        kept.push_back({entry.symbol, {}});
        for (const monitor::PriceRecord &record : entry.prices) {
            kept.back().prices.push_back({record.time, record.price, 1});
        }
    }
    return answer(Result<std::vector<monitor::KeptPrices>>(std::move(kept)));
}

Future<Result<std::vector<monitor::KeptPrice>>> FakeStores::symbolPrices(std::string symbol, WallTime from, WallTime to,
                                                                         std::int64_t width)
{
    Q_UNUSED(width)
    const auto all = keptPrices(from, to).result().value();
    const auto found = std::ranges::find(all, symbol, &monitor::KeptPrices::symbol);
    return answer(Result<std::vector<monitor::KeptPrice>>(found == all.end() ? std::vector<monitor::KeptPrice>()
                                                                             : found->prices));
}

Future<Result<monitor::Period>> FakeStores::period(WallTime from, WallTime to)
{
    monitor::Period period {from, to, {}, {}, {}, {}};
    for (const margin::Account &account : portfolio.accounts) {
        std::vector<monitor::StatusRecord> changes;
        std::ranges::copy_if(statuses, std::back_inserter(changes), [&](const monitor::StatusRecord &record) {
            return record.account == account.id && record.time >= from && record.time <= to;
        });
        period.accounts.push_back({account, levelTrack(account.id, from, to).result().value(), std::move(changes)});
    }
    for (const monitor::HistoryBatch &batch : history) {
        for (const monitor::PriceRecord &record : batch.prices) {
            auto known = std::ranges::find(period.prices, record.symbol, &monitor::PricePeriod::symbol);
            if (record.time >= from && record.time <= to) {
                known = known == period.prices.end() ? period.prices.insert(known, {record.symbol, {}}) : known;
                known->prices.push_back(record);
            }
        }
    }
    return answer(failNext ? Result<monitor::Period>(*std::exchange(failNext, {}))
                           : Result<monitor::Period>(std::move(period)));
}

FakeMonitor::FakeMonitor()
{
    stores.onChange = [this] { publish(); };
}

void FakeMonitor::setPrice(const std::string &symbol, const std::string &price)
{
    auto &quotes = m_book.quotes();
    const margin::SymbolId id = quotes.internSymbol(symbol);
    if (price.empty()) {
        quotes.setUnusable(id, margin::PriceState::Missing);
    } else {
        quotes.setPrice(id, dec(price.c_str()), clock.bootTime());
    }
}

void FakeMonitor::publish()
{
    const auto known = m_book.verdicts();
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].account && stores.portfolio.account(known[i].account->id) == nullptr) {
            m_book.remove(std::string(known[i].account->id));
        }
    }
    for (const Account &account : stores.portfolio.accounts) {
        const std::size_t *slot = m_book.find(account.id);
        if (slot == nullptr || !(*m_book.verdicts()[*slot].account == account)) {
            m_book.upsert(std::make_shared<Account>(account));
        }
    }
    m_book.evaluate();
    auto snapshot = std::make_shared<monitor::RiskSnapshot>();
    snapshot->sequence = ++m_sequence;
    snapshot->bootTime = clock.bootTime();
    snapshot->wallTime = clock.wallTime() + storyShift;
    snapshot->feed = feed;
    snapshot->source = QStringLiteral("test");
    snapshot->loaded = true;
    snapshot->verdicts = m_book.shareVerdicts();
    snapshot->rates = m_book.quotes().freeze();
    snapshot->list = list;
    snapshot->alarms = alarms;
    const auto before = relay.current();
    const bool sameWallets = before && before->wallets && *before->wallets == stores.portfolio.wallets;
    snapshot->wallets = sameWallets ? before->wallets
                                    : std::make_shared<const std::vector<margin::Wallet>>(stores.portfolio.wallets);
    relay.offer(std::move(snapshot));
}

void FakeMonitor::evaluate()
{
    publish();
    QTRY_VERIFY(relay.current() && relay.current()->sequence == m_sequence);
}

Decimal dec(const char *text)
{
    return Decimal::parseSigned(text).value();
}

margin::Portfolio referencePortfolio()
{
    const margin::Profile &profile = *margin::findBuiltInProfile("faq-2020-5x");
    const auto balance = [](const char *asset, const char *free, const char *borrowed) {
        return margin::Balance {asset, dec(free), {}, dec(borrowed), {}, {}};
    };
    const auto isolated = [&](const char *base, const char *id) {
        Account account;
        account.id = id;
        account.name = std::string("User B ") + base;
        account.owner = "B";
        account.mode = margin::MarginMode::Isolated;
        account.baseAsset = base;
        account.quoteAsset = "USDT";
        account.symbol = std::string(base) + "USDT";
        account.profile = profile.name;
        account.thresholds = profile.thresholds;
        account.contributed = dec("200");
        account.balances = {balance(base, "5", "0"), balance("USDT", "0", "800")};
        return account;
    };
    Account cross;
    cross.id = "a-cross";
    cross.name = "User A";
    cross.owner = "A";
    cross.quoteAsset = "USDT";
    cross.profile = profile.name;
    cross.thresholds = profile.thresholds;
    cross.contributed = dec("400");
    cross.balances = {balance("ETH", "5", "0"), balance("BCH", "5", "0"), balance("USDT", "0", "1600")};
    return {{cross, isolated("ETH", "b-ethusdt"), isolated("BCH", "b-bchusdt")},
            {{"spot", {balance("USDT", "1000", "0")}}}};
}

} // namespace plimsoll::testlib
