"""事项: one matter of a bundle."""

from onething.vocabulary.situation import REFUSE
from onething.vocabulary.word import Block, Word

LEVELS = ("国家", "省级", "市级", "县级", "街道", "社区", "机构")
KINDS = ("许可", "确认", "登记", "备案", "给付", "公共服务", "核验", "引导", "预约", "告知")
WITHOUT_LIMIT = ("核验", "引导", "告知")  # checks and guidance: neither limit nor a place in the count before
FORMS = ("审批", "备案", "告知承诺", "无需")
REFUSAL = ("终止联办", "终止后续", "其他照办", "转单独办理")

MATERIAL_QUALIFIERS = (
    "原件", "复印件", "原件或复印件", "纸质", "电子", "份数", "非必要", "自备", "电子证照", "数据共享",
    "系统生成", "告知承诺", "容缺", "查验不收", "内部调阅", "取不到的交原件", "取不到的容缺",
)  # fmt: skip
FIELD_QUALIFIERS = ("取自", "选填")
OUTPUT_QUALIFIERS = ("寄递",)

ALONE = (
    Word("时限", "time", "duration", "单独办理时的时限，注明法定、原承诺或实测", qualifiers=("法定", "原承诺", "实测", "不含")),
    Word("环节", "steps", "steps", "单独办理时的环节，逐个写名字"),
    Word("跑动", "visits", "visits", "单独办理时要跑几次、为什么"),
    Word("材料", "materials", "materials", "单独办理时要交的材料；不写按现行材料全交计", qualifiers=MATERIAL_QUALIFIERS),
)

MATTER = Block(
    "事项",
    "matter",
    "plain",
    "一件事中由一个部门或单位办理的事项",
    entries=(
        Word("别名", "aliases", "names", "该事项的其他叫法", refers=""),
        Word("基本编码", "basic-code", "code", "事项基本目录里的编码：12位，办理项14位（GB/T 39554.1）"),
        Word("实施编码", "implementing-code", "code", "实施清单里的编码：31位，带办理项33位，前18位是实施主体的信用代码"),
        Word("办理部门", "department", "names", "办理的部门；可随情形不同", aliases=("办理单位",), refers="department", situational=True),
        Word("层级", "level", "choices", "在哪一级办理", options=LEVELS),
        Word("种类", "kind", "choice", "事项的种类；核验、引导、告知没有时限", options=KINDS),
        Word("依据", "basis", "citations", "该事项的文号或文件名"),
        Word("适用", "applies", "condition", "什么情形下适用；不写为总是适用"),
        Word("参与", "participation", "choice", "必办、选办或自动；不写为必办", options=("必办", "选办", "自动")),
        Word("形式", "form", "choice", "审批、备案、告知承诺或无需；可随情形不同", options=FORMS, situational=True),
        Word("前置", "after", "prerequisites", "须先办结的事项，或须先达到的状态", refers="matter", qualifiers=("因",)),
        Word("法定时限", "legal-limit", "duration", "法律法规规定的时限", situational=True, qualifiers=("不含", "自")),
        Word("承诺时限", "promise", "duration", "对外承诺的时限", situational=True, qualifiers=("不含", "自")),
        Word("环节", "steps", "steps", "联办时仍有的环节；不写按单办的环节计"),
        Word("跑动", "visits", "visits", "联办时仍须到场几次、为什么", situational=True),
        Word("申请条件", "conditions", "texts", "告知单上该事项的条件", aliases=("受理条件",)),
        Word("材料", "materials", "materials", "需要的材料，一行一样或用、分开", qualifiers=MATERIAL_QUALIFIERS),
        Word("字段", "fields", "fields", "申请表上要填的内容", qualifiers=FIELD_QUALIFIERS),
        Word("产出", "outputs", "outputs", "办结后产生的证照、号码或状态", aliases=("办理结果",), qualifiers=OUTPUT_QUALIFIERS),
        Word("收费", "fee", "money", "该事项的收费；不收写“无”", situational=True),
        Word("未通过时", "on-refusal", "choice", "该事项未通过时其余事项怎么办；不写为终止后续", options=REFUSAL),
        Word("单办", "alone", "parts", "改革前单独办理的情况，用来算减了多少", entries=ALONE),
        Word("备注", "remark", "text", "会印在告知单上的说明"),
    ),
    nested=("不予受理", "提示"),
)
assert REFUSE.name in MATTER.nested

REMINDER = Block(
    "提醒",
    "reminder",
    "plain",
    "到时间给人发的提醒",
    entries=(
        Word("对象", "to", "names", "提醒谁", refers="role"),
        Word("时间", "time", "moment", "什么时候提醒"),
        Word("渠道", "channel", "choice", "用什么提醒", options=("短信", "电话", "移动端")),
        Word("内容", "text", "text", "提醒的话"),
    ),
)
