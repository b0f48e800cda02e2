// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include <QtCore/QUuid>

#include <algorithm>
#include <set>

namespace plimsoll::monitor {

namespace {

// A price as it is remembered: JSON object of one account's symbols.
std::string pricesJson(const std::vector<SymbolPrice> &prices)
{
    std::string text = "{";
    for (const SymbolPrice &price : prices) {
        text += (text.size() > 1 ? ",\"" : "\"") + price.symbol + "\":\"" + price.price.toString() + '"';
    }
    return text + "}";
}

// A frozen feed answers without saying anything; that a symbol is gone, halted or unusable is news as much as a price.
bool saysSomething(const PriceBatch &batch)
{
    const auto isNews = [](const PriceSample &sample) { return sample.state != margin::PriceState::Stale; };
    return std::ranges::any_of(batch.samples, isNews);
}

} // namespace

Monitor::Monitor(Stores &stores, const Clock &clock, std::unique_ptr<PriceSource> source, Options options)
    : m_stores(stores)
    , m_clock(clock)
    , m_source(source.release())
    , m_options(options)
    , m_role(options.lock, options.alarms.notifier != nullptr, clock)
    , m_feed(options.interval)
    , m_ownTime(clock.bootMs())
    , m_history(options.historyPeriod.count())
    , m_wallets(std::make_shared<const std::vector<margin::Wallet>>())
{
    m_source->setParent(this); // moves along to the engine thread
    m_options.alarms.pollPeriodMs = static_cast<int>(options.interval.count());
    m_alarms = new AlarmService(
        stores, clock, m_options.alarms,
        {[this] { return noticeContext(); }, [this] { publish(m_clock.wallMs()); }, [this] { m_source->pollNow(); },
         [this] { takeRules(); }, [this] { return openAccounts(); },
         [this](const std::string &account) { return knownLevel(account); },
         [this](const Error &error) { Q_EMIT loadFailed(QString::fromStdString(error.message())); }},
        this);
}

void Monitor::start()
{
    QMetaObject::invokeMethod(this, [this] {
        m_timer = new QTimer(this);
        m_timer->setInterval(m_options.tick);
        connect(m_timer, &QTimer::timeout, this, &Monitor::onTick);
        m_timer->start();
        m_startedAt = m_clock.bootMs();
        m_ownTime = OwnTime(m_startedAt);
        connectSource();
        m_role.begin();
        m_alarms->standBy(); // until it is known what alarms stood
        tellRole();
        load();
    });
}

void Monitor::connectSource()
{
    connect(m_source, &PriceSource::batchReady, this, &Monitor::onBatch);
    connect(m_source, &PriceSource::reported, this, &Monitor::onReport);
    connect(m_source, &PriceSource::clockCompared, this, &Monitor::onClock);
    connect(m_source, &PriceSource::listed, this,
            [this](std::shared_ptr<const PriceList> list) { m_list = std::move(list); });
}

void Monitor::replaceSource(std::unique_ptr<PriceSource> source)
{
    source->moveToThread(thread());
    QMetaObject::invokeMethod(this, [this, next = source.release()] {
        m_source->stop();
        m_source->deleteLater();
        m_list.reset(); // another exchange has others
        m_source = next;
        m_source->setParent(this);
        m_source->setInterval(m_options.interval);
        m_source->setUrgent(m_urgent);
        connectSource();
        m_sourceRuns = false;
        wantSymbols();
    });
}

void Monitor::stop()
{
    m_source->stop();
    if (m_timer != nullptr) {
        m_timer->stop();
        m_alarms->stop();
    }
    keepHistory();
}

void Monitor::pollNow()
{
    QMetaObject::invokeMethod(this, [this] { m_source->pollNow(); });
}

void Monitor::networkReturned()
{
    QMetaObject::invokeMethod(this, [this] { m_source->networkReturned(); });
}

void Monitor::setInterval(std::chrono::milliseconds interval)
{
    QMetaObject::invokeMethod(this, [this, interval] {
        m_options.interval = interval;
        m_feed.setInterval(interval);
        m_source->setInterval(interval);
        m_alarms->desk().setPollPeriod(interval.count());
    });
}

void Monitor::setCloseAtLiquidation(bool close)
{
    QMetaObject::invokeMethod(this, [this, close] { m_options.closeAtLiquidation = close; });
}

void Monitor::wantSymbols()
{
    if (!m_loaded) {
        return;
    }
    auto needed = neededSymbols();
    const bool changed = needed != m_wanted;
    m_wanted = std::move(needed);
    m_listening.wants(m_wanted, m_clock.bootMs());
    if (changed || !m_sourceRuns) {
        m_source->setWanted(m_wanted, m_book.quotes().candidateSymbols());
    }
    if (!m_sourceRuns) {
        m_sourceRuns = true;
        m_source->start();
    } else if (changed) {
        m_source->pollNow();
    }
}

void Monitor::onBatch(const PriceBatch &batch)
{
    if (m_role.isMonitor()) {
        lookAtRole(); // an answer may come before the next tick, and another process may have stepped in
    }
    auto &quotes = m_book.quotes();
    noticeInterruption();
    m_batchBoot = batch.asOf;
    m_batchWall = batch.wallTime;
    for (const PriceSample &sample : batch.samples) {
        const margin::SymbolId *symbol = quotes.findSymbol(sample.symbol);
        if (symbol == nullptr) {
            continue; // most of a full price list is not ours
        }
        if (sample.state == margin::PriceState::Known) {
            quotes.setPrice(*symbol, sample.price, batch.asOf, !sample.unconfirmed);
            if (m_options.keepHistory && m_role.isMonitor() && std::ranges::binary_search(m_wanted, sample.symbol)) {
                m_history.notePrice(sample.symbol, sample.price, batch.wallTime);
            }
        } else {
            quotes.setUnusable(*symbol, sample.state);
        }
    }
    if (saysSomething(batch)) {
        m_feed.answered(batch.asOf);
    }
    m_answering = true;
    const bool isFirst = !std::exchange(m_everAnswered, true);
    m_listening.heard(batch);
    judge(batch.wallTime);
    isFirst ? explainAll() : explainAgain();
    m_alarms->desk().answered(m_book, feedFacts());
    m_alarms->desk().lookAtRulePrices(quotes);
    m_alarms->desk().judgeRules(m_book, feedFacts());
    decideAlarms(batch.wallTime);
    if (m_feed.look(m_clock.bootMs(), m_clock.wallMs())) {
        Q_EMIT feedChanged(m_feed.status());
    }
    publish(batch.wallTime);
    if (m_history.due(m_clock.bootMs())) {
        keepHistory();
    }
    if (m_loaded) {
        auto needed = neededSymbols(); // a first full list teaches which routes exist
        if (needed != m_wanted) {
            m_wanted = std::move(needed);
            m_listening.wants(m_wanted, m_clock.bootMs());
            m_source->setWanted(m_wanted, quotes.candidateSymbols());
        }
    }
    if (m_loaded && saysSomething(batch)) {
        m_alarms->pricesCame();
    }
}

void Monitor::onReport(const SourceReport &report)
{
    if (report.kind == SourceReport::Kind::Finished) {
        QMetaObject::invokeMethod(this, &Monitor::sourceFinished, Qt::QueuedConnection); // after what it brought last
    }
    m_feed.reported(report, m_clock.wallMs());
    m_answering = report.kind == SourceReport::Kind::Answered;
    if (report.kind == SourceReport::Kind::Failed || report.kind == SourceReport::Kind::RateLimited) {
        m_listening.failed();
    }
    if (report.kind == SourceReport::Kind::Answered && m_wanted.empty()) {
        m_feed.answered(m_clock.bootMs()); // nothing to price: that it answers is all there is to know
    }
    if (m_feed.look(m_clock.bootMs(), m_clock.wallMs())) {
        Q_EMIT feedChanged(m_feed.status());
        publish(m_clock.wallMs());
    }
}

void Monitor::onTick()
{
    const std::int64_t now = m_clock.bootMs();
    const std::int64_t wall = m_clock.wallMs();
    noticeInterruption();
    m_book.quotes().expire(now - m_feed.staleAfterMs());
    lookAtRole();
    lookAtOwnTime(now);
    explainAgain();
    m_alarms->tick();
    m_alarms->desk().lookAtRulePrices(m_book.quotes());
    judge(wall);
    m_alarms->desk().judgeRules(m_book, feedFacts());
    decideAlarms(wall);
    hurry();
    const bool feedMoved = m_feed.look(now, wall);
    if (feedMoved) {
        Q_EMIT feedChanged(m_feed.status());
    }
    publish(wall); // a beat per tick, so that the screen can tell a quiet engine from a dead one
    if (m_history.due(now)) {
        keepHistory();
    }
    if (m_reloadFailed) {
        refresh();
    }
    lookForOutsideChanges();
}

void Monitor::judge(std::int64_t wallTime)
{
    // Closing an account makes it to be judged once more: a second round tells that it is liquidated.
    for (std::vector<std::uint32_t> settled = m_book.settle(); !settled.empty(); settled = m_book.settle()) {
        m_touched.insert(m_touched.end(), settled.begin(), settled.end());
        for (const std::uint32_t index : settled) {
            if (m_book.verdicts()[index].account) {
                m_alarms->desk().judge(m_book.verdicts()[index], m_book.quotes(), feedFacts());
                announce(index, wallTime);
                closeIfDue(index, wallTime);
            }
        }
    }
}

// From the first answer on, what is missing is missing at the exchange: said at once, also of accounts whose rates did
// not move.
void Monitor::explainAll()
{
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        if (m_book.verdicts()[i].account) {
            m_alarms->desk().judge(m_book.verdicts()[i], m_book.quotes(), feedFacts());
        }
    }
}

