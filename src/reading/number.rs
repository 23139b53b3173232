//! Whole numbers however JSON spells them; the only place where a number with a point is looked at.

pub(crate) const BELOW_ZERO: &str = "a number below zero";
pub(crate) const BROKEN: &str = "a number with a fraction or beyond all bounds";

/// What a number is, for readers that take whole ones from nought up.
pub(crate) enum Number {
    Whole(u64),
    BelowZero,
    Broken,
    /// Larger than the parser takes.
    BeyondAllBounds,
}

/// The number that a spelling stands for, as the parser would take it.
pub(crate) fn number(spelt: &str) -> Number {
    if let Ok(whole) = spelt.parse() {
        return Number::Whole(whole);
    }
    match (spelt.parse::<i64>(), spelt.parse::<f64>()) {
        (Ok(below), _) if below < 0 => Number::BelowZero,
        (_, Ok(value)) if value.is_finite() => whole_part(value).map_or(Number::Broken, Number::Whole),
        _ => Number::BeyondAllBounds,
    }
}

/// From here on whole numbers are too far apart to be told from their neighbours.
const TOO_COARSE: f64 = 9_007_199_254_740_992.0;

/// The number as a whole one, if it is one: `12`, `12.0` and `1.2e1` are the same. What prints without a point has no
/// fraction.
pub(crate) fn whole_part(value: f64) -> Option<u64> {
    if value == 0.0 {
        Some(0)
    } else if value < TOO_COARSE {
        value.to_string().parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, number};

    fn whole_number(spelt: &str) -> Option<u64> {
        match number(spelt) {
            Number::Whole(whole) => Some(whole),
            Number::BelowZero | Number::Broken | Number::BeyondAllBounds => None,
        }
    }

    #[test]
    fn the_same_number_is_read_however_it_is_spelt() {
        for spelt in ["12", "12.0", "1.2e1", "1200e-2"] {
            assert_eq!(whole_number(spelt), Some(12), "{spelt}");
        }
        for spelt in ["0", "-0", "-0.0", "0e5"] {
            assert_eq!(whole_number(spelt), Some(0), "{spelt}");
        }
    }

    #[test]
    fn no_other_number_is_whole() {
        for spelt in ["-1", "1.5", "1e-1", "1e300", "1e999", "-1e3"] {
            assert_eq!(whole_number(spelt), None, "{spelt}");
        }
    }
}
