"""Characters that look alike: two texts with one skeleton cannot be told apart on paper.

Compatibility forms (Kangxi radicals, circled digits, full width) fold by Unicode's own table; what Unicode keeps apart
although nobody sees it – Cyrillic in Latin words, traditional and variant forms, 己 已 – folds by ours.
"""

from __future__ import annotations

import unicodedata

# The first character of each group stands for all of it.
_ALIKE = (
    "〇○◯⭕", "一—―ー─㇐", "-‐–−", "·・•‧∙⋅",
    "户戶戸", "已己巳", "未末", "日曰", "人入", "土士", "籍藉", "账帐", "证證証", "办辦", "为為爲", "国國", "产產産", "当當",
    "内內", "时時", "条條", "项項", "务務", "门門", "单單", "报報", "应應", "学學", "层層", "号號", "区區", "县縣", "会會",
    "发發髮", "后後", "处處", "书書", "场場", "结結", "关關", "开開", "医醫", "药藥", "业業", "与與", "专專", "东東", "乡鄉",
    "亲親", "个個箇", "义義", "乐樂", "习習", "买買", "仅僅", "从從", "众眾衆", "优優", "传傳", "价價", "体體", "余餘",
    "儿兒", "党黨", "册冊", "写寫", "农農", "决決", "减減", "凭憑", "则則", "动動", "劳勞", "华華", "协協", "参參", "双雙",
    "变變", "员員", "启啟啓", "图圖", "备備", "复復複", "头頭", "妇婦", "实實", "审審", "对對", "导導", "属屬",
    "岁歲", "师師", "干乾幹", "并並併", "广廣", "异異", "归歸", "录錄録", "态態", "总總", "战戰", "执執", "护護", "担擔",
    "据據", "换換", "损損", "数數", "断斷", "无無", "旧舊", "术術", "机機", "权權", "来來", "极極", "标標", "检檢", "残殘",
    "毕畢", "汇匯", "济濟", "测測", "环環", "现現", "电電", "疗療", "监監", "盖蓋", "码碼", "称稱", "税稅", "种種", "积積",
    "筑築", "签簽", "简簡", "类類", "级級", "约約", "纳納", "线線", "组組", "终終", "经經", "给給", "统統", "继繼", "续續",
    "缴繳", "网網", "联聯", "职職", "营營", "见見", "规規", "视視", "认認", "议議", "设設", "许許", "评評", "诊診", "话話",
    "询詢", "该該", "说說", "请請", "调調", "负負", "费費", "资資", "质質", "购購", "赔賠", "转轉", "载載", "输輸", "边邊",
    "达達", "过過", "运運", "还還", "这這", "进進", "远遠", "迁遷", "选選", "递遞", "遗遺", "邮郵", "释釋", "银銀", "长長",
    "问問", "间間", "队隊", "阶階", "际際", "陆陸", "险險", "随隨", "难難", "页頁", "预預", "题題", "须須", "领領", "额額",
    "饮飲", "驾駕", "验驗", "龄齡",
    # Latin, Cyrillic, Greek
    "AАΑ", "BВΒ", "CС", "EЕΕ", "HНΗ", "IlІΙ1|", "JЈ", "KКΚ", "MМΜ", "NΝ", "O0ОΟ", "PРΡ", "SЅ", "TТΤ", "XХΧ", "YУΥ", "ZΖ",
    "aаα", "cс", "eе", "iі", "jј", "oоο", "pрρ", "sѕ", "vνѵ", "xх", "yу",
)  # fmt: skip
_FOLD = {ord(char): group[0] for group in _ALIKE for char in group[1:]}


def skeleton(text: str) -> str:
    """What is left of ``text`` when everything that looks alike is one. Never shown: only compared."""
    return unicodedata.normalize("NFKC", text).translate(_FOLD)
