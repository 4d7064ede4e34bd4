use std::borrow::Cow;
use std::collections::HashMap;

use contract::OperationDescriptor;
use metadata::{MetadataTypes, OperationSamples};

use super::viewer::Viewer;

/// The operations of a host, and their description as everybody may see it.
#[derive(Debug)]
pub(crate) struct HostDescription {
    operations: Vec<&'static OperationDescriptor>,
    public: MetadataTypes,
    /// Sample messages by operation.
    samples: HashMap<String, OperationSamples>,
}

/// The operations that one caller sees, and their description.
#[derive(Debug)]
pub(crate) struct View<'a> {
    /// Every visible operation, ServiceStack's own among them.
    pub(crate) operations: Vec<&'static OperationDescriptor>,
    /// The description of those that are the application's.
    pub(crate) api: Cow<'a, MetadataTypes>,
}

impl HostDescription {
    pub(crate) fn new(operations: Vec<&'static OperationDescriptor>) -> Self {
        let stranger = Viewer::default();
        let public = metadata::describe(visible(&operations, &stranger));
        let all = metadata::describe(operations.iter().copied());
        Self {
            operations,
            public,
            samples: OperationSamples::of_all(&all),
        }
    }

    /// The sample messages of an operation, by its exact name.
    pub(crate) fn samples(&self, operation: &str) -> Option<&OperationSamples> {
        self.samples.get(operation)
    }

    /// Whether what is seen depends on who is calling.
    pub(crate) fn depends_on_caller(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| !operation.visibility.roles.is_empty())
    }

    /// What `viewer` sees.
    pub(crate) fn seen_by(&self, viewer: &Viewer) -> View<'_> {
        let operations: Vec<_> = visible(&self.operations, viewer).collect();
        let is_public = operations
            .iter()
            .all(|operation| operation.visibility.is_unrestricted());
        let api = if is_public {
            Cow::Borrowed(&self.public)
        } else {
            Cow::Owned(metadata::describe(operations.iter().copied()))
        };
        View { operations, api }
    }
}

fn visible(
    operations: &[&'static OperationDescriptor],
    viewer: &Viewer,
) -> impl Iterator<Item = &'static OperationDescriptor> {
    operations.iter().copied().filter(|operation| {
        let has_role = |role: &str| viewer.has_role(role);
        operation.visibility.admits(viewer.is_internal, has_role)
    })
}
