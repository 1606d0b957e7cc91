"""Runs commands as whole processes and sums up what they took."""
import os
import statistics
import subprocess
import sys
import time
from typing import NamedTuple


class Taken(NamedTuple):
    wall: float    # seconds
    cpu: float     # seconds of processor time, of all threads
    memory: float  # peak, in MB


def run(command, stdin=None, environment=None):
    """One command that must succeed, or leave some records out (exit code 1)."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: failed: {' '.join(command)}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def take_turns(commands, runs):
    """Runs all commands in turn, so that a busy machine slows all alike. Lists of Taken by name."""
    taken = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command))
    return taken


def middle(values):
    """Median, least and most."""
    values = list(values)
    return statistics.median(values), min(values), max(values)


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def show(values):
    values = list(values)
    if len(values) == 1:
        return number(values[0])
    median, least, most = middle(values)
    return f"{number(median)} ({number(least)}–{number(most)})"
