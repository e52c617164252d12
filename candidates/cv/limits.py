"""What a child of `sandbox` may use up; it sets these limits on itself first of all."""

import gc
import logging
import os
import resource
from typing import BinaryIO

MEMORY = 1024**3  # bytes of address space
CPU = 10  # seconds
FILE = 50 * 1024 * 1024
OPEN_FILES = 64

_LIMITS = {
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CPU: CPU,
    resource.RLIMIT_FSIZE: FILE,
    resource.RLIMIT_NOFILE: OPEN_FILES,
    resource.RLIMIT_CORE: 0,
}


def confine() -> BinaryIO:
    """Set the limits; return where to answer, which no printing parser reaches."""
    for limit, most in _LIMITS.items():
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (allowed, allowed))
    gc.disable()  # a process this short only loses by collecting
    logging.disable(logging.CRITICAL)
    answer = os.dup(1)
    os.dup2(2, 1)  # a parser that prints must not garble the answer
    return os.fdopen(answer, "wb")
