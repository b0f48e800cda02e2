// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/thresholds.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::margin {

/// Which accounts a profile is published for. A cross account with the bars of isolated ones is called far too late.
enum class ProfileUse { Any, Cross, Isolated };

/// A named, dated set of bars with its origin, so that "why 1.10?" has an answer. `validFrom` is ISO 8601 (a day).
/// Built-in profiles never change once published; a person's own profiles live in the database beside them.
struct Profile {
    std::string name; ///< stable key in files, e.g. "isolated-10x-tier-1"
    std::string title; ///< for people
    Thresholds thresholds;
    std::string leverage; ///< largest leverage the initial ratio allows, as published ("8.91")
    std::string validFrom;
    std::string source;
    ProfileUse use = ProfileUse::Any; ///< a person's own profiles, and the reference example's, are for both

    bool operator==(const Profile &) const = default;
};

/// The published tables: the reference example, cross 3x and 5x now, isolated 10x / 5x / 3x with all tiers now,
/// isolated 10x and 5x of July 2020. Sources: Binance FAQ 360030493931 and 7fbadf3c75914efc90e8b831709b644f
/// (docs/formulas.md#profiles).
std::span<const Profile> builtInProfiles();

/// The built-in profile of that name, or nullptr.
const Profile *findBuiltInProfile(std::string_view name);

} // namespace plimsoll::margin
