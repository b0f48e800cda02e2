// SPDX-License-Identifier: GPL-3.0-or-later
// The floor for memory on this machine: a window with one of each of Fusion's controls and a chart. It ends after its
// first frame, or stays where it is told to.
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.load(QUrl(u"qrc:/benchmarks/barewindow.qml"_s));
    auto *window = engine.rootObjects().isEmpty() ? nullptr
                                                  : qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    if (window == nullptr) {
        return 1;
    }
    if (!QCoreApplication::arguments().contains(u"--stay"_s)) {
        QObject::connect(window, &QQuickWindow::frameSwapped, &application, &QCoreApplication::quit);
    }
    return QApplication::exec();
}
