"""How everything is answered: kept, unchanged, zipped, open to other sites, and told in words where something is wrong."""

import gzip
import time

import pytest
from starlette.requests import Request

from data.releases import VERSION
from routes import answers, exhibits
from routes.answers import Answer, Asked, Kept, accepted, plain

CURVE = "/api/v1/exhibits/curve"


def problem(answer, status: int) -> dict:
    """The body of a problem of this status, which nobody keeps."""
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.headers["cache-control"] == "no-store"
    told = answer.json()
    assert told["status"] == status and told["title"] and told["detail"]
    return told


def test_what_is_unchanged_is_not_sent_again(client):
    """By its ETag, which holds the data version."""
    first = client.get(CURVE)
    assert VERSION in first.headers["etag"] and first.headers["cache-control"].startswith("public, max-age=")
    again = client.get(CURVE, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(CURVE, headers={"if-none-match": 'W/"other"'}).status_code == 200


def test_other_sites_may_read_it_and_no_cookie_is_set(client):
    """Nothing here is anybody's own."""
    answer = client.get(CURVE)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-data-version"] == VERSION
    assert "set-cookie" not in answer.headers


def test_text_is_zipped_for_who_takes_it(client):
    """The same bytes inside."""
    zipped = client.get(CURVE, headers={"accept-encoding": "gzip"})
    bare = client.get(CURVE, headers={"accept-encoding": "identity"})
    assert zipped.headers["content-encoding"] == "gzip" and "content-encoding" not in bare.headers
    assert zipped.content == bare.content  # the client unzips
    assert len(gzip.compress(bare.content)) < len(bare.content)


def test_head_tells_as_much_as_get(client):
    """Status and headers."""
    head, get = client.head(CURVE), client.get(CURVE)
    assert head.status_code == 200
    assert head.headers["etag"] == get.headers["etag"]


def test_options_names_what_is_possible(client):
    """For a browser that asks first."""
    answer = client.options(CURVE)
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_is_written_here(client, method):
    """405 with the methods there are."""
    answer = getattr(client, method)(CURVE)
    problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_body_and_an_endless_address_are_refused(client):
    """413 and 414."""
    problem(client.request("GET", CURVE, content=b"x" * 2000), 413)
    problem(client.get(CURVE + "?sex=" + "x" * 9000), 414)


def test_a_wrong_value_names_the_parameter_and_what_is_allowed(client):
    """As the command line does."""
    told = problem(client.get(CURVE + "?sex=zebra"), 400)
    assert told["parameter"] == "sex" and "female" in told["allowed"]
    told = problem(client.get(CURVE + "?unicorn=1"), 400)
    assert "unicorn" in told["detail"]


def test_a_wrong_name_offers_what_is_written_much_like_it(client):
    """404 with near names."""
    assert "curve" in problem(client.get("/api/v1/exhibits/curv"), 404)["near"]
    assert "foods" in problem(client.get("/api/v1/tables/food"), 404)["near"]
    assert "prevalence" in problem(client.get("/api/v1/survey/prevalenc"), 404)["near"]


def test_a_kind_that_there_is_not_is_refused(client):
    """406."""
    assert problem(client.get("/api/v1/tables/foods", headers={"accept": "application/pdf"}), 406)["allowed"]
    assert (
        client.get("/api/v1/tables/foods", headers={"accept": "text/csv"})
        .headers["content-type"]
        .startswith("text/csv")
    )
    assert client.get("/api/v1/tables/foods", headers={"accept": "*/*"}).headers["content-type"] == "application/json"


@pytest.mark.parametrize("host", ["a b", "evil.example/<script>", ""])
def test_a_host_that_is_none_is_refused(client, host):
    """It would stand in every address that we answer."""
    problem(client.get(CURVE, headers={"host": host}), 400)


def test_the_public_address_is_a_setting(client, monkeypatch):
    """PUBLIC_URL stands in the place of the host that was asked."""
    monkeypatch.setenv("PUBLIC_URL", "https://magnesium.example/balance/")
    assert client.get(CURVE).json()["address"].startswith("https://magnesium.example/balance/intake-nerves?")


@pytest.mark.faults
def test_a_fault_of_a_file_is_no_fault_of_the_asker(client, monkeypatch):
    """503, with the file's name."""
    from data.base import DataError
    from routes import api

    def broken(asked):
        raise DataError("claims.yml: is missing")

    monkeypatch.setattr(api.files, "json", lambda view, home: broken(view))
    assert "claims.yml" in problem(client.get("/api/v1/exhibits/glossary?topic=body"), 503)["detail"]


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
@pytest.mark.faults
def test_a_fault_of_ours_is_told_in_words_and_its_traceback_to_the_log_alone(client, monkeypatch, capsys, accept):
    """What nobody foresaw."""

    def surprised(view, home):
        raise RuntimeError("a secret of the server")

    monkeypatch.setattr(answers, "KEPT", Kept())
    monkeypatch.setitem(exhibits.FILES, "csv", ("text/csv", surprised))
    answer = client.get("/exhibits/forest.csv", headers={"accept": accept})
    assert answer.status_code == 500 and "a fault of ours" in answer.text
    assert "secret" not in answer.text and "RuntimeError: a secret" in capsys.readouterr().err


def test_answers_are_kept_within_a_bound(monkeypatch):
    """Those used longest ago go first; all go when the data change."""
    kept = Kept(most_bytes=10)
    kept.put(("a",), Answer(b"12345", ""))
    kept.put(("b",), Answer(b"12345", ""))
    assert kept.get(("a",))
    kept.put(("c",), Answer(b"12345", ""))
    assert kept.get(("a",)) and kept.get(("c",)) and not kept.get(("b",))
    assert kept.bytes == 10
    monkeypatch.setattr("routes.answers.data_state", lambda: (1, 2))
    assert kept.get(("a",)) is None and kept.bytes == 0


def test_an_answer_is_made_once(client):
    """The second asking finds it."""
    address = "/api/v1/exhibits/prevalence?age=60-74"
    client.get(address)
    started = time.process_time()
    client.get(address)
    assert time.process_time() - started < 1  # and no fitting, no drawing


def test_what_is_missing_is_null():
    """JSON has no NaN."""
    assert plain({"a": float("nan"), "b": (1, float("inf"))}) == {"a": None, "b": [1, None]}


def test_a_request_says_what_it_takes():
    """A browser takes anything."""

    browser = Request({"type": "http", "headers": [(b"accept", b"text/html,application/xhtml+xml")]})
    assert accepted(browser) == ""
    assert Asked({}, (("a", "1"), ("a", "2")), "").values() == {"a": ["1", "2"]}
