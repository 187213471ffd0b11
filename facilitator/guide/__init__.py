"""The guide: the scripts that a facilitator follows, kept as TOML and checked when loaded.

stage.py      Step, Stage, Journey: what is said, asked and captured, and for how long
scenario.py   ScenarioPack and its parts: what a rehearsal plays
guide.py      Guide: all of them by id, and the place's name put into the words
loading.py    load_guide, load_pack: from TOML to a Guide, or a GuideProblem
checking.py   what makes a script usable: the rules, each with its plain sentence
remarks.py    what a pack could do without but plays better with
typography.py a pack's texts with typographic marks, for whoever shows them
shapes.py     whether a table has the fields it should, of the kinds they should be
source.py     one TOML file as read, with the line of everything in it
lines.py      the line on which each table, key and element stands
problems.py   Problem and GuideProblem
templates/    a file for each stage, and one for each journey (*.journey.toml)
scenarios/    a file for each scenario pack
samples/      the Ellerport workshop, played by the demonstration and the tests

Packs that a facilitator has written are kept beside the workshops (sessions/packs.py). A whole
folder of scripts for load_guide has the same two folders, templates and scenarios; what
has the id of something shipped takes its place. Nothing here is read until load_guide is called.
"""

from facilitator.guide.guide import Guide
from facilitator.guide.loading import (
    ELLERPORT,
    faults_of,
    load_guide,
    load_pack,
    read_unchecked,
)
from facilitator.guide.problems import GuideProblem, Problem
from facilitator.guide.remarks import Remark, remarks
from facilitator.guide.scenario import (
    DebriefPhase,
    DecisionPoint,
    Inject,
    Option,
    RoleNote,
    ScenarioPack,
)
from facilitator.guide.source import MOST, Fault
from facilitator.guide.stage import ACTIVITIES, Journey, Stage, Step
from facilitator.guide.typography import pack_in_type, set_in_type

__all__ = [
    "ACTIVITIES",
    "ELLERPORT",
    "MOST",
    "DebriefPhase",
    "DecisionPoint",
    "Fault",
    "Guide",
    "GuideProblem",
    "Inject",
    "Journey",
    "Option",
    "Problem",
    "Remark",
    "RoleNote",
    "ScenarioPack",
    "Stage",
    "Step",
    "faults_of",
    "load_guide",
    "load_pack",
    "pack_in_type",
    "read_unchecked",
    "remarks",
    "set_in_type",
]
