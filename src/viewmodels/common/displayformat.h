// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/displayformat.h"

namespace plimsoll::viewmodels {

using wording::DisplayFormat;

} // namespace plimsoll::viewmodels
