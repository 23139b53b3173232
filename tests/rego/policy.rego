# The level rules of the DSPT for adult social care, as a policy.
#
# `data.banks` holds the editions as they stand in `question-bank/`: for each the members of `edition.json` and of
# `questions.json` side by side. `input` is an assessment with what is asked about it:
#
#   assessment   a document of format `dspt.assessment.v1`
#   bank         the edition whose rules judge it
#   day          the day of the verdict, such as "2026-06-01"
#   role, sites  who publishes, and for which sites
#
# `data.dspt.verdict` is the answer. Each rule is one rule of the toolkit with the statement that it comes from: `S1-3`
# and so on are the rows of `tests/seed_statements/table.md`. Days are ISO texts, whose order is that of the calendar.
#
# Left out is how long a publication counts. No edition offers one of several ways to a level, so that is left out as
# well; and of the ways in which people write "Not applicable" only the usual ones are read.

package dspt

import rego.v1

# ---- How sure a fact must be to count ----

# The rules are read three ways. What asks for something holds strictly even if nobody is sure of it, and leniently only
# if it is confirmed; what lets something off, the other way round. The best reading takes what is inferred.

readings := ["best", "strict", "lenient"]

in_every_reading := {"best", "strict", "lenient"}

asked_in := {"confirmed": in_every_reading, "inferred": {"best", "strict"}, "unknown": {"strict"}}

let_off_in := {"confirmed": in_every_reading, "inferred": {"best", "lenient"}, "unknown": {"lenient"}}

# The value of a fact that is confirmed or inferred.
known(fact) := fact.value if fact.certainty != "unknown"

# ---- The edition and the answers ----

bank := data.banks[input.bank]

organisation := input.assessment.organisation

question[code] := asked if {
	some asked in bank.questions
	code := asked.code
}

codes := [asked.code | some asked in bank.questions]

# Answers given for another edition are not read, because codes change their meaning.
response[code] := given if {
	input.assessment.edition == bank.edition.id
	some code, given in input.assessment.responses
	question[code]
}

# ---- Words ----

marks := " \t\n.,:;?!-–()[]'\""

# Somebody wrote something: a letter or a digit at least.
is_written(text) if trim(text, marks) != ""

# What follows "Not applicable" at the head of a text, in the usual spellings; "NA" stands alone.
after_not_applicable(text) := rest if {
	plain := trim(lower(text), marks)
	some spelling in ["not applicable", "not-applicable", "n/a"]
	startswith(plain, spelling)
	rest := substring(plain, count(spelling), -1)
	is_end_of_word(rest)
}

after_not_applicable(text) := "" if trim(lower(text), marks) == "na"

is_end_of_word(rest) if rest == ""

is_end_of_word(rest) if contains(marks, substring(rest, 0, 1))

# A reason says more than "Not applicable" over again.
is_a_reason(text) if {
	without := replace(replace(replace(lower(text), "not applicable", ""), "not-applicable", ""), "n/a", "")
	is_written(without)
	trim(without, marks) != "na"
}

# ---- "Not applicable" ----

# Which answers say "Not applicable", with all that may hold a reason: the comment beside a tick, the text box itself
# (S2-120), or the place of each document.
says_not_applicable[code] := [object.get(given, "reason", ""), comment(given)] if {
	some code, given in response
	given.kind == "not-applicable"
}

says_not_applicable[code] := [rest, comment(given)] if {
	some code, given in response
	given.kind == "text"
	rest := after_not_applicable(given.text)
}

# An exempt charity says so in the comment beside an empty box (S4-87).
says_not_applicable[code] := [rest] if {
	some code, given in response
	given.kind == "text"
	not is_written(given.text)
	question[code].evidenceType.value == "text"
	question[code].notApplicable.value.route == "comment"
	rest := after_not_applicable(comment(given))
}

# A tick with the figures or the finding that its question asks for is an answer, whatever the comment (S2-78).
says_not_applicable[code] := [rest] if {
	some code, given in response
	given.kind == "confirmation"
	given.confirmed
	not gives_figures(code, given)
	not gives_a_finding(code, given)
	rest := after_not_applicable(comment(given))
}

