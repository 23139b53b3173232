//! The rows of the public register: closed organisations, dates of publication, everything wrong told at once.

use insta::assert_snapshot;

use crate::common::day;
use dspt::{RegisterError, RegisterRow, RegisterStatus};

const MET: &str = "21/22 Standards Met";

#[track_caller]
fn row(code: &str, name: &str, status: &str, date: &str) -> RegisterRow {
    RegisterRow::read(code, name, status, date).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn refused(code: &str, name: &str, status: &str, date: &str) -> RegisterError {
    RegisterRow::read(code, name, status, date).expect_err("not a row of the register")
}

fn codes(error: &RegisterError) -> Vec<&'static str> {
    error.faults().iter().map(dspt::RegisterFault::code).collect()
}

#[test]
fn a_published_row_has_its_day() {
    let row = row("VM0X1", "Harbour House", MET, "28/02/2022");
    assert_eq!(row.ods_code().as_str(), "VM0X1");
    assert_eq!(row.name(), "Harbour House");
    assert_eq!(row.status().to_string(), MET);
    assert_eq!(row.published_on(), Some(day("2022-02-28")));
    assert!(!row.is_closed());
}

#[test]
fn a_row_without_publication_has_no_day() {
    let row = row("VM0X1", "Harbour House", "Not Published", "");
    assert_eq!((row.status(), row.published_on()), (RegisterStatus::NotPublished, None));
}

#[test]
fn a_closed_organisation_keeps_its_row_and_loses_the_mark() {
    let rows = [
        ("VM0X1 CLOSED", "Harbour House", "VM0X1", "Harbour House"),
        ("VM0X1CLOSED", "Harbour House", "VM0X1", "Harbour House"),
        ("A1B2CLOSED", "Harbour House", "A1B2", "Harbour House"),
        ("VM0X1-CLOSED", "Harbour House", "VM0X1", "Harbour House"),
        ("VM0X1_CLOSED", "Harbour House", "VM0X1", "Harbour House"),
        ("VM0X1", "Harbour House CLOSED", "VM0X1", "Harbour House"),
        ("VM0X1", "Harbour House - CLOSED", "VM0X1", "Harbour House"),
        ("VM0X1", "Harbour House (CLOSED)", "VM0X1", "Harbour House"),
        ("VM0X1 CLOSED", "HARBOUR HOUSE CLOSED", "VM0X1", "HARBOUR HOUSE"),
    ];
    for (code, name, plain_code, plain_name) in rows {
        let row = row(code, name, MET, "30/06/2022");
        assert_eq!((row.ods_code().as_str(), row.name()), (plain_code, plain_name), "{code}, {name}");
        assert!(row.is_closed(), "{code}, {name}");
        assert_eq!(row.status().to_string(), MET, "the status stays");
    }
}

#[test]
fn a_name_that_only_ends_in_the_same_letters_is_open() {
    for name in ["THE GARDEN ENCLOSED", "Closed Lane House", "CLOSED LANE HOUSE", "Harbour House closed"] {
        let row = row("VM0X1", name, MET, "30/06/2022");
        assert_eq!((row.name(), row.is_closed()), (name, false));
    }
}

#[test]
fn white_space_around_the_cells_is_passed_over_but_for_the_status() {
    let read = row(" VM0X1 ", " Harbour House ", MET, " 30/06/2022 ");
    assert_eq!(read, row("VM0X1", "Harbour House", MET, "30/06/2022"));
    assert_eq!(codes(&refused("VM0X1", "Harbour House", " Not Published", "")), ["stray-space"]);
}

#[test]
fn only_days_of_the_calendar_written_with_two_two_and_four_digits_are_read() {
    for date in ["29/02/2024", "01/01/2019", "31/12/2025"] {
        assert!(row("VM0X1", "Harbour House", MET, date).published_on().is_some(), "{date}");
    }
    let bad = [
        "29/02/2022",
        "31/06/2022",
        "30/13/2022",
        "00/01/2022",
        "1/6/2022",
        "30/06/22",
        "2022-06-30",
        "06/30/2022",
        "30-06-2022",
        "30/06/2022 09:00",
        "30/06/2022/",
        "+1/06/2022",
        "44742",
    ];
    for date in bad {
        assert_eq!(codes(&refused("VM0X1", "Harbour House", MET, date)), ["bad-date"], "{date}");
    }
}

