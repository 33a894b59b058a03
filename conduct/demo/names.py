"""Names of people who do not exist: a colour and a tree make a surname, something seen outdoors the given name."""

COLOURS = {
    **{"Kurenai": "紅", "Asagi": "浅葱", "Moegi": "萌黄", "Ruri": "瑠璃", "Kohaku": "琥珀", "Suou": "蘇芳"},
    **{"Hisui": "翡翠", "Gunjo": "群青", "Tokiwa": "常磐", "Akane": "茜", "Kikyo": "桔梗", "Nibi": "鈍"},
}
TREES = {
    **{
        "kaede": "楓",
        "nara": "楢",
        "keyaki": "欅",
        "momi": "樅",
        "icho": "銀杏",
        "tsubaki": "椿",
        "kunugi": "櫟",
        "buna": "橅",
    },
    **{"nire": "楡", "tochi": "栃", "nemu": "合歓", "kaya": "榧", "mukunoki": "椋", "asunaro": "翌檜", "hiiragi": "柊"},
}
SEEN_OUTDOORS = {
    **{"Hotaru": "蛍", "Shigure": "時雨", "Yunagi": "夕凪", "Hibari": "雲雀", "Suzukaze": "涼風", "Asagiri": "朝霧"},
    **{
        "Komorebi": "木漏日",
        "Hatsuyuki": "初雪",
        "Akatsuki": "暁",
        "Samidare": "五月雨",
        "Tasogare": "黄昏",
        "Oboro": "朧",
    },
}
COUNT = len(COLOURS) * len(TREES) * len(SEEN_OUTDOORS)
STRIDE = 787  # no common divisor with the count: every name once, neighbours unlike each other


def name_of(number: int) -> tuple[str, str]:
    """The name with that number in both scripts; different for each number below COUNT."""
    rest, given = divmod(number * STRIDE % COUNT, len(SEEN_OUTDOORS))
    colour, tree = divmod(rest, len(TREES))
    first, first_ja = list(SEEN_OUTDOORS.items())[given]
    hue, hue_ja = list(COLOURS.items())[colour]
    wood, wood_ja = list(TREES.items())[tree]
    return f"{first} {hue}{wood}", f"{hue_ja}{wood_ja} {first_ja}"