says_not_applicable[code] := [rest] if {
	some code, given in response
	given.kind == "document"
	count(named_documents[code]) == 0
	rest := after_not_applicable(comment(given))
}

says_not_applicable[code] := array.concat(rests, [comment(given)]) if {
	some code, given in response
	given.kind == "document"
	count(named_documents[code]) > 0
	rests := [rest | some document in named_documents[code]; rest := after_not_applicable(document.location)]
	count(rests) == count(named_documents[code])
}

comment(given) := object.get(given, "comment", "")

gives_figures(code, given) if {
	question[code].threshold
	given.training
}

gives_a_finding(code, given) if {
	question[code].looksFor
	given.found
}

has_a_reason(code) if {
	some text in says_not_applicable[code]
	is_a_reason(text)
}

# Answers that say something else.
answer[code] := given if {
	some code, given in response
	not says_not_applicable[code]
}

# The documents that say where they are.
named_documents[code] := named if {
	some code, given in response
	given.kind == "document"
	named := [document | some document in given.documents; is_written(document.location)]
}

# A document counts to its last day.
is_in_date(document) if object.get(document, "expiresOn", "9999-12-31") >= input.day

# ---- What takes a question away ----

# A certificate counts from its day of issue to its day of expiry, both included (S3-39).
is_held(certificate) if {
	holding := organisation[profile_key[certificate]]
	holding.held == "yes"
	holding.issuedOn <= input.day
	input.day <= holding.expiresOn
}

profile_key := {
	"cyber-essentials-plus": "cyberEssentialsPlus",
	"cyber-essentials": "cyberEssentials",
	"iso-27001": "iso27001",
}

# Saying that Cyber Essentials Plus is held takes questions away (S4-59, S4-97), if it is in date.
is_ground("cyber-essentials-plus") if is_held("cyber-essentials-plus")

# NHSmail as the only email system does; "not sure" counts as no (S2-17).
is_ground("nhsmail-only") if organisation.nhsmail == "only-email-system"

taken_away_by[reading] := all if {
	some reading in readings
	all := {code: grounds |
		some code, asked in question
		grounds := [exemption.by |
			some exemption in asked.exemptions
			exemption.exempts.value == true
			reading in let_off_in[exemption.exempts.certainty]
			is_ground(exemption.by)
		]
		count(grounds) > 0
	}
}

# The list of unsupported software is needed only where unsupported software was found (S3-25).
not_needed[reading] := all if {
	some reading in readings
	all := {code |
		some code, asked in question
		condition := asked.neededWhen
		reading in let_off_in[condition.certainty]
		found_nothing(reading, condition.value.found)
	}
}

found_nothing(reading, code) if {
	says_not_applicable[code]
	reading in let_off_in[question[code].notApplicable.certainty]
}

found_nothing(_, code) if found(code, "nothing")

found(code, what) if {
	answer[code].kind == "confirmation"
	answer[code].confirmed
	answer[code].found == what
}

# ---- What stands against an answer ----

# Each answer carried over is confirmed again as true of current practice (S1-3, S0-20), since the edition opened; until
# then it shows as incomplete (S4-78).
stands_against contains [reading, code, "not-reconfirmed"] if {
	some code, given in response
	waits_for_reconfirmation(given)
	some reading in asked_in[bank.edition.reconfirmation.certainty]
}

# Nobody has confirmed it on a day to come.
stands_against contains [reading, code, "reconfirmed-in-future"] if {
	some code, given in response
	waits_for_reconfirmation(given)
	given.origin.reconfirmedOn > input.day
	some reading in asked_in[bank.edition.reconfirmation.certainty]
}

waits_for_reconfirmation(given) if {
	bank.edition.reconfirmation.value == true
	given.origin.kind == "carried-over"
	not is_reconfirmed(given.origin)
}

is_reconfirmed(origin) if {
	origin.reconfirmedOn <= input.day
	origin.reconfirmedOn >= bank.edition.opening.value.earliest
}

# "Not applicable" counts where a guide offers it (S2-78 to S2-118).
stands_against contains [reading, code, "not-applicable-not-accepted"] if {
	some code, _ in says_not_applicable
	some reading in readings
	not reading in let_off_in[question[code].notApplicable.certainty]
}

