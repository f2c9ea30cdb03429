/* SPDX-License-Identifier: MIT */
#include "write/page.h"

/*
 * One page, whole in itself: no script, no font, no picture from elsewhere. Every pair of colours
 * of text and ground has a contrast of at least 4.5 to 1, of drawings 3 to 1.
 */
static const char head[] =
	"<!DOCTYPE html>\n"
	"<html lang=\"en-GB\">\n"
	"<head>\n"
	"<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
	"'unsafe-inline'\">\n"
	"<style>\n";

static const char style_of_text[] =
	":root{color-scheme:light}\n"
	"*{box-sizing:border-box}\n"
	"html{font:1.0625rem/1.6 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",\"DejaVu "
	"Sans\",Arial,sans-serif;color:#1d2733;background:#f3f5f8;-webkit-text-size-adjust:100%}\n"
	"body{margin:0;overflow-wrap:anywhere}\n"
	"header,main,footer{max-width:52rem;margin:0 auto;padding:0 1rem}\n"
	"header{padding-top:1.6rem;padding-bottom:1.4rem;background:#12304f;color:#e6edf5;"
	"box-shadow:0 0 0 100vmax #12304f;clip-path:inset(0 -100vmax)}\n"
	"header h1{color:#fff}\n"
	".skip{position:absolute;left:-99rem}\n"
	".skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:1}\n"
	"a{color:#0b4f8a}\n"
	"a:focus-visible,.wide:focus-visible{outline:3px solid #b35900;outline-offset:2px}\n"
	"h1{font-size:1.8rem;line-height:1.2;color:#12304f;margin:.3rem 0 .8rem}\n"
	"h2{font-size:1.4rem;line-height:1.25;color:#12304f;margin:2.2rem 0 .8rem;padding-bottom:"
	".35rem;border-bottom:3px solid #12304f}\n"
	"h3{font-size:1.08rem;line-height:1.4;margin:0 0 .5rem;color:#12304f}\n"
	"p{margin:.5rem 0}\n"
	"ul{margin:.25rem 0;padding-left:1.15rem}\n"
	"li{margin:.25rem 0}\n"
	"li li{margin:.12rem 0}\n"
	"code{font:.8em ui-monospace,\"DejaVu Sans Mono\",Consolas,monospace;color:#4a5868;"
	"font-weight:400}\n"
	".clause{color:#4a5868;font-weight:400;white-space:nowrap}\n"
	".quiet{color:#4a5868}\n"
	".gap{color:#6b3f00}\n"
	".reading{color:#12304f;font-weight:600}\n"
	"li:has(>.reading){background:#eff4fa;border-radius:.3rem;padding:.1rem .4rem .2rem;"
	"list-style-position:outside}\n"
	".badge{display:inline-block;border:1px solid #8a5200;background:#fff6e5;color:#6b3f00;"
	"border-radius:.3rem;padding:0 .45rem;font-weight:600}\n";

static const char style_of_parts[] =
	"nav{background:#fff;border:1px solid #d3dbe4;border-radius:.5rem;padding:.7rem 1rem}\n"
	"nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem}\n"
	"nav li{margin:0}\n"
	"article,figure{background:#fff;border:1px solid #d3dbe4;border-radius:.5rem;padding:.9rem "
	"1.1rem;margin:0 0 .9rem}\n"
	"article>ul{padding-left:1.05rem}\n"
	"article ul ul{border-left:2px solid #d3dbe4;padding-left:1.3rem;margin-left:-.5rem}\n"
	"figcaption{color:#4a5868;font-size:.9rem;margin-top:.5rem}\n"
	".wide{overflow-x:auto;background:#fff;border:1px solid #d3dbe4;border-radius:.5rem}\n"
	"table{border-collapse:collapse;width:100%;font-size:.95rem}\n"
	"caption{text-align:left;padding:.7rem .8rem;color:#4a5868}\n"
	"th,td{text-align:left;vertical-align:top;padding:.5rem .8rem;border-top:1px solid "
	"#d3dbe4;overflow-wrap:break-word}\n" /* whole words, where "anywhere" would squeeze a
						 column */
	"thead th{background:#12304f;color:#fff}\n"
	"tbody th{font-weight:400}\n"
	"footer{color:#4a5868;font-size:.9rem;padding-top:1.5rem;padding-bottom:2rem}\n"
	"svg text{fill:#1d2733;font-size:13px;paint-order:stroke;stroke:#fff;stroke-width:4px;"
	"stroke-linejoin:round}\n"
	"svg .name{font-weight:600}\n"
	"svg .what{fill:#4a5868}\n"
	"svg .stage{fill:#fff;stroke:none;font-size:14px;font-weight:700}\n"
	"@media (max-width:40em){h1{font-size:1.45rem}h2{font-size:1.2rem}article,figure{padding:"
	".75rem .8rem}th,td{padding:.45rem .5rem}table{font-size:.88rem}ul{padding-left:1rem}"
	"article ul ul{padding-left:1rem;margin-left:-.4rem}}\n"
	/* On a telephone a row is a paragraph: three columns would break every other word. */
	"@media "
	"(max-width:34em){thead{position:absolute;left:-999rem}tr{display:block;padding:.6rem "
	".8rem;border-top:1px solid "
	"#d3dbe4}th,td{display:block;padding:0;border:0}td:last-child:not("
	":empty)::before{content:\"counted from \"}}\n"
	"@media (max-width:23em){svg text{font-size:11.5px}}\n";

