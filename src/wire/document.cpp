// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/document.h"

#include <algorithm>

namespace plimsoll::wire {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostDepth = 16;

void checkFormat(const simdjson::dom::element &root, const DocumentRule &rule, Problem &problem)
{
    std::string_view format;
    if (root["format"].get(format) != simdjson::SUCCESS || format != rule.format) {
        problem.report(ErrorCode::UnknownFormat, "format",
                       std::string("this is not a Plimsoll ") + rule.what + R"(: "format" must be ")"
                           + std::string(rule.format) + "\"");
        return;
    }
    const auto version = root["version"];
    std::int64_t number = 0;
    if (version.error() != simdjson::SUCCESS || !version.is<std::int64_t>() || version.get(number) != simdjson::SUCCESS
        || number < 1) {
        problem.report(ErrorCode::Malformed, "version", "the version must be the whole number 1");
    } else if (number > kVersion) {
        problem.report(
            ErrorCode::NewerVersion, "version",
            "version " + std::to_string(number) + " was written by a newer program; this one reads version 1");
    }
}

} // namespace

Result<Done> readDocument(std::string_view bytes, const DocumentRule &rule, Problem &problem,
                          const std::function<void(const simdjson::dom::element &)> &read)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // some editors put it in front
    if (bytes.starts_with(kByteOrderMark)) {
        bytes.remove_prefix(kByteOrderMark.size());
    }
    simdjson::dom::parser parser(rule.mostBytes);
    simdjson::dom::element root;
    simdjson::error_code failed = parser.allocate(std::max<std::size_t>(bytes.size(), 32), kMostDepth);
    if (failed == simdjson::SUCCESS) {
        failed = parser.parse(simdjson::padded_string(bytes)).get(root);
    }
    if (failed != simdjson::SUCCESS) {
        return Error {ErrorCode::Malformed, {}, std::string("this is not JSON: ") + simdjson::error_message(failed)};
    }
    if (!root.is_object()) {
        return Error {ErrorCode::UnknownFormat, {}, std::string("a ") + rule.what + " file is one JSON object"};
    }
    checkFormat(root, rule, problem);
    if (!problem.first()) {
        read(root);
    }
    return problem.first() ? Result<Done>(*problem.first()) : Done {};
}

} // namespace plimsoll::wire
