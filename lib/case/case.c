/* SPDX-License-Identifier: MIT */
#include "case/case.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

complaint_status
complaint_case_new(const struct complaint_set *set, struct complaint_case **ret_case)
{
	struct complaint_case *own;

	if (!set || !ret_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	own = cmpl_alloc(sizeof(*own));
	if (!own)
		return COMPLAINT_ERR_NO_MEMORY;
	own->set = cmpl_set_take(set);
	own->fact_count = cmpl_vocabulary_count[CMPL_FACTS] + set->fact_count;
	own->event_count = cmpl_vocabulary_count[CMPL_EVENTS] + set->event_count;
	own->truths = cmpl_alloc_array(own->fact_count, sizeof(own->truths[0]));
	own->numbers = cmpl_alloc_array(own->fact_count, sizeof(own->numbers[0]));
	own->events = cmpl_alloc_array(own->event_count, sizeof(own->events[0]));
	if (!own->truths || !own->numbers || !own->events) {
		complaint_case_free(own);
		return COMPLAINT_ERR_NO_MEMORY;
	}
	*ret_case = own;
	return COMPLAINT_OK;
}

void
complaint_case_free(struct complaint_case *complaint_case)
{
	if (!complaint_case)
		return;
	cmpl_case_clear_lists(complaint_case);
	cmpl_free(complaint_case->extensions);
	cmpl_free(complaint_case->promises);
	cmpl_free(complaint_case->readings);
	cmpl_free(complaint_case->decisions);
	cmpl_free(complaint_case->truths);
	cmpl_free(complaint_case->numbers);
	cmpl_free(complaint_case->events);
	complaint_set_free(complaint_case->set);
	cmpl_free(complaint_case);
}

void
complaint_case_clear(struct complaint_case *complaint_case)
{
	if (!complaint_case)
		return;
	memset(complaint_case->truths, 0, complaint_case->fact_count);
	memset(complaint_case->numbers, 0, complaint_case->fact_count * sizeof(int32_t));
	memset(complaint_case->events, 0,
	       complaint_case->event_count * sizeof(struct cmpl_event_value));
	memset(&complaint_case->now, 0, sizeof(complaint_case->now));
	complaint_case->unlisted_false = false;
	cmpl_case_clear_lists(complaint_case);
}

uint32_t cmpl_case_fact_slot(const struct complaint_case *complaint_case, uint32_t fact)
{
	uint32_t standard = cmpl_vocabulary_count[CMPL_FACTS];

	if (fact < standard)
		return fact;
	if (fact < CMPL_OWN || fact - CMPL_OWN >= complaint_case->fact_count - standard)
		return CMPL_NONE;
	return cmpl_case_slot(fact, standard);
}

/* The number of a fact; CMPL_NONE when it is unknown. */
static uint32_t find(const struct complaint_case *complaint_case, const char *name, size_t length)
{
	return cmpl_set_find_name(complaint_case->set, CMPL_FACTS, name,
				  cmpl_text_length(name, length));
}

/* Where a fact of a type belongs; type 0 is any. */
static complaint_status locate(const struct complaint_case *complaint_case, uint32_t fact,
			       uint8_t type, uint32_t *ret_slot)
{
	uint32_t slot;

	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	slot = cmpl_case_fact_slot(complaint_case, fact);
	if (slot == CMPL_NONE)
		return COMPLAINT_ERR_NOT_FOUND;
	if (type != 0 && cmpl_set_fact_type(complaint_case->set, fact) != type)
		return COMPLAINT_ERR_WRONG_TYPE;
	*ret_slot = slot;
	return COMPLAINT_OK;
}

complaint_status
complaint_case_set_fact_state(struct complaint_case *complaint_case, uint32_t fact, int32_t truth)
{
	complaint_status status;
	uint32_t slot;

	if (truth != COMPLAINT_UNKNOWN && truth != COMPLAINT_TRUTH_NOT_GIVEN)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = locate(complaint_case, fact, 0, &slot);
	if (status == COMPLAINT_OK)
		cmpl_case_give_none(complaint_case, slot, (uint8_t)truth);
	return status;
}

static complaint_status give(struct complaint_case *complaint_case, uint32_t fact, uint8_t type,
			     int32_t number)
{
	uint32_t slot;
	complaint_status status = locate(complaint_case, fact, type, &slot);

	if (status == COMPLAINT_OK)
		cmpl_case_give(complaint_case, slot, number);
	return status;
}

complaint_status
complaint_case_set_fact_at(struct complaint_case *complaint_case, uint32_t fact, int32_t truth)
{
	if (truth == COMPLAINT_TRUE || truth == COMPLAINT_FALSE)
		return give(complaint_case, fact, COMPLAINT_TYPE_TRUE_FALSE,
			    truth == COMPLAINT_TRUE);
	return complaint_case_set_fact_state(complaint_case, fact, truth);
}

complaint_status
complaint_case_set_fact(struct complaint_case *complaint_case, const char *name, size_t length,
			int32_t truth)
{
	if (!complaint_case || !name)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_case_set_fact_at(complaint_case, find(complaint_case, name, length),
					  truth);
}

complaint_status
complaint_case_set_number_at(struct complaint_case *complaint_case, uint32_t fact, int32_t number)
{
	if (number < 0)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return give(complaint_case, fact, COMPLAINT_TYPE_NUMBER, number);
}

complaint_status
complaint_case_set_number(struct complaint_case *complaint_case, const char *name, size_t length,
			  int32_t number)
{
	if (!complaint_case || !name)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_case_set_number_at(complaint_case, find(complaint_case, name, length),
					    number);
}

complaint_status
complaint_case_set_choice_at(struct complaint_case *complaint_case, uint32_t fact, uint32_t value)
{
	uint32_t ignored;
	complaint_status status = locate(complaint_case, fact, COMPLAINT_TYPE_CHOICE, &ignored);

	if (status != COMPLAINT_OK)
		return status;
	if (value >= cmpl_set_choice_count(complaint_case->set, fact))
		return COMPLAINT_ERR_WRONG_TYPE;
	return give(complaint_case, fact, COMPLAINT_TYPE_CHOICE, (int32_t)value);
}

complaint_status
complaint_case_set_choice(struct complaint_case *complaint_case, const char *name, size_t length,
			  const char *value, size_t value_length)
{
	uint32_t fact;

	if (!complaint_case || !name || !value)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	fact = find(complaint_case, name, length);
	return complaint_case_set_choice_at(
		complaint_case, fact,
		cmpl_set_find_choice(complaint_case->set, fact, value,
				     cmpl_text_length(value, value_length)));
}

complaint_status
complaint_case_set_facts(struct complaint_case *complaint_case, const uint32_t *facts,
			 const int32_t *truths, size_t count, size_t *ret_done)
{
	complaint_status status = COMPLAINT_OK;
	size_t done = 0;

	if (!complaint_case || (count > 0 && (!facts || !truths)))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	while (done < count && status == COMPLAINT_OK) {
		status = complaint_case_set_fact_at(complaint_case, facts[done], truths[done]);
		if (status == COMPLAINT_OK)
			done++;
	}
	if (ret_done)
		*ret_done = done;
	return status;
}

complaint_status
complaint_case_set_unlisted_facts_false(struct complaint_case *complaint_case, int32_t yes)
{
	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	complaint_case->unlisted_false = yes != 0;
	return COMPLAINT_OK;
}
