/* SPDX-License-Identifier: MIT */
#pragma once

#include "load/load.h"

/*
 * What hangs on what. A duty hangs on what its limit runs from: an event stands for every duty that
 * brings it about, a `due` for its duty; and on each `due` that is read to know whether it is owed.
 * This graph must have no cycle, for the file's choice and for each reading alone; its order is the
 * order in which duties are computed.
 *
 * Events, and the rules whose conditions are read, are nodes beside the duties: the graph then has
 * no more edges than the file has words. A reading changes the edges of one or two nodes, so a new
 * cycle goes through one of them, and the search starts there.
 */
struct cmpl_targets {
	uint32_t *items;
	size_t count, capacity;
};

struct cmpl_override {
	uint32_t node, first, count;
};

struct cmpl_chains {
	struct cmpl_load *load;
	const struct complaint_policy *policy;
	/* Where each kind of node begins. */
	uint32_t events, exclusions, routes, stages, tiers, windows, accepting, count;
	struct cmpl_targets edges;
	uint32_t *first;       /* edges of node n: first[n] to first[n + 1] */
	uint32_t *doing;       /* of an event: the first duty done by it */
	uint32_t *doing_next;  /* of a duty: the next one done by the same event */
	uint32_t *mark;        /* below stamp: not seen; stamp: on the path; stamp + 1: done */
	uint32_t *path, *next; /* the path, and the next edge of each node on it */
	uint32_t stamp;
	uint32_t reading; /* active, else CMPL_NONE */
	struct cmpl_override overrides[2];
	uint32_t override_count;
	uint32_t cycles;
	bool out_of_memory;
};

/* chains_graph.c: the nodes and the edges of the file's choice. False: out of memory. */
bool cmpl_chains_build(struct cmpl_chains *chains);
void cmpl_chains_free(struct cmpl_chains *chains);
/* The edges of a node, as the active reading has them, at the end of all edges. */
void cmpl_chains_add_edges(struct cmpl_chains *chains, uint32_t node);
