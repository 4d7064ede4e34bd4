use std::collections::VecDeque;
use std::ptr;

use contract::{OperationDescriptor, Returns, TypeDescriptor, TypeRef};

/// Every class, interface and enumeration that the operations reach, without their request and
/// response DTOs; the nearer ones first.
pub(super) fn referenced_types(
    operations: &[&OperationDescriptor],
) -> Vec<&'static TypeDescriptor> {
    let mut walk = Walk::default();
    for operation in operations {
        walk.follow(&operation.request_ref);
        if let Returns::Type(response) = &operation.returns {
            walk.follow(response);
        }
    }
    let roots = walk.found.len();
    let is_root = |found: &TypeDescriptor| {
        operations.iter().any(|operation| {
            let response = match &operation.returns {
                Returns::Type(response) => response.descriptor(),
                _ => None,
            };
            ptr::eq(operation.request, found)
                || response.is_some_and(|response| ptr::eq(response, found))
        })
    };
    // What a list or a generic response holds was followed with the roots, but is a type like any.
    let held: Vec<_> = walk.found[..roots]
        .iter()
        .copied()
        .filter(|found| !is_root(found))
        .collect();
    while let Some(next) = walk.queue.pop_front() {
        walk.scan(next);
    }
    held.into_iter()
        .chain(walk.found[roots..].iter().copied())
        .collect()
}

/// A breadth-first walk.
#[derive(Default)]
struct Walk {
    found: Vec<&'static TypeDescriptor>,
    queue: VecDeque<&'static TypeDescriptor>,
}

impl Walk {
    /// Its properties, inherited ones included, then its base class, then its interfaces.
    fn scan(&mut self, scanned: &'static TypeDescriptor) {
        let lineage = lineage(scanned);
        for class in &lineage {
            for property in &class.properties {
                self.follow(&property.type_ref);
            }
        }
        if let Some(base) = &scanned.inherits {
            self.follow(base);
        }
        for class in &lineage {
            for interface in &class.implements {
                self.follow(interface);
            }
        }
    }

    fn follow(&mut self, reference: &TypeRef) {
        if let Some(descriptor) = reference.descriptor() {
            if self.found.iter().any(|known| ptr::eq(*known, descriptor)) {
                return;
            }
            self.found.push(descriptor);
            self.queue.push_back(descriptor);
        }
        for argument in &reference.generic_args {
            self.follow(argument);
        }
    }
}

/// The class and its bases, itself first.
fn lineage(class: &'static TypeDescriptor) -> Vec<&'static TypeDescriptor> {
    let base_of = |class: &&'static TypeDescriptor| class.inherits.as_ref()?.descriptor();
    std::iter::successors(Some(class), base_of).collect()
}
