// SPDX-License-Identifier: MIT
// Working days by a calendar of QuantLib's that has the library's closed days:
// quantlib_peer FOLDER ROUNDS
#include <ql/time/calendars/bespokecalendar.hpp>
#include <ql/version.hpp>

#include "peer.h"

namespace {

const int32_t days_before_1970 = 25569; // a serial number counts from the end of 1899

struct engine {
	QuantLib::Calendar calendar;
	const int32_t *starts, *amounts;
	size_t count;
};

void run(void *context, int32_t *found)
{
	const engine &here = *static_cast<engine *>(context);

	for (size_t i = 0; i < here.count; i++)
		found[i] = static_cast<int32_t>(
				   here.calendar
					   .advance(QuantLib::Date(here.starts[i] + days_before_1970),
						    here.amounts[i], QuantLib::Days)
					   .serialNumber()) -
			   days_before_1970;
}

} // namespace

int main(int argument_count, char **arguments)
{
	if (argument_count != 3) {
		fprintf(stderr, "quantlib_peer FOLDER ROUNDS\n");
		return PEER_FAILED;
	}
	QuantLib::BespokeCalendar calendar("England and Wales");
	size_t count = 0, closed_count = 0;
	const int32_t *closed = peer_read(arguments[1], "closed", &closed_count);

	calendar.addWeekend(QuantLib::Saturday);
	calendar.addWeekend(QuantLib::Sunday);
	for (size_t i = 0; i < closed_count; i++)
		calendar.addHoliday(QuantLib::Date(closed[i] + days_before_1970));

	const int32_t *right = peer_read(arguments[1], "days", &count);
	engine here = { calendar, peer_read(arguments[1], "starts", &count),
			peer_read(arguments[1], "amounts", &count), count };
	if (here.count > 20000) // it takes thousands of times as long as a table: few, and once
		here.count = 20000;
	peer_measure("QuantLib", QL_VERSION, run, &here, right, here.count, 1);
	return 0;
}
