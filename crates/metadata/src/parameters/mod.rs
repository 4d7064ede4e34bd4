//! What the tables of an operation's page say of its types.

mod csharp_name;
mod enum_values;
mod kind;
mod walk;

pub use csharp_name::{csharp_class_name, csharp_name};
pub use enum_values::{EnumValue, enum_values};
pub use kind::parameter_kind;
pub use walk::types_of;
