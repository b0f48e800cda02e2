// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/unpacked.h"

#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string_view>

namespace plimsoll::wire {

namespace {

Error malformed(const std::string &detail)
{
    return {ErrorCode::Malformed, {}, detail};
}

Error tooLarge(const std::string &what, std::size_t limit)
{
    return malformed(what + " more than " + std::to_string(limit) + " bytes");
}

struct InflateEnd {
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

bool isGzip(std::string_view bytes)
{
    return bytes.starts_with("\x1f\x8b");
}

Error notGzip(const std::string &detail)
{
    return malformed("the gzip data " + detail);
}

// Appends one member of a gzip file; `input` is moved behind it.
Result<Done> inflateMember(std::string_view &input, std::string &output, std::size_t limit)
{
    constexpr int kGzipWindow = 15 + 16;
    constexpr std::size_t kChunk = 256 * 1024;
    z_stream stream {};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) {
        return notGzip("could not be read: no memory");
    }
    const std::unique_ptr<z_stream, InflateEnd> guard(&stream);
    std::string chunk(kChunk, '\0');
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        const std::size_t offered = std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max());
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data())); // zlib reads only
        stream.avail_in = static_cast<uInt>(offered);
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = chunk.size() - stream.avail_out;
        const std::size_t taken = offered - stream.avail_in;
        if ((state != Z_OK && state != Z_STREAM_END) || (state == Z_OK && made == 0 && taken == 0)) {
            return notGzip(input.empty() ? "ends too early" : "is damaged");
        }
        if (made > limit - output.size()) {
            return tooLarge("the gzip data unpacks to", limit);
        }
        input.remove_prefix(taken);
        output.append(chunk, 0, made);
    }
    return Done {};
}

Result<std::string> gunzipped(std::string_view input, std::size_t limit)
{
    std::string output;
    while (!input.empty()) { // a gzip file may be several, one after the other
        if (!isGzip(input)) {
            return notGzip("is followed by something else");
        }
        if (const auto done = inflateMember(input, output, limit); !done) {
            return done.error();
        }
    }
    return output;
}

struct ZipEnd {
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

// The end record alone is an archive of nothing.
bool isZip(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

Error notZip(const std::string &detail)
{
    return malformed("the zip archive " + detail);
}

// Which of its entries is a file: folders end with a slash.
Result<zip_uint64_t> onlyFile(zip_t *archive)
{
    zip_uint64_t found = 0;
    int files = 0;
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const char *name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        if (name != nullptr && !std::string_view(name).ends_with('/')) {
            found = static_cast<zip_uint64_t>(i);
            ++files;
        }
    }
    if (files != 1) {
        return notZip(files == 0 ? "holds no file" : "holds " + std::to_string(files) + " files; one is needed");
    }
    return found;
}

// The sizes that it states are what somebody wrote there: only what comes is counted.
Result<std::string> unzipped(std::string_view bytes, std::size_t limit)
{
    constexpr std::size_t kChunk = 256 * 1024;
    std::unique_ptr<zip_source_t, ZipEnd> source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    const std::unique_ptr<zip_t, ZipEnd> archive(
        source ? zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr) : nullptr);
    if (!archive) {
        return notZip("is damaged");
    }
    static_cast<void>(source.release()); // the archive owns it now
    const auto entry = onlyFile(archive.get());
    if (!entry) {
        return entry.error();
    }
    const std::unique_ptr<zip_file_t, ZipEnd> file(zip_fopen_index(archive.get(), *entry, 0));
    if (!file) {
        return notZip("cannot be read: it is encrypted, damaged or packed in an uncommon way");
    }
    std::string output;
    std::string chunk(kChunk, '\0');
    zip_int64_t made = 0;
    while ((made = zip_fread(file.get(), chunk.data(), chunk.size())) > 0) {
        if (static_cast<std::size_t>(made) > limit - output.size()) {
            return tooLarge("the zip archive unpacks to", limit);
        }
        output.append(chunk, 0, static_cast<std::size_t>(made));
    }
    if (made < 0) {
        return notZip("is damaged");
    }
    return output;
}

} // namespace

Result<std::string> unpacked(std::string bytes, std::size_t limit)
{
    if (isGzip(bytes)) {
        return gunzipped(bytes, limit);
    }
    if (isZip(bytes)) {
        return unzipped(bytes, limit);
    }
    if (bytes.size() > limit) {
        return tooLarge("the file has", limit);
    }
    return bytes;
}

} // namespace plimsoll::wire
