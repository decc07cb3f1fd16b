"""OT15: 沿用 – local versions of a bundle."""

from onething.diagnostics.codes.code import ERROR, HINT, WARNING, Code

OVERLAY: tuple[Code, ...] = (
    Code("OT1501", ERROR, "没有“{name}”可以沿用", "there is no “{name}” to adapt"),
    Code("OT1502", ERROR, "沿用绕成了圈：{circle}", "versions adapt each other in a circle: {circle_en}"),
    Code("OT1503", ERROR, "“{place}”不在“{other}”里，不能沿用它的版本", "“{place}” does not lie in “{other}” and cannot adapt its version"),
    Code("OT1504", ERROR, "上级版本“{parent}”有错误，先改它", "the adapted version “{parent}” has errors: mend it first"),
    Code("OT1505", ERROR, "上级版本没有{what}，不能{change}", "the adapted version has no {what_en} to {change_en}"),
    Code("OT1506", ERROR, "上级版本已有{what}，不能再增加", "the adapted version has {what_en} already"),
    Code("OT1507", ERROR, "取消{what}要写理由", "say why {what_en} is cancelled"),
    Code("OT1508", ERROR, "取消的{what}下面不能再写内容", "nothing may stand below what is cancelled: {what_en}"),
    Code("OT1509", ERROR, "“{change}”不能用在“{entry}”前面", "“{change}” cannot stand before “{entry}”"),
    Code("OT1510", ERROR, "没有写“沿用”，不能“{change}”", "“{change}” needs an 沿用 (adapts) in the head"),
    Code("OT1511", ERROR, "沿用的文件里，“{block}”前面要写修改、增加或取消", "in a local version “{block}” needs 修改, 增加 or 取消 (modify, add, cancel)"),
    Code("OT1512", ERROR, "“{entry}”是一列，要写清是增加、取消还是改为", "“{entry}” is a list: say whether to add, cancel or replace"),
    Code("OT1513", ERROR, "沿用的层数超过 {limit}", "more than {limit} versions adapt each other"),
    Code("OT1514", WARNING, "上级版本的场景用到这里取消的{what}，不再检验：{scenarios}", "scenarios of the adapted version use {what_en}, which is cancelled here, and are not run: {scenarios_en}"),
    Code("OT1515", ERROR, "取消了{what}，可上级版本别处还用到它", "{what_en} is cancelled, but the adapted version uses it elsewhere"),
    Code("OT1516", WARNING, "上级版本的场景“{scenario}”在{place}不符：{expectation}写的是“{expected}”，算得“{actual}”", "scenario “{scenario}” of the adapted version fails in “{place}”: “{expectation}” says “{expected}”, the result is “{actual}”"),
    Code("OT1517", HINT, "{what}和上级版本一样，不用写", "{what_en} is as in the adapted version: it need not be written"),
)
