# Which level the answers support, read three ways, and what is outstanding.

package dspt

import rego.v1

# ---- Which questions a level asks for ----

# The entry about a level that speaks of the day: its first day counts, its last does not. The opt-out question of
# 2021-22 stopped being mandatory on 9 June 2022 (S4-103, S4-105).
speaks_of_the_day(entry) if {
	object.get(entry, "from", "0000-01-01") <= input.day
	input.day < object.get(entry, "until", "9999-12-31")
}

levels := [rule.level | some rule in bank.levels]

mandatory_fact[level] := all if {
	some level in levels
	all := {code: entry.mandatory |
		some code, asked in question
		some entry in asked.mandatory
		entry.level == level
		speaks_of_the_day(entry)
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
	entry.level == level
	speaks_of_the_day(entry)
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
	is_whole(reading)
}

# ... and nobody can say where not all of them are on record.
demand_state(reading, demand, _) := state if {
	demand.kind == "every-question-complete"
	every_listed_question_is_done(reading)
	not is_whole(reading)
	state := {"best": undetermined, "strict": not_met, "lenient": met, "uncounted": met}[reading]
}

every_listed_question_is_done(reading) if count(listed[facts_read[reading]] - done[facts_read[reading]]) == 0

listed[reading] := all if {
	some reading in readings
	all := {code | some code, asked in question; reading in asked_in[asked.listed.certainty]}
}

# The bank lists as many questions as the toolkit shows; that there are no others lets something off.
is_whole(reading) if {
	count(bank.questions) >= bank.edition.total.value
	facts_read[reading] in let_off_in[bank.edition.total.certainty]
}

# The demands of a rule: its parts, where all of them are asked for. No edition offers one of several ways.
demands(rule) := [rule] if not rule.rules

demands(rule) := rule.rules if rule.kind == "all-of"

# All demands are met; what cannot be said to be met or undetermined is not met.
rule_state(reading, rule, below) := min(states) if {
	all := demands(rule)
	states := [state | some demand in all; state := demand_state(reading, demand, below)]
	count(states) == count(all)
} else := not_met

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
	not is_whole("best")
}
