"""The catalogue: departments, documents, data elements, sources, places, standards."""

from onething.vocabulary.word import Block, Word

ELEMENT_TYPES = ("文字", "姓名", "身份证号", "统一社会信用代码", "日期", "手机号", "整数", "金额", "面积", "选项")

LIMITED = ("仅", "前")  # where, and until when, another name holds

DEPARTMENT = Block(
    "部门",
    "department",
    "plain",
    "一个部门或单位的角色名；各地承担它的机关写“地区：机关”，一行一个",
    aliases=("单位",),
    open_keys="place",
    entries=(
        Word("种类", "kind", "choice", "部门，或医院、银行一类的参与单位", options=("部门", "单位")),
        Word("别名", "aliases", "names", "这个部门的其他叫法", refers="", qualifiers=LIMITED),
        Word("继任", "successor", "names", "接替它的部门；还写着它的会报出来", refers="department"),
    ),
)

ELEMENT = Block(
    "数据元",
    "element",
    "plain",
    "表单字段的标准定义；同一数据元只问一次",
    entries=(
        Word("类型", "type", "choice", "填写内容的类型", options=ELEMENT_TYPES),
        Word("选项", "options", "options", "类型为选项时可选的值（代码表）"),
        Word("来源", "source", "names", "由哪个数据源预填", refers="source"),
        Word("别名", "aliases", "names", "这个数据元的其他叫法", refers=""),
        Word("备注", "remark", "text", "填写说明"),
    ),
)

DOCUMENT = Block(
    "证照",
    "document",
    "plain",
    "一种证照、证明或文书",
    aliases=("文书",),
    entries=(
        Word("签发", "issuer", "names", "由哪个部门签发", refers="department"),
        Word("电子证照", "e-licence", "names", "在哪些地区已有电子证照", refers="place"),
        Word("数据源", "source", "names", "哪个数据源存有其信息，可以代替提交", refers="source"),
        Word("别名", "aliases", "names", "这种证照的其他叫法", refers="", qualifiers=LIMITED),
        Word("继任", "successor", "names", "代替它的证照；还写着它的会报出来", refers="document"),
    ),
)

SOURCE = Block(
    "数据源",
    "source",
    "plain",
    "一个可供比对、预填的数据库",
    entries=(
        Word("提供", "provider", "names", "由哪个部门提供", refers="department"),
        Word("共享", "sharing", "choice", "共享类型；不予共享的不能代替材料", options=("无条件", "有条件", "不予共享")),
        Word("接通", "connected", "names", "已在哪些地区接通；不写为都已接通，“无”为都未接通", refers="place"),
    ),
)

PLACE = Block(
    "地区",
    "place",
    "plain",
    "一个地区，及其区划代码和上级",
    entries=(
        Word("代码", "code", "code", "GB/T 2260 区划代码"),
        Word("上级", "within", "names", "上一级地区；不写为国家", refers="place"),
    ),
)

STANDARD = Block(
    "标准",
    "standard",
    "plain",
    "标准清单中的一件事：清单/名称",
    entries=(
        Word("别名", "aliases", "names", "允许的其他名称，可注明到哪天为止、限哪里用", refers="", qualifiers=LIMITED),
        Word("继任", "successor", "names", "代替它的标准；还写着它的会报出来", refers="standard"),
        Word("依据", "basis", "citations", "发布清单的文号"),
        Word("版本", "version", "code", "现行的版本；还写着旧版本的一件事会报出来"),
        Word("应含事项", "required-matters", "names", "按标准应当包含的事项", refers=""),
    ),
)

TIERS = ("总体", "年度", "特色")

LIST = Block(
    "清单",
    "list",
    "plain",
    "一张标准清单；其中的一件事写作“标准 清单/名称”",
    entries=(
        Word("类别", "tier", "choice", "总体清单、年度重点清单或地方特色清单", options=TIERS),
        Word("地区", "place", "names", "哪里要办；不写为各地", refers="place"),
        Word("发布", "issued", "date", "发布的日期；这一天以前不算缺"),
        Word("依据", "basis", "citations", "发布清单的文号"),
    ),
)
