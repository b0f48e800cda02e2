# SPDX-License-Identifier: GPL-3.0-or-later
"""Which faults are active now. Faults of a script step end with the step; others when used up or cleared."""
import threading

import faults


class Board:
    """Thread-safe. Hooks for state faults: name -> (on(args), off(args))."""

    def __init__(self):
        self.lock = threading.RLock()
        self.lasting, self.of_step = [], []
        self.hooks = {}

    def add(self, fault, of_step=False):
        with self.lock:
            (self.of_step if of_step else self.lasting).append(fault)
            self._hook(fault, 0)

    def clear(self):
        with self.lock:
            for fault in self.lasting + self.of_step:
                self._hook(fault, 1)
            self.lasting, self.of_step = [], []

    def set_step(self, named):
        """The fault or faults a script step names, or None; replaces those of the step before."""
        with self.lock:
            for fault in self.of_step:
                self._hook(fault, 1)
            self.of_step = []
            for item in named if isinstance(named, list) else [named] if named else []:
                self.add(faults.parse(item), of_step=True)

    def _hook(self, fault, which):
        if fault.name in self.hooks:
            self.hooks[fault.name][which](fault.args)

    def take(self, path):
        """The faults that act on this request; counts them down."""
        with self.lock:
            taken = []
            for fault in self.lasting + self.of_step:
                if not fault.matches(path) or fault.count == 0:
                    continue
                fault.seen += 1
                if fault.seen % fault.args.get("every", 1):
                    continue
                taken.append(fault)
                fault.count -= 1 if fault.count > 0 else 0
            for fault in self.lasting + self.of_step:
                if fault.count == 0:
                    self._hook(fault, 1)
            self.lasting = [fault for fault in self.lasting if fault.count]
            self.of_step = [fault for fault in self.of_step if fault.count]
            return taken

    def discard(self, name):
        """Forgets a fault that has ended by itself."""
        with self.lock:
            self.lasting = [fault for fault in self.lasting if fault.name != name]
            self.of_step = [fault for fault in self.of_step if fault.name != name]

    def describe(self):
        with self.lock:
            return [fault.describe() for fault in self.lasting + self.of_step]
