"""Packages: aid told on: what "the package" holds, and a giver or receiver that the sentence before has named."""

from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.reading.claims.gifts import Gift
from laydown.reading.claims.parties import Party, is_passive, sort_of
from laydown.reading.claims.things import Thing
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.nations import OWNING, Owner, owner_at
from laydown.reading.drafting.story import Aid, Story
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.text.grammar import Token, Tree

REACH: Final = 900
"""Characters in which a report goes on about the same aid: some five sentences."""
TO: Final = frozenset({"to", "for"})
IT: Final = frozenset({"it", "which", "that"})
NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


def remember(story: Story, draft: Draft) -> None:
    """Keep who gave whom, for what the report goes on to tell of it."""
    if draft.recipient is not None:
        words = next(iter(draft.spans.get("recipient", ())), (draft.start, draft.end))
        story.aid = Aid(draft.donor, draft.recipient, draft.status, words)


def remember_aid(scene: Scene, story: Story) -> None:
    """Keep who gives whom, where nothing is counted: "a further package for Ukraine", "its support to Vanuatu"."""
    tree = scene.tree
    for noun in tree:
        if noun.lower not in of_sort("aid_words", "package") or noun.tag not in NOUNS:
            continue
        leads = [t for t in tree.tokens[noun.i + 1 : noun.i + 2] if t.lower in TO and t.dep in {"prep", "dative"}]
        ends = [end for lead in leads for end in tree.subtree(lead) if end.tag in NOUNS]
        spots = (spot for end in ends if (spot := scene.spot_at(end)) is not None)
        helped = next((s for s in spots if s.sense == "name" and s.place.country and s.place.type in OWNING), None)
        if helped is None:
            continue
        verb = tree.verb_above(noun)
        who = subject(tree, verb) if verb is not None else None
        donor = owner_at(scene, who, story) if who is not None else None
        code = donor[0] if donor is not None and donor[0] != helped.place.country else None
        story.aid = Aid(code, str(helped.place.country), "announced", scene.span(helped.start, helped.end))


def _last(scene: Scene, story: Story) -> Aid | None:
    """The aid told last, if that was not long before."""
    aid = story.aid
    return aid if aid is not None and abs(scene.offset - aid.words[1]) < REACH else None


def recalled(
    scene: Scene, story: Story, thing: Thing, donor: Owner | None, recipient: Party | None, *, asks: bool, verb: Token
) -> tuple[Owner | None, Party | None]:
    """The parties with the one that the sentence leaves out, as told before: "Norway donated 22 howitzers"."""
    aid = _last(scene, story)
    if asks and donor is None and recipient is not None and aid is not None:
        asked = sort_of(verb) == "request" and aid.recipient == recipient[0] and aid.donor is not None
        return ((str(aid.donor), aid.words) if asked else None), recipient
    goes_on = aid is not None and donor is not None and aid.donor == donor[0] and _is_aid(thing)
    if recipient is not None or donor is None or (thing.count.money and not goes_on):
        return donor, recipient
    there = _where_it_came(scene, verb, donor[0])
    if there is not None:
        return donor, there
    known = aid is not None and aid.recipient != donor[0]
    return donor, ((aid.recipient, aid.words) if aid is not None and known else None)


def _is_aid(thing: Thing) -> bool:
    """Whether a sum is given as aid by its own noun, "an initial $2 million package"."""
    return thing.noun.lower in of_sort("aid_words", "package", "relief")


def _where_it_came(scene: Scene, verb: Token, donor: str) -> Party | None:
    """Where what was given is, by the clause that its participle stands in: "a hospital lent by Peru opened in Gao"."""
    main = scene.tree.verb_above(scene.tree.tokens[verb.head]) if verb.dep == "acl" else None
    if main is None or not is_passive(scene.tree, verb):
        return None
    for spot in scene.spots:
        lead = scene.tree.tokens[scene.tree.tokens[spot.head].head]
        if lead.lower in {"in", "at"} and main in scene.tree.climb(lead) and spot.place.country not in {None, donor}:
            return str(spot.place.country), scene.span(spot.start, spot.end)
    return None


def listed(scene: Scene, story: Story, thing: Token) -> Gift | None:
    """What a package holds is given as that is: "a package for Ukraine including 18 howitzers", "It comprises six"."""
    aid = _last(scene, story)
    word = _holder(scene.tree, thing)
    if aid is None or aid.donor is None or word is None:
        return None
    noun = _package(scene.tree, word)
    if noun is None:
        return None
    return Gift(noun, (aid.donor, aid.words), (aid.recipient, aid.words), aid.status)


def _holder(tree: Tree, thing: Token) -> Token | None:
    """The word that says what something holds, above a thing: "including", "comprises"."""
    for above in tree.climb(thing):
        if above.lower in of_sort("aid_words", "holds"):
            return above
        if above.tag.startswith("VB") and above.dep not in {"conj", "appos"}:
            return None
    return None


def _package(tree: Tree, word: Token) -> Token | None:
    """The aid that holds something, by name or as "it"."""
    if word.tag in {"VBZ", "VBD", "VBP"} or (word.tag == "VB" and word.dep != "xcomp"):
        holds = subject(tree, word)
    else:
        holds = tree.tokens[word.head]
    if holds is None or (holds.lower not in of_sort("aid_words", "package") and holds.lower not in IT):
        return None
    return holds
