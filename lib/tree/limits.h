/* SPDX-License-Identifier: MIT */
#pragma once

/* What a text file may be at most; named in the manual, each with a message of its own. */
#define CMPL_LIMIT_FILE 262144 /* bytes: 256 KiB */
#define CMPL_LIMIT_DEPTH 32
#define CMPL_LIMIT_NODES 20000
#define CMPL_LIMIT_ENTRIES 4096 /* of one list or mapping */
#define CMPL_LIMIT_KEY 128      /* bytes */
#define CMPL_LIMIT_TEXT 16384   /* bytes of one value */
