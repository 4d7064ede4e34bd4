//! Between JSON and the types of Dart.

use super::{Types, field_name};
use crate::native::declaration::Declaration;
use crate::native::escape::single_quoted_with_dollar;
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

/// Reads the properties from a JSON object.
pub(super) fn from_map(declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    out.block("fromMap(Map<String, dynamic> json) {", "}", |out| {
        out.lines(has_base.then_some("super.fromMap(json);"));
        for property in &declaration.properties {
            out.line(format!("{} = {};", field_name(property), read(property)));
        }
        out.line("return this;");
    });
    out.blank();
}

fn read(property: &Property<'_>) -> String {
    let value = format!("json[{}]", single_quoted_with_dollar(&property.wire));
    match &property.kind {
        TypeRef::Scalar(Scalar::Single | Scalar::Double | Scalar::Decimal) => {
            format!("JsonConverters.toDouble({value})")
        }
        TypeRef::Map(key, item) if is_text(key) && is_text(item) => {
            format!("JsonConverters.toStringMap({value})")
        }
        kind if is_converted(kind) => {
            format!(
                "JsonConverters.fromJson({value},{},context!)",
                type_name(kind)
            )
        }
        _ => value,
    }
}

fn is_text(kind: &TypeRef) -> bool {
    *kind == TypeRef::Scalar(Scalar::String)
}

/// Whether JSON has another form of it than Dart.
fn is_converted(kind: &TypeRef) -> bool {
    match kind {
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset | Scalar::TimeSpan) => true,
        TypeRef::Scalar(_) | TypeRef::Any => false,
        _ => true,
    }
}

/// A type's name in quotes; that of a parameter is only known when the program runs.
fn type_name(kind: &TypeRef) -> String {
    let name = Types.write(kind);
    match kind {
        TypeRef::Parameter(_) => format!("{name}.toString()"),
        TypeRef::List(_, item) if matches!(**item, TypeRef::Parameter(_)) => {
            format!("'List<${}>'", Types.write(item))
        }
        _ => format!("'{name}'"),
    }
}

/// Writes the properties to a JSON object.
pub(super) fn to_json(declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    let properties = &declaration.properties;
    let (open, close) = match (has_base, properties.is_empty()) {
        (true, true) => return out.line("Map<String, dynamic> toJson() => super.toJson();"),
        (false, true) => return out.line("Map<String, dynamic> toJson() => {};"),
        (true, false) => (
            "Map<String, dynamic> toJson() => super.toJson()..addAll({",
            "});",
        ),
        (false, false) => ("Map<String, dynamic> toJson() => {", "};"),
    };
    out.block(open, close, |out| {
        for (index, property) in properties.iter().enumerate() {
            let name = field_name(property);
            let is_string_map =
                matches!(&property.kind, TypeRef::Map(key, item) if is_text(key) && is_text(item));
            let value = if is_converted(&property.kind) && !is_string_map {
                format!(
                    "JsonConverters.toJson({name},{},context!)",
                    type_name(&property.kind)
                )
            } else {
                name
            };
            let end = if index + 1 < properties.len() {
                ","
            } else {
                ""
            };
            out.line(format!(
                "{}: {value}{end}",
                single_quoted_with_dollar(&property.wire)
            ));
        }
    });
    out.blank();
}
