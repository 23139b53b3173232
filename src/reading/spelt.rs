//! Objects as they come from the parser, and the numbers among them.
//!
//! A crate elsewhere in a build can switch on `arbitrary_precision` of `serde_json`, and numbers with a point then come
//! as objects of one odd key. They are told from what somebody wrote by how their text is handed over: a number's is
//! owned, that of a document never. Either way round the same problems are told in the same words.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{CowStrDeserializer, StringDeserializer, UnitDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The key under which `serde_json` hands out such numbers.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// What an object turns out to be.
pub(crate) enum Entries<'de, A> {
    /// A number, as it is spelt.
    Number(String),
    /// An object.
    Object(Again<'de, A>),
}

impl<'de, A: MapAccess<'de>> Entries<'de, A> {
    /// Looks at the first key.
    pub(crate) fn of(mut map: A) -> Result<Self, A::Error> {
        let key = map.next_key::<Cow<'de, str>>()?;
        let value = if key.as_deref() == Some(NUMBER_KEY) {
            match map.next_value_seed(Kept)? {
                Given::Number(spelt) => return Ok(Self::Number(spelt)),
                given => Some(given),
            }
        } else {
            None
        };
        Ok(Self::Object(Again { key, value, map }))
    }
}

/// An object whose first key, and perhaps its value, has been looked at.
pub(crate) struct Again<'de, A> {
    key: Option<Cow<'de, str>>,
    value: Option<Given>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Again<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.key.take() {
            Some(key) => seed.deserialize(CowStrDeserializer::new(key)).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(Given::Number(text) | Given::Text(text)) => seed.deserialize(StringDeserializer::new(text)),
            Some(Given::Other) => seed.deserialize(UnitDeserializer::new()),
            None => self.map.next_value_seed(seed),
        }
    }
}

/// The value of the odd key.
enum Given {
    Number(String),
    Text(String),
    /// Something else that somebody wrote; which, nobody needs to know.
    Other,
}

struct Kept;

impl<'de> DeserializeSeed<'de> for Kept {
    type Value = Given;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Given, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Kept {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_string<E>(self, spelt: String) -> Result<Given, E> {
        Ok(Given::Number(spelt))
    }
    fn visit_str<E>(self, text: &str) -> Result<Given, E> {
        Ok(Given::Text(text.to_owned()))
    }
    fn visit_bool<E>(self, _: bool) -> Result<Given, E> {
        Ok(Given::Other)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Given, E> {
        Ok(Given::Other)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Given, E> {
        Ok(Given::Other)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Given, E> {
        Ok(Given::Other)
    }
    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::Other)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Given, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Given::Other)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given::Other)
    }
}
