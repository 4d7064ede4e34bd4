mod attribute;
mod config;
mod config_defaults;
mod metadata_type;
mod metadata_types;
mod operation;
mod property;

pub use attribute::MetadataAttribute;
pub use config::MetadataTypesConfig;
pub use metadata_type::{MetadataDataContract, MetadataType, MetadataTypeName};
pub use metadata_types::MetadataTypes;
pub use operation::{MetadataOperationType, MetadataRoute};
pub use property::{MetadataDataMember, MetadataPropertyType};

/// Flags go on the wire only when they are set.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}
