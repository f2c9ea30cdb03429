/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/* The account of a date, day by day, for the auditor who asks why that date. */

struct account {
	struct cmpl_context *context;
	struct cmpl_range *into; /* of answer->working */
	const struct cmpl_counting *counting;
	const struct complaint_calendar *calendar; /* NULL: there is none */
	struct complaint_date from;                /* what it runs from */
	struct complaint_date raw;                 /* where the limit ends, before that is moved */
	struct cmpl_limit limit;
};

static struct account account_of(struct cmpl_context *context, uint32_t counting,
				 struct cmpl_range *into)
{
	struct account account = { .context = context,
				   .into = into,
				   .counting = cmpl_counting_of(context, counting) };

	if (account.counting->calendar != CMPL_NONE)
		account.calendar = context->calendars[account.counting->calendar];
	into->first = (uint32_t)context->answer->working_count;
	into->count = 0;
	return account;
}

static struct cmpl_string *text_of(const struct account *account)
{
	return &account->context->answer->working_text;
}

static void add_line(const struct account *account, cmpl_day day, int32_t number, size_t text)
{
	struct complaint_answer *answer = account->context->answer;
	struct cmpl_working *line = CMPL_ADD(answer, working);

	cmpl_string_add_bytes(&answer->working_text, "", 1);
	if (answer->working_text.failed)
		answer->failed = true;
	if (!line)
		return;
	*line = (struct cmpl_working){ day, number, (uint32_t)text };
	account->into->count++;
}

static void say(const struct account *account, cmpl_day day, const char *words)
{
	size_t begin = text_of(account)->length;

	cmpl_string_add(text_of(account), words);
	add_line(account, day, 0, begin);
}

static void add_causes(struct cmpl_string *text, const struct complaint_calendar *calendar,
		       cmpl_day day)
{
	const char *cause, *source;
	bool projected;

	for (size_t i = 0; cmpl_calendar_cause(calendar, day, i, &cause, &source, &projected);
	     i++) {
		cmpl_string_addf(text, "%s%s", i ? "; " : "", cause);
		if (strcmp(source, "weekend") != 0)
			cmpl_string_addf(text, " (%s%s)", source,
					 projected ? ", projected by rule" : "");
	}
}

void cmpl_anchor_write(const struct cmpl_context *context, uint32_t index, struct cmpl_string *text)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_anchor *anchor = &policy->anchors[index];

	switch ((enum cmpl_anchor_kind)anchor->kind) {
	case CMPL_ANCHOR_EVENT:
		cmpl_string_add(text, cmpl_policy_name_id(policy, CMPL_EVENTS, anchor->index));
		break;
	case CMPL_ANCHOR_NOW: cmpl_string_add(text, "now"); break;
	case CMPL_ANCHOR_DUE:
		cmpl_string_addf(
			text, "due %s",
			cmpl_policy_text(policy,
					 policy->rules[policy->duties[anchor->index].rule].id));
		break;
	case CMPL_ANCHOR_LATEST:
	case CMPL_ANCHOR_EARLIEST:
		cmpl_string_add(text,
				anchor->kind == CMPL_ANCHOR_LATEST ? "latest of " : "earliest of ");
		for (uint32_t i = 0; i < anchor->count; i++) {
			cmpl_string_add(text, i ? ", " : "");
			cmpl_anchor_write(context, anchor->index + i, text);
		}
		break;
	}
}

static void write_start(const struct account *account, uint32_t anchor, cmpl_day deemed)
{
	struct cmpl_string *text = text_of(account);
	cmpl_day event_day = cmpl_date_first_day(&account->from);
	size_t begin = text->length;

	cmpl_anchor_write(account->context, anchor, text);
	if (account->from.flags & COMPLAINT_DATE_PROJECTED)
		cmpl_string_add(text, ", projected");
	add_line(account, event_day, 0, begin);
	if (deemed != event_day)
		say(account, deemed,
		    "counts as this day's: it came on a closed day or after the cut-off");
}

/*
 * Every day from the first that can count to the last. Months are not counted by days, and limits
 * of more than a year are not listed.
 */
