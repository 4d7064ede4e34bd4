use std::collections::HashMap;
use std::sync::Arc;

use contract::OperationDescriptor;
use metadata::OperationSamples;

use super::view::View;
use super::viewer::Viewer;
use super::views::Views;

/// The operations of a host, and what those without roles see of them.
#[derive(Debug)]
pub(crate) struct HostDescription {
    operations: Vec<&'static OperationDescriptor>,
    from_outside: Arc<View>,
    /// The same if nothing is internal.
    from_inside: Arc<View>,
    /// What those see whose roles show them more.
    by_roles: Views,
    /// Sample messages by operation.
    samples: HashMap<String, OperationSamples>,
}

impl HostDescription {
    pub(crate) fn new(operations: Vec<&'static OperationDescriptor>) -> Self {
        let seen = |is_internal| {
            let stranger = Viewer {
                is_internal,
                caller: None,
            };
            visible(&operations, &stranger)
        };
        let (outside, inside) = (seen(false), seen(true));
        let is_same = outside.len() == inside.len();
        let from_outside = Arc::new(View::of(outside));
        let from_inside = if is_same {
            Arc::clone(&from_outside)
        } else {
            Arc::new(View::of(inside))
        };
        let all = metadata::describe(operations.iter().copied());
        Self {
            from_outside,
            from_inside,
            operations,
            by_roles: Views::default(),
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
    pub(crate) fn seen_by(&self, viewer: &Viewer) -> Arc<View> {
        let kept = if viewer.is_internal {
            &self.from_inside
        } else {
            &self.from_outside
        };
        if viewer.caller.is_none() {
            return Arc::clone(kept);
        }
        let operations = visible(&self.operations, viewer);
        // Roles only ever add operations.
        if operations.len() == kept.operations.len() {
            return Arc::clone(kept);
        }
        self.by_roles.of(operations)
    }
}

fn visible(
    operations: &[&'static OperationDescriptor],
    viewer: &Viewer,
) -> Vec<&'static OperationDescriptor> {
    let has_role = |role: &str| viewer.has_role(role);
    let operations = operations.iter().copied();
    operations
        .filter(|operation| operation.visibility.admits(viewer.is_internal, has_role))
        .collect()
}
