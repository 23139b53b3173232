//! One pass over the text that builds a value and gathers every problem on the way.
//!
//! serde's derived readers stop at the first mistake, keep the last of two equal keys, and do not know where in the
//! document they are. People who type forms need all mistakes at once, each with its place, so documents are read by
//! visitors that note a problem and go on. Only text that is not JSON at all ends the pass.

use std::fmt::{self, Write as _};
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::cause::{Cause, plainly};
use super::number::{BELOW_ZERO, BROKEN, Number, number, whole_part};
use super::problem::{MAX_PROBLEMS, Problem, ReadError, nearest, shorten};
use super::spelt::Entries;

/// What is known while a document is being read: the place, and the problems so far.
#[derive(Default)]
pub(crate) struct Doc {
    place: Vec<Segment>,
    problems: Vec<Problem>,
    more: usize,
}

/// One step of a JSON Pointer.
pub(crate) enum Segment {
    Key(&'static str),
    Entry(String),
    Index(usize),
}

impl Segment {
    /// The step to a key as the document has it; one that no pointer needs to reach is cut.
    pub(crate) fn entry(key: &str) -> Self {
        const LONGEST: usize = 1_000;
        Self::Entry(if key.len() <= LONGEST { key.to_owned() } else { shorten(key) })
    }
}

impl Doc {
    /// The JSON Pointer of the place being read.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.place {
            pointer.push('/');
            match segment {
                Segment::Key(key) => pointer.push_str(key),
                Segment::Entry(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Segment::Index(index) => {
                    let _ = write!(pointer, "{index}");
                }
            }
        }
        pointer
    }

    /// How often a key stands in the pointer of the place being read.
    pub(crate) fn depth_of(&self, key: &str) -> usize {
        self.place.iter().filter(|segment| matches!(segment, Segment::Key(step) if *step == key)).count()
    }

    /// Notes a problem at the place being read.
    pub(crate) fn report(&mut self, cause: Cause) {
        if self.is_full() {
            self.more = self.more.saturating_add(1);
        } else {
            let pointer = self.pointer();
            self.problems.push(Problem::new(pointer, cause));
        }
    }

    /// Whether so many problems are kept that further ones are only counted; a hostile document costs no more then.
    fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// What is wrong with the document: where it is of another format, that alone, since its keys are others too.
    fn into_error(self) -> ReadError {
        let is_format =
            |problem: &Problem| matches!(problem.cause(), Cause::OtherFormat { .. } | Cause::NewerFormat { .. });
        match self.problems.iter().find(|problem| is_format(problem)) {
            Some(format) => ReadError::from(format.clone()),
            None => ReadError::new(self.problems, self.more),
        }
    }

    /// Notes a problem at a key of the object being read.
    pub(crate) fn report_at(&mut self, key: &'static str, cause: Cause) {
        self.within(Segment::Key(key), |doc| doc.report(cause));
    }

    pub(crate) fn within<T>(&mut self, segment: Segment, read: impl FnOnce(&mut Self) -> T) -> T {
        self.place.push(segment);
        let result = read(self);
        self.place.pop();
        result
    }