static void write_days(const struct account *account, cmpl_day from)
{
	struct cmpl_string *text = text_of(account);
	uint8_t unit = account->limit.unit;
	cmpl_day until = (cmpl_day)account->raw.first;
	bool working =
		unit == COMPLAINT_UNIT_WORKING_DAYS || unit == COMPLAINT_UNIT_NEXT_WORKING_DAY;
	int32_t number = 0;

	if (unit == COMPLAINT_UNIT_MONTHS || unit == COMPLAINT_UNIT_YEARS || until - from > 366)
		return;
	for (cmpl_day day = from; day <= until; day++) {
		size_t begin = text->length;

		if (working && !cmpl_calendar_works(account->calendar, day)) {
			cmpl_string_add(text, "not counted: ");
			add_causes(text, account->calendar, day);
			add_line(account, day, 0, begin);
			continue;
		}
		cmpl_string_addf(text, "day %d", ++number);
		add_line(account, day, number, begin);
	}
}

static void write_hours(const struct account *account)
{
	struct cmpl_string *text = text_of(account);
	enum cmpl_zone zone = (enum cmpl_zone)account->raw.zone;
	int64_t end = account->raw.first, begin = end - (int64_t)account->limit.amount * 3600;
	size_t at = text->length;

	cmpl_string_addf(text, "%d elapsed hours", account->limit.amount);
	if (account->raw.flags & COMPLAINT_DATE_BY_DAY)
		cmpl_string_add(text, ", from the first moment of the day, since no time is known");
	if (cmpl_zone_offset(zone, begin) != cmpl_zone_offset(zone, end))
		cmpl_string_add(text, ", over a change of the clocks");
	add_line(account, cmpl_date_first_day(&account->raw), 0, at);
}

/* A limit from its event to its end. A span is accounted for from its first end. */
static bool write_limit(const struct account *account, uint32_t anchor)
{
	struct complaint_date none;
	cmpl_day deemed;

	if (account->limit.unit == COMPLAINT_UNIT_HOURS) {
		write_start(account, anchor, cmpl_date_first_day(&account->from));
		write_hours(account);
		return true;
	}
	if (!cmpl_limit_deem(account->context, account->counting, &account->from, false, &deemed,
			     &none))
		return false;
	write_start(account, anchor, deemed);
	write_days(account, deemed + (account->counting->first_day == CMPL_ON_EVENT_DAY ? 0 : 1));
	return true;
}

/* From where the limit ends to the day to which that was moved. */
static void write_move(const struct account *account, const struct complaint_date *to)
{
	struct cmpl_string *text = text_of(account);
	cmpl_day raw = cmpl_date_first_day(&account->raw), moved = cmpl_date_first_day(to);

	for (cmpl_day day = raw; account->calendar && day != moved; day += moved > raw ? 1 : -1) {
		size_t begin = text->length;

		cmpl_string_add(text, "moved: ");
		add_causes(text, account->calendar, day);
		add_line(account, day, 0, begin);
	}
}

/* The date itself: "due", "opens". */
static void write_last(const struct account *account, const struct complaint_date *date,
		       const char *what)
{
	struct cmpl_string *text = text_of(account);
	size_t begin = text->length;
	char last[11];

	cmpl_string_add(text, what);
	if ((date->flags & COMPLAINT_DATE_PROVISIONAL) && account->calendar) {
		cmpl_day_write(account->calendar->published_last, last);
		cmpl_string_addf(text, ", provisional: holidays are published to %s only", last);
	}
	add_line(account, cmpl_date_first_day(date), 0, begin);
}

void cmpl_working_write(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	struct account account = account_of(context, deadline->counting, &deadline->working);
	cmpl_day policy;

	if (!deadline->dated || !cmpl_date_known(&deadline->run_from) ||
	    !cmpl_date_known(&deadline->policy_due))
		return;
	account.from = deadline->run_from;
	account.raw = deadline->policy_raw;
	account.limit = deadline->within;
	if (!write_limit(&account, deadline->anchor))
		return;
	write_move(&account, &deadline->policy_due);
	if (!cmpl_date_known(&deadline->due))
		return;
	policy = cmpl_date_first_day(&deadline->policy_due);
	if (cmpl_date_first_day(&deadline->due) != policy)
		say(&account, policy, "due by the policy, before extensions");
	write_last(&account, &deadline->due, "due");
}

/* --- windows -------------------------------------------------------------------------- */

static void write_opening(struct cmpl_context *context, const struct cmpl_window *window,
			  struct complaint_window *into)
{
	struct account account = account_of(context, window->counting, &into->working[0]);
	bool lifted = into->flags & COMPLAINT_WINDOW_WAIT_LIFTED;

