"""The rules, in the order they run. A rule is one file, its page stands beside it under the same name."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterator, NamedTuple

from onething.check.codes.codes_disagree import codes_disagree
from onething.check.codes.heading_code import heading_code
from onething.check.codes.same_matter_code import same_matter_code
from onething.check.codes.wrong_matter_code import wrong_matter_code
from onething.check.departments.handler_not_listed import handler_not_listed
from onething.check.departments.idle_department import idle_department
from onething.check.departments.listed_twice import listed_twice
from onething.check.departments.no_handler import no_handler
from onething.check.departments.no_lead import no_lead
from onething.check.departments.role_of_itself import role_of_itself
from onething.check.departments.several_leads import several_leads
from onething.check.departments.wrong_list import wrong_list
from onething.check.evidence.claim_of_more import claim_of_more
from onething.check.evidence.joins_nothing import joins_nothing
from onething.check.evidence.matters_without_basis import matters_without_basis
from onething.check.evidence.no_basis import no_basis
from onething.check.evidence.underivable_claim import underivable_claim
from onething.check.evidence.unverified_values import unverified_values
from onething.check.evidence.wrong_claim import wrong_claim
from onething.check.graph.circle import circle
from onething.check.graph.circle_once_finished import circle_once_finished
from onething.check.graph.opposite_orders import opposite_orders
from onething.check.graph.prerequisite_drops_out import prerequisite_drops_out
from onething.check.graph.prerequisite_implied import prerequisite_implied
from onething.check.graph.prerequisite_twice import prerequisite_twice
from onething.check.graph.prerequisite_without_reason import prerequisite_without_reason
from onething.check.names.against_rules import against_rules
from onething.check.names.look_alike import look_alike
from onething.check.names.private_number import private_number
from onething.check.once.alternative_never_used import alternative_never_used
from onething.check.once.asked_again import asked_again
from onething.check.once.asked_on_paper import asked_on_paper
from onething.check.once.brought_needlessly import brought_needlessly
from onething.check.once.field_given_by_itself import field_given_by_itself
from onething.check.once.material_and_field import material_and_field
from onething.check.once.nobody_provides import nobody_provides
from onething.check.once.not_available import not_available
from onething.check.once.postponed_needlessly import postponed_needlessly
from onething.check.once.same_field_twice import same_field_twice
from onething.check.once.same_material_twice import same_material_twice
from onething.check.once.two_definitions import two_definitions
from onething.check.once.unknown_issuer import unknown_issuer
from onething.check.overlay.asks_more import asks_more
from onething.check.overlay.costs_more import costs_more
from onething.check.overlay.fills_more import fills_more
from onething.check.overlay.gives_less import gives_less
from onething.check.overlay.idle_change import idle_change
from onething.check.overlay.inherited_scenario import inherited_scenario
from onething.check.overlay.takes_longer import takes_longer
from onething.check.overlay.turns_away import turns_away
from onething.check.scenarios.answer_not_asked import answer_not_asked
from onething.check.scenarios.boundary_without_scenario import boundary_without_scenario
from onething.check.scenarios.choice_of_compulsory import choice_of_compulsory
from onething.check.scenarios.same_scenario import same_scenario
from onething.check.scenarios.without_expectation import without_expectation
from onething.check.situations.always_holds import always_holds
from onething.check.situations.asked_in_vain import asked_in_vain
from onething.check.situations.choice_in_vain import choice_in_vain
from onething.check.situations.empty_menu import empty_menu
from onething.check.situations.gap import gap
from onething.check.situations.guard_circle import guard_circle
from onething.check.situations.idle_parameter import idle_parameter
from onething.check.situations.idle_question import idle_question
from onething.check.situations.idle_role import idle_role
from onething.check.situations.never_holds import never_holds
from onething.check.situations.not_asked import not_asked
from onething.check.situations.nothing_to_do import nothing_to_do
from onething.check.situations.overlap import overlap
from onething.check.situations.too_many_matters import too_many_matters
from onething.check.situations.too_many_situations import too_many_situations
from onething.check.situations.too_many_ways import too_many_ways
from onething.check.situations.two_refusals import two_refusals
from onething.check.situations.unreachable_matter import unreachable_matter
from onething.check.standard.lapsed_name import lapsed_name
from onething.check.standard.missing_matter import missing_matter
from onething.check.standard.no_code import no_code
from onething.check.standard.outdated_version import outdated_version
from onething.check.standard.perhaps_standard import perhaps_standard
from onething.check.standard.standard_not_stated import standard_not_stated
from onething.check.standard.unofficial_name import unofficial_name
from onething.check.standard.unusable_code import unusable_code
from onething.check.time.anchor_never_taken import anchor_never_taken
from onething.check.time.idle_procedure import idle_procedure
from onething.check.time.limit_too_short import limit_too_short
from onething.check.time.promise_beyond_law import promise_beyond_law
from onething.check.time.reminder_without_date import reminder_without_date
from onething.check.time.unknown_exclusion import unknown_exclusion
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


class Rule(NamedTuple):
    """``find`` is a pure function from an analysed bundle to the findings of ``code``."""

    code: str
    find: Callable[[Analysis], Iterator[Finding]]

    @property
    def page(self) -> Path:
        """Its page: 查什么, 为什么, 反例, 正例, 何时可以忽略."""
        return Path(__file__).parent.parent.joinpath(*self.find.__module__.split(".")[1:]).with_suffix(".md")


# Nothing can be said about situations that depend on themselves, or are too many: one finding of these ends the checking.
FIRST: tuple[Rule, ...] = (
    Rule("OT2204", guard_circle),
    Rule("OT0121", too_many_matters),
    Rule("OT2208", too_many_situations),
    Rule("OT0122", too_many_ways),
)

RULES: tuple[Rule, ...] = (
    Rule("OT1309", no_code),
    Rule("OT1310", unusable_code),
    Rule("OT2601", unofficial_name),
    Rule("OT2602", missing_matter),
    Rule("OT2603", standard_not_stated),
    Rule("OT2604", lapsed_name),
    Rule("OT2605", perhaps_standard),
    Rule("OT2606", against_rules),
    Rule("OT2607", wrong_matter_code),
    Rule("OT2608", heading_code),
    Rule("OT2609", codes_disagree),
    Rule("OT2610", same_matter_code),
    Rule("OT2613", private_number),
    Rule("OT3204", outdated_version),
    Rule("OT1516", inherited_scenario),
    Rule("OT1517", idle_change),
    Rule("OT2620", asks_more),
    Rule("OT2621", fills_more),
    Rule("OT2622", takes_longer),
    Rule("OT2623", gives_less),
    Rule("OT2624", turns_away),
    Rule("OT2625", costs_more),
    Rule("OT2501", no_lead),
    Rule("OT2502", several_leads),
    Rule("OT2503", handler_not_listed),
    Rule("OT2505", no_handler),
    Rule("OT2504", idle_department),
    Rule("OT2506", listed_twice),
    Rule("OT2507", wrong_list),
    Rule("OT2508", role_of_itself),
    Rule("OT2320", look_alike),
    Rule("OT2201", never_holds),
    Rule("OT2202", always_holds),
    Rule("OT2203", unreachable_matter),
    Rule("OT2207", nothing_to_do),
    Rule("OT2205", overlap),
    Rule("OT2206", gap),
    Rule("OT2210", idle_question),
    Rule("OT2214", not_asked),
    Rule("OT2215", asked_in_vain),
    Rule("OT2216", two_refusals),
    Rule("OT2217", empty_menu),
    Rule("OT2218", choice_in_vain),
    Rule("OT2219", idle_parameter),
    Rule("OT2220", idle_role),
    Rule("OT2103", circle),
    Rule("OT2105", circle_once_finished),
    Rule("OT2102", opposite_orders),
    Rule("OT2101", prerequisite_drops_out),
    Rule("OT2106", prerequisite_twice),
    Rule("OT2107", prerequisite_implied),
    Rule("OT2108", prerequisite_without_reason),
    Rule("OT2301", nobody_provides),
    Rule("OT2305", not_available),
    Rule("OT2303", brought_needlessly),
    Rule("OT2306", postponed_needlessly),
    Rule("OT2307", asked_on_paper),
    Rule("OT2308", same_material_twice),
    Rule("OT2309", alternative_never_used),
    Rule("OT2310", unknown_issuer),
    Rule("OT2302", two_definitions),
    Rule("OT2304", material_and_field),
    Rule("OT2311", field_given_by_itself),
    Rule("OT2312", asked_again),
    Rule("OT2313", same_field_twice),
    Rule("OT2401", promise_beyond_law),
    Rule("OT2402", limit_too_short),
    Rule("OT2403", unknown_exclusion),
    Rule("OT2404", anchor_never_taken),
    Rule("OT2405", idle_procedure),
    Rule("OT2406", reminder_without_date),
    Rule("OT2701", wrong_claim),
    Rule("OT2702", underivable_claim),
    Rule("OT2707", claim_of_more),
    Rule("OT2703", joins_nothing),
    Rule("OT2704", no_basis),
    Rule("OT2705", matters_without_basis),
    Rule("OT2706", unverified_values),
    Rule("OT2804", boundary_without_scenario),
    Rule("OT2805", without_expectation),
    Rule("OT2806", answer_not_asked),
    Rule("OT2807", same_scenario),
    Rule("OT2808", choice_of_compulsory),
)
