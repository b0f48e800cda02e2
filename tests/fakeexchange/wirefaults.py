# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that concern how an answer travels. Each gets the Wire of the connection and the Reply it should carry.

The connection is closed afterwards. Sending to a client that has gone raises OSError, which the server takes as
the end of the connection.
"""
import functools
import zlib

BLOCK = 1 << 20
FILL = b" " * 65536


def silent(wire, _reply, _args):
    wire.wait_gone(None)


def delay(wire, args):
    wire.wait_gone(args["seconds"])


def reset(wire, _reply, _args):
    wire.reset()


def close_early(wire, reply, _args):
    wire.send(wire.head(reply) + reply.body[:len(reply.body) // 2])


def drop_after(wire, reply, _args):
    wire.send(wire.head(reply) + reply.body)


def _slowly(wire, data, interval_ms):
    for index in range(len(data)):
        wire.send(data[index:index + 1])
        if wire.wait_gone(interval_ms / 1000):
            return


def trickle(wire, reply, args):
    wire.send(wire.head(reply))
    _slowly(wire, reply.body, args["interval_ms"])


def trickle_head(wire, reply, args):
    _slowly(wire, wire.head(reply) + reply.body, args["interval_ms"])


def huge(wire, reply, args):
    total = args["bytes"]
    wire.send(wire.head(reply, length=total) + b"[")
    left = total - 2
    while left > 0:
        wire.send(FILL[:left])
        left -= min(left, len(FILL))
    wire.send(b"]")


def huge_chunked(wire, reply, _args):
    wire.send(wire.head(reply, length=None, extra={"Transfer-Encoding": "chunked"}) + b"1\r\n[\r\n")
    while True:
        wire.send(b"%x\r\n%b\r\n" % (len(FILL), FILL))


def huge_head(wire, reply, _args):
    wire.send(wire.head(reply)[:-2])
    number = 0
    while True:
        wire.send(b"X-Fill-%d: %b\r\n" % (number, b"x" * 8192))
        number += 1


@functools.lru_cache(maxsize=4)
def bomb(size):
    """A gzip member of '[', size - 2 blanks and ']'. One block is packed once and repeated: full flushes allow it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(b"[") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    blocks, rest = divmod(max(size - 2, 0), BLOCK)
    last = packer.compress(b" " * rest + b"]") + packer.flush(zlib.Z_FINISH)
    check, blank = zlib.crc32(b"["), b" " * BLOCK
    for _ in range(blocks):
        check = zlib.crc32(blank, check)
    check = zlib.crc32(b" " * rest + b"]", check)
    trailer = check.to_bytes(4, "little") + ((2 + blocks * BLOCK + rest) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff" + first + block * blocks + last + trailer


def gzip_bomb(wire, reply, args):
    data = bomb(args["bytes"])
    wire.send(wire.head(reply, length=len(data), extra={"Content-Encoding": "gzip"}) + data)


def wrong_length(wire, reply, _args):
    wire.send(wire.head(reply, length=max(0, len(reply.body) - 10)) + reply.body)


def garbage_http(wire, _reply, _args):
    wire.send(b"\x00\xff\xfeSSH-2.0-nothing\r\n\r\n" + b"\x80" * 64)
