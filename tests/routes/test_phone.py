"""The page on a pupil's phone as a server sends it: what works without a script, what is told, and what is not sent."""

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from classroom import database, faults, limits, store
from classroom.faults import away
from routes.phone import page
from routes.site import routes
from tests.classroom.conftest import file, opened  # noqa: F401  fixtures
from tests.classroom.lesson import GOOD, asked
from tests.routes.conftest import HOME

FORMS = {
    "more": {"value": "rice"},
    "share": {"value": "12,5"},
    "sort": {"value": list("bac")},
    "curve": {"value": ["1", "2", "3", "4", "40"]},
}
STORED = {"more": "White <rice>", "share": "12.5%", "sort": "Beans; Almonds; Cheese", "curve": "1, 2, 3, 4, 40%"}


@pytest.fixture
def phone(client, opened) -> TestClient:  # noqa: F811
    """A phone that has opened the page of the class, and so has its cookie."""
    client.cookies.clear()
    for limit in vars(limits).values():
        if isinstance(limit, limits.Limit):
            limit.left.clear()
    assert client.get(f"/c/{opened.code}").status_code == 200
    yield client
    client.cookies.clear()


@pytest.fixture
def seen_now(monkeypatch):
    """The hub looks anew for every request, so that no test waits a second."""
    from classroom.hub import Hub

    seen = Hub.seen

    async def fresh(self, code, participant=""):
        await self._look(self._room(code))
        return await seen(self, code, participant)

    monkeypatch.setattr(Hub, "seen", fresh)


pytestmark = pytest.mark.usefixtures("seen_now")


def send(phone, code: str, step: str, form: dict | None = None, *, round_: int = 1, turn: int = 1, **headers):
    """What the page's form sends, and the answer before any further step."""
    data = {"step": step, "round": str(round_), "turn": str(turn)} | (form or FORMS[step])
    return phone.post(f"/c/{code}/answer", data=data, headers={"origin": HOME} | headers, follow_redirects=False)


@pytest.mark.parametrize("step", GOOD)
def test_each_kind_of_question_is_answered_by_a_form_without_a_script(phone, opened, step):  # noqa: F811
    """Open, answer, and see what is stored, also in the fields."""
    asked(opened, step)
    text = phone.get(f"/c/{opened.code}").text
    assert 'method="post"' in text and "<button>Send</button>" in text and len(text.encode()) < 20_000
    answer = send(phone, opened.code, step)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/c/{opened.code}")
    after = phone.get(f"/c/{opened.code}").text
    assert f"Stored: {STORED[step]}" in unescape(after) and 'name="turn" value="2"' in after
    assert not re.search(r"<rice>|<tests>", after)  # what a lesson says is text


def test_a_script_is_told_the_same_as_json(phone, opened):  # noqa: F811
    """And how often the pupil has answered."""
    asked(opened)
    assert send(phone, opened.code, "more", turn=3, accept="application/json").json() == {
        "kind": "stored",
        "words": "Stored: White <rice>",
        "turn": 3,
    }


@pytest.mark.parametrize("step", GOOD)
@pytest.mark.parametrize("phase", ["waiting", "open", "closed"])
def test_nothing_of_the_tally_is_sent_before_it_is_shown(phone, opened, step, phase):  # noqa: F811
    """Not in the page, not to a script; the answers of others change nothing of what is sent."""
    asked(opened, step)
    store.go(opened.code, opened.host_secret, step, 1, phase)
    before = everything(phone, opened.code)
    store.go(opened.code, opened.host_secret, step, 1, "open")
    for other in range(3):
        store.answer(opened.code, f"p{other}", step, 1, GOOD[step])
    store.go(opened.code, opened.host_secret, step, 1, phase)
    assert everything(phone, opened.code) == before
    store.go(opened.code, opened.host_secret, step, 1, "shown")
    assert "What the class answered: 3 answers" in everything(phone, opened.code)


def everything(phone, code: str) -> str:
    """All that a phone can be sent, without the count of moves."""
    sent = phone.get(f"/c/{code}").text + phone.get(f"/c/{code}/state").text
    return re.sub(r'version(":|=")\d+', "version", sent)


@pytest.mark.parametrize("step", GOOD)
def test_what_the_class_answered_is_told_in_words(phone, opened, step):  # noqa: F811
    """To all alike, of each kind; of no answers too."""
    asked(opened, step)
    store.go(opened.code, opened.host_secret, step, 1, "shown")
    assert "0 answers" in phone.get(f"/c/{opened.code}").text
    asked(opened, step)
    for other in range(4):
        store.answer(opened.code, f"p{other}", step, 1, GOOD[step])
    store.go(opened.code, opened.host_secret, step, 1, "shown")
    text = unescape(phone.get(f"/c/{opened.code}").text)
    told = {
        "more": "White <rice>: 4",
        "share": "the middle is 12.5%",
        "sort": "Beans; Almonds; Cheese: 4",
        "curve": "40 to 40",
    }
    assert told[step] in text and "No answer of yours was stored." in text


