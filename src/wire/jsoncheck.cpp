// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsoncheck.h"

namespace plimsoll::wire {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::SUCCESS;

constexpr int kMostDepth = 8;

simdjson::error_code checkNull(ondemand::value value)
{
    bool isNull = false;
    const auto failed = value.is_null().get(isNull);
    return failed != SUCCESS || isNull ? failed : simdjson::N_ATOM_ERROR;
}

simdjson::error_code checkObject(ondemand::object object, int depth)
{
    for (auto field : object) {
        ondemand::value value;
        if (const auto failed = field.unescaped_key().error(); failed != SUCCESS) {
            return failed;
        }
        auto failed = field.value().get(value);
        if (failed == SUCCESS) {
            failed = checkValue(value, depth + 1);
        }
        if (failed != SUCCESS) {
            return failed;
        }
    }
    return SUCCESS;
}

simdjson::error_code checkArray(ondemand::array array, int depth)
{
    for (auto item : array) {
        ondemand::value value;
        auto failed = item.get(value);
        if (failed == SUCCESS) {
            failed = checkValue(value, depth + 1);
        }
        if (failed != SUCCESS) {
            return failed;
        }
    }
    return SUCCESS;
}

} // namespace

simdjson::error_code checkValue(ondemand::value value, int depth)
{
    ondemand::json_type type {};
    if (const auto failed = value.type().get(type); failed != SUCCESS || depth > kMostDepth) {
        return failed != SUCCESS ? failed : simdjson::DEPTH_ERROR;
    }
    switch (type) {
    case ondemand::json_type::object: {
        ondemand::object object;
        const auto failed = value.get_object().get(object);
        return failed != SUCCESS ? failed : checkObject(object, depth);
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        const auto failed = value.get_array().get(array);
        return failed != SUCCESS ? failed : checkArray(array, depth);
    }
    case ondemand::json_type::string: return value.get_string().error();
    case ondemand::json_type::number: return value.get_number().error();
    case ondemand::json_type::boolean: return value.get_bool().error();
    case ondemand::json_type::null: return checkNull(value);
    }
    return simdjson::TAPE_ERROR;
}

} // namespace plimsoll::wire
