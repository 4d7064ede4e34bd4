//! The derives of the contract crate, documented there.