# Where a reason is asked for, "Not applicable" comes with one (S4-87).
stands_against contains [reading, code, "no-reason"] if {
	some code, _ in says_not_applicable
	route := question[code].notApplicable
	route.value.reason == "asked"
	not has_a_reason(code)
	some reading in asked_in[route.certainty]
}

# Whoever found unsupported software cannot say that the list of it does not apply (S3-25).
stands_against contains [reading, code, "contradicted"] if {
	some code, _ in says_not_applicable
	condition := question[code].neededWhen
	found(condition.value.found, "something")
	some reading in asked_in[condition.certainty]
}

# Each question takes one kind of answer (S2-134, S2-135).
stands_against contains [reading, code, "other-kind"] if {
	some code, given in answer
	kind := question[code].evidenceType
	kind.value != given.kind
	some reading in asked_in[kind.certainty]
}

# A text box without words is no answer (S1-16).
stands_against contains [reading, code, "no-words"] if {
	some code, given in answer
	given.kind == "text"
	not is_written(given.text)
	some reading in readings
}

# A box that is not ticked is no answer (S1-16).
stands_against contains [reading, code, "not-ticked"] if {
	some code, given in answer
	given.kind == "confirmation"
	not given.confirmed
	some reading in readings
}

# A document says where it is and has not expired; one in date is enough (S2-61).
stands_against contains [reading, code, "no-document"] if {
	some code, given in answer
	given.kind == "document"
	count(documents_in_date(code)) == 0
	some reading in readings
}

documents_in_date(code) := [document | some document in named_documents[code]; is_in_date(document)]

# A question that asks for several parts wants each of them (S2-137).
stands_against contains [reading, code, "part-missing"] if {
	some code, given in answer
	given.kind == "document"
	count(named_documents[code]) > 0
	some part in question[code].parts
	there := {id | some document in documents_in_date(code); some id in document.parts}
	not part.id in there
	some reading in asked_in[part.asked.certainty]
}

# What is still to come has not been reviewed.
stands_against contains [reading, code, "reviewed-in-future"] if {
	some code, given in answer
	given.reviewedOn > input.day
	some reading in readings
}

# Evidence is reviewed on or after a fixed day (S2-60, S2-76), or within so many months back from the day of publication
# (S2-70, S3-22), the day itself included.
stands_against contains [reading, code, "reviewed-too-long-ago"] if {
	some code, given in answer
	window := question[code].window
	given.reviewedOn < first_day(window.value)
	some reading in asked_in[window.certainty]
}

first_day(window) := window.date if window.kind == "since"

first_day(window) := months_before(input.day, window.months) if window.kind == "within-months"

# The same day of an earlier month, or its last day where it has fewer.
months_before(day, months) := sprintf("%04d-%02d-%02d", [year, month, min([number(day, 8, 2), last])]) if {
	counted := ((number(day, 0, 4) * 12) + number(day, 5, 2)) - (1 + months)
	year := floor(counted / 12)
	month := (counted % 12) + 1
	last := days_in(year, month)
}

# Some digits of a day as a number.
number(day, from, digits) := to_number(trim_left(substring(day, from, digits), "0"))

days_in(_, month) := 31 if month in {1, 3, 5, 7, 8, 10, 12}

days_in(_, month) := 30 if month in {4, 6, 9, 11}

days_in(year, 2) := 29 if is_leap_year(year)

days_in(year, 2) := 28 if not is_leap_year(year)

is_leap_year(year) if {
	year % 4 == 0
	year % 100 != 0
}

is_leap_year(year) if year % 400 == 0

# At least 95 in 100 people are trained (S3-22) ...
stands_against contains [reading, code, "too-few-trained"] if {
	some code, given in answer
	threshold := question[code].threshold
	given.training.trained * 100 < given.training.people * threshold.value.percent
	some reading in asked_in[threshold.certainty]
	not rolling_programme_counts(reading, threshold.value, given.training)
}

# ... or a rolling programme sees to it (S4-112).
rolling_programme_counts(reading, threshold, training) if {
	threshold.rollingProgramme.value == true
	reading in let_off_in[threshold.rollingProgramme.certainty]
	is_written(training.rollingProgramme)
}

