# SPDX-License-Identifier: MIT
"""Kleene's three truths: True, False, and None for unknown."""


def negate(truth):
    return None if truth is None else not truth


def both(truths):
    """`all`: one false decides, else one unknown leaves it unknown."""
    seen = list(truths)
    if False in seen:
        return False
    return None if None in seen else True


def either(truths):
    """`any`: one true decides, else one unknown leaves it unknown."""
    seen = list(truths)
    if True in seen:
        return True
    return None if None in seen else False
