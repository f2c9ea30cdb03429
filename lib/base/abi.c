/* SPDX-License-Identifier: MIT */
#include "base/abi.h"

#include <string.h>

bool cmpl_abi_read(void *own, size_t own_size, const void *given)
{
	const unsigned char *bytes = given;
	size_t given_size;

	memset(own, 0, own_size);
	if (!given)
		return false;
	memcpy(&given_size, given, sizeof(given_size));
	if (given_size <= sizeof(given_size) || given_size > 65536)
		return false;

	for (size_t i = own_size; i < given_size; i++)
		if (bytes[i] != 0)
			return false;

	memcpy(own, given, given_size < own_size ? given_size : own_size);
	memcpy(own, &own_size, sizeof(own_size));
	return true;
}
