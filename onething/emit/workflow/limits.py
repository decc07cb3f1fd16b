"""Time limits as ISO 8601 durations.

A platform with a calendar of working days sets the variable of a limit itself. Its default turns working days
into days at 7 for 5, rounded up, so that a reminder never comes early; 即办 is one day, a limit that is not
stated never ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from onething.plan.ir import Condition, Duration, DurationCase, Matter

NEVER = "P36500D"


def iso(duration: Duration) -> str:
    """The duration as the timer's default."""
    days = math.ceil(duration.working_days * 7 / 5) + math.ceil(duration.natural_days)
    hours = math.ceil(duration.hours)
    if not days and not hours:
        return "P1D"
    return ("P" + (f"{days}D" if days else "") + (f"T{hours}H" if hours else ""))


def cases(matter: Matter) -> list[DurationCase]:
    """The limits that may hold, first match first: the promise, else the legal limit."""
    if matter.limit_free:
        return []
    found: list[DurationCase] = []
    for case in (*matter.promise, *matter.legal):
        if case.limit is not None and case.when is not False:
            found.append(case)
            if case.when is True:
                break
    return found


def expression(limits: list[DurationCase], printed: Callable[[Condition], str]) -> str:
    """A Python expression for the default of a matter's limit."""
    text = ""
    for case in limits:
        if case.when is True:
            return f"{text}{iso(case.limit)!r}"
        text += f"{iso(case.limit)!r} if ({printed(case.when)}) else "
    return f"{text}{NEVER!r}"


def excluded(matter: Matter) -> list[str]:
    """Special procedures off the clock."""
    return list(dict.fromkeys(p for case in cases(matter) for p in case.limit.excluding))
