"""What holds of every printed count."""

from hypothesis import given
from hypothesis import strategies as st

from etl.clean.counts import read_count
from etl.reconcile import read_bounds, write_bounds

people = st.integers(min_value=0, max_value=5_000_000)
leads = st.sampled_from(["", "kurang lebih ", "setidaknya ", "maksimal ", "± ", "sekitar "])


def dotted(value: int) -> str:
    return f"{value:,}".replace(",", ".")


@given(people, leads)
def test_thousands_points_change_nothing(value: int, lead: str) -> None:
    plain, printed = read_count(f"{lead}{value} ASN"), read_count(f"{lead}{dotted(value)} ASN")
    assert plain is not None
    assert printed is not None
    assert (plain.low, plain.high, plain.qualifier) == (printed.low, printed.high, printed.qualifier)


@given(people, leads)
def test_the_number_itself_lies_within_its_bounds(value: int, lead: str) -> None:
    count = read_count(f"{lead}{dotted(value)}")
    assert count is not None
    assert count.low is not None
    assert count.low <= value <= (count.high if count.high is not None else value)


@given(people)
def test_about_is_never_wider_than_five_percent_and_a_person(value: int) -> None:
    count = read_count(f"sekitar {value}")
    assert count is not None
    assert count.high is not None
    assert count.high - value <= value * 0.05 + 1


@given(people, st.one_of(st.none(), st.integers(min_value=0, max_value=1000)))
def test_bounds_survive_being_written(low: int, more: int | None) -> None:
    high = None if more is None else low + more
    assert read_bounds(write_bounds(low, high)) == (low, high)
