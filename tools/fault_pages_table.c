/* SPDX-License-Identifier: MIT */
/* Made by scripts/fault_pages.py from docs/faults.txt; edit that and run it. */
#include "fault_pages.h"

const struct fault_page fault_pages[] = {
	{ "accepted-unused",
	  "What is accepted is not found any more, or never was: the entry would hide a later finding. Remove it, or mend the names.",
	  "accepted: [{ finding: swallowed, rule: too-olde, because: It was published so. }]",
	  "silent-on: [weekends]" },
	{ "alias-not-allowed",
	  "What an alias stands for has to be looked up elsewhere. A text that begins with an asterisk goes into double quotes.",
	  "title: *Complaints* Policy",
	  "title: \"*Complaints* Policy\"" },
	{ "always-applies",
	  "The parts of the condition leave nothing over, so the rule refuses every complaint.",
	  "when:\n"
	  "  any:\n"
	  "    - issue-arose: { more-than: 6 months, before: complaint-made }\n"
	  "    - issue-arose: { at-most: 12 months, before: complaint-made }",
	  "when:\n"
	  "  any:\n"
	  "    - issue-arose: { more-than: 6 months, before: complaint-made }\n"
	  "    - not: landlord-responsible" },
	{ "anchor-malformed",
	  "A limit runs from an event, from another duty's date, or from the earliest or latest of some.",
	  "after: [complaint-received, complaint-logged]",
	  "after: { earliest-of: [complaint-received, complaint-logged] }" },
	{ "anchor-not-allowed",
	  "Anchors let one place of a file stand for another. A rule should be complete where it is read, so the format has none.",
	  "title: &name Complaints Policy",
	  "title: Complaints Policy" },
	{ "boolean-look-alike",
	  "Some programs read yes, no, on and off as true and false, others as words. Write what you mean.",
	  "facts: [{ id: roof-leaks, type: true-false, question: Does it leak?, silence: no }]",
	  "facts: [{ id: roof-leaks, type: true-false, question: Does it leak?, silence: false }]" },
	{ "byte-order-mark",
	  "An invisible mark came with a piece that was pasted or joined from another file. One may stand at the very start of a file, nowhere else.",
	  "\\xef\\xbb\\xbftitle: Complaints Policy",
	  "title: Complaints Policy" },
	{ "calendar-beyond-source",
	  "The calendar promises days that its holidays are not published for. Days beyond can be projected by rule, and every answer that used one says so.",
	  "covers: { from: 2024-01, until: 2040-12 }",
	  "covers: { from: 2024-01, until: 2026-12 }" },
	{ "calendar-empty-span",
	  "The span ends before it begins: the two are swapped.",
	  "covers: { from: 2026-12, until: 2024-01 }",
	  "covers: { from: 2024-01, until: 2026-12 }" },
	{ "calendar-not-projected",
	  "Only bundled calendars have a rule by which later years can be projected.",
	  "holidays: [england-and-wales, office.ics]\n"
	  "project-until: 2030",
	  "holidays: [england-and-wales]\n"
	  "project-until: 2030" },
	{ "calendar-outside-folder",
	  "A policy's folder is complete in itself, so that it can be moved and kept. Copy the calendar into it.",
	  "calendar: ../calendars/office.yaml",
	  "calendar: england-and-wales" },
	{ "calendar-too-long",
	  "A calendar covers at most 65,534 days, some 179 years.",
	  "covers: { from: 1900-01, until: 2199-12 }",
	  "covers: { from: 2024-01, until: 2026-12 }" },
	{ "calendar-unknown",
	  "Bundled are england-and-wales, scotland, northern-ireland and united-kingdom; another name must be a file of the same folder.",
	  "calendar: england-and-wale",
	  "calendar: england-and-wales" },
	{ "calendar-without-working-day",
	  "If every day of the week is closed, nothing counted in working days ever ends.",
	  "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]",
	  "weekend: [saturday, sunday]" },
	{ "clause-not-quoted",
	  "Without quotes 6.10 is the number 6.1, another clause.",
	  "clause: 6.10",
	  "clause: \"6.10\"" },
	{ "closure-outside-span",
	  "The day lies outside of what the calendar covers, so it can change nothing. Mostly the year is wrong.",
	  "closures: [{ on: 2028-12-24, says: Christmas closure }]",
	  "closures: [{ on: 2026-12-24, says: Christmas closure }]" },
	{ "companion-missing",
	  "Some keys say nothing alone: a choice needs its values, \"decided-by\" an effect that leaves a decision, a limit an event to run from.",
	  "facts: [{ id: colour, type: choice, question: Which colour is it? }]",
	  "facts: [{ id: colour, type: choice, values: [red, green], question: Which colour is it? }]" },
	{ "condition-too-deep",
	  "No policy says \"not of all of any of not ...\" sixteen times over. Split the rule, or ask for a fact that says it in one.",
	  "when: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: { not: anonymous } } } } } } } } } } } } } } } } }",
	  "when: { not: anonymous }" },
	{ "control-character",
	  "Such a character is invisible, and can make a terminal show something else than the file has. Delete it and write the text again.",
	  "title: \"Complaints\\x07 Policy\"",
	  "title: \"Complaints Policy\"" },
	{ "date-impossible",
	  "The day is not in the calendar: the month is shorter, or the year is no leap year.",
	  "in-force: { from: 2022-02-30 }",
	  "in-force: { from: 2022-02-28 }" },
	{ "date-malformed",
	  "19/08/2022 and 08/19/2022 are the same day to different people. Year, month, day leaves no doubt.",
	  "in-force: { from: 19/08/2022 }",
	  "in-force: { from: 2022-08-19 }" },
	{ "date-out-of-range",
	  "Years run from 1900 to 2199; mostly two digits were swapped.",
	  "in-force: { from: 1822-08-01 }",
	  "in-force: { from: 2022-08-01 }" },
	{ "deadline-before-event",
	  "The limit has run out before that can have happened which it is about: mostly it runs from the wrong event.",
	  "- id: stage-2\n"
	  "  clause: \"7\"\n"
	  "  says: A director reviews it.\n"
	  "  starts: escalation-requested\n"
	  "  ends: stage-2-response-sent\n"
	  "  duties: [{ id: respond-stage-2, clause: \"7\", says: We respond., within: 9 working days, after: complaint-received, done-by: stage-2-response-sent }]",
	  "- id: stage-2\n"
	  "  clause: \"7\"\n"
	  "  says: A director reviews it.\n"
	  "  starts: escalation-requested\n"
	  "  ends: stage-2-response-sent\n"
	  "  duties: [{ id: respond-stage-2, clause: \"7\", says: We respond., within: 9 working days, after: escalation-requested, done-by: stage-2-response-sent }]" },
	{ "document-name-malformed",
	  "A document is called by its issuer and the month from which it is in force, as housing-ombudsman/2024-04. The name is made of letters.",
	  "issued-by: \"***\"",
	  "issued-by: Example Homes" },
	{ "duplicate-entry",
	  "The same word twice in one list is a slip: often another one was meant.",
	  "tested-at: [acceptance, acceptance]",
	  "tested-at: [acceptance, escalation]" },
	{ "duplicate-key",
	  "YAML would let the last one win, and nobody would see it.",
	  "title: Complaints Policy\n"
	  "title: Complaints and Compliments",
	  "title: Complaints and Compliments" },
	{ "duplicate-label",
	  "A reading is chosen by its label, so two of one rule cannot share it.",
	  "or-read-as:\n"
	  "  - { label: other, words: ten days, within: 10 calendar days }\n"
	  "  - { label: other, words: ten days, after: complaint-logged }",
	  "or-read-as:\n"
	  "  - { label: calendar-days, words: ten days, within: 10 calendar days }\n"
	  "  - { label: from-logging, words: ten days, after: complaint-logged }" },
	{ "duplicate-name",
	  "A name is declared once, in one list.",
	  "facts:\n"
	  "  - { id: roof-leaks, type: true-false, question: Does the roof leak? }\n"
	  "  - { id: roof-leaks, type: true-false, question: Is there a leak? }",
	  "facts:\n"
	  "  - { id: roof-leaks, type: true-false, question: Does the roof leak? }\n"
	  "  - { id: pipe-leaks, type: true-false, question: Does a pipe leak? }" },
	{ "duplicate-rule",
	  "Every rule has an id of its own, whatever its kind: scenarios and answers name it by that alone.",
	  "- { id: respond-stage-1, clause: \"6.2\", says: We call., ask: resident, about: [outcome-sought] }",
	  "- { id: call, clause: \"6.2\", says: We call., ask: resident, about: [outcome-sought] }" },
	{ "duplicate-scenario",
	  "The name says what the scenario shows; two of the same name cannot be told apart in a report.",
	  "- name: a fresh complaint is accepted\n"
	  "  events: { complaint-received: 2022-09-01 }\n"
	  "  expect: { eligibility: { outcome: undetermined } }",
	  "- name: without its dates it is undetermined\n"
	  "  events: { complaint-received: 2022-09-01 }\n"
	  "  expect: { eligibility: { outcome: undetermined } }" },
	{ "duration-malformed",
	  "A length of time is a number in digits and a unit.",
	  "within: ten working days",
	  "within: 10 working days" },
	{ "duration-too-large",
	  "Limits reach ten years at most. Mostly a digit came in twice.",
	  "within: 4000 working days",
	  "within: 40 working days" },
	{ "duration-zero",
	  "Zero days is not a length of time. What must happen at once is \"immediately\".",
	  "within: 0 working days",
	  "within: immediately" },
	{ "duty-cycle",
	  "A duty's date runs from another's, and that one's from the first: none of them ever gets a date.",
	  "after: { due: respond-stage-1 }",
	  "after: complaint-received" },
	{ "empty-file",
	  "The file was saved before anything was written, or all of it is a remark.",
	  "# format: 1",
	  "(a whole file)" },
	{ "empty-list",
	  "A list without an entry leaves open whether something was forgotten. What does not exist is left out.",
	  "factors: []",
	  "effect: exclude" },
	{ "empty-mapping",
	  "The key is there and has nothing below it: is the next line set in too little?",
	  "format: 1\n"
	  "kind: policy\n"
	  "document: { issued-by: Example Homes, title: T, in-force: { from: 2022-08 }, chosen-by: complaint-received }\n"
	  "counting: {}\n"
	  "stages: [{ id: stage-1, clause: \"1\", says: A, starts: complaint-received, ends: stage-1-response-sent, duties: [{ id: answer, clause: \"1\", says: B }] }]",
	  "format: 1\n"
	  "kind: policy\n"
	  "document: { issued-by: Example Homes, title: T, in-force: { from: 2022-08 }, chosen-by: complaint-received }\n"
	  "counting: { calendar: england-and-wales }\n"
	  "stages: [{ id: stage-1, clause: \"1\", says: A, starts: complaint-received, ends: stage-1-response-sent, duties: [{ id: answer, clause: \"1\", says: B }] }]" },
	{ "empty-text",
	  "The key is there and says nothing.",
	  "title: \"\"",
	  "title: Complaints Policy" },
	{ "extra-day-already-works",
	  "The day is worked anyway: is the date right?",
	  "extra-working-days: [{ on: 2026-12-30, says: Emergency rota }]",
	  "extra-working-days: [{ on: 2026-12-28, says: Emergency rota }]" },
	{ "fact-never-matters",
	  "The answer is the same whatever the fact is, so nobody should be asked for it.",
	  "when: { any: [previously-considered, { all: [previously-considered, with-ombudsman] }] }",
	  "when: { any: [previously-considered, with-ombudsman] }" },
	{ "file-not-found",
	  "The name is misspelt, or the file lies in another folder. File names are case-sensitive.",
	  "complaint check polciy.yaml",
	  "complaint check policy.yaml" },
	{ "file-too-large",
	  "A rule file has at most 256 KiB, a calendar in iCalendar form 4 MiB. No policy is as long: most likely it is another file.",
	  "complaint check complaints-2022.pdf.yaml",
	  "complaint check policy.yaml" },
	{ "file-unreadable",
	  "The file is there, but the permissions of the file or its folder keep this user out.",
	  "chmod 000 policy.yaml\n"
	  "complaint check policy.yaml",
	  "chmod 644 policy.yaml\n"
	  "complaint check policy.yaml" },
	{ "format-unknown",
	  "The first line says by which version of these rules the file is written. There is one: 1.",
	  "format: 2\n"
	  "kind: policy",
	  "(a whole file)" },
	{ "ics-date-impossible",
	  "A date has eight digits, year, month and day, and is in the calendar.",
	  "DTSTART;VALUE=DATE:20240230",
	  "DTSTART;VALUE=DATE:20241225" },
	{ "ics-event-too-long",
	  "An event ends after it begins and lasts at most 366 days. DTEND is the day after the last one.",
	  "DTEND;VALUE=DATE:20991226",
	  "DTEND;VALUE=DATE:20241226" },
	{ "ics-malformed",
	  "The file is not a whole iCalendar file: it was cut off while it was saved, or edited by hand. Save it again from the program that wrote it.",
	  "BEGIN:VEVENT\n"
	  "SUMMARY:Cut off here",
	  "BEGIN:VEVENT\n"
	  "UID:2@example\n"
	  "DTSTAMP:20240101T000000Z\n"
	  "SUMMARY:Boxing Day\n"
	  "DTSTART;VALUE=DATE:20241226\n"
	  "END:VEVENT" },
	{ "ics-nested-too-deep",
	  "An event may have an alarm in it; nothing lies deeper.",
	  "BEGIN:VALARM\n"
	  "BEGIN:VALARM\n"
	  "BEGIN:VALARM\n"
	  "END:VALARM\n"
	  "END:VALARM\n"
	  "END:VALARM",
	  "BEGIN:VALARM\n"
	  "ACTION:DISPLAY\n"
	  "TRIGGER:-P1D\n"
	  "DESCRIPTION:Closed tomorrow\n"
	  "END:VALARM" },
	{ "ics-no-event",
	  "A calendar without an event closes no day. It may have been saved with a filter on.",
	  "BEGIN:VCALENDAR\n"
	  "VERSION:2.0\n"
	  "PRODID:-//Example Homes//Closures//EN\n"
	  "END:VCALENDAR",
	  "(a whole file)" },
	{ "ics-not-all-day",
	  "A calendar closes whole days. An event with a time of day is an appointment.",
	  "DTSTART:20241225T090000Z",
	  "DTSTART;VALUE=DATE:20241225" },
	{ "ics-not-built-in",
	  "This build of the library leaves out iCalendar files and recurrence rules. The bundled calendars and dated closures work in every build.",
	  "holidays: [bank-holidays.ics]",
	  "holidays: [england-and-wales]" },
	{ "ics-not-supported",
	  "Something in the file is not read, and passing over it would lose closed days or bring false ones.",
	  "BEGIN:VEVENT\n"
	  "UID:2@example\n"
	  "DTSTAMP:20240101T000000Z\n"
	  "SUMMARY:Staff training\n"
	  "DTSTART;VALUE=DATE:20240802\n"
	  "RRULE:FREQ=MONTHLY;COUNT=5\n"
	  "EXRULE:FREQ=MONTHLY;INTERVAL=3\n"
	  "END:VEVENT",
	  "BEGIN:VEVENT\n"
	  "UID:2@example\n"
	  "DTSTAMP:20240101T000000Z\n"
	  "SUMMARY:Staff training\n"
	  "DTSTART;VALUE=DATE:20240802\n"
	  "RRULE:FREQ=MONTHLY;COUNT=5\n"
	  "EXDATE;VALUE=DATE:20241102\n"
	  "END:VEVENT" },
	{ "ics-span-assumed",
	  "A note, no fault: the file was taken to cover its first year to the year of its last Christmas Day. A calendar file can say it instead.",
	  "complaint check bank-holidays.ics",
	  "covers: { from: 2024-01, until: 2026-12 }\n"
	  "holidays: [bank-holidays.ics]" },
	{ "ics-span-unknown",
	  "Nothing in an .ics file says which years it knows. The last Christmas Day in it would; without one, name the file in a calendar file that says what it covers.",
	  "DTSTART;VALUE=DATE:20240801\n"
	  "DTEND;VALUE=DATE:20240802",
	  "DTSTART;VALUE=DATE:20241225\n"
	  "DTEND;VALUE=DATE:20241226" },
	{ "ics-too-large",
	  "At most 10,000 lines are read, and 366 values in one property: closed days of some years need far fewer. Save only the years that are needed.",
	  "(the whole appointment diary of an office)",
	  "(the bank holidays of ten years)" },
	{ "ics-too-long-line",
	  "A line of such a file, its continuations joined, has at most 8 KiB. Mostly a picture or an attachment is in it.",
	  "ATTACH;ENCODING=BASE64:(a photograph)",
	  "SUMMARY:Christmas Day" },
	{ "ics-two-calendars",
	  "Two calendars were joined into one file. Save each as a file of its own and name both.",
	  "END:VCALENDAR\n"
	  "BEGIN:VCALENDAR",
	  "holidays: [bank-holidays.ics, office-closures.ics]" },
	{ "id-malformed",
	  "Ids are used by scenarios, reports and other programs, so they are plain: lower-case letters, digits and single hyphens, a letter first, at most 64 characters.",
	  "id: Too_Old",
	  "id: too-old" },
	{ "json-syntax",
	  "A case can be JSON. Keys and texts stand in double quotes there, and no comma follows the last one.",
	  "{ \"facts\": { \"issue-ongoing\": true, } }",
	  "{ \"facts\": { \"issue-ongoing\": true } }" },
	{ "key-malformed",
	  "Before a colon stands a key: a word. A list, a mapping or nothing cannot be one.",
	  "[title]: Complaints Policy",
	  "title: Complaints Policy" },
	{ "key-order",
	  "Files are easier to compare when their sections stand in the same order.",
	  "wording: { previously-considered: Have we looked at it before? }",
	  "silent-on: [weekends]" },
	{ "key-too-long",
	  "A key has at most 128 bytes. Mostly it is no key at all, but a sentence with a colon in it.",
	  "we acknowledge every complaint within five working days and tell you the name of the person who looks into it and what happens then: yes",
	  "title: \"we acknowledge every complaint within five working days: yes\"" },
	{ "keys-incompatible",
	  "Two keys contradict each other; one of them must go.",
	  "facts: [{ id: roof-leaks, type: true-false, values: [a-little, a-lot], question: Does it leak? }]",
	  "facts: [{ id: roof-leaks, type: choice, values: [a-little, a-lot], question: How much does it leak? }]" },
	{ "kind-wrong",
	  "The file is of another kind than the place at which it is named asks for, such as a case where a calendar is wanted.",
	  "calendar: case.yaml",
	  "calendar: calendar.yaml" },
	{ "merge-key-not-allowed",
	  "A merge key copies keys from elsewhere, so that the reader no longer sees what holds.",
	  "<<: { strength: must }",
	  "strength: must" },
	{ "missing-key",
	  "Some keys cannot be left out: without them the rule says nothing that can be counted or decided.",
	  "format: 1\n"
	  "kind: policy\n"
	  "document: { issued-by: Example Homes, title: T, in-force: { from: 2022-08 } }\n"
	  "counting: { calendar: england-and-wales }",
	  "format: 1\n"
	  "kind: policy\n"
	  "document: { issued-by: Example Homes, title: T, in-force: { from: 2022-08 }, chosen-by: complaint-received }\n"
	  "counting: { calendar: england-and-wales }\n"
	  "stages: [{ id: stage-1, clause: \"1\", says: A, starts: complaint-received, ends: stage-1-response-sent, duties: [{ id: answer, clause: \"1\", says: B }] }]" },
	{ "name-clash",
	  "The name has a meaning already, the same for all landlords. Use the standard one, or call yours something else.",
	  "facts: [{ id: issue-ongoing, type: true-false, question: Does it still go on? }]",
	  "facts: [{ id: still-leaking, type: true-false, question: Does it still leak? }]" },
	{ "name-never-read",
	  "The file declares a name and never uses it. Is a rule missing, or was a standard name used instead?",
	  "facts: [{ id: pet-involved, type: true-false, question: Is a pet involved? }]",
	  "wording: { previously-considered: Have we looked at it before? }" },
	{ "name-not-standard",
	  "Without its policy a case is checked by the standard names alone, so this may be one of the policy's own.",
	  "issue-on-going: true",
	  "issue-ongoing: true" },
	{ "name-of-another-list",
	  "The name is known, as something else: a notice cannot be asked for, a fact has no date.",
	  "when: reasons",
	  "when: issue-ongoing" },
	{ "name-reserved",
	  "Words such as unknown, now and none have a meaning wherever a name could stand.",
	  "facts: [{ id: unknown, type: true-false, question: Is it unknown? }]",
	  "facts: [{ id: cause-unknown, type: true-false, question: Is the cause unknown? }]" },
	{ "names-disagree",
	  "Two versions of one landlord's policy use one name for two things; one case could not be read by both.",
	  "facts: [{ id: roof-leaks, type: true-false, question: Does it leak? }]    # in one version\n"
	  "facts: [{ id: roof-leaks, type: number, question: How many leaks? }]      # in the next",
	  "facts: [{ id: roof-leaks, type: true-false, question: Does it leak? }]\n"
	  "facts: [{ id: number-of-leaks, type: number, question: How many leaks? }]" },
	{ "never-applies",
	  "The parts of the condition contradict each other, so the rule is dead: mostly a threshold or a \"not\" is wrong.",
	  "when:\n"
	  "  all:\n"
	  "    - issue-arose: { more-than: 12 months, before: complaint-made }\n"
	  "    - issue-arose: { at-most: 6 months, before: complaint-made }",
	  "when:\n"
	  "  all:\n"
	  "    - issue-arose: { more-than: 6 months, before: complaint-made }\n"
	  "    - issue-arose: { at-most: 12 months, before: complaint-made }" },
	{ "never-fulfilled",
	  "What shows that the duty was done also makes it no longer owed, so it can never count as done.",
	  "when: { not: stage-1-response-sent }",
	  "strength: must" },
	{ "never-undetermined",
	  "All that the exclusion reads counts as said when nobody said it, so a complaint can be refused before anybody was asked.",
	  "when: { all: [anonymous, complaint-unclear] }",
	  "when: { all: [anonymous, previously-considered] }" },
	{ "nobody-told",
	  "A refusal that nobody has to tell the resident of, or a duty to tell that does not say what.",
	  "- id: heard-before\n"
	  "  clause: \"5.2\"\n"
	  "  says: We have looked at it before.\n"
	  "  tested-at: [acceptance]\n"
	  "  when: previously-considered\n"
	  "  effect: exclude\n"
	  "  duties: [{ id: write, clause: \"5.2\", says: We write., tell: resident }]",
	  "- id: heard-before\n"
	  "  clause: \"5.2\"\n"
	  "  says: We have looked at it before.\n"
	  "  tested-at: [acceptance]\n"
	  "  when: previously-considered\n"
	  "  effect: exclude\n"
	  "  duties: [{ id: write, clause: \"5.2\", says: We write., tell: resident, about: [next-step] }]" },
	{ "norm-key",
	  "\"source\" and \"sure\" say where a figure of a norm was seen and how sure it is. A policy's source is its clause.",
	  "source: our own copy",
	  "clause: \"6.1\"" },
	{ "not-a-file",
	  "A folder was named where one file is wanted, or a folder in which no rule file lies. `complaint check` and `complaint test` look through folders; the others take a file.",
	  "complaint eval case.yaml --policy rules/example-homes/2022-08",
	  "complaint eval case.yaml --policy rules/example-homes/2022-08/policy.yaml" },
	{ "not-examined",
	  "With more than 12 things to ask there are too many cases to try, so nothing is said of this rule.",
	  "when: { any: [previously-considered, with-ombudsman, proceedings-issued, insurance-claim, personal-injury, about-policy-content, compensation-claim, no-injustice, reopening-request, final-decision-given, restriction-in-force, disrepair-claim, claim-filed-at-court] }",
	  "when: { any: [previously-considered, with-ombudsman] }" },
	{ "not-utf8",
	  "Every text is read as UTF-8. Word processors and old editors save other encodings, in which é or £ is another byte.",
	  "title: Caf\\xe9 Policy",
	  "title: Café Policy" },
	{ "nothing-expected",
	  "The scenario expects something that its case does not ask for.",
	  "- name: five more days are permitted\n"
	  "  facts: { good-reason: true }\n"
	  "  events: { complaint-received: 2022-09-01 }\n"
	  "  expect: { extension: { outcome: permitted } }",
	  "- name: five more days are permitted\n"
	  "  request: { extend: respond-stage-1, adds: 5 working days }\n"
	  "  facts: { good-reason: true }\n"
	  "  events: { complaint-received: 2022-09-01 }\n"
	  "  expect: { extension: { outcome: permitted } }" },
	{ "number-malformed",
	  "YAML takes 012 for ten and 1_000 for a thousand; here digits mean what they say.",
	  "when: { signatures: { at-least: 012 } }",
	  "when: { signatures: { at-least: 12 } }" },
	{ "number-out-of-range",
	  "The number is smaller or larger than can be meant there.",
	  "when: { signatures: { at-least: 3000000000 } }",
	  "when: { signatures: { at-least: 300 } }" },
	{ "offset-missing",
	  "On the night the clocks go back, half past one comes twice. A time says how far it is from UTC: +01:00 in British summer time, Z or +00:00 in winter.",
	  "now: 2022-10-29T09:30",
	  "now: 2022-10-29T09:30+01:00" },
	{ "policy-outside-folder",
	  "Scenarios lie beside their policy, so that both move together.",
	  "policy: ../2020-01/policy.yaml",
	  "policy: policy.yaml" },
	{ "reading-changes-nothing",
	  "A reading that changes nothing is the rule itself.",
	  "or-read-as: [{ label: other, words: ten days }]",
	  "or-read-as: [{ label: other, words: ten days, within: 10 calendar days }]" },
	{ "reading-key",
	  "A reading can change what a text leaves open, such as a limit. It cannot change which rule it is.",
	  "or-read-as: [{ label: sent, words: ten days, within: 9 working days, done-by: complaint-acknowledged }]",
	  "or-read-as: [{ label: calendar-days, words: ten days, within: 10 calendar days }]" },
	{ "reading-nested",
	  "A reading changes a rule; it has no readings of its own. Write each beside the others.",
	  "or-read-as:\n"
	  "  - label: calendar-days\n"
	  "    words: ten days\n"
	  "    within: 10 calendar days\n"
	  "    or-read-as: [{ label: from-logging, words: ten days, after: complaint-logged }]",
	  "or-read-as:\n"
	  "  - { label: calendar-days, words: ten days, within: 10 calendar days }\n"
	  "  - { label: from-logging, words: ten days, after: complaint-logged }" },
	{ "recurrence-malformed",
	  "A closure that comes again is written in a few fixed ways; the hint lists them.",
	  "recurring: [{ every: lst friday of the month, says: Staff training }]",
	  "recurring: [{ every: last friday of the month, says: Staff training }]" },
	{ "recurrence-never",
	  "The rule gives no day at all.",
	  "recurring: [{ every: 30 february, says: Closed }]",
	  "recurring: [{ every: 28 february, says: Closed }]" },
	{ "recurrence-not-supported",
	  "A calendar closes whole days, so nothing can come back more often than daily, and some rare parts of RRULE are not read.",
	  "recurring: [{ rule: FREQ=HOURLY, from: 2024-01-01, says: Staff training }]",
	  "recurring: [{ rule: FREQ=MONTHLY, from: 2024-01-01, says: Staff training }]" },
	{ "recurrence-too-many",
	  "A calendar's own rules close more than 20,000 days.",
	  "recurring: 4,000 rules that close every Friday",
	  "recurring: [{ every: friday, says: Closed on Fridays }]" },
	{ "role-misspelt",
	  "Roles are free text, so any could be right. One that is written once, a letter away from another of the same file, most likely is not.",
	  "- { id: call, clause: \"6.2\", says: We call., by: Customer Relatons Team, ask: resident, about: [outcome-sought] }\n"
	  "- { id: write, clause: \"6.2\", says: We write., by: Customer Relations Team, tell: resident, about: [reasons] }",
	  "- { id: call, clause: \"6.2\", says: We call., by: Customer Relations Team, ask: resident, about: [outcome-sought] }\n"
	  "- { id: write, clause: \"6.2\", says: We write., by: Customer Relations Team, tell: resident, about: [reasons] }" },
	{ "rule-of-another-kind",
	  "The id is known, but is that of another kind of rule than is wanted there.",
	  "of: stage-1",
	  "of: respond-stage-1" },
	{ "second-document",
	  "Three hyphens begin another document; only one is read. Two versions of a policy are two files.",
	  "---\n"
	  "title: another",
	  "silent-on: [what happens at weekends]" },
	{ "span-reversed",
	  "The span ends before it begins: the two are swapped.",
	  "in-force: { from: 2022-08, until: 2020-08 }",
	  "in-force: { from: 2020-08, until: 2022-08 }" },
	{ "swallowed",
	  "Whenever this one applies, another does too and says the same. Remove it, or narrow the other. If the policy was published so, accept the finding.",
	  "- id: very-old\n"
	  "  clause: \"5.2\"\n"
	  "  says: It happened very long ago.\n"
	  "  tested-at: [acceptance]\n"
	  "  when: { issue-arose: { more-than: 12 months, before: complaint-made } }\n"
	  "  effect: exclude",
	  "- id: heard-before\n"
	  "  clause: \"5.2\"\n"
	  "  says: We have looked at it before.\n"
	  "  tested-at: [acceptance]\n"
	  "  when: previously-considered\n"
	  "  effect: exclude" },
	{ "tab",
	  "How wide a tab is, each program decides by itself; how far a line is set in decides what it belongs to. So only spaces may stand there.",
	  "\\x09title: Complaints Policy",
	  "title: Complaints Policy" },
	{ "tag-not-allowed",
	  "A tag tells YAML what a value is. Here the key does. A text that begins with an exclamation mark goes into double quotes.",
	  "title: !!str Complaints Policy",
	  "title: Complaints Policy" },
	{ "test-malformed",
	  "A test of time says how long, and before or after what.",
	  "when: { issue-arose: { more-than: 6 months } }",
	  "when: { issue-arose: { more-than: 6 months, before: complaint-made } }" },
	{ "test-of-wrong-type",
	  "A true-or-false fact stands alone or under \"not\"; a number is compared; a choice \"is\" one of its values; an event lies before or after another.",
	  "when: { issue-ongoing: false }",
	  "when: { not: issue-ongoing }" },
	{ "text-too-long",
	  "A text has at most 16 KiB, many kinds less. A rule says what a person is shown: a sentence or two.",
	  "says: >-\n"
	  "  (the whole policy)",
	  "says: We respond in full within ten working days." },
	{ "tier-never-reached",
	  "Every request this tier could take is decided by one before it.",
	  "- { id: other, clause: \"7.2\", says: Longer., in-all: 10 calendar days, needs: [agreed-by-both] }",
	  "- { id: other, clause: \"7.2\", says: Longer., in-all: 60 working days, needs: [agreed-by-both] }" },
	{ "tier-order",
	  "Tiers are tried from the top, and the first that is wide enough decides; so each reaches further than the one before.",
	  "- { id: short, clause: \"7.2\", says: A little longer., up-to: 5 working days, needs: [agreed-by-both] }",
	  "- { id: long, clause: \"7.2\", says: Much longer., up-to: 40 working days, needs: [agreed-by-both] }" },
	{ "time-malformed",
	  "Without quotes YAML has an old rule that makes 17:00 the number 1020.",
	  "cut-off: 17:00",
	  "cut-off: \"17:00\"" },
	{ "time-zone-missing",
	  "Hours run through the night the clocks change, so the file must say whose clocks.",
	  "within: 48 hours",
	  "within: 2 calendar days" },
	{ "time-zone-unknown",
	  "Landlords in the United Kingdom count by Europe/London, which knows summer time. UTC is there for systems that record it.",
	  "time-zone: GMT",
	  "time-zone: Europe/London" },
	{ "too-deep",
	  "More than 32 levels are no rule of a policy; the file is broken, or made to harm.",
	  "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[deep]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
	  "title: Complaints Policy" },
	{ "too-few-entries",
	  "\"all\" and \"any\" join two conditions or more. Was another one forgotten?",
	  "when: { all: [previously-considered] }",
	  "when: previously-considered" },
	{ "too-many-calendars",
	  "A file may count by 32 calendars.",
	  "counting: { calendar: office-33.yaml }",
	  "counting: { calendar: england-and-wales }" },
	{ "too-many-entries",
	  "A list or a mapping may have 4,096 entries. Such lists are made by programs, not by a policy.",
	  "seq 5000 | sed 's/^/- /' >> policy.yaml",
	  "complaint check policy.yaml" },
	{ "too-many-faults",
	  "After 50 messages on one file the rest are only counted. Mend the first ones: many others often go with them.",
	  "within: 10 days, in sixty duties",
	  "within: 10 working days" },
	{ "too-many-nodes",
	  "A file holds one policy, and no policy comes near 20,000 lists, mappings and values.",
	  "cat rules/*/*/policy.yaml > all.yaml\n"
	  "complaint check all.yaml",
	  "complaint check rules/*/*/policy.yaml" },
	{ "too-many-values",
	  "A choice has at most 100 values; nobody would pick among more.",
	  "values: a hundred and one streets",
	  "values: [north, south, east, west]" },
	{ "two-tests",
	  "Two conditions side by side leave open whether both must hold or one is enough.",
	  "when: { signatures: { at-least: 5 }, tenure: { is: leaseholder } }",
	  "when: { all: [{ signatures: { at-least: 5 } }, { tenure: { is: leaseholder } }] }" },
	{ "unit-missing",
	  "\"Within 10 days\" is the quarrel the file is to settle: are weekends and bank holidays counted? Say which days.",
	  "within: 10 days",
	  "within: 10 working days" },
	{ "unit-plural",
	  "One day, two days: a wrong ending is often a wrong number.",
	  "within: 1 working days",
	  "within: 1 working day" },
	{ "unit-unknown",
	  "Known are working days, calendar days, hours, weeks, months and years, and close of business on the next day.",
	  "within: 10 business days",
	  "within: 10 working days" },
	{ "unknown-key",
	  "A key that nobody knows would be passed over, and the rule would do less than its author thinks. Mostly it is misspelt, or stands one level too high or too low.",
	  "don-by: stage-1-response-sent",
	  "done-by: stage-1-response-sent" },
	{ "unknown-name",
	  "A fact, event, notice, door or record is named that neither the standard vocabulary nor this file has. Misspelt, it would silently never be true.",
	  "when: issue-ongoin",
	  "when: issue-ongoing" },
	{ "unknown-reading",
	  "A case may choose a reading of a rule by its label. This rule has none of that label.",
	  "readings: { respond-stage-1: from-logging }",
	  "now: 2022-10-29" },
	{ "unknown-rule",
	  "A rule is named that the file does not have. Mostly its id is misspelt.",
	  "of: respond-stage-one",
	  "of: respond-stage-1" },
	{ "unknown-though-settled",
	  "Whatever the missing fact turns out to be, the answer is the same; only the way it is written keeps it open. Write it shorter.",
	  "when: { any: [{ all: [landlord-responsible, proceedings-issued] }, { all: [{ not: landlord-responsible }, proceedings-issued] }] }",
	  "when: proceedings-issued" },
	{ "unknown-value",
	  "Only certain words may stand there; the hint lists them.",
	  "effect: exlude",
	  "effect: exclude" },
	{ "versions-gap",
	  "Between the end of one version and the beginning of the next lie days on which none holds.",
	  "in-force: { from: 2020-01, until: 2020-12 }    # in one folder\n"
	  "in-force: { from: 2021-03 }                    # in the next",
	  "in-force: { from: 2020-01, until: 2021-02 }\n"
	  "in-force: { from: 2021-03 }" },
	{ "versions-overlap",
	  "Two versions of one landlord's policy claim the same day, so nobody could say which holds. The older one ends the day before the newer begins.",
	  "in-force: { from: 2020-01, until: 2021-06 }    # in one folder\n"
	  "in-force: { from: 2021-03 }                    # in the next",
	  "in-force: { from: 2020-01, until: 2021-02 }\n"
	  "in-force: { from: 2021-03 }" },
	{ "window-never-open",
	  "After a wait of 8 weeks the window opens on day 57; it must not have closed by then.",
	  "opens: { wait: 8 weeks, after: stage-2-response-sent }\n"
	  "closes: { within: 8 weeks, after: stage-2-response-sent }",
	  "opens: { wait: 8 weeks, after: stage-2-response-sent }\n"
	  "closes: { within: 12 months, after: stage-2-response-sent }" },
	{ "windows-gap",
	  "Two windows take turns, and between them is a day, or a case, in which neither is open: the resident has no way on.",
	  "- { id: by-person, clause: \"9\", says: Through a designated person., door: designated-person, opens: { after: stage-2-response-sent }, closes: { within: 8 weeks, after: stage-2-response-sent }, used-by: designated-person-approached }\n"
	  "- { id: by-oneself, clause: \"9\", says: Directly., door: housing-ombudsman, opens: { wait: 2 months, after: stage-2-response-sent }, used-by: ombudsman-approached }",
	  "- { id: by-person, clause: \"9\", says: Through a designated person., door: designated-person, opens: { after: stage-2-response-sent }, closes: { within: 8 weeks, after: stage-2-response-sent }, used-by: designated-person-approached }\n"
	  "- { id: by-oneself, clause: \"9\", says: Directly., door: housing-ombudsman, opens: { wait: 8 weeks, after: stage-2-response-sent }, used-by: ombudsman-approached }" },
	{ "windows-overlap",
	  "Two windows are meant to take turns, and on some day, or in some case, both are open.",
	  "- { id: by-person, clause: \"9\", says: Through a designated person., door: designated-person, opens: { after: stage-2-response-sent }, closes: { within: 8 weeks, after: stage-2-response-sent }, used-by: designated-person-approached }\n"
	  "- { id: by-oneself, clause: \"9\", says: Directly., door: housing-ombudsman, opens: { wait: 54 calendar days, after: stage-2-response-sent }, used-by: ombudsman-approached }",
	  "- { id: by-person, clause: \"9\", says: Through a designated person., door: designated-person, opens: { after: stage-2-response-sent }, closes: { within: 8 weeks, after: stage-2-response-sent }, used-by: designated-person-approached }\n"
	  "- { id: by-oneself, clause: \"9\", says: Directly., door: housing-ombudsman, opens: { wait: 8 weeks, after: stage-2-response-sent }, used-by: ombudsman-approached }" },
	{ "wording-of-own-name",
	  "\"wording\" gives a standard name the policy's own words. A name of the file has its words where it is declared.",
	  "wording: { roof-leaks: Is there a leak? }\n"
	  "facts: [{ id: roof-leaks, type: true-false, question: Does the roof leak? }]",
	  "facts: [{ id: roof-leaks, type: true-false, question: Is there a leak? }]" },
	{ "wrong-type",
	  "A list stands where one text is wanted, or a text where a list is. Square brackets and hyphens make a list, braces and \"key: value\" a mapping.",
	  "title: [Complaints, Policy]",
	  "title: Complaints Policy" },
	{ "yaml-syntax",
	  "The text breaks the rules of YAML itself: a quote or bracket not closed, a colon in a text without quotes, a line set in too far or not far enough.",
	  "title: Complaints: Our Policy",
	  "title: \"Complaints: Our Policy\"" },
};

const size_t fault_page_count = sizeof(fault_pages) / sizeof(fault_pages[0]);
