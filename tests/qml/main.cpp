// SPDX-License-Identifier: GPL-3.0-or-later
#include "testworld.h"

#include <QtQml/QQmlEngine>
#include <QtQuickTest/quicktest.h>
#include <QtWidgets/QApplication>

namespace {

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->setObjectOwnership(&m_world, QQmlEngine::CppOwnership);
        qmlRegisterSingletonInstance("Plimsoll.Test", 1, 0, "TestWorld", &m_world);
    }

private:
    plimsoll::testqml::TestWorld m_world;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv); // the chart needs the widgets' application
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "plimsoll_qml", QUICK_TEST_SOURCE_DIR, &setup);
}

#include "main.moc"
