/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "diag/diagnostics.h"
#include "diag/suggest.h"
#include "tree/tree.h"

/*
 * A mapping of a file is a table: a row a key. Unknown, doubled and missing keys
 * are found here, once, for every table there will ever be; the table is the
 * format's reference.
 *
 * A loader fills a draft, a plain struct of its own, and makes its record from that:
 *
 *	struct stage_draft {
 *		const struct cmpl_node *id, *says, *duties;
 *		struct cmpl_limit within;
 *		int32_t strength;
 *	};
 *	static const struct cmpl_word strengths[] = { { "must", 1 }, { "may", 5 }, { NULL, 0 } };
 *	static const struct cmpl_field stage_rows[] = {
 *		CMPL_MUST("id", cmpl_read_id, struct stage_draft, id, NULL, "its name, unique in the
 *file"), CMPL_MAY("strength", cmpl_read_word, struct stage_draft, strength, strengths, "how
 *strongly it binds"),
 *		...
 *	};
 *	static const struct cmpl_fields stage_fields = CMPL_FIELDS("a stage", stage_rows);
 *
 *	struct stage_draft draft = { .strength = 1 };      what is absent keeps what it had
 *	whole = cmpl_read_mapping(reader, node, &stage_fields, &draft, NULL);
 *
 * Readers are in scalars.h; a loader may have its own. A false answer means that a fault was
 * reported; the rest of the mapping has been read all the same, so that one run finds every fault.
 *
 * The whole of a load:
 *
 *	cmpl_reader_begin(&reader, tree, diagnostics);
 *	if (cmpl_read_head(&reader, kinds, &kind))
 *		cmpl_read_mapping(&reader, &tree->nodes[0], &top_fields, &draft, NULL);
 *	...
 *	status = cmpl_reader_status(&reader);
 *	cmpl_reader_end(&reader);
 *
 * Whoever read the tree calls cmpl_diag_finish_file() at the end.
 */
struct cmpl_reader {
	const struct cmpl_tree *tree;
	struct complaint_diagnostics *diags; /* may be NULL */
	size_t faults;                       /* errors found through this reader */
	bool out_of_memory;
	uint32_t suggestions;         /* still allowed: looking for near names costs time */
	struct cmpl_string quotes[3]; /* texts of the file, quoted for messages; used in turn */
	uint32_t quote;
};

struct cmpl_field;
typedef bool (*cmpl_field_reader)(struct cmpl_reader *reader, const struct cmpl_node *node,
				  const struct cmpl_field *field, void *slot);

struct cmpl_field {
	const char *key;
	cmpl_field_reader read;
	size_t offset; /* of the slot in the draft */
	bool must;
	const void *extra; /* what the reader needs besides: its words, the table of its mapping */
	uint32_t flag;     /* handed back when the key was given; 0: nobody asks */
	const char *doc;   /* one phrase for people: "what a person is shown" */
};

#define CMPL_MUST(key, read, type, member, extra, doc)                                             \
	{                                                                                          \
		key, read, offsetof(type, member), true, extra, 0, doc                             \
	}
#define CMPL_MAY(key, read, type, member, extra, doc)                                              \
	{                                                                                          \
		key, read, offsetof(type, member), false, extra, 0, doc                            \
	}
/* With a flag. */
#define CMPL_MUST_FLAG(key, read, type, member, extra, flag, doc)                                  \
	{                                                                                          \
		key, read, offsetof(type, member), true, extra, flag, doc                          \
	}
#define CMPL_MAY_FLAG(key, read, type, member, extra, flag, doc)                                   \
	{                                                                                          \
		key, read, offsetof(type, member), false, extra, flag, doc                         \
	}

/* A table: at most 64 rows. `what` stands in messages, with its article: "a stage". */
struct cmpl_fields {
	const char *what;
	const struct cmpl_field *rows;
	size_t count;
};

#define CMPL_FIELDS(what, rows)                                                                    \
	{                                                                                          \
		what, rows, sizeof(rows) / sizeof((rows)[0])                                       \
	}

