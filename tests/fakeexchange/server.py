# SPDX-License-Identifier: GPL-3.0-or-later
"""The server: listens on loopback, one thread per connection, answers /api/ through the faults, and /control/."""
import collections
import itertools
import socket
import threading
import time

import control
import endpoints
from board import Board
from bodyfaults import Reply
from wire import BadRequest, Wire

HOST = "127.0.0.1"
LOG_LENGTH, KEPT_BODIES = 100000, 512
WEIGHT_LIMIT = 6000


class Exchange:
    """Ties market, faults and sockets together; start() binds, stop is an Event that ends everything."""

    def __init__(self, market, port, enforce_limits=False):
        self.market, self.board, self.stop = market, Board(), threading.Event()
        self.enforce_limits = enforce_limits
        self.lock = threading.Lock()
        self.log = collections.deque(maxlen=LOG_LENGTH)
        self.counts = {"requests": 0, "connections": 0, "inFlight": 0, "maxInFlight": 0}
        self.weight, self.weight_minute = 0, 0
        self.last_replies = collections.OrderedDict()
        self.refuse_until = 0.0
        self.port = port
        self.listener = self._listen()
        self.port = self.listener.getsockname()[1]
        self.board.hooks = {"refuse": (self._refuse, self._accept_again),
                            "time_shift": (lambda args: self._shift(args["ms"]), lambda args: self._shift(-args["ms"]))}
        market.on_fault = self.board.set_step

    def start(self):
        self.market.start()
        threading.Thread(target=self._accept_loop, daemon=True).start()
        threading.Thread(target=self._tick_loop, daemon=True).start()

    def _listen(self):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, self.port))
        listener.listen(64)
        return listener

    def _shift(self, milliseconds):
        self.market.offset_ms += milliseconds

    def _refuse(self, args):
        with self.lock:
            self.refuse_until = time.monotonic() + args["seconds"]
            listener, self.listener = self.listener, None
            if listener:
                listener.shutdown(socket.SHUT_RDWR)  # wakes accept(), which close() alone does not
                listener.close()

    def _accept_again(self, _args):
        self.refuse_until = 0.0

    def _reopened(self):
        with self.lock:
            if time.monotonic() < self.refuse_until:
                return False
            try:
                self.listener = self._listen()
            except OSError:
                return False  # the port is taken for the moment; the accept loop asks again
        self.board.discard("refuse")
        return True

    def _accept_loop(self):
        while not self.stop.is_set():
            listener = self.listener
            if listener is None:
                if not self._reopened():
                    self.stop.wait(0.02)
                continue
            try:
                sock, _ = listener.accept()
            except OSError:
                continue
            with self.lock:
                self.counts["connections"] += 1
                number = self.counts["connections"]
            threading.Thread(target=self._serve, args=(sock, number), daemon=True).start()

    def _tick_loop(self):
        while not self.stop.wait(0.05):
            self.market.tick()

    def _serve(self, sock, number):
        wire = Wire(sock, self.stop)
        try:
            while not self.stop.is_set():
                request = wire.read_request()
                if request is None or not self._one(wire, request, number):
                    break
        except BadRequest as error:
            self._try_answer(wire, Reply(400, str(error).encode(), {"Content-Type": "text/plain"}))
        except OSError:
            pass  # the client has gone, or a fault has closed the socket
        finally:
            wire.close()

    @staticmethod
    def _try_answer(wire, reply):
        try:
            wire.answer(reply, False)
        except OSError:
            pass

    def _one(self, wire, request, connection):
        """Answers one request; False when the connection must end."""
        if request.path.startswith("/control/"):
            wire.answer(control.answer(self, request), request.keep_alive)
            return request.keep_alive
        entry = {"time": time.time_ns() // 1000000, "method": request.method, "path": request.path,
                 "query": request.raw_query, "headers": list(request.headers), "connection": connection,
                 "status": None, "faults": [], "answered": None}
        with self.lock:
            self.log.append(entry)
            self.counts["requests"] += 1
            self.counts["inFlight"] += 1
            self.counts["maxInFlight"] = max(self.counts["maxInFlight"], self.counts["inFlight"])
        try:
            return self._api(wire, request, entry)
        finally:
            self._leave(entry, None)

    def _leave(self, entry, answered):
        """Ends a request once. Called before the answer is sent: afterwards the client's next one may already be here."""
        with self.lock:
            if "left" not in entry:
                entry["left"] = True
                entry["answered"] = answered
                self.counts["inFlight"] -= 1

    def _api(self, wire, request, entry):
        if request.path == "/api/v3/ticker/price":
            self.market.price_request()
        taken = self.board.take(request.path)
        entry["faults"] = [fault.name for fault in taken]
        by_kind = {kind: [fault for fault in taken if fault.spec.kind == kind]
                   for kind in ("state", "pause", "reply", "rows", "body", "head", "wire")}
        states = {fault.name for fault in by_kind["state"]}
        if "refuse" in states:
            wire.reset()
            return False
        for fault in by_kind["pause"]:
            fault.spec.apply(wire, fault.args)
        reply = self._reply(request, by_kind, "frozen" in states)
        for fault in by_kind["body"] if reply.status == 200 else []:
            reply = reply._replace(body=fault.spec.apply(reply.body, fault.args))
        for fault in by_kind["head"]:
            reply = reply._replace(headers={**reply.headers, **fault.spec.apply(fault.args)})
        entry["status"] = reply.status
        if by_kind["wire"]:
            fault = by_kind["wire"][0]
            fault.spec.apply(wire, reply, fault.args)
            return False
        self._leave(entry, time.time_ns() // 1000000)
        wire.answer(reply, request.keep_alive)
        return request.keep_alive

    def _reply(self, request, by_kind, frozen):
        target = request.path + "?" + request.raw_query
        if frozen and target in self.last_replies:
            reply, weight = self.last_replies[target]
        else:
            reply, weight = self._computed(request, by_kind["rows"])
            # What a row fault has changed is not a body the exchange once sent, so it is not kept to be repeated.
            if reply.status == 200 and (frozen or not by_kind["rows"]):
                with self.lock:
                    self.last_replies[target] = reply, weight
                    if len(self.last_replies) > KEPT_BODIES:
                        self.last_replies.popitem(last=False)
        used = self._use_weight(weight)
        if by_kind["reply"]:
            fault = by_kind["reply"][0]
            reply = fault.spec.apply(fault.args)
            if reply.needs_target:
                location = reply.headers["Location"] + target.rstrip("?")
                reply = reply._replace(headers={**reply.headers, "Location": location})
        elif self.enforce_limits and used > WEIGHT_LIMIT:
            wait = 60 - int(time.time()) % 60
            body = endpoints.ApiError(-1003, f"Too much request weight used; current limit is {WEIGHT_LIMIT} request "
                                             "weight per 1 MINUTE.").body()
            reply = Reply(429, body, {"Retry-After": str(wait)})
        return reply._replace(headers={"X-MBX-USED-WEIGHT-1M": str(used), **reply.headers})

    def _computed(self, request, row_faults):
        # duplicate_key turns rows into text, so it has to be the last to see them.
        ordered = sorted(row_faults, key=lambda fault: fault.name == "duplicate_key")
        mutators = [lambda rows, single, fault=fault: fault.spec.apply(rows, single, fault.args) for fault in ordered]
        if request.method != "GET":
            return Reply(405, b"", {"Allow": "GET"}), 1
        try:
            answer = endpoints.answer(self.market, request.path, request.query(), mutators)
        except BadRequest as error:
            return Reply(400, endpoints.ApiError(-1101, str(error)).body()), 1
        except endpoints.ApiError as error:
            return Reply(error.status, error.body()), endpoints.refused_weight(request.path)
        html = {"Content-Type": "text/html"} if answer.status == 404 else {}
        return Reply(answer.status, answer.body, html), answer.weight

    def _use_weight(self, weight):
        with self.lock:
            minute = int(time.time()) // 60
            if minute != self.weight_minute:
                self.weight, self.weight_minute = 0, minute
            self.weight += weight
            return self.weight

    def state(self):
        with self.lock:
            counts = {**self.counts, "usedWeight": self.weight if int(time.time()) // 60 == self.weight_minute else 0}
        return {**self.market.state(), **counts, "faults": self.board.describe()}

    def log_entries(self, since=0):
        with self.lock:
            first = self.counts["requests"] - len(self.log)
            chosen = itertools.islice(self.log, max(0, since - first), None)
            return [{key: value for key, value in entry.items() if key != "left"} for entry in chosen]
