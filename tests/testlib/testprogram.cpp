// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

namespace plimsoll::testlib {
namespace {

std::map<std::string, TestRun> &tests()
{
    static std::map<std::string, TestRun> entered;
    return entered;
}

} // namespace

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
