// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

/// A SQLite file system that passes everything on to the real one and fails where it is told to. Installed as the
/// default of the test process, so that the program's own connections run through it.
namespace faultyvfs {

enum class Fault { None, Sync, Write, DiskFull };

void install();
/// From the n-th matching call on (1 = the next one), until Fault::None is set.
void failFrom(Fault fault, int call = 1);
/// How many calls failed since failFrom(): a test that injected nothing proves nothing.
int injected();

} // namespace faultyvfs