    /// Reads the value of one key into its slot, or notes that the key stands twice.
    pub(crate) fn entry<'de, T: Read<'de>, A: MapAccess<'de>>(
        &mut self,
        slot: &mut Slot<T>,
        key: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let first = matches!(slot, Slot::Absent);
        if !first {
            self.report_at(key, Cause::DuplicateKey { key: key.to_owned() });
        }
        let value = self.within(Segment::Key(key), |doc| map.next_value_seed(Seed::new(doc)))?;
        if first {
            *slot = value.map_or(Slot::Bad, Slot::Good);
        }
        Ok(())
    }

    /// Notes a key that the object does not have, and passes over its value.
    pub(crate) fn unknown_key<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        expected: &'static [&'static str],
        map: &mut A,
    ) -> Result<(), A::Error> {
        if self.is_full() {
            self.more = self.more.saturating_add(1);
        } else {
            let cause = Cause::UnknownKey { key: shorten(key), expected, nearest: nearest(key, expected) };
            self.within(Segment::entry(key), |doc| doc.report(cause));
        }
        map.next_value::<IgnoredAny>()?;
        Ok(())
    }

    /// The value of a key that must be there.
    pub(crate) fn required<T>(&mut self, slot: Slot<T>, key: &'static str) -> Option<T> {
        match slot {
            Slot::Good(value) => Some(value),
            Slot::Bad => None,
            Slot::Absent => {
                self.report_at(key, Cause::MissingKey { key });
                None
            }
        }
    }

    /// The value of a key that may be absent; a value that could not be read still spoils the object.
    #[expect(clippy::unused_self, reason = "the three ways to fill a field are called alike")]
    #[expect(clippy::option_option, reason = "spoilt, absent and given are three answers")]
    pub(crate) fn optional<T>(&mut self, slot: Slot<T>, _: &'static str) -> Option<Option<T>> {
        match slot {
            Slot::Good(value) => Some(Some(value)),
            Slot::Bad => None,
            Slot::Absent => Some(None),
        }
    }

    /// The value of a key whose absence means the empty value.
    #[expect(clippy::unused_self, reason = "the three ways to fill a field are called alike")]
    pub(crate) fn or_empty<T: Default>(&mut self, slot: Slot<T>, _: &'static str) -> Option<T> {
        match slot {
            Slot::Good(value) => Some(value),
            Slot::Bad => None,
            Slot::Absent => Some(T::default()),
        }
    }
}

/// A field of an object while the object is being read.
pub(crate) enum Slot<T> {
    /// Its key has not been seen.
    Absent,
    /// Its key was there, its value could not be read, and the problem has been noted.
    Bad,
    /// Its value.
    Good(T),
}

/// A type that reads itself from JSON: `None` where a problem was noted in its stead.
pub(crate) trait Read<'de>: Sized {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error>;
}

/// The serde seed that reads a [`Read`] type.
pub(crate) struct Seed<'a, T>(&'a mut Doc, PhantomData<T>);

impl<'a, T> Seed<'a, T> {
    pub(crate) fn new(doc: &'a mut Doc) -> Self {
        Self(doc, PhantomData)
    }
}

impl<'de, T: Read<'de>> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        T::read(self.0, source)
    }
}

/// How to take one JSON value: a taker overrides the types it accepts, every other type is noted as a mismatch.
pub(crate) trait Take<'de>: Sized {
    type Out;
    const EXPECTED: &'static str;

    fn text(self, doc: &mut Doc, _: &str) -> Option<Self::Out> {
        mismatch::<Self>(doc, "text")
    }
    fn whole(self, doc: &mut Doc, _: u64) -> Option<Self::Out> {
        mismatch::<Self>(doc, "a number")
    }
    fn tick(self, doc: &mut Doc, value: bool) -> Option<Self::Out> {
        mismatch::<Self>(doc, if value { "true" } else { "false" })
    }
    fn list<A: SeqAccess<'de>>(self, doc: &mut Doc, mut seq: A) -> Result<Option<Self::Out>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(mismatch::<Self>(doc, "a list"))
    }
    fn object<A: MapAccess<'de>>(self, doc: &mut Doc, mut map: A) -> Result<Option<Self::Out>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(mismatch::<Self>(doc, "an object"))
    }
}

fn mismatch<'de, T: Take<'de>>(doc: &mut Doc, found: &'static str) -> Option<T::Out> {
    doc.report(Cause::WrongType { found, expected: T::EXPECTED });
    None
}

/// Reads any JSON value with a taker.
pub(crate) fn take<'de, T: Take<'de>, D: Deserializer<'de>>(
    taker: T,
    doc: &mut Doc,
    source: D,
) -> Result<Option<T::Out>, D::Error> {
    source.deserialize_any(Taking(taker, doc))
}

struct Taking<'a, T>(T, &'a mut Doc);

impl<'de, T: Take<'de>> Visitor<'de> for Taking<'_, T> {
    type Value = Option<T::Out>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0.text(self.1, text))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.0.whole(self.1, value))
    }
    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(mismatch::<T>(self.1, BELOW_ZERO))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(match whole_part(value) {
            Some(whole) => self.0.whole(self.1, whole),
            None => mismatch::<T>(self.1, BROKEN),
        })
    }
    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.0.tick(self.1, value))
    }
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(mismatch::<T>(self.1, "null"))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        self.0.list(self.1, seq)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        match Entries::of(map)? {
            Entries::Object(map) => self.0.object(self.1, map),
            Entries::Number(spelt) => match number(&spelt) {
                Number::Whole(whole) => Ok(self.0.whole(self.1, whole)),
                Number::BelowZero => Ok(mismatch::<T>(self.1, BELOW_ZERO)),
                Number::Broken => Ok(mismatch::<T>(self.1, BROKEN)),
                Number::BeyondAllBounds => Err(A::Error::custom("number out of range")),
            },
        }
    }
}

