"""The inline forms of the gather stage: an organisation, a person, apologies, an interest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.decision import CLASSES
from facilitator.stages.gather import Member, Organisation
from facilitator.workshop import Workshop
from ui.stages.form_row import ChoiceField, InlineForm, LineField, TickField
from ui.stages.gather.words import class_words, subjects


class NameField(LineField):
    """A name; where several lines are pasted into it, `lines_pasted` carries them instead."""

    lines_pasted = Signal(list)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.textChanged.connect(self._look_for_lines)

    def _look_for_lines(self, text: str) -> None:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if len(text.splitlines()) > 1:
            self.setText("" if len(lines) > 1 else "".join(lines))
            if len(lines) > 1:
                self.lines_pasted.emit(lines)


class OrganisationForm(InlineForm):
    """A member organisation; `editing` is the id of the one that is being corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keep the organisation", parent)
        self.editing = ""
        self.name = NameField("Name", "Several lines at once are several organisations")
        self.short = LineField("Short name")
        self.org_class = ChoiceField("Class")
        self.voting = TickField("Votes")
        self.accountable_to = LineField("Answers to", "Its board, a regulator")
        self.add_line((self.name, 3), (self.short, 1))
        self.end_line((self.org_class, 2), (self.voting, 0), (self.accountable_to, 2))
        self.setFocusProxy(self.name)

    def open_new(self, workshop: Workshop) -> None:
        """Empty, for another organisation; the class and the vote stay as they were chosen."""
        first = not self.org_class.knows("other")
        self._offer_classes(workshop)
        if first:
            self.org_class.choose("council")
            self.voting.setChecked(True)
        self.editing = ""
        self.say("Add an organisation")
        self.name.put("")
        self.short.put("")
        self.accountable_to.put("")

    def open_for(self, workshop: Workshop, organisation: Organisation) -> None:
        """With what is kept of an organisation, to correct it."""
        self._offer_classes(workshop)
        self.editing = organisation.id
        self.accountable_to.put(organisation.accountable_to)
        self.say("Correct the organisation")
        self.name.put(organisation.name)
        self.short.put("" if organisation.short == organisation.name else organisation.short)
        self.org_class.choose(organisation.org_class)
        self.voting.setChecked(organisation.voting)
        self.name.selectAll()

    def answers(self) -> tuple[str, str, str, bool, str, str]:
        """In the order in which `join_organisation` takes them."""
        return (
            self.name.text(),
            self.short.text(),
            self.org_class.chosen(),
            self.voting.isChecked(),
            self.accountable_to.text(),
            self.editing,
        )

    def _offer_classes(self, workshop: Workshop) -> None:
        own = [o.org_class for o in workshop.organisations.values() if o.org_class not in CLASSES]
        self.org_class.offer([(c, class_words(c)) for c in dict.fromkeys([*CLASSES, *own])])


class MemberForm(InlineForm):
    """A person at the table; `editing` is the id of the one that is being corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keep the person", parent)
        self.editing = ""
        self.organisation = ChoiceField("Organisation")
        self.role = LineField("Role", "Chief executive")
        self.name = LineField("Name, if it may be kept")
        self.substitute = TickField("In somebody’s place")
        self.authority = TickField("May speak for their board")
        self.add_line((self.organisation, 3), (self.role, 3), (self.name, 3))
        self.instead_of = LineField("Whose place", "Their name or role")
        self.end_line((self.substitute, 0), (self.authority, 1), (self.instead_of, 2))
        self.substitute.toggled.connect(lambda ticked: self.show_field(self.instead_of, ticked))
        self.show_field(self.instead_of, False)
        self.setFocusProxy(self.role)

    def open_new(self, workshop: Workshop, organisation: str) -> None:
        """Empty, for another person of an organisation."""
        self._offer(workshop)
        self.editing = ""
        self.say("Add a person")
        self.organisation.choose(organisation or self.organisation.chosen())
        for field in (self.role, self.name, self.instead_of):
            field.put("")
        self.substitute.setChecked(False)
        self.authority.setChecked(True)

    def open_for(self, workshop: Workshop, member: Member) -> None:
        """With what is kept of a person, to correct it."""
        self._offer(workshop)
        self.editing = member.id
        self.say("Correct the person")
        self.organisation.choose(member.organisation)
        self.role.put(member.role)
        self.name.put(member.name)
        self.instead_of.put(member.instead_of)
        self.substitute.setChecked(member.substitute)
        self.authority.setChecked(member.authority)
        self.role.selectAll()

    def answers(self) -> tuple[str, str, str, bool, bool, str, str]:
        """In the order in which `join_member` takes them."""
        return (
            self.organisation.chosen(),
            self.role.text(),
            self.name.text(),
            self.substitute.isChecked(),
            self.authority.isChecked(),
            self.editing,
            self.instead_of.text(),
        )

    def _offer(self, workshop: Workshop) -> None:
        # Under the Chatham House Rule a name would only be typed to be thrown away.
        self.show_field(self.name, not workshop.chatham_house)
        self.organisation.offer([(o.id, o.short) for o in workshop.organisations.values()])


class ApologiesForm(InlineForm):
    """Apologies from somebody who is not on the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keep the apologies", parent)
        self.say("Apologies from somebody who is not on the list")
        self.words = LineField("Who, and from where")
        self.end_line((self.words, 1))
        self.setFocusProxy(self.words)


class InterestForm(InlineForm):
    """A declared interest, the item it bears on, what is done about it, and where one abstains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keep the interest", parent)
        self.say("Declare an interest")
        self.member = ChoiceField("Who declares it")
        self.interest = LineField("The interest", "“None” is an answer")
        self.item = LineField("The item it bears on")
        self.action = LineField("What is done about it", "leaves the room for the item")
        self.subject = ChoiceField("It bears on, so the organisation abstains there")
        self.add_line((self.member, 2), (self.interest, 3))
        self.add_line((self.item, 2), (self.action, 2))
        self.end_line((self.subject, 1))
        self.setFocusProxy(self.interest)

    def open_new(self, workshop: Workshop, member: str) -> None:
        """Empty, for a person."""
        self.member.offer(
            [
                (m.id, f"{m.label}, {workshop.organisation_name(m.organisation)}")
                for m in workshop.members.values()
            ]
        )
        self.member.choose(member or self.member.chosen())
        for field in (self.interest, self.item, self.action):
            field.put("")
        self.subject.offer(subjects(workshop))
        self.subject.choose("")

    def answers(self) -> tuple[str, str, str, str, str]:
        """In the order in which `declare_interest` takes them."""
        return (
            self.member.chosen(),
            self.interest.text(),
            self.item.text(),
            self.action.text(),
            self.subject.chosen(),
        )


class ManyForm(InlineForm):
    """Asks before several pasted names become organisations. `names` are those not here yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add them", parent)
        self.names: list[str] = []
        self.end_line()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def ask(self, lines: Sequence[str], known: Sequence[str]) -> None:
        """Ask for these lines, without those that are here already or come twice."""
        seen = {name.casefold() for name in known}
        self.names = []
        for line in lines:
            if line.casefold() not in seen:
                seen.add(line.casefold())
                self.names.append(line)
        here = len(lines) - len(self.names)
        already = (
            f" {here} of the lines {'is' if here == 1 else 'are'} here already." if here else ""
        )
        many = f"{len(self.names)} organisation{'' if len(self.names) == 1 else 's'}"
        self.say(f"Add {many}?{already}" if self.names else f"Nothing to add.{already}")
        self.keep_button.setText(f"Add {many}")
        self.keep_button.setVisible(bool(self.names))
