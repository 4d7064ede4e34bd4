//! TypeScript: classes that `@servicestack/client` sends and fills.

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, dotted_name, single_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::is_identifier;
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::remark::each_property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::{TypeSyntax, with_parameters};

pub(in crate::native) const TYPESCRIPT: Language = Language {
    key: "typescript",
    aliases: &["ts"],
    links: &[("TypeScript", "typescript")],
    name: "TypeScript",
    content_type: "text/plain",
    header: HeaderStyle {
        options: OPTIONS,
        ..C_STYLE
    },
    defaults: |_| {},
    in_library: |_| false,
    reserved_types: "Array Blob Object Partial",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

pub(super) const OPTIONS: &str = "GlobalNamespace MakePropertiesOptional AddServiceStackTypes AddResponseStatus \
    AddImplicitVersion AddDescriptionAsComments IncludeTypes ExcludeTypes DefaultImports";

/// The types of TypeScript and of the annotations of JavaScript.
pub(super) struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "boolean",
            number if number.is_number() => "number",
            _ => "string",
        }
    }

    fn bytes(&self) -> String {
        "string".to_owned()
    }

    fn any(&self) -> &'static str {
        "any"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("{item}[]")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        let key = match self.write(key) {
            number if number == "number" => number,
            _ => "string".to_owned(),
        };
        format!("{{ [index: {key}]: {}; }}", self.write(value))
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    imports(api, out);
    let global = api.config.global_namespace.as_deref().map(dotted_name);
    match global.filter(|name| !name.is_empty()) {
        Some(name) => {
            out.line(format!("export namespace {name}"));
            out.block("{", "}", |out| declarations(api, out));
        }
        None => declarations(api, out),
    }
    out.blank();
}

/// `name:module` or a module alone.
pub(super) fn imports(api: &Api<'_>, out: &mut Source) {
    for import in &api.config.default_imports {
        let import = dotted_name(import);
        match import.split_once(':') {
            Some((name, module)) => out.line(format!("import {{ {name} }} from \"{module}\";")),
            None => out.line(format!("import \"{import}\";")),
        }
    }
}

fn declarations(api: &Api<'_>, out: &mut Source) {
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
}

/// The description, and as comments the routes and attributes.
pub(super) fn annotations(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    if let Some(description) = declaration.description(api.config) {
        out.line(format!("/** @description {} */", comment(description)));
    }
    for remark in declaration.remarks() {
        out.line(format!("// @{remark}"));
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    out.line(format!("export enum {}", declaration.name));
    out.block("{", "}", |out| {
        for member in declaration.enum_members() {
            if let Some(description) = member.description {
                out.line(format!("/** @description {} */", comment(description)));
            }
            let value = if declaration.is_numeric_enum() {
                member.number.to_string()
            } else {
                single_quoted(member.wire)
            };
            out.line(format!("{} = {value},", member.name));
        }
    });
}

fn interface(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    let parents: Vec<_> = declaration
        .interfaces
        .iter()
        .map(|parent| Types.write(parent))
        .collect();
    out.line(format!(
        "export interface {name}{}",
        listed(" extends ", &parents)
    ));
    out.block("{", "}", |out| {
        if declaration.is_return_marker() {
            out.line(format!(
                "createResponse(): {};",
                declaration.parameters.join("")
            ));
        } else if declaration.is_void_marker() {
            out.line("createResponse(): void;");
        }
        properties(api, declaration, out, |property| {
            let mark = if property.is_optional { "?" } else { "" };
            format!(
                "{}{mark}: {};",
                member_name(property),
                Types.write(&property.kind)
            )
        });
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    let base = declaration
        .base
        .iter()
        .map(|base| format!(" extends {}", Types.write(base)));
    let base: String = base.collect();
    let parents = parents(declaration);
    out.line(format!(
        "export class {name}{base}{}",
        listed(" implements ", &parents)
    ));
    out.block("{", "}", |out| {
        properties(api, declaration, out, |property| {
            // Without `!` a strict compiler asks for a value that only `init` or the host gives.
            let mark = if property.is_optional { "?" } else { "!" };
            format!("public {}{mark}: {};", member_name(property), Types.write(&property.kind))
        });
        out.blank();
        let through = if declaration.base.is_some() { "super(init); " } else { "" };
        out.line(format!(
            "public constructor(init?: Partial<{name}>) {{ {through}(Object as any).assign(this, init); }}"
        ));
        call(declaration, out);
    });
}

/// What a class implements. Bytes are answered as they are, not as the text that they are in a DTO.
pub(super) fn parents(declaration: &Declaration<'_>) -> Vec<String> {
    let parents = declaration.interfaces_with_marker();
    let mut parents: Vec<_> = parents.map(|parent| Types.write(parent)).collect();
    if declaration.is_request()
        && declaration.answer == Some(TypeRef::Bytes)
        && let Some(marker) = parents.first_mut()
    {
        *marker = marker.replace("<string>", "<Blob>");
    }
    parents
}

/// The properties, with their descriptions and attributes as comments. An annotated one is followed by
/// an empty line if another comes.
pub(super) fn properties(
    api: &Api<'_>,
    declaration: &Declaration<'_>,
    out: &mut Source,
    shown: impl Fn(&Property<'_>) -> String,
) {
    each_property(&declaration.properties, out, |property, out| {
        if let Some(text) = property.description(api.config) {
            out.line(format!("/** @description {} */", comment(text)));
        }
        for remark in property.remarks() {
            out.line(format!("// @{remark}"));
        }
        out.line(shown(property));
    });
}

/// A property's name; one that is no identifier in quotes. A class cannot have a field that is called
/// `constructor` outright.
pub(super) fn member_name(property: &Property<'_>) -> String {
    if property.wire == "constructor" {
        "['constructor']".to_owned()
    } else if is_identifier(&property.wire) {
        property.wire.clone()
    } else {
        single_quoted(&property.wire)
    }
}

fn call(declaration: &Declaration<'_>, out: &mut Source) {
    let Some(call) = &declaration.call else {
        return;
    };
    out.line(format!(
        "public getTypeName() {{ return '{}'; }}",
        call.name
    ));
    out.line(format!(
        "public getMethod() {{ return {}; }}",
        single_quoted(call.verb)
    ));
    let body = match &declaration.answer {
        Some(answer) => format!("{{ return {}; }}", empty(answer)),
        None => "{}".to_owned(),
    };
    out.line(format!("public createResponse() {body}"));
}

/// An empty value of a type, which tells the client what it reads.
pub(super) fn empty(answer: &TypeRef) -> String {
    match answer {
        TypeRef::Scalar(Scalar::Boolean) => "false".to_owned(),
        TypeRef::Scalar(scalar) if scalar.is_number() => "0".to_owned(),
        TypeRef::Scalar(_) => "''".to_owned(),
        TypeRef::Bytes => "new Blob()".to_owned(),
        TypeRef::List(_, item) => format!("new Array<{}>()", Types.write(item)),
        TypeRef::Named(named) if !named.is_enum => format!("new {}()", Types.write(answer)),
        _ => format!("{{}} as {}", Types.write(answer)),
    }
}

fn listed(before: &str, types: &[String]) -> String {
    if types.is_empty() {
        String::new()
    } else {
        format!("{before}{}", types.join(", "))
    }
}
