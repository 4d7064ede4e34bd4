//! Dart: classes with their conversions for the `servicestack` package of pub.dev.

mod context;
mod conversion;

use context::{context, created};
use conversion::{from_map, to_json};

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::doc_comment::commented_attributes;
use crate::native::escape::{dotted_name, double_quoted_with_dollar, single_quoted_with_dollar};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, is_among, unreserved};
use crate::native::language::{Language, Order};
use crate::native::letter_case::pascal_case;
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::{TypeSyntax, with_parameters};

pub(in crate::native) const DART: Language = Language {
    key: "dart",
    aliases: &[],
    links: &[("Dart", "dart")],
    name: "Dart",
    content_type: "text/plain",
    header: HeaderStyle {
        options: "GlobalNamespace AddServiceStackTypes AddResponseStatus AddImplicitVersion \
                AddDescriptionAsComments IncludeTypes ExcludeTypes DefaultImports",
        ..C_STYLE
    },
    defaults: |config| config.default_imports = IMPORTS.map(str::to_owned).to_vec(),
    in_library: |entry| {
        entry.is_well_known()
            || (entry.is_service_stacks()
                && matches!(entry.name.as_str(), "Authenticate" | "AuthenticateResponse"))
    },
    reserved_types: "DateTime Duration Enum Function IConvertible JsonConverters List Map Object Set String \
        Type TypeContext TypeInfo TypeOf Uint8List",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

const IMPORTS: [&str; 2] = ["package:servicestack/servicestack.dart", "dart:typed_data"];

/// Words of the language and names of its types, which a field must not hide.
const RESERVED: &str = "assert await bool break case catch class const context continue default do double dynamic \
    else enum extends false final finally for if in int is late new null num rethrow return \
    super switch this throw true try var void while with yield fromMap toJson getTypeName";

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "bool",
            Scalar::Single | Scalar::Double | Scalar::Decimal => "double",
            Scalar::DateTime | Scalar::DateTimeOffset => "DateTime",
            Scalar::TimeSpan => "Duration",
            number if number.is_integer() => "int",
            _ => "String",
        }
    }

    fn bytes(&self) -> String {
        "Uint8List".to_owned()
    }

    fn any(&self) -> &'static str {
        "dynamic"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("List<{item}>")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        let value = self.write(value);
        let mark = if value == "dynamic" { "" } else { "?" };
        format!("Map<{},{value}{mark}>", self.write(key))
    }

    fn separator(&self) -> &'static str {
        ","
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    for import in &api.config.default_imports {
        out.line(format!(
            "import {};",
            single_quoted_with_dollar(&dotted_name(import))
        ));
    }
    for declaration in api.declarations() {
        out.blank();
        commented_attributes(api, declaration, out);
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else if declaration.described.is_interface {
            out.line(format!("abstract class {}", declaration.name));
            out.block("{", "}", |out| fields(declaration, out));
        } else {
            class(api, declaration, out);
        }
    }
    out.blank();
    context(api, out);
    out.blank();
}

/// An enumeration by name, or for numbers a class of constants.
fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    let members = declaration.enum_members();
    if !declaration.is_numeric_enum()
        && !members
            .iter()
            .any(super::super::enumeration::EnumMember::is_renamed)
    {
        out.line(format!("enum {name}"));
        out.block("{", "}", |out| {
            out.lines(
                members
                    .iter()
                    .map(|member| format!("{},", member_name(&member.name))),
            )
        });
        return;
    }
    let numeric = declaration.is_numeric_enum();
    let raw = if numeric { "int" } else { "String" };
    out.line(format!("class {name}"));
    out.block("{", "}", |out| {
        for member in &members {
            let value = if numeric {
                member.number.to_string()
            } else {
                single_quoted_with_dollar(member.wire)
            };
            out.line(format!(
                "static const {name} {} = const {name}._({value});",
                member_name(&member.name)
            ));
        }
        out.blank();
        out.line(format!("final {raw} _value;"));
        out.line(format!("const {name}._(this._value);"));
        out.line(format!("{raw} get value => _value;"));
        let all: Vec<_> = members
            .iter()
            .map(|member| member_name(&member.name))
            .collect();
        out.line(format!(
            "static List<{name}> get values => const [{}];",
            all.join(",")
        ));
    });
}

