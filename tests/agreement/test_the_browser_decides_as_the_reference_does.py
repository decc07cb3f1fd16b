"""decide.js, in one Node process for each bundle, against the reference for applicant after applicant."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from agreement.subjects import cases, ir, json_answers, keys, names

import onething.emit.web
from onething.emit.web.decisions import decisions
from onething.model.outcome import LATER, OWN, Outcome

NODE = shutil.which("node")
if not NODE and os.environ.get("ONETHING_REQUIRE_ALL") != "1":
    pytest.skip("node is not installed", allow_module_level=True)

LIMIT, RANDOM = 900, 60
DECIDE = (Path(onething.emit.web.__file__).parent / "decide.js").read_text(encoding="utf-8")
LOOP = """
require('readline').createInterface({input: process.stdin}).on('line', function (line) {
  var out = onething.decide(D, JSON.parse(line));
  delete out.truth;
  process.stdout.write(JSON.stringify(out) + '\\n');
});
"""


def decided(key: str, states: list[dict]) -> list[dict]:
    """One JSON line in and one out for each applicant."""
    script = f"const D = {json.dumps(decisions(ir(key)), ensure_ascii=False)};{DECIDE}{LOOP}"
    lines = "\n".join(json.dumps(s, ensure_ascii=False) for s in states)
    done = subprocess.run([NODE, "-e", script], input=lines, capture_output=True, text=True, check=True, timeout=300)
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(key: str, got: dict, right: Outcome) -> None:
    fields, lines = names(key)["field"], names(key)["line"]
    assert got["taken"] == list(right.taken)
    assert {m for m, x in got["matters"].items() if x["blocked"]} == set(right.refused)
    shown = {n for n, f in got["fields"].items() if f["visible"]}
    assert shown == {fields[f.thing] for f in right.fields}
    assert {n for n in shown if got["fields"][n]["required"]} == {fields[f.thing] for f in right.fields if f.required}
    brought = {(m["id"], m["how"]) for m in got["materials"] if m["how"] in (OWN, LATER)}
    assert brought == {(lines[line.thing, line.group], line.how) for line in right.hand_in}
    offered = {m["id"] for m in got["materials"] if m["how"] == "非必要"}
    assert offered == {lines[line.thing, line.group] for line in right.lines if line.optional and line.how in (OWN, LATER)}
    groups: dict = {}
    for line in right.hand_in:
        if line.group:
            groups.setdefault(line.group, set()).add(line.thing)
    label = {m.id: m.name for m in ir(key).materials}
    wanted = [{label[lines[t, g]] for t in things} for g, things in groups.items() if len(things) > 1]
    assert sorted(map(sorted, got["groups"])) == sorted(map(sorted, wanted))
    assert got["blocked"] is bool(right.blocked)
    holding = {(g["kind"], g["message"]) for g in got["gates"] if not g["matter"]}
    assert holding == {(g.kind, g.message) for g in (*right.blocked, *right.informed) if not g.matter}
    time = right.limit.time
    assert got["time"]["low"] == [time.working_days, time.natural_days + time.days, time.hours]
    assert set(got["time"]["not_stated"]) == set(right.limit.not_stated)
    waves = [{m for m, n in right.wave.items() if n == i} for i in range(1, max(right.wave.values(), default=0) + 1)]
    assert [set(w) for w in got["time"]["waves"]] == waves
    assert got["unanswered"] == [] and got["exact"]


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT, RANDOM))
def test_everybody_gets_the_same_decisions(key, limit):
    all_cases = cases(key, limit)
    states = [
        {"answers": json_answers(right), "choose": sorted(who.choose), "done": sorted(who.done), "doing": sorted(who.doing)}
        for who, right in all_cases
    ]
    for (who, right), got in zip(all_cases, decided(key, states), strict=True):
        try:
            compare(key, got, right)
        except AssertionError as error:
            raise AssertionError(f"{who}: {error}") from error
