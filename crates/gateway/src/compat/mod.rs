//! What particular clients need beyond the rule, one file each, with the client named.

mod text_plain_json;

pub(crate) use text_plain_json::untyped_body;
