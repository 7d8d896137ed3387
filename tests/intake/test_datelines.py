"""Datelines: the day by a headline, the words before a time in other languages, and the clock of a page's home."""

import pytest

from laydown.intake.page import read_page
from laydown.model import Report

TEXT = (
    "<p>Das Heer verlegt nach Angaben des Ministeriums in der kommenden Woche rund 300 Soldaten in den Norden, "
    "wo sie eine Brücke sichern.</p><p>Weitere 120 stehen bereit, teilte ein Sprecher mit, der keinen Ort nannte.</p>"
)


def page(
    around: str, head: str = "", language: str = "de", title: str = "Heer verlegt Soldaten in den Norden"
) -> Report:
    """The report on a page with its headline and text in place of `H` and `§` in what stands AROUND them."""
    body = around.replace("H", f"<h1>{title}</h1>", 1).replace("§", TEXT, 1)
    head = f"<title>{title} - Der Nordbote</title>{head}"
    found = read_page(f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>')
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize(
    ("around", "published"),
    [
        ("H<p>07.03.2024, 18:05 Uhr</p>§", "2024-03-07T18:05:00"),
        ("<div>7. März 2024 | Politik</div>H§", "2024-03-07"),
        ("H<div>Von Ada Schreiber <span>7. März 2024</span></div>§", "2024-03-07"),
        ("H<div><time datetime='2024-03-07T18:05:00+01:00'>vor 3 Stunden</time></div>§", "2024-03-07T18:05:00+01:00"),
        ("H<p>Kiel, 7. März 2024. Das Heer verlegt 300 Soldaten, so ein Sprecher.</p>§", "2024-03-07"),
        ("<p>Samstag, 9. März 2024</p>" + 4 * "<p>a</p>" + "H<p>7. März 2024</p>§", "2024-03-07"),
    ],
    ids=["line", "before", "byline", "time element", "opening", "not the day of the masthead"],
)  # fmt: skip
def test_the_day_by_the_headline_dates_a_page(around: str, published: str) -> None:
    found = page(around)
    assert (found.published, found.found["published"]) == (published, "dateline by the headline")


@pytest.mark.parametrize(
    "around",
    [
        "H<p>Am 7. März 2024 beschloss das Kabinett den Einsatz, der nun nach langem Streit beginnen soll.</p>§",
        "H<p>Registriert: 07.03.2024</p>§",
        "H<p>Tagung: 07.03.2024, 10:00-11:30 Uhr</p>§",
        "H<p>7. März 2024 bis 9. März 2024</p>§",
        "H§<aside><p>7. März 2024</p></aside>",
        "H§"
        + "<p>Und noch ein Absatz, in dem nichts von Belang steht, aber viele Worte.</p>" * 12
        + "<p>7. März 2024</p>",
    ],
    ids=["prose", "a user", "an hour to an hour", "two days", "the margin", "far behind"],
)
def test_another_day_dates_no_page(around: str) -> None:
    assert page(around).published is None


def test_a_day_by_the_headline_goes_before_marks_that_mean_many_things() -> None:
    """But not before those that mean the publication."""
    vague = '<meta name="date" content="2024-03-09">'
    sure = '<meta property="article:published_time" content="2024-03-06T09:00:00+01:00">'
    assert page("H<p>7. März 2024</p>§", vague).published == "2024-03-07"
    assert page("H§", vague).published == "2024-03-09"
    assert page("H<p>7. März 2024</p>§", vague + sure).published == "2024-03-06T09:00:00+01:00"


def test_an_address_dates_a_page_last_of_all() -> None:
    link = '<link rel="canonical" href="https://nordbote.example/politik/2024/03/07/heer.html">'
    found = page("H§", link)
    assert (found.published, found.found["published"]) == ("2024-03-07", "address day")
    assert page("H<p>6. März 2024</p>§", link).published == "2024-03-06"
    assert page("H§", link.replace("/07/", "/")).published is None
    assert page("H§", link.replace("2024/03/07", "07-03-2024")).published == "2024-03-07"


@pytest.mark.parametrize(
    ("language", "line", "published", "updated"),
    [
        ("de", "Veröffentlicht am 7. März 2024, aktualisiert am 8. März 2024", "2024-03-07", "2024-03-08"),
        ("fr", "Publié le 7 mars 2024 | Mis à jour le 8 mars 2024 à 9h10", "2024-03-07", "2024-03-08T09:10:00"),
        ("es", "Publicado: 07/03/2024 · Actualizado: 08/03/2024", "2024-03-07", "2024-03-08"),
        ("pl", "Publikacja: 07.03.2024 | Aktualizacja: 08.03.2024", "2024-03-07", "2024-03-08"),
        ("nb", "Publisert 7. mars 2024 | Oppdatert 8. mars 2024", "2024-03-07", "2024-03-08"),
        ("tr", "Giriş tarihi: 07.03.2024 | Güncelleme: 08.03.2024", "2024-03-07", "2024-03-08"),
        ("ja", "公開日：2024年3月7日 最終更新日：2024年3月8日", "2024-03-07", "2024-03-08"),
        ("en", "7 March 2024, last updated at 14:00", None, "2024-03-07T14:00:00"),
    ],
)  # fmt: skip
def test_words_before_a_time_are_known_in_many_languages(
    language: str, line: str, published: str | None, updated: str
) -> None:
    found = page(f"H<p>{line}</p>§", language=language)
    assert (found.published, found.updated) == (published, updated)


def test_a_page_that_tells_its_change_alone_states_no_publication() -> None:
    for line in ("<p>Aktualisiert: 8. März 2024</p>", "<p>Zuletzt geändert am</p><p>8. März 2024</p>"):
        found = page(f"H{line}§")
        assert (found.published, found.updated) == (None, "2024-03-08")


UTC = '<meta property="article:published_time" content="2024-03-08T03:28:35Z">'


def test_the_hour_of_publication_is_by_the_clock_of_the_home_that_shows_it() -> None:
    """03:28 in UTC was the evening before in New York, and the change is told by the same clock."""
    changed = '<meta property="article:modified_time" content="2024-03-08T04:00:00Z">'
    found = page("H<p>March 7, 2024 10:28 p.m.</p>§", UTC + changed, "en")
    assert (found.published, found.updated) == ("2024-03-07T22:28:35-05:00", "2024-03-07T23:00:00-05:00")
    assert found.found["published"] == "meta article:published_time"
    shown = page("H<p>March 7, 2024 10:31 p.m.</p>§", UTC, "en")
    assert shown.published == "2024-03-08T03:28:35+00:00"


def test_midnight_at_home_is_a_day() -> None:
    """A day that was put down as its first moment, in the zone of a server."""
    midnight = '<meta property="article:published_time" content="2024-03-06T23:00:00Z">'
    assert page("H<p>7. März 2024</p>§", midnight).published == "2024-03-07"
    assert page("H<p>6. März 2024</p>§", midnight).published == "2024-03-06T23:00:00+00:00"


def test_a_day_that_the_page_does_not_tell_is_not_guessed() -> None:
    """The address of a picture has the day of the picture."""
    picture = '<meta property="og:image" content="https://nordbote.example/media/2019/05/04/bild.jpg">'
    assert page("H§", picture).published is None
    told = '<script>var story = {"createdAt": "2024-03-07T15:58:43+01:00"};</script>'
    assert page("H§", told.replace("createdAt", "expires")).published is None


def test_a_caption_that_holds_the_headline_and_a_language_in_xml_are_heeded() -> None:
    assert page("<figcaption><small>7. März 2024</small>H</figcaption>§").published == "2024-03-07"
    assert page("<figure>§<figcaption>Foto: A. Schreiber, 9. März 2024</figcaption></figure>H").published is None
    found = read_page(f'<html xml:lang="fr"><body><h1>La troupe part</h1><p>04/03/2024</p>{TEXT}</body></html>')
    assert isinstance(found, Report)
    assert found.published == "2024-03-04"
