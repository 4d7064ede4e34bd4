//! The description of an API as data: ServiceStack's `MetadataTypes`, as its own tools read it
//! from `/types/metadata`.
//!
//! Everything that tells of the API (metadata pages, native types per language, OpenAPI, the API
//! explorer) reads this model and nothing else, so it works alike for operations stated in Rust
//! and for those of another host whose `/types/metadata` was read.
//!
//! Flags are present on the wire only when true, and absent members are left out, as
//! ServiceStack.Text writes them.
#![forbid(unsafe_code)]

mod build;
mod clr_name;
mod model;
pub mod native;
pub mod openapi;
mod parameters;
pub mod postman;
mod sample;

pub use build::{describe, describe_all, describe_with_own};
pub use model::{
    MetadataAttribute, MetadataDataContract, MetadataDataMember, MetadataOperationType,
    MetadataPropertyType, MetadataRoute, MetadataType, MetadataTypeName, MetadataTypes,
    MetadataTypesConfig,
};
pub use parameters::{
    EnumValue, csharp_class_name, csharp_name, enum_values, parameter_kind, types_of,
};
pub use sample::OperationSamples;
