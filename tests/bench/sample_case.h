/* SPDX-License-Identifier: MIT */
#pragma once

#include "bench.h"

/* One case of Brighter Places as a case screen would have it: 8 facts, 7 events, the present. */
struct complaint_case *sample_case(void);
extern const char sample_case_json[];
/* Is it answered as it must be, whatever the size of the answer? */
bool sample_is_right(const struct complaint_answer *answer);
