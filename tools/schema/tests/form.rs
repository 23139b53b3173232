//! The form of each edition: every question has its field, and every bound is that of the strict schema.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dspt::{Draft, EvidenceType, Profile, Question, QuestionBank};
use dspt_schema::files;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// What the generator writes today.
static FILES: LazyLock<std::collections::BTreeMap<PathBuf, String>> =
    LazyLock::new(|| files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema")).expect("fixtures"));

static STRICT: LazyLock<Value> = LazyLock::new(|| generated("strict/2020-12/assessment.json"));

fn generated(place: &str) -> Value {
    let text = FILES.get(Path::new(place)).unwrap_or_else(|| panic!("{place} is not generated"));
    serde_json::from_str(text).expect("JSON")
}

fn form(bank: &QuestionBank) -> Value {
    generated(&format!("forms/2020-12/assessment-{}.json", bank.id()))
}

fn key(question: &Question) -> String {
    format!("q{}", question.code.to_string().replace('.', "_"))
}

/// The field of a question, with the key of the heading under which it stands.
fn field<'a>(form: &'a Value, question: &Question) -> (&'a str, &'a Value) {
    let sections = form["properties"].as_object().expect("headings");
    let mut fields = sections.iter().filter_map(|(heading, section)| {
        Some((heading.as_str(), section.pointer(&format!("/properties/{}", key(question)))?))
    });
    let field = fields.next().unwrap_or_else(|| panic!("{} has no field", question.code));
    assert!(fields.next().is_none(), "{} has two fields", question.code);
    field
}

#[test]
fn every_question_has_a_field_for_its_kind_of_answer_in_every_form() {
    for bank in QuestionBank::editions() {
        let form = form(bank);
        let rjsf = generated(&format!("forms/rjsf/{}.json", bank.id()));
        let scopes = scopes(&generated(&format!("forms/jsonforms/{}.json", bank.id())));
        for question in bank.questions() {
            let (heading, field) = field(&form, question);
            let (edition, code, key) = (bank.id(), question.code, key(question));
            let title = field["title"].as_str().expect("a title");
            assert_eq!(title, format!("{code} {}", question.title), "{edition}");
            let main = match question.evidence_type.known() {
                Some(EvidenceType::Text) => "text",
                Some(EvidenceType::Confirmation) => "confirmed",
                Some(EvidenceType::Document) => "documents",
                Some(EvidenceType::Date) => "date",
                None => "answerKind",
            };
            let order = rjsf[heading][&key]["ui:order"].as_array().expect("an order");
            for name in [main, "comment"] {
                assert!(field["properties"][name].is_object(), "{edition} {code} has no `{name}`");
                assert!(order.contains(&name.into()), "{edition} {code}: RJSF leaves out `{name}`");
                let scope = format!("#/properties/{heading}/properties/{key}/properties/{name}");
                assert!(scopes.contains(&scope), "{edition} {code}: JSON Forms leaves out `{name}`");
            }
        }
    }
}

/// The scope of every control in a UI schema of JSON Forms, those of list entries aside.
fn scopes(element: &Value) -> BTreeSet<String> {
    let own = element["scope"].as_str().map(str::to_owned);
    let inside = element["elements"].as_array().into_iter().flatten().flat_map(scopes);
    own.into_iter().chain(inside).collect()
}

#[test]
fn both_ui_schemas_name_all_fields_that_can_be_on_screen() {
    for bank in QuestionBank::editions() {
        let form = form(bank);
        let mut scopes = scopes(&generated(&format!("forms/jsonforms/{}.json", bank.id())));
        let rjsf = generated(&format!("forms/rjsf/{}.json", bank.id()));
        for (place, field) in fields(&form) {
            let (name, parents) = place.split_last().expect("a key");
            // Entries of a list are drawn inside its control; notes and the edition are no controls.
            if !place.iter().any(|key| key == "[]") {
                let hints = parents.iter().fold(&rjsf, |hints, key| &hints[key]);
                let order = hints["ui:order"].as_array().unwrap_or_else(|| panic!("{place:?} has no order"));
                assert!(order.contains(&name.as_str().into()), "{place:?} is not in the order of RJSF");
                let is_control = field["type"] != "object" && field["type"] != "null" && name != "edition";
                assert!(!is_control || scopes.remove(&scope(&place)), "{place:?} has no control in JSON Forms");
            }
        }
        assert_eq!(scopes, BTreeSet::new(), "{}: controls without a field", bank.id());
    }
}

