// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "feed/priceurl.h"
#include "ports/ownestimates.h"
#include "scenario/referenceexample.h"
#include "viewmodels/common/settingkeys.h"

#include <QtCore/QDir>

#include <sqlite3.h>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace plimsoll::app {

namespace {

using viewmodels::SettingKeys;

// The window makes its data directory where there is none yet; the example has a database of its own kind.
storage::OpenRules rulesOf(const CommandLine &line)
{
    return {line.example ? storage::Purpose::Example : storage::Purpose::Real, true};
}

} // namespace

Result<std::unique_ptr<Composition>> Composition::make(const CommandLine &line, monitor::MonitorLock &lock,
                                                       const std::function<void(const QString &)> &useLanguage)
{
    auto composition = std::unique_ptr<Composition>(new Composition(line, lock));
    if (const auto prepared = composition->prepare(); !prepared) {
        return prepared.error();
    }
    useLanguage(composition->storedSettings().value(SettingKeys::language));
    composition->assemble();
    composition->m_engine->start();
    return composition;
}

Composition::Composition(const CommandLine &line, monitor::MonitorLock &lock)
    : m_line(line)
    , m_lock(lock)
    , m_stores(std::make_unique<storage::StorageThread>(line.dataDir, m_clock, rulesOf(line)))
{
}

Result<Done> Composition::prepare()
{
    if (const auto opened = m_stores->opened().result(); !opened || !m_line.example) {
        return opened;
    }
    auto loaded = m_stores->loadPortfolio().result();
    if (!loaded) {
        return loaded.error();
    }
    const auto isClosed = [](const margin::Account &account) { return account.liquidatedAt.has_value(); };
    if (std::ranges::any_of(loaded->accounts, isClosed)) { // the story was played to its end: it begins again
        if (const auto started = startExampleOver(); !started) {
            return started;
        }
        loaded = m_stores->loadPortfolio().result();
        if (!loaded) {
            return loaded.error();
        }
    }
    return loaded->accounts.empty() ? m_stores->importPortfolio(scenario::referenceExample()).result()
                                    : Result<Done>(Done {});
}

Result<Done> Composition::startExampleOver()
{
    const auto settings = storedSettings();
    m_stores.reset();
    QDir(m_line.dataDir).removeRecursively();
    m_stores = std::make_unique<storage::StorageThread>(m_line.dataDir, m_clock, rulesOf(m_line));
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (const auto kept = m_stores->setSetting(it.key(), it.value()).result(); !kept) {
            return kept;
        }
    }
    return Done {};
}

QHash<QString, QString> Composition::storedSettings()
{
    return m_stores->settings().result().valueOr({});
}

void Composition::assemble()
{
    const auto settings = storedSettings();
    m_pauses = std::make_shared<feed::HostPauses>(m_clock, feed::HostPauses::fileIn(m_line.dataDir));
    m_intervalMs = m_line.pollIntervalMs.value_or(
        qBound(SettingKeys::kShortestIntervalMs,
               settings.value(SettingKeys::intervalMs, QString::number(SettingKeys::kDefaultIntervalMs)).toInt(),
               SettingKeys::kLongestIntervalMs));
    m_notifications = std::make_unique<Notifications>(m_line, m_clock, settings);
    m_engine = std::make_unique<assembly::EngineAssembly>(
        assembly::EngineAssembly::Parts {*m_stores, m_clock, m_notifications->notifier(), gapSource()}, makeSource(),
        monitorOptions(settings));
    m_app = std::make_unique<viewmodels::AppViewModel>(
        monitor(), monitor().alarms(), *m_stores, m_relay, m_clock,
        viewmodels::AppViewModel::Options {
            m_line.example, m_line.dataDir, QStringLiteral(PLIMSOLL_VERSION), QLocale(), m_example.get(),
            settings.value(SettingKeys::layout), settings.value(SettingKeys::folder),
            settings.value(monitor::kOwnBetasKey.toString()), settings.value(monitor::kOwnCorrelationsKey.toString())});
    connectEngine();
    m_notifications->connectParts({monitor(), *m_stores, m_relay, *m_app, std::chrono::milliseconds(m_intervalMs)});
    connectSettings();
}

monitor::Monitor::Options Composition::monitorOptions(const QHash<QString, QString> &settings)
{
    monitor::Monitor::Options options;
    options.interval = std::chrono::milliseconds(m_intervalMs);
    if (m_line.example) {
        options.historyPeriod = std::chrono::milliseconds(0); // every step of the story is a moment of its own
    }
    options.closeAtLiquidation = m_line.example || settings.value(SettingKeys::closeAtLiquidation) == u"1"_s;
    options.addsInterest = !m_line.example; // and the setting, which whoever books reads
    options.putsBarsInForce = true;
    options.lock = &m_lock;
    options.alarms = m_notifications->options();
    return options;
}

