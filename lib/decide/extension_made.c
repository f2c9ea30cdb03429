/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/* docs/rule-format.md, 15.7: extensions that were made, and one that is asked for. */

bool cmpl_duty_is_named(const struct complaint_policy *policy, const char *id, uint32_t duty)
{
	return strcmp(id, cmpl_policy_text(policy, policy->rules[policy->duties[duty].rule].id)) ==
	       0;
}

bool cmpl_extension_is_of(struct cmpl_context *context, const struct cmpl_extension_made *made,
			  uint32_t duty)
{
	return made->of && cmpl_duty_is_named(context->policy, made->of, duty);
}

/*
 * An extension counts from the day after the date before it, whatever `first-day` says of events.
 * Days added to an hour give a day; hours added to a day begin when it is over.
 */
static struct complaint_date add_limit(const struct cmpl_context *context,
				       const struct cmpl_counting *counting,
				       const struct complaint_date *base, struct cmpl_limit limit)
{
	struct cmpl_counting plain = *counting;
	struct complaint_date from = *base;

	plain.first_day = CMPL_DAY_AFTER_EVENT;
	if (from.kind == COMPLAINT_DATE_DAY)
		from.close_of_business = -1;
	if (from.kind == COMPLAINT_DATE_DAY && limit.unit == COMPLAINT_UNIT_HOURS) {
		enum cmpl_zone zone = (enum cmpl_zone)counting->zone;

		from.kind = COMPLAINT_DATE_MOMENT;
		from.first = cmpl_zone_moment(zone, (cmpl_day)from.first + 1, 0);
		from.last = cmpl_zone_moment(zone, (cmpl_day)from.last + 1, 0);
	}
	return cmpl_limit_end(context, &plain, &from, limit, CMPL_FOR_CONDITION);
}

struct complaint_date cmpl_extension_add(const struct cmpl_context *context,
					 const struct complaint_deadline *deadline,
					 const struct complaint_date *base_raw,
					 const struct cmpl_extension_made *made,
					 struct complaint_date *ret_settled)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, deadline->counting);
	struct cmpl_limit limit = { made->amount, made->unit };
	struct complaint_date raw;

	if (made->amount == 0) {
		raw = cmpl_date_of_day(made->until);
		raw.zone = counting->zone;
		raw.flags = base_raw->flags &
			    (COMPLAINT_DATE_PROJECTED | COMPLAINT_DATE_COULD_BE_EARLIER);
		limit.unit =
			COMPLAINT_UNIT_WORKING_DAYS; /* the very day that was told: not moved */
	} else {
		raw = add_limit(context, counting, base_raw, limit);
	}
	*ret_settled = cmpl_limit_settle(context, counting, raw, limit.unit);
	return raw;
}

/* --- tiers ------------------------------------------------------------------------- */

static struct complaint_date reach_of(const struct cmpl_context *context,
				      const struct complaint_deadline *deadline,
				      const struct cmpl_tier *tier, bool earlier_count,
				      const struct complaint_date *base_raw)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, deadline->counting);
	struct complaint_date raw;

	if (tier->limit.unit == COMPLAINT_UNIT_NO_LIMIT)
		return cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	if (tier->in_all)
		raw = cmpl_limit_end(context, counting, &deadline->run_from, tier->limit,
				     CMPL_FOR_DEADLINE);
	else
		raw = add_limit(context, counting, earlier_count ? &deadline->policy_raw : base_raw,
				tier->limit);
	return cmpl_limit_settle(context, counting, raw, tier->limit.unit);
}

/* One end of a date as a date of its own: spans are compared end with end. */
static struct complaint_date end_of(const struct complaint_date *date, bool last)
{
	struct complaint_date end = *date;

	end.first = end.last = last ? date->last : date->first;
	end.flags &= (uint16_t)~COMPLAINT_DATE_SPAN;
	return end;
}

/* Is `a` no later than `b`, end with end? */
uint8_t cmpl_date_within(const struct complaint_date *a, const struct complaint_date *b)
{
	uint8_t truth[2];

	for (int i = 0; i < 2; i++) {
		struct complaint_date x = end_of(a, i == 1), y = end_of(b, i == 1);

		truth[i] = cmpl_not(cmpl_date_later(&x, &y, NULL));
	}
	return truth[0] == truth[1] ? truth[0] : (uint8_t)COMPLAINT_UNKNOWN;
}

static uint8_t wide_enough(const struct complaint_date *reach, const struct complaint_date *new_due)
{
	if (reach->kind == COMPLAINT_DATE_NONE)
		return COMPLAINT_TRUE;
	return cmpl_date_known(reach) ? cmpl_date_within(new_due, reach)
				      : (uint8_t)COMPLAINT_UNKNOWN;
}

uint32_t cmpl_tier_for(struct cmpl_context *context, const struct complaint_deadline *deadline,
		       uint32_t stage, const struct complaint_date *base_raw,
		       const struct complaint_date *new_due, struct complaint_date *ret_reach,
		       bool *ret_unknown, bool *ret_any)
{
	const struct cmpl_extension *extension =
		cmpl_extension_at(context, context->policy->stages[stage].extension);

	*ret_unknown = *ret_any = false;
	*ret_reach = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	for (uint32_t i = 0; i < extension->tiers.count; i++) {
		uint32_t index = extension->tiers.first + i;
		const struct cmpl_tier *tier = cmpl_tier_at(context, index);
		uint8_t in_force = cmpl_rule_in_force(context, tier->rule);
		struct complaint_date reach;
		uint8_t wide;

		if (in_force == COMPLAINT_FALSE)
			continue;
		*ret_any = true;
		reach = reach_of(context, deadline, tier, extension->earlier_count, base_raw);
		wide = cmpl_and(in_force, wide_enough(&reach, new_due));
		if (wide == COMPLAINT_FALSE)
			continue;
		*ret_reach = reach;
		*ret_unknown = wide == COMPLAINT_UNKNOWN;
		return wide == COMPLAINT_UNKNOWN ? CMPL_NONE : index;
	}
	return CMPL_NONE;
}

