/* SPDX-License-Identifier: MIT */
/*
 * The public door to dates. complaint_moment_to_text() stands in calendar/, which knows time zones.
 */
#include <string.h>

#include <complaint/base.h>

#include "base/date.h"
#include "base/text.h"

static bool known(complaint_day day)
{
	return day >= CMPL_DAY_FIRST && day <= CMPL_DAY_LAST;
}

complaint_status
complaint_day_from_date(int32_t year, int32_t month, int32_t day, complaint_day *ret_day)
{
	if (!ret_day || day < 1 || day > cmpl_month_length(year, month))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_date_valid(year, month, day))
		return COMPLAINT_ERR_OUT_OF_RANGE;

	*ret_day = cmpl_day_from_date(year, month, day);
	return COMPLAINT_OK;
}

complaint_status
complaint_day_get_date(complaint_day day, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day)
{
	int32_t year, month, day_of_month;

	if (!known(day))
		return COMPLAINT_ERR_OUT_OF_RANGE;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	if (ret_year)
		*ret_year = year;
	if (ret_month)
		*ret_month = month;
	if (ret_day)
		*ret_day = day_of_month;
	return COMPLAINT_OK;
}

complaint_status
complaint_day_from_text(const char *text, size_t length, complaint_day *ret_day)
{
	int32_t year, month, day;

	if (!text || !ret_day)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_date_shape(text, cmpl_text_length(text, length), &year, &month, &day))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_day_from_date(year, month, day, ret_day);
}

complaint_status
complaint_day_to_text(complaint_day day, char *buffer, size_t size)
{
	if (!buffer || size < 11)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!known(day))
		return COMPLAINT_ERR_OUT_OF_RANGE;

	cmpl_day_write(day, buffer);
	return COMPLAINT_OK;
}

complaint_status
complaint_moment_from_text(const char *text, size_t length, complaint_moment *ret_moment)
{
	int32_t year, month, day;

	if (!text || !ret_moment)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(text, length);
	if (cmpl_moment_parse(text, length, ret_moment))
		return COMPLAINT_OK;

	/* A sound date of another age is beyond range, not a slip of the pen. */
	if (length > 10 && cmpl_date_shape(text, 10, &year, &month, &day) && day >= 1 &&
	    day <= cmpl_month_length(year, month) && !cmpl_date_valid(year, month, day))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	return COMPLAINT_ERR_BAD_ARGUMENT;
}
