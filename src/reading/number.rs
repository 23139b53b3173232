//! Whole numbers however JSON spells them; the only place where a number with a point is looked at.

/// The whole number from nought up that a JSON number stands for: `12`, `12.0` and `1.2e1` are the same.
pub(crate) fn whole_number(spelt: &str) -> Option<u64> {
    spelt.parse().ok().or_else(|| spelt.parse().ok().and_then(whole_part))
}

/// The number as a whole one, if it is one. What prints without a point has no fraction.
pub(crate) fn whole_part(value: f64) -> Option<u64> {
    if value == 0.0 { Some(0) } else { value.to_string().parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::whole_number;

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
