// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/simulation.h"
#include "margin/account.h"

#include <map>
#include <string>
#include <vector>

/// Accounts and markets of a few words.
namespace bookkit {

struct Amount {
    std::string asset;
    std::string held = "0";
    std::string owed = "0";
    std::string dailyInterest = {}; ///< "" = none
};

/// A cross account with the bars 1.25, 1.10, 1.05.
plimsoll::margin::Account cross(const std::string &id, const std::vector<Amount> &amounts,
                                const std::string &quote = "USDT");

using Prices = std::map<std::string, std::string>; ///< by symbol

plimsoll::chance::Book book(const std::vector<plimsoll::margin::Account> &accounts, const Prices &prices);

/// Every asset of the book without history, at this sigma and drift, all pairs with one correlation.
plimsoll::chance::MarketModel market(const plimsoll::chance::Book &book, double sigma, double drift = 0,
                                     double correlation = 0);

/// simulate() with geometric Brownian motion unless another method is named. Requires: it is not stopped.
plimsoll::chance::Chances simulated(const plimsoll::chance::Book &book, const plimsoll::chance::MarketModel &market,
                                    const plimsoll::chance::SimulationOptions &options,
                                    plimsoll::chance::Method method = plimsoll::chance::Method::Gbm);

/// Probability that geometric Brownian motion touches a price within `years`: of ratio = bar / price now, below where
/// it is below 1. Source: Harrison, "Brownian Motion and Stochastic Flow Systems" (1985), 1.8.
double barrierProbability(double ratio, double sigma, double drift, double years);

} // namespace bookkit
