//! Rust: structs with serde for the `servicestack` client of crates.io. Properties of base classes are
//! repeated, as Rust has no inheritance.

use super::width::by_width;
use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, dotted_name, double_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, is_among, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::{TypeSyntax, with_parameters};
use jsv::scalar::snake_case;

pub(in crate::native) const RUST: Language = Language {
    key: "rust",
    aliases: &["rs"],
    links: &[("Rust", "rust")],
    name: "Rust",
    content_type: "text/plain",
    header: HeaderStyle {
        options: "GlobalNamespace MakePropertiesOptional AddServiceStackTypes AddResponseStatus \
                AddImplicitVersion AddDescriptionAsComments IncludeTypes ExcludeTypes \
                DefaultImports",
        ..C_STYLE
    },
    defaults: |config| config.default_imports = IMPORTS.map(str::to_owned).to_vec(),
    in_library: |entry| entry.is_service_stacks() && is_among(&entry.name, LIBRARY),
    reserved_types: "Box Debug Default Deserialize HashMap IRequest Option Result Serialize String Value Vec",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

const IMPORTS: [&str; 4] = [
    "serde::Deserialize",
    "serde::Serialize",
    "std::collections::HashMap",
    "servicestack::*",
];

/// What the client library declares. Its `QueryBase` is the base of all queries, which have its
/// properties repeated.
const LIBRARY: &str = "ResponseStatus ResponseError EmptyResponse IdResponse StringResponse StringsResponse \
    QueryBase QueryResponse Authenticate AuthenticateResponse ErrorResponse";

const RESERVED: &str = "abstract as async await become box break const continue do dyn else enum extern false final \
    fn for gen if impl in let loop macro match mod move mut override priv pub ref return static \
    struct trait true try type typeof union unsafe unsized use virtual where while yield";

/// Words that cannot even be written as `r#word`.
const NEVER: &str = "self super crate _";

const DERIVE: &str = "#[derive(Serialize, Deserialize, Debug, Clone, PartialEq, Default)]";

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        by_width(scalar).unwrap_or("String")
    }

    fn bytes(&self) -> String {
        "String".to_owned()
    }

    fn any(&self) -> &'static str {
        "serde_json::Value"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("Vec<{item}>")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        // Keys are text in JSON; a number can be read from it, nothing else.
        let key = match key {
            TypeRef::Scalar(scalar) if scalar.is_integer() => self.scalar(*scalar),
            _ => "String",
        };
        format!("HashMap<{key}, {}>", self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("Option<{inner}>")
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    for import in &api.config.default_imports {
        out.line(format!("use {};", dotted_name(import)));
    }
    let global = api.config.global_namespace.as_deref().map(identifier);
    match global {
        Some(name) => {
            out.blank();
            out.block(&format!("pub mod {name} {{"), "}", |out| {
                out.line("use super::*;");
                declarations(api, out);
            });
        }
        None => declarations(api, out),
    }
}

fn declarations(api: &Api<'_>, out: &mut Source) {
    for declaration in api.flat_declarations() {
        out.blank();
        if let Some(text) = declaration.description(api.config) {
            out.line(format!("/// {}", comment(text)));
        }
        for remark in declaration.remarks() {
            out.line(format!("// @{remark}"));
        }
        if !declaration.described.is_enum {
            structure(api, declaration, out);
            call(declaration, out);
        } else if declaration.is_numeric_enum() {
            numbers(declaration, out);
        } else {
            names(declaration, out);
        }
    }
}

/// An enumeration that is text on the wire.
fn names(declaration: &Declaration<'_>, out: &mut Source) {
    let members = declaration.enum_members();
    let derive = if members.is_empty() {
        DERIVE.replace(", Default", "")
    } else {
        DERIVE.to_owned()
    };
    out.line(derive.replace("PartialEq", "PartialEq, Eq, Hash"));
    out.block(&format!("pub enum {} {{", declaration.name), "}", |out| {
        for (index, member) in members.iter().enumerate() {
            out.lines(
                member
                    .description
                    .map(|text| format!("/// {}", comment(text))),
            );
            out.lines((index == 0).then_some("#[default]"));
            if member.is_renamed() || member.name == "Self" {
                out.line(format!("#[serde(rename = {})]", double_quoted(member.wire)));
            }
            out.line(format!(
                "{},",
                unreserved(member.name.clone(), "Self", |name| format!("{name}_"))
            ));
        }
    });
}