fn scope(place: &[String]) -> String {
    place.iter().fold("#".to_owned(), |scope, key| format!("{scope}/properties/{key}"))
}

/// Every field of a schema by its place, those that only a condition adds included; `[]` stands for an entry of a list.
fn fields(schema: &Value) -> Vec<(Vec<String>, &Value)> {
    let mut all = Vec::new();
    collect(schema, &mut Vec::new(), &mut all);
    all
}

fn collect<'a>(schema: &'a Value, place: &mut Vec<String>, all: &mut Vec<(Vec<String>, &'a Value)>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        place.push(name.clone());
        // Notes reach their question through objects without a title, which are no fields.
        if field.get("title").is_some() {
            all.push((place.clone(), field));
        }
        collect(field, place, all);
        place.pop();
    }
    let conditional = schema["allOf"].as_array().into_iter().flatten().chain([schema]);
    conditional.filter_map(|part| part.get("then")).for_each(|then| collect(then, place, all));
    if let Some(entry) = schema.get("items") {
        place.push("[]".to_owned());
        collect(entry, place, all);
        place.pop();
    }
}

const BOUNDS: [&str; 5] = ["maxLength", "pattern", "minimum", "maximum", "maxItems"];

/// How the place of a field ends, and the place of the same value in the strict schema.
const ALIKE: &[(&str, &str)] = &[
    ("organisation/odsCode", "OdsCode"),
    ("organisation/name", "Organisation/properties/name"),
    ("roleHolders/caldicottGuardian", "RoleHolders/properties/caldicottGuardian"),
    ("roleHolders/seniorInformationRiskOwner", "RoleHolders/properties/seniorInformationRiskOwner"),
    ("roleHolders/informationGovernanceLead", "RoleHolders/properties/informationGovernanceLead"),
    ("roleHolders/dataProtectionOfficer", "RoleHolders/properties/dataProtectionOfficer"),
    ("text", "TextResponse/properties/text"),
    ("comment", "TextResponse/properties/comment"),
    ("comment", "ConfirmationResponse/properties/comment"),
    ("comment", "DocumentResponse/properties/comment"),
    ("comment", "DateResponse/properties/comment"),
    ("documents", "DocumentResponse/properties/documents"),
    ("documents/[]/location", "Document/properties/location"),
    ("documents/[]/title", "Document/properties/title"),
    ("documents/[]/parts", "Document/properties/parts"),
    ("training/trained", "Training/properties/trained"),
    ("training/people", "Training/properties/people"),
    ("training/rollingProgramme", "Training/properties/rollingProgramme"),
    ("origin/from", "EditionId"),
];

fn strict(place: &str) -> &'static Value {
    STRICT["$defs"].pointer(&format!("/{place}")).unwrap_or_else(|| panic!("the strict schema has no `{place}`"))
}

fn is_at(place: &[String], end: &str) -> bool {
    format!("/{}", place.join("/")).ends_with(&format!("/{end}"))
}

#[test]
fn every_bound_is_that_of_the_strict_schema() {
    let mut met = BTreeSet::new();
    for bank in QuestionBank::editions() {
        let form = form(bank);
        for (place, field) in fields(&form) {
            let is_bounded = BOUNDS.iter().any(|keyword| field.get(keyword).is_some());
            let alike: Vec<_> = ALIKE.iter().filter(|(end, _)| is_at(&place, end)).collect();
            assert_eq!(is_bounded, !alike.is_empty(), "{} {place:?}", bank.id());
            for (_, twin) in alike {
                met.insert(twin);
                assert_same_bounds(field, strict(twin), &format!("{} {place:?} and {twin}", bank.id()));
            }
        }
    }
    let unmet: Vec<_> = ALIKE.iter().filter(|(_, twin)| !met.contains(twin)).collect();
    assert!(unmet.is_empty(), "no form has {unmet:?}");
}

