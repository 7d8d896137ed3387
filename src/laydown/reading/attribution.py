"""Who says so, and when it was so: attribution, nation by context, and time for the drafts of one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from laydown.lexicon.verbs import speech_verbs
from laydown.model import Attribution, Period
from laydown.reading.drafts import Draft
from laydown.reading.grammar import Token, Tree
from laydown.reading.filling import settle_borders
from laydown.reading.nations import owner_at
from laydown.reading.persons import Speaker, dated, remember, speaker_at
from laydown.reading.roles import subject
from laydown.reading.scene import Scene
from laydown.reading.moods import mood
from laydown.reading.stance import is_aside
from laydown.reading.story import Story, voice_of
from laydown.reading.times import Direction, Time, find_times


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch [start, end) of a sentence that SPEAKER is said to say, by the word of speech VERB, on the day SAID."""

    start: int
    end: int
    speaker: Speaker
    verb: Token
    said: date | None


def attribute(scene: Scene, story: Story, drafts: list[Draft]) -> list[Draft]:
    """DRAFTS of one sentence with speaker, nation and time filled in from the sentence and from what came before."""
    introduce(scene, story)
    reports = sayings(scene, story)
    _look_around(scene, story)
    counted = [
        m for m in scene.mentions if m.quantity is not None and m.sort in {"people", "ship", "aircraft", "vehicle"}
    ]
    story.last_force = counted[-1] if counted else story.last_force
    for draft in sorted(drafts, key=lambda d: d.order):
        _speaker(scene, story, draft, reports)
        _nation(scene, story, draft)
        settle_borders(draft)
        _left_behind(scene, draft)
        _in_mission(scene, draft)
        _when(scene, draft)
        if draft.nation:
            story.nations.append(draft.nation)
        if draft.destination or draft.location:
            story.last_place = (draft.destination or draft.location)[-1]
        if draft.stated_speaker:
            story.saying, story.said_in = draft.attribution, scene.passage.start
    return drafts


def _look_around(scene: Scene, story: Story) -> None:
    """Remember the country that the next sentence may call "the country" or "there"."""
    named = [
        s
        for s in scene.spots
        if s.sense == "name" and s.place.country and scene.tree.tokens[s.head].dep not in {"nsubj", "poss"}
    ]
    if named:
        story.context = replace(story.context, here=named[-1].place)


def introduce(scene: Scene, story: Story) -> None:
    """Remember the persons that a sentence names with their office, whether or not they speak."""
    for token in scene.tree:
        if token.dep in {"nsubj", "nsubjpass", "pobj"} and token.tag == "NNP" and scene.spot_at(token) is None:
            remember(scene, token, story.people, story.anchor)


def sayings(scene: Scene, story: Story) -> list[Saying]:
    """What a sentence reports somebody to say, in the order of the speech verbs."""
    tree = scene.tree
    found = []
    for token in tree:
        if token.lower == "according" and token.tag.startswith("VB"):
            found += _according(scene, story, token)
        if token.lower not in speech_verbs() or not token.tag.startswith("VB") or token.dep in {"amod", "aux"}:
            continue
        if mood(tree, token).tense in {"future", "infinitive", "maybe", "would"} and token.dep != "acl":
            continue
        who = subject(tree, token)
        if who is None or who.tag in {"WDT", "WP", "EX", "DT"}:
            continue
        speaker = speaker_at(scene, who, story.people, story.anchor)
        if speaker is None:
            continue
        inside = tree.subtree(token)
        if is_aside(tree, token) and token.head != token.i:
            start, end = 0, inside[0].start
        else:
            clauses = [
                k
                for k in tree.kids(token)
                if k.dep in {"ccomp", "dobj", "xcomp", "conj", "nsubjpass", "parataxis"} and k is not who
            ]
            reach = [
                t
                for k in clauses
                if not (
                    k.dep == "conj"
                    and k.tag.startswith("VB")
                    and k.lower not in speech_verbs()
                    and _has_subject(scene, k)
                )
                for t in tree.subtree(k)
            ]
            if not reach:
                reach = inside
            start, end = min(t.start for t in reach), max(t.end for t in reach)
            if token.dep in {"ROOT", "conj", "parataxis"} and any(
                k.dep == "ccomp" and k.i < token.i for k in tree.kids(token)
            ):
                start = 0
        found.append(Saying(start, end, speaker, token, _said(scene, token, story.anchor)))
    return found


