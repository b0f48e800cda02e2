// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/booking.h"
#include "margin/moment.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// An operation as it stands in the journal, with its rows in order. Texts as stored, so that a changed byte changes
/// the hash.
struct HashedRow {
    std::int64_t sequence = 0;
    std::string holder;
    std::string kind;
    std::string asset;
    std::string field;
    std::string change;
};

struct HashedOperation {
    std::int64_t sequence = 0;
    std::string id;
    WallTime time;
    std::string kind;
    std::string holder;
    std::string note;
    std::string fingerprint;
    std::string contributedBefore; ///< "" where not known
    std::string contributedAfter;
    std::vector<HashedRow> rows;
};

/// SHA-256 in hexadecimal over the previous operation's hash, the operation and its rows; every field with its length
/// in front, so that no two journals share one text. The first operation follows "".
std::string chainHash(const std::string &previous, const HashedOperation &operation);

} // namespace plimsoll::storage
