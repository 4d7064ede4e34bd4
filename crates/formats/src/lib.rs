//! Content types and their codecs: bytes to and from any serde type.
