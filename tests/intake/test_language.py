"""Language: other languages are told apart from English, and English in any dress passes."""

import json
from pathlib import Path

import pytest

from laydown.intake.language import foreign

SHARED = Path(__file__).parents[3] / "shared"

ENGLISH = [
    "Pentagon: 2,000 to Poland",
    "2,000 U.S. troops leave Fort Bragg, N.C.",
    "Vilnius, Riga, Tallinn, Warsaw, Bucharest: brigades on alert",
    "General Oliveira da Silva and Col. de la Cruz of the Guardia Nacional met in La Paz, Santa Cruz de la Sierra.",
    "Le Monde, Die Zeit, El País, La Repubblica, De Standaard, Der Spiegel: troops to Niger",
    "Gen. Joseph F. Dunford Jr.; Gen. Mark A. Milley; Adm. James G. Foggo III; Lt. Gen. Ben Hodges; " * 12,
    "Moscow (Москва) said that its troops leave Kherson.",
]
OTHERS = {
    "German": "Deutschland verlegt nach Angaben des Ministers rund 200 Soldaten in die Slowakei und nach Litauen.",
    "French": "La France va envoyer 500 soldats en Roumanie dans le cadre de la mission de l'OTAN, selon le ministre.",
    "Spanish": "España enviará 300 soldados a la frontera de Polonia con Ucrania, según el ministro de Defensa.",
    "Italian": "Il governo ha deciso di inviare mille soldati in Romania per la difesa del fianco est della NATO.",
    "Polish": "Minister obrony poinformował, że do Polski przyjedzie 2000 żołnierzy z USA i zostaną oni na wschodzie.",
    "Turkish": "Bakanlık, Suriye için bin asker daha gönderildi ve bu karar olarak açıklandı; çok sayıda araç da var.",
    "Swedish": "Sverige skickar 600 soldater till Lettland och det är en del av insatsen som regeringen vill ha.",
    "Finnish": "Suomi lähettää sotilaita Viroon ja päätös on tehty, mutta hän ei kerro, että myös joukot ovat siellä.",
    "Indonesian, Malay": "Pemerintah akan mengirim pasukan yang bertugas di Lebanon dan ini adalah keputusan presiden.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes(text: str) -> None:
    """Headlines, lists of names and short items have few function words, and that is no sign."""
    assert foreign(text) is None


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_another_language_is_named(name: str, text: str) -> None:
    """One sentence is enough."""
    trouble = foreign(text)
    assert trouble is not None
    assert trouble.what == f"is in {name}"


def test_words_of_no_language_are_no_report() -> None:
    """What has no function words of any language, at length, is nothing that we can read."""
    assert foreign("qzx vbnk plmo wrtd " * 100) is not None


def test_every_english_report_that_we_have_passes() -> None:
    """Over 1,900 real ones, the shortest of them headlines."""
    if not SHARED.exists():
        pytest.skip("NOT CHECKED: no ../shared on this machine")
    for path in [*SHARED.glob("gold/dev-*.jsonl"), *SHARED.glob("corpus/*/*.jsonl")]:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row.get("report", row).get("text")
            assert text is None or foreign(text) is None, text[:200]
