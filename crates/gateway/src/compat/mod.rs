//! What particular clients need beyond the rule, one file each, with the client named.

mod untyped_body;

pub(crate) use untyped_body::untyped_body;