Composition::~Composition()
{
    if (m_notifications) {
        m_notifications->disconnectScreen();
    }
    if (m_app) {
        m_app->layout()->flush();
    }
    m_app.reset();
    m_engine.reset();
    m_notifications.reset(); // the engine sent through it
    m_stores.reset(); // after what the engine wrote last
}

std::unique_ptr<monitor::PriceSource> Composition::makeSource()
{
    if (m_line.example) {
        auto source = std::make_unique<feed::ExampleSource>(m_clock);
        m_example = std::make_unique<ExampleDriver>(*source);
        return source;
    }
    const auto settings = storedSettings();
    return makePoller(m_line.priceUrl.isEmpty() ? settings.value(SettingKeys::priceUrl) : m_line.priceUrl);
}

std::optional<assembly::EngineAssembly::GapSource> Composition::gapSource()
{
    if (m_line.example) {
        return std::nullopt;
    }
    const QString own = m_line.priceUrl.isEmpty() ? storedSettings().value(SettingKeys::priceUrl) : m_line.priceUrl;
    const QUrl url = own.isEmpty() ? feed::defaultPriceUrl()
                                   : feed::parsePriceUrl(own).valueOr(feed::defaultPriceUrl());
    return assembly::EngineAssembly::GapSource {url, m_pauses};
}

std::unique_ptr<feed::ExchangePoller> Composition::makePoller(const QString &url)
{
    feed::ExchangePollerOptions options;
    options.interval = std::chrono::milliseconds(m_intervalMs);
    const auto own = url.isEmpty() ? Result<QUrl>(feed::defaultPriceUrl()) : feed::parsePriceUrl(url);
    options.url = own.valueOr(feed::defaultPriceUrl());
    if (url.isEmpty()) {
        options.fallback = feed::fallbackPriceUrl();
    }
    options.pauses = m_pauses;
    return std::make_unique<feed::ExchangePoller>(options, m_clock);
}

void Composition::connectEngine()
{
    monitor::Monitor *engine = &monitor();
    connect(
        engine, &monitor::Monitor::snapshotReady, &m_relay,
        [this](const monitor::SnapshotPtr &snapshot) { m_relay.offer(snapshot); }, Qt::DirectConnection);
    // Every crossing reaches the dialogs by itself: a snapshot in between may be skipped on its way to the screen.
    connect(engine, &monitor::Monitor::statusChanged, m_app->marginCall(),
            &viewmodels::MarginCallViewModel::onStatusChanged);
    connect(engine, &monitor::Monitor::historyTaken, m_app->history(), &viewmodels::HistoryViewModel::append);
    connect(engine, &monitor::Monitor::loadFailed, m_app.get(), &viewmodels::AppViewModel::tellFailure);
    connect(m_app.get(), &viewmodels::AppViewModel::exampleRequested, this, &Composition::exampleRequested);
    connect(m_app.get(), &viewmodels::AppViewModel::ownBookRequested, this, &Composition::ownBookRequested);
}

void Composition::connectSettings()
{
    viewmodels::SettingsViewModel &settings = *m_app->settings();
    settings.setUrlValidator([](const QString &url) {
        const auto parsed = feed::parsePriceUrl(url);
        return parsed ? QString() : QString::fromStdString(parsed.error().detail);
    });
    settings.setCommandUrl(m_line.priceUrl);
    settings.setDataDirectory(m_line.dataDir);
    if (m_line.screenshotFile.isEmpty()) { // a picture changes nothing
        connect(m_app->layout(), &viewmodels::WindowLayout::keep, this, [this](const QString &text) {
            std::ignore = m_stores->setSetting(SettingKeys::layout, text); // worth no word where it fails
        });
        connect(m_app->paths(), &viewmodels::PathChooser::folderChanged, this,
                [this](const QString &folder) { std::ignore = m_stores->setSetting(SettingKeys::folder, folder); });
    }
    settings.setDatabaseVersion(QString::fromLatin1(sqlite3_libversion()));
    connect(&settings, &viewmodels::SettingsViewModel::languageChanged, this, &Composition::languageChanged);
    connect(&settings, &viewmodels::SettingsViewModel::closeAtLiquidationChanged, this,
            [this](bool close) { monitor().setCloseAtLiquidation(close || m_line.example); });
    settings.load();
    // From here on a change is the person's; what load() told was read above already.
    connect(&settings, &viewmodels::SettingsViewModel::loaded, this, [this, &settings] {
        connect(&settings, &viewmodels::SettingsViewModel::intervalChanged, this, [this](int ms) {
            m_intervalMs = ms;
            monitor().setInterval(std::chrono::milliseconds(ms));
        });
        connect(&settings, &viewmodels::SettingsViewModel::priceUrlChanged, this, [this](const QString &url) {
            if (!m_line.example) {
                monitor().replaceSource(makePoller(url));
            }
        });
    });
}

} // namespace plimsoll::app
