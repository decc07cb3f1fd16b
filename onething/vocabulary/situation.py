"""情形 and the gates: what is asked, and who is turned away or told something."""

from onething.vocabulary.word import Block, Word

ANSWER_TYPES = ("选项", "是否", "整数", "月数", "年龄", "面积", "长度", "金额")
WHOLE = ("月数", "年龄", "整数")  # answered with whole numbers

SITUATION = Block(
    "情形",
    "situation",
    "question",
    "按回答决定办哪些事项、交哪些材料、填哪些字段的问题",
    aliases=("办理情形",),
    keys=(
        Word("问", "ask", "text", "问申请人的话；不写则不问，须有来源"),
        Word("选项", "options", "options", "可选的回答"),
    ),
    entries=(
        Word("类型", "type", "choice", "回答的类型；不写为选项", options=ANSWER_TYPES),
        Word("来源", "source", "names", "由哪个数据源查得，不再问人", refers="source"),
        Word("当", "when", "condition", "只在此条件成立时才问"),
        Word("备注", "remark", "text", "问题旁的说明"),
    ),
)

GATE_KEYS = (
    Word("当", "when", "condition", "在什么条件下"),
    Word("答复", "answer", "text", "给申请人的话", aliases=("提示语",)),
)

REFUSE_JOINT = Block("不予联办", "not-joint", "gate", "条件成立时不能按一件事办理，并答复原因", keys=GATE_KEYS)
REFUSE = Block("不予受理", "refuse", "gate", "条件成立时不受理（写在事项里只管该事项），并答复原因", keys=GATE_KEYS)
INFORM = Block("提示", "inform", "gate", "条件成立时给申请人的提示，不影响办理", keys=GATE_KEYS)
