// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/program.h"
#include "app/screenshot.h"
#include "desktop/singleinstance.h"

#include <QtGui/QIcon>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtWidgets/QApplication>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// What a person owns is nobody else's business: no readable files, no core dump with balances in it.
void keepPrivate()
{
    umask(077);
    const rlimit none {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

// A second start shows the first one's window. One that does not answer is said, and left alone: two must not watch the same accounts.
bool isAlone(plimsoll::desktop::SingleInstance &instance)
{
    const auto role = instance.claim();
    if (role == plimsoll::desktop::SingleInstance::Role::Unanswered) {
        std::fputs("plimsoll: it runs already, but does not answer\n", stderr);
    }
    return role == plimsoll::desktop::SingleInstance::Role::First;
}

} // namespace

int main(int argc, char **argv)
{
    keepPrivate();
    QQuickStyle::setStyle(u"Basic"_s);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QApplication application(argc, argv); // Qt Charts needs the widgets' application
    QApplication::setApplicationName(u"plimsoll"_s);
    QApplication::setApplicationDisplayName(u"Plimsoll"_s);
    QApplication::setApplicationVersion(u"" PLIMSOLL_VERSION ""_s);
    QApplication::setDesktopFileName(u"plimsoll"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/plimsoll.svg"_s));
    auto line = plimsoll::app::parseCommandLine(QApplication::arguments());
    if (line && line->listPages) {
        for (const QString &name : plimsoll::app::Screenshot::pageNames()) {
            std::puts(qPrintable(name));
        }
        return 0;
    }
    const bool badPage = line && !line->screenshotFile.isEmpty() && !plimsoll::app::Screenshot::pageNames().contains(line->page);
    if (!line || badPage) {
        const std::string detail = line ? "there is no page of that name" : line.error().message();
        std::fputs(("plimsoll: " + detail + "\nTry plimsoll --help\n").c_str(), stderr);
        return 64;
    }
    QApplication::setQuitOnLastWindowClosed(false); // the tray may keep watching; the question at closing decides
    plimsoll::desktop::SingleInstance instance(line->dataDir + (line->example ? u"-example"_s : QString()));
    const bool isMeasured = !line->screenshotFile.isEmpty() || line->firstFrame;
    if (!isMeasured && !isAlone(instance)) {
        return 0;
    }
    plimsoll::app::Program program(*line);
    QObject::connect(&instance, &plimsoll::desktop::SingleInstance::raiseRequested, &program, &plimsoll::app::Program::raise);
    if (!program.start()) {
        return plimsoll::app::Program::kCannotStart;
    }
    if (!line->screenshotFile.isEmpty()) {
        plimsoll::app::Screenshot screenshot(program, line->screenshotFile, line->page);
        screenshot.begin();
        return QApplication::exec();
    }
    if (line->firstFrame) {
        QObject::connect(program.window(), &QQuickWindow::frameSwapped, &application, [] { QCoreApplication::exit(0); });
    }
    return QApplication::exec();
}