	if (window->opens_after == CMPL_NONE || !cmpl_date_known(&into->opens))
		return;
	account.from = cmpl_anchor_plain(context, window->opens_after, CMPL_ROLE_ANCHOR,
					 account.counting->zone);
	account.limit = window->wait;
	if (account.limit.unit == COMPLAINT_UNIT_NONE || lifted) {
		write_start(&account, window->opens_after, cmpl_date_first_day(&account.from));
		if (lifted)
			say(&account, cmpl_date_first_day(&account.from), "the wait is lifted");
		write_last(&account, &into->opens, "opens");
		return;
	}
	account.raw = cmpl_limit_end(context, account.counting, &account.from, account.limit,
				     CMPL_FOR_DEADLINE);
	if (!cmpl_date_known(&account.raw) || !write_limit(&account, window->opens_after))
		return;
	account.raw.first += account.raw.kind == COMPLAINT_DATE_DAY; /* the day after the wait */
	account.raw.flags = into->opens.flags;
	write_last(&account, &account.raw,
		   cmpl_date_first_day(&into->opens) < cmpl_date_first_day(&account.raw)
			   ? "opens, or earlier should the wait be lifted"
			   : "opens");
}

static void write_closing(struct cmpl_context *context, const struct cmpl_window *window,
			  struct complaint_window *into)
{
	struct account account = account_of(context, window->counting, &into->working[1]);

	if (window->closes.unit == COMPLAINT_UNIT_NONE || !cmpl_date_known(&into->closes))
		return;
	account.from = cmpl_anchor_plain(context, window->closes_after, CMPL_ROLE_ANCHOR,
					 account.counting->zone);
	account.limit = window->closes;
	account.raw = cmpl_limit_end(context, account.counting, &account.from, account.limit,
				     CMPL_FOR_DEADLINE);
	if (!write_limit(&account, window->closes_after))
		return;
	write_move(&account, &into->closes);
	write_last(&account, &into->closes, "closes");
}

void cmpl_working_write_window(struct cmpl_context *context, const struct cmpl_window *window,
			       struct complaint_window *into)
{
	write_opening(context, window, into);
	write_closing(context, window, into);
}

/* --- an extension asked for ---------------------------------------------------------------- */

void cmpl_working_write_extension(struct cmpl_context *context,
				  const struct complaint_deadline *deadline,
				  struct complaint_extension *into)
{
	const struct cmpl_extension_made *asked = &context->given->asked;
	struct account account = account_of(context, deadline->counting, &into->working);
	struct complaint_date settled;

	if (!cmpl_date_known(&deadline->extended_raw) || !cmpl_date_known(&into->new_due))
		return;
	account.from = deadline->extended_raw;
	account.limit = (struct cmpl_limit){ asked->amount, asked->unit };
	account.raw = cmpl_extension_add(context, deadline, &account.from, asked, &settled);
	say(&account, cmpl_date_first_day(&account.from),
	    account.from.flags & COMPLAINT_DATE_PROJECTED ? "due before it is extended, projected"
							  : "due before it is extended");
	if (asked->amount == 0) {
		write_last(&account, &into->new_due, "asked for: due on this very day");
		return;
	}
	if (account.limit.unit == COMPLAINT_UNIT_HOURS)
		write_hours(&account);
	else
		write_days(&account, cmpl_date_first_day(&account.from) + 1);
	write_move(&account, &into->new_due);
	write_last(&account, &into->new_due, "due as asked for");
}

/* --- for getters ------------------------------------------------------------------------------ */

complaint_status cmpl_working_day(const struct complaint_answer *answer, struct cmpl_range lines,
				  size_t index, complaint_day *ret_day)
{
	if (index >= lines.count || !ret_day)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	*ret_day = answer->working[lines.first + index].day;
	return COMPLAINT_OK;
}

int32_t cmpl_working_number(const struct complaint_answer *answer, struct cmpl_range lines,
			    size_t index)
{
	return index < lines.count ? answer->working[lines.first + index].number : 0;
}

const char *cmpl_working_text(const struct complaint_answer *answer, struct cmpl_range lines,
			      size_t index)
{
	if (index >= lines.count)
		return NULL;
	return cmpl_string_text(&answer->working_text) + answer->working[lines.first + index].text;
}
