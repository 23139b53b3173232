# What stands against publishing, and what is wrong with an action plan.

package dspt

import rego.v1

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
