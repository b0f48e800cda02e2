// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/composition.h"
#include "storage/file/monitorlockfile.h"

#include <QtCore/QTranslator>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>

#include <memory>

namespace plimsoll::app {

/// The desktop program from start to end: one composition and one QML engine at a time; moving into the reference
/// example and back exchanges both. The lock that makes it the monitor is kept while both are made anew on the same
/// data. GUI thread.
class Program : public QObject
{
    Q_OBJECT

public:
    static constexpr int kCannotStart = 73;

    explicit Program(CommandLine line);
    ~Program() override;

    /// False with a message on standard error where it cannot start.
    bool start();

    [[nodiscard]] Composition *composition() { return m_composition.get(); }
    [[nodiscard]] QQuickWindow *window() const;
    void raise(); ///< a second start asks for this one's window

private:
    [[nodiscard]] CommandLine exampleLine() const;
    [[nodiscard]] CommandLine ownLine() const;
    void openExample(int day, bool playing = false);
    void openOwnBook();
    bool open(const CommandLine &line);
    void close();
    void restart();
    void useLanguage(const QString &code);
    void changeLanguage(const QString &code);

    CommandLine m_line;
    CommandLine m_open; ///< what is running now: the person's own book, or the example beside it
    QString m_language; ///< "" = the system's
    QTranslator m_translator;
    std::unique_ptr<storage::MonitorLockFile> m_lock; // before m_composition: released after everything is stored
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<QQmlApplicationEngine> m_engine; // after m_composition: destroyed first
};

} // namespace plimsoll::app
