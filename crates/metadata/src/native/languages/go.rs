//! Go: structs with tags for `encoding/json` and the servicestack-go client. Properties of base classes
//! are repeated, as an embedded struct would hide them in literals.

use jsv::scalar::camel_case;

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::enumeration::EnumMember;
use crate::native::escape::{comment, double_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::identifier;
use crate::native::language::{Language, Order};
use crate::native::letter_case::capitalized;
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, NamedType, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const GO: Language = Language {
    key: "go",
    aliases: &["golang"],
    links: &[("Go", "go")],
    name: "Go",
    content_type: "text/plain",
    header: HeaderStyle {
        options: "GlobalNamespace MakePropertiesOptional AddServiceStackTypes AddResponseStatus \
                AddImplicitVersion AddDescriptionAsComments IncludeTypes ExcludeTypes \
                DefaultImports",
        is_trimmed: true,
        ..C_STYLE
    },
    defaults: |_| {},
    in_library: |_| false,
    reserved_types: "",
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "bool",
            Scalar::Byte => "uint8",
            Scalar::SByte => "int8",
            Scalar::Int16 => "int16",
            Scalar::UInt16 => "uint16",
            Scalar::Int32 => "int",
            Scalar::UInt32 => "uint32",
            Scalar::Int64 => "int64",
            Scalar::UInt64 => "uint64",
            Scalar::Single => "float32",
            Scalar::Double | Scalar::Decimal => "float64",
            _ => "string",
        }
    }

    fn bytes(&self) -> String {
        "[]byte".to_owned()
    }

    fn any(&self) -> &'static str {
        "any"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("[]{item}")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        let key = match key {
            TypeRef::Scalar(scalar) if scalar.is_integer() => self.scalar(*scalar),
            _ => "string",
        };
        format!("map[{key}]{}", self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("*{inner}")
    }

    fn named(&self, named: &NamedType) -> String {
        let name = exported(&named.name);
        if named.arguments.is_empty() {
            return name;
        }
        let arguments: Vec<_> = named
            .arguments
            .iter()
            .map(|argument| self.write(argument))
            .collect();
        format!("{name}[{}]", arguments.join(", "))
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    out.indent_by("\t");
    let package = api
        .config
        .global_namespace
        .as_deref()
        .or(api.config.package.as_deref());
    out.line(format!(
        "package {}",
        identifier(package.unwrap_or("dtos")).to_lowercase()
    ));
    if !api.config.default_imports.is_empty() {
        out.blank();
    }
    for import in &api.config.default_imports {
        let import = crate::native::escape::dotted_name(import);
        match import.split_once(':') {
            Some((alias, path)) => out.line(format!(
                "import {} {}",
                identifier(alias),
                double_quoted(path)
            )),
            None => out.line(format!("import {}", double_quoted(&import))),
        }
    }
    for declaration in api.flat_declarations() {
        out.blank();
        annotations(api, declaration, out);
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else {
            structure(api, declaration, out);
            call(declaration, out);
        }
    }
}

fn annotations(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    if let Some(text) = declaration.description(api.config) {
        out.line(format!(
            "// {}: {}",
            exported(&declaration.name),
            // `gofmt` makes such quotes into typographic ones.
            comment(text).replace("``", "“").replace("''", "”")
        ));
    }
    for remark in declaration.remarks() {
        out.line(format!("// @{remark}"));
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let name = exported(&declaration.name);
    let numeric = declaration.is_numeric_enum();
    out.line(format!(
        "type {name} {}",
        if numeric { "int64" } else { "string" }
    ));
    let value = |member: &EnumMember<'_>| match numeric {
        true => member.number.to_string(),
        false => double_quoted(member.wire),
    };
    let members = declaration.enum_members();
    if members.is_empty() {
        return;
    }
    out.blank();
    let rows = members.iter().map(|member| Row {
        description: member.description,
        cells: [
            format!("{name}{}", member.name),
            format!("{name} = {}", value(member)),
        ],
        last: String::new(),
    });
    out.block("const (", ")", |out| {
        aligned(&rows.collect::<Vec<_>>(), out)
    });
}

fn structure(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let parameters: Vec<_> = declaration
        .parameters
        .iter()
        .map(|name| format!("{name} any"))
        .collect();
    let parameters = if parameters.is_empty() {
        String::new()
    } else {
        format!("[{}]", parameters.join(", "))
    };
    let head = format!("type {}{parameters} struct", exported(&declaration.name));
    let properties = api.all_properties(declaration);
    if properties.is_empty() {
        out.line(format!("{head}{{}}"));
        return;
    }
    let rows = properties.iter().map(|property| {
        let description = property.described.description.as_deref();
        Row {
            description: description.filter(|_| api.config.add_description_as_comments),
            cells: [exported(&property.wire), type_of(property)],
            last: tag(property),
        }
    });
    out.block(&format!("{head} {{"), "}", |out| {
        aligned(&rows.collect::<Vec<_>>(), out);
    });
}

/// A line in columns, with what is said of it above.
struct Row<'a> {
    description: Option<&'a str>,
    cells: [String; 2],
    last: String,
}

/// Writes lines as `gofmt` does: columns are as wide as they need to be up to the next comment.
fn aligned(rows: &[Row<'_>], out: &mut Source) {
    for run in rows.chunk_by(|_, next| next.description.is_none()) {
        let text = run[0].description;
        out.lines(text.map(|text| format!("// {}", comment(text))));
        let width = |column: usize| {
            let cells = run.iter().map(|row| row.cells[column].chars().count());
            cells.max().unwrap_or_default()
        };
        let (first, second) = (width(0), width(1));
        for Row { cells, last, .. } in run {
            let line = format!("{:first$} {:second$} {last}", cells[0], cells[1]);
            out.line(line.trim_end());
        }
    }
}

/// What tells `encoding/json` the name on the wire. A backquote cannot stand in it.
fn tag(property: &Property<'_>) -> String {
    let wire: String = property
        .wire
        .chars()
        .filter(|letter| !"`\",\\".contains(*letter) && !letter.is_control())
        .collect();
    let omit = if property.is_optional {
        ",omitempty"
    } else {
        ""
    };
    format!("`json:\"{wire}{omit}\"`")
}

fn type_of(property: &Property<'_>) -> String {
    let kind = Types.write(&property.kind);
    let has_nil = matches!(
        property.kind,
        TypeRef::List(..) | TypeRef::Map(..) | TypeRef::Any | TypeRef::Bytes
    );
    if property.is_optional && !has_nil {
        Types.nullable(&kind)
    } else {
        kind
    }
}

/// What the client's generic functions find out the answer's type and the verb by.
fn call(declaration: &Declaration<'_>, out: &mut Source) {
    let Some(call) = declaration
        .call
        .as_ref()
        .filter(|_| declaration.parameters.is_empty())
    else {
        return;
    };
    let name = exported(&declaration.name);
    out.blank();
    match &declaration.answer {
        Some(answer) => {
            let answer = Types.write(answer);
            let head = format!("func ({name}) CreateResponse() (r {answer}) {{");
            out.block(&head, "}", |out| out.line("return"));
        }
        None => out.line(format!("func ({name}) CreateResponseVoid() {{}}")),
    }
    out.blank();
    out.block(
        &format!("func ({name}) HttpMethod() string {{"),
        "}",
        |out| out.line(format!("return {}", double_quoted(call.verb))),
    );
}

/// A name that other packages see starts with a capital.
fn exported(name: &str) -> String {
    capitalized(&camel_case(name))
}
