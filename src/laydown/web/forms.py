"""Forms: the fields of a form that was sent by a page of this desk, and of no other."""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, TypeAlias

from fastapi import Depends, HTTPException
from starlette.datastructures import QueryParams
from starlette.requests import Request

from laydown.model.identity import utc

FORGED = "this form is not of this desk as it runs now; open the page again"


async def sent(request: Request) -> Mapping[str, str]:
    """The fields of a form, the last of each name; raises HTTPException where it does not carry the desk's own token.

    Only the plain encoding of forms is read: nobody uploads anything here.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "a form is sent as application/x-www-form-urlencoded")
    fields = QueryParams((await request.body()).decode("utf-8", "replace"))
    if not hmac.compare_digest(fields.get("csrf", "").encode(), request.app.state.csrf.encode()):
        raise HTTPException(403, FORGED)
    return dict(fields)


def now(request: Request) -> str:
    """The hour at which a ruling is recorded, in UTC."""
    moment: datetime = request.app.state.clock()
    return utc(moment.astimezone(UTC).isoformat())


Sent: TypeAlias = Annotated[Mapping[str, str], Depends(sent)]
