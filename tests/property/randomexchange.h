// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace plimsoll::property {

/// A pair of the random exchange. Prices are whole numbers.
struct Pair {
    std::int64_t price = 100;
    WallTime closeTime; ///< of the exchange's clock
    std::int64_t count = 500'000; ///< trades in 24 h
    std::string status = "TRADING";
    bool listed = true;
    int moves = 0; ///< how often the price moved
};

/// What an exchange said last of a pair.
struct Told {
    std::string status; ///< "" = nothing
    std::int64_t lag = 0; ///< behind its own clock at that moment
    std::int64_t count = 0;
    int statusMoves = 0; ///< of the price until the status was told
    int lagMoves = 0; ///< until the time was told
};

/// The market that all hosts show.
struct Market {
    std::map<std::string, Pair> pairs;
    std::map<std::string, Told> told;
    std::int64_t offset = 0; ///< of the exchange's clock against the computer's
};

/// One host of the exchange, in this process, behind a real socket; it misbehaves as it is told.
class RandomExchange final : public QObject
{
    Q_OBJECT

public:
    enum class Fault { None, Down, Broken, Portal, Forbidden, TooMany, NoWords, BrokenWords, Last = BrokenWords };

    RandomExchange(Market &market, const monitor::Clock &clock);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int requests() const { return m_requests; }

    Fault fault = Fault::None;

private:
    struct Answer {
        int status = 200;
        QByteArray body;
        QByteArray headers;
    };

    void onConnection();
    void onRequest(QTcpSocket *socket, const QByteArray &target);
    [[nodiscard]] Answer answerTo(const QUrl &target);
    [[nodiscard]] QByteArray rowsOf(const QByteArray &path, const std::vector<std::string> &symbols);
    [[nodiscard]] WallTime now() const { return m_clock.wallTime() + m_market.offset; }

    Market &m_market;
    const monitor::Clock &m_clock;
    QTcpServer m_server;
    int m_requests = 0;
};

} // namespace plimsoll::property
