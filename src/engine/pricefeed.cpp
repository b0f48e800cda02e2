// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pricefeed.h"

#include <algorithm>
#include <utility>

namespace plimsoll::monitor {

PriceFeed::PriceFeed(std::unique_ptr<PriceSource> source, std::chrono::milliseconds interval, const Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_source(source.release())
    , m_interval(interval)
    , m_freshness(interval)
    , m_ownTime(clock.bootTime())
{
    m_source->setParent(this); // moves along to the engine thread
}

void PriceFeed::begin()
{
    m_startedAt = m_clock.bootTime();
    m_ownTime = OwnTime(m_startedAt);
    connectSource();
}

void PriceFeed::connectSource()
{
    connect(m_source, &PriceSource::batchReady, this, &PriceFeed::onBatch);
    connect(m_source, &PriceSource::reported, this, &PriceFeed::onReport);
    connect(m_source, &PriceSource::clockCompared, this, &PriceFeed::clockCompared);
    connect(m_source, &PriceSource::listed, this,
            [this](std::shared_ptr<const PriceList> list) { m_list = std::move(list); });
}

void PriceFeed::want(std::vector<std::string> symbols, const std::vector<std::string> &candidates, bool urgently)
{
    const bool isChanged = symbols != m_wanted;
    if (m_runs && !isChanged) {
        return;
    }
    m_wanted = std::move(symbols);
    m_listening.wants(m_wanted, m_clock.bootTime());
    m_source->setWanted(m_wanted, candidates);
    if (!std::exchange(m_runs, true)) {
        m_source->start();
    } else if (urgently) {
        m_source->pollNow();
    }
}

void PriceFeed::replace(PriceSource *source)
{
    m_source->stop();
    m_source->deleteLater();
    m_list.reset(); // another exchange has others
    m_source = source;
    m_source->setParent(this);
    m_source->setInterval(m_interval);
    m_source->setUrgent(m_urgent);
    connectSource();
    m_runs = false;
}

void PriceFeed::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    m_freshness.setInterval(interval);
    m_source->setInterval(interval);
}

void PriceFeed::setUrgent(bool urgent)
{
    if (urgent != std::exchange(m_urgent, urgent)) {
        m_source->setUrgent(urgent);
    }
}

void PriceFeed::pollNow()
{
    m_source->pollNow();
}

void PriceFeed::networkReturned()
{
    m_source->networkReturned();
}

void PriceFeed::stop()
{
    m_source->stop();
}

// After a hole nothing was said yet: the observations start anew.
void PriceFeed::tick()
{
    const BootTime now = m_clock.bootTime();
    m_listening.missed(m_ownTime.look(now).missed);
    m_listening.tick(now);
    m_answering = m_answering && !m_listening.isHoled();
}

bool PriceFeed::look()
{
    const bool isChanged = m_freshness.look(m_clock.bootTime(), m_clock.wallTime());
    if (isChanged) {
        Q_EMIT changed(m_freshness.status());
    }
    return isChanged;
}

void PriceFeed::onBatch(const PriceBatch &batch)
{
    if (saysSomething(batch)) {
        m_freshness.answered(batch.asOf);
    }
    m_answering = true;
    m_listening.heard(batch);
    Q_EMIT batchReady(batch, !std::exchange(m_everAnswered, true));
}

void PriceFeed::onReport(const SourceReport &report)
{
    if (report.kind == SourceReport::Kind::Finished) {
        QMetaObject::invokeMethod(this, &PriceFeed::finished, Qt::QueuedConnection);
    }
    m_freshness.reported(report, m_clock.wallTime());
    m_answering = report.kind == SourceReport::Kind::Answered;
    if (report.kind == SourceReport::Kind::Failed || report.kind == SourceReport::Kind::RateLimited) {
        m_listening.failed();
    }
    if (report.kind == SourceReport::Kind::Answered && m_wanted.empty()) {
        m_freshness.answered(m_clock.bootTime()); // nothing to price: that it answers is all there is to know
    }
    Q_EMIT reported();
}

bool PriceFeed::isWanted(const std::string &symbol) const
{
    return std::ranges::binary_search(m_wanted, symbol);
}

bool PriceFeed::takeExplained()
{
    return m_listening.takeChanged();
}

FeedFacts PriceFeed::facts() const
{
    const BootTime newest = m_freshness.status().lastAnswer;
    return {m_everAnswered && !m_listening.isHoled(), m_answering,
            m_listening.silentSince(std::max(newest, m_startedAt)), &m_listening};
}

BootTime PriceFeed::oldestUsable() const
{
    return m_clock.bootTime() - m_freshness.staleAfterMs();
}

QString PriceFeed::sourceName() const
{
    return m_source->name();
}

bool PriceFeed::saysSomething(const PriceBatch &batch)
{
    return std::ranges::any_of(batch.samples,
                               [](const PriceSample &sample) { return sample.state != margin::PriceState::Stale; });
}

} // namespace plimsoll::monitor