void cmpl_reader_begin(struct cmpl_reader *reader, const struct cmpl_tree *tree,
		       struct complaint_diagnostics *diags);
void cmpl_reader_end(struct cmpl_reader *reader);
/*
 * COMPLAINT_OK, or COMPLAINT_ERR_NO_MEMORY, or COMPLAINT_ERR_INVALID_FILE when faults were
 * reported.
 */
complaint_status cmpl_reader_status(const struct cmpl_reader *reader);

/*
 * Read a mapping by its table. *ret_flags (may be NULL) gets the flags of the keys that were given
 * and sound. A second value under one key is passed over: the readers of YAML and JSON have
 * reported it.
 */
bool cmpl_read_mapping(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_fields *fields, void *draft, uint32_t *ret_flags);
/* As a row's reader: the field's `extra` is the table, the slot the draft. */
bool cmpl_read_table(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot);

/*
 * For loops of one's own: the row of a child's key, NULL when there is none; its value into the
 * draft.
 */
const struct cmpl_field *cmpl_fields_find(const struct cmpl_reader *reader,
					  const struct cmpl_fields *fields,
					  const struct cmpl_node *child);
bool cmpl_read_field(struct cmpl_reader *reader, const struct cmpl_node *child,
		     const struct cmpl_field *field, void *draft, uint32_t *flags);
/* `unknown-key` with the nearest key of the table as its hint. */
void cmpl_fault_unknown_key(struct cmpl_reader *reader, const struct cmpl_node *child,
			    const struct cmpl_fields *fields);

/*
 * `format` and `kind`, which every file begins with. `kinds` are the words this loader takes, with
 * their values; any other kind is `kind-wrong` and says which. False: it is no such file, read no
 * further. Their two keys still belong in the file's own table (cmpl_read_node, whose slot is a
 * node).
 */
struct cmpl_word {
	const char *word; /* NULL ends a list of words */
	int32_t value;
};
bool cmpl_read_head(struct cmpl_reader *reader, const struct cmpl_word *kinds, int32_t *ret_kind);

/* --- faults ------------------------------------------------------------- */

/* Message: lower case, no full stop; text of the file through cmpl_quote(). */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void cmpl_fault(struct cmpl_reader *reader, enum cmpl_code code, struct cmpl_place place,
		const char *format, ...);
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void cmpl_warn(struct cmpl_reader *reader, enum cmpl_code code, struct cmpl_place place,
	       const char *format, ...);
/* What to write instead; belongs to the fault or warning just given. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void cmpl_hint(struct cmpl_reader *reader, const char *format, ...);
/* Where the fault added last began; before its hint. `message` is a literal. */
void cmpl_related(struct cmpl_reader *reader, struct cmpl_place place, const char *message);
/* The same for an entry that stands in its list already. */
void cmpl_related_entry(struct cmpl_reader *reader, const struct cmpl_node *list,
			const struct cmpl_node *entry);
/* In double quotes, cut and escaped; good until the third next call. */
const char *cmpl_quote(struct cmpl_reader *reader, const char *text, size_t length);
const char *cmpl_quote_node(struct cmpl_reader *reader, const struct cmpl_node *node);
/* `wrong-type`: "stages" must be a list, not a text. */
void cmpl_fault_type(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, const char *wanted);

/*
 * Did you mean? False: too many were made for this file already, or nobody listens. Then offer
 * candidates to `suggest` (diag/suggest.h), and give the hint: the nearest, else `otherwise`.
 */
bool cmpl_suggest_start(struct cmpl_reader *reader, struct cmpl_suggest *suggest,
			const char *wanted, size_t length);
void cmpl_suggest_end(struct cmpl_reader *reader, const struct cmpl_suggest *suggest,
		      const char *otherwise);

/* Is a scalar's text this word? */
bool cmpl_node_is(const struct cmpl_reader *reader, const struct cmpl_node *node, const char *word);