# ---- What a question comes to ----

against[reading] := all if {
	some reading in readings
	all := {code | some [in_reading, code, _] in stands_against; in_reading == reading}
}

is_relieved(reading, code) if taken_away_by[reading][code]

is_relieved(reading, code) if code in not_needed[reading]

done[reading] := relieved | answered if {
	some reading in readings
	relieved := {code | some code, _ in question; is_relieved(reading, code)}
	answered := {code | some code, _ in response} - against[reading]
}

status[code] := sprintf("exempt by %s", [grounds[0]]) if some code, grounds in taken_away_by.best

status[code] := "not-applicable" if {
	some code in not_needed.best
	not taken_away_by.best[code]
}

status[code] := "unanswered" if {
	some code in codes
	not is_relieved("best", code)
	not response[code]
}

status[code] := "incomplete" if {
	some code, _ in response
	not is_relieved("best", code)
	code in against.best
}

status[code] := "not-applicable" if {
	some code, _ in says_not_applicable
	not is_relieved("best", code)
	not code in against.best
}

status[code] := "complete" if {
	some code, _ in answer
	not is_relieved("best", code)
	not code in against.best
}

# ---- Which questions a level asks for ----

# The entry about a level that speaks of the day: its first day counts, its last does not. The opt-out question of
# 2021-22 stopped being mandatory on 9 June 2022 (S4-103, S4-105).
speaks_of_the_day(entry, level) if {
	entry.level == level
	object.get(entry, "from", "0000-01-01") <= input.day
	input.day < object.get(entry, "until", "9999-12-31")
}

levels := [rule.level | some rule in bank.levels]

mandatory_fact[level] := all if {
	some level in levels
	all := {code: entry.mandatory |
		some code, asked in question
		some entry in asked.mandatory
		speaks_of_the_day(entry, level)
	}
}

# A question that is not surely in the edition is not surely asked for.
mandatory[reading] := all if {
	some reading in readings
	all := {level: asked |
		some level in levels
		asked := {code |
			some code, fact in mandatory_fact[level]
			fact.value == true
			reading in asked_in[fact.certainty]
			reading in asked_in[question[code].listed.certainty]
		}
	}
}

# The questions of which nothing confirms that the level does without them.
may_be_mandatory[level] := all if {
	some level in levels
	all := {code |
		some code, fact in mandatory_fact[level]
		is_not_surely_optional(fact)
	}
}

is_not_surely_optional(fact) if fact.value == true

is_not_surely_optional(fact) if fact.certainty != "confirmed"

official_count[level] := entry.count if {
	some level in levels
	some entry in bank.edition.counts
	speaks_of_the_day(entry, level)
}

# ---- Whether a level is met ----

# 2: it is; 1: nothing on record stands in the way, and not everything is on record; 0: it is not.
met := 2

undetermined := 1

not_met := 0

# The readings of the rules, and how facts are read in each. The last finds out what rests on a count of mandatory
# questions that is only inferred.
facts_read := {"best": "best", "strict": "strict", "lenient": "lenient", "uncounted": "lenient"}

# Every mandatory question is complete (S0-19, S1-2, S2-38, S4-60). The lenient reading asks only for what is certainly
# mandatory, but for as many questions as the toolkit says there are.
demand_state(reading, demand, _) := met if {
	demand.kind == "every-mandatory-complete"
	count(mandatory[facts_read[reading]][demand.level] - done[facts_read[reading]]) == 0
	not is_short_of_the_count(reading, demand.level)
}

is_short_of_the_count("lenient", level) if leniently_done(level) < known(official_count[level])

is_short_of_the_count("uncounted", level) if {
	official_count[level].certainty == "confirmed"
	leniently_done(level) < official_count[level].value
}

leniently_done(level) := count(done.lenient & may_be_mandatory[level])

# A level includes the one below it (S3-10).
demand_state(_, demand, below) := below[demand.level] if demand.kind == "level-met"

# Standards Exceeded needs Cyber Essentials Plus in date (S3-12, S3-37).
demand_state(_, demand, _) := met if {
	demand.kind == "certificate-current"
	is_held(demand.certificate)
}

