//! PHP: classes with promoted constructors for the `servicestack/client` package.

mod conversion;
mod types;

use conversion::{from_map, to_json};
use types::{Documented, Types};

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, single_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const PHP: Language = Language {
    key: "php",
    aliases: &[],
    links: &[("Php", "php")],
    name: "PHP",
    content_type: "text/javascript",
    header: HeaderStyle {
        before: &["<?php namespace dtos;"],
        options: "GlobalNamespace MakePropertiesOptional AddServiceStackTypes AddResponseStatus \
                AddImplicitVersion AddDescriptionAsComments IncludeTypes ExcludeTypes \
                DefaultImports",
        ..C_STYLE
    },
    defaults: |_| {},
    in_library: |entry| entry.is_well_known(),
    reserved_types: "Abstract And Array Bool Break Callable Case Class Clone Const DateInterval DateTime \
        Default Do Echo Else Empty Enum Exception Extends False Final Float For Function Global \
        Goto If Include Int Interface Iterable List Match Mixed Namespace Never New Null Object \
        Or Parent Print Private Public Readonly Return Returns Self Static String Switch Throw \
        Trait True Try Unset Use Var Void While Xor Yield",
    order: Order::Definitions,
    has_namespaces: false,
    write,
};

/// What the package's namespace is imported for.
const USES: [&str; 8] = [
    "use DateTime;",
    "use Exception;",
    "use DateInterval;",
    "use JsonSerializable;",
    "use ServiceStack\\{IReturn,IReturnVoid,IGet,IPost,IPut,IDelete,IPatch,IMeta,IHasSessionId,IHasBearerToken,IHasVersion};",
    "use ServiceStack\\{ICrud,ICreateDb,IUpdateDb,IPatchDb,IDeleteDb,ISaveDb,QueryBase,QueryDb,QueryDb2,QueryData,QueryData2,QueryResponse};",
    "use ServiceStack\\{ResponseStatus,ResponseError,EmptyResponse,IdResponse,KeyValuePair,StringResponse,StringsResponse,ByteArray};",
    "use ServiceStack\\{JsonConverters,Returns,TypeContext};",
];

fn write(api: &Api<'_>, out: &mut Source) {
    out.lines(USES);
    for declaration in api.declarations() {
        out.blank();
        if let Some(text) = declaration.description(api.config) {
            out.line(format!("/** @description {} */", comment(text)));
        }
        for remark in declaration.remarks() {
            out.line(format!("// @{remark}"));
        }
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else if declaration.described.is_interface {
            out.line(format!("interface {}", declaration.name));
            out.lines(["{", "}"]);
        } else {
            class(api, declaration, out);
        }
    }
}

