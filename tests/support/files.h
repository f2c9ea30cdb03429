/* SPDX-License-Identifier: MIT */
#pragma once

/* For test_finish(). */
void test_remove_files(void);
