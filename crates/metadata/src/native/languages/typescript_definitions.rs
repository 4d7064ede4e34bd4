//! TypeScript declarations: interfaces alone, for callers that send plain objects.

use super::typescript::{OPTIONS, Types, annotations, imports, member_name, parents, properties};
use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{dotted_name, double_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::language::{Language, Order};
use crate::native::source::Source;
use crate::native::type_syntax::{TypeSyntax, with_parameters};

pub(in crate::native) const TYPESCRIPT_DEFINITIONS: Language = Language {
    key: "typescript.d",
    aliases: &["ts.d"],
    links: &[("TypeScriptDefinition", "typescript.d")],
    name: "TypeScript definitions",
    content_type: "text/plain",
    header: HeaderStyle {
        options: OPTIONS,
        ..C_STYLE
    },
    defaults: |config| config.make_properties_optional = true,
    in_library: |_| false,
    reserved_types: "",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

fn write(api: &Api<'_>, out: &mut Source) {
    imports(api, out);
    let global = api.config.global_namespace.as_deref().map(dotted_name);
    match global.filter(|name| !name.is_empty()) {
        Some(name) => {
            let sort = if api.config.export_as_types {
                "export declare"
            } else {
                "declare"
            };
            out.line(format!("{sort} namespace {name}"));
            out.block("{", "}", |out| declarations(api, out));
        }
        None => declarations(api, out),
    }
    out.blank();
}

fn declarations(api: &Api<'_>, out: &mut Source) {
    for declaration in api.declarations() {
        out.blank();
        annotations(api, declaration, out);
        if declaration.described.is_enum {
            enumeration(api, declaration, out);
        } else {
            interface(api, declaration, out);
        }
    }
}

/// Declarations hold everywhere; with `ExportAsTypes` the file is a module to import from.
fn exported(api: &Api<'_>) -> &'static str {
    if api.config.export_as_types {
        "export "
    } else {
        ""
    }
}

/// The values as the wire has them.
fn enumeration(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let values: Vec<_> = declaration
        .enum_members()
        .iter()
        .map(|member| {
            if declaration.is_numeric_enum() {
                member.number.to_string()
            } else {
                double_quoted(member.wire)
            }
        })
        .collect();
    // Flags combine to other numbers than those of their names.
    let values = if declaration.described.is_flags() || values.is_empty() {
        let any = if declaration.is_numeric_enum() {
            "number"
        } else {
            "string"
        };
        any.to_owned()
    } else {
        values.join(" | ")
    };
    out.line(format!(
        "{}type {} = {values};",
        exported(api),
        declaration.name
    ));
}

fn interface(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    let base = declaration.base.iter().map(|base| Types.write(base));
    let parents: Vec<_> = base.chain(parents(declaration)).collect();
    let extends = if parents.is_empty() {
        String::new()
    } else {
        format!(" extends {}", parents.join(", "))
    };
    out.line(format!("{}interface {name}{extends}", exported(api)));
    out.block("{", "}", |out| {
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
