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
#include <complaint/date.h>
#include <complaint/names.h>
#include <complaint/calendar.h>
#include <complaint/vocabulary.h>
#include <complaint/policy.h>
#include <complaint/findings.h>
#include <complaint/rules.h>
#include <complaint/set.h>
#include <complaint/case.h>
#include <complaint/scenarios.h>
#include <complaint/answer.h>
#include <complaint/eligibility.h>
#include <complaint/deadlines.h>
#include <complaint/extension.h>
#include <complaint/windows.h>
#include <complaint/standing.h>
#include <complaint/columns.h>
#include <complaint/report.h>

#endif
