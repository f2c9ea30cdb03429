/* SPDX-License-Identifier: MIT */
/*
 * A scenario as text. What is expected is what the library answers: so it passes, and shows the
 * finding.
 */
#include "check/check.h"

static const char *const moments[] = { NULL, "acceptance", "escalation", NULL, "additional-issue" };
static const char *const outcomes[] = { NULL, "accepted", "excluded", "discretion",
					"undetermined" };
static const char *const duty_states[] = { NULL,           "not-owed",  "waiting",
					   "undetermined", "no-date",   "beyond-calendar",
					   "done-in-time", "done-late", "overdue",
					   "running" };
static const char *const window_states[] = { NULL,           "not-available",   "undetermined",
					     "used-in-time", "used-late",       "not-yet-open",
					     "closed",       "beyond-calendar", "open" };
static const char *const extension_outcomes[] = { NULL,          "permitted", "needs",
						  "refused",     "no-rule",   "beyond-calendar",
						  "undetermined" };
static const char *const units[] = { "",     "working day", "calendar day", "hour",
				     "week", "month",       "year" };

static void write_day(struct cmpl_string *text, cmpl_day day)
{
	char written[11];

	cmpl_day_write(day, written);
	cmpl_string_add(text, written);
}

static void write_event(struct cmpl_string *text, const struct cmpl_event_value *value)
{
	if (value->kind == CMPL_EVENT_DAY)
		write_day(text, value->first);
	else
		cmpl_string_add(text, value->kind == CMPL_EVENT_NOT_YET ? "not-yet" : "unknown");
}

/* --- what is known ----------------------------------------------------------------- */

static void write_fact(const struct cmpl_examination *examination, struct cmpl_string *text,
		       uint32_t fact, struct cmpl_fact_value value)
{
	uint8_t type = cmpl_policy_name_type(examination->policy, fact);

	cmpl_string_addf(text,
			 "      %s: ", cmpl_policy_name_id(examination->policy, CMPL_FACTS, fact));
	if (value.given == CMPL_WRITTEN_UNKNOWN)
		cmpl_string_add(text, "unknown\n");
	else if (type == COMPLAINT_TYPE_NUMBER)
		cmpl_string_addf(text, "%d\n", (int)value.value);
	else if (type == COMPLAINT_TYPE_CHOICE)
		cmpl_string_addf(
			text, "%s\n",
			cmpl_policy_choice_id(examination->policy, fact, (uint32_t)value.value));
	else
		cmpl_string_add(text, value.value ? "true\n" : "false\n");
}

/*
 * The policy's name that lies in a slot of the case: standard ones first. Its set has no other
 * policy.
 */
static uint32_t name_of_slot(const struct cmpl_examination *examination, enum cmpl_list list,
			     uint32_t slot)
{
	const struct complaint_set *set = examination->set;
	uint32_t standard = cmpl_vocabulary_count[list];
	uint32_t *const *numbers = list == CMPL_FACTS ? set->fact_of : set->event_of;

	if (slot < standard)
		return slot;
	for (uint32_t own = 0; own < examination->policy->own_count[list]; own++)
		if (numbers[0][own] == slot)
			return CMPL_OWN + own;
	return CMPL_NONE;
}

static void write_facts(const struct cmpl_examination *examination, struct cmpl_string *text)
{
	const struct complaint_case *draft = examination->draft;
	const char *head = "    facts:\n";

	for (uint32_t i = 0; i < draft->fact_count; i++) {
		struct cmpl_fact_value value = cmpl_case_fact(draft, i);

		if (value.given == CMPL_NOT_GIVEN)
			continue;
		cmpl_string_add(text, head);
		head = "";
		write_fact(examination, text, name_of_slot(examination, CMPL_FACTS, i), value);
	}
}

static void write_events(const struct cmpl_examination *examination, struct cmpl_string *text)
{
	const struct complaint_case *draft = examination->draft;
	const char *head = "    events:\n";

	for (uint32_t i = 0; i < draft->event_count; i++) {
		if (draft->events[i].kind == CMPL_EVENT_NOT_GIVEN)
			continue;
		cmpl_string_add(text, head);
		head = "";
		cmpl_string_addf(text, "      %s: ",
				 cmpl_policy_name_id(examination->policy, CMPL_EVENTS,
						     name_of_slot(examination, CMPL_EVENTS, i)));
		write_event(text, &draft->events[i]);
		cmpl_string_add_char(text, '\n');
	}
}

