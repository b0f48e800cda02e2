// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/monitor.h"

#include "ports/logging.h"
#include "ports/promise.h"

#include <QtCore/QUuid>

#include <algorithm>
#include <utility>

namespace plimsoll::monitor {

namespace {
constexpr std::chrono::milliseconds kAskPause {50}; // between two looks while the monitor is asked to hand over
} // namespace

Monitor::Monitor(Stores &stores, const Clock &clock, std::unique_ptr<PriceSource> source, Options options)
    : m_stores(stores)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_role(m_options.lock, m_options.alarms.notifier != nullptr, clock)
    , m_feed(new PriceFeed(std::move(source), m_options.interval, clock, this))
    , m_loader(new PortfolioLoader(stores, this))
    , m_time(clock)
    , m_interest(new InterestKeeper(stores, m_time, *m_loader, this))
    , m_bars(new BarsKeeper(stores, m_time, *m_loader, this))
    , m_history(clock, m_options.historyPeriod)
    , m_wallets(std::make_shared<const std::vector<margin::Wallet>>())
{
    m_options.alarms.pollPeriodMs = static_cast<int>(m_options.interval.count());
    m_alarms = new AlarmService(stores, clock, m_options.alarms, this);
    connectParts();
}

void Monitor::connectParts()
{
    connect(m_feed, &PriceFeed::batchReady, this, &Monitor::onBatch);
    connect(m_feed, &PriceFeed::reported, this, [this] {
        if (m_feed->look()) {
            step(m_clock.wallTime());
        }
    });
    connect(m_feed, &PriceFeed::changed, this, &Monitor::feedChanged);
    connect(m_feed, &PriceFeed::finished, this, &Monitor::sourceFinished);
    connect(m_feed, &PriceFeed::clockCompared, m_alarms, &AlarmService::reportClock);
    connect(m_feed, &PriceFeed::clockCompared, this, [this](std::int64_t error) { m_time.compare(error); });
    connect(m_interest, &InterestKeeper::reported, m_alarms, &AlarmService::reportLedger);
    connect(m_bars, &BarsKeeper::reported, m_alarms, &AlarmService::reportLedger);
    connect(m_loader, &PortfolioLoader::loaded, this, &Monitor::onPortfolio);
    connect(m_loader, &PortfolioLoader::failed, this, &Monitor::loadFailed);
    connect(m_loader, &PortfolioLoader::reported, m_alarms, &AlarmService::reportLedger);
    connect(m_loader, &PortfolioLoader::alarmsChanged, m_alarms, &AlarmService::lookedOutside);
    connect(m_alarms, &AlarmService::changed, this, [this] { step(m_clock.wallTime()); });
    connect(m_alarms, &AlarmService::rulesChanged, this, [this] { wantSymbols(true); }); // of other prices, perhaps
    connect(m_alarms, &AlarmService::refused, this, &Monitor::loadFailed);
    connect(m_alarms, &AlarmService::woken, this, [this] {
        onTick();
        m_feed->pollNow();
    });
}

void Monitor::start()
{
    QMetaObject::invokeMethod(this, [this] {
        m_timer = new QTimer(this);
        m_timer->setInterval(m_options.tick);
        connect(m_timer, &QTimer::timeout, this, &Monitor::onTick);
        m_timer->start();
        m_feed->begin();
        m_role.begin();
        m_alarms->standBy(); // until it is known what alarms stood
        announceRole();
        load();
    });
}

void Monitor::stop()
{
    m_feed->stop();
    if (m_timer != nullptr) {
        m_timer->stop();
        m_alarms->stop();
    }
    writeHistory();
}

Future<Result<Receipt>> Monitor::book(OperationRequest request)
{
    return m_loader->thenReload([&] { return m_stores.book(std::move(request)); });
}

Future<Result<Done>> Monitor::changeAccount(AccountChange change)
{
    return m_loader->thenReload([&] { return m_stores.changeAccount(std::move(change)); });
}

Future<Result<Done>> Monitor::importPortfolio(margin::Portfolio portfolio)
{
    return m_loader->thenReload([&] { return m_stores.importPortfolio(std::move(portfolio)); });
}

Future<Result<Done>> Monitor::renameWallet(std::string id, std::string name)
{
    return m_loader->thenReload([&] { return m_stores.renameWallet(std::move(id), std::move(name)); });
}

Future<Result<Done>> Monitor::announceBars(std::string account, margin::AnnouncedBars bars)
{
    return m_loader->thenReload([&] { return m_stores.announceBars(std::move(account), bars); });
}

Future<Result<Done>> Monitor::withdrawBars(std::string account, WallTime from)
{
    return m_loader->thenReload([&] { return m_stores.withdrawBars(std::move(account), from); });
}

Future<margin::QuoteBoard> Monitor::quotes()
{
    const Promise<margin::QuoteBoard> promise;
    QMetaObject::invokeMethod(this, [this, promise] { promise.finish(m_book.quotes()); });
    return promise.future();
}

void Monitor::pollNow()
{
    QMetaObject::invokeMethod(this, [this] { m_feed->pollNow(); });
}

void Monitor::networkReturned()
{
    QMetaObject::invokeMethod(this, [this] { m_feed->networkReturned(); });
}

void Monitor::setInterval(std::chrono::milliseconds interval)
{
    QMetaObject::invokeMethod(this, [this, interval] {
        m_feed->setInterval(interval);
        m_alarms->setPollPeriod(interval.count());
    });
}

void Monitor::setCloseAtLiquidation(bool close)
{
    QMetaObject::invokeMethod(this, [this, close] { m_options.closeAtLiquidation = close; });
}

void Monitor::replaceSource(std::unique_ptr<PriceSource> source)
{
    source->moveToThread(thread());
    QMetaObject::invokeMethod(this, [this, next = source.release()] {
        m_feed->replace(next);
        wantSymbols(true);
    });
}

void Monitor::takeOver()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_timer == nullptr) {
            return; // not started
        }
        m_role.ask();
        lookAtRole();
        publish(m_clock.wallTime());
    });
}

