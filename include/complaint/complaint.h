/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_COMPLAINT_H
#define COMPLAINT_COMPLAINT_H

/**
 * @file
 * Everything at once.
 */

#include <complaint/base.h>
#include <complaint/version.h>
#include <complaint/diagnostics.h>
#include <complaint/calendar.h>
#include <complaint/policy.h>
#include <complaint/set.h>
#include <complaint/case.h>

#endif
