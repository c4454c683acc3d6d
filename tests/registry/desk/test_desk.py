"""The desk as it is served: who may read, who may decide, and what is refused. No browser is needed."""

from __future__ import annotations

import json
import re
import sqlite3
from html import unescape
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import feedparser
import pytest
from click.testing import CliRunner
from datasette import __version_info__

from cli import main
from registry.desk.web import POLICY
from tests.registry.desk.serving import Reply, Site, Visitor, ids, served

QUEUE = "/-/claims/conflicts"


def conflict(key: str) -> str:
    return f"/-/claims/conflict/{key}"


def log(site: Site) -> list[tuple[str, str, str]]:
    """Who decided what, and why, the earliest first."""
    with sqlite3.connect(site.folder / "registry.db") as db:
        sql = "SELECT decided_by, coalesce(decision, kind), note FROM decisions ORDER BY decided_at"
        return db.execute(sql).fetchall()


def conflicts(site: Site, *options: str) -> list[str]:
    """The keys that the command line lists."""
    database = str(site.folder / "registry.db")
    result = CliRunner().invoke(main, ["conflicts", "--db", database, "--format", "jsonl", *options])
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


# Reading


def test_the_queue_lists_what_the_command_line_lists(site: Site, reader: Visitor) -> None:
    page = reader.get(QUEUE)
    assert page.status == 200
    assert sorted(ids(page.text)) == sorted(conflicts(site))
    assert page.headers["content-security-policy"] == POLICY


