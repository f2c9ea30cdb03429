# SPDX-License-Identifier: MIT
"""Every public function and request struct of libcomplaint, as ctypes knows them.

One row a function: name, result, arguments, in the order of the headers. tests/test_prototypes.py
compares rows and structs with the headers, name by name and type by type.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_int32, c_int64, c_size_t, c_uint32
from typing import Any, Tuple

I32 = c_int32
U32 = c_uint32
I64 = c_int64
SIZE = c_size_t
TEXT = ctypes.c_char_p
# Handles are not told apart: the classes above this table hold each in a place of its own.
HANDLE = ctypes.c_void_p
OUT_I32 = POINTER(c_int32)
OUT_U32 = POINTER(c_uint32)
OUT_I64 = POINTER(c_int64)
OUT_SIZE = POINTER(c_size_t)
OUT_TEXT = POINTER(ctypes.c_char_p)
OUT_HANDLE = POINTER(ctypes.c_void_p)


class Text(ctypes.Structure):
    """struct complaint_text"""

    _fields_ = [("size", SIZE), ("name", TEXT), ("bytes", TEXT), ("length", SIZE)]


class ExtensionEntry(ctypes.Structure):
    """struct complaint_extension_entry"""

    _fields_ = [("size", SIZE), ("of", TEXT), ("amount", I32), ("unit", I32), ("until", I32),
                ("told_kind", I32), ("told_day", I32), ("told_moment", I64)]


class CalendarEntry(ctypes.Structure):
    """struct complaint_calendar_entry"""

    _fields_ = [("size", SIZE), ("name", TEXT), ("calendar", HANDLE)]


class Options(ctypes.Structure):
    """struct complaint_options"""

    _fields_ = [("size", SIZE), ("detail", I32), ("without_readings", I32), ("now_kind", I32),
                ("now_day", I32), ("now_moment", I64), ("calendars", POINTER(CalendarEntry)),
                ("calendar_count", SIZE), ("landlord", TEXT)]


class IcsRequest(ctypes.Structure):
    """struct complaint_ics_request"""

    _fields_ = [("size", SIZE), ("case_id", TEXT), ("uid_domain", TEXT), ("stamp", I64),
                ("sequence", I32), ("alarm_days", I32), ("withdrawn", I32)]


class Column(ctypes.Structure):
    """struct complaint_column"""

    _fields_ = [("size", SIZE), ("role", I32), ("kind", I32), ("name", U32), ("unit", I32),
                ("rule", TEXT), ("values", HANDLE), ("stride", I64), ("first_bit", I64),
                ("mask", HANDLE), ("mask_kind", I32), ("mask_first", I64)]


class Output(ctypes.Structure):
    """struct complaint_output"""

    _fields_ = [("size", SIZE), ("what", I32), ("rule", TEXT), ("values", HANDLE),
                ("stride", I64)]


class Columns(ctypes.Structure):
    """struct complaint_columns"""

    _fields_ = [("size", SIZE), ("set", HANDLE), ("row_count", SIZE),
                ("columns", POINTER(Column)), ("column_count", SIZE),
                ("outputs", POINTER(Output)), ("output_count", SIZE), ("row_statuses", HANDLE),
                ("unlisted_facts_false", I32), ("landlords", POINTER(TEXT)),
                ("landlord_count", SIZE), ("calendars", POINTER(CalendarEntry)),
                ("calendar_count", SIZE)]


STRUCTS = (Text, ExtensionEntry, CalendarEntry, Options, IcsRequest, Column, Output, Columns)

Row = Tuple[str, Any, Tuple[Any, ...]]

PROTOTYPES: Tuple[Row, ...] = (
    # base.h
    ("complaint_status_text", TEXT, (I32,)),
    ("complaint_day_from_date", I32, (I32, I32, I32, OUT_I32)),
    ("complaint_day_get_date", I32, (I32, OUT_I32, OUT_I32, OUT_I32)),
    ("complaint_day_from_text", I32, (TEXT, SIZE, OUT_I32)),
    ("complaint_day_to_text", I32, (I32, TEXT, SIZE)),
    ("complaint_moment_from_text", I32, (TEXT, SIZE, OUT_I64)),
    ("complaint_moment_to_text", I32, (I64, TEXT, TEXT, SIZE)),
    # version.h
    ("complaint_version_number", U32, ()),
    ("complaint_version_text", TEXT, ()),
    # diagnostics.h
    ("complaint_diagnostics_new", I32, (OUT_HANDLE,)),
    ("complaint_diagnostics_free", None, (HANDLE,)),
    ("complaint_diagnostics_count", SIZE, (HANDLE,)),
    ("complaint_diagnostics_count_severity", SIZE, (HANDLE, I32)),
    ("complaint_diagnostics_get_severity", I32, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_slug", TEXT, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_file", TEXT, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_line", U32, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_column", U32, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_message", TEXT, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_hint", TEXT, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_related_line", U32, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_related_column", U32, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_related_message", TEXT, (HANDLE, SIZE)),
    ("complaint_diagnostics_get_text", TEXT, (HANDLE, SIZE)),
    ("complaint_diagnostics_kind_count", SIZE, ()),
    ("complaint_diagnostics_kind_slug", TEXT, (SIZE,)),
    ("complaint_diagnostics_kind_meaning", TEXT, (SIZE,)),
    # date.h
    ("complaint_date_get_kind", I32, (HANDLE,)),
    ("complaint_date_get_flags", I32, (HANDLE,)),
    ("complaint_date_get_day", I32, (HANDLE, OUT_I32)),
    ("complaint_date_get_last_day", I32, (HANDLE, OUT_I32)),
    ("complaint_date_get_moment", I32, (HANDLE, OUT_I64)),
    ("complaint_date_get_last_moment", I32, (HANDLE, OUT_I64)),
    ("complaint_date_get_close_of_business", I32, (HANDLE,)),
    ("complaint_date_get_beyond", TEXT, (HANDLE, OUT_I32)),
    ("complaint_date_get_beyond_source", TEXT, (HANDLE,)),
    ("complaint_date_get_text", I32, (HANDLE, TEXT, SIZE)),
    # calendar.h
    ("complaint_calendar_bundled_count", SIZE, ()),
    ("complaint_calendar_bundled_name", TEXT, (SIZE,)),
    ("complaint_calendar_load_bundled", I32, (TEXT, SIZE, OUT_HANDLE)),
    ("complaint_calendar_load_file", I32, (TEXT, OUT_HANDLE, HANDLE)),
    ("complaint_calendar_load_memory", I32,
     (TEXT, TEXT, SIZE, POINTER(Text), SIZE, OUT_HANDLE, HANDLE)),
    ("complaint_calendar_combine", I32, (OUT_HANDLE, SIZE, I32, TEXT, SIZE, OUT_HANDLE)),
    ("complaint_calendar_project", I32, (HANDLE, I32, OUT_HANDLE)),
    ("complaint_calendar_free", None, (HANDLE,)),
    ("complaint_calendar_get_name", TEXT, (HANDLE,)),
    ("complaint_calendar_get_revision", TEXT, (HANDLE,)),
    ("complaint_calendar_get_span", I32, (HANDLE, OUT_I32, OUT_I32, OUT_I32)),
    ("complaint_calendar_get_end_source", TEXT, (HANDLE, I32)),
    ("complaint_calendar_get_close_of_business", I32, (HANDLE,)),
    ("complaint_calendar_is_working_day", I32, (HANDLE, I32, OUT_I32)),
    ("complaint_calendar_add_working_days", I32, (HANDLE, I32, I32, OUT_I32)),
    ("complaint_calendar_add_working_days_many", I32,
     (HANDLE, OUT_I32, SIZE, OUT_I32, SIZE, SIZE, OUT_I32, OUT_I32)),
    ("complaint_calendar_count_working_days", I32, (HANDLE, I32, I32, OUT_I32)),
    ("complaint_calendar_next_working_day", I32, (HANDLE, I32, OUT_I32)),
    ("complaint_calendar_previous_working_day", I32, (HANDLE, I32, OUT_I32)),
    ("complaint_calendar_cause_count", SIZE, (HANDLE, I32)),
    ("complaint_calendar_get_cause", TEXT, (HANDLE, I32, SIZE)),
    ("complaint_calendar_get_cause_source", TEXT, (HANDLE, I32, SIZE)),
    ("complaint_calendar_is_cause_projected", I32, (HANDLE, I32, SIZE)),
    ("complaint_calendar_explain_day", I32, (HANDLE, I32, TEXT, SIZE, OUT_SIZE)),
    # vocabulary.h
    ("complaint_vocabulary_count", U32, (I32,)),
    ("complaint_vocabulary_get_id", TEXT, (I32, U32)),
    ("complaint_vocabulary_get_words", TEXT, (I32, U32)),
    ("complaint_vocabulary_get_type", I32, (U32,)),
    ("complaint_vocabulary_get_silence", I32, (I32, U32)),
    ("complaint_vocabulary_value_count", U32, (U32,)),
    ("complaint_vocabulary_get_value", TEXT, (U32, U32)),
    ("complaint_vocabulary_find", U32, (I32, TEXT, SIZE)),
    ("complaint_vocabulary_check_file", I32, (TEXT, HANDLE)),
    # policy.h
    ("complaint_policy_load_file", I32, (TEXT, OUT_HANDLE, HANDLE)),
    ("complaint_policy_load_memory", I32,
     (TEXT, TEXT, SIZE, POINTER(Text), SIZE, OUT_HANDLE, HANDLE)),
    ("complaint_policy_free", None, (HANDLE,)),
    ("complaint_policy_get_kind", I32, (HANDLE,)),
    ("complaint_policy_get_id", TEXT, (HANDLE,)),
    ("complaint_policy_get_landlord", TEXT, (HANDLE,)),
    ("complaint_policy_get_document_text", TEXT, (HANDLE, I32)),
    ("complaint_policy_get_in_force", I32, (HANDLE, OUT_I32, OUT_I32, OUT_I32)),
    ("complaint_policy_get_chosen_by", U32, (HANDLE,)),
    ("complaint_policy_left_open_count", SIZE, (HANDLE,)),
    ("complaint_policy_get_left_open", TEXT, (HANDLE, SIZE)),
    ("complaint_policy_silent_on_count", SIZE, (HANDLE,)),
    ("complaint_policy_get_silent_on", TEXT, (HANDLE, SIZE)),
    ("complaint_policy_calendar_count", SIZE, (HANDLE,)),
    ("complaint_policy_get_calendar_name", TEXT, (HANDLE, SIZE)),
    ("complaint_policy_get_calendar", HANDLE, (HANDLE, SIZE)),
    ("complaint_policy_own_name_count", U32, (HANDLE, I32)),
    ("complaint_policy_get_own_name", TEXT, (HANDLE, I32, U32)),
    ("complaint_policy_get_fact_type", I32, (HANDLE, TEXT, SIZE)),
    ("complaint_policy_get_name_silence", I32, (HANDLE, TEXT, SIZE)),
    ("complaint_policy_get_fact_value", TEXT, (HANDLE, TEXT, SIZE, U32)),
    ("complaint_policy_rule_count", U32, (HANDLE,)),
    ("complaint_policy_find_rule", U32, (HANDLE, TEXT, SIZE)),
    ("complaint_policy_get_rule_kind", I32, (HANDLE, U32)),
    ("complaint_policy_get_rule_id", TEXT, (HANDLE, U32)),
    ("complaint_policy_get_rule_clause", TEXT, (HANDLE, U32)),
    ("complaint_policy_get_rule_says", TEXT, (HANDLE, U32)),
    ("complaint_policy_get_rule_strength", I32, (HANDLE, U32)),
    ("complaint_policy_get_rule_owner", U32, (HANDLE, U32)),
    ("complaint_policy_get_rule_line", U32, (HANDLE, U32)),
    ("complaint_policy_get_rule_source", TEXT, (HANDLE, U32)),
    ("complaint_policy_get_rule_sure", I32, (HANDLE, U32)),
    ("complaint_policy_get_rule_superseded", TEXT, (HANDLE, U32, OUT_I32)),
    ("complaint_policy_get_rule_in_force", I32, (HANDLE, U32, OUT_I32, OUT_I32)),
    ("complaint_policy_rule_left_open_count", SIZE, (HANDLE, U32)),
    ("complaint_policy_get_rule_left_open", TEXT, (HANDLE, U32, SIZE)),
    ("complaint_policy_rule_conflict_count", SIZE, (HANDLE, U32)),
    ("complaint_policy_get_rule_conflict_clause", TEXT, (HANDLE, U32, SIZE)),
    ("complaint_policy_get_rule_conflict_says", TEXT, (HANDLE, U32, SIZE)),
    ("complaint_policy_get_rule_conflict_rule", U32, (HANDLE, U32, SIZE)),
    ("complaint_policy_rule_reading_count", SIZE, (HANDLE, U32)),
    ("complaint_policy_get_rule_reading_text", TEXT, (HANDLE, U32, SIZE, I32)),
    # findings.h
    ("complaint_policy_examine", I32, (HANDLE, OUT_HANDLE)),
    ("complaint_findings_free", None, (HANDLE,)),
    ("complaint_findings_count", SIZE, (HANDLE,)),
    ("complaint_findings_get_slug", TEXT, (HANDLE, SIZE)),
    ("complaint_findings_get_severity", I32, (HANDLE, SIZE)),
    ("complaint_findings_get_rule", U32, (HANDLE, SIZE)),
    ("complaint_findings_get_file", TEXT, (HANDLE, SIZE)),
    ("complaint_findings_get_line", U32, (HANDLE, SIZE)),
    ("complaint_findings_get_column", U32, (HANDLE, SIZE)),
    ("complaint_findings_get_message", TEXT, (HANDLE, SIZE)),
    ("complaint_findings_get_hint", TEXT, (HANDLE, SIZE)),
    ("complaint_findings_get_scenario", TEXT, (HANDLE, SIZE)),
    ("complaint_findings_is_accepted", I32, (HANDLE, SIZE)),
    ("complaint_findings_get_because", TEXT, (HANDLE, SIZE)),
    # rules.h
    ("complaint_policy_get_rule_grounds", I32, (HANDLE, U32, U32)),
    ("complaint_policy_get_rule_tested_at", I32, (HANDLE, U32, U32)),
    ("complaint_policy_get_rule_effect", I32, (HANDLE, U32, U32)),
    ("complaint_policy_get_rule_text", TEXT, (HANDLE, U32, U32, I32)),
    ("complaint_policy_get_rule_name", TEXT, (HANDLE, U32, U32, I32)),
    ("complaint_policy_get_rule_target", U32, (HANDLE, U32, U32)),
    ("complaint_policy_do_earlier_extensions_count", I32, (HANDLE, U32, U32)),
    ("complaint_policy_get_rule_place", I32, (HANDLE, U32)),
    ("complaint_policy_get_rule_verb", I32, (HANDLE, U32)),
    ("complaint_policy_rule_notice_count", SIZE, (HANDLE, U32)),
    ("complaint_policy_get_rule_notice", TEXT, (HANDLE, U32, SIZE)),
    ("complaint_policy_get_rule_limit", I32, (HANDLE, U32, U32, I32, OUT_I32, OUT_I32)),
    ("complaint_policy_describe_anchor", I32, (HANDLE, U32, U32, I32, TEXT, SIZE, OUT_SIZE)),
    ("complaint_policy_get_rule_reading_strength", I32, (HANDLE, U32, U32)),
    ("complaint_policy_describe_counting", I32, (HANDLE, U32, U32, I32, TEXT, SIZE)),
    ("complaint_policy_condition_count", SIZE, (HANDLE, U32, U32, I32)),
    ("complaint_policy_get_condition", U32, (HANDLE, U32, U32, I32, SIZE)),
    ("complaint_policy_get_condition_says", TEXT, (HANDLE, U32, U32, I32, SIZE)),
    ("complaint_policy_get_condition_clause", TEXT, (HANDLE, U32, U32, I32, SIZE)),
    ("complaint_policy_get_condition_part", TEXT, (HANDLE, U32, U32, I32, SIZE)),
    ("complaint_policy_get_factor_favours", I32, (HANDLE, U32, SIZE)),
    ("complaint_policy_get_term_kind", I32, (HANDLE, U32)),
    ("complaint_policy_get_term_end", U32, (HANDLE, U32)),
    ("complaint_policy_get_term_name", TEXT, (HANDLE, U32)),
    ("complaint_policy_describe_term", I32, (HANDLE, U32, TEXT, SIZE, OUT_SIZE)),
    ("complaint_policy_get_question", TEXT, (HANDLE, TEXT, SIZE)),
    ("complaint_policy_get_words", TEXT, (HANDLE, TEXT, SIZE)),
    # set.h
    ("complaint_set_new", I32, (OUT_HANDLE, SIZE, OUT_HANDLE, HANDLE)),
    ("complaint_set_free", None, (HANDLE,)),
    ("complaint_set_policy_count", SIZE, (HANDLE,)),
    ("complaint_set_get_policy", HANDLE, (HANDLE, SIZE)),
    ("complaint_set_find_fact", U32, (HANDLE, TEXT, SIZE)),
    ("complaint_set_find_event", U32, (HANDLE, TEXT, SIZE)),
    ("complaint_set_get_fact_name", TEXT, (HANDLE, U32)),
    ("complaint_set_get_event_name", TEXT, (HANDLE, U32)),
    ("complaint_set_get_fact_type", I32, (HANDLE, U32)),
    # case.h
    ("complaint_case_new", I32, (HANDLE, OUT_HANDLE)),
    ("complaint_case_load_file", I32, (HANDLE, TEXT, OUT_HANDLE, HANDLE)),
    ("complaint_case_load_memory", I32, (HANDLE, TEXT, TEXT, SIZE, OUT_HANDLE, HANDLE)),
    ("complaint_case_check_file", I32, (TEXT, HANDLE)),
    ("complaint_case_check_memory", I32, (TEXT, TEXT, SIZE, HANDLE)),
    ("complaint_case_free", None, (HANDLE,)),
    ("complaint_case_clear", None, (HANDLE,)),
    ("complaint_case_set_fact", I32, (HANDLE, TEXT, SIZE, I32)),
    ("complaint_case_set_fact_at", I32, (HANDLE, U32, I32)),
    ("complaint_case_set_number", I32, (HANDLE, TEXT, SIZE, I32)),
    ("complaint_case_set_number_at", I32, (HANDLE, U32, I32)),
    ("complaint_case_set_choice", I32, (HANDLE, TEXT, SIZE, TEXT, SIZE)),
    ("complaint_case_set_choice_at", I32, (HANDLE, U32, U32)),
    ("complaint_case_set_fact_state", I32, (HANDLE, U32, I32)),
    ("complaint_case_set_facts", I32, (HANDLE, OUT_U32, OUT_I32, SIZE, OUT_SIZE)),
    ("complaint_case_set_unlisted_facts_false", I32, (HANDLE, I32)),
    ("complaint_case_set_event_day", I32, (HANDLE, TEXT, SIZE, I32)),
    ("complaint_case_set_event_day_at", I32, (HANDLE, U32, I32)),
    ("complaint_case_set_event_moment", I32, (HANDLE, TEXT, SIZE, I64)),
    ("complaint_case_set_event_moment_at", I32, (HANDLE, U32, I64)),
    ("complaint_case_set_event_month", I32, (HANDLE, TEXT, SIZE, I32, I32)),
    ("complaint_case_set_event_month_at", I32, (HANDLE, U32, I32, I32)),
    ("complaint_case_set_event_state", I32, (HANDLE, TEXT, SIZE, I32)),
    ("complaint_case_set_event_state_at", I32, (HANDLE, U32, I32)),
    ("complaint_case_set_event_text", I32, (HANDLE, TEXT, SIZE, TEXT, SIZE)),
    ("complaint_case_set_now_day", I32, (HANDLE, I32)),
    ("complaint_case_set_now_moment", I32, (HANDLE, I64)),
    ("complaint_case_set_now_none", I32, (HANDLE,)),
    ("complaint_case_set_request_at", I32, (HANDLE, I32)),
    ("complaint_case_set_request_extension", I32, (HANDLE, POINTER(ExtensionEntry))),
    ("complaint_case_add_extension", I32, (HANDLE, POINTER(ExtensionEntry))),
    ("complaint_case_add_promise", I32, (HANDLE, TEXT, SIZE, I32)),
    ("complaint_case_add_reading", I32, (HANDLE, TEXT, SIZE, TEXT, SIZE)),
    ("complaint_case_add_decision", I32, (HANDLE, TEXT, SIZE, I32)),
    # scenarios.h
    ("complaint_scenarios_find_policy_file", I32, (TEXT, TEXT, SIZE, OUT_SIZE, HANDLE)),
    ("complaint_scenarios_find_policy_memory", I32,
     (TEXT, TEXT, SIZE, TEXT, SIZE, OUT_SIZE, HANDLE)),
    ("complaint_scenarios_load_file", I32, (HANDLE, TEXT, OUT_HANDLE, HANDLE)),
    ("complaint_scenarios_load_memory", I32, (HANDLE, TEXT, TEXT, SIZE, OUT_HANDLE, HANDLE)),
    ("complaint_scenarios_free", None, (HANDLE,)),
    ("complaint_scenarios_count", SIZE, (HANDLE,)),
    ("complaint_scenarios_get_policy_path", TEXT, (HANDLE,)),
    ("complaint_scenarios_get_name", TEXT, (HANDLE, SIZE)),
    ("complaint_scenarios_get_line", U32, (HANDLE, SIZE)),
    ("complaint_scenarios_get_case", HANDLE, (HANDLE, SIZE)),
    ("complaint_scenarios_get_expectation", U32, (HANDLE, SIZE)),
    ("complaint_expectation_get_kind", I32, (HANDLE, U32)),
    ("complaint_expectation_get_key", TEXT, (HANDLE, U32)),
    ("complaint_expectation_get_text", TEXT, (HANDLE, U32)),
    ("complaint_expectation_get_line", U32, (HANDLE, U32)),
    ("complaint_expectation_count", SIZE, (HANDLE, U32)),
    ("complaint_expectation_get_first", U32, (HANDLE, U32)),
    ("complaint_expectation_get_next", U32, (HANDLE, U32, U32)),
    # answer.h
    ("complaint_answer_new", I32, (OUT_HANDLE,)),
    ("complaint_answer_free", None, (HANDLE,)),
    ("complaint_answer_evaluate", I32, (HANDLE, HANDLE, I32, POINTER(Options))),
    ("complaint_answer_get_questions", I32, (HANDLE,)),
    ("complaint_answer_get_detail", I32, (HANDLE,)),
    ("complaint_answer_get_policy", HANDLE, (HANDLE,)),
    ("complaint_answer_get_chosen_reading", TEXT, (HANDLE, U32)),
    ("complaint_answer_candidate_count", SIZE, (HANDLE,)),
    ("complaint_answer_get_candidate", HANDLE, (HANDLE, SIZE)),
    ("complaint_answer_get_candidate_event", TEXT, (HANDLE,)),
    ("complaint_answer_get_now", HANDLE, (HANDLE,)),
    ("complaint_answer_note_count", SIZE, (HANDLE,)),
    ("complaint_answer_get_note_slug", TEXT, (HANDLE, SIZE)),
    ("complaint_answer_get_note_text", TEXT, (HANDLE, SIZE)),
    ("complaint_answer_get_note_rule", U32, (HANDLE, SIZE)),
    ("complaint_answer_calendar_count", SIZE, (HANDLE,)),
    ("complaint_answer_get_calendar", HANDLE, (HANDLE, SIZE)),
    ("complaint_reason_get_rule", U32, (HANDLE,)),
    ("complaint_reason_get_term", U32, (HANDLE,)),
    ("complaint_reason_get_condition", I32, (HANDLE, OUT_U32)),
    ("complaint_reason_get_truth", I32, (HANDLE,)),
    ("complaint_reason_get_value", I32, (HANDLE, TEXT, SIZE)),
    # eligibility.h
    ("complaint_answer_get_eligibility", HANDLE, (HANDLE,)),
    ("complaint_eligibility_get_outcome", I32, (HANDLE,)),
    ("complaint_eligibility_get_at", I32, (HANDLE,)),
    ("complaint_eligibility_get_decider", U32, (HANDLE,)),
    ("complaint_eligibility_because_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_because", U32, (HANDLE, SIZE)),
    ("complaint_eligibility_undecided_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_undecided", U32, (HANDLE, SIZE)),
    ("complaint_eligibility_question_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_question_name", TEXT, (HANDLE, SIZE)),
    ("complaint_eligibility_get_question_words", TEXT, (HANDLE, SIZE)),
    ("complaint_eligibility_get_question_weight", SIZE, (HANDLE, SIZE)),
    ("complaint_eligibility_factor_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_factor_rule", U32, (HANDLE, SIZE)),
    ("complaint_eligibility_get_factor_says", TEXT, (HANDLE, SIZE)),
    ("complaint_eligibility_get_factor_favours", I32, (HANDLE, SIZE)),
    ("complaint_eligibility_get_factor_truth", I32, (HANDLE, SIZE)),
    ("complaint_eligibility_factor_name_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_factor_name", TEXT, (HANDLE, SIZE)),
    ("complaint_eligibility_get_route_state", I32, (HANDLE,)),
    ("complaint_eligibility_get_route", U32, (HANDLE,)),
    ("complaint_eligibility_get_treat_as", TEXT, (HANDLE,)),
    ("complaint_eligibility_get_starts_at", U32, (HANDLE,)),
    ("complaint_eligibility_get_part", TEXT, (HANDLE,)),
    ("complaint_eligibility_get_refer_to", TEXT, (HANDLE,)),
    ("complaint_eligibility_get_decided_by", TEXT, (HANDLE,)),
    ("complaint_eligibility_get_rest", I32, (HANDLE,)),
    ("complaint_eligibility_let_in_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_let_in_rule", U32, (HANDLE, SIZE)),
    ("complaint_eligibility_get_let_in_part", TEXT, (HANDLE, SIZE)),
    ("complaint_eligibility_notice_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_notice", TEXT, (HANDLE, SIZE)),
    ("complaint_eligibility_get_notice_rule", U32, (HANDLE, SIZE)),
    ("complaint_eligibility_verdict_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_verdict_rule", U32, (HANDLE, SIZE)),
    ("complaint_eligibility_get_verdict_truth", I32, (HANDLE, SIZE)),
    ("complaint_eligibility_verdict_reason_count", SIZE, (HANDLE, SIZE)),
    ("complaint_eligibility_get_verdict_reason", HANDLE, (HANDLE, SIZE, SIZE)),
    ("complaint_eligibility_reading_count", SIZE, (HANDLE,)),
    ("complaint_eligibility_get_reading", HANDLE, (HANDLE, SIZE)),
    ("complaint_eligibility_get_reading_rule", U32, (HANDLE,)),
    ("complaint_eligibility_get_reading_label", TEXT, (HANDLE,)),
    # deadlines.h
    ("complaint_answer_deadline_count", SIZE, (HANDLE,)),
    ("complaint_answer_get_deadline", HANDLE, (HANDLE, SIZE)),
    ("complaint_answer_find_deadline", HANDLE, (HANDLE, TEXT, SIZE)),
    ("complaint_deadline_get_rule", U32, (HANDLE,)),
    ("complaint_deadline_get_state", I32, (HANDLE,)),
    ("complaint_deadline_get_cause", I32, (HANDLE,)),
    ("complaint_deadline_get_flags", I32, (HANDLE,)),
    ("complaint_deadline_get_date", HANDLE, (HANDLE, I32)),
    ("complaint_deadline_get_anchor_name", TEXT, (HANDLE,)),
    ("complaint_deadline_get_projected_from", U32, (HANDLE,)),
    ("complaint_deadline_get_lateness", I32, (HANDLE, I32, OUT_I32, OUT_I32, OUT_I64)),
    ("complaint_deadline_reading_count", SIZE, (HANDLE,)),
    ("complaint_deadline_get_reading", HANDLE, (HANDLE, SIZE)),
    ("complaint_deadline_get_reading_label", TEXT, (HANDLE,)),
    ("complaint_deadline_rests_on_count", SIZE, (HANDLE,)),
    ("complaint_deadline_get_rests_on", U32, (HANDLE, SIZE)),
    ("complaint_deadline_reason_count", SIZE, (HANDLE,)),
    ("complaint_deadline_get_reason", HANDLE, (HANDLE, SIZE)),
    ("complaint_deadline_working_count", SIZE, (HANDLE,)),
    ("complaint_deadline_get_working_day", I32, (HANDLE, SIZE, OUT_I32)),
    ("complaint_deadline_get_working_number", I32, (HANDLE, SIZE)),
    ("complaint_deadline_get_working_text", TEXT, (HANDLE, SIZE)),
    # extension.h
    ("complaint_answer_get_extension", HANDLE, (HANDLE,)),
    ("complaint_extension_get_outcome", I32, (HANDLE,)),
    ("complaint_extension_get_duty", U32, (HANDLE,)),
    ("complaint_extension_get_tier", U32, (HANDLE,)),
    ("complaint_extension_get_flags", I32, (HANDLE,)),
    ("complaint_extension_get_date", HANDLE, (HANDLE, I32)),
    ("complaint_extension_missing_count", SIZE, (HANDLE,)),
    ("complaint_extension_get_missing", TEXT, (HANDLE, SIZE)),
    ("complaint_extension_unknown_count", SIZE, (HANDLE,)),
    ("complaint_extension_get_unknown", TEXT, (HANDLE, SIZE)),
    ("complaint_extension_duty_count", SIZE, (HANDLE,)),
    ("complaint_extension_get_duty_at", U32, (HANDLE, SIZE)),
    ("complaint_extension_notice_count", SIZE, (HANDLE,)),
    ("complaint_extension_get_notice", TEXT, (HANDLE, SIZE)),
    ("complaint_extension_working_count", SIZE, (HANDLE,)),
    ("complaint_extension_get_working_day", I32, (HANDLE, SIZE, OUT_I32)),
    ("complaint_extension_get_working_number", I32, (HANDLE, SIZE)),
    ("complaint_extension_get_working_text", TEXT, (HANDLE, SIZE)),
    ("complaint_extension_reading_count", SIZE, (HANDLE,)),
    ("complaint_extension_get_reading", HANDLE, (HANDLE, SIZE)),
    ("complaint_extension_get_reading_rule", U32, (HANDLE,)),
    ("complaint_extension_get_reading_label", TEXT, (HANDLE,)),
    # windows.h
    ("complaint_answer_window_count", SIZE, (HANDLE,)),
    ("complaint_answer_get_window", HANDLE, (HANDLE, SIZE)),
    ("complaint_answer_find_window", HANDLE, (HANDLE, TEXT, SIZE)),
    ("complaint_window_get_rule", U32, (HANDLE,)),
    ("complaint_window_get_state", I32, (HANDLE,)),
    ("complaint_window_get_flags", I32, (HANDLE,)),
    ("complaint_window_get_date", HANDLE, (HANDLE, I32)),
    ("complaint_window_get_door", TEXT, (HANDLE,)),
    ("complaint_window_get_if_late", TEXT, (HANDLE,)),
    ("complaint_window_reading_count", SIZE, (HANDLE,)),
    ("complaint_window_get_reading", HANDLE, (HANDLE, SIZE)),
    ("complaint_window_get_reading_label", TEXT, (HANDLE,)),
    ("complaint_window_rests_on_count", SIZE, (HANDLE,)),
    ("complaint_window_get_rests_on", U32, (HANDLE, SIZE)),
    ("complaint_window_working_count", SIZE, (HANDLE, I32)),
    ("complaint_window_get_working_day", I32, (HANDLE, I32, SIZE, OUT_I32)),
    ("complaint_window_get_working_number", I32, (HANDLE, I32, SIZE)),
    ("complaint_window_get_working_text", TEXT, (HANDLE, I32, SIZE)),
    ("complaint_window_reason_count", SIZE, (HANDLE,)),
    ("complaint_window_get_reason", HANDLE, (HANDLE, SIZE)),
    # standing.h
    ("complaint_answer_get_standing", HANDLE, (HANDLE,)),
    ("complaint_standing_get_state", I32, (HANDLE,)),
    ("complaint_standing_get_stage", U32, (HANDLE,)),
    ("complaint_standing_overdue_count", SIZE, (HANDLE,)),
    ("complaint_standing_get_overdue", HANDLE, (HANDLE, SIZE)),
    ("complaint_standing_get_next", HANDLE, (HANDLE,)),
    ("complaint_standing_question_count", SIZE, (HANDLE,)),
    ("complaint_standing_get_question_name", TEXT, (HANDLE, SIZE)),
    ("complaint_standing_get_question_words", TEXT, (HANDLE, SIZE)),
    # report.h
    ("complaint_answer_get_json", I32, (HANDLE, OUT_TEXT, OUT_SIZE)),
    ("complaint_answer_get_text", I32, (HANDLE, OUT_TEXT, OUT_SIZE)),
    ("complaint_answer_evaluate_json", I32,
     (HANDLE, HANDLE, I32, TEXT, SIZE, POINTER(Options), OUT_TEXT, OUT_SIZE, HANDLE)),
    ("complaint_policy_explain", I32, (HANDLE, I32, OUT_HANDLE, OUT_SIZE)),
    ("complaint_policy_to_json", I32, (HANDLE, OUT_HANDLE, OUT_SIZE)),
    ("complaint_string_free", None, (HANDLE,)),
    ("complaint_answer_get_ics", I32, (HANDLE, POINTER(IcsRequest), OUT_HANDLE, OUT_SIZE)),
    # columns.h
    ("complaint_columns_evaluate", I32, (HANDLE, POINTER(Columns), OUT_SIZE, OUT_SIZE)),
)
