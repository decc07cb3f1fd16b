"""The ladder of rules: 基本 ⊂ 推荐 ⊂ 严格, frozen for each version of the language.

A set that is here is never changed: a newer compiler must not turn a workspace red that was green. A new rule joins
the set of the next language version. Errors of reading (what is not the language) belong to no rung: they are always
found. Each rung lists what it adds to the one below.
"""

from __future__ import annotations

RUNGS = ("基本", "推荐", "严格")

SETS: dict[str, dict[str, tuple[str, ...]]] = {
    "1": {
        "基本": (
            "OT0121", "OT0122", "OT1309", "OT1310", "OT2102", "OT2103", "OT2105", "OT2201", "OT2203", "OT2204",
            "OT2205", "OT2206", "OT2208", "OT2301", "OT2302", "OT2401", "OT2402", "OT2403", "OT2501", "OT2502",
        ),
        "推荐": (
            "OT2101", "OT2202", "OT2207", "OT2210", "OT2214", "OT2216", "OT2217", "OT2219", "OT2220", "OT2303",
            "OT2304", "OT2305", "OT2306", "OT2307", "OT2308", "OT2311", "OT2312", "OT2313", "OT2320", "OT2404",
            "OT2503", "OT2504", "OT2505", "OT2506", "OT2507", "OT2508", "OT2601", "OT2602", "OT2701", "OT2702",
            "OT2703", "OT2704", "OT2707",
        ),
        "严格": (
            "OT2106", "OT2107", "OT2108", "OT2215", "OT2218", "OT2309", "OT2310", "OT2405", "OT2406", "OT2603",
            "OT2705", "OT2706", "OT2804", "OT2805", "OT2806", "OT2807", "OT2808",
        ),
    },
}  # fmt: skip

# What version 2 adds to version 1: overlays, names, the province.
ADDED_BY_2: dict[str, tuple[str, ...]] = {
    "基本": (),
    "推荐": ("OT1516", "OT2604", "OT2606", "OT2607", "OT2608", "OT2609", "OT2610", "OT2613", "OT3204", "OT2620", "OT2621", "OT2622", "OT2623", "OT2624", "OT2625"),
    "严格": ("OT1517", "OT2605"),
}
SETS["2"] = {rung: tuple(sorted(SETS["1"][rung] + ADDED_BY_2[rung])) for rung in RUNGS}


# What reading a catalogue warns of since version 2.
READ_SINCE_2 = frozenset(("OT2611", "OT2612"))


def later_than(language: str) -> frozenset[str]:
    """What reading finds that a workspace of this language version is not told: it came with a later one."""
    return READ_SINCE_2 if int(language) < 2 else frozenset()


def rules_of(language: str, rung: str) -> frozenset[str]:
    """The codes that a workspace of this language version is checked for on this rung. Raises ``KeyError``."""
    steps = SETS[language]
    return frozenset(code for step in RUNGS[: RUNGS.index(rung) + 1] for code in steps[step])


ALL = rules_of(max(SETS, key=int), RUNGS[-1])
