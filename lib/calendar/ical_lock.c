/* SPDX-License-Identifier: MIT */
#include "calendar/ical_lock.h"

#include <pthread.h>

/* C11's mtx_t would have to be initialised by somebody first. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void cmpl_ical_lock(void)
{
	pthread_mutex_lock(&lock);
}

void cmpl_ical_unlock(void)
{
	pthread_mutex_unlock(&lock);
}