static void write_request(const struct complaint_case *draft, struct cmpl_string *text)
{
	if (draft->request == CMPL_REQUEST_TEST)
		cmpl_string_addf(text, "    request: { at: %s }\n", moments[draft->tested_at]);
	if (draft->request != CMPL_REQUEST_EXTENSION)
		return;
	cmpl_string_addf(text, "    request: { extend: %s, ", draft->asked.of);
	if (draft->asked.amount > 0) {
		cmpl_string_addf(text, "adds: %d %s%s }\n", (int)draft->asked.amount,
				 units[draft->asked.unit], draft->asked.amount == 1 ? "" : "s");
		return;
	}
	cmpl_string_add(text, "until: ");
	write_day(text, draft->asked.until);
	cmpl_string_add(text, " }\n");
}

static void write_case(const struct cmpl_examination *examination, struct cmpl_string *text)
{
	const struct complaint_case *draft = examination->draft;

	if (draft->now.kind != CMPL_EVENT_NOT_GIVEN) {
		cmpl_string_add(text, "    now: ");
		write_event(text, &draft->now);
		cmpl_string_add_char(text, '\n');
	}
	write_request(draft, text);
	write_facts(examination, text);
	write_events(examination, text);
	for (uint32_t i = 0; i < draft->reading_count; i++)
		cmpl_string_addf(text, "%s      %s: %s\n", i == 0 ? "    readings:\n" : "",
				 draft->readings[i].rule, draft->readings[i].label);
}

/* --- what is expected ---------------------------------------------------------------- */

static void write_rules(const struct cmpl_examination *examination, struct cmpl_string *text,
			const char *key, struct cmpl_range rules)
{
	cmpl_string_addf(text, "        %s: [", key);
	for (uint32_t i = 0; i < rules.count; i++)
		cmpl_string_addf(text, "%s%s", i == 0 ? "" : ", ",
				 cmpl_rule_id(examination->policy,
					      examination->expected->numbers[rules.first + i]));
	cmpl_string_add(text, "]\n");
}

static void write_notices(const struct cmpl_examination *examination, struct cmpl_string *text,
			  struct cmpl_range notices)
{
	cmpl_string_add(text, "        notices: [");
	for (uint32_t i = 0; i < notices.count; i++)
		cmpl_string_addf(
			text, "%s%s", i == 0 ? "" : ", ",
			cmpl_policy_name_id(examination->policy, CMPL_NOTICES,
					    examination->expected->couples[notices.first + i].a));
	cmpl_string_add(text, "]\n");
}

static void write_route(const struct cmpl_examination *examination, struct cmpl_string *text,
			const struct complaint_eligibility *own)
{
	const char *route = "none";

	if (own->route_state == COMPLAINT_ROUTE_UNDETERMINED)
		route = "undetermined";
	else if (own->route_state == COMPLAINT_ROUTE_TAKEN)
		route = cmpl_rule_id(examination->policy,
				     examination->policy->routes[own->route].rule);
	cmpl_string_addf(text, "        route: %s\n", route);
}

static void write_eligibility(const struct cmpl_examination *examination, struct cmpl_string *text,
			      int expect)
{
	const struct complaint_eligibility *own = &examination->expected->eligibilities[0];

	cmpl_string_add(text, "      eligibility:\n");
	if (expect & CMPL_EXPECT_OUTCOME) {
		cmpl_string_addf(text, "        outcome: %s\n", outcomes[own->outcome]);
		write_rules(examination, text, "because", own->because);
		write_rules(examination, text, "undecided", own->undecided);
	}
	if (expect & CMPL_EXPECT_ROUTE)
		write_route(examination, text, own);
	if (expect & CMPL_EXPECT_NOTICES)
		write_notices(examination, text, own->notices);
}

