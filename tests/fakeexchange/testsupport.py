# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting the fake exchange as a process and talking to it, over http.client or over a raw socket."""
import http.client
import json
import os
import socket
import subprocess
import sys
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "fakeexchange.py")
LIMIT_S = 5.0


class Running:
    """A fake exchange process; use as a context manager."""

    def __init__(self, *args):
        self.process = subprocess.Popen([sys.executable, PROGRAM, "--port", "0", *args], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://127.0.0.1:"):
            raise AssertionError(f"no ready line: {line!r} {self.process.communicate()[1]}")
        self.port = int(line.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.terminate()
        self.process.communicate(timeout=LIMIT_S)
        return self.process.returncode

    def request(self, method, path, body=None):
        """(status, headers, body bytes)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT_S)
        try:
            connection.request(method, path, body)
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def get(self, path, **query):
        text = urllib.parse.urlencode(query, quote_via=urllib.parse.quote)
        return self.request("GET", path + ("?" + text if text else ""))

    def json(self, path, **query):
        status, _, body = self.get(path, **query)
        if status != 200:
            raise AssertionError(f"{path}: {status} {body[:200]}")
        return json.loads(body)

    def prices(self, **query):
        return {row["symbol"]: row["price"] for row in self.json("/api/v3/ticker/price", **query)}

    def control(self, what, data=None):
        status, _, body = self.request("GET" if data is None else "POST", "/control/" + what,
                                       None if data is None else json.dumps(data))
        if status != 200:
            raise AssertionError(f"/control/{what}: {status} {body}")
        return json.loads(body)

    def fault(self, name, count=None, **args):
        self.control("fault", {"name": "none"})
        self.control("fault", {"name": name, "args": args, **({} if count is None else {"count": count})})

    def open(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT_S)

    def ask(self, path="/api/v3/ticker/price"):
        """A raw socket that has sent one GET."""
        sock = self.open()
        sock.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        return sock


def read_all(sock, most=1 << 20):
    """(head, body) up to the end of the connection or `most` bytes."""
    data = b""
    with sock:
        while len(data) < most:
            part = sock.recv(65536)
            if not part:
                break
            data += part
    head, _, body = data.partition(b"\r\n\r\n")
    return head.decode("latin-1"), body


def header(head, name):
    for line in head.split("\r\n")[1:]:
        key, _, value = line.partition(": ")
        if key.lower() == name.lower():
            return value
    return None
