//! Content types and their codecs: bytes to and from any serde type.
//!
//! Every reader is driven by the target type: a scalar on the wire is a text, which the type that
//! is asked for makes a value of. Every writer takes [`WriteOptions`], and lays out the scalars of
//! `contract` (dates, GUIDs, decimals) as ServiceStack does in that format.

mod at_most;
mod codec;
mod content_type;
mod csv_codec;
mod error;
mod form;
mod format;
mod json;
mod jsonl;
mod jsv_codec;
mod jsv_indent;
mod member;
mod member_of;
mod misfit;
mod msgpack;
mod scalar_layout;
mod scalar_text;
mod text_value;
#[cfg(test)]
mod vectors;
mod write_options;
mod xml;

pub use at_most::AtMost;
pub use codec::{decode, decode_list, encode};
pub use content_type::ContentType;
pub use error::{DecodeError, EncodeError};
pub use form::decode_form;
pub use format::Format;
pub use jsv_indent::indent_jsv;
pub use member::{Member, members};
pub use member_of::MemberOf;
pub use misfit::{Misfit, first_misfit};
pub use text_value::TextValue;
pub use write_options::{DateHandler, WriteOptions};
pub use xml::indent_xml;
