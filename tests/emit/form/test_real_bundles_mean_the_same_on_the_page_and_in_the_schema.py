"""For the bundles of the repository: decide.js and form.schema.json agree with the reference meaning."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from form.applicants import applicants
from jsonschema import Draft202012Validator

import onething.emit.web
from onething.emit.form import emit
from onething.emit.web.decisions import decisions
from onething.plan.publish import publish
from onething.semantics import outcome
from onething.workspace.workspace import open_workspace

NODE = shutil.which("node")
if not NODE and os.environ.get("ONETHING_REQUIRE_ALL") != "1":
    pytest.skip("node is not installed", allow_module_level=True)

REPOSITORY = Path(__file__).parents[3]
ROOTS = sorted(p.parent for folder in ("bundles", "examples") for p in (REPOSITORY / folder).rglob("onething.toml"))
DECIDE = (Path(onething.emit.web.__file__).parent / "decide.js").read_text(encoding="utf-8")
COUNT = 60


@cache
def sound_bundles() -> dict[str, tuple]:
    """(analysis, published form) of every bundle without errors, by workspace and identity."""
    found = {}
    for root in ROOTS:
        for one in open_workspace(root).examine():
            if one.sound:
                ir = publish(one.analysis)
                found[f"{root.name}:{ir.identity}"] = (one.analysis, ir)
    return found


@cache
def reference(key: str) -> list[tuple]:
    """Applicants, each with the outcome of the reference."""
    analysis, ir = sound_bundles()[key]
    pairs = []
    for a in applicants(ir, COUNT, seed=9):
        answers = {k: v if isinstance(v, str) else Fraction(v) for k, v in a.answers.items()}
        known = (frozenset(a.choice), frozenset(a.done), frozenset(a.doing))
        pairs.append((a, outcome(analysis.bundle, analysis.catalogue, answers, *known)))
    return pairs


@pytest.mark.parametrize("key", sound_bundles())
def test_the_browser_decides_as_the_reference_does(key):
    ir = sound_bundles()[key][1]
    pairs = reference(key)
    script = f"const D = {json.dumps(decisions(ir), ensure_ascii=False)};{DECIDE}" + (
        ";process.stdout.write(JSON.stringify(JSON.parse(require('fs').readFileSync(0, 'utf8'))"
        ".map(s => Object.assign(onething.decide(D, s), {truth: 0}))))"
    )
    states = [{"answers": a.answers, "choose": a.choice, "done": a.done, "doing": a.doing} for a, _ in pairs]
    done = subprocess.run([NODE, "-e", script], input=json.dumps(states), capture_output=True, text=True, check=True, timeout=60)
    for (a, right), got in zip(pairs, json.loads(done.stdout), strict=True):
        shown = {name for name, field in got["fields"].items() if field["visible"]}
        time = right.limit.time
        waves = [{m for m, n in right.wave.items() if n == i} for i in range(1, max(right.wave.values(), default=0) + 1)]
        assert set(got["taken"]) == set(right.taken)
        assert shown == {f.thing.label for f in right.fields}
        assert {n for n in shown if got["fields"][n]["required"]} == {f.thing.label for f in right.fields if f.required}
        assert [m["name"] for m in got["materials"]] == [line.thing.label for line in right.lines]
        brought = {m["name"] for m in got["materials"] if m["how"] in ("自备", "容缺后补")}
        assert brought == {line.thing.label for line in right.hand_in}
        assert got["time"]["low"] == [time.working_days, time.natural_days + time.days, time.hours]
        assert [set(w) for w in got["time"]["waves"]] == waves
        assert got["blocked"] is bool(right.blocked), a.answers


@pytest.mark.parametrize("key", sound_bundles())
def test_the_schema_accepts_what_the_reference_accepts(key):
    ir = sound_bundles()[key][1]
    schema = json.loads(emit(ir).artefacts[0].text)
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema).is_valid
    for a, right in reference(key):
        submission = a.submission()
        shown = {f.thing.label for f in right.fields}
        submission["填写"] = {k: v for k, v in submission["填写"].items() if k in shown}
        acceptable = not right.blocked and (not ir.at_least_one or bool(right.taken))
        assert valid(submission) is acceptable, submission
        for f in right.fields:
            if f.required and acceptable:
                less = submission | {"填写": {k: v for k, v in submission["填写"].items() if k != f.thing.label}}
                assert not valid(less), f.thing.label
