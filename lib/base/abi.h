/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/*
 * A caller's struct of any age into ours. Every public request begins with `size_t size`, which the
 * caller sets to its own sizeof: an older caller's missing tail reads as zero ("not stated"), a
 * newer caller's tail that we do not know must be zero, or we would drop a wish in silence. False:
 * size is no struct's, or that tail is not zero. *own is zeroed first; its `size` becomes own_size.
 */
bool cmpl_abi_read(void *own, size_t own_size, const void *given);