def test_what_to_do_between_questions(phone, opened):  # noqa: F811
    """Before the first, at a discussion, at a reveal, and at a question that is not open yet."""
    code, secret = opened.code, opened.host_secret
    assert "You are in. Wait for your teacher." in phone.get(f"/c/{code}").text
    for step, words in (
        ("talk", "Talk with your neighbor."),
        ("see", "Look at the screen."),
        ("more", "A question is coming."),
    ):
        store.go(code, secret, step)
        assert words in phone.get(f"/c/{code}").text
    assert "Which has more" not in phone.get(f"/c/{code}").text


@pytest.mark.parametrize(("code", "told"), [("CCCCCC", "CCCCCC"), ("zebra", "zebra"), ("<b>", "&lt;b&gt;")])
def test_a_wrong_code_is_told_where_it_can_be_typed_again(client, opened, code, told):  # noqa: F811
    """With what was typed in the field."""
    answer = client.get("/c", params={"code": code})
    assert answer.status_code == 404 and told in answer.text and 'name="code"' in answer.text
    assert "No class has the code" in answer.text


def test_a_code_may_be_typed_as_one_likes(phone, opened):  # noqa: F811
    """Small letters and blanks lead to the one address of the class."""
    typed = f"{opened.code[:3].lower()} {opened.code[3:]}"
    for asked_ in (
        phone.get("/c", params={"code": typed}, follow_redirects=False),
        phone.get(f"/c/{opened.code.lower()}", follow_redirects=False),
    ):
        assert asked_.headers.get("location", f"/c/{opened.code}") == f"/c/{opened.code}"
    assert "Join your class" in phone.get("/c").text


def test_an_answer_out_of_range_stays_in_its_field(phone, opened):  # noqa: F811
    """With what is allowed; nothing is stored."""
    asked(opened, "share")
    answer = send(phone, opened.code, "share", {"value": "61 <b>"})
    assert answer.status_code == 422 and 'value="61 &lt;b&gt;"' in answer.text and "cannot be read here" in answer.text
    assert store.counts(opened.code).stored == 0


def test_an_answer_to_a_closed_question_is_told(phone, opened):  # noqa: F811
    """And the page has gone on."""
    asked(opened)
    store.go(opened.code, opened.host_secret, "more", 1, "closed")
    answer = send(phone, opened.code, "more")
    assert answer.status_code == 409 and "closed before your answer arrived" in answer.text
    assert "Look at the screen" in answer.text


def test_an_ended_class_is_told(phone, opened):  # noqa: F811
    """As the page, to an answer, and to a script."""
    asked(opened)
    store.end_class(opened.code, opened.host_secret)
    assert "This class has ended." in phone.get(f"/c/{opened.code}").text
    assert send(phone, opened.code, "more").status_code == 410
    assert phone.get(f"/c/{opened.code}/state").json()["ended"] is True


def test_a_full_class_is_told_at_the_door(phone, opened, monkeypatch):  # noqa: F811
    """To whoever has no seat; those who have one go on."""
    asked(opened)
    send(phone, opened.code, "more")
    monkeypatch.setattr(faults, "MOST_PHONES", 1)
    assert phone.get(f"/c/{opened.code}").status_code == 200
    phone.cookies.clear()
    assert "This class is full" in phone.get(f"/c/{opened.code}").text


@pytest.mark.faults
def test_a_database_that_is_away_is_told_and_the_page_stays(phone, opened, monkeypatch):  # noqa: F811
    """The page of what was seen last; an answer is not acknowledged, and is stored when it is sent again."""
    asked(opened)
    phone.get(f"/c/{opened.code}")

    def gone(*_, **__):
        raise away()

    with monkeypatch.context() as without:
        without.setattr(database, "ready", gone)
        page_ = phone.get(f"/c/{opened.code}")
        assert page_.status_code == 200 and "Which has more magnesium" in page_.text
        answer = send(phone, opened.code, "more", accept="application/json")
        assert (answer.status_code, answer.json()["kind"], answer.headers["retry-after"]) == (503, "away", "2")
        page_ = send(phone, opened.code, "more")
        assert page_.status_code == 503 and 'value="rice" required checked' in page_.text
    assert send(phone, opened.code, "more").status_code == 303
    assert store.counts(opened.code).stored == 1


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": ""}, {"origin": f"{HOME}.evil.example"}],
)
def test_what_another_site_sends_is_refused(phone, opened, headers):  # noqa: F811
    """Whatever cookie comes with it."""
    asked(opened)
    assert send(phone, opened.code, "more", **headers).status_code == 403
    assert store.counts(opened.code).stored == 0


def test_an_old_browser_without_origin_is_known_by_what_it_does_say(phone, opened):  # noqa: F811
    """Referer, or Sec-Fetch-Site; with neither nothing is taken."""
    asked(opened)
    data = {"step": "more", "round": "1", "turn": "1", "value": "rice"}
    for headers, status in (
        ({}, 403),
        ({"referer": f"{HOME}/c/x"}, 303),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
    ):
        assert (
            phone.post(f"/c/{opened.code}/answer", data=data, headers=headers, follow_redirects=False).status_code
            == status
        )


