// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/optionvalues.h"
#include "cli/pricesources.h"
#include "cli/watch.h"
#include "feed/pollschedule.h"
#include "ports/process.h"
#include "storage/file/monitorlockfile.h"
#include "storage/storagethread.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

#include <cstdio>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

namespace {

// A story must not touch the person's accounts, nor write its past into their history: it has a database of its own
// kind.
storage::OpenRules rulesOf(const Story &story)
{
    if (!story.ends()) {
        return {storage::Purpose::Real, false};
    }
    return {story.isExample ? storage::Purpose::Example : storage::Purpose::Replay, true};
}

// Opens the database, and puts a story's people into an empty one.
Result<Done> prepare(storage::StorageThread &stores, const Story &story)
{
    if (const auto opened = stores.opened().result(); !opened || !story.portfolio) {
        return opened;
    }
    const auto loaded = stores.loadPortfolio().result();
    if (!loaded) {
        return loaded.error();
    }
    return loaded->accounts.empty() ? stores.importPortfolio(*story.portfolio).result() : Result<Done>(Done {});
}

// As the person set it, as far as a terminal can: it has no window that could ask for attention.
monitor::AlarmPreferences preferencesFor(bool rings, const QHash<QString, QString> &settings)
{
    auto preferences = monitor::AlarmPreferences::fromSettings(settings);
    if (!rings) {
        preferences.enabled = {};
    }
    preferences.enabled.add(alarm::Channel::Screen);
    preferences.enabled.remove(alarm::Channel::Attention);
    preferences.enabled.remove(alarm::Channel::MiniWindow);
    return preferences;
}

// A story has prices and a pace of its own.
void tellWhatIsNotUsed(const Arguments &arguments, const Story &story)
{
    for (const char *option : {"price-url", "interval"}) {
        if (story.ends() && arguments.has(option)) {
            std::fputs((std::string("plimsoll-cli: --") + option + " is not used: what is played has its own prices\n")
                           .c_str(),
                       stderr);
        }
    }
}

} // namespace

int watchCommand(const Arguments &arguments)
{
    auto exchange = pollerOptions(arguments);
    const auto interval = wholeNumber(arguments, "interval", 5000,
                                      static_cast<int>(feed::PollSchedule::kShortest.count()),
                                      static_cast<int>(feed::PollSchedule::kLongest.count()));
    const auto seconds = wholeNumber(arguments, "for", 0, 1, std::numeric_limits<int>::max() / 1000);
    const auto speed = wholeNumber(arguments, "speed", 20, 1, 1000);
    if (!exchange) {
        fail(exchange.error());
        return kUsage;
    }
    for (const auto *number : {&interval, &seconds, &speed}) {
        if (!*number) {
            fail(number->error());
            return kUsage;
        }
    }
    exchange.value().interval = std::chrono::milliseconds(*interval);
    auto story = storyOf(arguments);
    if (!story) {
        return fail(story.error());
    }
    story.value().speed = *speed;
    tellWhatIsNotUsed(arguments, *story);
    const auto ownFolder = story->ends() ? std::make_unique<QTemporaryDir>() : nullptr;
    // Where TMPDIR names nothing, Qt would take the root folder.
    if (ownFolder && (QDir::tempPath().isEmpty() || !ownFolder->isValid())) {
        return fail({ErrorCode::CannotOpen, "temporary folder",
                     "it cannot be used; TMPDIR names another: " + ownFolder->errorString().toStdString()});
    }
    std::optional<monitor::EndingLimit> ending; // ends last
    const monitor::EndingSignals signals([] { QCoreApplication::quit(); });
    const monitor::Clock &clock = systemClock();
    const QString folder = ownFolder ? ownFolder->path() : dataDirectory(arguments);
    storage::MonitorLockFile lock(folder); // until everything of this process is stored
    storage::StorageThread stores(folder, clock, rulesOf(*story));
    if (const auto prepared = prepare(stores, *story); !prepared) {
        return fail(prepared.error());
    }
    const auto settings = stores.settings().result();
    if (!settings) {
        return fail(settings.error());
    }
    const bool rings = arguments.has("ring");
    const Watch::Options options {arguments.has("json"), rings, preferencesFor(rings, *settings),
                                  std::move(exchange).value()};
    Watch watch(options, *story, {stores, clock, story->ends() ? nullptr : &lock});
    const int code = watch.run(*seconds);
    ending.emplace("the engine");
    return code;
}

} // namespace plimsoll::cli
