/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_VERSION_H
#define COMPLAINT_VERSION_H

/**
 * @file
 * Which version: the one compiled against (macros) and the one running (functions).
 */

#include <complaint/base.h>

#ifdef __cplusplus
extern "C" {
#endif

#define COMPLAINT_VERSION_MAJOR 0
#define COMPLAINT_VERSION_MINOR 1
#define COMPLAINT_VERSION_PATCH 0

/** One number that grows with the version: major * 1,000,000 + minor * 1,000 + patch. */
#define COMPLAINT_VERSION_NUMBER                                                                   \
	((uint32_t)(COMPLAINT_VERSION_MAJOR * 1000000 + COMPLAINT_VERSION_MINOR * 1000 +           \
		    COMPLAINT_VERSION_PATCH))

/**
 * The version that is running, to be compared with COMPLAINT_VERSION_NUMBER.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_version_number(void);

/**
 * The version that is running, such as "0.1.0". Static, not to be freed.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_version_text(void);

#ifdef __cplusplus
}
#endif

#endif