def _has_subject(scene: Scene, verb: Token) -> bool:
    return any(k.dep in {"nsubj", "nsubjpass"} for k in scene.tree.kids(verb))


def _according(scene: Scene, story: Story, token: Token) -> list[Saying]:
    """ "According to X, ...": the whole sentence is X's."""
    for kid in scene.tree.kids(token):
        if kid.lower == "to":
            for who in scene.tree.kids(kid):
                speaker = speaker_at(scene, who, story.people, story.anchor)
                if speaker is not None:
                    return [Saying(0, len(scene.text), speaker, token, None)]
    return []


def _speaker(scene: Scene, story: Story, draft: Draft, reports: list[Saying]) -> None:
    at = draft.order - scene.offset
    inside = [saying for saying in reports if saying.start <= at < saying.end]
    if inside:
        saying = min(inside, key=lambda s: s.end - s.start)
        draft.attribution = dated(saying.speaker.attribution, saying.said)
        draft.stated_speaker = True
        words = saying.speaker, saying.verb
        draft.mark("attribution", *(scene.span(w.start, w.end) for w in words))
        return
    voice = voice_of(story, scene.passage)
    if voice is None and _continues(scene, story, draft):
        draft.attribution = story.saying
        return
    if voice is None and draft.kind == "readiness" and draft.authority:
        _institution(scene, story, draft)
        return
    if voice is not None:
        draft.attribution = dated(voice, story.anchor)
        label = story.report.text.rfind(scene.passage.voice or "", 0, scene.passage.end)
        if label >= 0:
            draft.mark("attribution", (label, label + len(scene.passage.voice or "")))


def _continues(scene: Scene, story: Story, draft: Draft) -> bool:
    """Whether a sentence goes on with the announcement before it: "An additional 1,000 ..." in the same passage."""
    return (
        draft.additional
        and draft.quantity is not None
        and story.saying is not None
        and story.said_in == scene.passage.start
    )


def _institution(scene: Scene, story: Story, draft: Draft) -> None:
    """An institution that puts forces on alert makes it known by doing so."""
    for org in scene.organizations:
        if (
            org.organization.kind == "institution"
            and draft.authority
            and draft.authority in scene.text[org.start : org.end]
        ):
            nation = org.organization.nation
            draft.attribution = Attribution(
                organization=org.organization.name, country=nation if len(nation) == 2 else None
            )
            draft.mark("attribution", scene.span(org.start, org.end))


def _said(scene: Scene, verb: Token, anchor: date | None) -> date | None:
    """The day of saying: a time that hangs by the speech verb ("announced Wednesday")."""
    for time in find_times(scene.text, anchor, "past"):
        head = scene.tree.head_of(time.start, time.end)
        if head is None or time.first is None or time.first != time.last:
            continue
        above = scene.tree.tokens[head.head]
        if above.i == verb.i or (above.dep == "prep" and above.head == verb.i):
            return time.first
    return None


def _nation(scene: Scene, story: Story, draft: Draft) -> None:
    """A force without a nation of its own takes the one of who was spoken of, who speaks, or where it is."""
    if draft.kind == "assistance" and draft.donor is None:
        spoken = draft.attribution.country if draft.attribution else None
        actor = _actor(scene, story, draft) or spoken or story.house
        draft.donor = actor if actor != draft.recipient else None
        return
    if draft.nation is not None or draft.kind not in {"movement", "presence", "readiness", "command"}:
        return
    if "foreign" in (draft.words or "").lower() or "both sides" in scene.text:
        return
    voice = draft.attribution
    if draft.anaphoric and story.nations:
        draft.nation = story.nations[-1]
    elif voice is not None and voice.country:
        draft.nation = voice.country
    elif (actor := _actor(scene, story, draft)) is not None:
        draft.nation = actor
    elif story.nations:
        draft.nation = story.nations[-1]
    elif story.house:
        draft.nation = story.house
    else:
        actors = [
            s.place.country
            for s in scene.spots
            if s.place.country and s.sense == "adjective" and s.end <= len(scene.text)
        ]
        domestic = draft.action in {"deploy", "reinforce"} and not draft.units and draft.category == "personnel"
        ends = [p.country for p in draft.destination if p.country and p.type != "base"] if domestic else []
        draft.nation = next(iter(dict.fromkeys([*actors, *ends])), None)


