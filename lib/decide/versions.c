/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/*
 * Which version of a landlord's policy governs a case: the one in whose span the
 * event falls that the version is chosen by (docs/rule-format.md, 15.10.1).
 */

static struct complaint_date choosing_date(const struct complaint_set *set, uint32_t member,
					   const struct complaint_case *given)
{
	const struct complaint_policy *policy = set->policies[member];
	struct cmpl_context context = { .policy = policy,
					.given = given,
					.fact_of = set->fact_of[member],
					.event_of = set->event_of[member] };

	return cmpl_event_date(&context, policy->document.chosen_by, CMPL_ROLE_CONDITION,
			       policy->countings[policy->counting].zone);
}

/* May this version be the one, and is it certain? */
static uint8_t governs(const struct cmpl_span *span, const struct complaint_date *date)
{
	cmpl_day first, last;

	if (!cmpl_date_known(date))
		return COMPLAINT_UNKNOWN;
	first = cmpl_date_first_day(date);
	last = cmpl_date_last_day(date);
	if (first >= span->from && last <= span->until)
		return COMPLAINT_TRUE;
	return last < span->from || first > span->until ? COMPLAINT_FALSE : COMPLAINT_UNKNOWN;
}

static void add_candidate(struct complaint_answer *answer, uint32_t member)
{
	uint32_t *slot = CMPL_ADD(answer, candidates);

	if (slot)
		*slot = member;
}

/* Does a day lie in the month that is all that is published of an end of a span? */
static bool in_vague_month(const struct cmpl_span *span, cmpl_day day)
{
	if (span->from_month && day >= span->from && day < cmpl_day_add_months(span->from, 1))
		return true;
	return span->until_month && day <= span->until &&
	       day > cmpl_day_add_months(span->until + 1, -1) - 1;
}

static void note_span(struct complaint_answer *answer, const struct complaint_policy *policy,
		      const struct complaint_date *date)
{
	const struct cmpl_span *span = &policy->document.in_force;
	uint8_t truth = governs(span, date);
	const char *event = cmpl_policy_name_id(policy, CMPL_EVENTS, policy->document.chosen_by);

	if (truth == COMPLAINT_FALSE)
		cmpl_note_add(answer, "not-in-force", CMPL_NONE,
			      "%s does not fall into the span in which %s is in force.", event,
			      cmpl_policy_text(policy, policy->document.id));
	else if (truth == COMPLAINT_TRUE && in_vague_month(span, cmpl_date_first_day(date)))
		cmpl_note_add(answer, "in-force-month", CMPL_NONE,
			      "Of the day on which %s comes into force or goes out of it only the "
			      "month is "
			      "published, and %s lies in that month; the whole month is taken to "
			      "belong to it.",
			      cmpl_policy_text(policy, policy->document.id), event);
}

static void take(struct complaint_answer *answer, const struct complaint_set *set, uint32_t member,
		 const struct complaint_date *date)
{
	answer->member = member;
	answer->policy = set->policies[member];
	note_span(answer, answer->policy, date);
}

/*
 * A landlord's policies lie side by side in a set. NULL: the only landlord's; an id names one
 * policy.
 */
complaint_status cmpl_landlord_find(const struct complaint_set *set, const char *landlord,
				    struct cmpl_range *ret_members)
{
	struct cmpl_range members = { 0, 0 };

	if (!landlord && set->policy_count == 1) {
		*ret_members = (struct cmpl_range){ 0, 1 };
		return COMPLAINT_OK;
	}
	for (uint32_t i = 0; i < set->policy_count; i++) {
		const struct complaint_policy *policy = set->policies[i];
		const char *name = cmpl_policy_text(policy, policy->document.landlord);

		if (landlord &&
		    strcmp(landlord, cmpl_policy_text(policy, policy->document.id)) == 0) {
			*ret_members = (struct cmpl_range){ i, 1 };
			return COMPLAINT_OK;
		}
		if (landlord && strcmp(landlord, name) != 0)
			continue;
		if (members.count == 0)
			members.first = i;
		else if (strcmp(name, cmpl_policy_text(
					      set->policies[members.first],
					      set->policies[members.first]->document.landlord)) !=
			 0)
			return COMPLAINT_ERR_NOT_FOUND; /* several landlords, and none was named */
		members.count++;
	}
	*ret_members = members;
	return members.count > 0 ? COMPLAINT_OK : COMPLAINT_ERR_NOT_FOUND;
}

/* Does this version govern? One that may is a candidate. */
static bool look_at(struct complaint_answer *answer, const struct complaint_case *given,
		    uint32_t member)
{
	struct complaint_date date = choosing_date(given->set, member, given);
	uint8_t truth = governs(&given->set->policies[member]->document.in_force, &date);

	if (truth == COMPLAINT_UNKNOWN)
		add_candidate(answer, member);
	return truth == COMPLAINT_TRUE;
}

/* Several versions, and the date lies outside the span of every one: nothing is guessed. */
static void note_none(struct complaint_answer *answer, const struct complaint_set *set,
		      struct cmpl_range members)
{
	const struct complaint_policy *first = set->policies[members.first];

	if (answer->detail >= COMPLAINT_DETAIL_ANSWER)
		cmpl_note_add(answer, "no-version-in-force", CMPL_NONE,
			      "No version of the policy of %s was in force at the time of %s.",
			      cmpl_policy_text(first, first->document.issued_by),
			      cmpl_policy_name_id(first, CMPL_EVENTS, first->document.chosen_by));
}

/*
 * A single policy was chosen by whoever asks, and answers in its span or not; of several versions
 * the one that governs is taken, and none where it cannot be told or there is none.
 */
void cmpl_version_pick(struct complaint_answer *answer, const struct complaint_case *given,
		       struct cmpl_range members)
{
	const struct complaint_set *set = given->set;
	uint32_t certain = members.count == 1 ? members.first : CMPL_NONE;
	struct complaint_date date;

	for (uint32_t i = 0; members.count > 1 && i < members.count; i++) {
		if (look_at(answer, given, members.first + i))
			certain = members.first + i;
	}
	if (certain != CMPL_NONE && answer->candidates_count == 0 &&
	    answer->detail < COMPLAINT_DETAIL_ANSWER) {
		answer->member = certain;
		answer->policy = set->policies[certain];
		return;
	}
	if (certain != CMPL_NONE && answer->candidates_count == 0) {
		date = choosing_date(set, certain, given);
		take(answer, set, certain, &date);
		return;
	}
	if (certain != CMPL_NONE) /* versions chosen by different events contradict one another */
		add_candidate(answer, certain);
	if (answer->failed)
		return;
	answer->member = members.first;
	if (answer->candidates_count == 0)
		note_none(answer, set, members);
	else
		answer->candidate_event = set->policies[answer->candidates[0]]->document.chosen_by;
}
