/* SPDX-License-Identifier: MIT */
/* Refusals and longer limits that nobody is told of. */
#include <string.h>

#include "check/check.h"

static bool to_resident(const struct complaint_policy *policy, const struct cmpl_duty *duty)
{
	return (duty->verb == CMPL_VERB_TELL || duty->verb == CMPL_VERB_ASK) &&
	       strcmp(cmpl_policy_text(policy, duty->whom), "resident") == 0;
}

/* Does some duty of a range tell or ask the resident something? */
static bool any_tells(const struct complaint_policy *policy, struct cmpl_range duties)
{
	for (uint32_t i = duties.first; i < duties.first + duties.count; i++)
		if (to_resident(policy, &policy->duties[i]) && policy->duties[i].about.count > 0)
			return true;
	return false;
}

/* --- refusals ------------------------------------------------------------------------ */

/* A case in which it applies; NULL when there is none, or none can be tried. */
static char *show_refusal(struct cmpl_examination *examination,
			  const struct cmpl_exclusion *exclusion)
{
	struct cmpl_side side = cmpl_side_of_exclusion(exclusion);
	uint8_t at = cmpl_first_moment(exclusion->tested_at);
	const struct cmpl_worlds *worlds = examination->worlds;
	struct cmpl_string name = { 0 };
	struct cmpl_world world;
	char *scenario = NULL;

	if (!cmpl_worlds_build(examination->worlds, &side, 1))
		return NULL;
	cmpl_world_first(worlds, &world, false);
	while (cmpl_side_truth(worlds, 0, world.code) != COMPLAINT_TRUE)
		if (!cmpl_world_next(worlds, &world))
			return NULL;
	cmpl_scenario_begin_for(examination, exclusion->rule);
	cmpl_scenario_ask(examination, at);
	cmpl_world_apply(worlds, &world, examination->draft);
	cmpl_scenario_quiet(examination, at, exclusion->rule, CMPL_NONE);
	cmpl_string_addf(&name, "whoever is refused on %s is told nothing",
			 cmpl_rule_id(examination->policy, exclusion->rule));
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name),
				       CMPL_EXPECT_OUTCOME | CMPL_EXPECT_NOTICES, CMPL_NONE,
				       CMPL_NONE);
	cmpl_string_free(&name);
	return scenario;
}

static void check_refusals(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->refusals_count; i++)
		if (any_tells(policy, policy->refusals[i].duties))
			return;
	for (uint32_t i = 0; i < policy->exclusions_count; i++) {
		const struct cmpl_exclusion *exclusion = &policy->exclusions[i];

		if (!any_tells(policy, exclusion->duties))
			cmpl_finding_add(examination, CMPL_CODE_NOBODY_TOLD,
					 COMPLAINT_SEVERITY_WARNING, exclusion->rule,
					 show_refusal(examination, exclusion),
					 "add to \"refusal\" or to it a duty with \"tell: "
					 "resident\" and \"about\"",
					 "a refusal on \"%s\" obliges nobody to tell the resident",
					 cmpl_rule_id(policy, exclusion->rule));
	}
}

/* --- extensions ------------------------------------------------------------------------- */

static char *show_extension(struct cmpl_examination *examination, const struct cmpl_stage *stage,
			    const struct cmpl_tier *tier)
{
	const struct complaint_policy *policy = examination->policy;
	uint32_t of = policy->extensions[stage->extension].of;
	struct cmpl_side side = cmpl_side_of_tier(tier);
	struct cmpl_limit adds = tier->limit;
	struct cmpl_string name = { 0 };
	struct cmpl_world world;
	char *scenario;

	if (tier->in_all || !cmpl_worlds_build(examination->worlds, &side, 1))
		return NULL;
	cmpl_world_first(examination->worlds, &world, false);
	while (cmpl_side_truth(examination->worlds, 0, world.code) != COMPLAINT_TRUE)
		if (!cmpl_world_next(examination->worlds, &world))
			return NULL;
	if (adds.unit == COMPLAINT_UNIT_NO_LIMIT)
		adds = (struct cmpl_limit){ 6, COMPLAINT_UNIT_MONTHS };
	cmpl_scenario_begin_for(examination, tier->rule);
	cmpl_scenario_anchor(examination, policy->duties[of].after, examination->base);
	cmpl_world_apply(examination->worlds, &world, examination->draft);
	cmpl_scenario_ask_extension(examination, of, adds, 0);
	cmpl_string_addf(&name, "a limit made longer by %s is told to nobody",
			 cmpl_rule_id(policy, tier->rule));
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name),
				       CMPL_EXPECT_EXTENSION | CMPL_EXPECT_EXTENSION_NOTICES,
				       CMPL_NONE, CMPL_NONE);
	cmpl_string_free(&name);
	return scenario;
}

static void check_extensions(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->stages_count; i++) {
		const struct cmpl_stage *stage = &policy->stages[i];
		const struct cmpl_extension *extension;

		if (stage->extension == CMPL_NONE)
			continue;
		extension = &policy->extensions[stage->extension];
		if (any_tells(policy, extension->duties))
			continue;
		for (uint32_t t = 0; t < extension->tiers.count; t++) {
			const struct cmpl_tier *tier = &policy->tiers[extension->tiers.first + t];

			if (!any_tells(policy, tier->duties))
				cmpl_finding_add(
					examination, CMPL_CODE_NOBODY_TOLD,
					COMPLAINT_SEVERITY_WARNING, tier->rule,
					show_extension(examination, stage, tier),
					"add to the extension or to the tier a duty with \"tell: "
					"resident\" and \"about: [new-date]\"",
					"an extension by \"%s\" obliges nobody to tell the "
					"resident",
					cmpl_rule_id(policy, tier->rule));
		}
	}
}

/* --- duties that say nothing --------------------------------------------------------------- */

/* Where answers list what must be told; a duty elsewhere stands in the list of deadlines. */
static bool in_notices(const struct cmpl_duty *duty)
{
	return duty->place == CMPL_IN_REFUSAL || duty->place == CMPL_IN_EXCLUSION ||
	       duty->place == CMPL_IN_ROUTE || duty->place == CMPL_IN_EXTENSION ||
	       duty->place == CMPL_IN_TIER || duty->place == CMPL_IN_OTHERWISE;
}

static void check_empty(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->duties_count; i++) {
		const struct cmpl_duty *duty = &policy->duties[i];

		if (in_notices(duty) && to_resident(policy, duty) && duty->about.count == 0)
			cmpl_finding_add(examination, CMPL_CODE_NOBODY_TOLD,
					 COMPLAINT_SEVERITY_WARNING, duty->rule, NULL,
					 "name under \"about\" what the resident learns",
					 "\"%s\" has the resident told or asked, and does not say "
					 "what: no answer "
					 "lists it among the notices",
					 cmpl_rule_id(policy, duty->rule));
	}
}

void cmpl_check_told(struct cmpl_examination *examination)
{
	check_refusals(examination);
	check_extensions(examination);
	check_empty(examination);
}
