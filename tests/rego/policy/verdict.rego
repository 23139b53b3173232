# Everything that is said of an assessment, as lines of a name and what was said.

package dspt

import rego.v1

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