#[test]
fn a_date_goes_with_a_publication_and_only_with_one() {
    let rows = [
        (MET, "30/06/2022", vec![]),
        (MET, "", vec!["publication-without-date"]),
        (MET, "  ", vec!["publication-without-date"]),
        ("Not Published", "", vec![]),
        ("Not Published", "30/06/2022", vec!["date-without-publication"]),
        ("Not Published", "soon", vec!["date-without-publication"]),
        ("Published", "30/06/2022", vec!["unknown-label"]),
        ("Published", "", vec!["unknown-label"]),
        ("Published", "soon", vec!["unknown-label", "bad-date"]),
    ];
    for (status, date, expected) in rows {
        let found = RegisterRow::read("VM0X1", "Harbour House", status, date).err();
        assert_eq!(found.as_ref().map(codes).unwrap_or_default(), expected, "{status}, {date}");
    }
}

#[test]
fn a_code_or_name_that_is_missing_is_an_error() {
    for code in ["", "CLOSED", "vm0x1", "VM 0X1", "V1", "VM0X1/A"] {
        assert_eq!(codes(&refused(code, "Harbour House", MET, "30/06/2022")), ["bad-code"], "{code}");
    }
    for name in ["", "  ", "CLOSED", "(CLOSED)"] {
        assert_eq!(codes(&refused("VM0X1", name, MET, "30/06/2022")), ["name-missing"], "{name}");
    }
}

#[test]
fn everything_wrong_with_a_row_is_told_at_once_in_the_order_of_the_columns() {
    let error = refused("vm0x1", "", "21/22 Standards Mett", "2022-06-30");
    assert_eq!(codes(&error), ["bad-code", "name-missing", "unknown-level", "bad-date"]);
    assert_snapshot!(error, @r"
    in column `Code`: found `vm0x1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`, with or without `CLOSED` after it; correct it
    in column `Organisation Name`: the name is missing, expected the organisation's name; check that the columns are in their order
    in column `Status`: `Standards Mett` is not a level of the register, expected one of `Approaching Standards`, `Standards Met`, `Standards Exceeded`, `Entry Level`, `Standards Not Met`, `Standards not fully met (plan agreed)`, `Critical Standards Not Met`; did you mean `Standards Met`?
    in column `Date Of Publication`: found `2022-06-30`, expected a day of the calendar written dd/mm/yyyy such as `30/06/2022`; correct it
    ");
    assert_snapshot!(refused("VM0X1", "Harbour House", "Not Published", "30/06/2022"), @"in column `Date Of Publication`: found `30/06/2022` beside `Not Published`, expected no date; remove it or correct the status");
    assert_snapshot!(refused("VM0X1", "Harbour House", MET, ""), @"in column `Date Of Publication`: there is no date beside `21/22 Standards Met`, expected the day of publication written dd/mm/yyyy; add it");
}

#[test]
fn a_row_stands_in_json_with_iso_dates() {
    let json = |row: &RegisterRow| serde_json::to_string(row).expect("JSON");
    assert_snapshot!(json(&row("VM0X1", "Harbour House CLOSED", MET, "30/06/2022")), @r#"{"odsCode":"VM0X1","name":"Harbour House","isClosed":true,"status":"21/22 Standards Met","publishedOn":"2022-06-30"}"#);
    assert_snapshot!(json(&row("VM0X1", "Harbour House", "Not Published", "")), @r#"{"odsCode":"VM0X1","name":"Harbour House","isClosed":false,"status":"Not Published"}"#);
}

#[test]
fn an_error_prints_one_fault_a_line() {
    let error = refused("", "", MET, "28/02/2022");
    let printed = error.to_string();
    assert_eq!(printed.lines().count(), error.faults().len());
    assert!(printed.starts_with("in column `") && error.faults().len() > 1, "{printed}");
}
