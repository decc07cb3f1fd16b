"""A place before a name says where it is used, not what it is: 福建省“出生一件事”, 市公安局, 本市户口登记."""

from __future__ import annotations

import re

# The 34 areas at the top, as people write them without 省, 市, 自治区.
TOP = tuple(
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾".split()
)
_SUFFIX = "(?:特别行政区|[壮回维吾尔]*族?自治区|自治州|自治县|自治旗|省(?![际会直内外])|市(?!场|监|容|值|价|政(?!务|府|协)|民(?!政|族|宗))|地区|新区|区(?![域块划分间别])|县(?![域城])|州|盟|旗)"
_NAMED = re.compile(rf"^(?:{'|'.join(TOP)}){_SUFFIX}?|^[\u4e00-\u9fff]{{2,4}}?(?<![城都社小园校景灾]){_SUFFIX}(?![级])")
_LEVEL = re.compile(r"^(?:全国|[全本我](?:省|市|县|区|州|自治区)|省市|市县|区县|县区|省(?!际|直|会|级)|市(?!场|监|容|值|价|级|政(?!务|府|协)|民(?!政|族|宗))|县(?!域|城|级)|区(?!域|块|划|分|间|别|级))")
# Words that no place's name holds: what looks like a place then is none (户口登记市…).
_NO_PLACE = re.compile("[办证登务服业费险卡房车学税保企公个人]")


def without_place(name: str, keep: int = 2) -> tuple[str, str]:
    """A name (already ``plain``) without the places before it, and these. At least ``keep`` characters are left."""
    rest = name
    while True:
        match = _NAMED.match(rest)
        if match and _NO_PLACE.search(match[0]):
            match = None
        match = match or _LEVEL.match(rest)
        if not match or len(rest) - match.end() < keep:
            return rest, name[: len(name) - len(rest)]
        rest = rest[match.end() :]
