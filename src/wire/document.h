// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/jsonreader.h"

#include <functional>

namespace plimsoll::wire {

/// A file of ours: one JSON object with "format" and "version" 1.
struct DocumentRule {
    std::string_view format; ///< "plimsoll-portfolio"
    const char *what; ///< "portfolio", for people
    std::size_t mostBytes;
};

/// Parses the bytes, a byte order mark in front or not, checks format and version before anything else (a newer file
/// may have fields that are not known here) and lets `read` take the rest. Errors: Malformed, UnknownFormat,
/// NewerVersion, and the first that `read` reports. Private to this folder.
Result<Done> readDocument(std::string_view bytes, const DocumentRule &rule, Problem &problem,
                          const std::function<void(const simdjson::dom::element &)> &read);

} // namespace plimsoll::wire
