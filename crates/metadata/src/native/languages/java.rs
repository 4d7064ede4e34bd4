//! Java: one class around the DTOs, for `net.servicestack:client` and Gson.

use jsv::scalar::camel_case;

use crate::native::api::Api;
use crate::native::attribute::{AttributeStyle, PLAIN};
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, dotted_name, double_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, is_among};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::{TypeSyntax, with_parameters};

pub(in crate::native) const JAVA: Language = Language {
    key: "java",
    aliases: &[],
    links: &[("Java", "java")],
    name: "Java",
    content_type: "text/plain",
    header: HeaderStyle {
        options: "Package GlobalNamespace AddPropertyAccessors SettersReturnThis \
                AddServiceStackTypes AddResponseStatus AddDescriptionAsComments \
                AddImplicitVersion IncludeTypes ExcludeTypes TreatTypesAsStrings DefaultImports",
        ..C_STYLE
    },
    defaults: |config| {
        config.default_imports = IMPORTS.map(str::to_owned).to_vec();
        config
            .global_namespace
            .get_or_insert_with(|| "dtos".to_owned());
    },
    in_library: |entry| entry.is_well_known(),
    reserved_types: "ArrayList BigDecimal BigInteger Boolean Byte Date Double Float HashMap Integer Long \
        Object Short String TimeSpan UUID",
    order: Order::RequestsFirst,
    has_namespaces: false,
    write,
};

pub(super) const IMPORTS: [&str; 5] = [
    "java.math.*",
    "java.util.*",
    "net.servicestack.client.*",
    "com.google.gson.annotations.*",
    "com.google.gson.reflect.*",
];

const RESERVED: &str = "abstract assert boolean break byte case catch char class const continue default do double \
    else enum extends final finally float for goto if implements import instanceof int interface \
    long native new package private protected public return short static strictfp super switch \
    synchronized this throw throws transient try void volatile while true false null";

pub(super) struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "Boolean",
            Scalar::SByte => "Byte",
            // Unsigned ones need the next size.
            Scalar::Byte | Scalar::Int16 => "Short",
            Scalar::UInt16 | Scalar::Int32 => "Integer",
            Scalar::UInt32 | Scalar::Int64 => "Long",
            Scalar::UInt64 => "BigInteger",
            Scalar::Single => "Float",
            Scalar::Double => "Double",
            Scalar::Decimal => "BigDecimal",
            Scalar::DateTime | Scalar::DateTimeOffset => "Date",
            Scalar::TimeSpan => "TimeSpan",
            Scalar::Guid => "UUID",
            Scalar::Char | Scalar::String | Scalar::DateOnly | Scalar::TimeOnly => "String",
        }
    }

    fn bytes(&self) -> String {
        "byte[]".to_owned()
    }

    fn any(&self) -> &'static str {
        "Object"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("ArrayList<{item}>")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("HashMap<{},{}>", self.write(key), self.write(value))
    }

    fn separator(&self) -> &'static str {
        ","
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    let config = api.config;
    out.lines(
        config
            .package
            .as_deref()
            .map(|name| format!("package {};", dotted_name(name))),
    );
    out.lines(
        config
            .default_imports
            .iter()
            .map(|name| format!("import {};", dotted_name(name))),
    );
    out.blank();
    let name = identifier(config.global_namespace.as_deref().unwrap_or("dtos"));
    out.line(format!("public class {name}"));
    out.block("{", "}", |out| {
        for declaration in api.declarations() {
            out.blank();
            annotations(api, declaration, out);
            if declaration.described.is_enum {
                enumeration(declaration, out);
            } else if declaration.described.is_interface {
                interface(api, declaration, out);
            } else {
                class(api, declaration, out);
            }
        }
        out.blank();
    });
}

/// The description and attributes. Annotations do not repeat, so further routes are comments.
fn annotations(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    out.lines(doc_comment(declaration.description(api.config)));
    let described = declaration.described;
    for (index, route) in declaration.routes.iter().enumerate() {
        let text = route_annotation(route, PLAIN);
        out.line(if index == 0 {
            text
        } else {
            format!("// {}", comment(&text))
        });
    }
    let attributes = described
        .attributes
        .iter()
        .map(|attribute| PLAIN.attribute(attribute));
    out.lines(attributes.map(|text| format!("// @{}", comment(&text))));
    if described.data_contract.is_some() {
        out.line("@DataContract");
    }
}

/// `@Route("/path")` or `@Route(Path="/path", Verbs="GET")`.
pub(super) fn route_annotation(route: &crate::MetadataRoute, style: AttributeStyle) -> String {
    let path = (style.text)(&route.path);
    match &route.verbs {
        Some(verbs) => format!("@Route(Path={path}, Verbs={})", (style.text)(verbs)),
        None => format!("@Route({path})"),
    }
}

