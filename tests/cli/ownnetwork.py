# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command where the exchange's two real host names lead to this machine: in a network and a view of the file system of its own, with
a certificate that only this view trusts. Nothing leaves the machine, and nothing of it stays.

unshare -m -n python3 ownnetwork.py FOLDER FIRST SECOND COMMAND...   FIRST, SECOND: how data-api.binance.vision and api.binance.com answer,
"prices" or an HTTP status; prints {"code", "out", "err", "asked": [[host, status]...]}. Exits 77 where the machine does not allow this."""
import fcntl
import http.server
import json
import pathlib
import socket
import ssl
import struct
import subprocess
import sys
import threading
import urllib.error
import urllib.request

HOSTS = ("data-api.binance.vision", "api.binance.com")
EXCHANGE = pathlib.Path(__file__).resolve().parent.parent / "fakeexchange" / "fakeexchange.py"
PRICES = {"ETHUSDT": "230", "BCHUSDT": "230"}


def loopback_up():
    get, put, up = 0x8913, 0x8914, 1  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        flags = struct.unpack("16sh", fcntl.ioctl(any_socket, get, struct.pack("16sh", b"lo", 0)))[1]
        fcntl.ioctl(any_socket, put, struct.pack("16sh", b"lo", flags | up))


def prepare(folder):
    names = folder / "hosts"
    names.write_text("127.0.0.1 localhost " + " ".join(HOSTS) + "\n")
    trusted = folder / "trusted"
    trusted.mkdir()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + HOSTS[0], "-addext",
                    "subjectAltName=" + ",".join("DNS:" + host for host in HOSTS), "-keyout", folder / "key.pem", "-out", trusted / "ca.pem"],
                   check=True, capture_output=True)
    (trusted / "ca-certificates.crt").write_bytes((trusted / "ca.pem").read_bytes())
    subprocess.run(["openssl", "rehash", trusted], check=True, capture_output=True)
    subprocess.run(["mount", "--make-rprivate", "/"], check=True, capture_output=True)
    for source, target in ((names, "/etc/hosts"), (trusted, "/etc/ssl/certs")):
        subprocess.run(["mount", "--bind", source, target], check=True, capture_output=True)
    loopback_up()


def serve(folder, behaviour, exchange, asked):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            host = self.headers["Host"]
            wanted = behaviour[host]
            if wanted == "prices":
                try:
                    with urllib.request.urlopen(exchange + self.path, timeout=10) as answer:
                        status, body = answer.status, answer.read()
                except urllib.error.HTTPError as answer:
                    status, body = answer.code, answer.read()
            else:
                status, body = int(wanted), b'{"code":0,"msg":"Service unavailable from a restricted location"}'
            asked.append([host, status])
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 443), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "trusted" / "ca.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def main():
    folder, first, second = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    try:
        prepare(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, getattr(error, "stderr", b""), file=sys.stderr)
        return 77
    asked = []
    fake = subprocess.Popen([sys.executable, "-B", EXCHANGE, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        url = fake.stdout.readline().split()[-1]
        urllib.request.urlopen(urllib.request.Request(url + "/control/prices", data=json.dumps(PRICES).encode()), timeout=10).close()
        serve(folder, {HOSTS[0]: first, HOSTS[1]: second}, url, asked)
        done = subprocess.run(sys.argv[4:], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False)
    finally:
        fake.terminate()
        fake.wait()
    json.dump({"code": done.returncode, "out": done.stdout, "err": done.stderr, "asked": asked}, sys.stdout)
    return 0


sys.exit(main())
