"""Agreement: its version and owner, its meeting, the public statement, the review."""

from facilitator.stages.agreement import give_version, set_review, write_statement
from ui.demo.player import Player


def play_agreement(player: Player) -> None:
    """The agreement read aloud, after everything else that is in it."""
    times = player.walk("agreement", player.free_from)
    player.schedule.at(times["read-aloud"], _version, player)
    if told := player.sample.public_statement.text:
        player.plan(times["close"], "The public statement", write_statement, told)
    review = player.sample.board.review_meeting
    if review:
        player.plan(times["close"], "The review", set_review, review.isoformat())


def _version(player: Player) -> None:
    control = player.sample.document_control
    ratify_on = player.sample.board.ratification_meeting
    player.ask(
        "The agreement",
        give_version,
        control.version or player.workshop.paper.version,
        control.reference,
        control.owner,
        ratify_on.isoformat() if ratify_on else "",
    )
