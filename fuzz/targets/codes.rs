//! Codes, words and register texts: what is read from text prints as that text.

#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use dspt::RegisterRow;
use libfuzzer_sys::fuzz_target;

// Every type that is read from text, with `reads_back` for it, from the listing of the public interface.
include!(concat!(env!("OUT_DIR"), "/read_from_text.rs"));

/// What is read prints as it was written; what is not says why, and shows no control character of it.
fn reads_back<T: FromStr<Err: Display> + Display + Debug + PartialEq>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => {
            let printed = value.to_string();
            assert_eq!(printed, text, "{value:?} does not print as it was written");
            assert!(printed.parse::<T>().is_ok_and(|again| again == value), "{printed:?} is not read again");
        }
        Err(cause) => {
            let said = cause.to_string();
            assert!(!said.is_empty() && !said.contains(char::is_control), "{said:?}");
        }
    }
}

fuzz_target!(|text: &str| {
    for (_, reads_back) in READ_FROM_TEXT {
        reads_back(text);
    }
    let mut cells = text.split('\t');
    if let [Some(code), Some(name), Some(status), Some(day)] = std::array::from_fn(|_| cells.next()) {
        match RegisterRow::read(code, name, status, day) {
            Ok(row) => {
                let status = row.status().to_string();
                let closed = if row.is_closed() { " CLOSED" } else { "" };
                let day = row.published_on().map_or(String::new(), |day| day.format("%d/%m/%Y").to_string());
                let again = RegisterRow::read(&format!("{}{closed}", row.ods_code()), row.name(), &status, &day);
                assert_eq!(again.as_ref(), Ok(&row));
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
