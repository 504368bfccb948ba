"""Which lines of an epoch count: a function of what is known alone, whatever the order in which it came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.exchange.merge.chain import Node, settle

START = "0" * 64


def chain(name: str, first: int, last: int, prev: str | None = None) -> list[Node]:
    """Lines `first` to `last` of a laptop; `a12` is line 12 of laptop a."""
    found = []
    before = prev if prev is not None else (START if first == 1 else f"{name}{first - 1}")
    for seq in range(first, last + 1):
        found.append(Node(seq, f"{name}{seq}", before))
        before = f"{name}{seq}"
    return found


def hashes(nodes: list[Node]) -> list[str]:
    return [node.hash for node in nodes]


def test_an_unbroken_chain_counts_whole() -> None:
    done = settle(0, START, chain("a", 1, 5))
    assert hashes(done.chain) == ["a1", "a2", "a3", "a4", "a5"]
    assert (done.forks, done.gaps) == ([], [])


def test_lines_after_a_gap_wait_and_the_gap_is_named() -> None:
    done = settle(0, START, [*chain("a", 1, 3), *chain("a", 7, 9), *chain("a", 12, 12)])
    assert hashes(done.chain) == ["a1", "a2", "a3"]
    assert done.gaps == [(4, 6), (10, 11)]


def test_a_first_line_that_is_missing_is_a_gap() -> None:
    assert settle(0, START, chain("a", 3, 4)).gaps == [(1, 2)]
    assert settle(6, "a6", chain("a", 9, 9)).gaps == [(7, 8)]


def test_two_accounts_of_a_line_stop_the_chain_before_it() -> None:
    known = [*chain("a", 1, 8), *chain("b", 5, 6, prev="a4")]
    done = settle(0, START, known)
    assert hashes(done.chain) == ["a1", "a2", "a3", "a4"]
    assert done.forks == [5]


def test_a_line_that_follows_another_line_stops_the_chain_before_it() -> None:
    done = settle(0, START, [*chain("a", 1, 4), *chain("b", 5, 8)])
    assert hashes(done.chain) == ["a1", "a2", "a3", "a4"]
    assert done.forks == [5]


def test_a_first_line_that_follows_anything_contradicts() -> None:
    assert settle(0, START, [Node(1, "a1", "f" * 64)]).forks == [1]


def test_what_was_witnessed_counts_through_a_fork_and_nothing_after_it() -> None:
    known = [*chain("a", 1, 9), *chain("b", 5, 7, prev="a4")]
    done = settle(0, START, known, witnessed=[(3, "a3"), (6, "a6")])
    assert hashes(done.chain) == ["a1", "a2", "a3", "a4", "a5", "a6"]
    assert done.forks == [5]


def test_a_fork_after_the_witnessed_line_stops_as_any_other() -> None:
    known = [*chain("a", 1, 9), *chain("b", 7, 9, prev="a6")]
    done = settle(0, START, known, witnessed=[(4, "a4")])
    assert hashes(done.chain)[-1] == "a6"


def test_what_a_lead_rejected_is_out_with_all_that_follows_it() -> None:
    known = [*chain("a", 1, 6), *chain("b", 5, 9, prev="a4")]
    done = settle(0, START, known, rejected=["b5"])
    assert hashes(done.chain) == ["a1", "a2", "a3", "a4", "a5", "a6"]
    assert (done.forks, done.gaps) == ([], [])
    assert done.rejected == {"b5", "b6", "b7", "b8", "b9"}
    other = settle(0, START, known, rejected=["a5"])
    assert hashes(other.chain) == ["a1", "a2", "a3", "a4", "b5", "b6", "b7", "b8", "b9"]


def test_a_rejection_goes_before_what_was_witnessed() -> None:
    known = [*chain("a", 1, 6), *chain("b", 5, 7, prev="a4")]
    done = settle(0, START, known, rejected=["a5"], witnessed=[(6, "a6")])
    assert hashes(done.chain)[-1] == "b7"


def test_lines_before_a_chosen_side_are_asked_for() -> None:
    """Laptop b's line 5 is said to be true; what it follows is not known."""
    known = [*chain("a", 1, 4), *chain("b", 5, 8)]
    done = settle(0, START, known, rejected=["a4"])
    assert hashes(done.chain) == ["a1", "a2", "a3"]
    assert done.gaps == [(4, 4)]
    whole = settle(0, START, [*known, *chain("b", 4, 4, prev="a3")], rejected=["a4"])
    assert hashes(whole.chain)[-1] == "b8"


def test_a_fork_behind_a_gap_is_seen() -> None:
    known = [*chain("a", 1, 2), *chain("a", 5, 6), *chain("b", 5, 6)]
    done = settle(0, START, known)
    assert (done.forks, done.gaps) == ([5], [(3, 4)])


def test_two_sides_count_as_one_fork_however_far_they_go() -> None:
    known = [*chain("a", 1, 30), *chain("b", 11, 25, prev="a10"), *chain("c", 21, 22, prev="b20")]
    assert settle(0, START, known).forks == [11, 21]


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    """Up to three laptops with one beginning, some of whose lines are unknown."""
    known = chain("a", 1, draw(st.integers(1, 12)))
    for name in draw(st.sampled_from(["", "b", "bc"])):
        at = draw(st.integers(1, len(known)))
        prev = START if at == 1 else known[at - 2].hash
        known += chain(name, at, at + draw(st.integers(0, 6)), prev=prev)
    return [node for node in known if draw(st.integers(0, 9))]


@given(trees(), st.data())
def test_the_order_never_matters(known: list[Node], data: st.DataObject) -> None:
    rejected = data.draw(st.lists(st.sampled_from([node.hash for node in known] or ["a1"]), max_size=2))
    witnessed = data.draw(
        st.lists(st.sampled_from([(node.seq, node.hash) for node in known] or [(1, "a1")]), max_size=2)
    )
    shuffled = data.draw(st.permutations(known))
    assert settle(0, START, shuffled, rejected, witnessed) == settle(0, START, known, rejected, witnessed)


@given(trees())
def test_what_counts_is_one_chain_and_no_gap_is_known(known: list[Node]) -> None:
    done = settle(0, START, known)
    before = START
    for seq, node in enumerate(done.chain, start=1):
        assert (node.seq, node.prev) == (seq, before)
        before = node.hash
    places = {node.seq for node in known}
    missing = {seq for first, last in done.gaps for seq in range(first, last + 1)}
    assert not places & missing
    assert places | missing == set(range(1, max(places, default=0) + 1))


@given(trees(), st.data())
def test_more_lines_of_one_laptop_never_take_lines_away(known: list[Node], data: st.DataObject) -> None:
    """Without a fork, what counted goes on counting whatever comes."""
    one = [node for node in known if node.hash.startswith("a")]
    some = data.draw(st.lists(st.sampled_from(one), unique=True)) if one else []
    fewer, all_ = settle(0, START, some), settle(0, START, one)
    assert hashes(all_.chain)[: len(fewer.chain)] == hashes(fewer.chain)