#[track_caller]
fn assert_same_bounds(field: &Value, twin: &Value, what: &str) {
    for keyword in BOUNDS {
        match (field.get(keyword), twin.get(keyword)) {
            // A pattern alone does not tell a text box how much to take.
            (Some(length), None) if keyword == "maxLength" => assert_longest(twin, length, what),
            (bound, same) => assert_eq!(bound, same, "{what}: {keyword}"),
        }
    }
}

/// The pattern lets through texts of this length, and none that are longer.
#[track_caller]
fn assert_longest(twin: &Value, length: &Value, what: &str) {
    let judge = jsonschema::validator_for(&json!({ "pattern": twin["pattern"] })).expect("a pattern");
    let length = usize::try_from(length.as_u64().expect("a length")).expect("a length");
    let example = twin["examples"][0].as_str().expect("an example");
    let padded = |length: usize| json!(format!("{example:0<length$}"));
    assert!(judge.is_valid(&padded(length)) && !judge.is_valid(&padded(length + 1)), "{what}: maxLength");
}

fn words(field: &Value) -> Vec<&Value> {
    field["oneOf"].as_array().expect("a choice").iter().map(|choice| &choice["const"]).collect()
}

/// The words of the strict schema: a plain list, or those that tell alternatives apart.
fn strict_words<'a>(place: &str, tag: &str) -> Vec<&'a Value> {
    let twin = strict(place);
    if let Some(words) = twin["enum"].as_array() {
        return words.iter().collect();
    }
    let ways = twin["oneOf"].as_array().expect("alternatives").iter();
    let ways = ways.map(|way| way["$ref"].as_str().expect("a name").trim_start_matches("#/$defs/"));
    ways.map(|way| &strict(way)["properties"][tag]["enum"][0]).collect()
}

#[test]
fn every_choice_has_the_words_of_the_strict_schema() {
    for bank in QuestionBank::editions() {
        let form = form(bank);
        for (place, field) in fields(&form) {
            let name = place.last().expect("a key");
            let expected = match name.as_str() {
                "sector" => strict_words("Sector", ""),
                "nation" => strict_words("Nation", ""),
                "nhsmail" => strict_words("Nhsmail", ""),
                "held" => strict_words("Holding", "held"),
                "found" => strict_words("Found", ""),
                // A form has no field for "Not applicable": it is written where the toolkit wants it written.
                "answerKind" => {
                    let mut kinds = strict_words("Response", "kind");
                    kinds.retain(|kind| *kind != "not-applicable");
                    kinds
                }
                _ => {
                    assert!(field.get("oneOf").is_none(), "{} {place:?}", bank.id());
                    continue;
                }
            };
            assert_eq!(words(field), expected, "{} {place:?}", bank.id());
        }
        for question in bank.questions().filter(|question| !question.parts.is_empty()) {
            let (_, field) = self::field(&form, question);
            let parts = &field["properties"]["documents"]["items"]["properties"]["parts"]["items"];
            let ids: Vec<Value> = question.parts.iter().map(|part| part.id.as_str().into()).collect();
            assert_eq!(words(parts), ids.iter().collect::<Vec<_>>(), "{} {}", bank.id(), question.code);
        }
    }
}

fn validators(bank: &QuestionBank) -> [(Value, Validator); 2] {
    ["2020-12", "draft-07"].map(|draft| {
        let schema = generated(&format!("forms/{draft}/assessment-{}.json", bank.id()));
        let judge = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema that compiles");
        (schema, judge)
    })
}

