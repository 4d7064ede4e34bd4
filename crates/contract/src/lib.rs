//! How an application states its operations.
//!
//! A request DTO is a plain struct: `#[derive(Dto)]` makes it a wire type, `#[derive(Operation)]`
//! adds its routes, response type, verbs and who may call it. Nothing here knows HTTP or a format;
//! what crosses the wire is described by [`TypeDescriptor`]s that metadata, binding and the
//! formats read.
//!
//! ```
//! use contract::{Dto, Operation, Verb};
//!
//! /// What greets back.
//! #[derive(Debug, Clone, Default, PartialEq, Dto)]
//! pub struct HelloResponse {
//!     /// The greeting.
//!     pub result: Option<String>,
//! }
//!
//! /// Greets by name.
//! #[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
//! #[operation(returns = HelloResponse)]
//! #[route("/hello", GET, POST)]
//! #[route("/hello/{Name}")]
//! pub struct Hello {
//!     /// Who to greet.
//!     pub name: Option<String>,
//! }
//!
//! let operation = Hello::operation();
//! assert_eq!(operation.name(), "Hello");
//! assert!(operation.routes[0].verbs.contains(Verb::Post));
//!
//! // Names match whatever their case; unknown ones are ignored.
//! let hello: Hello = serde_json::from_str(r#"{"NAME":"World","other":1}"#).unwrap();
//! assert_eq!(hello.name.as_deref(), Some("World"));
//! ```

// The derives write `::contract::…`, in here too.
extern crate self as contract;

mod describe;
mod dto;
mod interfaces;
mod operation;
mod place;
mod property;
mod response_status;
mod response_type;
mod route;
mod scalars;
mod secret_text;
mod validation;
mod verb;
mod visibility;
mod wire_enum;

pub use contract_macros::{Dto, Flags, Interface, Operation, WireEnum};
pub use describe::{
    Attribute, DataContract, DataMember, EnumMember, PropertyDescriptor, TypeDescriptor, TypeKind,
    TypeRef, TypeShape,
};
pub use dto::{Dto, DtoVisitor, read_dto, write_dto};
pub use interfaces::{Interface, markers};
pub use operation::{Access, Operation, OperationDescriptor, Returns};
pub use property::{Map, PropertyType, Set, read_property};
pub use response_status::{ErrorResponse, ResponseError, ResponseStatus};
pub use response_type::ResponseType;
pub use route::{Route, RouteError};
pub use scalars::{
    Bytes, Char, DateTime, DateTimeKind, DateTimeOffset, Decimal, Guid, InvalidScalar, TimeSpan,
    scalar_name,
};
pub use secret_text::SecretText;
pub use validation::{Check, Checked, Comparand, Failure, Validation};
pub use verb::{Verb, Verbs};
pub use visibility::Visibility;
pub use wire_enum::{Flags, WireEnum, read_enum, read_flags, write_flags};

/// What the derives expand to; not for direct use.
#[doc(hidden)]
pub mod private {
    pub use regex_lite::Regex;
    pub use serde;
    pub use std::sync::OnceLock;

    /// Compiles a pattern that the derive has checked.
    ///
    /// # Panics
    /// The pattern is malformed, which the derive refuses.
    #[expect(clippy::expect_used, reason = "the derive has compiled it before")]
    pub fn pattern(pattern: &str) -> Regex {
        Regex::new(pattern).expect("a pattern that the derive has checked")
    }
}
