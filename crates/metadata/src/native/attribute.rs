use super::escape;
use super::identifier::identifier;
use crate::{
    MetadataAttribute, MetadataDataContract, MetadataDataMember, MetadataPropertyType,
    MetadataRoute,
};

/// How a language writes the arguments of an attribute.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AttributeStyle {
    /// Between the name of an argument and its value: `=`, in VB `:=`.
    pub(crate) assign: &'static str,
    /// How it writes text.
    pub(crate) text: fn(&str) -> String,
}

/// The style of most languages, and of comments.
pub(crate) const PLAIN: AttributeStyle = AttributeStyle {
    assign: "=",
    text: escape::double_quoted,
};

impl AttributeStyle {
    /// `Route("/path", "GET")`.
    pub(crate) fn route(self, route: &MetadataRoute) -> String {
        let path = (self.text)(&route.path);
        match &route.verbs {
            Some(verbs) => format!("Route({path}, {})", (self.text)(verbs)),
            None => format!("Route({path})"),
        }
    }

    /// `Name("argument", Property=1)`.
    pub(crate) fn attribute(self, attribute: &MetadataAttribute) -> String {
        let by_place = attribute
            .constructor_args
            .iter()
            .map(|argument| self.value(argument));
        let by_name = attribute.args.iter().map(|argument| {
            format!(
                "{}{}{}",
                identifier(&argument.name),
                self.assign,
                self.value(argument)
            )
        });
        let arguments: Vec<_> = by_place.chain(by_name).collect();
        format!("{}({})", identifier(&attribute.name), arguments.join(", "))
    }

    /// `DataContract`, with what is stated.
    pub(crate) fn contract(self, contract: &MetadataDataContract) -> String {
        let stated = [("Name", &contract.name), ("Namespace", &contract.namespace)];
        let arguments = stated.into_iter().filter_map(|(name, value)| {
            Some(format!(
                "{name}{}{}",
                self.assign,
                (self.text)(value.as_deref()?)
            ))
        });
        called("DataContract", arguments.collect())
    }

    /// `DataMember`, with what is stated.
    pub(crate) fn member(self, member: &MetadataDataMember) -> String {
        let text = member
            .name
            .as_deref()
            .map(|name| ("Name", (self.text)(name)));
        let order = member.order.map(|order| ("Order", order.to_string()));
        let required = member
            .is_required
            .map(|flag| ("IsRequired", flag.to_string()));
        let default = member
            .emit_default_value
            .map(|flag| ("EmitDefaultValue", flag.to_string()));
        let stated = [text, order, required, default].into_iter().flatten();
        let arguments = stated.map(|(name, value)| format!("{name}{}{value}", self.assign));
        called("DataMember", arguments.collect())
    }

    /// The value of an argument: a number or truth value as it is, everything else as text.
    fn value(self, argument: &MetadataPropertyType) -> String {
        let value = argument.value.as_deref().unwrap_or_default();
        let bare = match argument.type_name.as_deref() {
            Some("Boolean" | "bool") => matches!(value, "true" | "false" | "True" | "False"),
            Some("Int32" | "Int64" | "Double" | "int" | "long" | "double") => {
                value.parse::<f64>().is_ok()
            }
            _ => false,
        };
        if bare {
            value.to_ascii_lowercase()
        } else {
            (self.text)(value)
        }
    }
}

fn called(name: &str, arguments: Vec<String>) -> String {
    if arguments.is_empty() {
        name.to_owned()
    } else {
        format!("{name}({})", arguments.join(", "))
    }
}
