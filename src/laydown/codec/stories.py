"""Stories as JSON: what changed between two versions, field by field with both sentences, and the versions."""

import msgspec

from laydown.codec.lines import Json
from laydown.codec.readings import claim_to_json
from laydown.model import Change, Changes, Dropped, Ruling, Story, Telling, Version


def changes_to_json(changes: Changes) -> Json:
    """CHANGES as plain JSON values."""
    return {
        "old": changes.old,
        "new": changes.new,
        "notice": changes.notice,
        "added": [_telling(one) for one in changes.added],
        "removed": [_telling(one) for one in changes.removed],
        "changed": [_change(one) for one in changes.changed],
    }


def story_to_json(story: Story, changed: tuple[Changes, ...] = (), gone: tuple[Dropped, ...] = ()) -> Json:
    """STORY as plain JSON values.

    CHANGED is what each version changed, where that was asked, and GONE what counts though its page tells it no more.
    """
    steps = {one.new: changes_to_json(one) for one in changed}
    versions = [_version(one) for one in story.versions]
    for version in versions if changed else ():
        version["changes"] = steps.get(version["report"])
    others = {name: [msgspec.to_builtins(one) for one in getattr(story, name)] for name in ("follows", "rulings")}
    found = {"id": story.id, "versions": versions, **others}
    return {**found, "dropped": [dropped_to_json(one) for one in gone]} if changed or gone else found


def ruling_to_json(ruling: Ruling) -> Json:
    """RULING as plain JSON values."""
    values: Json = msgspec.to_builtins(ruling)
    return values


def dropped_to_json(gone: Dropped) -> Json:
    """GONE as plain JSON values."""
    values: Json = msgspec.to_builtins(gone)
    return values


def _version(version: Version) -> Json:
    """A version with its reason."""
    values: Json = msgspec.to_builtins(version)
    return values


def _telling(telling: Telling) -> Json:
    """A claim with its sentence."""
    return {"claim": claim_to_json(telling.claim), "words": telling.words}


def _change(change: Change) -> Json:
    """A changed claim: both ids and sentences, and both values of each field that differs."""
    return {
        "old": change.old.claim.id,
        "new": change.new.claim.id,
        "fields": {name: {"old": _value(change.old, name), "new": _value(change.new, name)} for name in change.fields},
        "old_words": change.old.words,
        "new_words": change.new.words,
        "corrected": change.corrected,
    }


def _value(telling: Telling, name: str) -> object:
    """The field NAME as plain JSON values."""
    found: object = msgspec.to_builtins(getattr(telling.claim, name))
    return found