def test_without_a_cookie_no_answer_is_taken(phone, opened):  # noqa: F811
    """Each would count as another pupil's."""
    asked(opened)
    phone.cookies.clear()
    answer = send(phone, opened.code, "more")
    assert answer.status_code == 403 and "keeps no cookie" in answer.text


def test_the_cookie_is_for_this_class_and_no_script(client, opened):  # noqa: F811
    """HttpOnly, SameSite, one path, a day; Secure behind TLS."""
    client.cookies.clear()
    cookie = client.get(f"/c/{opened.code}", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=lax", f"Path=/c/{opened.code}", "Max-Age=86400", "Secure"):
        assert part in cookie
    client.cookies.clear()


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"x" * 1_001, 413),
        (b"", 404),
        (b"\xff\xfe\x00", 404),
        (b"step=more&round=-1&turn=1&value=rice", 404),
        (b"step=more&round=1&turn=99999999&value=rice", 404),
        (b"step=more&round=1&turn=1&value=rice&value=rice", 422),
        (b"&".join([b"value=1"] * 50), 413),
    ],
)
def test_no_body_makes_the_server_stumble(phone, opened, content, status):  # noqa: F811
    """Too large, empty, no text, numbers out of all bounds, a field twice, too many fields."""
    asked(opened)
    headers = {"origin": HOME, "content-type": "application/x-www-form-urlencoded"}
    assert phone.post(f"/c/{opened.code}/answer", content=content, headers=headers).status_code == status
    assert store.counts(opened.code).stored == 0


def test_a_thumb_that_does_not_stop_is_slowed_and_nobody_else(phone, opened):  # noqa: F811
    """By its own cookie; a neighbor behind the same address answers on."""
    asked(opened)
    codes = [
        send(phone, opened.code, "more", turn=turn, accept="application/json").status_code for turn in range(1, 16)
    ]
    assert codes[:10] == [200] * 10 and 429 in codes
    phone.cookies.clear()
    phone.get(f"/c/{opened.code}")
    assert send(phone, opened.code, "more").status_code == 303


def test_more_time_is_given_to_whoever_asks(phone, opened):  # noqa: F811
    """Where there is a clock: ten times as long, and the page says how long."""
    asked(opened, seconds=30)
    page_ = phone.get(f"/c/{opened.code}").text
    assert "I need more time" in page_ and re.search(r"about (29|30) seconds", page_)
    assert phone.post(f"/c/{opened.code}/time", headers={"origin": HOME}, follow_redirects=False).status_code == 303
    page_ = phone.get(f"/c/{opened.code}").text
    assert "I need more time" not in page_ and re.search(r"about (299|300) seconds", page_)


def test_a_phone_that_has_the_newest_is_sent_nothing(phone, opened):  # noqa: F811
    """Polling costs next to nothing."""
    version = phone.get(f"/c/{opened.code}/state").json()["version"]
    assert phone.get(f"/c/{opened.code}/state", params={"have": version}).status_code == 204
    asked(opened)
    assert phone.get(f"/c/{opened.code}/state", params={"have": version}).json()["version"] == version + 1


def test_only_its_own_script_may_run_and_no_other_host_is_named(phone, opened):  # noqa: F811
    """Headers of every answer, and no address with a host in the page."""
    asked(opened, "curve")
    answer = phone.get(f"/c/{opened.code}")
    policy = answer.headers["content-security-policy"]
    assert policy == page.policy() and "unsafe" not in policy and "default-src 'none'" in policy
    assert answer.headers["cache-control"] == "no-store" and answer.headers["referrer-policy"] == "same-origin"
    assert set(re.findall(r"https?://[^\s'\"<]+", answer.text)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\sstyle=|\son\w+=", answer.text)


def test_a_page_that_waits_comes_again_by_itself_and_one_to_fill_in_does_not(phone, opened):  # noqa: F811
    """Without a script; what is half filled in would be lost."""
    assert 'http-equiv="refresh"' in phone.get(f"/c/{opened.code}").text
    asked(opened)
    text = phone.get(f"/c/{opened.code}").text
    assert 'http-equiv="refresh"' not in text and "See if the class went on" in text


def test_below_a_path_every_address_of_the_page_is_below_it(opened):  # noqa: F811
    """Form, link, cookie and the way on; nothing answers outside."""
    asked(opened)
    home = f"/magnesium/c/{opened.code}"
    with TestClient(Starlette(routes=routes("/magnesium"))) as phone:
        answer = phone.get(home)
        assert f'action="{home}/answer"' in answer.text and f'href="{home}"' in answer.text
        assert f"Path={home};" in answer.headers["set-cookie"]
        data = {"step": "more", "round": "1", "turn": "1", "value": "rice"}
        sent = phone.post(f"{home}/answer", data=data, headers={"origin": HOME}, follow_redirects=False)
        assert (sent.status_code, sent.headers["location"]) == (303, home)
        assert phone.get(f"/c/{opened.code}").status_code == 404
