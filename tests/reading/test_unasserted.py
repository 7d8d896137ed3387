"""What nobody asserts: questions, an open "whether", tales and memorials, suppositions, wishes, old days."""

import pytest

from tests.reading.notation import cases, lines

QUESTIONS = """
Will Togo withdraw its 250 soldiers from Gao?
"Why should we withdraw our 250 soldiers from Gao?" the general asked.
Togo will withdraw its 250 soldiers from Gao.
    movement announced TG 250 Gao>
Asked whether Togo had withdrawn 250 soldiers from Gao, the spokesman shrugged.
It is unclear whether the 250 Togolese soldiers have left Gao.
It was not clear if the 250 Togolese soldiers had left Gao.
Togo is weighing whether to send 250 soldiers to Gao.
    movement considered TG 250 >Gao by Togo
The army would neither confirm nor deny that 250 Togolese soldiers had left Gao.
"""

TALES = """
In the film, 250 Danish soldiers land in Gotland.
The novel tells how 250 Danish soldiers were sent to Lagos.
A monument to the 250 Danish soldiers who left for Latvia was unveiled.
The 250 Danish soldiers who guarded the museum left for Latvia.
    movement underway DK 250 >Latvia
Imagine that Kenya sent 5,000 soldiers to Juba tomorrow.
Rumours that 250 Kenyan soldiers had crossed into Somalia proved false.
It would take 30,000 Danish troops in Estonia to hold the line.
"""

WISHES = """
Togo should withdraw its 250 soldiers from Gao.
It is time for Togo to withdraw its 250 soldiers from Gao.
Togo should withdraw its 250 soldiers from Gao, the prime minister of Mali said.
    movement requested TG 250 Gao> | Mali
An earlier version said 500 Togolese soldiers had left for Gao. The number is 300.
"""

LONG_AGO = """
In 1983 the Marines were in Beirut. That spring 3,000 French soldiers landed in Tripoli.
War came in 1983. At the time, 3,000 French soldiers were in Beirut.
War came in 2021. At the time, 3,000 French soldiers were in Beirut.
    presence former FR 3000 @Beirut
Half a century ago 3,000 French soldiers were stationed in Beirut.
"""


@pytest.mark.parametrize(("text", "expected"), [*cases(QUESTIONS), *cases(TALES), *cases(WISHES), *cases(LONG_AGO)])
def test_what_nobody_asserts_is_no_claim(text: str, expected: list[str]) -> None:
    """What a question, a tale, a wish or a year long gone names is none; beside each stands what is one."""
    assert lines(text) == expected