#[test]
fn a_form_compiles_in_both_drafts_and_takes_its_example_and_no_other_edition() {
    for bank in QuestionBank::editions() {
        for (schema, judge) in validators(bank) {
            let example = &schema["examples"][0];
            let complaint = judge.iter_errors(example).next().map(|error| error.to_string());
            assert_eq!(complaint, None, "{}", bank.id());
            let answers = example
                .as_object()
                .expect("form data")
                .iter()
                .filter(|(key, _)| schema["properties"][key]["properties"].is_object());
            assert_eq!(answers.count(), 2, "{}: the organisation and a heading with an answer", bank.id());
            let mut other = example.clone();
            other["edition"] = "2020-21".into();
            assert!(!judge.is_valid(&other), "{}", bank.id());
        }
    }
}

#[test]
fn a_form_refuses_what_the_library_would_refuse() {
    let bank = QuestionBank::edition("2025-26".parse().expect("an edition")).expect("a bank");
    let table: [(&str, &str, Value, bool); 9] = [
        ("an ODS code in small letters", "/organisation/odsCode", json!("vm0x1"), false),
        ("a certificate without its dates", "/organisation/cyberEssentials", json!({ "held": "yes" }), false),
        ("no certificate", "/organisation/cyberEssentials", json!({ "held": "no" }), true),
        ("a day that is none", "/organisation/profileConfirmedOn", json!("2026-02-30"), false),
        ("trained without people", "/staffingAndRoles", json!({ "q3_2_1": { "training": { "trained": 3 } } }), false),
        ("people without trained", "/staffingAndRoles", json!({ "q3_2_1": { "training": { "people": 3 } } }), false),
        ("both", "/staffingAndRoles", json!({ "q3_2_1": { "training": { "trained": 2, "people": 3 } } }), true),
        ("a document without a place", "/policiesAndProcedures", json!({ "q1_1_2": { "documents": [{}] } }), false),
        ("a question left blank", "/policiesAndProcedures", json!({ "q1_1_1": {} }), true),
    ];
    for (schema, judge) in validators(bank) {
        for (what, place, value, is_valid) in &table {
            let mut data = schema["examples"][0].clone();
            let (parent, key) = place.rsplit_once('/').expect("a place");
            data.pointer_mut(parent)
                .and_then(Value::as_object_mut)
                .expect("an object")
                .insert((*key).to_owned(), value.clone());
            assert_eq!(judge.is_valid(&data), *is_valid, "{what}");
        }
    }
}

#[test]
fn both_drafts_say_the_same_and_a_form_has_only_keywords_that_renderers_know() {
    let known = "type title description properties required if then allOf oneOf const format maxLength pattern minimum \
                 maximum maxItems uniqueItems items readOnly";
    let known: BTreeSet<&str> = known.split_whitespace().collect();
    for bank in QuestionBank::editions() {
        let [mut newer, mut older] = validators(bank).map(|(schema, _)| schema);
        for schema in [&mut newer, &mut older] {
            let root = schema.as_object_mut().expect("a schema");
            for key in ["$schema", "$id", "examples"] {
                assert!(root.shift_remove(key).is_some(), "{} has no {key}", bank.id());
            }
        }
        assert_eq!(newer, older, "{}", bank.id());
        each_keyword(&newer, &mut |keyword| assert!(known.contains(keyword), "{}: {keyword}", bank.id()));
    }
}

fn each_keyword(schema: &Value, seen: &mut dyn FnMut(&str)) {
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        seen(keyword);
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                properties.values().for_each(|field| each_keyword(field, seen));
            }
            (_, Value::Array(schemas)) => schemas.iter().for_each(|schema| each_keyword(schema, seen)),
            (_, schema) => each_keyword(schema, seen),
        }
    }
}

#[test]
fn the_library_has_the_form_of_every_edition() {
    for bank in QuestionBank::editions() {
        for (draft, folder) in [(Draft::Draft2020, "2020-12"), (Draft::Draft07, "draft-07")] {
            let name = format!("assessment-{}", bank.id());
            let schema = dspt::schema(&name, Profile::Forms, draft).unwrap_or_else(|| panic!("{name} is missing"));
            let text: Value = serde_json::from_str(schema.text).expect("JSON");
            assert_eq!(text["$id"], format!("urn:dspt:schema:{name}:1.0.0:forms:{folder}"));
        }
    }
}