/* The drawing keeps its light ground: its colours are attributes, and measured on it. */
static const char style_of_night[] =
	"@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark}html{color:#e3e9f0;"
	"background:#10171f}a{color:#8ec7f5}.skip:focus{color:#0b4f8a}h1,h2,h3,.reading{color:#"
	"cfe2f7}"
	"h2{border-color:#5a86b0}code,.clause,.quiet,caption,footer{color:#a9b6c4}.gap{color:#"
	"f0c27a}"
	"nav,article,.wide{background:#1a2430;border-color:#3a4858}li:has(>.reading){background:"
	"#22303f}.badge{background:#3a2c10;border-color:#c08a3a;color:#f5d49a}article ul "
	"ul,th,td,tr{"
	"border-color:#3a4858}}\n";

static const char style_of_print[] =
	"@media print{html{font-size:10pt;background:#fff}header,main,footer{max-width:none;"
	"padding:0}header,header "
	"h1{background:none;color:#12304f;box-shadow:none}nav,.skip{display:none}article,figure,."
	"wide{border-color:#888;break-inside:"
	"auto}h2,h3,caption{break-after:avoid}tr,figure{break-inside:avoid}.wide{overflow:visible}"
	"a{color:inherit;text-decoration:none}svg,thead th,.badge{-webkit-print-color-adjust:"
	"exact;print-color-adjust:exact}@page{margin:16mm}}\n";

void cmpl_page_html_head(struct cmpl_page *page)
{
	if (!cmpl_page_is_html(page)) {
		cmpl_page_drop(page);
		return;
	}
	cmpl_page_raw(page, head);
	cmpl_page_raw(page, style_of_text);
	cmpl_page_raw(page, style_of_parts);
	cmpl_page_raw(page, style_of_night);
	cmpl_page_raw(page, style_of_print);
	cmpl_page_raw(page, "</style>\n<title>");
	cmpl_page_line(page);
	cmpl_page_raw(page, "</title>\n</head>\n<body>\n"
			    "<a class=\"skip\" href=\"#main\">Skip to the rules</a>\n<header>");
}

void cmpl_page_html_contents(struct cmpl_page *page, const char *const (*sections)[2])
{
	if (!cmpl_page_is_html(page))
		return;
	cmpl_page_raw(page, "\n<nav aria-label=\"Contents\">\n<ul>");
	for (; (*sections)[0]; sections++) {
		cmpl_page_raw(page, "\n<li>");
		cmpl_page_link(page, (*sections)[0], NULL, (*sections)[1]);
		cmpl_page_line(page);
		cmpl_page_raw(page, "</li>");
	}
	cmpl_page_raw(page, "\n</ul>\n</nav>\n</header>\n<main id=\"main\">");
}

void cmpl_page_section(struct cmpl_page *page, const char *anchor, const char *words)
{
	cmpl_page_raw(page, page->section ? "\n</section>" : "");
	cmpl_page_raw(page, "\n<section aria-labelledby=\"");
	cmpl_page_raw(page, anchor);
	cmpl_page_raw(page, "\">");
	page->section = true;
	cmpl_say(&page->report, words);
	cmpl_page_heading(page, 2, anchor);
}

void cmpl_page_html_foot(struct cmpl_page *page)
{
	cmpl_page_raw(page, page->section ? "\n</section>" : "");
	cmpl_page_raw(page, "\n</main>\n<footer><p>Told by libcomplaint from the policy file. The "
			    "published text is what binds.</p></footer>\n</body>\n</html>");
}