void Monitor::announce(std::uint32_t index, std::int64_t wallTime)
{
    const margin::Verdict verdict = m_book.verdicts()[index];
    m_announced.resize(m_book.verdicts().size());
    const bool changed = m_announced[index] != verdict.status;
    if (m_options.keepHistory && m_role.isMonitor()) {
        m_history.note(verdict, sampleTime(m_clock.bootMs()), changed);
    }
    if (!changed) {
        return;
    }
    StatusEvent event {wallTime, verdict.account->id, m_announced[index], verdict.status, levelOf(verdict), {}};
    for (const margin::Balance &balance : verdict.account->balances) {
        const std::string &quote = verdict.account->quoteAsset;
        const margin::Rate rate = m_book.quotes().rateOf(balance.asset, quote);
        if (balance.asset != quote && rate.known()) {
            event.prices.push_back({balance.asset + quote, rate.down});
        }
    }
    m_announced[index] = verdict.status;
    if (m_role.isMonitor()) {
        m_stores.appendStatus({event.time, event.account, event.from, event.to, event.level, pricesJson(event.prices)})
            .then(this, [this](const Result<Done> &written) { m_alarms->ledgerReported("status", written); });
    }
    Q_EMIT statusChanged(event);
}

// What a single wild price says is told, but never booked: the account is judged again once a second answer has said
// the same.
void Monitor::closeIfDue(std::uint32_t index, std::int64_t wallTime)
{
    const margin::Verdict &verdict = m_book.verdicts()[index];
    if (verdict.status != margin::Status::Liquidation || !m_options.closeAtLiquidation || !m_role.isMonitor()) {
        return;
    }
    const auto isConfirmed = [this, &verdict](const margin::Balance &balance) {
        return m_book.quotes().rateOf(balance.asset, verdict.account->quoteAsset).confirmed;
    };
    if (std::ranges::all_of(verdict.account->balances, isConfirmed)) {
        closeLiquidated(index, wallTime);
    }
}