/// The end of what stands beside a question, and what stands beside one of its fields.
#[track_caller]
fn says(edition: &str, code: &str, ends: &str, beside: &[(&str, &str)]) {
    let bank = QuestionBank::edition(edition.parse().expect("an edition")).expect("a bank");
    let form = form(bank);
    let (_, field) = field(&form, bank.question(code.parse().expect("a code")).expect("a question"));
    let description = field["description"].as_str().expect("a description");
    assert!(description.ends_with(&format!("\n\n{ends}")), "{edition} {code}: {description}");
    for (key, words) in beside {
        assert_eq!(field["properties"][key]["description"], *words, "{edition} {code} {key}");
    }
}

#[test]
fn a_question_says_for_what_it_is_mandatory_how_it_is_not_applicable_and_what_no_source_confirms() {
    says("2024-25", "4.5.3", "Mandatory for Standards Met.", &[]);
    says(
        "2021-22",
        "1.2.4",
        "Mandatory for Standards Met before 9 June 2022 (inferred) and Standards Met from 31 July 2022 (unknown).",
        &[],
    );
    says(
        "2025-26",
        "1.1.1",
        "If the organisation is exempt from the fee, for example as a small charity, leave the answer empty and write \
         \"Not applicable\" in the comment and say why (inferred).\n\n\
         Mandatory for Approaching Standards and Standards Met (inferred).",
        &[],
    );
    says(
        "2025-26",
        "8.2.1",
        "If your answer to 8.1.4 is that everything is supported, add one document and write \"Not applicable\" for \
         where it is kept (inferred).\n\nMandatory for Standards Met (inferred).",
        &[("documents", "One is enough.")],
    );
    says(
        "2025-26",
        "3.2.1",
        "Mandatory for Standards Met.",
        &[
            ("reviewedOn", "It counts within the 12 months before you publish."),
            (
                "training",
                "95 per cent are needed. They count everyone with access to personal data: staff, volunteers, directors \
                 and trustees. A rolling programme is accepted in its place (inferred).",
            ),
        ],
    );
}

#[test]
fn a_note_stands_on_a_question_while_the_answer_it_depends_on_is_given() {
    let bank = QuestionBank::edition("2025-26".parse().expect("an edition")).expect("a bank");
    let form = form(bank);
    let notes: Vec<(String, String)> = form["allOf"]
        .as_array()
        .expect("notes")
        .iter()
        .map(|rule| {
            let place = fields(&rule["then"]).into_iter().find(|(_, field)| field["type"] == "null").expect("a note").0;
            (place.join("/"), condition(&rule["if"]))
        })
        .collect();
    let plus = "organisation/cyberEssentialsPlus/held=yes";
    let nothing = "itSystemsAndDevices/q8_1_4/found=nothing";
    let something = "itSystemsAndDevices/q8_1_4/found=something";
    let expected = [
        ("itSystemsAndDevices/q4_2_4/note1", plus),
        ("itSystemsAndDevices/q6_2_1/note1", plus),
        ("itSystemsAndDevices/q8_2_1/note1", nothing),
        ("itSystemsAndDevices/q8_2_1/note2", something),
        ("itSystemsAndDevices/q9_1_1/note1", plus),
    ];
    assert_eq!(notes, expected.map(|(place, holds)| (place.to_owned(), holds.to_owned())));
}

/// The place and the word of a condition: `organisation/nhsmail=no`.
fn condition(schema: &Value) -> String {
    if let Some(word) = schema.get("const").and_then(Value::as_str) {
        return format!("={word}");
    }
    let mut properties = schema["properties"].as_object().map(Map::iter).expect("a property");
    let (key, inner) = properties.next_back().expect("a property");
    assert_eq!(schema["required"], json!([key]), "a blank form has no notes");
    let rest = condition(inner);
    if rest.starts_with('=') { format!("{key}{rest}") } else { format!("{key}/{rest}") }
}
