// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace plimsoll::margin {

/// A vector whose shared copies keep everything that did not change: a snapshot of many accounts costs what changed,
/// not what exists. Two levels of blocks. A block that was handed out by share() is never written again, it is
/// replaced; so a shared copy may be read on any thread while the owner goes on. Only the owner calls set(), resize()
/// and share().
template<typename T>
class SharedVector
{
public:
    SharedVector() = default;

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] const T &operator[](std::size_t index) const
    {
        assert(index < m_size);
        return m_groups[index / kGroup]->blocks[index % kGroup / kBlock]->items[index % kBlock];
    }

    void set(std::size_t index, T value)
    {
        assert(index < m_size);
        block(index).items[index % kBlock] = std::move(value);
    }

    void resize(std::size_t size)
    {
        m_groups.resize((size + kGroup - 1) / kGroup);
        for (std::size_t index = m_size / kBlock * kBlock; index < size; index += kBlock) {
            block(index);
        }
        m_size = size;
    }

    /// Nothing was set or resized between the two copies.
    [[nodiscard]] bool isSameAs(const SharedVector &other) const
    {
        return m_size == other.m_size && m_groups == other.m_groups;
    }

    /// An independent, frozen copy.
    [[nodiscard]] SharedVector share()
    {
        ++m_epoch;
        return *this;
    }

private:
    static constexpr std::size_t kBlock = 16;
    static constexpr std::size_t kGroup = kBlock * 64;

    struct Block {
        std::uint64_t epoch = 0;
        std::array<T, kBlock> items;
    };

    struct Group {
        std::uint64_t epoch = 0;
        std::array<std::shared_ptr<Block>, kGroup / kBlock> blocks;
    };

    // The part itself where it was made after the last share(), else a fresh copy in its place.
    template<typename Part>
    Part &own(std::shared_ptr<Part> &part)
    {
        if (!part) {
            part = std::make_shared<Part>();
            part->epoch = m_epoch;
        } else if (part->epoch != m_epoch) {
            part = std::make_shared<Part>(*part);
            part->epoch = m_epoch;
        }
        return *part;
    }

    Block &block(std::size_t index) { return own(own(m_groups[index / kGroup]).blocks[index % kGroup / kBlock]); }

    std::vector<std::shared_ptr<Group>> m_groups;
    std::size_t m_size = 0;
    std::uint64_t m_epoch = 0;
};

} // namespace plimsoll::margin
