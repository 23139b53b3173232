# What one question comes to.

package dspt

import rego.v1

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

relieved[reading] := object.keys(taken_away_by[reading]) | not_needed[reading] if some reading in readings

done[reading] := relieved[reading] | (object.keys(response) - against[reading]) if some reading in readings

status[code] := sprintf("exempt by %s", [grounds[0]]) if some code, grounds in taken_away_by.best

status[code] := "not-applicable" if {
	some code in not_needed.best
	not taken_away_by.best[code]
}

status[code] := "unanswered" if {
	some code in codes
	not code in relieved.best
	not response[code]
}

status[code] := "incomplete" if {
	some code, _ in response
	not code in relieved.best
	code in against.best
}

status[code] := "not-applicable" if {
	some code, _ in says_not_applicable
	not code in relieved.best
	not code in against.best
}

status[code] := "complete" if {
	some code, _ in answer
	not code in relieved.best
	not code in against.best
}
