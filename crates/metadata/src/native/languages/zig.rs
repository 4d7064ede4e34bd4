//! Zig: structs for `std.json` and the servicestack-zig client. Properties of base classes are
//! repeated, as Zig has no inheritance; every field has a default value.

use super::width::by_width;
use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, double_quoted};
use crate::native::header::HeaderStyle;
use crate::native::identifier::{is_among, is_identifier};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const ZIG: Language = Language {
    key: "zig",
    aliases: &[],
    links: &[("Zig", "zig")],
    name: "Zig",
    content_type: "text/plain",
    header: HeaderStyle {
        before: &[],
        open: "/// Options:",
        close: None,
        prefix: "/// ",
        commented: "//",
        language_version: None,
        options: "GlobalNamespace MakePropertiesOptional AddServiceStackTypes AddResponseStatus \
                AddImplicitVersion AddDescriptionAsComments IncludeTypes ExcludeTypes",
        is_trimmed: false,
    },
    defaults: |_| {},
    in_library: |entry| entry.is_service_stacks() && is_among(&entry.name, LIBRARY),
    reserved_types: "std ss",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

const LIBRARY: &str = "ResponseStatus ResponseError QueryResponse AuthenticateResponse";

const RESERVED: &str = "addrspace align allowzero and anyframe anytype asm break callconv catch comptime const \
    continue defer else enum errdefer error export extern fn for if inline linksection noalias \
    noinline nosuspend opaque or orelse packed pub resume return struct suspend switch test \
    threadlocal try type union unreachable usingnamespace var volatile while true false null \
    undefined";

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        by_width(scalar).unwrap_or("[]const u8")
    }

    fn bytes(&self) -> String {
        "[]const u8".to_owned()
    }

    fn any(&self) -> &'static str {
        "std.json.Value"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("[]const {item}")
    }

    fn map(&self, _: &TypeRef, value: &TypeRef) -> String {
        format!("std.json.ArrayHashMap({})", self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("?{inner}")
    }

    fn named(&self, named: &crate::native::type_ref::NamedType) -> String {
        let name = if is_among(&named.name, LIBRARY) {
            format!("ss.{}", named.name)
        } else {
            named.name.clone()
        };
        let arguments: Vec<_> = named
            .arguments
            .iter()
            .map(|argument| self.write(argument))
            .collect();
        if arguments.is_empty() {
            name
        } else {
            format!("{name}({})", arguments.join(", "))
        }
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    out.line("const std = @import(\"std\");");
    out.line("const ss = @import(\"servicestack\");");
    for declaration in api.flat_declarations() {
        out.blank();
        if let Some(text) = declaration.description(api.config) {
            out.line(format!("/// {}", comment(text)));
        }
        for remark in declaration.remarks() {
            out.line(format!("// @{remark}"));
        }
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else {
            structure(api, declaration, out);
        }
    }
}

/// `std.json` reads names and numbers of an enumeration by its tags.
fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let numeric = declaration.is_numeric_enum();
    let head = if numeric { "enum(i64)" } else { "enum" };
    out.block(
        &format!("pub const {} = {head} {{", declaration.name),
        "};",
        |out| {
            for member in declaration.enum_members() {
                out.lines(
                    member
                        .description
                        .map(|text| format!("/// {}", comment(text))),
                );
                out.line(match numeric {
                    true => format!("{} = {},", quoted(&member.name), member.number),
                    false => format!("{},", quoted(member.wire)),
                });
            }
            // Flags combine to numbers without a name.
            out.lines(numeric.then_some("_,"));
        },
    );
}

fn structure(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    if declaration.parameters.is_empty() {
        out.block(&format!("pub const {name} = struct {{"), "};", |out| {
            fields(api, declaration, out)
        });
        return;
    }
    let parameters = declaration
        .parameters
        .iter()
        .map(|name| format!("comptime {name}: type"));
    let parameters: Vec<_> = parameters.collect();
    out.block(
        &format!("pub fn {name}({}) type {{", parameters.join(", ")),
        "}",
        |out| {
            out.block("return struct {", "};", |out| fields(api, declaration, out));
        },
    );
}

fn fields(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let properties = api.all_properties(declaration);
    if let Some(call) = &declaration.call {
        out.line(format!(
            "pub const ss_name = {};",
            double_quoted(&call.name)
        ));
        out.line(format!("pub const ss_verb = {};", double_quoted(call.verb)));
        let answer = declaration
            .answer
            .as_ref()
            .map_or("void".to_owned(), |answer| Types.write(answer));
        out.line(format!("pub const Response = {answer};"));
        if !properties.is_empty() {
            out.blank();
        }
    }
    for property in &properties {
        let description = property.description(api.config);
        out.lines(description.map(|text| format!("/// {}", comment(text))));
        let (kind, value) = typed(api, declaration, property);
        out.line(format!("{}: {kind} = {value},", quoted(&property.wire)));
    }
}

/// The type of a field and its value when the JSON has none.
fn typed(
    api: &Api<'_>,
    declaration: &Declaration<'_>,
    property: &Property<'_>,
) -> (String, String) {
    let mut kind = Types.write(&property.kind);
    if api.closes_circle(&property.kind, declaration) {
        kind = format!("*const {kind}");
    }
    let zero = match &property.kind {
        _ if property.is_optional => None,
        TypeRef::Scalar(Scalar::Boolean) => Some("false"),
        TypeRef::Scalar(scalar) if scalar.is_number() => Some("0"),
        TypeRef::Scalar(_) | TypeRef::Bytes => Some("\"\""),
        TypeRef::List(..) => Some("&.{}"),
        _ => None,
    };
    match zero {
        Some(zero) => (kind, zero.to_owned()),
        None => (Types.nullable(&kind), "null".to_owned()),
    }
}

/// A name as it is on the wire, in quotes if Zig asks for it.
fn quoted(name: &str) -> String {
    if is_identifier(name) && !is_among(name, RESERVED) {
        name.to_owned()
    } else {
        format!("@{}", double_quoted(name))
    }
}