# Every question is answered, mandatory or not (S4-62, S4-101) ...
demand_state(reading, demand, _) := met if {
	demand.kind == "every-question-complete"
	every_listed_question_is_done(reading)
	is_whole
}

# ... and nobody can say where not all of them are on record.
demand_state(reading, demand, _) := state if {
	demand.kind == "every-question-complete"
	every_listed_question_is_done(reading)
	not is_whole
	state := {"best": undetermined, "strict": not_met, "lenient": met, "uncounted": met}[reading]
}

every_listed_question_is_done(reading) if count(listed[facts_read[reading]] - done[facts_read[reading]]) == 0

listed[reading] := all if {
	some reading in readings
	all := {code | some code, asked in question; reading in asked_in[asked.listed.certainty]}
}

is_whole if count(bank.questions) >= known(bank.edition.total)

# The demands of a rule: its parts, where all of them are asked for. No edition offers one of several ways.
demands(rule) := [rule] if not rule.rules

demands(rule) := rule.rules if rule.kind == "all-of"

# All demands are met, and what cannot be said to be met is not.
rule_state(reading, rule, below) := min(states) if {
	states := [demand_state_or_not_met(reading, demand, below) | some demand in demands(rule)]
}

demand_state_or_not_met(reading, demand, below) := demand_state(reading, demand, below)

demand_state_or_not_met(reading, demand, below) := not_met if not demand_state(reading, demand, below) >= not_met

rules_of(level) := entry.readings if {
	some entry in bank.levels
	entry.level == level
}

# Where sources disagree about the rule of a level, the best reading takes the first, the strict one wants all of them,
# and any one is enough for the lenient one. A rule that stands alone and is only inferred is not enough for the strict.
level_state("best", level, below) := rule_state("best", rules_of(level)[0].value, below)

level_state("strict", level, _) := not_met if rests_on_inference_alone(level)

level_state("strict", level, below) := min(states) if {
	not rests_on_inference_alone(level)
	states := [rule_state("strict", rule.value, below) | some rule in rules_of(level)]
}

level_state(reading, level, below) := max(states) if {
	facts_read[reading] == "lenient"
	states := [rule_state(reading, rule.value, below) | some rule in rules_of(level)]
}

rests_on_inference_alone(level) if {
	count(rules_of(level)) == 1
	rules_of(level)[0].certainty != "confirmed"
}

approaching[reading] := {"approaching-standards": level_state(reading, "approaching-standards", {})} if {
	some reading, _ in facts_read
}

up_to_met[reading] := object.union(lower, {"standards-met": level_state(reading, "standards-met", lower)}) if {
	some reading, lower in approaching
}

state[reading] := object.union(lower, {"standards-exceeded": level_state(reading, "standards-exceeded", lower)}) if {
	some reading, lower in up_to_met
}

# The highest level that is met.
highest[reading] := top(array.concat(["none"], reached)) if {
	some reading, _ in facts_read
	reached := [level | some level in levels; state[reading][level] == met]
}

top(list) := list[count(list) - 1]

# ---- What stands in the way of a level, in the best reading ----

# A level includes those below it, so what stands in their way stands in its way.
up_to(level) := [levels[at] | some at in numbers.range(0, place(level))]

place(level) := at if {
	some at, entry in levels
	entry == level
}

asked_for(level) := [demand | some lower in up_to(level); some demand in demands(rules_of(lower)[0].value)]

outstanding[level] := all if {
	some level in levels
	wanted := {code | some demand in asked_for(level); some code in wanted_by(demand)}
	all := [code |
		some code in codes
		not code in done.best
		code in wanted
	]
}

wanted_by(demand) := mandatory.best[demand.level] if demand.kind == "every-mandatory-complete"

wanted_by(demand) := codes if demand.kind == "every-question-complete"

other_blockers[level] := sort(all) if {
	some level in levels
	all := {other | some demand in asked_for(level); other := other_blocker(demand)}
}

other_blocker(demand) := sprintf("certificate %s", [demand.certificate]) if {
	demand.kind == "certificate-current"
	not is_held(demand.certificate)
}

other_blocker(demand) := "unlisted" if {
	demand.kind == "every-question-complete"
	not is_whole
}

# ---- How far the answers can still go ----

