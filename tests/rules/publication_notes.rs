//! A publication: what is recorded of it, and what is noted about it.

use dspt::{Level, NoteKind, PublishedLevel, View};

use crate::common::{day, response, words};
use crate::publishing::{Ready, branch, edition, ods, past};

/// A head office with two sites on record.
fn head_office() -> Ready {
    Ready::first("2024-25", Level::StandardsMet).but(|ready| {
        ready.answers.organisation.ods_code = ods("AX4P");
        ready.sites = vec![branch("VM0X1"), branch("VM0X2")];
        ready.selected = vec![ods("VM0X1"), ods("VM0X2")];
    })
}

/// The text of the only note with a code.
#[track_caller]
fn note(ready: &Ready, code: &str) -> String {
    let publication = ready.published();
    let found: Vec<&NoteKind> =
        publication.notes.iter().map(|note| &note.kind).filter(|kind| kind.code() == code).collect();
    let [only] = found.as_slice() else { panic!("one note {code}: {:?}", publication.notes) };
    only.to_string()
}

#[test]
fn a_publication_of_which_everything_is_known_has_no_note() {
    assert_eq!(Ready::first("2024-25", Level::StandardsMet).notes(), [""; 0]);
    assert_eq!(head_office().notes(), [""; 0]);
}

/// The banks do not list every question, so there are assertions that nobody checks here.
#[test]
fn whoever_publishes_again_is_told_of_the_assertions_that_are_not_on_record() {
    let again = Ready::again("2024-25", Level::StandardsMet);
    assert_eq!(again.notes(), ["assertions-not-listed"]);
    insta::assert_snapshot!(
        note(&again, "assertions-not-listed"),
        @"Only the assertions with questions on record here were checked. Confirm the others in the toolkit as well."
    );
}

#[test]
fn a_head_office_that_covers_no_site_is_told_to_select_its_own_v_code() {
    let alone = head_office().but(|ready| {
        ready.sites.clear();
        ready.selected.clear();
    });
    assert_eq!(alone.notes(), ["no-site-covered"]);
    insta::assert_snapshot!(
        note(&alone, "no-site-covered"),
        @"The publication stands on the head-office code AX4P and covers no site. Even a single site has a code of its own, beginning with V: select it, or it is not covered."
    );
    let corporate = alone.clone().but(|ready| ready.answers.organisation.ods_code = ods("C0AB"));
    assert_eq!(corporate.notes(), ["no-site-covered"], "head-office codes begin with A or C");
    for other in ["VM0X1", "8HX42", "AX4PQ"] {
        let ready = alone.clone().but(|ready| ready.answers.organisation.ods_code = ods(other));
        assert_eq!(ready.notes(), [""; 0], "{other}");
    }
}

#[test]
fn sites_on_record_that_are_left_out_are_named() {
    let one = head_office().but(|ready| ready.selected = vec![ods("VM0X2")]);
    assert_eq!(one.notes(), ["sites-left-out"]);
    insta::assert_snapshot!(
        note(&one, "sites-left-out"),
        @"These sites are on record and not covered; they keep the status they have: VM0X1."
    );
    let none = head_office().but(|ready| ready.selected.clear());
    assert_eq!(none.notes(), ["no-site-covered", "sites-left-out"]);
}

#[test]
fn a_label_in_doubt_is_noted() {
    let ready = Ready::first_on("2024-25", Level::StandardsMet, day("2025-09-10"));
    assert_eq!(ready.notes(), ["opening-uncertain"]);
    insta::assert_snapshot!(
        note(&ready, "opening-uncertain"),
        @"No source says exactly which edition was open on the day. Check the label in the toolkit."
    );
}

#[test]
fn doubt_about_the_assertions_is_noted() {
    let ready = Ready::again("2025-26", Level::StandardsMet);
    assert_eq!(ready.notes(), ["assertions-uncertain"]);
    insta::assert_snapshot!(
        note(&ready, "assertions-uncertain"),
        @"No source says whether assertions have to be confirmed in this edition. Confirm them all to be safe."
    );
}

