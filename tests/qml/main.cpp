// SPDX-License-Identifier: GPL-3.0-or-later
#include "testworld.h"

#include <QtQml/QQmlEngine>
#include <QtQml/QQmlError>
#include <QtQuickTest/quicktest.h>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace {

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        QObject::connect(engine, &QQmlEngine::warnings, this, &Setup::hear);
        engine->setObjectOwnership(&m_world, QQmlEngine::CppOwnership);
        qmlRegisterSingletonInstance("Plimsoll.Test", 1, 0, "TestWorld", &m_world);
    }

public:
    [[nodiscard]] int warnings() const { return m_warnings; }

private:
    // A binding that loops or fails is a fault, whatever the test looks at.
    void hear(const QList<QQmlError> &errors)
    {
        for (const QQmlError &error : errors) {
            ++m_warnings;
            std::fprintf(stderr, "FAIL!  : %s a warning: %s\n", QTest::currentTestFunction(),
                         qPrintable(error.toString()));
        }
    }

    plimsoll::testqml::TestWorld m_world;
    int m_warnings = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv); // the chart needs the widgets' application
    Setup setup;
    const int failed = quick_test_main_with_setup(argc, argv, "plimsoll_qml", QUICK_TEST_SOURCE_DIR, &setup);
    return failed + setup.warnings();
}

#include "main.moc"
