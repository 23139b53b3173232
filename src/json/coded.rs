//! Enums whose every variant has a stable code, written beside it.

/// Gives each variant of an enum its kebab-case code: `code`, and `CODES` for a list that no rename escapes.
macro_rules! coded {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $(<$life:lifetime>)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $({ $($(#[$field_meta:meta])* $field:ident: $type:ty),+ $(,)? })? = $code:literal
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        pub enum $name $(<$life>)? {
            $($(#[$variant_meta])* $variant $({ $($(#[$field_meta])* $field: $type),+ })?),+
        }

        impl $(<$life>)? $name $(<$life>)? {
            /// Every code there is, in the order of the list.
            pub const CODES: &'static [&'static str] = &[$($code),+];

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
