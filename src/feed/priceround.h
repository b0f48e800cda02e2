// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/batchmaker.h"
#include "feed/exchangewords.h"
#include "feed/freshnessguard.h"
#include "feed/httpfetcher.h"
#include "feed/pricedoubts.h"
#include "feed/symbolbook.h"
#include "feed/symbolquestions.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/pricesource.h"

#include <QtCore/QObject>

#include <deque>
#include <optional>

namespace plimsoll::feed {

/// How a round at one host ended.
struct RoundEnd {
    enum class Kind {
        Answered,
        Failed,
        Paused, ///< the host asked to be left alone until `until`
        Blocked, ///< it refuses this place or this computer
    };
    Kind kind = Kind::Answered;
    QString detail; ///< plain English, fit for a log line
    WallTime until;
};

/// What the rounds of one poller share, and remember from one to the next. All outlive them.
struct RoundMemory {
    SymbolBook &book;
    FreshnessGuard &guard;
    ExchangeWords &words;
    PriceDoubts &doubts;
};

/// One round of requests at one host, one after the other: the prices that the book wants; what the exchange says about
/// their pairs; prices in doubt once more, and then at another host. A pair about which nothing was asked yet is told
/// only together with that. Engine thread only. ended() comes once per begin(), never from inside it; not after
/// abort().
class PriceRound final : public QObject
{
    Q_OBJECT

public:
    PriceRound(const RoundMemory &memory, const monitor::Clock &clock, std::chrono::milliseconds deadline,
               QObject *parent = nullptr);

    /// Requires: !busy(). `other`: a host for a second opinion.
    void begin(const QUrl &host, const std::optional<QUrl> &other);
    void abort();

    [[nodiscard]] bool busy() const { return m_step != Step::None; }

    /// A round runs, and its prices are on their way still.
    [[nodiscard]] bool awaitsPrices() const { return busy() && m_step < Step::Words; }

    /// The round priced everything that is wanted, not only what is needed.
    [[nodiscard]] bool hadFullList() const { return m_hadFullList; }

Q_SIGNALS:
    void batchReady(const plimsoll::monitor::PriceBatch &batch);
    void listed(std::shared_ptr<const plimsoll::monitor::PriceList> list);
    void weighed(int used);
    void clockCompared(std::int64_t leastErrorMs);
    /// The host of the second opinion refuses this place.
    void otherBlocked(const QUrl &host);
    /// A host asked for a pause until then, wall ms, after the prices had come: the round is answered all the same.
    void pausedLater(const QUrl &host, WallTime untilWall);
    void ended(const plimsoll::feed::RoundEnd &end);

private:
    enum class Step { None, Ping, FullList, Symbols, Words, Again, Other };

    void send(Step step, const QUrl &host, const QString &path, const QString &query = {});
    void onAnswer(const HttpAnswer &answer);
    void onPause(Step step, WallTime until, int status);
    void onError(Step step, const QString &error);
    void onRefusal(Step step, int status, const wire::ExchangeError &refusal);
    void onPrices(Step step, const QByteArray &body);
    void onFullList(const std::vector<wire::TickerItem> &items);
    void onSymbols(const std::vector<wire::TickerItem> &items);
    void onSecondPrices(Step step, const std::vector<wire::TickerItem> &items);
    void onSecondAnswer(Step step, const std::optional<wire::TickerItem> &item);
    void notePriced(const std::vector<wire::TickerItem> &items);
    void askSymbols();
    void takeBad();
    void pricesAreHere();
    void askWords();
    void askAgain();
    void compareClocks(const HttpAnswer &answer, WallTime newestClose);
    void deliver();
    void fail(const QString &detail);
    void end(RoundEnd::Kind kind, const QString &detail = {}, WallTime until = 0);

    RoundMemory m_memory;
    const monitor::Clock &m_clock;
    std::chrono::milliseconds m_deadline;
    HttpFetcher m_fetcher;
    QUrl m_host;
    std::optional<QUrl> m_other;
    Step m_step = Step::None;
    BootTime m_sentAt; // of the request in flight
    int m_requests = 0; // of prices
    SymbolQuestions m_questions;
    std::optional<BatchMaker> m_maker;
    std::deque<std::string> m_doubtful;
    std::vector<std::string> m_again; // asked for together with the one in doubt
    std::optional<std::int64_t> m_clockError; // the best that this round's answers say
    bool m_hadFullList = false;
    bool m_active = false; // between begin() and ended() or abort(), which a listener may call
};

} // namespace plimsoll::feed
