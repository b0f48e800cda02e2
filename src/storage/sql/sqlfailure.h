// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtSql/QSqlError>

#include <exception>
#include <type_traits>
#include <utility>

namespace plimsoll::storage {

/// A refusal on its way out of this layer. Thrown only inside storage, so that transactions roll back on every path;
/// every public function of a store turns it into a Result by attempt(). `touchedDisk`: the disk reported an error, so
/// what was written last is in doubt and the connection must be opened anew.
class SqlFailure final : public std::exception
{
public:
    explicit SqlFailure(Error error, bool touchedDisk = false)
        : m_error(std::move(error))
        , m_touchedDisk(touchedDisk)
    {
    }

    [[nodiscard]] const Error &error() const { return m_error; }

    [[nodiscard]] bool touchedDisk() const { return m_touchedDisk; }

    [[nodiscard]] const char *what() const noexcept override { return m_error.detail.c_str(); }

private:
    Error m_error;
    bool m_touchedDisk;
};

/// What SQLite reported, in the words of this program.
SqlFailure failureFrom(const QSqlError &error, const QString &doing);

[[noreturn]] void refuse(ErrorCode code, const std::string &place, const std::string &detail);

/// The value of a Result, or its error thrown.
template<typename T>
T orThrow(Result<T> result)
{
    if (!result) {
        throw SqlFailure(result.error());
    }
    return std::move(result).value();
}

/// Runs `work` and gives its value, or the error it threw; a `work` without value gives Done.
template<typename Work>
auto attempt(Work &&work)
{
    using Value = std::invoke_result_t<Work>;
    using Answer = Result<std::conditional_t<std::is_void_v<Value>, Done, Value>>;
    try {
        if constexpr (std::is_void_v<Value>) {
            work();
            return Answer(Done {});
        } else {
            return Answer(work());
        }
    } catch (const SqlFailure &failure) {
        return Answer(failure.error());
    }
}

} // namespace plimsoll::storage
