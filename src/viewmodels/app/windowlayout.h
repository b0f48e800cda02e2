// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountrows.h"

#include <QtCore/QObject>
#include <QtCore/QRect>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <array>

namespace plimsoll::viewmodels {

/// How a person has arranged the main window: its place, the splitters, the dock, the tab, what is in sight. Kept as
/// one setting. What is read is checked like input. Sizes in device-independent pixels. GUI thread.
/// More than 20 public functions: a getter and a setter for each of what is kept.
class WindowLayout : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// Where the window was and how large; an empty one where that is not known.
    Q_PROPERTY(QRect window READ window WRITE setWindow NOTIFY changed FINAL)
    Q_PROPERTY(bool maximised READ maximised WRITE setMaximised NOTIFY changed FINAL)
    /// Width of the cross panel; 0: as the program likes it.
    Q_PROPERTY(int crossWidth READ crossWidth WRITE setCrossWidth NOTIFY changed FINAL)
    /// Height of the dock, its tabs included; 0: as the program likes it.
    Q_PROPERTY(int dockHeight READ dockHeight WRITE setDockHeight NOTIFY changed FINAL)
    /// Nothing but the tabs is shown.
    Q_PROPERTY(bool dockFolded READ dockFolded WRITE setDockFolded NOTIFY changed FINAL)
    /// The dock is a window of its own, and where that was.
    Q_PROPERTY(bool dockDetached READ dockDetached WRITE setDockDetached NOTIFY changed FINAL)
    Q_PROPERTY(QRect dockWindow READ dockWindow WRITE setDockWindow NOTIFY changed FINAL)
    /// Which tab of the dock.
    Q_PROPERTY(int tab READ tab WRITE setTab NOTIFY changed FINAL)
    /// Which part of the page Risk.
    Q_PROPERTY(int riskPart READ riskPart WRITE setRiskPart NOTIFY changed FINAL)
    Q_PROPERTY(
        plimsoll::viewmodels::AccountRows::Form accountForm READ accountForm WRITE setAccountForm NOTIFY changed FINAL)

public:
    /// What scrolls by itself; the numbers are kept, so new ones come last.
    enum Pane {
        Cross,
        Isolated,
        Prices,
        Journal,
        ActiveAlarms,
        AlarmHistory,
        OwnAlarms,
        WhatIf,
        Stress,
        HeatMap,
        Chance,
        WaysOut,
        Twin,
        Replay,
        Panes
    };
    Q_ENUM(Pane)
    static constexpr int kSaveAfterMs = 1000; ///< of quiet: a splitter on its way is not written pixel by pixel

    explicit WindowLayout(const QString &stored, QObject *parent = nullptr);

    [[nodiscard]] QRect window() const { return m_now.window; }
    void setWindow(const QRect &window) { set(m_now.window, window); }
    [[nodiscard]] bool maximised() const { return m_now.maximised; }
    void setMaximised(bool maximised) { set(m_now.maximised, maximised); }
    [[nodiscard]] int crossWidth() const { return m_now.crossWidth; }
    void setCrossWidth(int width) { set(m_now.crossWidth, width); }
    [[nodiscard]] int dockHeight() const { return m_now.dockHeight; }
    void setDockHeight(int height) { set(m_now.dockHeight, height); }
    [[nodiscard]] bool dockFolded() const { return m_now.dockFolded; }
    void setDockFolded(bool folded) { set(m_now.dockFolded, folded); }
    [[nodiscard]] bool dockDetached() const { return m_now.dockDetached; }
    void setDockDetached(bool detached) { set(m_now.dockDetached, detached); }
    [[nodiscard]] QRect dockWindow() const { return m_now.dockWindow; }
    void setDockWindow(const QRect &window) { set(m_now.dockWindow, window); }
    /// How far a pane is scrolled; 0 is its beginning.
    Q_INVOKABLE [[nodiscard]] int scrollOf(int pane) const;
    Q_INVOKABLE void keepScroll(int pane, int scroll);
    [[nodiscard]] int tab() const { return m_now.tab; }
    void setTab(int tab) { set(m_now.tab, tab); }
    [[nodiscard]] int riskPart() const { return m_now.riskPart; }
    void setRiskPart(int part) { set(m_now.riskPart, part); }
    [[nodiscard]] AccountRows::Form accountForm() const { return m_now.accountForm; }
    void setAccountForm(AccountRows::Form form) { set(m_now.accountForm, form); }

    /// What is kept: "window=10,20,1280,860;dock=300;...". Unknown or bad parts of it count as not there.
    [[nodiscard]] QString toText() const;
    /// `window` moved and shrunk until it lies on one of the screens' usable areas; empty where there is none.
    [[nodiscard]] static QRect fitted(const QRect &window, const QList<QRect> &screens);
    /// Writes at once what waits to be kept.
    Q_INVOKABLE void flush();

Q_SIGNALS:
    void changed();
    void keep(const QString &text);

private:
    struct Values {
        QRect window;
        bool maximised = false;
        int crossWidth = 0;
        int dockHeight = 0;
        bool dockFolded = false;
        bool dockDetached = false;
        QRect dockWindow;
        std::array<int, Panes> scrolls {};
        int tab = 0;
        int riskPart = 0;
        AccountRows::Form accountForm = AccountRows::Automatic;

        bool operator==(const Values &) const = default;
    };

    template<typename Value>
    void set(Value &place, const Value &value)
    {
        if (place != value) {
            place = value;
            m_timer.start();
            Q_EMIT changed();
        }
    }
    void read(const QString &name, const QString &value);
    void readScrolls(const QList<int> &numbers);
    void readNumber(const QString &name, int number);

    Values m_now;
    QString m_kept;
    QTimer m_timer;
};

} // namespace plimsoll::viewmodels
