//! What files in Java and Kotlin have in common: the client library and Gson's annotations.

use crate::MetadataTypesConfig;
use crate::native::api::Api;
use crate::native::attribute::AttributeStyle;
use crate::native::declaration::Declaration;
use crate::native::doc_comment::doc_comment;
use crate::native::enumeration::EnumMember;
use crate::native::escape::{comment, dotted_name};
use crate::native::property::Property;
use crate::native::source::Source;

/// What every file imports.
pub(super) const IMPORTS: [&str; 5] = [
    "java.math.*",
    "java.util.*",
    "net.servicestack.client.*",
    "com.google.gson.annotations.*",
    "com.google.gson.reflect.*",
];

/// The package and the imports, each with `end` behind it.
pub(super) fn head(config: &MetadataTypesConfig, end: &str, out: &mut Source) {
    let package = config.package.iter();
    out.lines(package.map(|name| format!("package {}{end}", dotted_name(name))));
    let imports = config.default_imports.iter();
    out.lines(imports.map(|name| format!("import {}{end}", dotted_name(name))));
    out.blank();
}

/// The description and attributes of a type. Annotations do not repeat, so further routes are
/// comments, as are attributes that the client library does not know.
pub(super) fn annotations(
    api: &Api<'_>,
    declaration: &Declaration<'_>,
    style: AttributeStyle,
    out: &mut Source,
) {
    out.lines(doc_comment(declaration.description(api.config)));
    for (index, route) in declaration.routes.iter().enumerate() {
        let text = route_annotation(route, style);
        out.line(if index == 0 {
            text
        } else {
            format!("// {}", comment(&text))
        });
    }
    let described = declaration.described;
    let attributes = described.attributes.iter();
    let attributes = attributes.map(|attribute| style.attribute(attribute));
    out.lines(attributes.map(|text| format!("// @{}", comment(&text))));
    if described.data_contract.is_some() {
        out.line("@DataContract");
    }
}

/// `@Route("/path")` or `@Route(Path="/path", Verbs="GET")`.
fn route_annotation(route: &crate::MetadataRoute, style: AttributeStyle) -> String {
    let path = (style.text)(&route.path);
    match &route.verbs {
        Some(verbs) => format!("@Route(Path={path}, Verbs={})", (style.text)(verbs)),
        None => format!("@Route({path})"),
    }
}

/// The description, contract and attributes of a property.
pub(super) fn property_annotations(
    api: &Api<'_>,
    property: &Property<'_>,
    style: AttributeStyle,
    out: &mut Source,
) {
    let described = &property.described;
    out.lines(doc_comment(property.description(api.config)));
    let contract = described.data_member.iter();
    out.lines(contract.map(|member| format!("@{}", style.member(member))));
    let attributes = described.attributes.iter();
    let attributes = attributes.map(|attribute| style.attribute(attribute));
    out.lines(attributes.map(|text| format!("// @{}", comment(&text))));
}

/// A value of an enumeration, with its name on the wire where that is another.
pub(super) fn enum_value(member: &EnumMember<'_>, numeric: bool, style: AttributeStyle) -> String {
    let number = member.number.to_string();
    if numeric {
        return format!(
            "{}{}({number})",
            serialized_name(&number, style),
            member.name
        );
    }
    let renamed = if member.is_renamed() {
        serialized_name(member.wire, style)
    } else {
        String::new()
    };
    format!("{renamed}{}", member.name)
}

/// What tells Gson the name of a property on the wire, where it is not that of its field.
pub(super) fn renamed(property: &Property<'_>, field: &str, style: AttributeStyle) -> String {
    if field == property.wire {
        String::new()
    } else {
        serialized_name(&property.wire, style)
    }
}

fn serialized_name(wire: &str, style: AttributeStyle) -> String {
    format!("@SerializedName({}) ", (style.text)(wire))
}
