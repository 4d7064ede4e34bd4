//! JavaScript modules: classes with JSDoc annotations, which need no compiler.

use super::typescript::{Types, empty, imports, member_name};
use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, double_quoted, single_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::TypeRef;
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const JAVASCRIPT: Language = Language {
    key: "mjs",
    aliases: &["js", "javascript"],
    links: &[("CommonJs", "js"), ("Mjs", "mjs")],
    name: "JavaScript",
    content_type: "text/javascript",
    header: HeaderStyle {
        options: "AddServiceStackTypes AddDocAnnotations AddDescriptionAsComments IncludeTypes \
                ExcludeTypes DefaultImports",
        ..C_STYLE
    },
    defaults: |_| {},
    in_library: |_| false,
    reserved_types: "Array Blob Object",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

fn write(api: &Api<'_>, out: &mut Source) {
    out.line("\"use strict\";");
    imports(api, out);
    for declaration in api.declarations() {
        if let Some(description) = declaration.description(api.config) {
            out.line(format!("/** @description {} */", comment(description)));
        }
        if declaration.described.is_enum {
            enumeration(api, declaration, out);
        } else if !declaration.described.is_interface {
            class(api, declaration, out);
        }
    }
    out.blank();
}

/// An object from names to values; for numbers also back.
fn enumeration(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    let members = declaration.enum_members();
    if api.config.add_doc_annotations {
        let values: Vec<_> = members
            .iter()
            .map(|member| single_quoted(member.wire))
            .collect();
        let kind = if declaration.is_numeric_enum() || values.is_empty() {
            "number".to_owned()
        } else {
            comment(&values.join("|"))
        };
        out.line(format!("/** @typedef {{{kind}}} */"));
    }
    out.line(format!("export var {name};"));
    out.block(
        &format!("(function ({name}) {{"),
        &format!("}})({name} || ({name} = {{}}));"),
        |out| {
            for member in &members {
                let key = double_quoted(&member.name);
                out.line(if declaration.is_numeric_enum() {
                    format!("{name}[{name}[{key}] = {}] = {key}", member.number)
                } else {
                    format!("{name}[{key}] = {}", single_quoted(member.wire))
                });
            }
        },
    );
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let annotate = api.config.add_doc_annotations;
    if annotate && !declaration.parameters.is_empty() {
        let parameters = declaration.parameters.iter();
        out.lines(parameters.map(|name| format!("/** @typedef {name} {{any}} */")));
    }
    let extends = declaration.base.iter().map(|base| match base {
        TypeRef::Named(named) => format!(" extends {}", named.name),
        TypeRef::List(..) => " extends Array".to_owned(),
        _ => String::new(),
    });
    let extends: String = extends.collect();
    out.block(
        &format!("export class {}{extends} {{", declaration.name),
        "}",
        |out| {
            let members = api.all_properties(declaration);
            if annotate && !members.is_empty() {
                out.line(format!("/** @param {{{{{}}}}} [init] */", shape(&members)));
            }
            let through = if extends.is_empty() {
                ""
            } else {
                "super(init); "
            };
            out.line(format!(
                "constructor(init) {{ {through}Object.assign(this, init) }}"
            ));
            properties(api, declaration, out);
            call(declaration, out);
        },
    );
}

/// The object that the constructor takes.
fn shape(members: &[Property<'_>]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|property| {
            comment(&format!(
                "{}?:{}",
                member_name(property),
                Types.write(&property.kind)
            ))
        })
        .collect();
    members.join(",")
}

fn properties(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    for property in &declaration.properties {
        if api.config.add_doc_annotations {
            let mark = if property.is_nullable { "?" } else { "" };
            let kind = Types.write(&property.kind);
            let described = property.described.description.as_deref();
            let text = described
                .filter(|_| api.config.add_description_as_comments)
                .map(comment);
            out.lines(
                text.map(|text| {
                    format!("/**\n     * @type {{{mark}{kind}}}\n     * @description {text} */")
                })
                .or_else(|| Some(format!("/** @type {{{mark}{kind}}} */"))),
            );
        }
        out.line(format!("{};", member_name(property)));
    }
}

fn call(declaration: &Declaration<'_>, out: &mut Source) {
    let Some(call) = &declaration.call else {
        return;
    };
    out.line(format!("getTypeName() {{ return '{}' }}", call.name));
    out.line(format!(
        "getMethod() {{ return {} }}",
        single_quoted(call.verb)
    ));
    let body = match &declaration.answer {
        Some(TypeRef::List(..)) => "{ return [] }".to_owned(),
        Some(TypeRef::Named(named)) if !named.is_enum => {
            format!("{{ return new {}() }}", named.name)
        }
        Some(TypeRef::Scalar(scalar)) => {
            format!("{{ return {} }}", empty(&TypeRef::Scalar(*scalar)))
        }
        Some(TypeRef::Bytes) => "{ return new Blob() }".to_owned(),
        Some(_) => "{ return {} }".to_owned(),
        None => "{ }".to_owned(),
    };
    out.line(format!("createResponse() {body}"));
}
