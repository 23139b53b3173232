//! The name and version that every document carries, and types whose written form is that of another.

use super::cause::Cause;
use super::problem::{nearest, shorten};

/// Why a document's `format` is not the one that is read here.
pub(crate) fn other_format(found: &str, expected: &'static str) -> Cause {
    let parts = |text: &str| -> Option<(String, u32)> {
        let (family, version) = text.rsplit_once(".v")?;
        Some((family.to_owned(), version.parse().ok()?))
    };
    match (parts(found), parts(expected)) {
        (Some((family, version)), Some((ours, known))) if family == ours && version > known => {
            Cause::NewerFormat { found: shorten(found), expected }
        }
        _ => Cause::OtherFormat { found: shorten(found), expected, nearest: nearest(found, &[expected]) },
    }
}

/// Makes a type that stands for the `format` of one kind of document, reads nothing else and writes itself.
macro_rules! document_format {
    ($name:ident = $format:literal) => {
        /// The format of the document, with its version.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name;

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($format)
            }
        }

        impl<'de> $crate::reading::Read<'de> for $name {
            fn read<D: serde::Deserializer<'de>>(
                doc: &mut $crate::reading::Doc,
                source: D,
            ) -> Result<Option<Self>, D::Error> {
                struct Taker;
                impl $crate::reading::Take<'_> for Taker {
                    type Out = $name;
                    const EXPECTED: &'static str = concat!("the format `", $format, "`");

                    fn text(self, doc: &mut $crate::reading::Doc, text: &str) -> Option<$name> {
                        if text == $format {
                            return Some($name);
                        }
                        doc.report($crate::reading::other_format(text, $format));
                        None
                    }
                }
                $crate::reading::take(Taker, doc, source)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$format] })
            }
        }
    };
}
pub(crate) use document_format;

/// Gives a type the schema of the struct it is written as.
macro_rules! written_as {
    ($name:ty = $written:ty) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                <$written as schemars::JsonSchema>::inline_schema()
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$written as schemars::JsonSchema>::schema_name()
            }
            fn schema_id() -> std::borrow::Cow<'static, str> {
                <$written as schemars::JsonSchema>::schema_id()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$written as schemars::JsonSchema>::json_schema(generator)
            }
        }
    };
}
pub(crate) use written_as;
