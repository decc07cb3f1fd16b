"""一件事: the head of a bundle."""

from onething.vocabulary.word import Block, Word

CHANNELS = ("移动端", "网上大厅", "自助终端", "综合窗口", "专业窗口", "热线")
ONLINE = ("移动端", "网上大厅")  # channels without presence

CLAIMS = (
    Word("材料", "materials", "change", "材料份数改革前后的说法，编译器会核对", qualifiers=("实测",)),
    Word("时限", "time", "change", "办理时限改革前后的说法，编译器会核对", qualifiers=("实测",)),
    Word("环节", "steps", "change", "审批环节改革前后的说法，编译器会核对", qualifiers=("实测",)),
    Word("跑动", "visits", "change", "跑动次数改革前后的说法，编译器会核对", qualifiers=("实测",)),
)

BUNDLE = Block(
    "一件事",
    "bundle",
    "plain",
    "一件“高效办成一件事”：由多个部门的多个事项合成，对群众是一件事",
    aliases=("联办事项",),
    entries=(
        Word("代码", "code", "code", "输出文件夹和流程编号用的代码：小写字母、数字、连字符"),
        Word("地区", "place", "names", "适用的地区；不写为国家", refers="place"),
        Word("沿用", "adapts", "names", "沿用的上级版本，写“地区/名称”；本文件只写不同之处", refers="bundle"),
        Word("标准", "standard", "names", "对应的标准清单条目，名称须与其一致或是其别名", refers="standard", qualifiers=("版本",)),
        Word("面向", "subject", "choices", "办事人是谁", aliases=("服务对象",), options=("个人", "企业", "个体工商户", "项目")),
        Word("主题", "theme", "text", "告知单上的所属分类"),
        Word("牵头部门", "lead", "names", "牵头的部门，只能有一个", aliases=("牵头单位",), refers="department", qualifiers=("确定方式",)),
        Word("配合部门", "cooperating", "names", "配合的部门", aliases=("配合单位", "协办部门"), refers="department"),
        Word("参与单位", "participants", "names", "不是部门的参与单位：医院、银行、水电气企业等", refers="department"),
        Word("依据", "basis", "citations", "文号或文件名"),
        Word("渠道", "channels", "choices", "在哪里可以办", aliases=("办理渠道",), options=CHANNELS, qualifiers=("仅咨询",)),
        Word("办理方式", "mode", "choice", "套餐：各事项一并办；菜单：由申请人自选", options=("套餐", "菜单"), qualifiers=("至少一项",)),
        Word("特别程序", "special-procedures", "steps", "不计入时限的程序，在时限旁另列", situational=False),
        Word("总时限", "limit", "duration", "对申请人承诺的总时限", qualifiers=("不含",)),
        Word("收费", "fee", "money", "整件事另收的费用；不收写“无”"),
        Word("物流", "delivery", "text", "证照和材料怎样寄递"),
        Word("办理时间", "hours", "text", "窗口或服务的开放时间"),
        Word("咨询", "enquiries", "text", "咨询方式"),
        Word("申请条件", "conditions", "texts", "告知单上的申请受理条件", aliases=("受理条件",)),
        Word("成效", "claims", "parts", "文件里说的改革成效，逐项核对", entries=CLAIMS),
        Word("备注", "remark", "text", "会印在告知单上的说明"),
    ),
)
