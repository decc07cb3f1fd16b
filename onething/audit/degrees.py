"""The six degrees, in the order of their source (an article of 2024-07 on how bundles land in cities and counties)."""

from __future__ import annotations

from onething.audit.accuracy import ACCURACY
from onething.audit.completeness import COMPLETENESS
from onething.audit.connectedness import CONNECTEDNESS
from onething.audit.leanness import LEANNESS
from onething.audit.measure import Degree, Measure
from onething.audit.smoothness import SMOOTHNESS
from onething.audit.soundness import SOUNDNESS

# The source names the six and gives no method; the Chinese names, the measures and their definitions are ours.
DEGREES: tuple[Degree, ...] = (COMPLETENESS, ACCURACY, CONNECTEDNESS, LEANNESS, SOUNDNESS, SMOOTHNESS)

MEASURES: dict[str, Measure] = {measure.name: measure for degree in DEGREES for measure in degree.measures}