// The decision stands at once in memory; the journal follows, and refuses to close twice.
void Monitor::closeLiquidated(std::uint32_t index, std::int64_t wallTime)
{
    const std::string account = m_book.verdicts()[index].account->id;
    m_book.close(index, wallTime);
    m_closing.insert(account);
    book({QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(),
          account,
          RecordLiquidation {},
          {},
          m_book.quotes().freeze()})
        .then(this, [this, account](const Result<Receipt> &booked) {
            m_closing.erase(account);
            if (!booked && booked.error().code == ErrorCode::AccountClosed) {
                refresh(); // by another process: what stands there is the same
                return;
            }
            m_alarms->ledgerReported("liquidation", booked);
            if (!booked) {
                Q_EMIT loadFailed(QString::fromStdString(booked.error().message()));
            }
        });
}

void Monitor::publish(std::int64_t wallTime)
{
    auto snapshot = std::make_shared<RiskSnapshot>();
    snapshot->sequence = ++m_sequence;
    snapshot->bootTime = m_clock.bootMs();
    snapshot->wallTime = wallTime;
    snapshot->feed = m_feed.status();
    snapshot->source = m_source->name();
    snapshot->role = m_role.role();
    snapshot->loaded = m_loaded;
    snapshot->verdicts = m_book.shareVerdicts();
    snapshot->rates = m_book.quotes().freeze();
    snapshot->wallets = m_wallets;
    snapshot->list = m_list;
    snapshot->alarms = m_alarms->board();
    snapshot->touched = std::exchange(m_touched, {});
    Q_EMIT snapshotReady(snapshot);
}

} // namespace plimsoll::monitor