# Whatever is missing is added and whatever is stale renewed, but nothing said is taken back.
to_be_taken_back := {
	"contradicted", "not-applicable-not-accepted", "other-kind", "reconfirmed-in-future", "reviewed-in-future",
}

is_closed(code) if {
	not code in done.best
	some fault in to_be_taken_back
	["best", code, fault] in stands_against
	not could_be_taken_away(code)
	not could_be_unneeded(code)
}

could_be_taken_away(code) if {
	some exemption in question[code].exemptions
	known(exemption.exempts) == true
	is_possible_ground(exemption.by)
}

is_possible_ground("cyber-essentials-plus") if could_be_held("cyber-essentials-plus")

is_possible_ground("nhsmail-only") if not object.get(organisation, "nhsmail", "not-sure") in {"no", "used"}

could_be_held(certificate) if not organisation[profile_key[certificate]].held == "no"

could_be_unneeded(code) if could_find_nothing(known(question[code].neededWhen).found)

could_find_nothing(code) if not response[code]

could_find_nothing(code) if {
	response[code].kind == "confirmation"
	not response[code].found == "something"
}

could_find_nothing(code) if {
	answer[code].kind == "text"
	not is_written(answer[code].text)
	known(question[code].notApplicable)
}

could_find_nothing(code) if {
	answer[code].kind == "document"
	count(named_documents[code]) == 0
	known(question[code].notApplicable)
}

could_find_nothing(code) if found_nothing("best", code)

closed := {code | some code in codes; is_closed(code)}

is_open(demand) if {
	demand.kind == "every-mandatory-complete"
	count(mandatory.best[demand.level] & closed) == 0
}

is_open(demand) if {
	demand.kind == "every-question-complete"
	count(listed.best & closed) == 0
}

is_open(demand) if {
	demand.kind == "certificate-current"
	could_be_held(demand.certificate)
}

is_open(demand) if demand.kind == "level-met"

in_reach := [level |
	some level in levels
	every demand in asked_for(level) {
		is_open(demand)
	}
]

ceiling := top(array.concat(["none"], in_reach))

# ---- Publishing ----

every_level := ["approaching-standards", "standards-met", "standards-exceeded"]

gate[name] := fact.value if {
	some name, fact in bank.edition.gates
	fact.certainty != "unknown"
}

publications := object.get(input.assessment, "publications", [])

# The publications that make this one a republication: those up to the day. Entry Level did not count in 2021-22 (S4-110,
# S4-111).
earlier_publications := [publication |
	some publication in publications
	publication.publishedOn <= input.day
	counts_as_published(publication)
]

counts_as_published(publication) if publication.level != "entry-level"

counts_as_published(_) if gate.entryLevelCounts == true

# Before the first publication a shorter view shows (S4-63), and afterwards the standard one (S4-65).
view := "first-publication" if count(earlier_publications) == 0

view := "standard" if count(earlier_publications) > 0

# Publishing fails while questions are incomplete (S3-32, S1-2).
obstacle contains [level, "questions-outstanding"] if {
	some level in levels
	is_for_this_edition
	count(outstanding[level]) > 0
}

# A certificate is missing that the level needs (S3-12).
obstacle contains [level, "certificate-missing"] if {
	some level in levels
	is_for_this_edition
	some other in other_blockers[level]
	other != "unlisted"
}

# Nobody can say that every question is answered where not all of them are on record (S4-101).
obstacle contains [level, "level-undetermined"] if {
	some level in levels
	is_for_this_edition
	"unlisted" in other_blockers[level]
}

is_for_this_edition if input.assessment.edition == bank.edition.id

obstacle contains [level, "other-edition"] if {
	some level in every_level
	not is_for_this_edition
}

# Approaching Standards is for a first publication (S3-5).
obstacle contains ["approaching-standards", "approaching-only-first"] if {
	gate.approachingOnlyFirst == true
	view == "standard"
}

# Whoever has published before publishes at Standards Met or better (S0-9).
obstacle contains [level, "below-republication"] if {
	some height, level in every_level
	some least, republished in every_level
	republished == gate.republishAtLeast
	height < least
	view == "standard"
}

# Nothing is published into the past.
obstacle contains [level, "before-last-publication"] if {
	some level in every_level
	input.day < publications[count(publications) - 1].publishedOn
}

