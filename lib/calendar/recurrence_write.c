/* SPDX-License-Identifier: MIT */
#include "calendar/recurrence.h"

static const char *const frequency_names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekday_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static void write_bits(struct cmpl_string *string, uint32_t bits, const char *sign, bool *first)
{
	for (int i = 1; i < 32; i++) {
		if (bits >> i & 1) {
			cmpl_string_addf(string, "%s%s%d", *first ? "" : ",", sign, i);
			*first = false;
		}
	}
}

void cmpl_recurrence_write(const struct cmpl_recurrence *rule, struct cmpl_string *string)
{
	bool first = true;
	uint32_t months = rule->months;

	/* RFC 5545 means every month; libical takes that of the first day, unless it is told. */
	if (rule->frequency == CMPL_YEARLY && (rule->month_days || rule->month_days_back) &&
	    !months)
		months = (2u << 12) - 2;
	cmpl_string_addf(string, "FREQ=%s;INTERVAL=%d", frequency_names[rule->frequency],
			 (int)rule->interval);
	if (rule->count)
		cmpl_string_addf(string, ";COUNT=%d", (int)rule->count);
	if (rule->has_until) {
		int32_t year, month, day;

		cmpl_day_to_date(rule->until, &year, &month, &day);
		cmpl_string_addf(string, ";UNTIL=%04d%02d%02d", (int)year, (int)month, (int)day);
	}
	if (months) {
		cmpl_string_add(string, ";BYMONTH=");
		write_bits(string, months, "", &first);
	}
	if (rule->month_days || rule->month_days_back) {
		cmpl_string_add(string, ";BYMONTHDAY=");
		first = true;
		write_bits(string, rule->month_days, "", &first);
		write_bits(string, rule->month_days_back, "-", &first);
	}
	for (size_t i = 0; i < rule->weekday_count; i++) {
		cmpl_string_add(string, i ? "," : ";BYDAY=");
		if (rule->weekdays[i].ordinal)
			cmpl_string_add_number(string, rule->weekdays[i].ordinal);
		cmpl_string_add(string, weekday_names[rule->weekdays[i].weekday]);
	}
	for (size_t i = 0; i < rule->position_count; i++) {
		cmpl_string_add(string, i ? "," : ";BYSETPOS=");
		cmpl_string_add_number(string, rule->positions[i]);
	}
	cmpl_string_addf(string, ";WKST=%s", weekday_names[rule->week_start]);
}