// Everything that is decided at one moment, whatever began it.
void Monitor::step(WallTime wallTime)
{
    evaluate(wallTime);
    m_alarms->judgeRules(m_book, m_feed->facts());
    m_alarms->decide(noticeContext(wallTime));
    m_feed->look();
    publish(wallTime);
    if (m_history.due()) {
        writeHistory();
    }
}

void Monitor::evaluate(WallTime wallTime)
{
    // Closing an account makes it to be judged once more: a second round tells that it is liquidated.
    for (std::vector<std::uint32_t> touched = m_book.evaluate(); !touched.empty(); touched = m_book.evaluate()) {
        m_touched.insert(m_touched.end(), touched.begin(), touched.end());
        for (const std::uint32_t slot : touched) {
            if (m_book.verdicts()[slot].account) {
                evaluateOne(slot, wallTime);
            }
        }
    }
}

void Monitor::evaluateOne(std::uint32_t slot, WallTime wallTime)
{
    const margin::Verdict &verdict = m_book.verdicts()[slot];
    m_alarms->judge(verdict, m_book.quotes(), m_feed->facts());
    const auto event = m_statuses.look(slot, verdict, m_book.quotes(), wallTime);
    if (m_options.keepHistory && m_role.isMonitor()) {
        m_history.note(verdict, event.has_value());
    }
    if (event && m_role.isMonitor()) {
        m_stores.appendStatus(recordOf(*event)).then(this, [this](const Result<Done> &written) {
            m_alarms->reportLedger("status", written.hasValue());
        });
    }
    if (event) {
        Q_EMIT statusChanged(*event);
    }
    closeIfDue(slot, wallTime);
}

// For accounts whose rates did not move: from the first answer on, what is missing is missing at the exchange, and why
// an account is unknown may change by what the source says.
void Monitor::evaluateAgain(bool onlyUnknown)
{
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const margin::Verdict &verdict = m_book.verdicts()[i];
        if (verdict.account && (!onlyUnknown || verdict.status == margin::Status::Unknown)) {
            m_alarms->judge(verdict, m_book.quotes(), m_feed->facts());
        }
    }
}

// What a single wild price says is told, but never booked: the account is judged again once a second answer has said
// the same.
void Monitor::closeIfDue(std::uint32_t slot, WallTime wallTime)
{
    const margin::Verdict &verdict = m_book.verdicts()[slot];
    if (verdict.status != margin::Status::Liquidation || !m_options.closeAtLiquidation || !m_role.isMonitor()) {
        return;
    }
    const auto isConfirmed = [this, &verdict](const margin::Balance &balance) {
        return m_book.quotes().rateOf(balance.asset, verdict.account->quoteAsset).confirmed;
    };
    if (std::ranges::all_of(verdict.account->balances, isConfirmed)) {
        closeLiquidated(slot, wallTime);
    }
}

// The decision stands at once in memory; the journal follows, and refuses to close twice.
void Monitor::closeLiquidated(std::uint32_t slot, WallTime wallTime)
{
    const std::string account = m_book.verdicts()[slot].account->id;
    m_book.close(slot, wallTime);
    m_closing.insert(account);
    const std::string operation = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    book({operation, account, RecordLiquidation {}, {}, m_book.quotes().freeze()})
        .then(this, [this, account](const Result<Receipt> &booked) {
            m_closing.erase(account);
            if (!booked && booked.error().code == ErrorCode::AccountClosed) {
                m_loader->refresh(); // by another process: what stands there is the same
                return;
            }
            m_alarms->reportLedger("liquidation", booked.hasValue());
            if (!booked) {
                Q_EMIT loadFailed(QString::fromStdString(booked.error().message()));
            }
        });
}

