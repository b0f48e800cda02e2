// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QTest>

namespace plimsoll::testlib {

/// The tests of a folder share a program and still run one by one, each in a process of its own: the first argument
/// names the file, the rest goes to Qt Test. Without one, or with one that is not known, the program lists what it
/// holds and ends with 2.
///     build/dev/bin/unit_margin tst_decimal -v2 someFunction
using TestRun = int (*)(int argc, char **argv);

/// Enters a test under the name of its file, before main(). Two of one name end the program.
bool enterTest(const char *file, TestRun run);

/// QTest::qExec() that also fails where something warned that is not of this program's own categories ("plimsoll.…"):
/// Qt says so of what cannot be right, as of a signal that does not exist, and goes on.
int runTest(QObject &test, int argc, char **argv);

} // namespace plimsoll::testlib

/// In place of QTEST_GUILESS_MAIN in a file that plimsoll_add_tests() lists: the same, but for the main().
/// Classes that need another application, or none, keep a program of their own (plimsoll_add_test()).
#define PLIMSOLL_TEST(TestClass)                                                                                       \
    static const bool entered##TestClass = plimsoll::testlib::enterTest(__FILE__, [](int argc, char **argv) {          \
        QTEST_QAPP_SETUP(QCoreApplication)                                                                             \
        TestClass test;                                                                                                \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return plimsoll::testlib::runTest(test, argc, argv);                                                           \
    });
