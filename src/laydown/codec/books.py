"""The books as JSON: balances with their certificates, movements, links, conflicts with their repairs."""

import msgspec

from laydown.codec.lines import Json
from laydown.codec.readings import claim_to_json
from laydown.model import Balance, Bounds, Certificate, Conflict, Entry, Link, Movement, Problem, Repair, Stated


def bounds_to_json(bounds: Bounds) -> Json:
    """The two bounds alone.

    >>> bounds_to_json(Bounds(low=700, high=900))
    {'low': 700, 'high': 900}
    """
    return {"low": bounds.low, "high": bounds.high}


def balance_to_json(balance: Balance) -> Json:
    """BALANCE as plain JSON values; the certificate proves `level`, and `net_change` where nobody states a stock."""
    proved = balance.known
    return {
        "force": balance.force,
        "asset": balance.asset,
        "place": msgspec.to_builtins(balance.place),
        "as_of": balance.as_of.isoformat() if balance.as_of else None,
        "basis": balance.basis,
        "stated": _stated(balance.stated),
        "net_change": bounds_to_json(balance.net_change),
        "level": bounds_to_json(balance.level) if balance.level else None,
        "unexplained": bounds_to_json(balance.unexplained) if balance.unexplained else None,
        "contested": balance.contested,
        "sources": list(balance.sources),
        "witnesses": balance.witnesses,
        "certificate": {"low": _lines(proved.proof_of_low), "high": _lines(proved.proof_of_high)},
        "divisor": {"low": _divisor(proved.proof_of_low), "high": _divisor(proved.proof_of_high)},
    }


def movement_to_json(movement: Movement) -> Json:
    """MOVEMENT as plain JSON values."""
    values: Json = msgspec.to_builtins(movement)
    return {**values, "quantity": bounds_to_json(movement.quantity)}


def entry_to_json(entry: Entry) -> Json:
    """ENTRY as plain JSON values: where it stands, who said it and when, and what it claims."""
    return {
        "id": entry.id,
        "report": entry.report,
        "outlet": entry.outlet,
        "said": entry.said,
        "recorded": entry.recorded,
        "witness": entry.witness,
        "words": entry.words,
        "claim": claim_to_json(entry.claim),
    }


def link_to_json(link: Link) -> Json:
    """LINK as plain JSON values, with the ways between which it could not choose."""
    values: Json = msgspec.to_builtins(link)
    return values


def problem_to_json(problem: Problem) -> Json:
    """PROBLEM as plain JSON values.

    >>> problem_to_json(Problem(where="books.db", what="is damaged", hint="take the last copy"))["what"]
    'is damaged'
    """
    values: Json = msgspec.to_builtins(problem)
    return values


def conflict_to_json(conflict: Conflict) -> Json:
    """CONFLICT as plain JSON values: the claims, and for each repair what it takes out and which numbers it leaves."""
    return {
        "force": conflict.force,
        "asset": conflict.asset,
        "claims": list(conflict.claims),
        "repairs": [_repair(repair) for repair in conflict.repairs],
    }


def _repair(repair: Repair) -> Json:
    """A repair, with the bounds that each movement has after it."""
    return {
        "removed": list(repair.removed),
        "witnesses": repair.witnesses,
        "leaves": {movement: bounds_to_json(bounds) for movement, bounds in repair.leaves},
        "balances": [balance_to_json(one) for one in repair.balances],
    }


def _stated(stated: Stated | None) -> Json | None:
    """A stated stock, with the day and who states it."""
    if stated is None:
        return None
    return {
        **bounds_to_json(stated.bounds),
        "on": stated.on.isoformat(),
        "claims": list(stated.claims),
        "sources": list(stated.outlets),
    }


def _lines(proof: Certificate | None) -> list[Json] | None:
    """The lines of a certificate, None where the bound is not proved."""
    return None if proof is None else [msgspec.to_builtins(line) for line in proof.lines]


def _divisor(proof: Certificate | None) -> int:
    """By what the sum of a certificate's lines is divided."""
    return 1 if proof is None else proof.divisor
