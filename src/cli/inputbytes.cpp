// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputbytes.h"

#include "cli/datadirectory.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace plimsoll::cli {

namespace {

constexpr std::size_t kMegabyte = std::size_t {1024} * 1024;
constexpr std::int64_t kWriterMs = 2'000;
constexpr std::int64_t kDeadlineMs = 20'000;

class Descriptor
{
public:
    explicit Descriptor(const std::string &path)
        : m_isOwn(path != "-")
        , m_fd(m_isOwn ? open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
                       : STDIN_FILENO) // not to hang on a named pipe
    {
    }

    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    ~Descriptor()
    {
        if (m_isOwn && m_fd >= 0) {
            close(m_fd);
        }
    }

    [[nodiscard]] int get() const { return m_fd; }

private:
    bool m_isOwn;
    int m_fd;
};

Error refusal(const std::string &path, const std::string &why)
{
    return {ErrorCode::Malformed, path, why};
}

Error failure(const std::string &path)
{
    return {ErrorCode::InputOutput, path, std::strerror(errno)}; // NOLINT(concurrency-mt-unsafe): one thread
}

Error tooLarge(const std::string &path, std::size_t limit)
{
    return refusal(path, "larger than " + std::to_string(limit / kMegabyte) + " MB");
}

Result<std::string> readFile(int fd, const std::string &path, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = read(fd, bytes.data() + filled, bytes.size() - filled);
        if (got < 0) {
            return failure(path);
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

// Bytes as somebody writes them, until nobody holds the other end any more.
class Pipe
{
public:
    Pipe(int fd, const std::string &path, std::size_t limit)
        : m_fd(fd)
        , m_path(path)
        , m_limit(limit)
        , m_hasWriter(path == "-") // what a shell connected; asking whether there is one would block
    {
    }

    Result<std::string> readAll()
    {
        while (true) {
            const std::int64_t left = (m_hasWriter ? kDeadlineMs : kWriterMs) - (systemClock().bootTime() - m_start);
            if (left <= 0) {
                return m_hasWriter ? refusal(m_path, "not complete after " + std::to_string(kDeadlineMs / 1000) + " s")
                                   : refusal(m_path, "nobody writes into this pipe");
            }
            const auto ended = readSome(left);
            if (!ended) {
                return ended.error();
            }
            if (*ended) {
                return std::move(m_bytes);
            }
        }
    }

private:
    // Whether it is over.
    Result<bool> readSome(std::int64_t wait)
    {
        pollfd poller {m_fd, POLLIN, 0};
        const int ready = poll(&poller, 1, static_cast<int>(m_hasWriter ? wait : std::min<std::int64_t>(wait, 50)));
        if (ready < 0) {
            return errno == EINTR ? Result<bool>(false) : Result<bool>(failure(m_path));
        }
        if (ready == 0 && m_hasWriter) {
            return false;
        }
        const ssize_t got = read(m_fd, m_chunk.data(), m_chunk.size());
        if (got < 0) {
            m_hasWriter = m_hasWriter || errno == EAGAIN;
            return errno == EAGAIN || errno == EINTR ? Result<bool>(false) : Result<bool>(failure(m_path));
        }
        m_hasWriter = m_hasWriter || got > 0 || (poller.revents & POLLHUP) != 0;
        if (m_bytes.size() + static_cast<std::size_t>(got) > m_limit) {
            return tooLarge(m_path, m_limit);
        }
        m_bytes.append(m_chunk, 0, static_cast<std::size_t>(got));
        return got == 0 && m_hasWriter;
    }

    int m_fd;
    const std::string &m_path;
    std::size_t m_limit;
    bool m_hasWriter; ///< there is or was one
    const BootTime m_start = systemClock().bootTime();
    std::string m_bytes;
    std::string m_chunk = std::string(std::size_t {64} * 1024, '\0');
};

} // namespace

Result<std::string> readInput(const std::string &path, std::size_t limit)
{
    static bool inputWasRead = false;
    if (path == "-" && std::exchange(inputWasRead, true)) {
        return refusal(path, "standard input can be read once");
    }
    const Descriptor file(path);
    struct stat status {
    };
    if (file.get() < 0 || fstat(file.get(), &status) != 0) {
        return refusal(path, std::strerror(errno)); // NOLINT(concurrency-mt-unsafe): one thread
    }
    if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) || (path == "-" && isatty(file.get()) != 0)) {
        return Pipe(file.get(), path, limit).readAll();
    }
    if (!S_ISREG(status.st_mode)) {
        return refusal(path, "neither a file nor a pipe");
    }
    if (static_cast<std::size_t>(status.st_size) > limit) {
        return tooLarge(path, limit);
    }
    return readFile(file.get(), path, static_cast<std::size_t>(status.st_size));
}

} // namespace plimsoll::cli
