// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace plimsoll::testlib {
namespace {

std::map<std::string, TestRun> &tests()
{
    static std::map<std::string, TestRun> entered;
    return entered;
}

// Listens beside Qt Test, which installs its own handler in qInit() and asks nobody in silent mode.
class ForeignWarnings
{
public:
    ForeignWarnings() { s_before = qInstallMessageHandler(&ForeignWarnings::hear); }

    ~ForeignWarnings() { qInstallMessageHandler(s_before); }

    ForeignWarnings(const ForeignWarnings &) = delete;
    ForeignWarnings &operator=(const ForeignWarnings &) = delete;

    [[nodiscard]] static int count() { return s_count; }

private:
    static void hear(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        const bool warns = type == QtWarningMsg || type == QtCriticalMsg;
        if (warns && !std::string_view(context.category).starts_with("plimsoll.")) {
            ++s_count;
            std::fprintf(stderr, "FAIL!  : %s() a warning: %s\n", QTest::currentTestFunction(), qPrintable(text));
        }
        if (s_before != nullptr) {
            s_before(type, context, text);
        }
    }

    static inline QtMessageHandler s_before = nullptr;
    static inline std::atomic_int s_count = 0;
};

} // namespace

int runTest(QObject &test, int argc, char **argv)
{
    QTest::qInit(&test, argc, argv);
    const ForeignWarnings heard;
    const int failed = QTest::qRun();
    QTest::qCleanup();
    return failed + ForeignWarnings::count();
}

bool enterTest(const char *file, TestRun run)
{
    const std::string name = std::filesystem::path(file).stem().string();
    if (!tests().emplace(name, run).second) {
        std::fprintf(stderr, "two tests are called %s\n", name.c_str());
        std::abort();
    }
    return true;
}

} // namespace plimsoll::testlib

int main(int argc, char **argv)
{
    const auto &tests = plimsoll::testlib::tests();
    const auto wanted = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (wanted != tests.end()) {
        return wanted->second(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "usage: %s TEST [options of Qt Test]; the tests:\n", argc > 0 ? argv[0] : "program");
    for (const auto &[name, run] : tests) {
        std::fprintf(stderr, "  %s\n", name.c_str());
    }
    return 2;
}