/// Makes a struct readable from a closed JSON object.
///
/// Each field names how it is filled (`required`, `optional`, `or_empty`) and its key.
macro_rules! record {
    ($name:ident $(<$of:ident>)?, $expected:literal, { $($field:ident: $mode:ident $key:literal),+ $(,)? }) => {
        impl<'de $(, $of: $crate::reading::Read<'de>)?> $crate::reading::Take<'de> for std::marker::PhantomData<$name $(<$of>)?> {
            type Out = $name $(<$of>)?;
            const EXPECTED: &'static str = $expected;

            fn object<A: serde::de::MapAccess<'de>>(
                self,
                doc: &mut $crate::reading::Doc,
                mut map: A,
            ) -> Result<Option<Self::Out>, A::Error> {
                const KEYS: &[&str] = &[$($key),+];
                $(let mut $field = $crate::reading::Slot::Absent;)+
                while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
                    match key.as_ref() {
                        $($key => doc.entry(&mut $field, $key, &mut map)?,)+
                        other => doc.unknown_key(other, KEYS, &mut map)?,
                    }
                }
                $(let $field = doc.$mode($field, $key);)+
                $(let Some($field) = $field else { return Ok(None) };)+
                Ok(Some($name { $($field),+ }))
            }
        }

        impl<'de $(, $of: $crate::reading::Read<'de>)?> $crate::reading::Read<'de> for $name $(<$of>)? {
            fn read<D: serde::Deserializer<'de>>(
                doc: &mut $crate::reading::Doc,
                source: D,
            ) -> Result<Option<Self>, D::Error> {
                $crate::reading::take(std::marker::PhantomData::<Self>, doc, source)
            }
        }
    };
}
pub(crate) use record;

/// Notes a key that is there although its entry is of another kind; true where there is nothing to note.
pub(crate) fn stray(doc: &mut Doc, key: &'static str, kind: &'static str, given: bool) -> bool {
    if given {
        doc.report_at(key, Cause::NotOfThisKind { key, kind });
    }
    !given
}

/// Notes a key that its kind of entry must have; true where there is nothing to note.
pub(crate) fn missing(doc: &mut Doc, key: &'static str, absent: bool) -> bool {
    if absent {
        doc.report_at(key, Cause::MissingKey { key });
    }
    !absent
}

/// Reads a whole document of at most `limit` bytes.
pub(crate) fn read_document<T: for<'de> Read<'de>>(bytes: &[u8], limit: usize) -> Result<T, ReadError> {
    let whole = |cause| ReadError::from(Problem::new("", cause));
    if bytes.len() > limit {
        return Err(whole(Cause::TooLarge { found: bytes.len(), limit }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| whole(Cause::NotUtf8 { offset: error.valid_up_to() }))?;
    // Some editors begin every file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(whole(Cause::Empty));
    }
    let mut doc = Doc::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let read = T::read(&mut doc, &mut source).and_then(|value| source.end().map(|()| value));
    match read {
        Ok(Some(value)) if doc.problems.is_empty() => Ok(value),
        Ok(None) if doc.problems.is_empty() => {
            Err(whole(not_json(&serde_json::Error::custom("the document could not be read"))))
        }
        Ok(_) => Err(doc.into_error()),
        Err(error) => {
            // What ended the reading is worth more than the last of a hundred others.
            if doc.is_full() {
                doc.problems.pop();
                doc.more = doc.more.saturating_add(1);
            }
            doc.report(not_json(&error));
            Err(doc.into_error())
        }
    }
}

fn not_json(error: &serde_json::Error) -> Cause {
    let (line, column) = (error.line(), error.column().max(1));
    let text = error.to_string();
    if text.starts_with("recursion limit") {
        return Cause::TooDeep { line, column };
    }
    Cause::NotJson { line, column, what: plainly(text.split(" at line ").next().unwrap_or_default()) }
}
