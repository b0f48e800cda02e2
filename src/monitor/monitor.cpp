// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include <QtCore/QPromise>
#include <QtCore/QUuid>

#include <algorithm>
#include <set>

namespace plimsoll::monitor {

namespace {

template<typename T>
Error errorOf(const Result<T> &result)
{
    return result.error();
}

// A price as it is remembered: JSON object of one account's symbols.
std::string pricesJson(const std::vector<SymbolPrice> &prices)
{
    std::string text = "{";
    for (const SymbolPrice &price : prices) {
        text += (text.size() > 1 ? ",\"" : "\"") + price.symbol + "\":\"" + price.price.toString() + '"';
    }
    return text + "}";
}

} // namespace

Monitor::Monitor(Stores &stores, const Clock &clock, std::unique_ptr<PriceSource> source, Options options)
    : m_stores(stores)
    , m_clock(clock)
    , m_source(source.release())
    , m_options(options)
    , m_feed(options.interval)
    , m_wallets(std::make_shared<const std::vector<margin::Wallet>>())
{
    m_source->setParent(this); // moves along to the engine thread
}

void Monitor::start()
{
    QMetaObject::invokeMethod(this, [this] {
        m_timer = new QTimer(this);
        m_timer->setInterval(m_options.tick);
        connect(m_timer, &QTimer::timeout, this, &Monitor::onTick);
        m_timer->start();
        connectSource();
        lookForOutsideChanges(); // before the load: what is committed from here on shows as a change
        reload();
    });
}

void Monitor::connectSource()
{
    connect(m_source, &PriceSource::batchReady, this, &Monitor::onBatch);
    connect(m_source, &PriceSource::reported, this, &Monitor::onReport);
}

void Monitor::replaceSource(std::unique_ptr<PriceSource> source)
{
    source->moveToThread(thread());
    QMetaObject::invokeMethod(this, [this, next = source.release()] {
        m_source->stop();
        m_source->deleteLater();
        m_source = next;
        m_source->setParent(this);
        m_source->setInterval(m_options.interval);
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
    }
    if (m_options.keepHistory && !m_history.empty()) {
        auto batch = m_history.take(m_clock.bootMs());
        m_stores.appendHistory(std::move(batch.levels), std::move(batch.prices));
    }
}

// The future that a caller holds finishes only after the engine has taken the change in, so that "booked" means "in the next snapshot".
template<typename T>
QFuture<Result<T>> Monitor::thenReload(QFuture<Result<T>> done)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    done.then(this, [this, promise](const Result<T> &result) {
        if (!result) {
            promise->addResult(result);
            promise->finish();
            return;
        }
        reload().then(this, [promise, result](const Result<Done> &reloaded) {
            promise->addResult(reloaded ? result : Result<T>(errorOf(reloaded)));
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<Result<Receipt>> Monitor::book(OperationRequest request)
{
    return thenReload(m_stores.book(std::move(request)));
}

QFuture<Result<Done>> Monitor::changeAccount(AccountChange change)
{
    return thenReload(m_stores.changeAccount(std::move(change)));
}

QFuture<Result<Done>> Monitor::removeAccount(std::string id)
{
    return thenReload(m_stores.removeAccount(std::move(id)));
}

QFuture<Result<Done>> Monitor::importPortfolio(margin::Portfolio portfolio)
{
    return thenReload(m_stores.importPortfolio(std::move(portfolio)));
}

void Monitor::pollNow()
{
    QMetaObject::invokeMethod(this, [this] { m_source->pollNow(); });
}

void Monitor::setInterval(std::chrono::milliseconds interval)
{
    QMetaObject::invokeMethod(this, [this, interval] {
        m_options.interval = interval;
        m_feed.setInterval(interval);
        m_source->setInterval(interval);
    });
}

void Monitor::setCloseAtLiquidation(bool close)
{
    QMetaObject::invokeMethod(this, [this, close] { m_options.closeAtLiquidation = close; });
}

QFuture<Result<Done>> Monitor::reload()
{
    return m_stores.loadPortfolio().then(this, [this](const Result<margin::Portfolio> &loaded) -> Result<Done> {
        if (!loaded && !m_reloadFailed) { // told once; onTick() goes on trying
            Q_EMIT loadFailed(QString::fromStdString(loaded.error().message()));
        }
        m_reloadFailed = !loaded;
        if (!loaded) {
            return loaded.error();
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
            m_book.remove(std::string(account->id));
            m_announced[i].reset();
        }
    }
    m_announced.resize(m_book.verdicts().size());
    m_wallets = std::make_shared<const std::vector<margin::Wallet>>(std::move(portfolio.wallets));
    m_loaded = true;
    wantSymbols();
    judge(m_clock.wallMs());
    publish(m_clock.wallMs());
}

void Monitor::wantSymbols()
{
    if (!m_loaded) {
        return;
    }
    auto needed = m_book.quotes().neededSymbols();
    const bool changed = needed != m_wanted;
    m_wanted = std::move(needed);
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
    auto &quotes = m_book.quotes();
    for (const PriceSample &sample : batch.samples) {
        const margin::SymbolId *symbol = quotes.findSymbol(sample.symbol);
        if (symbol == nullptr) {
            continue; // most of a full price list is not ours
        }
        if (sample.state == margin::PriceState::Known) {
            quotes.setPrice(*symbol, sample.price, batch.asOf);
            if (m_options.keepHistory && std::ranges::binary_search(m_wanted, sample.symbol)) {
                m_history.notePrice(sample.symbol, sample.price, batch.wallTime);
            }
        } else {
            quotes.setUnusable(*symbol, sample.state);
        }
    }
    const auto isKnown = [](const PriceSample &sample) { return sample.state == margin::PriceState::Known; };
    if (std::ranges::any_of(batch.samples, isKnown)) { // a frozen feed answers without saying anything
        m_feed.answered(batch.asOf);
    }
    judge(batch.wallTime);
    if (m_feed.look(m_clock.bootMs(), m_clock.wallMs())) {
        Q_EMIT feedChanged(m_feed.status());
    }
    publish(batch.wallTime);
    if (m_loaded) {
        auto needed = quotes.neededSymbols(); // a first full list teaches which routes exist
        if (needed != m_wanted) {
            m_wanted = std::move(needed);
            m_source->setWanted(m_wanted, quotes.candidateSymbols());
        }
    }
}

void Monitor::onReport(const SourceReport &report)
{
    if (report.kind == SourceReport::Kind::Finished) {
        QMetaObject::invokeMethod(this, &Monitor::sourceFinished, Qt::QueuedConnection); // after what it brought last
    }
    m_feed.reported(report, m_clock.wallMs());
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
    m_book.quotes().expire(now - m_feed.staleAfterMs());
    judge(wall);
    const bool feedMoved = m_feed.look(now, wall);
    if (feedMoved) {
        Q_EMIT feedChanged(m_feed.status());
    }
    publish(wall); // a beat per tick, so that the screen can tell a quiet engine from a dead one
    if (m_options.keepHistory && m_history.due(now)) {
        auto batch = m_history.take(now);
        m_stores.appendHistory(std::move(batch.levels), std::move(batch.prices));
    }
    if (m_reloadFailed) {
        reload();
    }
    lookForOutsideChanges();
}

void Monitor::lookForOutsideChanges()
{
    if (m_lookingOutside) {
        return;
    }
    m_lookingOutside = true;
    m_stores.dataVersion().then(this, [this](const Result<std::int64_t> &version) {
        m_lookingOutside = false;
        if (!version) {
            return;
        }
        const bool changed = m_dataVersion != -1 && m_dataVersion != *version;
        m_dataVersion = *version;
        if (changed) {
            reload();
        }
    });
}

void Monitor::judge(std::int64_t wallTime)
{
    // Closing an account makes it to be judged once more: a second round tells that it is liquidated.
    for (std::vector<std::uint32_t> settled = m_book.settle(); !settled.empty(); settled = m_book.settle()) {
        m_touched.insert(m_touched.end(), settled.begin(), settled.end());
        for (const std::uint32_t index : settled) {
            if (m_book.verdicts()[index].account) {
                announce(index, wallTime);
            }
        }
    }
}

void Monitor::announce(std::uint32_t index, std::int64_t wallTime)
{
    const margin::Verdict verdict = m_book.verdicts()[index];
    m_announced.resize(m_book.verdicts().size());
    const bool changed = m_announced[index] != verdict.status;
    if (m_options.keepHistory) {
        m_history.note(verdict, wallTime, changed);
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
    m_stores.appendStatus({event.time, event.account, event.from, event.to, event.level, pricesJson(event.prices)});
    Q_EMIT statusChanged(event);
    if (verdict.status == margin::Status::Liquidation && m_options.closeAtLiquidation) {
        closeLiquidated(index, wallTime);
    }
}

// The decision stands at once in memory; the journal follows. The operation id is made of the account alone: closing twice is a repeat.
void Monitor::closeLiquidated(std::uint32_t index, std::int64_t wallTime)
{
    const std::string account = m_book.verdicts()[index].account->id;
    static const QUuid kNamespace = QUuid::fromString(QLatin1String("6f6b5b0c-6d6f-4f0e-9c53-2b8f6f0c2a11"));
    const QUuid id = QUuid::createUuidV5(kNamespace, QByteArray::fromStdString(account));
    m_book.close(index, wallTime);
    m_closing.insert(account);
    m_stores.book({id.toString(QUuid::WithoutBraces).toStdString(), account, RecordLiquidation {}, {}, m_book.quotes().freeze()})
        .then(this, [this, account](const Result<Receipt> &booked) {
            if (booked) {
                reload().then(this, [this, account](const Result<Done> &) { m_closing.erase(account); });
            } else {
                m_closing.erase(account);
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
    snapshot->loaded = m_loaded;
    snapshot->verdicts = m_book.shareVerdicts();
    snapshot->rates = m_book.quotes().freeze();
    snapshot->wallets = m_wallets;
    snapshot->touched = std::exchange(m_touched, {});
    Q_EMIT snapshotReady(snapshot);
}

} // namespace plimsoll::monitor