def test_a_feed_has_what_the_queue_has(site: Site, reader: Visitor) -> None:
    assert 'type="application/atom+xml"' in reader.get(QUEUE).text.partition("</head>")[0]
    given = reader.get("/-/claims/feed")
    assert given.headers["content-type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(given.text)
    assert not read.bozo
    assert {entry.id.rpartition(":")[2] for entry in read.entries} == set(conflicts(site))
    (own,) = [link.href for link in read.feed.links if link.rel == "self"]
    assert own == f"{site.base}/-/claims/feed"
    for entry in read.entries[:3]:
        assert reader.get(entry.link.removeprefix(site.base)).status == 200


def test_a_strangers_page_has_no_form_to_decide(reader: Visitor) -> None:
    key = ids(reader.get(QUEUE).text)[0]
    page = reader.get(conflict(key))
    assert page.status == 200
    assert 'name="decision"' not in page.text
    assert "Read only" in page.text
    assert page.text.count("<mark>") == 2
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="number-line"' in page.text


def test_pages_bring_no_inline_script_or_style(reader: Visitor) -> None:
    for path in (QUEUE, conflict(ids(reader.get(QUEUE).text)[0])):
        page = reader.get(path).text
        assert page.count("<script") == page.count("<script src=") == 1
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page


def test_the_beginning_of_a_key_leads_to_the_finding(reader: Visitor) -> None:
    key = ids(reader.get(QUEUE).text)[0]
    assert key in reader.get(conflict(key[:6])).text
    missing = reader.get(conflict("zzzz"))
    assert missing.status == 404
    assert "no conflict has a key that begins so" in missing.text


def test_an_article_is_shown_whole_with_its_claims(site: Site, reader: Visitor) -> None:
    page = reader.get("/-/claims/source/1").text
    shown = unescape(re.sub(r"<[^>]+>", "", page.partition('<article class="text"')[2].partition("</article>")[0]))
    listed = CliRunner().invoke(main, ["list", "--db", str(site.folder / "registry.db"), "--format", "jsonl"])
    claims = [json.loads(line) for line in listed.stdout.splitlines()]
    source = claims[0]["source"]
    assert shown.partition(">")[2] == (site.folder / source).read_text(encoding="utf-8")
    values = re.findall(r'<a class="claim (\w+)" id="claim-([^"]+)"[^>]* href="([^"]+)">([^<]+)</a>', page)
    assert [(key, value) for _, key, _, value in values] == [
        (claim["id"], claim["value_quote"]) for claim in claims if claim["source"] == source
    ]
    for colour, _, path, _ in values:
        assert reader.get(path).status == 200
        assert ("/conflict/" in path) <= (colour in ("open", "settled"))
    assert {"open", "agree", "alone"} <= {colour for colour, *_ in values}


def test_every_topic_shows_its_claims_and_a_drawing(reader: Visitor) -> None:
    topics = reader.get("/-/claims/topics").text
    links = re.findall(r'href="(/-/claims/topic\?[^"]+)"', topics)
    assert len(links) >= 5
    for link in links:
        page = reader.get(unescape(link)).text
        assert page.count("<mark>") >= 2
        assert page.count("<svg") == 1
        assert "/-/claims/conflict/" in page
    assert reader.get("/-/claims/topic?name=%E6%97%A0").status == 404


def test_every_side_of_a_finding_leads_to_its_place_in_the_article(reader: Visitor) -> None:
    for key in ids(reader.get(QUEUE).text):
        page = reader.get(conflict(key)).text
        places = re.findall(r'href="(/-/claims/source/[^"#]+)#(claim-[^"]+)"', page)
        assert len(places) == 2
        for path, anchor in places:
            assert f'id="{anchor}"' in reader.get(unescape(path)).text


def test_every_finding_and_topic_has_a_drawing_with_its_words(site: Site, reader: Visitor) -> None:
    for key in conflicts(site, "--all"):
        page = reader.get(f"{conflict(key)}?lang=zh").text
        drawing = ElementTree.fromstring(
            page.partition('<div class="drawing"')[2].partition(">")[2].partition("</div>")[0]
        )
        title, text = (element.text for element in drawing[:2])
        assert title
        assert "读作" in (text or "")
        assert re.search(r"[一-鿿]", page.partition('<h2 id="reason">')[2].partition("</p>")[0].partition("<p>")[2])
    reader.cookies.clear()


def test_a_topic_draws_all_that_is_said_on_it(reader: Visitor) -> None:
    for link in re.findall(r'href="(/-/claims/topic\?[^"]+)"', reader.get("/-/claims/topics").text):
        page = reader.get(unescape(link)).text
        said = page.partition('<h2 id="claims">')[2].partition("</ol>")[0].count("<mark>")
        assert page.partition("<desc")[2].partition("</desc>")[0].count("read as") == said


def test_a_claim_leads_to_what_it_was_compared_with(reader: Visitor) -> None:
    key = ids(reader.get(QUEUE).text)[0]
    claim = re.findall(r"#claim-([a-z0-9-]+)", reader.get(conflict(key)).text)[0]
    assert key in reader.get(f"/-/claims/claim/{claim}").text
    assert reader.get("/-/claims/claim/zzzz").status == 404
    assert reader.get("/-/claims/source/9999").status == 404


def test_sources_are_listed_with_what_is_open(reader: Visitor) -> None:
    page = reader.get("/-/claims/sources").text
    assert page.count("<tr>") == 8
    for name, number in re.findall(r'conflicts\?source=([^"]+)">(\d+)</a>', page):
        assert len(ids(reader.get(f"{QUEUE}?source={name}").text)) == int(number)


@pytest.mark.parametrize("text", ["企业", "企業", "10万", "600,000", "Clearlight"])
def test_searching_finds_what_the_command_line_finds(site: Site, reader: Visitor, text: str) -> None:
    page = reader.get(f"/-/claims/search?{urlencode({'q': text})}").text
    database = str(site.folder / "registry.db")
    listed = CliRunner().invoke(main, ["list", "--db", database, "--search", text, "--format", "jsonl"])
    expected = [json.loads(line)["id"] for line in listed.stdout.splitlines()]
    assert re.findall(r"#claim-([a-z0-9-]+)", page) == expected
    assert expected


@pytest.mark.parametrize("text", ["", " ", '"', "没有这样的词", "*", "x" * 5000, "<script>"])
def test_a_search_for_nothing_finds_nothing(reader: Visitor, text: str) -> None:
    page = reader.get(f"/-/claims/search?{urlencode({'q': text})}")
    assert page.status == 200
    assert "#claim-" not in page.text
    assert "10万" in page.text
    assert "<script>" not in page.text


def test_filters_narrow_the_queue(site: Site, reader: Visitor) -> None:
    assert ids(reader.get(f"{QUEUE}?verdict=tension").text) == [
        key for key in ids(reader.get(QUEUE).text) if key in conflicts(site, "--verdict", "tension")
    ]
    assert ids(reader.get(f"{QUEUE}?rule=slipped_digit&severity=high").text)
    assert ids(reader.get(f"{QUEUE}?source=feature.en.txt").text)
    assert ids(reader.get(f"{QUEUE}?rule=no_such_rule").text) == []
    assert ids(reader.get(f"{QUEUE}?verdict=nonsense&page=x").text)
    assert ids(reader.get(f"{QUEUE}?subject=%27%22%3Cb%3E").text) == []


def test_the_queue_goes_from_worst_to_least_by_topic(site: Site, reader: Visitor) -> None:
    page = reader.get(QUEUE).text
    topics = [part.partition("</h2>")[0] for part in page.split('<section class="group">\n<h2>')[1:]]
    assert len(topics) == len(set(topics))
    assert ids(page)[0] == conflicts(site)[0]


@pytest.mark.parametrize(("asked", "language"), [("zh-TW,zh;q=0.9,en;q=0.5", "zh"), ("fr", "en"), ("de, en;q=x", "en")])
def test_the_language_is_the_readers(reader: Visitor, asked: str, language: str) -> None:
    page = reader.get(QUEUE, {"Accept-Language": asked}).text
    assert f'<html lang="{language}">' in page


def test_a_chosen_language_is_remembered(reader: Visitor) -> None:
    assert '<html lang="zh">' in reader.get(f"{QUEUE}?lang=zh").text
    assert '<html lang="zh">' in reader.get(QUEUE).text


def test_strangers_may_not_run_sql(reader: Visitor, editor: Visitor) -> None:
    def asking(visitor: Visitor) -> Reply:
        answer = visitor.get("/registry?sql=select+count(*)+from+claims")
        return visitor.get(answer.location) if "/-/query" in answer.location else answer  # 1.0 asks there

    if __version_info__[0] == "0":  # 1.0 lets nobody ask where the setting denies it
        assert "count(*)" in asking(editor).text.partition("<table")[2]
    assert asking(reader).status in (302, 403)
    assert "count(*)" not in asking(reader).text.partition("<table")[2]
    assert reader.get("/registry/claims").status == 200
    assert reader.get("/").status == 200


# Signing in


def test_a_link_signs_in_once(demo: Path) -> None:
    with served(demo) as site:
        ahead = Visitor(site)
        assert ahead.get(site.link.removeprefix(site.base), {"Sec-Purpose": "prefetch"}).status == 403
        first, second = Visitor(site), Visitor(site)
        assert first.sign_in().location == QUEUE
        assert site.editor in first.get(QUEUE).text
        assert first.sign_in().status == 303  # who is in already just goes on
        refused = second.sign_in()
        assert refused.status == 403
        assert "has been used" in refused.text
        assert site.editor not in second.get(QUEUE).text


def test_the_cookie_is_for_the_server_alone(demo: Path) -> None:
    with served(demo) as site:
        cookie = Visitor(site).sign_in().headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Max-Age" in cookie


def test_signing_out(demo: Path) -> None:
    with served(demo) as site:
        visitor = Visitor(site)
        visitor.sign_in()
        assert visitor.get("/-/claims/sign-out").status == 403
        assert visitor.post("/-/claims/sign-out", visitor.hidden(QUEUE)).status == 303
        assert site.editor not in visitor.get(QUEUE).text


# Deciding


def test_a_decision_without_a_browser(site: Site, editor: Visitor) -> None:
    key, following = ids(editor.get(QUEUE).text)[:2]
    form = editor.hidden(conflict(key))
    answer = editor.post(f"{conflict(key)}/decide", {**form, "decision": "a_wrong", "note": "年报写的是 60 万 <b>"})
    assert answer.status == 303
    assert answer.location.startswith(conflict(following))
    assert log(site)[-1] == (site.editor, "a_wrong", "年报写的是 60 万 <b>")
    assert key not in ids(editor.get(QUEUE).text)
    page = editor.get(conflict(key)).text
    assert "60 万 &lt;b&gt;" in page
    assert key in ids(editor.get(f"{QUEUE}?status=decided").text)
    assert "1 of" in editor.get(QUEUE).text


def test_after_skipping_the_last_decision_can_still_be_taken_back(site: Site, editor: Visitor) -> None:
    key = ids(editor.get(QUEUE).text)[0]
    answer = editor.post(f"{conflict(key)}/decide", {**editor.hidden(conflict(key)), "decision": "misread", "note": ""})
    skipped = unescape(re.findall(r'rel="next" data-key=" " href="([^"]+)"', editor.get(answer.location).text)[0])
    page = editor.get(skipped).text
    assert "Recorded: Misread." in page
    assert "Meanwhile" not in page
    form = page.partition("/undo")[0].rpartition('action="')[2] + "/undo"
    assert form == f"{conflict(key)}/undo"
    assert page.count('data-key="Backspace"') == 1
    assert editor.post(form, editor.hidden(conflict(key))).status == 303
    assert log(site)[-1][1] == "undo"


def test_the_last_of_the_queue_leads_back_to_it(editor: Visitor) -> None:
    last = ids(editor.get(QUEUE).text)[-1]
    assert f'<a data-key=" " href="{QUEUE}">' in editor.get(conflict(last)).text


def test_what_is_held_to_be_right_is_said_at_the_finding_and_the_topic(site: Site, editor: Visitor) -> None:
    database = str(site.folder / "registry.db")
    key = conflicts(site, "--all", "--rule", "slipped_digit")[0]
    page = editor.get(conflict(key)).text
    claim = re.findall(r"#claim-([a-z0-9-]+)", page)[0]
    link = "https://example.org/report"
    verify = [
        "verify",
        "--db",
        database,
        "--by",
        "Ada",
        "--evidence",
        link,
        "--note",
        "<i>年报</i>",
        claim,
        "supported",
    ]
    assert CliRunner().invoke(main, verify).exit_code == 0
    held = editor.get(conflict(key)).text
    assert "held to be right" in held
    assert f'href="{link}"' in held
    assert "&lt;i&gt;年报" in held
    assert "A says so" in held
    assert "<b>B says otherwise</b>" in held
    assert "supported (Ada" in held
    topic = unescape(re.findall(r'<h1><a href="([^"]+)"', held)[0])
    assert f'href="{link}"' in editor.get(topic).text
    assert CliRunner().invoke(main, ["verify", "--db", database, "--by", "Ada", "--undo", claim]).exit_code == 0
    assert "held to be right" not in editor.get(conflict(key)).text


def test_a_right_value_that_is_none_is_refused_with_what_to_write(site: Site, editor: Visitor) -> None:
    key = conflicts(site, "--all", "--rule", "slipped_digit")[0]
    fields = {**editor.hidden(conflict(key)), "decision": "both_wrong", "note": "", "right": "banana"}
    refused = editor.post(f"{conflict(key)}/decide", fields)
    assert refused.status == 400
    assert "“banana” holds no number, rank or date; write one value, as an article would: “" in refused.text


def test_taking_a_decision_back(site: Site, editor: Visitor) -> None:
    key = ids(editor.get(QUEUE).text)[0]
    form = editor.hidden(conflict(key))
    editor.post(f"{conflict(key)}/decide", {**form, "decision": "misread", "note": ""})
    assert editor.post(f"{conflict(key)}/undo", form).location.startswith(conflict(key))
    assert key in ids(editor.get(QUEUE).text)
    assert "taken back" in editor.get(conflict(key)).text
    again = editor.post(f"{conflict(key)}/undo", form)
    assert again.status == 400
    assert "no decision to take back" in again.text


def test_flags_assignments_and_second_opinions(site: Site, editor: Visitor) -> None:
    key = ids(editor.get(QUEUE).text)[-1]
    form = editor.hidden(conflict(key))
    for change in ({"flag": "on"}, {"second_opinion": "on"}, {"assignee": "梅"}):
        assert editor.post(f"{conflict(key)}/arrange", {**form, **change}).status == 303
    page = editor.get(conflict(key)).text
    assert "flagged" in page
    assert "given to 梅" in page
    assert "A second opinion is asked for." in page
    assert ids(editor.get(f"{QUEUE}?assignee=%E6%A2%85").text) == [key]
    for change in ({"flag": "off"}, {"second_opinion": "off"}, {"assignee": " "}):
        assert editor.post(f"{conflict(key)}/arrange", {**form, **change}).status == 303
    assert ids(editor.get(f"{QUEUE}?assignee=%E6%A2%85").text) == []


def test_proposed_second_opinions_are_found_from_the_queue(site: Site, editor: Visitor) -> None:
    key = next(key for key in conflicts(site, "--severity", "high") if key in ids(editor.get(QUEUE).text))
    editor.post(f"{conflict(key)}/decide", {**editor.hidden(conflict(key)), "decision": "both_right", "note": ""})
    link = unescape(re.findall(r'href="([^"]+)">Second opinions proposed: \d+', editor.get(QUEUE).text)[0])
    assert key in ids(editor.get(link).text)
    assert "A second opinion is proposed." in editor.get(conflict(key)).text
    database = str(site.folder / "registry.db")
    assert CliRunner().invoke(main, ["decide", "--db", database, "--by", "Ada", key, "both_right"]).exit_code == 0
    assert key not in ids(editor.get(link).text)
    assert key in ids(editor.get(f"{QUEUE}?second_opinion=given").text)


def test_a_wrong_decision_or_an_overlong_note_is_refused(site: Site, editor: Visitor) -> None:
    key, before = ids(editor.get(QUEUE).text)[0], log(site)
    form = editor.hidden(conflict(key))
    for fields in ({"decision": "maybe", "note": ""}, {"note": "x"}, {"decision": "a_wrong", "note": "长" * 10_001}):
        answer = editor.post(f"{conflict(key)}/decide", {**form, **fields})
        assert answer.status == 400
        assert "This did not work" in answer.text
    assert editor.get(f"{conflict(key)}/decide").status == 303
    assert log(site) == before


def test_two_at_once_are_both_kept(site: Site, editor: Visitor) -> None:
    key = ids(editor.get(QUEUE).text)[0]
    form = editor.hidden(conflict(key))
    database = str(site.folder / "registry.db")
    other = ["decide", "--db", database, "--by", "Ada", key, "both_right"]
    assert CliRunner().invoke(main, other).exit_code == 0
    answer = editor.post(f"{conflict(key)}/decide", {**form, "decision": "b_wrong", "note": ""})
    page = editor.get(answer.location).text
    assert "Meanwhile Ada had decided “Both are right”. Both decisions are kept" in page
    assert [entry[:2] for entry in log(site)[-2:]] == [("Ada", "both_right"), (site.editor, "b_wrong")]


# What is refused


def test_posts_from_strangers_and_from_other_sites_are_refused(site: Site, editor: Visitor, reader: Visitor) -> None:
    key, before = ids(editor.get(QUEUE).text)[0], log(site)
    path = f"{conflict(key)}/decide"
    good = {**editor.hidden(conflict(key)), "decision": "a_wrong", "note": ""}
    bare = {"decision": "a_wrong", "note": ""}
    attempts = {
        "a stranger": reader.post(path, {**reader.hidden(QUEUE), **bare}),
        "a stranger's form": reader.post(path, good),
        "no header, no proof": editor.post(path, bare),
        "a proof of somebody else": editor.post(path, {**good, "proof": reader.hidden(QUEUE).get("proof", "")}),
        "another site": editor.post(path, good, {"Sec-Fetch-Site": "cross-site"}),
        "a neighbouring site": editor.post(path, good, {"Sec-Fetch-Site": "same-site"}),
        "another origin": editor.post(path, good, {"Origin": "https://elsewhere.example"}),
        "no origin": editor.post(path, good, {"Origin": "null"}),
    }
    assert {name: answer.status for name, answer in attempts.items()} == dict.fromkeys(attempts, 403)
    assert log(site) == before


def test_a_forged_cookie_signs_nobody_in(site: Site, editor: Visitor) -> None:
    key, before = ids(editor.get(QUEUE).text)[0], log(site)
    forged = Visitor(site, {**editor.cookies, "ds_actor": editor.cookies["ds_actor"][:-3] + "abc"})
    fields = {**editor.hidden(conflict(key)), "decision": "a_wrong", "note": ""}
    headers = {"Origin": site.base, "Sec-Fetch-Site": "same-origin"}
    assert forged.post(f"{conflict(key)}/decide", fields, headers).status == 403
    assert log(site) == before


def test_no_decision_can_be_changed_through_datasette(site: Site, editor: Visitor) -> None:
    before = log(site)
    for path in ("/registry/decisions/-/insert", "/registry/-/execute-write", "/registry/decisions"):
        editor.post(path, {"sql": "delete from decisions"}, {"Origin": site.base})
    assert log(site) == before


# Beside the command line


def test_the_command_line_writes_while_the_desk_is_open(site: Site, editor: Visitor) -> None:
    key = ids(editor.get(QUEUE).text)[0]
    with sqlite3.connect(site.folder / "registry.db") as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other = ["decide", "--db", str(site.folder / "registry.db"), "--by", "Ada", key, "superseded"]
    assert CliRunner().invoke(main, other).exit_code == 0
    assert key not in ids(editor.get(QUEUE).text)
