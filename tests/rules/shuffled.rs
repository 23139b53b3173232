//! The same document with its keys in another order.

use serde_json::Value;

/// Writes JSON with the keys of every object in an order drawn from a seed, each order as likely as another.
pub(crate) struct Shuffled {
    state: u64,
    out: String,
}

impl Shuffled {
    /// The text of a document in the order of a seed.
    pub(crate) fn text(value: &Value, seed: u64) -> String {
        let mut shuffled = Self { state: seed.wrapping_mul(2).wrapping_add(1), out: String::new() };
        shuffled.write(value);
        shuffled.out
    }

    /// A number below a bound, from a linear congruential generator.
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).expect("31 bits") % bound
    }

    fn write(&mut self, value: &Value) {
        match value {
            Value::Object(object) => {
                let mut entries: Vec<_> = object.iter().collect();
                for last in (1..entries.len()).rev() {
                    let other = self.below(last + 1);
                    entries.swap(last, other);
                }
                self.out.push('{');
                for (at, (key, value)) in entries.into_iter().enumerate() {
                    self.out.push_str(if at == 0 { "" } else { "," });
                    self.out.push_str(&serde_json::to_string(key).expect("a key"));
                    self.out.push(':');
                    self.write(value);
                }
                self.out.push('}');
            }
            Value::Array(list) => {
                self.out.push('[');
                for (at, value) in list.iter().enumerate() {
                    self.out.push_str(if at == 0 { "" } else { "," });
                    self.write(value);
                }
                self.out.push(']');
            }
            other => self.out.push_str(&other.to_string()),
        }
    }
}
