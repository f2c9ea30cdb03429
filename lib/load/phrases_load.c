/* SPDX-License-Identifier: MIT */
/* What will be said of the policy's rules in every answer, put together and escaped once. */
#include "base/memory.h"
#include "load/load.h"
#include "phrase/phrase.h"
#include "policy/view.h"

/* --- words ---------------------------------------------------------------------------- */

/* As the view writes them: into a buffer that may be too small, and then into one that is not. */
typedef void describer(const struct complaint_policy *policy, uint32_t number, char *buffer,
		       size_t size, size_t *ret_length);

static void describe_term(const struct complaint_policy *policy, uint32_t number, char *buffer,
			  size_t size, size_t *ret_length)
{
	complaint_policy_describe_term(policy, number, buffer, size, ret_length);
}

static cmpl_text words_of(struct cmpl_load *load, describer *describe, uint32_t number)
{
	char room[256], *larger;
	size_t length = 0;
	cmpl_text words;

	describe(load->policy, number, room, sizeof(room), &length);
	if (length < sizeof(room))
		return cmpl_load_bytes(load, room, length);
	larger = cmpl_alloc(length + 1);
	if (!larger) {
		load->reader.out_of_memory = true;
		return 0;
	}
	describe(load->policy, number, larger, length + 1, &length);
	words = cmpl_load_bytes(load, larger, length);
	cmpl_free(larger);
	return words;
}

static void derive_words(struct cmpl_load *load)
{
	struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < policy->terms_count; i++)
		if (policy->terms[i].kind > CMPL_TERM_FACT)
			policy->terms[i].words = words_of(load, describe_term, i);
	for (uint32_t i = 0; i < policy->anchors_count; i++)
		if (policy->anchors[i].kind != CMPL_ANCHOR_EVENT)
			policy->anchors[i].words = words_of(load, cmpl_policy_describe_anchor, i);
}

/* --- phrases ---------------------------------------------------------------------------- */

/* What was written for one rule becomes a phrase of the policy; too long for one: it has none. */
static cmpl_text keep(struct cmpl_load *load, struct cmpl_json *json, struct cmpl_string *out)
{
	size_t length = json->at ? (size_t)(json->at - out->text) : 0;
	cmpl_text phrase = 0;

	if (!json->at || json->made.failed)
		load->reader.out_of_memory = true;
	else if (length < CMPL_TEXT_LONG)
		phrase = cmpl_load_raw(load, out->text, length);
	if (json->at)
		json->at = out->text;
	return phrase;
}

static void derive_reasons(struct cmpl_load *load, struct cmpl_json *json, struct cmpl_string *out,
			   uint32_t root)
{
	struct complaint_policy *policy = load->policy;

	if (root == CMPL_NONE)
		return;
	for (uint32_t i = root; i < policy->terms[root].end; i++) {
		if (policy->terms[i].kind <= CMPL_TERM_NOT || policy->terms[i].reason_phrase)
			continue;
		cmpl_json_put_plain(json, CMPL_KEY("condition"), "when", 4);
		cmpl_phrase_test(json, policy, i);
		policy->terms[i].reason_phrase = keep(load, json, out);
	}
}

static void derive_duty(struct cmpl_load *load, struct cmpl_json *json, struct cmpl_string *out,
			struct cmpl_duty *duty, bool as_filed)
{
	const struct complaint_policy *policy = load->policy;

	cmpl_phrase_duty_counting(json, policy, duty);
	duty->counting_phrase = keep(load, json, out);
	duty->tail_phrase = 0; /* under a reading it is made when it is wanted */
	if (as_filed) {
		cmpl_phrase_duty_tail(json, policy, duty, policy->rules[duty->rule].strength);
		duty->tail_phrase = keep(load, json, out);
	}
	derive_reasons(load, json, out, duty->when);
}

static void derive_window(struct cmpl_load *load, struct cmpl_json *json, struct cmpl_string *out,
			  struct cmpl_window *window)
{
	cmpl_phrase_window_counting(json, load->policy, window);
	window->counting_phrase = keep(load, json, out);
	derive_reasons(load, json, out, window->when);
}

static void derive_all(struct cmpl_load *load, struct cmpl_json *json, struct cmpl_string *out)
{
	struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < policy->exclusions_count; i++)
		derive_reasons(load, json, out, policy->exclusions[i].when);
	for (uint32_t i = 0; i < policy->routes_count; i++)
		derive_reasons(load, json, out, policy->routes[i].when);
	for (uint32_t i = 0; i < policy->duties_count; i++)
		derive_duty(load, json, out, &policy->duties[i], true);
	for (uint32_t i = 0; i < policy->duty_variants_count; i++)
		derive_duty(load, json, out, &policy->duty_variants[i], false);
	for (uint32_t i = 0; i < policy->windows_count; i++)
		derive_window(load, json, out, &policy->windows[i]);
	for (uint32_t i = 0; i < policy->window_variants_count; i++)
		derive_window(load, json, out, &policy->window_variants[i]);
}

void cmpl_load_phrases(struct cmpl_load *load)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;

	derive_words(load);
	cmpl_json_begin(&json, &out);
	if (!load->reader.out_of_memory)
		derive_all(load, &json, &out);
	cmpl_json_end(&json);
	cmpl_string_free(&out);
}
