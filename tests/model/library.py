# SPDX-License-Identifier: MIT
"""The library under test, asked with JSON through ctypes."""

import ctypes
import json

ELIGIBILITY, DEADLINES, EXTENSION, WINDOWS, STANDING = 1, 2, 4, 8, 16
NUL_TERMINATED = ctypes.c_size_t(-1)


class Library:
    def __init__(self, path):
        self.c = ctypes.CDLL(str(path))
        for name in ("complaint_diagnostics_get_text", "complaint_status_text"):
            getattr(self.c, name).restype = ctypes.c_char_p
        self.c.complaint_diagnostics_count.restype = ctypes.c_size_t

    def load(self, *paths):
        return Answerer(self, paths)


class Answerer:
    """A set of policies, asked one case after another with the same answer object."""

    def __init__(self, library, paths):
        self.c = library.c
        self.diagnostics = self.made("complaint_diagnostics_new")
        policies = []
        for path in paths:
            policies.append(self.made("complaint_policy_load_file", str(path).encode(),
                                      tail=[self.diagnostics]))
        array = (ctypes.c_void_p * len(policies))(*policies)
        self.set = self.made("complaint_set_new", array, ctypes.c_size_t(len(policies)),
                             tail=[self.diagnostics])
        self.answer = self.made("complaint_answer_new")

    def made(self, name, *arguments, tail=()):
        thing = ctypes.c_void_p()
        status = getattr(self.c, name)(*arguments, ctypes.byref(thing), *tail)
        if status:
            raise RuntimeError(f"{name}: {self.faults(status)}")
        return thing

    def faults(self, status):
        lines = [self.c.complaint_status_text(status).decode()]
        for i in range(self.c.complaint_diagnostics_count(self.diagnostics)):
            lines.append(self.c.complaint_diagnostics_get_text(
                self.diagnostics, ctypes.c_size_t(i)).decode())
        return "\n".join(lines)

    def ask(self, case):
        text = ctypes.c_char_p()
        status = self.c.complaint_answer_evaluate_json(
            self.answer, self.set, STANDING, json.dumps(case).encode(), NUL_TERMINATED, None,
            ctypes.byref(text), None, self.diagnostics)
        if status:
            raise RuntimeError(self.faults(status))
        return json.loads(text.value)
