//! Python: dataclasses for the `servicestack` client of PyPI.

mod decorator;
mod types;

use decorator::decorator;
use types::Types;

use std::collections::BTreeSet;

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, dotted_name, single_quoted};
use crate::native::header::HeaderStyle;
use crate::native::identifier::{identifier, is_among, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::remark::each_property;
use crate::native::source::Source;
use crate::native::type_ref::{Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;
use jsv::scalar::snake_case;

pub(in crate::native) const PYTHON: Language = Language {
    key: "python",
    aliases: &["py"],
    links: &[("Python", "python")],
    name: "Python",
    content_type: "text/plain",
    header: HeaderStyle {
        before: &[],
        open: "\"\"\" Options:",
        close: Some("\"\"\""),
        prefix: "",
        commented: "#",
        language_version: None,
        options: "GlobalNamespace AddServiceStackTypes AddResponseStatus AddImplicitVersion \
                AddDescriptionAsComments IncludeTypes ExcludeTypes DefaultImports DataClass \
                DataClassJson",
        is_trimmed: false,
    },
    defaults: |config| config.default_imports = IMPORTS.map(str::to_owned).to_vec(),
    in_library: |entry| {
        entry.is_well_known() || (entry.is_service_stacks() && is_among(&entry.name, LIBRARY))
    },
    reserved_types: "Any Dict Enum Generic IntEnum IntFlag LetterCase List None Optional True False TypeVar \
        TypeConverters Undefined",
    order: Order::Definitions,
    has_namespaces: false,
    write,
};

const IMPORTS: [&str; 7] = [
    "datetime",
    "decimal",
    "servicestack:*",
    "typing:*",
    "dataclasses:dataclass/field",
    "dataclasses_json:dataclass_json/LetterCase/Undefined/config",
    "enum:Enum/IntEnum/IntFlag",
];

/// What the client library declares beside the types that every one does.
const LIBRARY: &str = "Authenticate AuthenticateResponse AssignRoles AssignRolesResponse UnAssignRoles \
    UnAssignRolesResponse GetAccessToken GetAccessTokenResponse ConvertSessionToToken \
    ConvertSessionToTokenResponse GetApiKeys GetApiKeysResponse RegenerateApiKeys \
    RegenerateApiKeysResponse";

/// Words of the language, and names that the default values of a class's later fields need.
const RESERVED: &str = "False None True and as assert async await break class continue def del elif else except \
    finally for from global if import in is lambda nonlocal not or pass raise return try while \
    with yield int float bool bytes str field config datetime decimal list dict object property";

const JSON_CLASS: &str =
    "@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)";

fn write(api: &Api<'_>, out: &mut Source) {
    // Annotations are read when the client needs them, so a type may stand after its use.
    out.line("from __future__ import annotations");
    for import in &api.config.default_imports {
        let import = dotted_name(import);
        match import.split_once(':') {
            Some((module, names)) => {
                out.line(format!("from {module} import {}", names.replace('/', ", ")));
            }
            None => out.line(format!("import {import}")),
        }
    }
    if uses_any(api) {
        out.blank();
        out.blank();
        out.line("# The client has no reader of its own for values of any type.");
        out.line("TypeConverters.register(Any, deserializer=lambda value: value)");
    }
    let mut variables = BTreeSet::new();
    for declaration in api.declarations() {
        let parameters = declaration.parameters.iter();
        for parameter in parameters.filter(|name| variables.insert(name.as_str())) {
            out.blank();
            out.blank();
            out.line(format!("{parameter} = TypeVar('{parameter}')"));
        }
        declared(api, declaration, out);
    }
    out.blank();
}

fn uses_any(api: &Api<'_>) -> bool {
    let mut properties = api
        .declarations()
        .flat_map(|declaration| &declaration.properties);
    properties.any(|property| Types.write(&property.kind).contains("Any"))
}

fn declared(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    out.blank();
    out.blank();
    let described = declaration.described;
    if let Some(text) = declaration.description(api.config) {
        out.line(format!("# {}", comment(text)));
    }
    for remark in declaration.remarks() {
        out.line(format!("# @{remark}"));
    }
    if described.is_enum {
        enumeration(declaration, out);
    } else {
        class(api, declaration, out);
    }
}

/// Names in upper snake case, as the client looks values up by.
fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let base = match (
        declaration.described.is_flags(),
        declaration.is_numeric_enum(),
    ) {
        (true, _) => "IntFlag",
        (false, true) => "IntEnum",
        (false, false) => "str, Enum",
    };
    out.line(format!("class {}({base}):", declaration.name));
    let members = declaration.enum_members();
    out.indented(|out| {
        if members.is_empty() {
            out.line("pass");
        }
        for member in &members {
            let name = snake_case(&member.name).to_uppercase();
            let value = match declaration.is_numeric_enum() {
                true => member.number.to_string(),
                false => single_quoted(member.wire),
            };
            out.line(format!("{name} = {value}"));
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    if !declaration.described.is_interface {
        let config = api.config;
        out.line(decorator(config.data_class_json.as_deref(), JSON_CLASS));
        out.line(decorator(config.data_class.as_deref(), "@dataclass"));
    }
    let parents = parents(api, declaration);
    let parents = if parents.is_empty() {
        String::new()
    } else {
        format!("({})", parents.join(", "))
    };
    out.line(format!("class {}{parents}:", declaration.name));
    out.indented(|out| {
        if declaration.properties.is_empty() {
            out.line("pass");
        }
        each_property(&declaration.properties, out, |property, out| {
            member(api, property, out);
        });
    });
}

/// What an operation answers is stated on the request alone, with its arguments: the client cannot
/// follow the type parameter of a base class.
fn parents(api: &Api<'_>, declaration: &Declaration<'_>) -> Vec<String> {
    let generic = (!declaration.parameters.is_empty())
        .then(|| format!("Generic[{}]", declaration.parameters.join(", ")));
    let base = declaration.base.iter().filter_map(|base| match base {
        TypeRef::Named(_) => Some(Types.write(base)),
        _ => None,
    });
    let own = declaration
        .call
        .as_ref()
        .filter(|_| answers_itself(declaration));
    let marker = own.map(|_| format!("IReturn[\"{}\"]", declaration.name));
    let stated = declaration
        .call
        .as_ref()
        .and_then(|call| call.marker.as_ref());
    let marker = marker.or_else(|| stated.map(|marker| Types.write(marker)));
    let interfaces = declaration
        .interfaces
        .iter()
        .map(|parent| Types.write(parent));
    let verb = api.missing_verb(declaration).map(str::to_owned);
    generic
        .into_iter()
        .chain(base)
        .chain(marker)
        .chain(interfaces)
        .chain(verb)
        .collect()
}

fn answers_itself(declaration: &Declaration<'_>) -> bool {
    matches!(&declaration.answer, Some(TypeRef::Named(named)) if named.entry == declaration.entry)
}

fn member(api: &Api<'_>, property: &Property<'_>, out: &mut Source) {
    let described = &property.described;
    let description = described
        .description
        .as_deref()
        .filter(|_| api.config.add_description_as_comments);
    if let Some(text) = description {
        out.line(format!("# {}", comment(text)));
    }
    for remark in property.remarks() {
        out.line(format!("# @{remark}"));
    }
    let name = unreserved(identifier(&snake_case(&property.wire)), RESERVED, |name| {
        format!("{name}_")
    });
    let (kind, default) = typed(property);
    // The client derives the name on the wire from that of the field.
    let value = if !name.ends_with('_') && camel_of(&name) == property.wire {
        default
    } else {
        format!(
            "field(metadata=config(field_name={}), default={default})",
            single_quoted(&property.wire)
        )
    };
    out.line(format!("{name}: {kind} = {value}"));
}

/// The name on the wire that the JSON decorator gives a field.
fn camel_of(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |joined, word| {
        let mut letters = word.chars();
        let head = letters.next().map(|letter| letter.to_ascii_uppercase());
        joined + &head.into_iter().chain(letters).collect::<String>()
    })
}

/// The type of a field and its value when nothing is given.
fn typed(property: &Property<'_>) -> (String, String) {
    let kind = Types.write(&property.kind);
    let zero = match &property.kind {
        _ if property.is_optional => None,
        TypeRef::Scalar(Scalar::Boolean) => Some("False"),
        TypeRef::Scalar(Scalar::Single | Scalar::Double) => Some("0.0"),
        TypeRef::Scalar(Scalar::Decimal) => Some("decimal.Decimal(0)"),
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset) => {
            Some("datetime.datetime(1, 1, 1)")
        }
        TypeRef::Scalar(Scalar::TimeSpan) => Some("datetime.timedelta()"),
        TypeRef::Scalar(scalar) if scalar.is_integer() => Some("0"),
        _ => None,
    };
    match zero {
        Some(zero) => (kind, zero.to_owned()),
        None => (Types.nullable(&kind), "None".to_owned()),
    }
}