def _in_mission(scene: Scene, draft: Draft) -> None:
    """A mission that the claim's own sentence names stands among its units (annotation rule 24)."""
    if draft.kind not in {"movement", "presence"} or draft.units or draft.category in {"ship", "aircraft"}:
        return
    missions = [o for o in scene.organizations if o.organization.kind == "mission"]
    if missions:
        draft.units = (missions[0].organization.name,)
        draft.mark("force", scene.span(missions[0].start, missions[0].end))


def _left_behind(scene: Scene, draft: Draft) -> None:
    """A withdrawal without an origin leaves the one other country that its sentence is set in."""
    if draft.kind != "movement" or draft.action != "withdraw" or draft.origin or draft.destination or draft.anaphoric:
        return
    tree = scene.tree
    places = [
        s for s in scene.spots
        if s.sense == "name" and not s.nested and s.place.country not in {None, draft.nation}
        and s.place.type in {"country", "admin", "city", "base"} and tree.tokens[s.head].dep in {"pobj", "dobj", "conj"}
    ]  # fmt: skip
    if len({s.place.country for s in places}) == 1:
        draft.origin = (places[-1].place,)
        draft.mark("origin", scene.span(places[-1].start, places[-1].end))


def _actor(scene: Scene, story: Story, draft: Draft) -> str | None:
    """The nation of the subject of the sentence: "The Australian Army ends its role, as about 500 troops withdraw"."""
    root = next((t for t in scene.tree if t.head == t.i and t.tag.startswith("VB")), None)
    who = subject(scene.tree, root, 0) if root is not None else None
    owner = owner_at(scene, who, story) if who is not None else None
    ends = {p.country for p in (*draft.origin, *draft.destination, *draft.location)}
    return owner[0] if owner is not None and owner[0] not in ends else None


def _when(scene: Scene, draft: Draft) -> None:
    """The time of the claim: the phrase that hangs by its words, or nearest to them, read in the direction of its status."""
    direction: Direction = "future" if draft.status in {"announced", "considered", "requested"} else "past"
    times = [t for t in find_times(scene.text, scene.anchor, direction) if not t.duration]
    at = draft.order - scene.offset
    best = _closest(scene, times, at)
    if best is not None:
        draft.when = Period(start=best.first, end=best.last, text=scene.text[best.start : best.end])
        draft.mark("when", scene.span(best.start, best.end))


def _closest(scene: Scene, times: Iterable[Time], at: int) -> Time | None:
    tree = scene.tree
    trigger = tree.at(at)
    if trigger is None:
        return None
    own = {trigger.i}
    for above in tree.climb(trigger):
        own.add(above.i)
    best: tuple[int, Time] | None = None
    for time in times:
        head = tree.head_of(time.start, time.end)
        rank = _steps(tree, head, own) if head is not None else None
        if rank is None:
            continue
        distance = 100 * rank[0] + abs(time.start - at)
        if rank[1].i != trigger.i and rank[1].lower in speech_verbs():
            continue
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best else None


def _steps(tree: Tree, head: Token, own: set[int]) -> tuple[int, Token] | None:
    """How far a time is from the words it shares with the trigger; None where another clause holds it."""
    for steps, token in enumerate((head, *tree.climb(head))):
        if token.i in own:
            return steps, token
        if token.tag.startswith("VB") and token.dep in {"conj", "ccomp", "advcl", "relcl", "parataxis"}:
            return None
    return None