static void write_extension(const struct cmpl_examination *examination, struct cmpl_string *text,
			    int expect)
{
	const struct complaint_extension *own = &examination->expected->extensions[0];

	cmpl_string_addf(text, "      extension:\n        outcome: %s\n",
			 extension_outcomes[own->outcome]);
	if (own->tier != CMPL_NONE)
		cmpl_string_addf(text, "        tier: %s\n",
				 cmpl_rule_id(examination->policy,
					      examination->policy->tiers[own->tier].rule));
	if (expect & CMPL_EXPECT_EXTENSION_NOTICES)
		write_notices(examination, text, own->notices);
}

static void write_date(struct cmpl_string *text, const char *key, const struct complaint_date *date)
{
	if (date->kind != COMPLAINT_DATE_DAY || date->first != date->last)
		return;
	cmpl_string_addf(text, "          %s: ", key);
	write_day(text, (cmpl_day)date->first);
	cmpl_string_add_char(text, '\n');
}

static void write_deadline(const struct cmpl_examination *examination, struct cmpl_string *text,
			   uint32_t rule)
{
	const struct complaint_deadline *own =
		&examination->expected->deadlines[examination->policy->rules[rule].index];

	cmpl_string_addf(text, "        %s:\n          state: %s\n",
			 cmpl_rule_id(examination->policy, rule), duty_states[own->state]);
	if (own->dated)
		write_date(text, "due", &own->due);
}

static void write_window(const struct cmpl_examination *examination, struct cmpl_string *text,
			 uint32_t rule)
{
	const struct complaint_window *own =
		&examination->expected->windows[examination->policy->rules[rule].index];

	cmpl_string_addf(text, "        %s:\n          state: %s\n",
			 cmpl_rule_id(examination->policy, rule), window_states[own->state]);
	write_date(text, "opens", &own->opens);
	write_date(text, "closes", &own->closes);
}

static bool is_kind(const struct cmpl_examination *examination, uint32_t rule, uint8_t kind)
{
	return rule != CMPL_NONE && examination->policy->rules[rule].kind == kind;
}

static void write_both(const struct cmpl_examination *examination, struct cmpl_string *text,
		       uint32_t rule, uint32_t other, uint8_t kind, const char *head,
		       void (*write)(const struct cmpl_examination *, struct cmpl_string *,
				     uint32_t))
{
	if (is_kind(examination, rule, kind) || is_kind(examination, other, kind))
		cmpl_string_add(text, head);
	if (is_kind(examination, rule, kind))
		write(examination, text, rule);
	if (is_kind(examination, other, kind))
		write(examination, text, other);
}

static bool answer(struct cmpl_examination *examination)
{
	const struct complaint_options options = { .size = sizeof(options), .without_readings = 1 };
	const int32_t questions = COMPLAINT_ASK_ELIGIBILITY | COMPLAINT_ASK_DEADLINES |
				  COMPLAINT_ASK_WINDOWS | COMPLAINT_ASK_EXTENSION;

	return !examination->failed &&
	       complaint_answer_evaluate(examination->expected, examination->draft, questions,
					 &options) == COMPLAINT_OK;
}

char *cmpl_scenario_write(struct cmpl_examination *examination, const char *name, int expect,
			  uint32_t rule, uint32_t other_rule)
{
	struct cmpl_string text = { 0 };
	char *written;

	if (!answer(examination)) {
		examination->failed = true;
		return NULL;
	}
	cmpl_string_addf(&text, "  - name: %s\n", name);
	write_case(examination, &text);
	cmpl_string_add(&text, "    expect:\n");
	if (expect & (CMPL_EXPECT_OUTCOME | CMPL_EXPECT_NOTICES | CMPL_EXPECT_ROUTE))
		write_eligibility(examination, &text, expect);
	if ((expect & (CMPL_EXPECT_EXTENSION | CMPL_EXPECT_EXTENSION_NOTICES)) &&
	    examination->expected->extensions_count > 0)
		write_extension(examination, &text, expect);
	write_both(examination, &text, rule, other_rule, CMPL_RULE_DUTY, "      deadlines:\n",
		   write_deadline);
	write_both(examination, &text, rule, other_rule, CMPL_RULE_WINDOW, "      windows:\n",
		   write_window);
	written = cmpl_string_take(&text);
	if (!written)
		examination->failed = true;
	return written;
}
