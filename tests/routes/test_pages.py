"""Pages without Streamlit: embeds, "still current?", the feed, and what machines look for."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from data.package import resources
from data.releases import RELEASES, VERSION, load_release
from data.revisions import load_revisions
from exhibits.catalog import catalog
from exhibits.frames import frame_height
from exhibits.releases import changes, figures
from routes import embed
from routes.answers import KEPT
from tests.routes.conftest import HOME

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("key", list(catalog()))
def test_every_exhibit_can_be_embedded_small_and_without_a_script(client, key):
    """Picture or table with its source, what to keep in mind and the way back, under 60 kB."""
    one = catalog()[key]
    answer = client.get(f"/embed/{key}")
    assert answer.status_code == 200 and len(answer.content) < embed.MOST_BYTES
    assert "<script" not in answer.text and 'lang="en"' in answer.text
    for caution in one.cautions:
        assert caution in answer.text
    assert "Source:" in answer.text and f"/v/{VERSION}/{key}" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_an_embed_has_its_words_once_and_a_picture_for_a_phone(client):
    """Title, subtitle and source as text of the page; the pictures are the plot alone, with the alternative text in them."""
    said = catalog()["curve"].words(catalog()["curve"].shown_first)
    page = client.get("/embed/curve").text
    assert page.count("as=chart") == page.count("as=phone") == 2 and 'media="(max-width: ' in page
    for kind, widths in (("chart", ("900", "984")), ("phone", ("360",))):
        root = ET.fromstring(client.get(f"/exhibits/curve.svg?as={kind}").content)
        written = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
        assert said["title"][:20] not in written and "Source:" not in written and "Still current" not in written
        assert root.get("width") in widths and f'width="{widths[0]}" height="{root.get("height")}"' in page


def test_a_table_that_can_be_scrolled_sideways_is_reached_by_key(client):
    """A stop of the Tab key with a name, on every page without Streamlit that has one."""
    pages = ["/data", f"/v/{VERSION}/forest", *(f"/embed/{key}" for key in catalog())]
    areas = {page: re.findall(r"<div[^>]*class=['\"]scroll['\"][^>]*>", client.get(page).text) for page in pages}
    assert areas["/data"] and areas["/embed/studies"]
    for page, found in areas.items():
        for area in found:
            assert "tabindex='0' role='region' aria-label='" in area, page


def test_a_frame_is_as_high_as_its_exhibit(client):
    """Told to sites, and more for a taller picture."""
    heights = [
        client.get("/oembed", params={"url": f"{HOME}/embed/{key}"}).json()["height"] for key in ("pill", "forest")
    ]
    assert heights[0] == frame_height(catalog()["pill"], catalog()["pill"].shown_first) > 400
    assert heights[1] > 1200


def test_who_may_frame_an_embed_is_a_setting(client, monkeypatch):
    """Everybody, until EMBED_ANCESTORS names some; what is no source of a policy is left out."""
    assert "frame-ancestors *" in client.get("/embed/pill").headers["content-security-policy"]
    KEPT.answers.clear()  # the setting is one of the server's, and what it answered is kept
    monkeypatch.setenv("EMBED_ANCESTORS", "https://school.example; script-src *")
    policy = client.get("/embed/skin").headers["content-security-policy"]
    assert "frame-ancestors https://school.example script-src *" in policy and "; script-src" not in policy


def test_what_a_reader_typed_stays_text_in_an_embed(client):
    """In title, table and links."""
    answer = client.get("/embed/food-bars", params={"q": "<script>alert(1)</script>"})
    assert "<script" not in answer.text


def test_oembed_tells_a_site_how_to_frame_it(client):
    """From the address in the head of the embed, within the width that is asked for."""
    head = client.get("/embed/curve?sex=female").text
    found = re.search(r'type="application/json\+oembed"[^>]* href="([^"]+)"', head)[1].replace("&amp;", "&")
    told = client.get(found + "&maxwidth=300").json()
    assert told["type"] == "rich" and told["version"] == "1.0" and told["width"] == 300
    assert "/embed/curve?who=Women" in told["html"]


@pytest.mark.parametrize(
    "url", ["", "https://elsewhere.example/embed/curve", "http://testserver/embed/zebra", "http://[", "x"]
)
def test_oembed_knows_our_addresses_alone(client, url):
    """404."""
    assert client.get("/oembed", params={"url": url}).status_code == 404


def test_a_sheet_of_today_is_current(client):
    """Said in one sentence."""
    assert f"Yes: data version {VERSION}" in client.get(f"/v/{VERSION}/curve").text


@pytest.mark.parametrize("version", ["9.9.9", "zebra", "1.0"])
def test_a_version_that_never_was_is_named(client, version):
    """404 with those that were."""
    answer = client.get(f"/v/{version}/curve")
    assert answer.status_code == 404 and answer.json()["allowed"] == list(RELEASES)


def test_old_and_new_stand_side_by_side_with_the_reason(client, monkeypatch):
    """A figure that differs from the kept one, and the log's entries of its page since."""
    kept = {key: [dict(row) for row in rows] for key, rows in load_release().items()}
    name = next(column for column, value in kept["trend"][0].items() if isinstance(value, float))
    kept["trend"][0][name] = 1234.5
    monkeypatch.setattr("exhibits.releases.load_release", lambda version: kept)
    monkeypatch.setitem(RELEASES, "1.0.9", "2026-11-25")
    text = client.get("/v/1.0.9/trend").text
    assert "No:" in text and "1234.5" in text and name in text
    assert "What the log of corrections says" in text


