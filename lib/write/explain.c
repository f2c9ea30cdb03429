/* SPDX-License-Identifier: MIT */
#include "write/explain.h"

#include "base/memory.h"

static const struct complaint_policy *policy_of(const struct cmpl_page *page)
{
	return page->report.policy;
}

static void put_sentence(struct cmpl_page *page, const char *sentence)
{
	cmpl_say(&page->report, sentence);
	cmpl_page_paragraph(page);
}

/* A rule with a heading of its own; its list stays open for what stands below it. */
static void begin_rule(struct cmpl_page *page, uint32_t rule)
{
	const char *id = complaint_policy_get_rule_id(policy_of(page), rule);

	cmpl_page_article(page, id ? "rule" : "refusal", id);
	cmpl_explain_says(page, rule);
	cmpl_page_heading(page, 3, NULL);
	cmpl_page_list(page);
	cmpl_explain_parts(page, rule);
}

static void end_rule(struct cmpl_page *page)
{
	cmpl_page_list_end(page);
	cmpl_page_article_end(page);
}

/* --- what may be refused ------------------------------------------------------ */

static void put_refusal(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);

	cmpl_page_section(page, "refused", "What may be refused");
	if (policy->exclusions_count == 0)
		put_sentence(page, "The policy gives no ground for refusing a complaint.");
	else
		put_sentence(page, "A refusal is permitted where a ground applies; nothing "
				   "commands it, and each complaint is considered by itself.");
	if (policy->refusals_count > 0) {
		begin_rule(page, policy->refusals[0].rule);
		cmpl_explain_duties(page, "Whenever something is refused, this is owed:",
				    policy->refusals[0].duties);
		end_rule(page);
	}
	for (uint32_t i = 0; i < policy->exclusions_count; i++) {
		begin_rule(page, policy->exclusions[i].rule);
		cmpl_explain_duties(page, "If it is refused for this, this is owed as well:",
				    policy->exclusions[i].duties);
		end_rule(page);
	}
}

static void put_routes(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);

	cmpl_page_section(page, "recorded", "What a matter is recorded as");
	if (policy->routes_count > 0)
		put_sentence(page, "These are read in order, and the first that applies decides. "
				   "Where none applies, it is a formal complaint from the first "
				   "stage.");
	else
		put_sentence(page, "Whatever is not refused is a formal complaint from the first "
				   "stage.");
	for (uint32_t i = 0; i < policy->routes_count; i++) {
		begin_rule(page, policy->routes[i].rule);
		cmpl_explain_duties(page, "Then this is owed:", policy->routes[i].duties);
		end_rule(page);
	}
}

/* --- what is due, and when ------------------------------------------------------ */

static void put_stages(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);

	cmpl_page_section(page, "due", "What is due, and when");
	for (uint32_t i = 0; i < policy->stages_count; i++) {
		begin_rule(page, policy->stages[i].rule);
		cmpl_explain_duties(page, "In this stage:", policy->stages[i].duties);
		end_rule(page);
	}
	if (policy->file_duties.count == 0)
		return;
	cmpl_page_article(page, "whatever-the-stage", NULL);
	cmpl_say(&page->report, "Whatever the stage");
	cmpl_page_heading(page, 3, NULL);
	cmpl_page_list(page);
	cmpl_explain_duties(page, "", policy->file_duties);
	end_rule(page);
}

static void put_extension(struct cmpl_page *page, const struct cmpl_stage *stage)
{
	const struct complaint_policy *policy = policy_of(page);
	const char *id = complaint_policy_get_rule_id(policy, stage->rule);
	const struct cmpl_extension *extension =
		stage->extension == CMPL_NONE ? NULL : &policy->extensions[stage->extension];

	cmpl_page_article(page, "extension", id);
	cmpl_say(&page->report, "In ");
	cmpl_say_name(&page->report, id);
	cmpl_page_heading(page, 3, NULL);
	if (!extension) {
		put_sentence(page, "The policy has no rule on extending this. That is neither a "
				   "yes nor a no.");
		cmpl_page_article_end(page);
		return;
	}
	cmpl_page_list(page);
	cmpl_say(&page->report, "This is what may be extended: ");
	cmpl_explain_says(page, policy->duties[extension->of].rule);
	cmpl_page_point(page);
	cmpl_say(&page->report, "These are the steps. The first that is wide enough decides:");
	cmpl_page_item(page);
	cmpl_page_list(page);
	cmpl_explain_tiers(page, extension->tiers);
	cmpl_page_list_end(page);
	cmpl_page_item_end(page);
	cmpl_explain_duties(page, "Every extension brings this with it:", extension->duties);
	cmpl_explain_parts(page, extension->rule);
	end_rule(page);
}

