/* SPDX-License-Identifier: MIT */
/* The exclusions as CLIPS rules over one fact: clips_peer FOLDER ROUNDS */
#include <clips/clips.h>
#undef LOCALE

#include "peer.h"

static const char *const names[] = { PEER_FACTS };

/* A slot for each fact; a rule for each exclusion, which asserts its bit. */
static const struct {
	int bit;
	const char *condition;
} rules[PEER_EXCLUSIONS] = {
	{ 0, "(case (first_time_service_request TRUE))" },
	{ 1, "(case (other_policy_more_suitable TRUE) (other_policy_failed FALSE))" },
	{ 2, "(or (case (reopening_request TRUE)) (case (final_decision_given TRUE)))" },
	{ 3, "(or (case (claim_filed_at_court TRUE))"
	     " (case (disrepair_claim TRUE) (letter_of_claim_received TRUE)))" },
	{ 4, "(case (service_by_us_or_partners FALSE))" },
	{ 5, "(case (restriction_in_force TRUE))" },
	{ 6, "(or (case (personal_injury_claim TRUE)) (case (third_party_liability_claim TRUE)))" },
	{ 7, "(case (compensation_claim TRUE))" },
	{ 8, "(case (about_policy_content TRUE))" },
	{ 9, "(case (issue ?i) (complaint ?c&:(< (+ ?i 192) ?c)))" },
	{ 10, "(case (restriction_in_force TRUE) (restriction_refuses_same_matter TRUE)"
	      " (same_matter_as_restricted TRUE))" },
};

struct engine {
	void *clips;
	const int32_t *rows;
	size_t count;
};

static void *build(void)
{
	static char text[8192];
	void *clips = CreateEnvironment();
	int right, length = snprintf(text, sizeof(text), "(deftemplate case");

	for (int k = 0; k < PEER_FACT_COUNT; k++)
		length += snprintf(text + length, sizeof(text) - (size_t)length, " (slot %s)",
				   names[k]);
	snprintf(text + length, sizeof(text) - (size_t)length, " (slot issue) (slot complaint))");
	right = EnvBuild(clips, text) && EnvBuild(clips, "(deftemplate hit (slot bit))");
	for (size_t i = 0; i < PEER_EXCLUSIONS; i++) {
		snprintf(text, sizeof(text), "(defrule exclusion-%d %s => (assert (hit (bit %d))))",
			 rules[i].bit, rules[i].condition, rules[i].bit);
		right = right && EnvBuild(clips, text);
	}
	if (!right) {
		fprintf(stderr, "CLIPS does not take the rules\n");
		exit(PEER_FAILED);
	}
	return clips;
}

static void put_number(void *clips, struct fact *fact, const char *slot, int32_t number)
{
	DATA_OBJECT value;

	SetType(value, INTEGER);
	SetValue(value, EnvAddLong(clips, number));
	EnvPutFactSlot(clips, fact, slot, &value);
}

static int32_t judge(void *clips, const int32_t *row)
{
	struct fact *fact;
	DATA_OBJECT value;
	int32_t found = 0;

	EnvReset(clips);
	fact = EnvCreateFact(clips, EnvFindDeftemplate(clips, "case"));
	for (int k = 0; k < PEER_FACT_COUNT; k++) {
		SetType(value, SYMBOL);
		SetValue(value, EnvAddSymbol(clips, row[k] ? "TRUE" : "FALSE"));
		EnvPutFactSlot(clips, fact, names[k], &value);
	}
	put_number(clips, fact, "issue", row[PEER_ISSUE]);
	put_number(clips, fact, "complaint", row[PEER_COMPLAINT]);
	EnvAssert(clips, fact);
	EnvRun(clips, -1);
	for (void *other = EnvGetNextFact(clips, NULL); other;
	     other = EnvGetNextFact(clips, other)) {
		if (strcmp(EnvGetDeftemplateName(clips, EnvFactDeftemplate(clips, other)), "hit"))
			continue;
		EnvGetFactSlot(clips, other, "bit", &value);
		found |= 1 << DOToLong(value);
	}
	return found;
}

static void run(void *context, int32_t *found)
{
	struct engine *engine = context;

	for (size_t i = 0; i < engine->count; i++)
		found[i] = judge(engine->clips, engine->rows + i * PEER_COLUMNS);
}

int main(int argument_count, char **arguments)
{
	struct engine engine;
	int32_t *right;
	size_t cells;

	if (argument_count != 3) {
		fprintf(stderr, "clips_peer FOLDER ROUNDS\n");
		return PEER_FAILED;
	}
	engine.clips = build();
	right = peer_read(arguments[1], "excluded", &engine.count);
	engine.rows = peer_read(arguments[1], "cases", &cells);
	peer_measure("CLIPS", VERSION_STRING, run, &engine, right, engine.count,
		     atoi(arguments[2]));
	DestroyEnvironment(engine.clips);
	return 0;
}
