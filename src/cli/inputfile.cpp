// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputfile.h"

#include "feed/candlebars.h"
#include "wire/portfoliofile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace plimsoll::cli {

namespace {

constexpr std::size_t kMegabyte = std::size_t {1024} * 1024;

class Descriptor
{
public:
    explicit Descriptor(const std::string &path)
        : m_fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) // not to hang on a named pipe
    {
    }

    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    ~Descriptor()
    {
        if (m_fd >= 0) {
            close(m_fd);
        }
    }

    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

template<typename T>
Result<T> inFile(const std::string &path, Result<T> result)
{
    if (result) {
        return result;
    }
    Error error = result.error();
    error.place = error.place.empty() ? path : path + ": " + error.place;
    return error;
}

} // namespace

Result<std::string> readInput(const std::string &path, std::size_t limit)
{
    const Descriptor file(path);
    struct stat status {};
    if (file.get() < 0 || fstat(file.get(), &status) != 0) {
        return Error {ErrorCode::Malformed, path, std::strerror(errno)}; // NOLINT(concurrency-mt-unsafe): one thread
    }
    if (!S_ISREG(status.st_mode)) {
        return Error {ErrorCode::Malformed, path, "not a regular file"};
    }
    if (static_cast<std::size_t>(status.st_size) > limit) {
        return Error {ErrorCode::Malformed, path, "larger than " + std::to_string(limit / kMegabyte) + " MB"};
    }
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0) {
            return Error {ErrorCode::InputOutput, path, std::strerror(errno)}; // NOLINT(concurrency-mt-unsafe)
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

Result<margin::Portfolio> readPortfolio(const std::string &path)
{
    const auto bytes = readInput(path, 64 * kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    return inFile(path, wire::parsePortfolio(*bytes));
}

Result<std::vector<wire::TickerItem>> readPrices(const std::string &path)
{
    const auto bytes = readInput(path, 64 * kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    return inFile(path, wire::parseTicker(*bytes));
}

Result<wire::CandleSeries> readCandles(const std::string &path)
{
    auto bytes = readInput(path, 512 * kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    const auto text = inFile(path, wire::inflated(std::move(bytes).value()));
    if (!text) {
        return text.error();
    }
    return inFile(path, wire::parseCandles(*text, wire::symbolOfFileName(path)));
}

Result<std::vector<scenario::BarSeries>> readSeries(const std::vector<std::string> &paths)
{
    std::vector<wire::CandleSeries> all;
    for (const std::string &path : paths) {
        auto candles = readCandles(path);
        if (!candles) {
            return candles.error();
        }
        all.push_back(std::move(candles).value());
    }
    return feed::barsOf(all);
}

} // namespace plimsoll::cli
