mod property_descriptor;
mod type_descriptor;
mod type_ref;

pub use property_descriptor::{Attribute, DataMember, PropertyDescriptor};
pub use type_descriptor::{DataContract, EnumMember, TypeDescriptor, TypeKind};
pub use type_ref::{TypeRef, TypeShape};