/// A backed enumeration; flags combine to what no case stands for, so they are constants.
fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let numeric = declaration.is_numeric_enum();
    let members = declaration.enum_members();
    let sort = if numeric { "int" } else { "string" };
    out.line(format!("enum {} : {sort}", declaration.name));
    out.block("{", "}", |out| {
        for member in &members {
            let name = unreserved(member.name.clone(), "Class class", |name| {
                format!("{name}_")
            });
            let value = if numeric {
                member.number.to_string()
            } else {
                single_quoted(member.wire)
            };
            out.lines(
                member
                    .description
                    .map(|text| format!("/** @description {} */", comment(text))),
            );
            out.line(format!("case {name} = {value};"));
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    if !declaration.parameters.is_empty() {
        out.line("/**");
        out.lines(
            declaration
                .parameters
                .iter()
                .map(|name| format!(" * @template {name}")),
        );
        out.line(" */");
    }
    if let Some(answer) = declaration
        .answer
        .as_ref()
        .filter(|_| declaration.call.is_some())
    {
        out.line(format!(
            "#[Returns({})]",
            single_quoted(&Documented.write(answer))
        ));
    }
    let base = declaration
        .base
        .iter()
        .filter(|base| matches!(base, TypeRef::Named(_)));
    let base: String = base
        .map(|base| format!(" extends {}", Types.write(base)))
        .collect();
    let mut parents = api.implemented(declaration, &Types);
    parents.push("JsonSerializable".to_owned());
    out.line(format!(
        "class {}{base} implements {}",
        declaration.name,
        parents.join(", ")
    ));
    out.block("{", "}", |out| {
        constructor(api, declaration, out);
        out.blank();
        from_map(declaration, !base.is_empty(), out);
        out.blank();
        to_json(declaration, !base.is_empty(), out);
        call(declaration, out);
    });
}

fn constructor(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    out.line("public function __construct(");
    out.indented(|out| {
        for (index, property) in declaration.properties.iter().enumerate() {
            let description = property.description(api.config);
            out.lines(description.map(|text| format!("/** @description {} */", comment(text))));
            let (kind, value) = typed(property);
            let or_null = if value == "null" { "|null" } else { "" };
            out.line(format!(
                "/** @var {}{or_null} */",
                Documented.write(&property.kind)
            ));
            let end = if index + 1 < declaration.properties.len() {
                ","
            } else {
                ""
            };
            out.line(format!(
                "public {kind} ${}={value}{end}",
                variable(property)
            ));
        }
    });
    out.lines([") {", "}"]);
}

/// The type of a parameter and its value when it is not given.
fn typed(property: &Property<'_>) -> (String, &'static str) {
    let kind = Types.write(&property.kind);
    let zero = match &property.kind {
        _ if property.is_optional => None,
        TypeRef::Scalar(Scalar::Boolean) => Some("false"),
        TypeRef::Scalar(Scalar::Single | Scalar::Double | Scalar::Decimal) => Some("0.0"),
        TypeRef::Scalar(scalar) if scalar.is_integer() => Some("0"),
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset | Scalar::TimeSpan) => None,
        TypeRef::Scalar(_) => Some("''"),
        TypeRef::List(..) | TypeRef::Map(..) => Some("[]"),
        _ => None,
    };
    match zero {
        Some(zero) => (kind, zero),
        None if kind == "mixed" => (kind, "null"),
        None => (format!("?{kind}"), "null"),
    }
}

fn call(declaration: &Declaration<'_>, out: &mut Source) {
    let Some(call) = &declaration.call else {
        return;
    };
    out.line(format!(
        "public function getTypeName(): string {{ return {}; }}",
        single_quoted(&call.name)
    ));
    out.line(format!(
        "public function getMethod(): string {{ return {}; }}",
        single_quoted(call.verb)
    ));
    let Some(answer) = &declaration.answer else {
        out.line("public function createResponse(): void {}");
        return;
    };
    let empty = match answer {
        TypeRef::List(..) | TypeRef::Map(..) => "[]".to_owned(),
        TypeRef::Named(named) if !named.is_enum && named.arguments.is_empty() => {
            format!("new {}()", named.name)
        }
        TypeRef::Named(named) if !named.is_enum => {
            let arguments = named
                .arguments
                .iter()
                .map(|argument| single_quoted(&Documented.write(argument)));
            let arguments: Vec<_> = arguments.collect();
            format!(
                "{}::create(genericArgs:[{}])",
                named.name,
                arguments.join(",")
            )
        }
        TypeRef::Scalar(Scalar::Boolean) => "false".to_owned(),
        TypeRef::Scalar(scalar) if scalar.is_number() => "0".to_owned(),
        TypeRef::Scalar(_) => "''".to_owned(),
        TypeRef::Bytes => "new ByteArray()".to_owned(),
        _ => "null".to_owned(),
    };
    out.line(format!(
        "public function createResponse(): mixed {{ return {empty}; }}"
    ));
}

fn variable(property: &Property<'_>) -> String {
    unreserved(identifier(&property.wire), "this", |name| {
        format!("{name}_")
    })
}
