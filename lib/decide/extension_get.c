/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

static const struct complaint_policy *policy_of(const struct complaint_extension *extension)
{
	return extension->answer->policy;
}

COMPLAINT_API const struct complaint_extension *
complaint_answer_get_extension(const struct complaint_answer *answer)
{
	if (!answer || !answer->policy || !(answer->questions & COMPLAINT_ASK_EXTENSION) ||
	    answer->extensions_count == 0)
		return NULL;
	return &answer->extensions[0];
}

COMPLAINT_API int32_t
complaint_extension_get_outcome(const struct complaint_extension *extension)
{
	return extension ? extension->outcome : 0;
}

COMPLAINT_API uint32_t
complaint_extension_get_duty(const struct complaint_extension *extension)
{
	if (!extension || extension->duty == CMPL_NONE)
		return COMPLAINT_NONE;
	return cmpl_answer_rule(extension->answer, extension->duty);
}

COMPLAINT_API uint32_t
complaint_extension_get_tier(const struct complaint_extension *extension)
{
	if (!extension || extension->tier == CMPL_NONE)
		return COMPLAINT_NONE;
	return policy_of(extension)->tiers[extension->tier].rule;
}

COMPLAINT_API int32_t
complaint_extension_get_flags(const struct complaint_extension *extension)
{
	return extension ? extension->flags : 0;
}

COMPLAINT_API const struct complaint_date *
complaint_extension_get_date(const struct complaint_extension *extension, int32_t which)
{
	if (!extension)
		return NULL;
	switch (which) {
	case COMPLAINT_EXTENSION_NEW_DUE: return &extension->new_due;
	case COMPLAINT_EXTENSION_CURRENT_DUE: return &extension->current_due;
	case COMPLAINT_EXTENSION_POLICY_DUE: return &extension->policy_due;
	case COMPLAINT_EXTENSION_REACH: return &extension->reach;
	case COMPLAINT_EXTENSION_ASKED: return &extension->asked;
	default: return NULL;
	}
}

static const char *name_at(const struct complaint_extension *extension, struct cmpl_range range,
			   size_t index)
{
	const struct cmpl_named *named;

	if (index >= range.count)
		return NULL;
	named = &extension->answer->named[range.first + index];
	return cmpl_policy_name_id(policy_of(extension), (enum cmpl_list)named->list, named->name);
}

COMPLAINT_API size_t
complaint_extension_missing_count(const struct complaint_extension *extension)
{
	return extension ? extension->missing.count : 0;
}

COMPLAINT_API const char *
complaint_extension_get_missing(const struct complaint_extension *extension, size_t index)
{
	return extension ? name_at(extension, extension->missing, index) : NULL;
}

COMPLAINT_API size_t
complaint_extension_unknown_count(const struct complaint_extension *extension)
{
	return extension ? extension->unknown.count : 0;
}

COMPLAINT_API const char *
complaint_extension_get_unknown(const struct complaint_extension *extension, size_t index)
{
	return extension ? name_at(extension, extension->unknown, index) : NULL;
}

COMPLAINT_API size_t
complaint_extension_duty_count(const struct complaint_extension *extension)
{
	return extension ? extension->duties.count : 0;
}

COMPLAINT_API uint32_t
complaint_extension_get_duty_at(const struct complaint_extension *extension, size_t index)
{
	if (index >= complaint_extension_duty_count(extension))
		return COMPLAINT_NONE;
	return extension->answer->numbers[extension->duties.first + index];
}

COMPLAINT_API size_t
complaint_extension_notice_count(const struct complaint_extension *extension)
{
	return extension ? extension->notices.count : 0;
}

COMPLAINT_API const char *
complaint_extension_get_notice(const struct complaint_extension *extension, size_t index)
{
	if (index >= complaint_extension_notice_count(extension))
		return NULL;
	return cmpl_policy_name_id(policy_of(extension), CMPL_NOTICES,
				   extension->answer->couples[extension->notices.first + index].a);
}

COMPLAINT_API size_t
complaint_extension_reading_count(const struct complaint_extension *extension)
{
	return extension ? extension->readings.count : 0;
}

COMPLAINT_API const struct complaint_extension *
complaint_extension_get_reading(const struct complaint_extension *extension, size_t index)
{
	if (index >= complaint_extension_reading_count(extension))
		return NULL;
	return &extension->answer->extensions[extension->readings.first + index];
}

COMPLAINT_API uint32_t
complaint_extension_get_reading_rule(const struct complaint_extension *reading)
{
	const struct cmpl_rule *rule;

	if (!reading || reading->reading_rule == CMPL_NONE)
		return COMPLAINT_NONE;
	rule = &policy_of(reading)->rules[reading->reading_rule];
	return rule->kind == CMPL_RULE_EXTENSION ? rule->owner : reading->reading_rule;
}

COMPLAINT_API const char *
complaint_extension_get_reading_label(const struct complaint_extension *reading)
{
	return reading ? cmpl_reading_label(policy_of(reading), reading->reading) : NULL;
}

COMPLAINT_API size_t
complaint_extension_working_count(const struct complaint_extension *extension)
{
	return extension ? extension->working.count : 0;
}

COMPLAINT_API complaint_status
complaint_extension_get_working_day(const struct complaint_extension *extension, size_t index,
				    complaint_day *ret_day)
{
	if (!extension)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return cmpl_working_day(extension->answer, extension->working, index, ret_day);
}

COMPLAINT_API int32_t
complaint_extension_get_working_number(const struct complaint_extension *extension, size_t index)
{
	return extension ? cmpl_working_number(extension->answer, extension->working, index) : 0;
}

COMPLAINT_API const char *
complaint_extension_get_working_text(const struct complaint_extension *extension, size_t index)
{
	return extension ? cmpl_working_text(extension->answer, extension->working, index) : NULL;
}
