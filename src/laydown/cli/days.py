"""Days that a person writes on the command line."""

import click


def require_date(day: str | None, option: str) -> None:
    """Refuse a day that is none, naming the OPTION: that is wrong use, for the caller wrote it."""
    from laydown.intake import is_date

    if day is not None and not is_date(day):
        msg = f"{day!r} is no date; write it as 2022-02-02."
        raise click.BadParameter(msg, param_hint=f"'{option}'")
