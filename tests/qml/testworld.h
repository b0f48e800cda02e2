// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testlib/fakestores.h"
#include "viewmodels/appviewmodel.h"
#include "viewmodels/examplecontrol.h"

#include <QtCore/QObject>
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

/// What the page tests turn: a fake monitor with a clock of its own, and the view-models over it. Each start() makes a new world.
class TestWorld final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(plimsoll::viewmodels::AppViewModel *app READ app NOTIFY started FINAL)
    Q_PROPERTY(int polls READ polls NOTIFY started FINAL)
    Q_PROPERTY(int bookings READ bookings NOTIFY started FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] viewmodels::AppViewModel *app() const { return m_app.get(); }
    [[nodiscard]] int polls() const { return m_world->polls; }
    [[nodiscard]] int bookings() const { return static_cast<int>(m_world->stores.requests.size()); }

    Q_INVOKABLE void start(const QString &eth, const QString &bch, bool example = false);
    Q_INVOKABLE void startEmpty();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void prices(const QString &eth, const QString &bch);
    Q_INVOKABLE void advance(int ms);
    Q_INVOKABLE void rename(const QString &name); ///< every account and note
    Q_INVOKABLE void liquidate(const QString &accountId);
    /// Texts below an item that would interpret markup; for every Text, of whatever control it is a part.
    Q_INVOKABLE static QStringList richTexts(QQuickItem *root);
    Q_INVOKABLE static void grab(QQuickWindow *window, const QString &name); ///< into $PLIMSOLL_SHOTS, where set

Q_SIGNALS:
    void started();

private:
    void make(bool example);

    std::unique_ptr<testlib::FakeMonitor> m_world;
    std::unique_ptr<FakeExample> m_example;
    std::unique_ptr<viewmodels::AppViewModel> m_app;
};

} // namespace plimsoll::testqml