void Monitor::publish(WallTime wallTime)
{
    auto snapshot = std::make_shared<RiskSnapshot>();
    snapshot->sequence = ++m_sequence;
    snapshot->bootTime = m_clock.bootTime();
    snapshot->wallTime = wallTime;
    snapshot->feed = m_feed->status();
    snapshot->source = m_feed->sourceName();
    snapshot->role = m_role.role();
    snapshot->loaded = m_loader->isLoaded();
    snapshot->verdicts = m_book.shareVerdicts();
    snapshot->rates = m_book.quotes().freeze();
    snapshot->wallets = m_wallets;
    snapshot->list = m_feed->list();
    snapshot->alarms = m_alarms->board(m_book);
    snapshot->touched = std::exchange(m_touched, {});
    Q_EMIT snapshotReady(snapshot);
}

void Monitor::writeHistory()
{
    const HistoryBatchPtr batch = m_options.keepHistory ? m_history.take(m_book) : nullptr;
    if (!batch) {
        return;
    }
    Q_EMIT historyTaken(batch);
    m_stores.appendHistory(*batch)
        .then([](const Result<Done> &written) {
            if (!written) { // said here too: at the end no alarm can be raised any more
                qCWarning(lcEngine, "the history could not be written: %s", written.error().message().c_str());
            }
            return written;
        })
        .then(this, [this](const Result<Done> &written) { m_alarms->reportLedger("history", written.hasValue()); });
}

void Monitor::onBatch(const PriceBatch &batch, bool isFirst)
{
    if (m_role.isMonitor()) {
        lookAtRole(); // an answer may come before the next tick, and another process may have stepped in
    }
    m_history.beat();
    m_history.begin(batch);
    auto &quotes = m_book.quotes();
    for (const PriceSample &sample : batch.samples) {
        const margin::SymbolId *symbol = quotes.findSymbol(sample.symbol);
        if (symbol == nullptr) {
            continue; // most of a full price list is not ours
        }
        if (sample.state != margin::PriceState::Known) {
            quotes.setUnusable(*symbol, sample.state);
            continue;
        }
        quotes.setPrice(*symbol, sample.price, batch.asOf, !sample.unconfirmed);
        if (m_options.keepHistory && m_role.isMonitor() && m_feed->isWanted(sample.symbol)) {
            m_history.notePrice(sample);
        }
    }
    evaluate(batch.wallTime);
    if (isFirst || m_feed->takeExplained()) {
        evaluateAgain(!isFirst);
    }
    m_alarms->answered(m_book, m_feed->facts());
    step(batch.wallTime);
    if (m_loader->isLoaded()) {
        wantSymbols(false); // a first full list teaches which routes exist
    }
    if (m_loader->isLoaded() && PriceFeed::saysSomething(batch) && m_alarms->asksAboutGap()) {
        m_alarms->askAboutGap(openAccounts());
    }
}

void Monitor::onTick()
{
    m_history.beat();
    m_book.quotes().expire(m_feed->oldestUsable());
    lookAtRole();
    m_feed->tick();
    if (m_feed->takeExplained()) {
        evaluateAgain(true);
    }
    const GapWatch::Tick passed = m_alarms->lookForGap();
    if (passed.jumped) {
        m_feed->pollNow();
    }
    if (passed.gap) {
        m_alarms->noteGap(*passed.gap, openAccounts(), {});
    }
    m_alarms->tick();
    step(m_clock.wallTime()); // a beat per tick, so that the screen can tell a quiet engine from a dead one
    m_feed->setUrgent(isUrgent());
    m_loader->look();
    if (m_options.addsInterest && m_role.isMonitor()) {
        m_interest->look();
    }
    if (m_options.putsBarsInForce && m_role.isMonitor()) {
        m_bars->look(m_book);
    }
}

void Monitor::onPortfolio(const margin::Portfolio &portfolio)
{
    for (const margin::Account &account : portfolio.accounts) {
        if (m_closing.contains(account.id) && !account.liquidatedAt) {
            continue; // read before its liquidation was booked
        }
        const std::size_t *slot = m_book.find(account.id);
        if (slot == nullptr || *m_book.verdicts()[*slot].account != account) {
            m_book.upsert(std::make_shared<const margin::Account>(account));
        }
    }
    removeAccounts(portfolio);
    m_wallets = std::make_shared<const std::vector<margin::Wallet>>(portfolio.wallets);
    wantSymbols(true);
    step(m_clock.wallTime());
}

