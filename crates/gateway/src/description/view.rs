use std::sync::OnceLock;

use contract::OperationDescriptor;
use metadata::MetadataTypes;

use super::documents::Documents;

/// The operations that a caller sees, their description, and what was generated from that.
#[derive(Debug)]
pub(crate) struct View {
    /// Every visible operation, ServiceStack's own among them.
    pub(crate) operations: Vec<&'static OperationDescriptor>,
    /// The description of those that are the application's.
    pub(crate) api: MetadataTypes,
    /// What was generated from them.
    pub(crate) documents: Documents,
    with_own: OnceLock<MetadataTypes>,
    all: OnceLock<MetadataTypes>,
}

impl View {
    pub(super) fn of(operations: Vec<&'static OperationDescriptor>) -> Self {
        Self {
            api: metadata::describe(operations.iter().copied()),
            operations,
            documents: Documents::default(),
            with_own: OnceLock::new(),
            all: OnceLock::new(),
        }
    }

    /// The description with ServiceStack's own operations and types.
    pub(crate) fn with_own(&self) -> &MetadataTypes {
        let operations = self.operations.iter().copied();
        self.with_own
            .get_or_init(|| metadata::describe_with_own(operations))
    }

    /// The same with the interfaces of requests before all others, and without options.
    pub(crate) fn all(&self) -> &MetadataTypes {
        let operations = self.operations.iter().copied();
        self.all.get_or_init(|| metadata::describe_all(operations))
    }
}
