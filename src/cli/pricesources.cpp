// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pricesources.h"

#include "cli/datadirectory.h"
#include "cli/inputfile.h"
#include "feed/examplesource.h"
#include "feed/priceurl.h"
#include "feed/replaysource.h"
#include "scenario/referenceexample.h"

namespace plimsoll::cli {

Result<feed::ExchangePollerOptions> pollerOptions(const Arguments &arguments)
{
    feed::ExchangePollerOptions options;
    options.pauses = std::make_shared<feed::HostPauses>(systemClock(),
                                                        feed::HostPauses::fileIn(dataDirectory(arguments)));
    if (arguments.has("price-url")) {
        const auto url = feed::parsePriceUrl(QString::fromStdString(arguments.value("price-url")));
        if (!url) {
            return Error {url.error().code, "--price-url", url.error().detail};
        }
        options.url = *url;
    } else {
        options.fallback = feed::fallbackPriceUrl();
    }
    return options;
}

Result<Story> storyOf(const Arguments &arguments)
{
    Story story;
    story.isExample = arguments.has("example");
    if (story.isExample) {
        story.portfolio = scenario::referenceExample();
    }
    if (!arguments.has("klines")) {
        return story;
    }
    auto portfolio = readPortfolio(arguments.value("portfolio"));
    if (!portfolio) {
        return portfolio.error();
    }
    story.portfolio = std::move(portfolio).value();
    auto candles = readCandles(arguments.options.at("klines"), story.portfolio->accounts);
    if (!candles) {
        return candles.error();
    }
    story.candles = std::move(candles).value();
    return story;
}

std::unique_ptr<monitor::PriceSource> makeSource(const Story &story, const feed::ExchangePollerOptions &options,
                                                 const monitor::Clock &clock)
{
    if (story.isExample) {
        return std::make_unique<feed::ExampleSource>(clock);
    }
    if (!story.candles.empty()) {
        const feed::ReplaySpeed speed {feed::ReplaySpeed::Unit::SamplesPerSecond, static_cast<double>(story.speed)};
        return std::make_unique<feed::ReplaySource>(story.candles, speed, clock);
    }
    return std::make_unique<feed::ExchangePoller>(options, clock);
}

} // namespace plimsoll::cli
