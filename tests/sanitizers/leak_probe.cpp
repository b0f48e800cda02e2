// SPDX-License-Identifier: GPL-3.0-or-later
// Loses memory on purpose: where leaks are looked for, this program must not end well.
#include <cstdio>
#include <memory>

int main(int count, char **)
{
    auto lost = std::make_unique<int[]>(static_cast<std::size_t>(count) * 1'000);
    std::printf("%d\n", *lost.release());
    return 0;
}