static void put_extensions(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);

	cmpl_page_section(page, "extended", "How far the time may be extended");
	for (uint32_t i = 0; i < policy->stages_count; i++)
		put_extension(page, &policy->stages[i]);
}

static void put_windows(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);

	cmpl_page_section(page, "rights", "Which rights the resident has");
	if (policy->windows_count == 0)
		put_sentence(page, "The policy names none.");
	for (uint32_t i = 0; i < policy->windows_count; i++) {
		begin_rule(page, policy->windows[i].rule);
		cmpl_explain_duties(page, "This belongs to it:", policy->windows[i].duties);
		end_rule(page);
	}
}

/* --- the whole --------------------------------------------------------------------- */

static void put_counts(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);
	struct cmpl_report *report = &page->report;
	size_t open = complaint_policy_left_open_count(policy);

	for (uint32_t rule = 0; rule < policy->rules_count; rule++)
		open += complaint_policy_rule_left_open_count(policy, rule);
	cmpl_say_count(report, policy->exclusions_count, "ground", "grounds");
	cmpl_say(report, " for refusing, ");
	cmpl_say_count(report, policy->stages_count, "stage", "stages");
	cmpl_say(report, ", ");
	cmpl_say_count(report, policy->duties_count, "duty", "duties");
	cmpl_say(report, ", ");
	cmpl_say_count(report, policy->windows_count, "right", "rights");
	cmpl_say(report, " of the resident. The text can be read otherwise in ");
	cmpl_say_count(report, policy->readings_count, "place", "places");
	cmpl_say(report, " and leaves ");
	cmpl_say_count(report, (int64_t)open, "question", "questions");
	cmpl_say(report, " open; each stands with its rule.");
	cmpl_page_paragraph(page);
}

static void say_title(struct cmpl_page *page)
{
	const struct complaint_policy *policy = policy_of(page);

	cmpl_say(&page->report,
		 complaint_policy_get_document_text(policy, COMPLAINT_DOCUMENT_ISSUED_BY));
	cmpl_say(&page->report, ": ");
	cmpl_say(&page->report,
		 complaint_policy_get_document_text(policy, COMPLAINT_DOCUMENT_TITLE));
}

static void put_top(struct cmpl_page *page)
{
	static const char *const sections[][2] = {
		{ "glance", "At a glance" },
		{ "document", "The document" },
		{ "refused", "What may be refused" },
		{ "recorded", "What a matter is recorded as" },
		{ "due", "What is due, and when" },
		{ "extended", "How far the time may be extended" },
		{ "rights", "Which rights the resident has" },
		{ NULL, NULL },
	};

	say_title(page);
	cmpl_page_html_head(page);
	say_title(page);
	cmpl_page_heading(page, 1, NULL);
	put_sentence(page,
		     "What the rules of the policy file say, told from them alone, to be held "
		     "against the published text. In brackets stands the clause, as the text "
		     "numbers it, and then the name that the file gives the rule.");
	cmpl_page_html_contents(page, sections);
	cmpl_page_section(page, "glance", "At a glance");
	put_counts(page);
	cmpl_explain_timeline(page);
	cmpl_explain_limits_table(page);
	cmpl_page_section(page, "document", "The document");
	cmpl_explain_document(page);
}

static void explain(struct cmpl_page *page)
{
	put_top(page);
	put_refusal(page);
	put_routes(page);
	put_stages(page);
	put_extensions(page);
	put_windows(page);
	cmpl_explain_silence(page);
	cmpl_explain_names(page);
	cmpl_page_html_foot(page);
	cmpl_string_add(&page->out, "\n");
}

complaint_status
complaint_policy_explain(const struct complaint_policy *policy, int32_t format, char **ret_text,
			 size_t *ret_length)
{
	struct cmpl_page page;
	size_t length;
	char *text;

	if (!policy || !ret_text || format < COMPLAINT_FORMAT_TEXT ||
	    format > COMPLAINT_FORMAT_HTML)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	cmpl_page_begin(&page, policy, format);
	explain(&page);
	length = page.out.length;
	text = page.line.failed || page.made.failed ? NULL : cmpl_string_take(&page.out);
	cmpl_page_end(&page);
	if (!text)
		return COMPLAINT_ERR_NO_MEMORY;
	*ret_text = text;
	if (ret_length)
		*ret_length = length;
	return COMPLAINT_OK;
}
