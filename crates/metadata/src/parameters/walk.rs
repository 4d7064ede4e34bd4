use crate::clr_name::ClrName;
use crate::{MetadataOperationType, MetadataType, MetadataTypes};

/// The types that an operation's page explains, each once: the request and what it refers to,
/// depth first (base class, arguments of the base, properties with their arguments), then the
/// same for the answer. ServiceStack's own types and interfaces need no explanation.
pub fn types_of<'a>(
    description: &'a MetadataTypes,
    operation: &'a MetadataOperationType,
) -> Vec<&'a MetadataType> {
    let mut walk = Walk {
        description,
        found: Vec::new(),
    };
    walk.visit(&operation.request);
    if let Some(response) = &operation.response {
        walk.visit(response);
    }
    if let Some(returned) = &operation.return_type {
        walk.visit_name(&ClrName::of_reference(returned));
    }
    walk.found
}

struct Walk<'a> {
    description: &'a MetadataTypes,
    found: Vec<&'a MetadataType>,
}

impl<'a> Walk<'a> {
    fn visit(&mut self, class: &'a MetadataType) {
        let is_own = |namespace: &str| matches!(namespace, "System" | "ServiceStack");
        let is_known = self.found.iter().any(|known| std::ptr::eq(*known, class))
            || (self.found.iter())
                .any(|known| known.name == class.name && known.namespace == class.namespace);
        if is_known || is_own(&class.namespace) || class.is_interface {
            return;
        }
        self.found.push(class);
        if let Some(base) = &class.inherits {
            self.visit_name(&ClrName::of_reference(base));
        }
        for property in class.own_properties() {
            self.visit_name(&ClrName::of_property(property));
        }
    }

    fn visit_name(&mut self, name: &ClrName) {
        let mut types = self.description.all_types();
        let named = types.find(|class| name.is_of(class));
        if let Some(class) = named {
            self.visit(class);
        }
        for argument in &name.arguments {
            self.visit_name(argument);
        }
    }
}
