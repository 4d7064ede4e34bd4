//! Java: one class around the DTOs, for `net.servicestack:client` and Gson.

use jsv::scalar::camel_case;

use super::jvm;
use crate::native::api::Api;
use crate::native::attribute::PLAIN;
use crate::native::declaration::Declaration;
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, unreserved};
use crate::native::language::{Language, Order};
use crate::native::letter_case::pascal_case;
use crate::native::property::Property;
use crate::native::remark::each_property;
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
        config.default_imports = jvm::IMPORTS.map(str::to_owned).to_vec();
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
    jvm::head(config, ";", out);
    let name = identifier(config.global_namespace.as_deref().unwrap_or("dtos"));
    out.line(format!("public class {name}"));
    out.block("{", "}", |out| {
        for declaration in api.declarations() {
            out.blank();
            jvm::annotations(api, declaration, PLAIN, out);
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

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    out.line(format!("public static enum {name}"));
    out.block("{", "}", |out| {
        let members = declaration.enum_members();
        let numeric = declaration.is_numeric_enum();
        for (index, member) in members.iter().enumerate() {
            let end = if index + 1 == members.len() { ";" } else { "," };
            let value = jvm::enum_value(member, numeric, PLAIN);
            out.line(format!("{value}{end}"));
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
    let parents = api.implemented(declaration, &Types);
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
        each_property(&declaration.properties, out, |property, out| {
            field(api, property, out);
        });
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
    jvm::property_annotations(api, property, PLAIN, out);
    let name = field_name(property);
    let renamed = jvm::renamed(property, &name, PLAIN);
    out.line(format!(
        "{renamed}public {} {name} = null;",
        Types.write(&property.kind)
    ));
}

fn field_name(property: &Property<'_>) -> String {
    unreserved(identifier(&property.wire), RESERVED, pascal_case)
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
