//! Enums whose every variant has a stable code, written beside it.

/// Gives each variant of an enum its kebab-case code: `code`, `CODES` for a list that no rename escapes, and `MEANINGS` for a list that people read.
macro_rules! coded {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $(<$life:lifetime>)? {
            $(
                $(#[doc = $about:literal])+
                $(#[error($($error:tt)*)])?
                $variant:ident $({ $($(#[$field_meta:meta])* $field:ident: $type:ty),+ $(,)? })? = $code:literal
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        pub enum $name $(<$life>)? {
            $($(#[doc = $about])+ $(#[error($($error)*)])? $variant $({ $($(#[$field_meta])* $field: $type),+ })?),+
        }

        impl $(<$life>)? $name $(<$life>)? {
            /// Every code there is, in the order of the list.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// Every code with what it means, in the order of the list.
            pub const MEANINGS: &'static [(&'static str, &'static str)] = &[$(($code, concat!($($about),+))),+];

            /// The stable kebab-case code.
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code),+
                }
            }
        }
    };
}
pub(crate) use coded;
