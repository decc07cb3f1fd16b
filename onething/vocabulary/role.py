"""角色 and 参数: who takes part, and the figures a place may change."""

from onething.vocabulary.word import Block, Word

KINDS = ("申请人", "办理对象", "共同签字")

ROLE = Block(
    "角色",
    "role",
    "role",
    "办事中出现的人或单位；材料和字段写“角色的…”",
    keys=(
        Word("种类", "kind", "names", "申请人、办理对象、共同签字", options=KINDS, qualifiers=KINDS),
        Word("任一", "any-of", "names", "由哪些角色中的一个担任", refers="role"),
    ),
    entries=(Word("备注", "remark", "text", "会印在告知单上的说明"),),
)

PARAMETER = Block(
    "参数",
    "parameter",
    "value",
    "本地可以调整的数字，条件里写它的名字",
    keys=(Word("值", "value", "quantity", "数字和单位，或未载明"),),
)
