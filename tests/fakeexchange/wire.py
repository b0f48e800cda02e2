# SPDX-License-Identifier: GPL-3.0-or-later
"""One HTTP/1.1 connection: reading requests, writing answers, and the rough handling that faults need."""
import email.utils
import http.client
import select
import socket
import struct
import time
from typing import NamedTuple
from urllib.parse import unquote

MAX_HEAD, MAX_BODY = 65536, 1 << 20
GONE = select.POLLRDHUP | select.POLLHUP | select.POLLERR
OWN_LENGTH = -1


class BadRequest(Exception):
    """Bytes that are not a request this server understands."""


class Request(NamedTuple):
    method: str
    path: str
    raw_query: str
    headers: dict  # names as sent
    body: bytes
    keep_alive: bool

    def query(self):
        """Decoded parameters; raises BadRequest when one is given twice or is not UTF-8."""
        result = {}
        for part in self.raw_query.split("&") if self.raw_query else []:
            name, _, value = part.partition("=")
            if name in result:
                raise BadRequest("Duplicate values for a parameter detected.")
            try:
                result[unquote(name, errors="strict")] = unquote(value, errors="strict")
            except UnicodeDecodeError:
                raise BadRequest("not UTF-8") from None
        return result


class Wire:
    def __init__(self, sock, stop):
        self.sock, self.stop, self.buffer = sock, stop, b""
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _more(self):
        data = self.sock.recv(65536)
        self.buffer += data
        return bool(data)

    def read_request(self):
        """The next request, or None when the client has closed."""
        while b"\r\n\r\n" not in self.buffer:
            if len(self.buffer) > MAX_HEAD:
                raise BadRequest("head too long")
            if not self._more():
                return None
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("utf-8", "replace").split("\r\n")
        words = first.split(" ")
        if len(words) != 3 or not words[2].startswith("HTTP/1."):
            raise BadRequest("not HTTP/1")
        headers = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        lower = {name.lower(): value for name, value in headers.items()}
        length = lower.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            raise BadRequest("bad Content-Length")
        while len(self.buffer) < int(length):
            if not self._more():
                return None
        body, self.buffer = self.buffer[:int(length)], self.buffer[int(length):]
        path, _, raw_query = words[1].partition("?")
        wanted = lower.get("connection", "keep-alive" if words[2] == "HTTP/1.1" else "close").lower()
        return Request(words[0], path, raw_query, headers, body, wanted != "close")

    @staticmethod
    def head(reply, length=OWN_LENGTH, extra=None):
        """Status line and headers; length None leaves Content-Length out."""
        headers = {"Content-Type": "application/json;charset=UTF-8", "Date": email.utils.formatdate(time.time(), usegmt=True)}
        if length is not None:
            headers["Content-Length"] = str(len(reply.body) if length == OWN_LENGTH else length)
        headers.update(reply.headers)
        headers.update(extra or {})
        lines = [f"HTTP/1.1 {reply.status} {http.client.responses.get(reply.status, 'Status')}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def send(self, data):
        self.sock.sendall(data)

    def answer(self, reply, keep_alive):
        extra = {} if keep_alive else {"Connection": "close"}
        self.send(self.head(reply, extra=extra) + reply.body)

    def wait_gone(self, seconds):
        """Waits (None: for ever); True as soon as the client has gone or the server stops. Reads nothing."""
        end = None if seconds is None else time.monotonic() + seconds
        poll = select.poll()
        poll.register(self.sock, GONE)
        while not self.stop.is_set():
            left = 0.1 if end is None else min(0.1, end - time.monotonic())
            if left <= 0:
                return False
            if poll.poll(left * 1000):
                return True
        return True

    def reset(self):
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def close(self):
        self.sock.close()
