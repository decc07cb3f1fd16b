"""Random matter lists: as an export writes them (``tidy``), and as offices do. The names are those of the repository's
bundles and made-up ones; nothing in them is anybody's."""

from __future__ import annotations

import random

from onething.exchange.columns import columns
from onething.workbook.grid import Book, Got, Grid

MATTERS = ("户口登记", "出生医学证明办理", "预防接种证办理", "社会保障卡申领", "食品经营许可（新办）", "就业、失业登记", "“一件事”受理")
DEPARTMENTS = ("公安部门", "卫生健康部门", "人力资源社会保障部门", "市场监管部门", "示范市公安局")
DOCUMENTS = ("居民身份证", "居民户口簿", "出生医学证明", "结婚证", "申请表（一式两份）", "甲、乙方合同", "营业执照", "申请人的照片")
RESULTS = ("出生医学证明", "预防接种证", "社会保障卡", "食品经营许可证")
ELEMENTS = ("姓名", "住址", "手机号码")
OWN = ("承办股室", "备注：内部", "咨询方式", "办理地点", "空白表格")
ODD = ("", "县行政服务中心2楼", "两\n行", "a\\b：c # d", "=1+1", "  两头 空 ", "0012", "见附件《样表》。", "“引”", "长" * 3000)


class Lister:
    """One random list: header and rows. ``tidy``: what an export would write; else what people write."""

    def __init__(self, seed: int, tidy: bool):
        self.dice = random.Random(seed)
        self.tidy = tidy
        d = self.dice
        names = list(columns())
        self.header = ["一件事名称", "牵头部门", "事项名称"] + [n for n in names if n not in ("一件事名称", "牵头部门", "事项名称", "地区", "区划代码", "特别程序", "参与", "材料份数", "材料必要性", "材料名称") and d.random() < 0.55]
        for always in ("参与", "材料名称", "材料份数", "材料必要性"):
            if tidy or d.random() < 0.6:
                self.header.append(always)
        for limit in ("法定办结时限", "承诺办结时限"):
            if tidy and (limit in self.header or limit + "单位" in self.header):
                self.header += [n for n in (limit, limit + "单位") if n not in self.header]
        if tidy and ("是否收费" in self.header or "收费标准" in self.header):
            self.header += [n for n in ("是否收费", "收费标准") if n not in self.header]
        for number, reason in (("到办事现场次数", "必须现场办理原因"), ("联办跑动次数", "联办跑动原因")):
            if reason in self.header and number not in self.header:
                self.header.append(number)
        self.header += [n for n in OWN if n not in columns() and d.random() < 0.5]

    def rows(self) -> list[dict[str, str]]:
        found = []
        for name in self.dice.sample(MATTERS, self.dice.randint(1, 4)):
            matter = {n: self.cell(n) for n in self.header if n not in columns() or columns()[n].of == "事项"}
            matter |= {"一件事名称": "新生儿出生" if self.tidy else "新生儿出生“一件事”", "牵头部门": "公安部门", "事项名称": name}
            if "事项别名" in matter and matter["事项别名"] in {row.get("事项别名") for row in found}:
                matter["事项别名"] = ""
            self.agree(matter)
            documents = self.dice.sample(DOCUMENTS, self.dice.randint(0, 3)) if "材料名称" in self.header else []
            for document in documents or [""]:
                material = {n: self.cell(n) if document else "" for n in self.header if n in columns() and columns()[n].of == "材料"}
                if document:
                    material["材料名称"] = f"“{document}”" if "、" in document else document
                    if material.get("材料来源渠道") and material.get("材料取得方式"):
                        material["材料取得方式"] = ""
                    if material.get("材料必要性") == "容缺后补":
                        material["材料来源渠道"] = material["材料取得方式"] = ""
                    material.pop("材料出具单位", None)
                found.append({**matter, **material})
        return found

    def agree(self, matter: dict[str, str]) -> None:
        """What belongs together says one thing."""
        for limit in ("法定办结时限", "承诺办结时限"):
            if not matter.get(limit, "").isdigit() and limit + "单位" in matter:
                matter[limit + "单位"] = ""
            elif limit + "单位" in matter:
                matter[limit + "单位"] = self.dice.choice(("工作日", "自然日", "小时"))
        if self.tidy and "是否收费" in matter:
            amount = matter["收费标准"]
            matter["是否收费"] = "是" if amount.endswith("元") else self.dice.choice(("否", "")) if not amount else ""
        for number, reason in (("到办事现场次数", "必须现场办理原因"), ("联办跑动次数", "联办跑动原因")):
            if reason in matter and matter.get(number) in ("", "0"):
                matter[reason] = ""

    TIDY = {
        "事项类型": ("", "行政许可", "行政确认", "公共服务"), "实施主体": ("", "公安部门", "公安部门、卫生健康部门"), "行使层级": ("", "县级", "市级、县级", "乡镇级"),
        "参与": ("必办", "选办", "自动"), "设定依据": ("", "国发〔2024〕3号", "《示范市户口登记办法》、《示范省居住证条例》"),
        "法定办结时限": ("", "20", "未载明"), "承诺办结时限": ("", "3", "即办"), "受理条件": ("", "已满十八周岁。", "第一条\n第二条"), "收费标准": ("", "20元", "未载明"),
        "到办事现场次数": ("", "0", "1"), "必须现场办理原因": ("", "核验原件", "核验、领证"), "办理环节": ("", "受理、办结", "受理、审核、办结"),
        "联办跑动次数": ("", "0", "1"), "联办跑动原因": ("", "当面签字"), "联办环节": ("", "受理"), "结果名称": ("", *RESULTS), "表单字段": ("", "姓名", "姓名、住址"),
        "告知单备注": ("", "请提前预约。"), "事项别名": ("", "落户", "上户口、入户", "换证"), "基本编码": ("", "000109001000"), "实施编码": ("",), "业务办理项编码": ("", "00010900100001"),
        "材料来源渠道": ("", "申请人自备"), "材料取得方式": ("", "电子证照", "数据共享"), "材料份数": ("1", "2"), "材料类型": ("", "原件", "复印件"), "材料形式": ("", "纸质", "电子"), "材料必要性": ("必要", "非必要", "容缺后补"),
    }  # fmt: skip
    WILD = {
        "事项类型": ("其他行政权力", "许可"), "实施主体": ("示范市公安局", "公安部门；卫生健康部门", "/", "=1"), "行使层级": ("县（区）级", "部级"), "参与": ("", "都要"),
        "设定依据": ("依照有关规定。", "【法律】《示范法》第十条：凡……\n【规章】示范〔2020〕1号", "国发(2024)3号"), "法定办结时限": ("20个工作日", "无", "5天", "尽快"), "承诺办结时限": ("3个工作日", "5天", "当场办结", "0"),
        "受理条件": ("1.有房\n2.有人",), "收费标准": ("每卡20元", "不收费", "免费"), "是否收费": ("是", "否", "看情况", ""), "到办事现场次数": ("1次", "若干"), "必须现场办理原因": ("见备注",), "办理环节": ("受理→办结", "1.受理\n2.办结"),
        "结果名称": ("无", "出生医学证明\n社会保障卡"), "基本编码": ("0001",), "实施编码": ("0001",), "材料来源渠道": ("政府部门核发", "网上下载", "其他"), "材料取得方式": ("凭感觉",), "材料份数": ("", "1份", "若干"), "材料类型": ("原件和复印件",), "材料必要性": ("", "是", "看情况"),
    }  # fmt: skip

    def cell(self, name: str) -> str:
        column = columns().get(name)
        if column is None or not column.becomes and name not in self.TIDY:
            text = self.dice.choice(ODD)
            return text.strip() if self.tidy else text
        choices = self.TIDY.get(name, ("",))
        if not self.tidy and self.dice.random() < 0.4:
            choices = self.WILD.get(name, choices)
        return self.dice.choice(choices)

    def book(self) -> tuple[Book, list[dict[str, str]]]:
        rows = self.rows()
        lines = {1: {c: Got(n) for c, n in enumerate(self.header, 1)}}
        for number, row in enumerate(rows, 2):
            lines[number] = {c: Got(row[n]) for c, n in enumerate(self.header, 1) if row.get(n)}
        return Book("示例清单.xlsx", [Grid("清单", lines)]), rows
