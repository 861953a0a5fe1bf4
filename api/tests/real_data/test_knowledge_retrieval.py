"""Questions of people on real Portuguese texts: the right passage has to be among those shown.

The bounds are a little under what was measured (bench/knowledge prints the present figures).
"""

from collections.abc import Callable
from uuid import UUID

import pytest
from people import Client
from question_sets import FOLDER, QuestionSet, cdc, faquad, fill, lgpd, recall

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason=f"no real data: {FOLDER} does not exist (PILOTO_REAL_DATA)"
    ),
]


@pytest.mark.parametrize(
    ("load", "size", "first", "five"),
    [
        (faquad, (211, 837), 0.82, 0.95),
        (cdc, (130, 58), 0.45, 0.74),
        (lgpd, (64, 28), 0.35, 0.75),
    ],
)
async def test_questions_find_the_text_that_answers_them(
    owner: Client, load: Callable[[], QuestionSet], size: tuple[int, int], first: float, five: float
) -> None:
    tenant = UUID(owner.session["organization"]["id"])
    data = load()
    assert (len(data.texts), len(data.questions)) == size
    await fill(tenant, data.texts)
    hybrid = await recall(tenant, data.questions)
    assert hybrid.first >= first
    assert hybrid.five >= five
    # Neither half is decoration: together they find more than the meaning alone.
    assert hybrid.five > (await recall(tenant, data.questions, weight=0.0)).five
