// SPDX-License-Identifier: GPL-3.0-or-later
// The floor for start time and memory on this machine: an empty Qt Quick window, which ends after its first frame.
#include <QtQuick/QQuickWindow>
#include <QtWidgets/QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QQuickWindow window;
    window.resize(1280, 860);
    QObject::connect(&window, &QQuickWindow::frameSwapped, &application, &QCoreApplication::quit);
    window.show();
    return QApplication::exec();
}