# Approaching Standards comes with an action plan (S2-124, S4-64); Standards Met needs none (S4-66).
obstacle contains ["approaching-standards", "action-plan-missing"] if {
	gate.actionPlan == true
	not input.assessment.actionPlan
}

obstacle contains ["approaching-standards", "action-plan-faulty"] if {
	gate.actionPlan == true
	count(plan_fault) > 0
}

# The profile is confirmed before publishing (S2-126) ...
obstacle contains [level, "profile-not-confirmed"] if {
	some level in every_level
	gate.profileConfirmed == true
	not organisation.profileConfirmedOn
}

# ... not on a day to come ...
obstacle contains [level, "profile-confirmed-in-future"] if {
	some level in every_level
	gate.profileConfirmed == true
	organisation.profileConfirmedOn > input.day
}

# ... and again once it has changed (S2-126).
obstacle contains [level, "profile-changed"] if {
	some level in every_level
	gate.profileConfirmed == true
	organisation.profileChangedOn > organisation.profileConfirmedOn
}

# In the standard view each assertion is confirmed, untouched optional ones included (S4-55, S3-4).
obstacle contains [level, "assertions-not-confirmed"] if {
	some level in every_level
	view == "standard"
	some code in codes
	is_under_an_assertion_to_confirm(code)
	not concat(".", array.slice(split(code, "."), 0, 2)) in object.get(input.assessment, "assertionsConfirmed", [])
}

is_under_an_assertion_to_confirm(_) if gate.assertionsConfirmed == "every"

is_under_an_assertion_to_confirm(code) if {
	gate.assertionsConfirmed == "with-mandatory-questions"
	code in mandatory.best["standards-met"]
}

# Every answer carried over is confirmed before publishing, optional ones included (S0-20, S1-3); a question that has been
# taken away is out of sight with its answer (S4-97).
obstacle contains [level, "answers-not-reconfirmed"] if {
	some level in every_level
	"best" in asked_in[bank.edition.reconfirmation.certainty]
	some code, given in input.assessment.responses
	waits_for_reconfirmation(given)
	not taken_away_by.best[code]
}

# A publication carries the label of the edition that is open: from its opening ...
obstacle contains [level, "edition-not-open"] if {
	some level in every_level
	input.day < bank.edition.opening.value.earliest
}

# ... until the next one has opened, deadline or no deadline (S4-129) ...
obstacle contains [level, "edition-closed"] if {
	some level in every_level
	input.day >= data.banks[next_edition].edition.opening.value.latest
}

# ... which it has by its own deadline, whether or not it is on record.
obstacle contains [level, "edition-closed"] if {
	some level in every_level
	not data.banks[next_edition]
	input.day > next_deadline
}

first_year := number(input.bank, 0, 4)

next_edition := sprintf("%d-%02d", [first_year + 1, (first_year + 2) % 100])

next_deadline := data.banks[next_edition].edition.deadline.value

next_deadline := sprintf("%d-06-30", [first_year + 2]) if not data.banks[next_edition]

# Only an administrator member publishes (S2-31, S2-35).
obstacle contains [level, "role-may-not-publish"] if {
	some level in every_level
	gate.onlyAdministratorsPublish == true
	input.role != "administrator-member"
}

# The toolkit is for social care (S4-42, S4-43) ...
obstacle contains [level, "other-sector"] if {
	some level in every_level
	known(bank.edition.scope).sector != organisation.sector
}

# ... in England (S4-12).
obstacle contains [level, "outside-the-scope"] if {
	some level in every_level
	not organisation.nation in known(bank.edition.scope).nations
}

# A head office publishes for its sites (S3-33, S4-40); a site code has a V and four more (S4-52).
obstacle contains [level, "sites-need-head-office"] if {
	some level in every_level
	gate.sitesNeedHeadOffice == true
	count(input.sites) > 0
	startswith(organisation.odsCode, "V")
	count(organisation.odsCode) == 5
}

# Its sites are on record (S3-35) ...
obstacle contains [level, "site-not-on-record"] if {
	some level in every_level
	gate.sitesOnRecord == true
	some code in input.sites
	count([site | some site in object.get(input.assessment, "sites", []); site.odsCode == code]) == 0
}

