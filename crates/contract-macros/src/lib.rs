//! The derives of the `contract` crate.
//!
//! They are documented, and their examples compiled, where `contract` re-exports them.

mod attributes;
mod dto;
mod flags;
mod interface;
mod member_names;
mod operation;
mod wire_enum;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a struct a DTO: `Serialize`, `Deserialize`, `Dto` and `PropertyType`.
///
/// On the struct, `#[dto(…)]` takes `namespace = "…"`, `name = "…"` (the CLR name, where it is
/// not the Rust name), `is_abstract`, `data_contract`, `implements(…)`. On a field it takes `base`
/// (the base class), `skip`, `name = "…"` (another name on the wire), `clr = "…"` (a CLR name
/// that Rust's cannot tell, such as `URL`), `order = n`, `required`, `array`.
/// `#[validate(…)]` on a field states a rule: `not_empty`, `length(2, 10)`, `email`, …, with
/// `code = "…"`, `message = "…"` and `when = condition` beside it, or `each` and `nested` to
/// check what the field holds by its own rules.
#[proc_macro_derive(Dto, attributes(dto, validate, serde))]
pub fn derive_dto(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    dto::expand(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Makes a DTO an operation: `Operation`.
///
/// `#[operation(…)]` takes `returns = Type` (or `returns = void`), `actions(PUT)`, `takes_files`
/// for those of a multipart body, `authenticate`, `roles("Admin")`, `any_roles("A", "B")`,
/// `checks_credentials` for an open one that looks at credentials itself, `tags("…")` and
/// `rules = function`. Who finds it in metadata: `visible_to("A", "B")` one of
/// these roles, `exclude_metadata` nobody, `internal_only` the host's own network, which then is
/// the only one that may call it. Each `#[route("/path/{Variable}", GET, POST)]` adds a path;
/// `summary = "…"` and `notes = "…"` may follow.
#[proc_macro_derive(Operation, attributes(operation, route))]
pub fn derive_operation(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    operation::expand(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Makes a struct stand for a .NET interface: `Interface`. Its fields are the properties.
#[proc_macro_derive(Interface, attributes(dto))]
pub fn derive_interface(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    interface::expand(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Makes an enum of unit variants cross the wire by name: `WireEnum`.
///
/// `#[dto(name = "the-first")]` on a variant gives it an `EnumMember` name.
#[proc_macro_derive(WireEnum, attributes(dto))]
pub fn derive_wire_enum(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    wire_enum::expand(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Makes a newtype of an integer a `[Flags]` enumeration: `Flags`.
///
/// `#[flags(None = 0, Read = 1)]` names its values; each becomes an associated constant.
#[proc_macro_derive(Flags, attributes(flags, dto))]
pub fn derive_flags(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    flags::expand(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
