// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/hungfirst.h"
#include "app/program.h"
#include "app/screenshot.h"
#include "desktop/singleinstance.h"
#include "ports/process.h"

#include <QtGui/QIcon>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

using plimsoll::app::CommandLine;
using plimsoll::app::Program;
using plimsoll::app::Screenshot;
using plimsoll::desktop::SingleInstance;

constexpr int kUsage = 64;

// What is read from the command line needs no display: help, version and mistakes are answered on any terminal.
plimsoll::Result<CommandLine> readCommandLine(int argc, char **argv)
{
    const QCoreApplication words(argc, argv);
    return plimsoll::app::parseCommandLine(plimsoll::app::withoutToolkitOptions(QCoreApplication::arguments()));
}

void describe()
{
    QApplication::setApplicationDisplayName(u"Plimsoll"_s);
    QApplication::setDesktopFileName(u"plimsoll"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/plimsoll.svg"_s));
    QApplication::setQuitOnLastWindowClosed(false); // the tray may keep watching; the question at closing decides
}

int listPages()
{
    for (const QString &name : Screenshot::pageNames()) {
        std::puts(qPrintable(name));
    }
    return 0;
}

int run(const CommandLine &line)
{
    const plimsoll::monitor::EndingSignals signals([] { QCoreApplication::exit(0); });
    Program program(line);
    SingleInstance instance(line.dataDir + (line.example ? u"-example"_s : QString()));
    const bool isMeasured = !line.screenshotFile.isEmpty() || line.firstFrame;
    if (!isMeasured) {
        if (const auto code = plimsoll::app::claim(instance, line.replace)) {
            return *code;
        }
    }
    QObject::connect(&instance, &SingleInstance::raiseRequested, &program, &Program::raise);
    if (signals.arrived()) {
        return 0;
    }
    if (!program.start()) {
        return Program::kCannotStart;
    }
    if (!line.screenshotFile.isEmpty()) {
        Screenshot screenshot(program, line.screenshotFile, line.page);
        screenshot.begin();
        return QApplication::exec();
    }
    if (line.firstFrame) {
        QObject::connect(program.window(), &QQuickWindow::frameSwapped, qApp, [] {
            std::printf("%lld\n", 1000LL * std::clock() / CLOCKS_PER_SEC);
            QCoreApplication::exit(0);
        });
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    plimsoll::monitor::keepPrivate();
    QCoreApplication::setApplicationName(u"plimsoll"_s);
    QCoreApplication::setApplicationVersion(u"" PLIMSOLL_VERSION ""_s);
    const auto line = readCommandLine(argc, argv);
    if (line && line->listPages) {
        return listPages();
    }
    const bool badPage = line && !line->screenshotFile.isEmpty() && !Screenshot::pageNames().contains(line->page);
    if (!line || badPage) {
        const std::string detail = line ? "there is no page of that name" : line.error().message();
        std::fputs(("plimsoll: " + detail + "\nTry plimsoll --help\n").c_str(), stderr);
        return kUsage;
    }
    QQuickStyle::setStyle(u"Basic"_s);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    const QApplication application(argc, argv); // Qt Charts needs the widgets' application
    describe();
    return run(*line);
}