/* --- made ------------------------------------------------------------------------------ */

/* Was the resident told no later than the date that then stood? Only what is certain counts. */
static bool told_in_time(const struct complaint_date *due, const struct cmpl_extension_made *made,
			 uint8_t zone, bool *ret_late)
{
	struct complaint_date told = cmpl_date_of_value(&made->told, zone);
	uint8_t late;

	if (!cmpl_date_known(&told))
		return false;
	late = cmpl_date_late(&told, due, NULL);
	*ret_late = late == COMPLAINT_TRUE;
	return late == COMPLAINT_FALSE;
}

/* An entry that ends no later than the date that stands leaves it as it is. */
bool cmpl_date_extends(const struct cmpl_limit_date *added, const struct cmpl_limit_date *stands)
{
	return added->settled.kind == COMPLAINT_DATE_BEYOND_CALENDAR ||
	       cmpl_date_later(&added->settled, &stands->settled, NULL) != COMPLAINT_FALSE;
}

static void flag_beyond_tiers(struct cmpl_context *context, struct complaint_deadline *deadline,
			      uint32_t stage, const struct complaint_date *base_raw,
			      const struct complaint_date *settled)
{
	struct complaint_date reach;
	bool unknown, any;

	if (stage == CMPL_NONE || !cmpl_date_known(settled))
		return;
	if (cmpl_tier_for(context, deadline, stage, base_raw, settled, &reach, &unknown, &any) ==
		    CMPL_NONE &&
	    !unknown && any)
		deadline->flags |= COMPLAINT_DEADLINE_BEYOND_TIERS;
}

/*
 * In the order listed. Two chains: `extended` with every extension, `due` with those told in time.
 * An entry that would not lengthen the limit leaves it as it is.
 */
static void apply(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	const struct complaint_case *given = context->given;
	uint32_t stage = cmpl_stage_extending(context, deadline->duty);
	uint8_t zone = cmpl_counting_of(context, deadline->counting)->zone;
	struct cmpl_limit_date due = { deadline->due_raw, deadline->due };
	struct cmpl_limit_date extended = { deadline->extended_raw, deadline->extended_due };

	for (uint32_t i = 0; i < given->extension_count; i++) {
		const struct cmpl_extension_made *made = &given->extensions[i];
		struct cmpl_limit_date added;
		bool late = false, in_time;

		if (!cmpl_extension_is_of(context, made, deadline->duty))
			continue;
		in_time = cmpl_date_known(&due.settled) &&
			  told_in_time(&due.settled, made, zone, &late);
		if (cmpl_date_known(&extended.settled)) {
			added.raw = cmpl_extension_add(context, deadline, &extended.raw, made,
						       &added.settled);
			if (cmpl_date_extends(&added, &extended)) {
				if (late)
					deadline->flags |= COMPLAINT_DEADLINE_TOLD_LATE;
				flag_beyond_tiers(context, deadline, stage, &extended.raw,
						  &added.settled);
				extended = added;
			}
		}
		if (in_time) {
			added.raw = cmpl_extension_add(context, deadline, &due.raw, made,
						       &added.settled);
			if (cmpl_date_extends(&added, &due))
				due = added;
		}
	}
	deadline->due_raw = due.raw;
	deadline->due = due.settled;
	deadline->extended_raw = extended.raw;
	deadline->extended_due = extended.settled;
}

/* A date known by its month: each end is followed by itself, then both are told. */
static struct complaint_date both_ends(const struct complaint_date *first,
				       const struct complaint_date *last)
{
	struct complaint_date both = *first;

	if (!cmpl_date_known(last))
		return *last;
	if (!cmpl_date_known(first))
		return *first;
	if (first->kind != last->kind) { /* one end got hours, the other did not */
		both = cmpl_date_of_day(cmpl_date_first_day(first));
		both.last = cmpl_date_last_day(last);
	} else {
		both.last = last->last;
	}
	both.flags = (uint16_t)((first->flags | last->flags) & ~COMPLAINT_DATE_SPAN);
	if (both.first != both.last)
		both.flags |= COMPLAINT_DATE_SPAN;
	return both;
}

void cmpl_deadline_keep_end(struct complaint_deadline *deadline, bool last)
{
	struct complaint_date *dates[] = { &deadline->due,          &deadline->due_raw,
					   &deadline->policy_due,   &deadline->policy_raw,
					   &deadline->extended_due, &deadline->extended_raw,
					   &deadline->run_from };

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		*dates[i] = end_of(dates[i], last);
}

void cmpl_extensions_apply(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	struct complaint_deadline first, last;

	if (!(deadline->policy_due.flags & COMPLAINT_DATE_SPAN)) {
		apply(context, deadline);
		return;
	}
	first = last = *deadline;
	cmpl_deadline_keep_end(&first, false);
	cmpl_deadline_keep_end(&last, true);
	apply(context, &first);
	apply(context, &last);
	deadline->flags |= first.flags | last.flags;
	deadline->due = both_ends(&first.due, &last.due);
	deadline->due_raw = both_ends(&first.due_raw, &last.due_raw);
	deadline->extended_due = both_ends(&first.extended_due, &last.extended_due);
	deadline->extended_raw = both_ends(&first.extended_raw, &last.extended_raw);
}
