mod put_operation;
mod tenanted_request;

pub use put_operation::{PutOperationTenanted, PutOperationUnTenanted};
pub use tenanted_request::ITenantedRequest;
