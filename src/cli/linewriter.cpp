// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/linewriter.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <utility>

namespace plimsoll::cli {

namespace {
constexpr int kLookMs = 100;
constexpr int kLooksAtTheEnd = 20;
} // namespace

LineWriter::LineWriter(std::function<void()> onLost)
    : m_onLost(std::move(onLost))
    , m_patience(kLooksAtTheEnd)
    , m_thread([this] { run(); })
{
}

LineWriter::~LineWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void LineWriter::write(std::string line, Then then)
{
    add({Kind::Event, std::move(line), std::move(then)});
}

void LineWriter::writeLatest(std::string line)
{
    add({Kind::Latest, std::move(line), {}});
}

void LineWriter::follow(Then then)
{
    add({Kind::Mark, {}, std::move(then)});
}

void LineWriter::add(Item item)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto same = [&item](const Item &waiting) { return waiting.kind == item.kind; };
        const auto found = item.kind == Kind::Event ? m_waiting.end() : std::ranges::find_if(m_waiting, same);
        if (found != m_waiting.end()) {
            if (item.kind == Kind::Mark) {
                return;
            }
            m_waiting.erase(found);
        }
        if (!item.text.empty()) {
            item.text += '\n';
        }
        m_waiting.push_back(std::move(item));
    }
    m_changed.notify_all();
}

void LineWriter::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return;
        }
        const Item item = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        const bool written = put(item.text);
        if (item.then) {
            item.then(written);
        }
        lock.lock();
    }
}

// In pieces that a pipe takes whole or not at all, and only where it has room: a write that blocks could not be ended.
bool LineWriter::put(const std::string &text)
{
    std::size_t done = 0;
    while (!m_lost && done < text.size()) {
        pollfd out {STDOUT_FILENO, POLLOUT, 0};
        if (::poll(&out, 1, kLookMs) == 0) {
            const std::lock_guard lock(m_mutex);
            if (m_ending && m_patience-- <= 0) {
                return false;
            }
            continue;
        }
        const ssize_t size = ::write(STDOUT_FILENO, text.data() + done,
                                     std::min<std::size_t>(text.size() - done, PIPE_BUF));
        if (size >= 0) {
            done += static_cast<std::size_t>(size);
        } else if (errno != EINTR && errno != EAGAIN) {
            m_lost = true;
            m_onLost();
        }
    }
    return !m_lost;
}

} // namespace plimsoll::cli
