//! Reading the leaves of a document: text, dates, numbers, lists.

use chrono::NaiveDate;
use serde::Deserializer;
use serde::de::SeqAccess;

use super::cause::Cause;
use super::problem::shorten;
use super::read::{Doc, Read, Seed, Segment, Take, take};

/// Text that a person wrote, of at most `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Bounded<const MAX: usize>(pub(crate) String);

impl<'de, const MAX: usize> Read<'de> for Bounded<MAX> {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker<const MAX: usize>;
        impl<const MAX: usize> Take<'_> for Taker<MAX> {
            type Out = Bounded<MAX>;
            const EXPECTED: &'static str = "text";

            fn text(self, doc: &mut Doc, text: &str) -> Option<Self::Out> {
                // A character has at least one byte, so the slow count is only needed past the bound.
                if text.len() > MAX {
                    let found = text.chars().count();
                    if found > MAX {
                        doc.report(Cause::TooLong { found, limit: MAX });
                        return None;
                    }
                }
                Some(Bounded(text.to_owned()))
            }
        }
        take(Taker, doc, source)
    }
}

/// Text with a letter or a figure in it; blanks, dashes and characters without width are no answer.
pub(crate) fn written(text: &str) -> Option<&str> {
    text.contains(char::is_alphanumeric).then(|| text.trim())
}

/// The most characters of text that is not a person's answer: titles, prompts, reasons of the bank.
const PLAIN_TEXT: usize = 2_000;

impl<'de> Read<'de> for String {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        Ok(Bounded::<PLAIN_TEXT>::read(doc, source)?.map(|text| text.0))
    }
}

impl<'de> Read<'de> for bool {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker;
        impl Take<'_> for Taker {
            type Out = bool;
            const EXPECTED: &'static str = "true or false";

            fn tick(self, _: &mut Doc, value: bool) -> Option<bool> {
                Some(value)
            }
        }
        take(Taker, doc, source)
    }
}

impl<'de> Read<'de> for u32 {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker;
        impl Take<'_> for Taker {
            type Out = u32;
            const EXPECTED: &'static str = "a whole number";

            fn whole(self, doc: &mut Doc, value: u64) -> Option<u32> {
                let read = u32::try_from(value).ok();
                if read.is_none() {
                    doc.report(Cause::OutOfRange { found: value, expected: format!("at most {}", u32::MAX) });
                }
                read
            }
        }
        take(Taker, doc, source)
    }
}

impl<'de> Read<'de> for NaiveDate {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker;
        impl Take<'_> for Taker {
            type Out = NaiveDate;
            const EXPECTED: &'static str = "a date such as `2026-06-30`";

            fn text(self, doc: &mut Doc, text: &str) -> Option<NaiveDate> {
                let date = parse_date(text);
                if date.is_none() {
                    let expected = "a day of the calendar such as `2026-06-30`";
                    doc.report(Cause::BadForm { found: shorten(text), expected });
                }
                date
            }
        }
        take(Taker, doc, source)
    }
}

/// Reads `YYYY-MM-DD` and nothing else; chrono's own reader also takes signs, spaces and single digits.
fn parse_date(text: &str) -> Option<NaiveDate> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shape { text.parse().ok() } else { None }
}

/// The most entries of any list in a document.
const MAX_LIST: usize = 1_000;

impl<'de, T: Read<'de>> Read<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker<T>(std::marker::PhantomData<T>);
        impl<'de, T: Read<'de>> Take<'de> for Taker<T> {
            type Out = Vec<T>;
            const EXPECTED: &'static str = "a list";

            fn list<A: SeqAccess<'de>>(self, doc: &mut Doc, mut seq: A) -> Result<Option<Vec<T>>, A::Error> {
                let mut list = Vec::new();
                let mut spoilt = false;
                for index in 0.. {
                    if index == MAX_LIST {
                        if seq.next_element::<serde::de::IgnoredAny>()?.is_some() {
                            doc.report(Cause::TooMany { limit: MAX_LIST });
                            while seq.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                            spoilt = true;
                        }
                        break;
                    }
                    let entry = doc.within(Segment::Index(index), |doc| seq.next_element_seed(Seed::<T>::new(doc)))?;
                    match entry {
                        None => break,
                        Some(None) => spoilt = true,
                        Some(Some(value)) => list.push(value),
                    }
                }
                Ok((!spoilt).then_some(list))
            }
        }
        take(Taker(std::marker::PhantomData), doc, source)
    }
}

/// Makes a type with [`std::str::FromStr`] readable from text, and written as the text it prints.
macro_rules! parsed {
    ($name:ident, $expected:literal, $pattern:literal, $example:literal) => {
        $crate::reading::parsed!($name, $expected);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let (first, rest) = $expected.split_at(1);
                schemars::json_schema!({
                    "type": "string",
                    "description": format!("{}{rest}.", first.to_uppercase()),
                    "pattern": $pattern,
                    "examples": [$example],
                })
            }
        }
    };
    ($name:ident, $expected:literal) => {
        impl<'de> $crate::reading::Read<'de> for $name {
            fn read<D: serde::Deserializer<'de>>(
                doc: &mut $crate::reading::Doc,
                source: D,
            ) -> Result<Option<Self>, D::Error> {
                struct Taker;
                impl $crate::reading::Take<'_> for Taker {
                    type Out = $name;
                    const EXPECTED: &'static str = $expected;

                    fn text(self, doc: &mut $crate::reading::Doc, text: &str) -> Option<$name> {
                        text.parse().map_err(|cause: $crate::reading::Cause| doc.report(cause)).ok()
                    }
                }
                $crate::reading::take(Taker, doc, source)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
pub(crate) use parsed;
