# How far the answers can still go.

package dspt

import rego.v1

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
