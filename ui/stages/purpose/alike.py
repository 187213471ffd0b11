"""Which cards sound alike: by the words they share, the rarer on this board the more.

Words are cut to their stems by the Snowball stemmer, and two texts compared by the cosine of their
stems, each weighted by how few texts use it (tf-idf; Salton and Buckley 1988). Everything is
computed here; nothing leaves the machine.
"""

import math
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

ALIKE = 0.3
"""From here on two cards sound alike. Of the 47 groups that it finds in 316 real comments of a
public consultation, some 40 are about one thing; of the pairs just below it, about half."""
LIKE_A_THEME = 0.26
"""From here on a card sounds like a theme; lower than for two cards, as only one theme may come
near."""
CLEARLY = 0.08
"""By so much more must a card be like its group than like another."""
MOST_CARDS = 500
MOST_WORDS = 120
"""Words of a text that are read; a card of three thousand letters is no single idea."""
_SHARED = 2

_WORD = re.compile(r"[^\W_]+")
_PLAIN = """
a about above across after again against all almost along already also although always am among an
and another any anybody anyone anything are aren around as ask asked at away back be because been
before being between both but by call came can cannot come could couldn did didn do does doesn
doing don done down during each either else enough even ever every everybody everyone everything
few first for from further gave get give given go goes going gone got had hadn has hasn have haven
having he her here hers him his how i if in instead into is isn it its itself just keep kept know
last least less let like ll lot made make makes making many may me might mine more most much must
my need needs neither never new next no nobody none nor not nothing now of off often on once one
only onto or other others our ours out over own per perhaps put rather re really right said same
say says see seen shall she should shouldn since so some somebody someone something still such take
taken takes than that the their theirs them then there these they thing things think this those
though three through to together too two under until up upon us use used uses using ve very want
wants was wasn way ways we well went were weren what when where whether which while who whole whom
whose why will with within without won would wouldn yes yet you your yours
"""
PLAIN_WORDS = frozenset(_PLAIN.split())
"""English words that say nothing of what a card is about."""


@dataclass(frozen=True)
class Group:
    """Cards that sound alike, and the theme that they sound like, where it is one.

    Without a theme there are two cards or more, and each sounds like each of the others.
    """

    cards: tuple[str, ...]
    theme: str = ""

    @property
    def pairs(self) -> frozenset[frozenset[str]]:
        """What is put beside what: two cards, or a card and a theme."""
        if self.theme:
            return frozenset(frozenset((card, self.theme)) for card in self.cards)
        return frozenset(map(frozenset, combinations(self.cards, 2)))


class Ear:
    """Hears which texts sound alike. What it has read once it knows, by its words."""

    def __init__(self) -> None:
        # Here, so that the app starts without it. Nobody has written types for it.
        import snowballstemmer  # type: ignore[import-untyped]

        self._stem = snowballstemmer.stemmer("english")
        self._stems: dict[str, str] = {}
        self._read: dict[str, frozenset[str]] = {}

    def read(self, text: str) -> frozenset[str]:
        """The stems of a text's words, without those that say nothing."""
        known = self._read.get(text)
        if known is None:
            words = [w for w in _words(text)[:MOST_WORDS] if w not in PLAIN_WORDS]
            new = [w for w in words if w not in self._stems]
            self._stems.update(zip(new, self._stem.stemWords(new), strict=True))
            known = self._read[text] = frozenset(
                self._stems[w] for w in words if len(w) > 2 or w.isdigit()
            )
        return known

    def hear(
        self,
        loose: Mapping[str, str],
        themes: Mapping[str, Sequence[str]],
        asked: Iterable[str] = (),
        apart: frozenset[frozenset[str]] = frozenset(),
    ) -> Generator[None, None, list[Group]]:
        """Loose cards that sound alike or like a theme, the surest first; the uncertain left out.

        `loose` are texts by card, `themes` the texts of each theme by its id, `asked` the
        questions whose words every answer shares, and `apart` the pairs that were put aside.
        It stops after every text, so that whoever asks may do something else between.
        """
        common = frozenset[str]().union(*map(self.read, asked))
        names = list(loose)[-MOST_CARDS:]
        owners = [theme for theme, lines in themes.items() for _ in lines]
        texts = []
        for text in (*(loose[n] for n in names), *(t for lines in themes.values() for t in lines)):
            texts.append(self.read(text) - common)
            yield
        near: dict[int, dict[int, float]] = defaultdict(dict)
        to_theme: dict[int, dict[str, float]] = defaultdict(dict)
        weighed = _Weighed(texts)
        for one in range(len(names)):
            for other, how in weighed.likeness(one):
                if other >= len(names):
                    theme = owners[other - len(names)]
                    to_theme[one][theme] = max(how, to_theme[one].get(theme, 0.0))
                elif how >= ALIKE and frozenset((names[one], names[other])) not in apart:
                    near[one][other] = near[other][one] = how
            yield
        found = _of_a_theme(names, to_theme, near, apart)
        taken = {names.index(card) for _, group in found for card in group.cards}
        found += _together(names, near, to_theme, taken)
        found.sort(key=lambda each: -each[0])
        return [group for _, group in found]