pub(super) fn doc_comment(description: Option<&str>) -> Vec<String> {
    let Some(text) = description else {
        return Vec::new();
    };
    vec![
        "/**".to_owned(),
        format!("* {}", comment(text)),
        "*/".to_owned(),
    ]
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    out.line(format!("public static enum {name}"));
    out.block("{", "}", |out| {
        let members = declaration.enum_members();
        let numeric = declaration.is_numeric_enum();
        for (index, member) in members.iter().enumerate() {
            let wire = if numeric {
                member.number.to_string()
            } else {
                member.wire.to_owned()
            };
            let renamed = if numeric || member.is_renamed() {
                format!("@SerializedName({}) ", double_quoted(&wire))
            } else {
                String::new()
            };
            let number = if numeric {
                format!("({})", member.number)
            } else {
                String::new()
            };
            let end = if index + 1 == members.len() { ";" } else { "," };
            out.line(format!("{renamed}{}{number}{end}", member.name));
        }
        if numeric {
            out.blank();
            out.line("private final int value;");
            out.line(format!(
                "{name}(final int intValue) {{ value = intValue; }}"
            ));
            out.line("public int getValue() { return value; }");
        }
    });
}

fn interface(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    out.line(format!("public static interface {name}"));
    out.block("{", "}", |out| {
        for property in declaration
            .properties
            .iter()
            .filter(|_| api.config.add_property_accessors)
        {
            let kind = Types.write(&property.kind);
            let accessor = accessor(property);
            out.line(format!("public {kind} {}{accessor}();", getter(property)));
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    let base = declaration
        .base
        .iter()
        .map(|base| format!(" extends {}", Types.write(base)));
    let interfaces = declaration
        .interfaces_with_marker()
        .map(|parent| Types.write(parent));
    let verb = api.missing_verb(declaration).map(str::to_owned);
    let parents: Vec<_> = interfaces.chain(verb).collect();
    let implements = if parents.is_empty() {
        String::new()
    } else {
        format!(" implements {}", parents.join(", "))
    };
    out.line(format!(
        "public static class {name}{}{implements}",
        base.collect::<String>()
    ));
    out.block("{", "}", |out| {
        for (index, property) in declaration.properties.iter().enumerate() {
            if index > 0 && declaration.properties[index - 1].is_annotated() {
                out.blank();
            }
            field(api, property, out);
        }
        out.blank();
        if api.config.add_property_accessors {
            for property in &declaration.properties {
                accessors(api, &name, property, out);
            }
        }
        if let Some(answer) = declaration
            .answer
            .as_ref()
            .filter(|_| declaration.call.is_some())
        {
            out.line(format!(
                "private static Object responseType = {};",
                response_type(answer)
            ));
            out.line("public Object getResponseType() { return responseType; }");
        }
    });
}

/// How the client is told what it reads.
fn response_type(answer: &TypeRef) -> String {
    let kind = Types.write(answer);
    if kind.contains('<') {
        format!("new TypeToken<{kind}>(){{}}.getType()")
    } else {
        format!("{kind}.class")
    }
}

fn field(api: &Api<'_>, property: &Property<'_>, out: &mut Source) {
    let described = &property.described;
    let description = described.description.as_deref();
    out.lines(doc_comment(
        description.filter(|_| api.config.add_description_as_comments),
    ));
    if let Some(member) = &described.data_member {
        out.line(format!("@{}", PLAIN.member(member)));
    }
    let attributes = described
        .attributes
        .iter()
        .map(|attribute| PLAIN.attribute(attribute));
    out.lines(attributes.map(|text| format!("// @{}", comment(&text))));
    let name = field_name(property);
    let renamed = if name == property.wire {
        String::new()
    } else {
        format!("@SerializedName({}) ", double_quoted(&property.wire))
    };
    out.line(format!(
        "{renamed}public {} {name} = null;",
        Types.write(&property.kind)
    ));
}

/// The name on the wire; a reserved one in Pascal case.
fn field_name(property: &Property<'_>) -> String {
    let name = identifier(&property.wire);
    if is_among(&name, RESERVED) {
        pascal_case(&name)
    } else {
        name
    }
}

pub(super) fn pascal_case(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn accessors(api: &Api<'_>, class: &str, property: &Property<'_>, out: &mut Source) {
    let name = field_name(property);
    let kind = Types.write(&property.kind);
    let accessor = accessor(property);
    out.line(format!(
        "public {kind} {}{accessor}() {{ return {name}; }}",
        getter(property)
    ));
    let (returns, back) = match api.config.setters_return_this {
        true => (class, " return this;"),
        false => ("void", ""),
    };
    out.line(format!(
        "public {returns} set{accessor}({kind} value) {{ this.{name} = value;{back} }}"
    ));
}

fn getter(property: &Property<'_>) -> &'static str {
    if property.kind == TypeRef::Scalar(Scalar::Boolean) {
        "is"
    } else {
        "get"
    }
}

/// The property's name in an accessor; `getClass` is every object's own.
fn accessor(property: &Property<'_>) -> String {
    let name = pascal_case(&identifier(&camel_case(&property.wire)));
    if name == "Class" {
        "Class_".to_owned()
    } else {
        name
    }
}
