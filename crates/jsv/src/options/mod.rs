//! What readers and writers can be told.

mod read;
mod write;

pub use read::{Duplicates, Mode, ReadOptions};
pub use write::{ScalarLayout, TextCase, WriteOptions};
