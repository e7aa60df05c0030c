"""What comes in without pages: by the command's road, and from feeds that are allowed."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from heed.arrivals import straight
from heed.elsewhere import fetching, queries
from heed.elsewhere.models import Report
from heed.elsewhere.states import ReportState, Whose
from tests.houses import House

Houses = tuple[House, House]
ITEM: dict[str, object] = {"id": "urn:1", "title": "Homes", "content_text": "Words"}


class Feed:
    """A feed on this machine: what it answers, and what it was asked."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/feed.json"
        self.items: list[dict[str, object]] = [ITEM]
        self.asked: list[str] = []
        self.away = ""


@pytest.fixture
def feed() -> Iterator[Feed]:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.path)
            if told.away and self.path == "/feed.json":
                self.send_response(302)
                self.send_header("Location", told.away)
                self.end_headers()
                return
            version = "https://jsonfeed.org/version/1.1"
            body = json.dumps({"version": version, "title": "Vale", "items": told.items}).encode()
            mark = f'"{len(body)}"'
            same = self.headers.get("If-None-Match") == mark
            self.send_response(304 if same else 200)
            self.send_header("Content-Type", "application/feed+json")
            self.send_header("ETag", mark)
            self.end_headers()
            self.wfile.write(b"" if same else body)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    told = Feed(server.server_port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_allowed_feed_comes_in_and_what_it_withdraws_goes(
    two_partnerships: Houses, feed: Feed
) -> None:
    house = two_partnerships[0].partnership
    setting = f"{house.slug}={feed.address}"
    assert "1 added" in "\n".join(straight.fetch_feeds(setting))
    assert list(straight.fetch_feeds(setting)) == []
    assert len(feed.asked) == 1
    assert "as it was" in "\n".join(straight.fetch_feeds(setting, only_due=False))
    feed.items = [{"id": "urn:1", "_heed": {"withdrawn": True}}]
    assert "1 taken away" in "\n".join(straight.fetch_feeds(setting, only_due=False))
    assert Report.objects.get().state == ReportState.GONE


def test_no_other_address_is_asked_and_no_redirect_is_followed(
    two_partnerships: Houses, feed: Feed
) -> None:
    house = two_partnerships[0].partnership
    source = queries.source(house, feed.address)
    with pytest.raises(fetching.NotFetched, match="does not name"):
        fetching.fetch(source, feeds=[("selby-vale", feed.address)])
    assert feed.asked == []
    feed.away = feed.address.replace("feed.json", "secret")
    said = list(straight.fetch_feeds(f"{house.slug}={feed.address}", only_due=False))
    assert "302" in said[0]
    assert feed.asked == ["/feed.json"]
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "setting",
    ["https://a.example/feed", "here=http://a.example/feed", "here=file:///etc/passwd", "here="],
)
def test_a_setting_that_could_reach_elsewhere_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="HEED_FEEDS holds"):
        fetching.allowed(setting)


def test_a_folder_comes_in_whole_and_again_without_doubles(
    two_partnerships: Houses, tmp_path: Path
) -> None:
    from heed.elsewhere.tests.factories import as_word, scanned_pdf

    house = two_partnerships[0].partnership
    (tmp_path / "2022").mkdir()
    paper = as_word("Asking who is at home", "What we learnt in June 2022 about homes.")
    (tmp_path / "2022" / "home.docx").write_bytes(paper)
    (tmp_path / "scan.pdf").write_bytes(scanned_pdf())
    (tmp_path / "notes.txt").write_bytes(b"left aside")
    tally = straight.bring_files(house, tmp_path, kind=straight.FOLDER, ours=True)
    assert tally.became == {"added": 1}
    assert "OCR" in tally.not_taken[0][1]
    report = Report.objects.get()
    assert (report.whose, str(report.date)) == (Whose.OURS, "2022-06-01")
    again = straight.bring_files(house, tmp_path, kind=straight.FOLDER, ours=True)
    assert again.became == {"unchanged": 1}
