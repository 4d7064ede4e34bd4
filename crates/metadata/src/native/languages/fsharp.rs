//! F#: classes with mutable properties for ServiceStack's .NET clients.

use super::dotnet::{Marks, imported};
use crate::MetadataTypesConfig;
use crate::native::api::Api;
use crate::native::attribute::PLAIN;
use crate::native::declaration::Declaration;
use crate::native::escape::double_quoted;
use crate::native::header::HeaderStyle;
use crate::native::identifier::{namespace, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const FSHARP: Language = Language {
    key: "fsharp",
    aliases: &["fs"],
    links: &[("FSharp", "fsharp")],
    name: "F#",
    content_type: "text/plain",
    header: HeaderStyle {
        before: &[],
        open: "(* Options:",
        close: Some("*)"),
        prefix: "",
        commented: "//",
        language_version: None,
        options: "GlobalNamespace MakeDataContractsExtensible AddReturnMarker \
                AddDescriptionAsComments AddDataContractAttributes AddIndexesToDataMembers \
                AddGeneratedCodeAttributes AddResponseStatus AddImplicitVersion ExportValueTypes \
                IncludeTypes ExcludeTypes InitializeCollections AddNamespaces",
        is_trimmed: false,
    },
    defaults: |_| {},
    in_library: |entry| entry.is_service_stacks(),
    reserved_types: "List String Object",
    order: Order::Definitions,
    has_namespaces: false,
    write,
};

const RESERVED: &str = "abstract and as assert base begin class default do done else end exception extern false for \
    fun function global if in inherit inline interface internal lazy let match member module \
    namespace new null of open or then to true type";

const MARKS: Marks = Marks {
    brackets: ("[<", ">]"),
    style: PLAIN,
    doc: "///",
    summary: "summary",
};

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        scalar.clr()
    }

    fn bytes(&self) -> String {
        "Byte[]".to_owned()
    }

    fn any(&self) -> &'static str {
        "Object"
    }

    fn list(&self, kind: ListKind, item: &str) -> String {
        match kind {
            ListKind::Array => format!("{item}[]"),
            ListKind::List => format!("ResizeArray<{item}>"),
            ListKind::Set => format!("HashSet<{item}>"),
        }
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("Dictionary<{}, {}>", self.write(key), self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("Nullable<{inner}>")
    }

    fn parameter(&self, name: &str) -> String {
        format!("'{name}")
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    let first = api
        .declarations()
        .map(|declaration| declaration.described.namespace.as_str())
        .next();
    let stated = api
        .config
        .global_namespace
        .as_deref()
        .or(first)
        .unwrap_or("Dtos");
    // Recursive, so that two classes can refer to each other.
    out.line(format!("namespace rec {}", namespace(stated)));
    out.blank();
    out.lines(
        imported(api.config)
            .iter()
            .map(|name| format!("open {name}")),
    );
    out.blank();
    out.indented(|out| {
        for declaration in api.declarations() {
            declared(api, declaration, out);
            out.blank();
        }
    });
}

fn declared(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let config = api.config;
    let described = declaration.described;
    MARKS.of_type(config, declaration, out);
    if described.is_enum {
        enumeration(declaration, out);
        return;
    }
    out.lines(MARKS.contract(config, declaration));
    out.line("[<AllowNullLiteral>]");
    if described.is_interface {
        interface(declaration, out);
    } else {
        class(api, declaration, out);
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    out.line(format!("type {} =", declaration.name));
    out.indented(|out| {
        for member in declaration.enum_members() {
            let contract = if member.is_renamed() {
                format!("[<EnumMember(Value={})>] ", double_quoted(member.wire))
            } else {
                String::new()
            };
            out.line(format!(
                "| {contract}{} = {}",
                escaped(&member.name),
                member.number
            ));
        }
    });
}

fn interface(declaration: &Declaration<'_>, out: &mut Source) {
    out.line(format!("type {} =", name_of(declaration)));
    out.indented(|out| {
        if declaration.properties.is_empty() {
            out.line("interface end");
        }
        for property in &declaration.properties {
            let kind = Types.of_property(property);
            out.line(format!(
                "abstract {}:{kind} with get,set",
                escaped(&property.clr)
            ));
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let mut body = Source::default();
    if let Some(TypeRef::Named(_)) = &declaration.base {
        let base = declaration.base.iter().map(|base| Types.write(base));
        body.lines(base.map(|base| format!("inherit {base}()")));
    }
    for (index, property) in declaration.properties.iter().enumerate() {
        member(api.config, property, index + 1, &mut body);
    }
    for interface in declaration.interfaces_with_marker() {
        implemented(api, declaration, interface, &mut body);
    }
    body.lines(
        api.missing_verb(declaration)
            .map(|verb| format!("interface {verb}")),
    );
    let body = body.finish();
    let end = if body.is_empty() { " class end" } else { "" };
    out.line(format!("type {}() ={end}", name_of(declaration)));
    out.indented(|out| out.lines(body.lines()));
}

/// An interface with its properties handed on to those of the class; without them it cannot be stated.
fn implemented(
    api: &Api<'_>,
    declaration: &Declaration<'_>,
    interface: &TypeRef,
    out: &mut Source,
) {
    let needed = api
        .declaration_of(interface)
        .map(|found| found.properties.as_slice());
    let needed = needed.unwrap_or_default();
    let has = api.all_properties(declaration);
    if !needed
        .iter()
        .all(|needed| has.iter().any(|property| property.clr == needed.clr))
    {
        return;
    }
    let name = Types.write(interface);
    if needed.is_empty() {
        out.line(format!("interface {name}"));
        return;
    }
    out.line(format!("interface {name} with"));
    out.indented(|out| {
        for property in needed {
            let name = escaped(&property.clr);
            out.line(format!(
                "member this.{name} with get() = this.{name} and set(value) = this.{name} <- value"
            ));
        }
    });
}

fn member(config: &MetadataTypesConfig, property: &Property<'_>, order: usize, out: &mut Source) {
    let described = &property.described;
    MARKS.of_property(config, property, Some(order), out);
    let kind = Types.of_property(property);
    let value = match &property.kind {
        _ if property.is_nullable => format!("new {kind}()"),
        TypeRef::Bytes | TypeRef::List(ListKind::Array, _) => "[||]".to_owned(),
        TypeRef::List(..) | TypeRef::Map(..) if config.initialize_collections => {
            format!("new {kind}()")
        }
        TypeRef::Scalar(Scalar::String) | TypeRef::List(..) | TypeRef::Map(..) | TypeRef::Any => {
            "null".to_owned()
        }
        TypeRef::Named(named) if !named.is_enum && !described.is_value_type => "null".to_owned(),
        TypeRef::Scalar(_) => format!("new {kind}()"),
        _ => format!("Unchecked.defaultof<{kind}>"),
    };
    out.line(format!(
        "member val {}:{kind} = {value} with get,set",
        escaped(&property.clr)
    ));
}

fn name_of(declaration: &Declaration<'_>) -> String {
    if declaration.parameters.is_empty() {
        return declaration.name.clone();
    }
    let parameters = declaration
        .parameters
        .iter()
        .map(|name| Types.parameter(name));
    format!(
        "{}<{}>",
        declaration.name,
        parameters.collect::<Vec<_>>().join(", ")
    )
}

fn escaped(name: &str) -> String {
    unreserved(name.to_owned(), RESERVED, |name| format!("``{name}``"))
}