/// An enumeration that is a number on the wire, and may be one without a name.
fn numbers(declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    out.line(DERIVE.replace("PartialEq", "Copy, PartialEq, Eq, Hash"));
    out.line("#[serde(transparent)]");
    out.line(format!("pub struct {name}(pub i64);"));
    out.blank();
    out.block(&format!("impl {name} {{"), "}", |out| {
        for member in declaration.enum_members() {
            out.lines(
                member
                    .description
                    .map(|text| format!("/// {}", comment(text))),
            );
            let constant = snake_case(&member.name).to_uppercase();
            out.line(format!(
                "pub const {constant}: Self = Self({});",
                member.number
            ));
        }
    });
}

fn structure(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let properties = api.all_properties(declaration);
    out.line(DERIVE);
    out.line("#[serde(default)]");
    let name = with_parameters(&declaration.name, &declaration.parameters);
    out.block(&format!("pub struct {name} {{"), "}", |out| {
        for property in &properties {
            member(api, declaration, property, out);
        }
        for parameter in &declaration.parameters {
            let is_used = |property: &Property<'_>| uses(&property.kind, parameter);
            if !properties.iter().any(is_used) {
                let field = snake_case(parameter);
                out.line("#[serde(skip)]");
                out.line(format!(
                    "pub {field}: std::marker::PhantomData<{parameter}>,"
                ));
            }
        }
    });
}

fn uses(kind: &TypeRef, parameter: &str) -> bool {
    kind.substituted(&|name| (name != parameter).then(|| TypeRef::Parameter(name.to_owned())))
        != *kind
}

fn member(api: &Api<'_>, declaration: &Declaration<'_>, property: &Property<'_>, out: &mut Source) {
    let description = property.description(api.config);
    out.lines(description.map(|text| format!("/// {}", comment(text))));
    let name = field_name(property);
    let mut kind = Types.write(&property.kind);
    if api.closes_circle(&property.kind, declaration) {
        kind = format!("Box<{kind}>");
    }
    if property.is_optional {
        kind = Types.nullable(&kind);
    }
    let mut serde = Vec::new();
    if name.trim_start_matches("r#") != property.wire {
        serde.push(format!("rename = {}", double_quoted(&property.wire)));
    }
    if property.is_optional {
        serde.push("skip_serializing_if = \"Option::is_none\"".to_owned());
    }
    if !serde.is_empty() {
        out.line(format!("#[serde({})]", serde.join(", ")));
    }
    out.line(format!("pub {name}: {kind},"));
}

fn field_name(property: &Property<'_>) -> String {
    let name = unreserved(identifier(&snake_case(&property.wire)), RESERVED, |name| {
        format!("r#{name}")
    });
    unreserved(name, NEVER, |name| format!("{name}_"))
}

fn call(declaration: &Declaration<'_>, out: &mut Source) {
    let Some(call) = declaration
        .call
        .as_ref()
        .filter(|_| declaration.parameters.is_empty())
    else {
        return;
    };
    let name = &declaration.name;
    out.blank();
    out.block(&format!("impl IRequest for {name} {{"), "}", |out| {
        out.line(format!(
            "const NAME: &'static str = {};",
            double_quoted(&call.name)
        ));
        out.line(format!(
            "const VERB: &'static str = {};",
            double_quoted(call.verb)
        ));
    });
    out.line(match &declaration.answer {
        Some(answer) => format!(
            "impl IReturn for {name} {{ type Response = {}; }}",
            Types.write(answer)
        ),
        None => format!("impl IReturnVoid for {name} {{}}"),
    });
}
