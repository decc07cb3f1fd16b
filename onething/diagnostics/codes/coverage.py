"""OT32: coverage of the standard lists."""

from onething.diagnostics.codes.code import WARNING, Code

COVERAGE: tuple[Code, ...] = (
    Code("OT3204", WARNING, "写的是标准“{standard}”的版本 {version}，现行的是 {now}", "written by version {version} of the standard “{standard}”; the present one is {now}"),
)