# ... work as it does (S1-10, S4-21) ...
obstacle contains [level, "site-differs"] if {
	some level in every_level
	gate.sitesShareArrangements == true
	some site in selected_sites
	some way in ["training", "policies", "dataSecurity", "it"]
	site.arrangements[way] != "shared"
}

# ... and are in England (S4-32).
obstacle contains [level, "site-outside-the-scope"] if {
	some level in every_level
	some site in selected_sites
	not site.nation in known(bank.edition.scope).nations
}

selected_sites := [site | some site in object.get(input.assessment, "sites", []); site.odsCode in input.sites]

obstacles[level] := sort(all) if {
	some level in every_level
	all := {code | some [of, code] in obstacle; of == level}
}

# ---- The action plan ----

items := object.get(input.assessment, ["actionPlan", "items"], [])

# The plan covers every requirement not yet completed (S2-123), but for what cannot be put off.
plan_fault contains [code, "omitted"] if {
	input.assessment.actionPlan
	some code in outstanding["standards-met"]
	not code in mandatory.best["approaching-standards"]
	not code in {item.question | some item in items}
}

plan_fault contains [item.question, "twice"] if {
	some at, item in items
	some earlier, other in items
	earlier < at
	other.question == item.question
}

plan_fault contains [item.question, "unknown"] if {
	some item in items
	not question[item.question]
}

# What is mandatory for Approaching Standards cannot be put off (S4-85).
plan_fault contains [item.question, "cannot-be-deferred"] if {
	some item in items
	item.question in mandatory.best["approaching-standards"]
}

plan_fault contains [item.question, "done-yet-outstanding"] if {
	some item in items
	item.status == "done"
	item.question in outstanding["standards-met"]
}

still_to_do := [item | some item in items; not is_settled(item)]

is_settled(item) if {
	item.status == "done"
	not item.question in outstanding["standards-met"]
}

plan_fault contains [item.question, "owner-missing"] if {
	some item in still_to_do
	not is_written(object.get(item, "owner", ""))
}

# The plan is for the next year (S2-7).
plan_fault contains [item.question, "due-day-missing"] if {
	some item in still_to_do
	not item.dueOn
}

plan_fault contains [item.question, "due-day-passed"] if {
	some item in still_to_do
	item.dueOn < input.day
}

plan_fault contains [item.question, "due-too-late"] if {
	some item in still_to_do
	item.dueOn >= input.day
	item.dueOn > next_deadline
}

# ---- The verdict ----

word := ["not-met", "undetermined", "met"]

said contains [sprintf("status of %s", [code]), what] if some code, what in status

said contains [sprintf("%s on the best reading", [level]), word[state.best[level]]] if some level in levels

said contains [sprintf("%s strictly", [level]), word[state.strict[level]]] if some level in levels

said contains [sprintf("%s leniently", [level]), word[state.lenient[level]]] if some level in levels

said contains [sprintf("outstanding for %s", [level]), concat(" ", outstanding[level])] if some level in levels

said contains [sprintf("what else blocks %s", [level]), concat(", ", others)] if {
	some level, others in other_blockers
}

said contains ["level", highest.best]

# The verdict is confirmed where the strict and the lenient reading agree, and not by an inferred count.
said contains ["verdict", "confirmed"] if is_confirmed

said contains ["verdict", sprintf("inferred: strictly %s, leniently %s", [highest.strict, highest.lenient])] if {
	not is_confirmed
}

is_confirmed if {
	highest.strict == highest.lenient
	highest.lenient == highest.uncounted
}

said contains ["reach", sprintf("from %s to %s", [highest.best, ceiling])]

said contains [sprintf("against publishing %s", [level]), concat(" ", all)] if some level, all in obstacles

said contains ["publishable", top(array.concat(["none"], allowed))] if {
	allowed := [level | some level in every_level; count(obstacles[level]) == 0]
}

said contains ["view", view]

said contains ["wrong with the plan", concat(", ", faults)] if {
	input.assessment.actionPlan
	faults := sort([concat(" ", fault) | some fault in plan_fault])
}

verdict := [line | some line in said]