fn member_name(name: &str) -> String {
    if is_among(name, RESERVED) || matches!(name, "values" | "value" | "index") {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

fn fields(declaration: &Declaration<'_>, out: &mut Source) {
    for property in &declaration.properties {
        let kind = Types.write(&property.kind);
        let mark = if kind == "dynamic" { "" } else { "?" };
        out.line(format!("{kind}{mark} {};", field_name(property)));
    }
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    let is_abstract = declaration.described.is_abstract;
    let base = declaration
        .base
        .as_ref()
        .filter(|base| matches!(base, TypeRef::Named(_)));
    let extends: String = base
        .iter()
        .map(|base| format!(" extends {}", Types.write(base)))
        .collect();
    let convertible = (!is_abstract).then(|| "IConvertible".to_owned());
    let interfaces = declaration
        .interfaces
        .iter()
        .map(|parent| Types.write(parent));
    let marker = declaration
        .call
        .as_ref()
        .and_then(|call| call.marker.as_ref());
    let marker = marker.map(|marker| Types.write(marker)).into_iter();
    let verb = api.missing_verb(declaration).map(str::to_owned);
    let parents: Vec<_> = marker
        .chain(convertible)
        .chain(interfaces)
        .chain(verb)
        .collect();
    let implements = if parents.is_empty() {
        String::new()
    } else {
        format!(" implements {}", parents.join(", "))
    };
    let head = if is_abstract {
        "abstract class"
    } else {
        "class"
    };
    out.line(format!("{head} {name}{extends}{implements}"));
    out.block("{", "}", |out| {
        fields(declaration, out);
        if !declaration.properties.is_empty() {
            out.blank();
        }
        constructors(declaration, out);
        from_map(declaration, base.is_some(), out);
        to_json(declaration, base.is_some(), out);
        call(declaration, out);
        let shown: Vec<_> = declaration
            .parameters
            .iter()
            .map(|name| format!("${name}"))
            .collect();
        let shown = if shown.is_empty() {
            String::new()
        } else {
            format!("<{}>", shown.join(","))
        };
        out.line(format!("getTypeName() => \"{}{shown}\";", declaration.name));
        out.line("TypeContext? context = _ctx;");
    });
}

fn constructors(declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    let given: Vec<_> = declaration
        .properties
        .iter()
        .map(|property| format!("this.{}", field_name(property)))
        .collect();
    let given = if given.is_empty() {
        String::new()
    } else {
        format!("{{{}}}", given.join(","))
    };
    out.line(format!("{name}({given});"));
    out.line(format!(
        "{name}.fromJson(Map<String, dynamic> json) {{ fromMap(json); }}"
    ));
    out.blank();
}

fn call(declaration: &Declaration<'_>, out: &mut Source) {
    if declaration.call.is_none() {
        return;
    }
    let Some(answer) = &declaration.answer else {
        out.line("createResponse() {}");
        return;
    };
    let kind = Types.write(answer);
    let empty = match answer {
        TypeRef::Scalar(Scalar::Boolean) => "false".to_owned(),
        TypeRef::Scalar(Scalar::Single | Scalar::Double | Scalar::Decimal) => "0.0".to_owned(),
        TypeRef::Scalar(scalar) if scalar.is_integer() => "0".to_owned(),
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset) => "DateTime(0)".to_owned(),
        TypeRef::Scalar(Scalar::TimeSpan) => "Duration()".to_owned(),
        TypeRef::Scalar(_) => "\"\"".to_owned(),
        other => created(other),
    };
    out.line(format!("createResponse() => {empty};"));
    out.line(format!(
        "getResponseTypeName() => {};",
        double_quoted_with_dollar(&kind)
    ));
}

/// The name on the wire; a reserved one in Pascal case.
fn field_name(property: &Property<'_>) -> String {
    unreserved(identifier(&property.wire), RESERVED, pascal_case)
}
