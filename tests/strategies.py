"""Texts as the world sends them: both scripts, readings in brackets, garbled runs, full width, odd characters."""

from __future__ import annotations

from hypothesis import strategies as st

SIMPLIFIED = (
    "县图书馆去年借出图书12.6万册，比前年多出三成。",
    "馆长林雨晴说：“读者还会增加。”",
    "新馆占地8,400平方米，能放下多少书架？没有人数过！",
    "二、经费与人员\n今年预算为350万元；其中一半用于买书。",
    "环湖公路全长约42公里，预计2027年通车。",
)
TRADITIONAL = (
    "縣立圖書館去年借出圖書12.6萬冊，比前年多出三成。",
    "館長林雨晴說：「讀者還會增加。」",
    "新館佔地8,400平方公尺，能放下多少書架？沒有人數過！",
    "環湖公路全長約42公里，預計2027年通車；橋樑還在施工。",
)
ENGLISH = (
    "The county library lent 126,000 books last year, a third more than before.",
    'Who counted them? "Nobody," says the librarian; the register was lost in 1998.',
    "Well-known names (Smith, O'Neil) paid 3.5 million euros — about half of it.",
)
HEALTHY = SIMPLIFIED + TRADITIONAL + ENGLISH

RUBIES = ("時(shí)代", "圖(tú)書(shū)館(guǎn)", "縣(xiàn)長(zhǎng)", "步(bu\u0300)行（xíng）")
KEPT_BRACKETS = ("通義(Qwen)", "咖啡(café)", "是(shi)", "林女士(Anna Lin)", "約(12%)")

HALF_WIDTH = {"！": "!", "；": ";", "：": ":", "？": "?"}
RUNS = ("。”縣長說", "。”張縣長認", "。”陳鎮長認", "。”該館館長說", "。”何老師說", "。科學館還", "。海關還")
"""Ends of sentences and beginnings of the next that can be garbled: the last byte of each is below 0x81."""


def garbled_page(run: str) -> str:
    """What a page shows for ``run``, a full stop and more, once its GBK bytes have been edited one by one.

    The second byte of the full stop and the first of what follows look like a full-width mark, are made ASCII, and
    leave the first byte of the full stop alone, which no decoder can read.
    """
    data = run.encode("gb18030")
    return "?" + HALF_WIDTH[data[1:3].decode("gb18030")] + data[3:].decode("gb18030")


ODD_CHARACTERS = (
    *("\r\n", "\r", "\n", "\n\n", "\u2028", "\x0c", "\x00", "\x1b", "\t", " ", "\u3000", "\u00a0", "\u200b"),
    *("\u00ad", "\ufeff", "\ufe0f", "👩\u200d🔬", "🇹🇼", "e\u0301", "q\u0323\u0307", "\ud800", "𠮷", "ﬁve", "⼈"),
    *("１２３．５％", "＄５０", "～", "（", "）", "?", "?!", "??", "\ufffd", "€"),
)
ODD_WORDS = ("Deep Seek", "Q wen", "Ge-\n\nnos", "?yàn)", "?shí)", "?/p>", "</p>", "&nbsp;", "&#13;", "A", "h")
MARKDOWN = (
    *("*", "**", "_", "~~", "`", "```\n", "[", "](http://a.b)", "![", "[^1]", "|", "| --- |", "# ", "- ", "1. ", "> "),
    *("<!--", "-->", "<br>", "&amp;", "\\", "---\n", "===\n", "    "),
)


def pieces() -> st.SearchStrategy[str]:
    """One piece of a noisy text."""
    runs = st.sampled_from(RUNS).map(lambda run: "消息已經發布" + garbled_page(run) + "過")
    return st.one_of(
        st.sampled_from(HEALTHY),
        st.sampled_from(RUBIES + KEPT_BRACKETS),
        runs,
        st.sampled_from(ODD_CHARACTERS + ODD_WORDS + MARKDOWN),
        st.text(max_size=8),
    )


def noisy_texts() -> st.SearchStrategy[str]:
    """Texts in which everything that has been met, and more, stands side by side."""
    return st.lists(pieces(), max_size=25).map("".join)


def healthy_texts() -> st.SearchStrategy[str]:
    """Texts in which nothing is garbled."""
    return st.lists(st.sampled_from(HEALTHY), min_size=1, max_size=12, unique=True).map("".join)