void Monitor::removeAccounts(const margin::Portfolio &present)
{
    std::set<std::string> ids;
    for (const margin::Account &account : present.accounts) {
        ids.insert(account.id);
    }
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const auto account = m_book.verdicts()[i].account;
        if (account && !ids.contains(account->id)) {
            m_alarms->remove(account->id);
            m_history.forget(account->id);
            m_book.remove(account->id);
            m_statuses.forget(i);
        }
    }
}

// Those of the routes in use, and those that a person's own alarms name.
void Monitor::wantSymbols(bool urgently)
{
    if (!m_loader->isLoaded()) {
        return;
    }
    auto needed = m_book.quotes().neededSymbols();
    for (const alarm::Rule &rule : m_alarms->rules()) {
        if (rule.enabled && !rule.symbol.empty()) {
            m_book.quotes().internSymbol(rule.symbol);
            needed.push_back(rule.symbol);
        }
    }
    std::ranges::sort(needed);
    const auto repeated = std::ranges::unique(needed);
    needed.erase(repeated.begin(), repeated.end());
    m_feed->want(std::move(needed), m_book.quotes().candidateSymbols(), urgently);
}

// An account that owes and is close to its call, or was not judged yet: the source must not be long in coming back.
bool Monitor::isUrgent() const
{
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const auto &account = m_book.verdicts()[i].account;
        if (account && account->hasDebt() && !account->liquidatedAt && m_alarms->needsPrices(account->id)) {
            return true;
        }
    }
    return false;
}

void Monitor::lookAtRole()
{
    switch (m_role.look()) {
    case RoleKeeper::Step::None:
        if (!m_role.isMonitor()) {
            mirror();
        }
        break;
    case RoleKeeper::Step::Take: load(); break;
    case RoleKeeper::Step::HandOver: handOver(); break;
    case RoleKeeper::Step::Lost:
        m_alarms->handOver();
        m_history.stopWatching();
        load();
        break;
    }
    announceRole();
    if (m_role.isAsking() && !std::exchange(m_looksOften, true)) {
        QTimer::singleShot(kAskPause, this, [this] {
            m_looksOften = false;
            lookAtRole();
        });
    }
}

void Monitor::announceRole()
{
    if (m_role.role() != m_announcedRole) {
        m_announcedRole = m_role.role();
        Q_EMIT roleChanged(m_announcedRole);
    }
}

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
            m_loader->refresh();
        }
    });
}

// What alarms stood is known: from here on this process decides, keeps and tells them. The portfolio comes after that:
// it may be read at once, and an account judged before its old alarm is known would overwrite that. A stand-by knows
// accounts and prices already; as monitor it judges them as after a start.
void Monitor::begin(const Result<StoredAlarms> &stored)
{
    const bool isKnown = m_loader->isLoaded();
    m_alarms->restore(stored.valueOr({}));
    m_alarms->reportLedger("alarms", stored.hasValue());
    m_loader->reload().then(
        this, [this, stored](const Result<Done> &) { m_alarms->begin(stored.valueOr({}), openAccounts()); });
    if (!isKnown) {
        return;
    }
    const WallTime wall = m_clock.wallTime();
    m_statuses.forgetAll();
    for (std::uint32_t slot = 0; slot < m_book.verdicts().size(); ++slot) {
        if (m_book.verdicts()[slot].account) {
            evaluateOne(slot, wall);
        }
    }
    step(wall);
}

// The moment before was decided and told; its records are on their way to the disk. The lock is free when they have
// arrived, so that the next monitor goes on from them.
void Monitor::handOver()
{
    m_alarms->handOver();
    writeHistory();
    m_history.stopWatching();
    m_stores.markWatch({m_clock.wallTime(), true}).then(this, [this](const Result<Done> &) { m_role.handedOver(); });
    load();
}

void Monitor::mirror()
{
    if (std::exchange(m_mirroring, true)) {
        return;
    }
    m_stores.loadAlarms().then(this, [this](const Result<StoredAlarms> &stored) {
        m_mirroring = false;
        if (!stored || m_role.isMonitor()) {
            return;
        }
        m_alarms->mirror(*stored);
        if (stored->states != m_mirrored) {
            m_mirrored = stored->states;
            publish(m_clock.wallTime());
        }
    });
}

NoticeContext Monitor::noticeContext(WallTime wallTime)
{
    NoticeContext context(m_book, m_book.quotes().freeze());
    context.nowBoot = m_clock.bootTime();
    context.nowWall = wallTime;
    return context;
}

GapQuestion Monitor::openAccounts() const
{
    GapQuestion question;
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const auto &account = m_book.verdicts()[i].account;
        if (account && account->hasDebt() && !account->liquidatedAt) {
            question.accounts.push_back(*account);
        }
    }
    question.symbols = m_book.quotes().neededSymbols();
    return question;
}

} // namespace plimsoll::monitor
