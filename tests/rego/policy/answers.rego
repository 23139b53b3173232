# How sure a fact must be to count, what an assessment says, and which words say "Not applicable".
#
# This is the first file of a policy: the level rules of the DSPT for adult social care. The others, in this order, are
# `questions.rego`, `levels.rego`, `ahead.rego` and `publishing.rego`; `verdict.rego` puts together what they say, and
# `data.dspt.verdict` is the answer.
#
# `data.banks` holds the editions as they stand in `question-bank/`: for each the members of `edition.json` and of
# `questions.json` side by side. `input` is an assessment with what is asked about it:
#
#   assessment   a document of format `dspt.assessment.v1`
#   bank         the edition whose rules judge it
#   day          the day of the verdict, such as "2026-06-01"
#   role, sites  who publishes, and for which sites
#
# Each rule is one rule of the toolkit with the statement that it comes from: `S1-3` and so on are the rows of
# `tests/seed_statements/table.md`. Days are ISO texts, whose order is that of the calendar.
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
