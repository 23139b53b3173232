//! Objects whose keys are data: one value for each.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::Deserializer;
use serde::de::MapAccess;

use super::cause::Cause;
use super::leaf::parsed;
use super::problem::shorten;
use super::read::{Doc, Read, Seed, Segment, Take, take};

/// The most entries of such an object.
const MAX_ENTRIES: usize = 1_000;

/// The values of an object, by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keyed<K, V>(pub(crate) Vec<(K, V)>);

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Keyed<K, V> {
    /// The value of a key.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

impl<'de, K, V> Read<'de> for Keyed<K, V>
where
    K: FromStr<Err = Cause> + Ord + Clone + fmt::Display,
    V: Read<'de>,
{
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Taker<K, V>(PhantomData<(K, V)>);
        impl<'de, K: FromStr<Err = Cause> + Ord + Clone + fmt::Display, V: Read<'de>> Take<'de> for Taker<K, V> {
            type Out = Keyed<K, V>;
            const EXPECTED: &'static str = "an object";

            fn object<A: MapAccess<'de>>(self, doc: &mut Doc, mut map: A) -> Result<Option<Self::Out>, A::Error> {
                let mut seen = std::collections::BTreeSet::new();
                let (mut entries, mut spoilt, mut count) = (Vec::new(), false, 0_usize);
                while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
                    count = count.saturating_add(1);
                    if count > MAX_ENTRIES {
                        if count == MAX_ENTRIES + 1 {
                            doc.report(Cause::TooMany { limit: MAX_ENTRIES });
                        }
                        spoilt = true;
                        map.next_value::<serde::de::IgnoredAny>()?;
                        continue;
                    }
                    let read = doc.within(Segment::entry(&key), |doc| {
                        let known = key.parse::<K>().map_err(|cause| doc.report(cause)).ok();
                        if known.as_ref().is_some_and(|key: &K| !seen.insert(key.clone())) {
                            doc.report(Cause::DuplicateKey { key: shorten(&key) });
                            spoilt = true;
                        }
                        Ok((known, map.next_value_seed(Seed::<V>::new(doc))?))
                    })?;
                    match read {
                        (Some(key), Some(value)) => entries.push((key, value)),
                        _ => spoilt = true,
                    }
                }
                Ok((!spoilt).then_some(Keyed(entries)))
            }
        }
        take(Taker(PhantomData), doc, source)
    }
}

#[cfg(feature = "schema")]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for Keyed<K, V> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}By{}", V::schema_name(), K::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "maxProperties": MAX_ENTRIES,
            "propertyNames": generator.subschema_for::<K>(),
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}

/// A key of which only the check knows whether it means something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name(pub(crate) String);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Name {
    type Err = Cause;

    fn from_str(text: &str) -> Result<Self, Cause> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'=');
        if !text.is_empty() && text.len() <= 100 && text.bytes().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Cause::BadForm { found: shorten(text), expected: "a name of letters, figures and `. - =`" })
        }
    }
}

parsed!(Name, "a name of letters, figures and `. - =`", "^[A-Za-z0-9.=-]{1,100}$", "not-reconfirmed.too-early");
