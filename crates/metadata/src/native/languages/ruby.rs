//! Ruby: classes for the `servicestack` gem, which reads names and types from `self.properties`.

use jsv::scalar::snake_case;

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, single_quoted};
use crate::native::header::HeaderStyle;
use crate::native::identifier::{identifier, unreserved};
use crate::native::language::{Language, Order};
use crate::native::letter_case::capitalized;
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, NamedType, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const RUBY: Language = Language {
    key: "ruby",
    aliases: &["rb"],
    links: &[("Ruby", "ruby")],
    name: "Ruby",
    content_type: "text/plain",
    header: HeaderStyle {
        before: &["# frozen_string_literal: true", ""],
        open: "# Options:\n=begin",
        close: Some("=end"),
        prefix: "",
        commented: "#",
        language_version: None,
        options: "GlobalNamespace AddServiceStackTypes AddResponseStatus AddImplicitVersion \
                AddDescriptionAsComments IncludeTypes ExcludeTypes DefaultImports",
        is_trimmed: false,
    },
    defaults: |config| config.default_imports = vec!["json".to_owned(), "servicestack".to_owned()],
    in_library: |entry| {
        entry.is_well_known()
            || (entry.is_service_stacks()
                && matches!(entry.name.as_str(), "Authenticate" | "AuthenticateResponse"))
    },
    reserved_types: "Array DateTime Float Hash Integer Object ServiceStack String",
    order: Order::Definitions,
    has_namespaces: false,
    write,
};

/// Methods of every object that an accessor must not replace, and words that cannot be called.
const RESERVED: &str = "class object_id method methods send hash freeze dup clone extend display inspect initialize \
    tap then instance_of kind_of is_a nil self true false respond_to public_send";

/// Types for people, in YARD comments.
struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "Boolean",
            Scalar::DateTime | Scalar::DateTimeOffset => "DateTime",
            Scalar::Single | Scalar::Double | Scalar::Decimal => "Float",
            number if number.is_integer() => "Integer",
            _ => "String",
        }
    }

    fn bytes(&self) -> String {
        "String".to_owned()
    }

    fn any(&self) -> &'static str {
        "Object"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("Array<{item}>")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("Hash{{{} => {}}}", self.write(key), self.write(value))
    }

    fn named(&self, named: &NamedType) -> String {
        constant(&named.name)
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    for import in &api.config.default_imports {
        let import = crate::native::escape::dotted_name(import);
        out.line(format!("require {}", single_quoted(&import)));
    }
    match api.config.global_namespace.as_deref().map(constant) {
        Some(name) => {
            out.blank();
            out.block(&format!("module {name}"), "end", |out| {
                declarations(api, out)
            });
        }
        None => declarations(api, out),
    }
}

fn declarations(api: &Api<'_>, out: &mut Source) {
    for declaration in api
        .declarations()
        .filter(|declaration| !declaration.described.is_interface)
    {
        out.blank();
        if let Some(text) = declaration.description(api.config) {
            out.lines(["#", &format!("# {}", comment(text)), "#"]);
        }
        for remark in declaration.remarks() {
            out.line(format!("# @{remark}"));
        }
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else {
            class(api, declaration, out);
        }
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    out.block(
        &format!("module {}", constant(&declaration.name)),
        "end",
        |out| {
            for member in declaration.enum_members() {
                let value = if declaration.is_numeric_enum() {
                    member.number.to_string()
                } else {
                    single_quoted(member.wire)
                };
                out.line(format!(
                    "{} = {value}",
                    constant(&snake_case(&member.name).to_uppercase())
                ));
            }
        },
    );
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let base = match &declaration.base {
        Some(base @ TypeRef::Named(named)) => {
            let own = api
                .declarations()
                .any(|declaration| declaration.entry == named.entry);
            let module = if own { "" } else { "ServiceStack::" };
            format!(" < {module}{}", Types.write(base))
        }
        _ => String::new(),
    };
    out.block(
        &format!("class {}{base}", constant(&declaration.name)),
        "end",
        |out| {
            if base.is_empty() {
                out.line("include ServiceStack::DTO");
                out.blank();
            }
            for property in &declaration.properties {
                let description = property.description(api.config);
                out.lines(description.map(|text| format!("# {}", comment(text))));
                out.line(format!("# @return [{}]", Types.write(&property.kind)));
                out.line(format!("attr_accessor :{}", attribute_name(property)));
            }
            if !declaration.properties.is_empty() {
                out.blank();
            }
            out.block("def self.properties", "end", |out| {
                out.block("{", "}", |out| {
                    out.lines(
                        declaration
                            .properties
                            .iter()
                            .map(|property| entry(api, property)),
                    );
                });
            });
            call(api, declaration, out);
        },
    );
}

/// The name on the wire, and how the gem converts what is not a plain JSON value.
fn entry(api: &Api<'_>, property: &Property<'_>) -> String {
    let name = attribute_name(property);
    let wire = single_quoted(&property.wire);
    match converted(api, &property.kind) {
        Some(kind) => format!("{name}: {{ name: {wire}, type: {kind} }},"),
        None => format!("{name}: {{ name: {wire} }},"),
    }
}

fn converted(api: &Api<'_>, kind: &TypeRef) -> Option<String> {
    match kind {
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset) => Some("DateTime".to_owned()),
        TypeRef::List(_, item) => Some(format!("[{}]", converted(api, item)?)),
        TypeRef::Map(_, value) => Some(format!("{{ String => {} }}", converted(api, value)?)),
        TypeRef::Nullable(inner) => converted(api, inner),
        TypeRef::Named(named) if !named.is_enum => Some(class_name(api, named)),
        _ => None,
    }
}

/// A class of the file, or of the gem.
fn class_name(api: &Api<'_>, named: &NamedType) -> String {
    let is_own = api
        .declarations()
        .any(|declaration| declaration.entry == named.entry);
    let name = constant(&named.name);
    let name = if is_own {
        name
    } else {
        format!("ServiceStack::{name}")
    };
    match named.arguments.first().filter(|_| !is_own) {
        Some(TypeRef::Named(argument)) => format!("{name}.of({})", class_name(api, argument)),
        _ => name,
    }
}

fn call(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let Some(call) = &declaration.call else {
        return;
    };
    out.blank();
    if let Some(answer) = &declaration.answer {
        let plain = Types.write(answer);
        let plain = plain
            .split(['<', '{'])
            .next()
            .unwrap_or_default()
            .replace("Boolean", "Object");
        out.line(format!(
            "def response_type() = {}",
            converted(api, answer).unwrap_or(plain)
        ));
    } else {
        out.line("def response_type() = nil");
    }
    out.line(format!(
        "def get_type_name() = {}",
        single_quoted(&call.name)
    ));
    out.line(format!("def get_method() = {}", single_quoted(call.verb)));
}

fn attribute_name(property: &Property<'_>) -> String {
    unreserved(identifier(&snake_case(&property.wire)), RESERVED, |name| {
        format!("{name}_")
    })
}

/// Classes, modules and constants start with a capital.
fn constant(name: &str) -> String {
    capitalized(name)
}
