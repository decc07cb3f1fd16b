"""场景: an applicant written down, with what must come out. Scenarios are the tests of a bundle."""

from onething.vocabulary.word import Block, Word

SCENARIO = Block(
    "场景",
    "scenario",
    "quoted",
    "一个具体的申请人和应有的结果，用来检验这件事",
    open_keys="question",
    entries=(
        Word("今日", "today", "date", "办理的日期；有条件取决于日期时才要写"),
        Word("选办", "choose", "names", "申请人选了哪些选办事项", refers="matter"),
        Word("已办", "done", "names", "此前已办结的事项", refers="matter"),
        Word("在办", "doing", "names", "正在办的事项（接续受理）", refers="matter"),
        Word("应办", "expect-matters", "names", "应当办且只办这些事项", refers="matter"),
        Word("不办", "expect-no-matters", "names", "不应当办的事项", refers="matter"),
        Word("视结果", "expect-pending", "names", "回答不全时还定不了的事项", refers="matter"),
        Word("先后", "expect-order", "order", "甲 先于 乙：甲办结后乙才受理", many=True),
        Word("并行", "expect-parallel", "names", "可以同时办、互不等待的事项", refers="matter"),
        Word("应填", "expect-fields", "names", "应当填的字段", refers="field"),
        Word("不问", "expect-not-asked", "names", "不应当问的字段或情形", refers="field"),
        Word("应交", "expect-hand-in", "names", "应当交且只交这些材料；没有写“无”", refers="document"),
        Word("拦下", "expect-blocked", "gates", "应当被拦下：不予联办、不予受理的名称或答复"),
        Word("时限", "expect-time", "duration", "总时限应当是或不超过多少"),
        Word("跑动", "expect-visits", "visits", "应当跑几次"),
    ),
)
