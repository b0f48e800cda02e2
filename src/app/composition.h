// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/exampledriver.h"
#include "app/notifications.h"
#include "assembly/engineassembly.h"
#include "feed/exchangepoller.h"
#include "ports/snapshotrelay.h"
#include "storage/storagethread.h"
#include "viewmodels/app/appviewmodel.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>

namespace plimsoll::app {

/// One running monitor with its screens' view-models: makes the storage thread, the engine thread with its price
/// source, and what QML binds to, and connects them. The only place that knows all parts. GUI thread. Destruction is
/// the shutdown order: screens are gone already, then the desktop and the view-models, then the engine stops and joins,
/// then the notifier and the storage.
class Composition : public QObject
{
    Q_OBJECT

public:
    /// `useLanguage` is told the stored language code ("" = the system's) before the first text is made. Errors: those
    /// of the storage. `lock` must outlive it.
    static Result<std::unique_ptr<Composition>> make(const CommandLine &line, monitor::MonitorLock &lock,
                                                     const std::function<void(const QString &)> &useLanguage);
    ~Composition() override;

    [[nodiscard]] viewmodels::AppViewModel &app() { return *m_app; }
    [[nodiscard]] ExampleDriver *example() { return m_example.get(); }
    [[nodiscard]] monitor::Monitor &monitor() { return m_engine->monitor(); }
    [[nodiscard]] desktop::Desktop &desktop() { return *m_notifications->desktop(); }

Q_SIGNALS:
    void languageChanged(const QString &code);
    void exampleRequested();
    void ownBookRequested();

private:
    Composition(const CommandLine &line, monitor::MonitorLock &lock);

    Result<Done> prepare(); ///< opens the database; the example's people where it is empty
    Result<Done> startExampleOver(); ///< its people as on day N; settings stay
    [[nodiscard]] QHash<QString, QString> storedSettings();
    void assemble();
    [[nodiscard]] std::unique_ptr<monitor::PriceSource> makeSource();
    [[nodiscard]] std::unique_ptr<feed::ExchangePoller> makePoller(const QString &url);
    [[nodiscard]] std::optional<assembly::EngineAssembly::GapSource> gapSource();
    [[nodiscard]] monitor::Monitor::Options monitorOptions(const QHash<QString, QString> &settings);
    void connectEngine();
    void connectSettings();

    const CommandLine m_line;
    monitor::MonitorLock &m_lock;
    monitor::SystemClock m_clock;
    std::unique_ptr<storage::StorageThread> m_stores;
    std::unique_ptr<Notifications> m_notifications;
    monitor::SnapshotRelay m_relay;
    std::unique_ptr<assembly::EngineAssembly> m_engine;
    std::unique_ptr<ExampleDriver> m_example;
    std::unique_ptr<viewmodels::AppViewModel> m_app;
    std::shared_ptr<feed::HostPauses> m_pauses;
    int m_intervalMs = 0;
};

} // namespace plimsoll::app
