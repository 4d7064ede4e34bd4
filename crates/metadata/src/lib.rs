//! The description of an API as data, and what is generated from it.
