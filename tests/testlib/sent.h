// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/future.h"

namespace plimsoll::testlib {

/// A call whose answer the test looks for elsewhere.
template<typename T>
void sent(const Future<T> &)
{
}

} // namespace plimsoll::testlib
