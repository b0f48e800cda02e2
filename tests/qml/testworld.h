// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopviewmodel.h"
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "viewmodels/app/appviewmodel.h"
#include "viewmodels/app/examplecontrol.h"

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>

#include <memory>

namespace plimsoll::testqml {

/// Counts what the bar above the example asks for.
class FakeExample final : public viewmodels::ExampleControl
{
    Q_OBJECT

public:
    using ExampleControl::ExampleControl;

    [[nodiscard]] int dayIndex() const override { return m_day; }
    [[nodiscard]] int dayCount() const override { return 3; }
    [[nodiscard]] QString dayTitle() const override { return QStringLiteral("Day N+%1").arg(m_day); }
    [[nodiscard]] bool playing() const override { return m_playing; }

    void next() override { move(m_day + 1); }
    void previous() override { move(m_day - 1); }
    void play() override { setPlaying(true); }
    void pause() override { setPlaying(false); }

private:
    void move(int day)
    {
        m_day = day;
        Q_EMIT changed();
    }
    void setPlaying(bool playing)
    {
        m_playing = playing;
        Q_EMIT changed();
    }

    int m_day = 1;
    bool m_playing = false;
};

/// What the page tests turn: a fake monitor with a clock of its own, and the view-models over it. Each start() makes a
/// new world.
class TestWorld final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(plimsoll::viewmodels::AppViewModel *app READ app NOTIFY started FINAL)
    Q_PROPERTY(plimsoll::desktop::DesktopViewModel *desktop READ desktop NOTIFY started FINAL)
    Q_PROPERTY(int acknowledgements READ acknowledgements NOTIFY started FINAL)
    Q_PROPERTY(int undone READ undone NOTIFY started FINAL)
    Q_PROPERTY(QString snoozed READ snoozed NOTIFY started FINAL)
    Q_PROPERTY(QStringList savedRules READ savedRules NOTIFY started FINAL)
    Q_PROPERTY(int polls READ polls NOTIFY started FINAL)
    Q_PROPERTY(int bookings READ bookings NOTIFY started FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] viewmodels::AppViewModel *app() const { return m_app.get(); }
    [[nodiscard]] desktop::DesktopViewModel *desktop() const { return m_desktop.get(); }
    [[nodiscard]] int acknowledgements() const { return static_cast<int>(m_alarms->acknowledged.size()); }
    [[nodiscard]] int undone() const { return m_alarms->undone; }
    [[nodiscard]] QString snoozed() const; ///< "b-bchusdt 5": account and minutes of the newest snooze
    [[nodiscard]] QStringList savedRules() const; ///< "b-bchusdt level 1.3"
    [[nodiscard]] int polls() const { return m_world->polls; }
    [[nodiscard]] int bookings() const { return static_cast<int>(m_world->stores.requests.size()); }

    /// A folder for files that a test exports, and what one holds.
    Q_INVOKABLE QString folder() const { return m_folder.path(); }
    /// A file of an hour of candles: `first` at the beginning, `step` more each minute. Its path.
    Q_INVOKABLE [[nodiscard]] QString candles(const QString &symbol, int first, int step) const;
    Q_INVOKABLE static QString contents(const QString &path);
    Q_INVOKABLE static int size(const QString &path);
    /// As on a desktop that has a file dialog, and what a person chooses in it.
    Q_INVOKABLE void showsFileDialogs() { m_app->paths()->setAvailable(true); }
    Q_INVOKABLE void choosePath(const QString &field, const QString &path) { m_app->paths()->answer(field, path); }
    Q_INVOKABLE void start(const QString &eth, const QString &bch, bool example = false);
    Q_INVOKABLE void startEmpty();
    /// The engine remembers a level in hundredths, known for `minutes` up to now.
    Q_INVOKABLE void remember(const QString &accountId, int level, int minutes);
    Q_INVOKABLE void book(const QString &accountId, const QString &usdt); ///< a top-up from outside
    /// The accounts and prices of tests/data/books, with a journal of large and small amounts.
    Q_INVOKABLE void startBook(const QString &name);
    /// "de" or "en": of everything that is started afterwards.
    Q_INVOKABLE void speak(const QString &language);
    /// What below an item cannot be read whole (cuttexts.h).
    Q_INVOKABLE static QStringList cutTexts(QQuickItem *root);
    /// What below an item has no name for a screen reader (unnamed.h).
    Q_INVOKABLE static QStringList unnamed(QQuickItem *root);
    Q_INVOKABLE [[nodiscard]] QStringList accountIds() const;
    Q_INVOKABLE void stop();
    Q_INVOKABLE void prices(const QString &eth, const QString &bch);
    Q_INVOKABLE void advance(int ms);
    Q_INVOKABLE void rename(const QString &name); ///< every account and note
    /// One alarm more on the board: "call", "active", at this level. Acknowledging and snoozing change it, as the
    /// engine would.
    Q_INVOKABLE void raise(const QString &accountId, const QString &condition, const QString &state,
                           const QString &level);
    Q_INVOKABLE void know(const QString &ruleId, const QString &accountId, const QString &level); ///< one rule more
    Q_INVOKABLE void channelState(int channel, bool works, const QString &detail);
    Q_INVOKABLE void reportGap(); ///< eight hours asleep
    Q_INVOKABLE void recordStep(const QString &accountId,
                                const QString &condition); ///< into the history: raised just now
    Q_INVOKABLE void liquidate(const QString &accountId);
    /// Texts below an item that would interpret markup; for every Text, of whatever control it is a part.
    Q_INVOKABLE static QStringList richTexts(QQuickItem *root);
    Q_INVOKABLE static void grab(QQuickWindow *window, const QString &name); ///< into $PLIMSOLL_SHOTS, where set

Q_SIGNALS:
    void started();

private:
    void make(bool example);
    void fillJournal();
    void fillHistory();
    void begin();
    void publish();
    void silence(alarm::State state);

    QTemporaryDir m_folder;
    QTranslator m_translator;
    QLocale m_locale = QLocale::c();
    monitor::AlarmBoard m_board;
    std::unique_ptr<testlib::FakeAlarmCommands> m_alarms;
    std::unique_ptr<testlib::FakeMonitor> m_world;
    std::unique_ptr<FakeExample> m_example;
    std::unique_ptr<viewmodels::AppViewModel> m_app;
    std::unique_ptr<desktop::DesktopViewModel> m_desktop;
};

} // namespace plimsoll::testqml
