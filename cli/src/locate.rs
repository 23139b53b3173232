//! From a JSON Pointer to the line of a text. The text has been read as JSON before, so that nothing here can be wrong
//! with it; where something is, the line of whatever encloses it is told.

/// The line, counted from 1, of the place that a JSON Pointer leads to: that of the key, or of the entry of a list. Of a
/// key that stands twice it is the second, and of one that is not there the line of the object that lacks it.
pub(crate) fn line(text: &[u8], pointer: &str) -> usize {
    let mut cursor = Cursor { text, at: 0 };
    cursor.pass_blanks();
    let mut place = cursor.at;
    for step in pointer.split('/').skip(1) {
        match cursor.enter(&step.replace("~1", "/").replace("~0", "~")) {
            Some(found) => place = found,
            None => break,
        }
    }
    1 + text.iter().take(place).filter(|byte| **byte == b'\n').count()
}

/// A place in a JSON text: where a value begins.
struct Cursor<'t> {
    text: &'t [u8],
    at: usize,
}

impl Cursor<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Passes over blanks, and over the byte order mark that may stand before a document.
    fn pass_blanks(&mut self) {
        if self.at == 0 && self.text.starts_with("\u{feff}".as_bytes()) {
            self.at = 3;
        }
        while self.byte().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Passes over one byte if it is this one, with the blanks after it.
    fn pass(&mut self, expected: u8) -> bool {
        let is_there = self.byte() == Some(expected);
        if is_there {
            self.at += 1;
            self.pass_blanks();
        }
        is_there
    }

    /// Moves from an object or list to what a step of a pointer names; the place of its key, or of the entry.
    fn enter(&mut self, step: &str) -> Option<usize> {
        match self.byte()? {
            b'{' => self.enter_key(step),
            b'[' => self.enter_index(step.parse().ok()?),
            _ => None,
        }
    }

    fn enter_key(&mut self, step: &str) -> Option<usize> {
        let mut found = None;
        self.pass(b'{');
        while self.byte() == Some(b'"') {
            let key_at = self.at;
            self.pass_text();
            let key: Option<String> = self.text.get(key_at..self.at).and_then(|key| serde_json::from_slice(key).ok());
            self.pass_blanks();
            self.pass(b':');
            if key.as_deref() == Some(step) {
                found = Some((key_at, self.at));
            }
            self.pass_value();
            if !self.pass(b',') {
                break;
            }
        }
        let (key_at, value_at) = found?;
        self.at = value_at;
        Some(key_at)
    }

    fn enter_index(&mut self, index: usize) -> Option<usize> {
        self.pass(b'[');
        for _ in 0..index {
            self.pass_value();
            if !self.pass(b',') {
                return None;
            }
        }
        (self.byte()? != b']').then_some(self.at)
    }

    fn pass_text(&mut self) {
        self.at += 1;
        while let Some(byte) = self.byte() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    /// Passes over a value with everything in it, and the blanks after it.
    fn pass_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => self.pass_text(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' if depth == 0 => break,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    const TEXT: &str = r#"{
  "a": {
    "quo\"ted, {": [1, "]", {
      "x/y": 2 }
    ],
    "twice": 1,
    "twice":
      2
  },
  "list": [
    [], {},
    "last"
  ]
}"#;

    #[test]
    fn a_pointer_leads_to_the_line_of_its_key_or_entry() {
        for (pointer, expected) in [
            ("", 1),
            ("/a", 2),
            ("/a/quo\"ted, {", 3),
            ("/a/quo\"ted, {/2", 3),
            ("/a/quo\"ted, {/2/x~1y", 4),
            ("/a/twice", 7),
            ("/list", 10),
            ("/list/0", 11),
            ("/list/1", 11),
            ("/list/2", 12),
        ] {
            assert_eq!(line(TEXT.as_bytes(), pointer), expected, "{pointer}");
        }
    }

    #[test]
    fn a_pointer_to_what_is_missing_leads_to_what_lacks_it() {
        for (pointer, expected) in
            [("/b", 1), ("/a/missing", 2), ("/list/3", 10), ("/list/2/deeper", 12), ("/list/x", 10)]
        {
            assert_eq!(line(TEXT.as_bytes(), pointer), expected, "{pointer}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_text_cut_short_are_survived() {
        assert_eq!(line("\u{feff}\n{\n\"a\": 1}".as_bytes(), "/a"), 3);
        for text in ["", "{", "{\"a", "[1,", "{\"a\":", "\"\\"] {
            assert_eq!(line(text.as_bytes(), "/a/0"), 1, "{text}");
        }
    }
}
