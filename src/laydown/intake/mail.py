"""Mail: a bulletin as it came by e-mail, its words and what its head states; attachments are not opened."""

from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import Final, cast

from laydown.intake.canon import one_line
from laydown.intake.moments import moment
from laydown.intake.page.words import words_of
from laydown.intake.trouble import Trouble
from laydown.intake.wrapping import unwrapped
from laydown.model import Report

_SAVE: Final = "save the message again as .eml, or copy its text into a .txt file"


def read_mail(data: bytes) -> Report | Trouble:
    """The report in the message DATA: its plain text, else its HTML; the sender's name is the publisher's."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        text = _words(message)
        heads = {name: one_line(str(message.get(name) or "")) for name in ("Subject", "From", "Date")}
    except Exception as error:  # noqa: BLE001 - the parser of heads raises many things over broken ones
        return Trouble(f"is a message that cannot be read: {type(error).__name__}", _SAVE)
    if not text:
        return Trouble("is a message without words", _SAVE)
    name, address = parseaddr(heads["From"])
    stated = {
        "title": heads["Subject"] or None,
        "publisher": one_line(name or address) or None,
        "published": moment(heads["Date"]),
    }
    heads_of = {"title": "mail Subject", "publisher": "mail From", "published": "mail Date"}
    return Report(
        text=text,
        title=stated["title"],
        publisher=stated["publisher"],
        published=stated["published"],
        found={field: heads_of[field] for field, value in stated.items() if value},
    )


def _words(message: Message) -> str:
    """The words of MESSAGE: its first plain part, or its first HTML part where it has no other."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                words = _content(cast("EmailMessage", part))
                if text := unwrapped(words) if kind == "text/plain" else words_of(words):
                    return text
    return ""


def _content(part: EmailMessage) -> str:
    """The characters of PART; in an encoding that nobody knows, as far as they are UTF-8."""
    try:
        return str(part.get_content())
    except LookupError:
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