class _Weighed:
    """Texts with the weight of each of their stems: the fewer texts use it, the more."""

    def __init__(self, texts: list[frozenset[str]]) -> None:
        self._texts = texts
        self._holding: dict[str, list[int]] = defaultdict(list)
        for at, stems in enumerate(texts):
            for stem in stems:
                self._holding[stem].append(at)
        count = len(texts)
        self._weight = {
            stem: (math.log((1 + count) / (1 + len(places))) + 1) ** 2
            for stem, places in self._holding.items()
        }
        self._length = [math.sqrt(sum(self._weight[stem] for stem in stems)) for stems in texts]

    def likeness(self, one: int) -> Iterator[tuple[int, float]]:
        """How alike (0 to 1) the texts after this one are, where it is enough to matter.

        Found from the words: most pairs of texts share none.
        """
        shared: dict[int, float] = {}
        stems = self._texts[one]
        for stem in stems:
            places, weight = self._holding[stem], self._weight[stem]
            for other in places[bisect_right(places, one) :]:
                shared[other] = shared.get(other, 0.0) + weight
        least = min(ALIKE, LIKE_A_THEME) - CLEARLY
        for other, how in shared.items():
            how /= self._length[one] * self._length[other]
            if how >= least and (
                len(stems & self._texts[other]) >= _SHARED or stems == self._texts[other]
            ):
                yield other, how


def _words(text: str) -> list[str]:
    """The words of a text in small letters, without accents."""
    spread = unicodedata.normalize("NFKD", text[: MOST_WORDS * 20].casefold())
    return _WORD.findall("".join(c for c in spread if not unicodedata.combining(c)))


def _of_a_theme(
    names: list[str],
    to_theme: Mapping[int, Mapping[str, float]],
    near: Mapping[int, Mapping[int, float]],
    apart: frozenset[frozenset[str]],
) -> list[tuple[float, Group]]:
    """Cards that sound like one theme, and clearly less like any other and any loose card."""
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for card, likely in to_theme.items():
        theme, how = max(likely.items(), key=lambda each: each[1])
        others = [*(h for t, h in likely.items() if t != theme), *near.get(card, {}).values()]
        put_aside = frozenset((names[card], theme)) in apart
        if how >= LIKE_A_THEME and not put_aside and how - max(others, default=0.0) >= CLEARLY:
            found[theme].append((how, names[card]))
    return [
        (min(how for how, _ in cards), Group(tuple(card for _, card in cards), theme))
        for theme, cards in found.items()
    ]


def _together(
    names: list[str],
    near: Mapping[int, Mapping[int, float]],
    to_theme: Mapping[int, Mapping[str, float]],
    taken: set[int],
) -> list[tuple[float, Group]]:
    """Groups in which every card sounds like every other (complete linkage), the closest first.

    A card that is nearly as much like another group, or like a theme, is in none.
    """
    pairs = [(how, one, other) for one, row in near.items() for other, how in row.items()]
    groups: list[list[int]] = []
    of: dict[int, int] = {}
    for _how, one, other in sorted(pairs, key=lambda each: (-each[0], each[1], each[2])):
        if one > other or {one, other} & taken:
            continue
        for each in (one, other):
            if each not in of:
                of[each] = len(groups)
                groups.append([each])
        into, joining = groups[of[one]], groups[of[other]]
        if into is not joining and all(b in near[a] for a in into for b in joining):
            of.update(dict.fromkeys(joining, of[one]))
            into += joining
            joining.clear()
    found: list[tuple[float, Group]] = []
    for members in groups:
        sure = [m for m in members if _is_sure(m, of, groups, near, to_theme)]
        if len(sure) > 1:
            weakest = min(near[one][other] for one, other in combinations(sure, 2))
            found.append((weakest, Group(tuple(names[m] for m in sorted(sure)))))
    return found


def _is_sure(
    card: int,
    of: Mapping[int, int],
    groups: list[list[int]],
    near: Mapping[int, Mapping[int, float]],
    to_theme: Mapping[int, Mapping[str, float]],
) -> bool:
    def how_near(members: list[int]) -> float:
        likely = [near[card].get(m, 0.0) for m in members if m != card]
        return sum(likely) / len(likely) if likely else 0.0

    # Of another group, at least one card must be near.
    rivals = {of[other] for other in near[card] if other in of} - {of[card]}
    others = [how_near(groups[at]) for at in rivals if len(groups[at]) > 1]
    others += to_theme.get(card, {}).values()
    return how_near(groups[of[card]]) - max(others, default=0.0) >= CLEARLY
