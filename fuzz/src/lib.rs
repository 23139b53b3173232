//! What the targets share: changing a document by its parts, where changing its bytes would seldom leave JSON behind.

mod bytes;
mod change;

pub use bytes::Bytes;
pub use change::{change, mutate};
