/* SPDX-License-Identifier: MIT */
#include "diag/diagnostics.h"

static const char *const slugs[] = {
#define CODE(name, slug, meaning) slug,
#include "diag/codes.def"
#undef CODE
};

static const char *const meanings[] = {
#define CODE(name, slug, meaning) meaning,
#include "diag/codes.def"
#undef CODE
};

_Static_assert(sizeof(slugs) / sizeof(slugs[0]) == CMPL_CODE_COUNT, "a slug for each code");

size_t
complaint_diagnostics_kind_count(void)
{
	return CMPL_CODE_COUNT;
}

const char *
complaint_diagnostics_kind_slug(size_t kind)
{
	return kind < CMPL_CODE_COUNT ? slugs[kind] : NULL;
}

const char *
complaint_diagnostics_kind_meaning(size_t kind)
{
	return kind < CMPL_CODE_COUNT ? meanings[kind] : NULL;
}
