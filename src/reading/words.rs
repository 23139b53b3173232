//! Closed lists of words: an enum and its kebab-case spellings in one place.

/// Gives an enum its spellings: `as_str`, printing, parsing, reading and writing, and where it is public `ALL`.
macro_rules! words {
    (pub $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
        $crate::reading::words!(@spelling pub $name { $($variant = $word),+ });
    };
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $crate::reading::words!(@spelling pub(self) $name { $($variant = $word),+ });
    };
    (@spelling $visible:vis $name:ident { $($variant:ident = $word:literal),+ }) => {
        impl $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands for it in JSON and on the command line.
            $visible const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::reading::Cause;

            /// Reads the word.
            ///
            /// # Errors
            ///
            /// Any text that is not one of the words, capitals and spaces included.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::reading::Cause::UnknownWord {
                        found: $crate::reading::shorten(text),
                        expected: Self::WORDS,
                        nearest: $crate::reading::nearest(text, Self::WORDS),
                    }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
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
                    const EXPECTED: &'static str = "one of a list of words, as text";

                    fn text(self, doc: &mut $crate::reading::Doc, text: &str) -> Option<$name> {
                        text.parse().map_err(|cause| doc.report(cause)).ok()
                    }
                }
                $crate::reading::take(Taker, doc, source)
            }
        }
    };
}
pub(crate) use words;
