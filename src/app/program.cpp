// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "ports/process.h"
#include "wording/personlocale.h"
#include "wording/reasontext.h"

#include <QtCore/QLocale>
#include <QtGui/QScreen>
#include <QtGui/QWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <unistd.h>

#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace plimsoll::app {

namespace {

// A person who started the program from a menu does not see standard error.
void refuse(const Error &error)
{
    std::fputs(("plimsoll: " + error.message() + "\n").c_str(), stderr);
    if (QGuiApplication::platformName() == u"offscreen"_s) {
        return; // nobody could close the box
    }
    QMessageBox box(QMessageBox::Critical, QObject::tr("Plimsoll cannot start"),
                    wording::reasonText(QString::fromStdString(error.message())));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(QObject::tr("Nothing was changed. Your data stays where it is."));
    box.exec();
}

// Where the window was the last time, fitted to the screens of today; the first time no larger than the screen.
QVariantMap windowPlace(const viewmodels::WindowLayout &layout)
{
    constexpr QSize kUsual(1280, 860);
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens()) {
        screens << screen->availableGeometry();
    }
    const QRect place = viewmodels::WindowLayout::fitted(layout.window(), screens);
    QVariantMap properties;
    if (!place.isEmpty()) {
        properties = {{u"x"_s, place.x()}, {u"y"_s, place.y()}};
    }
    const QSize size = !place.isEmpty() ? place.size()
        : screens.isEmpty()             ? kUsual
                                        : kUsual.boundedTo(screens.constFirst().size());
    properties.insert(u"width"_s, size.width());
    properties.insert(u"height"_s, size.height());
    if (layout.maximised()) {
        properties.insert(u"visibility"_s, QWindow::Maximized);
    }
    return properties;
}

} // namespace

Program::Program(CommandLine line)
    : m_line(std::move(line))
{
    useLanguage({}); // until the stored one is known; it may be that the database cannot be read
    connect(
        qApp, &QGuiApplication::commitDataRequest, this,
        [this] {
            if (m_composition) {
                m_composition->desktop().sessionEnds();
            }
        },
        Qt::DirectConnection);
}

Program::~Program()
{
    close();
}

bool Program::start()
{
    return m_line.example ? open(exampleLine()) : open(m_line);
}

CommandLine Program::exampleLine() const
{
    CommandLine line = m_line;
    line.example = true;
    line.dataDir += u"-example"_s; // the example never touches the person's own data
    return line;
}

CommandLine Program::ownLine() const
{
    CommandLine line = m_line;
    line.example = false;
    return line;
}

void Program::openExample(int day, bool playing)
{
    close();
    if (!open(exampleLine())) {
        QCoreApplication::exit(kCannotStart);
    } else if (day > 0) {
        m_composition->example()->goToDay(day);
    } else if (playing) {
        m_composition->example()->play();
    }
}

void Program::openOwnBook()
{
    close();
    if (!open(ownLine())) {
        QCoreApplication::exit(kCannotStart);
    }
}

bool Program::open(const CommandLine &line)
{
    m_open = line;
    if (!m_lock || m_lock->directory() != line.dataDir) {
        m_lock = std::make_unique<storage::MonitorLockFile>(line.dataDir);
    }
    auto composition = Composition::make(line, *m_lock, [this](const QString &code) { useLanguage(code); });
    if (!composition) {
        refuse(composition.error());
        return false;
    }
    m_composition = std::move(composition).value();
    connect(m_composition.get(), &Composition::languageChanged, this, &Program::changeLanguage);
    connect(
        m_composition.get(), &Composition::exampleRequested, this, [this] { openExample(0); },
        Qt::QueuedConnection); // not while a click of the window that goes away is being handled
    connect(m_composition.get(), &Composition::ownBookRequested, this, &Program::openOwnBook, Qt::QueuedConnection);
    if (ExampleDriver *example = m_composition->example()) {
        connect(example, &ExampleDriver::startOver, this, &Program::openExample, Qt::QueuedConnection);
    }
    if (!line.theme.isEmpty()) {
        m_composition->app().settings()->setTheme(line.theme == u"dark"_s ? 2 : 1);
    }
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
    QVariantMap properties = windowPlace(*m_composition->app().layout());
    properties.insert(u"app"_s, QVariant::fromValue(&m_composition->app()));
    properties.insert(u"desktop"_s, QVariant::fromValue(&m_composition->desktop().viewModel()));
    m_engine->setInitialProperties(properties);
    m_engine->load(QUrl(u"qrc:/qt/qml/Plimsoll/Main.qml"_s));
    if (m_engine->rootObjects().isEmpty()) {
        std::fputs("plimsoll: the window could not be made\n", stderr);
        return false;
    }
    desktop::Desktop &desktop = m_composition->desktop();
    desktop.attach(*window(), *m_engine);
    connect(&desktop, &desktop::Desktop::quitRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    connect(&desktop, &desktop::Desktop::restartRequested, this, &Program::restart);
    return true;
}

// The engine does not answer, so nothing can be ended in order: the same program takes the place of this one. Files and
// locks are closed by the kernel; what was booked is on the disk.
void Program::restart()
{
    QList<QByteArray> words;
    for (const QString &word : QCoreApplication::arguments()) {
        words << word.toLocal8Bit();
    }
    std::vector<char *> arguments;
    for (QByteArray &word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    execv("/proc/self/exe", arguments.data());
    std::perror("plimsoll: cannot start again");
}

void Program::raise()
{
    if (m_composition) {
        m_composition->desktop().raiseWindow();
    }
}

void Program::close()
{
    const monitor::EndingLimit limit("the engine");
    m_engine.reset();
    m_composition.reset();
}

QQuickWindow *Program::window() const
{
    return m_engine && !m_engine->rootObjects().isEmpty()
        ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst())
        : nullptr;
}

// Only a language that has a translation is loaded: Qt's own search would take the second choice of a person whose
// first is English.
void Program::useLanguage(const QString &code)
{
    m_language = code;
    QLocale::setDefault(wording::localeFor(code, QLocale::system()));
    const QString language = (code.isEmpty() ? QLocale::system().name() : code).section(u'_', 0, 0);
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(u":/i18n/plimsoll_"_s + language)) {
        QCoreApplication::installTranslator(&m_translator);
    }
}

void Program::changeLanguage(const QString &code)
{
    if (code == m_language) {
        return; // the stored one, told while settings were read
    }
    QMetaObject::invokeMethod(
        this,
        [this] { // texts are made in many places: all of them anew
            close();
            if (!open(m_open)) {
                QCoreApplication::exit(kCannotStart);
            }
        },
        Qt::QueuedConnection);
}

} // namespace plimsoll::app