KEPT_KEYS = [key for key in catalog() if key != "revisions"]  # the log itself


@pytest.mark.parametrize("key", KEPT_KEYS)
def test_the_figures_of_this_version_are_kept(key):
    """`python -m exhibits release` wrote them after the last change."""
    assert changes(catalog()[key], VERSION) == []


@pytest.mark.parametrize("key", KEPT_KEYS)
def test_no_figure_moved_since_the_version_before_without_an_entry_in_the_log(key):
    """What differs from the last version that was kept before this one is told for the page, with the reason."""
    one = catalog()[key]
    before = next(version for version in RELEASES if version != VERSION and load_release(version))
    moved = [change for change in changes(one, before) or [] if change.old is not None]
    told = {entry.page for entry in load_revisions() if entry.version == VERSION}
    assert not moved or told & {one.page or "overview", "every page"}, f"{moved[:3]}: write what changed, and why"


def test_the_figures_of_a_release_are_those_of_its_exhibits():
    """The rows as they are shown first: names, and what has a number in it."""
    kept = figures(catalog()["trend"])
    table = catalog()["trend"].table(catalog()["trend"].shown_first)
    assert len(kept) == len(table) and set(kept[0]) <= set(table.columns)


def test_the_feed_has_every_correction_and_release(client):
    """As Atom, each with an identity of its own."""
    root = ET.fromstring(client.get("/feed.atom").content)
    ids = [entry.find(f"{ATOM}id").text for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == len(load_revisions()) + len(RELEASES)


def test_the_page_about_the_data_describes_itself_to_machines(client):
    """schema.org's Dataset, allowed by its hash, and signposts."""
    answer = client.get("/data")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', answer.text, re.S)[1]
    described = json.loads(block)
    assert described["@type"] == "Dataset" and len(described["distribution"]) == len(resources()) + 1
    assert "sha256-" in answer.headers["content-security-policy"]
    for relation in ("cite-as", "describedby", "license", "service-desc", "item"):
        assert f'rel="{relation}"' in answer.headers["link"]


def test_the_data_package_is_served_with_its_files(client):
    """Each file of the descriptor, byte by byte as described; nothing else of the folder."""
    package = client.get("/datapackage.json").json()
    for one in package["resources"][:8]:
        answer = client.get(f"/{one['path']}", headers={"accept-encoding": "identity"})
        assert (answer.status_code, len(answer.content)) == (200, one["bytes"])
    for path in ("datapackage.json", "../serve.py", "base.py", "reference/../base.py"):
        assert client.get(f"/data/{path}").status_code == 404


def test_crawlers_and_assistants_find_their_way(client):
    """Sitemap, robots, llms.txt."""
    assert "/data</loc>" in client.get("/sitemap.xml").text
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text
    assert "cautions" in client.get("/llms.txt").text


def test_choices_of_an_address_are_named_and_not_said_to_be_the_same(client):
    """Of an older version only what is shown first was kept."""
    now = client.get(f"/v/{VERSION}/curve?scale=density").text
    assert "Counted as: Per 1,000 kcal" in now or "Per 1,000 kcal" in now
    older = client.get("/v/1.1.0/curve?scale=density").text
    assert "Not known for these choices" in older and "<b>Yes" not in older