#[test]
fn a_level_that_hangs_on_facts_in_doubt_is_noted() {
    // Whether the opt-out question was mandatory again from 31 July 2022 is not on record.
    let without = Ready::first_on("2021-22", Level::StandardsMet, day("2022-08-10")).without("1.2.4");
    assert_eq!(without.notes(), ["level-inferred"]);
    insta::assert_snapshot!(
        note(&without, "level-inferred"),
        @"The level hangs on facts that are not confirmed; the evaluation names them."
    );
    let before = Ready::first_on("2021-22", Level::StandardsMet, day("2022-07-30")).without("1.2.4");
    assert_eq!(before.notes(), [""; 0], "from 9 June to 30 July it was certainly not mandatory");
}

#[test]
fn a_publication_says_what_was_published_for_whom_from_which_view() {
    let ready = head_office().but(|ready| {
        ready.selected = vec![ods("VM0X2"), ods("VM0X1"), ods("VM0X2")];
    });
    let publication = ready.published();
    assert_eq!(publication.ods_code, ods("AX4P"));
    assert_eq!(publication.edition, edition("2024-25"));
    assert_eq!(publication.level, Level::StandardsMet);
    assert_eq!(publication.published_on, day("2025-05-30"));
    assert_eq!(publication.view, View::FirstPublication);
    assert_eq!(publication.sites, [ods("VM0X1"), ods("VM0X2")], "sorted, each once");
    assert_eq!(publication.bank_digest, ready.bank.digest());
    assert_eq!(publication.bank_revision, ready.bank.about().revision);
}

#[test]
fn the_entry_for_the_history_keeps_edition_level_day_sites_and_digest() {
    let publication = head_office().published();
    let record = publication.record();
    assert_eq!(record.edition, edition("2024-25"));
    assert_eq!(record.level, PublishedLevel::StandardsMet);
    assert_eq!(record.published_on, day("2025-05-30"));
    assert_eq!(record.sites, [ods("VM0X1"), ods("VM0X2")]);
    assert_eq!(record.digest.as_deref(), Some(publication.digest.as_str()));
    assert_eq!(publication.digest.len(), 64, "SHA-256 in hexadecimal");
}

#[test]
fn the_digest_follows_what_is_published_and_not_when_or_how_often() {
    let first = Ready::first("2024-25", Level::StandardsMet);
    let digest = first.published().digest;
    let next_day = first.clone().but(|ready| ready.as_of = day("2025-05-31"));
    assert_eq!(next_day.published().digest, digest);
    let again = first.clone().after([past("2024-25", PublishedLevel::StandardsMet, "2025-05-29")]);
    let again = again.but(|ready| ready.assertions = crate::publishing::every_assertion(ready.bank));
    let unchanged = first.clone().but(|ready| ready.assertions = crate::publishing::every_assertion(ready.bank));
    assert_eq!(again.published().digest, unchanged.published().digest, "the history is no content");
    let other = first.but(|ready| ready.answers = ready.answers.clone().with("7.2.1", response(words("Two lessons."))));
    assert_ne!(other.published().digest, digest);
}

#[test]
fn a_publication_is_a_document() {
    let ready = head_office().but(|ready| ready.selected = vec![ods("VM0X2")]);
    let mut json: serde_json::Value = serde_json::from_str(&ready.published().to_json()).expect("JSON");
    for key in ["bankDigest", "digest"] {
        assert_eq!(json[key].as_str().map(str::len), Some(64), "{key}");
        json[key] = "SHA-256".into();
    }
    json["bankRevision"] = "a revision".into();
    json.sort_all_objects();
    insta::assert_snapshot!(serde_json::to_string_pretty(&json).expect("JSON"), @r#"
    {
      "bankDigest": "SHA-256",
      "bankRevision": "a revision",
      "digest": "SHA-256",
      "edition": "2024-25",
      "format": "dspt.publication.v1",
      "level": "standards-met",
      "notes": [
        {
          "arguments": [
            {
              "kind": "codes",
              "name": "sites",
              "values": [
                "VM0X1"
              ]
            }
          ],
          "code": "sites-left-out",
          "message": "These sites are on record and not covered; they keep the status they have: VM0X1."
        }
      ],
      "odsCode": "AX4P",
      "publishedOn": "2025-05-30",
      "sites": [
        "VM0X2"
      ],
      "view": "first-publication"
    }
    "#);
}
