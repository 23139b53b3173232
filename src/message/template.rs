//! Templates: text with names in braces, filled in one place.

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text as it stands.
    Text(&'t str),
    /// The name of what is put there.
    Name(&'t str),
    /// A brace without its other half, and everything from there on.
    Broken(&'t str),
}

/// The pieces of a template in order.
pub(crate) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, after)) = rest.split_once('{') {
        pieces.push(Piece::Text(text));
        match after.split_once('}') {
            Some((name, further)) if !name.contains('{') => {
                pieces.push(Piece::Name(name));
                rest = further;
            }
            _ => {
                pieces.push(Piece::Broken(after));
                return pieces;
            }
        }
    }
    pieces.push(if rest.contains('}') { Piece::Broken(rest) } else { Piece::Text(rest) });
    pieces
}

/// A template with every name replaced by what it stands for.
pub(crate) fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) | Piece::Broken(text) => filled.push_str(text),
            Piece::Name(name) => filled.push_str(&value(name)),
        }
    }
    filled
}
