//! Dart: classes with their conversions for the `servicestack` package of pub.dev.

use std::collections::BTreeMap;

use super::java::pascal_case;
use crate::native::api::Api;
use crate::native::attribute::PLAIN;
use crate::native::declaration::Declaration;
use crate::native::escape::{
    comment, dotted_name, double_quoted_with_dollar, single_quoted_with_dollar,
};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::identifier;
use crate::native::language::{Language, Order};
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
        options: &[
            "GlobalNamespace",
            "AddServiceStackTypes",
            "AddResponseStatus",
            "AddImplicitVersion",
            "AddDescriptionAsComments",
            "IncludeTypes",
            "ExcludeTypes",
            "DefaultImports",
        ],
        ..C_STYLE
    },
    defaults: |config| config.default_imports = IMPORTS.map(str::to_owned).to_vec(),
    in_library: |entry| {
        entry.is_well_known()
            || (entry.is_service_stacks()
                && matches!(entry.name.as_str(), "Authenticate" | "AuthenticateResponse"))
    },
    reserved_types: &[
        "DateTime",
        "Duration",
        "Enum",
        "Function",
        "IConvertible",
        "JsonConverters",
        "List",
        "Map",
        "Object",
        "Set",
        "String",
        "Type",
        "TypeContext",
        "TypeInfo",
        "TypeOf",
        "Uint8List",
    ],
    order: Order::Dependencies,
    has_namespaces: false,
    write,
};

const IMPORTS: [&str; 2] = ["package:servicestack/servicestack.dart", "dart:typed_data"];

/// Words of the language and names of its types, which a field must not hide.
const RESERVED: [&str; 45] = [
    "assert",
    "await",
    "bool",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "context",
    "continue",
    "default",
    "do",
    "double",
    "dynamic",
    "else",
    "enum",
    "extends",
    "false",
    "final",
    "finally",
    "for",
    "if",
    "in",
    "int",
    "is",
    "late",
    "new",
    "null",
    "num",
    "rethrow",
    "return",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "fromMap",
    "toJson",
    "getTypeName",
];

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
        annotations(api, declaration, out);
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

fn annotations(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    if let Some(text) = declaration.description(api.config) {
        out.lines([
            "/**".to_owned(),
            format!("* {}", comment(text)),
            "*/".to_owned(),
        ]);
    }
    let described = declaration.described;
    let routes = declaration.routes.iter().map(|route| PLAIN.route(route));
    let attributes = described
        .attributes
        .iter()
        .map(|attribute| PLAIN.attribute(attribute));
    let contract = described
        .data_contract
        .as_ref()
        .map(|contract| PLAIN.contract(contract));
    for annotation in routes.chain(attributes).chain(contract) {
        out.line(format!("// @{}", comment(&annotation)));
    }
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
    if RESERVED.contains(&name) || matches!(name, "values" | "value" | "index") {
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

fn from_map(declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    out.block("fromMap(Map<String, dynamic> json) {", "}", |out| {
        out.lines(has_base.then_some("super.fromMap(json);"));
        for property in &declaration.properties {
            out.line(format!("{} = {};", field_name(property), read(property)));
        }
        out.line("return this;");
    });
    out.blank();
}

fn read(property: &Property<'_>) -> String {
    let value = format!("json[{}]", single_quoted_with_dollar(&property.wire));
    match &property.kind {
        TypeRef::Scalar(Scalar::Single | Scalar::Double | Scalar::Decimal) => {
            format!("JsonConverters.toDouble({value})")
        }
        TypeRef::Map(key, item) if is_text(key) && is_text(item) => {
            format!("JsonConverters.toStringMap({value})")
        }
        kind if is_converted(kind) => {
            format!(
                "JsonConverters.fromJson({value},{},context!)",
                type_name(kind)
            )
        }
        _ => value,
    }
}

fn is_text(kind: &TypeRef) -> bool {
    *kind == TypeRef::Scalar(Scalar::String)
}

/// Whether JSON has another form of it than Dart.
fn is_converted(kind: &TypeRef) -> bool {
    match kind {
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset | Scalar::TimeSpan) => true,
        TypeRef::Scalar(_) | TypeRef::Any => false,
        _ => true,
    }
}

/// A type's name in quotes; that of a parameter is only known when the program runs.
fn type_name(kind: &TypeRef) -> String {
    let name = Types.write(kind);
    match kind {
        TypeRef::Parameter(_) => format!("{name}.toString()"),
        TypeRef::List(_, item) if matches!(**item, TypeRef::Parameter(_)) => {
            format!("'List<${}>'", Types.write(item))
        }
        _ => format!("'{name}'"),
    }
}

fn to_json(declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    let properties = &declaration.properties;
    let (open, close) = match (has_base, properties.is_empty()) {
        (true, true) => return out.line("Map<String, dynamic> toJson() => super.toJson();"),
        (false, true) => return out.line("Map<String, dynamic> toJson() => {};"),
        (true, false) => (
            "Map<String, dynamic> toJson() => super.toJson()..addAll({",
            "});",
        ),
        (false, false) => ("Map<String, dynamic> toJson() => {", "};"),
    };
    out.block(open, close, |out| {
        for (index, property) in properties.iter().enumerate() {
            let name = field_name(property);
            let is_string_map =
                matches!(&property.kind, TypeRef::Map(key, item) if is_text(key) && is_text(item));
            let value = if is_converted(&property.kind) && !is_string_map {
                format!(
                    "JsonConverters.toJson({name},{},context!)",
                    type_name(&property.kind)
                )
            } else {
                name
            };
            let end = if index + 1 < properties.len() {
                ","
            } else {
                ""
            };
            out.line(format!(
                "{}: {value}{end}",
                single_quoted_with_dollar(&property.wire)
            ));
        }
    });
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

/// An empty value of a type.
fn created(kind: &TypeRef) -> String {
    let name = Types.write(kind);
    match kind {
        TypeRef::List(_, item) => format!("<{}>[]", Types.write(item)),
        TypeRef::Bytes => "Uint8List(0)".to_owned(),
        TypeRef::Any => "null".to_owned(),
        _ => format!("{name}()"),
    }
}

/// What the client creates values by, from the names of types.
fn context(api: &Api<'_>, out: &mut Source) {
    let host = api.base_url.split("://").nth(1).unwrap_or_default();
    let library = host.split([':', '/']).next().unwrap_or_default();
    let open = format!(
        "TypeContext _ctx = TypeContext(library: {}, types: <String, TypeInfo> {{",
        single_quoted_with_dollar(&dotted_name(library))
    );
    out.block(&open, "});", |out| {
        let mut further = BTreeMap::new();
        for declaration in api.declarations() {
            let name = with_parameters(&declaration.name, &declaration.parameters);
            out.line(format!("'{name}': {},", info(declaration)));
            for property in declaration.properties.iter().map(|property| &property.kind) {
                let is_generic =
                    matches!(property, TypeRef::Named(named) if !named.arguments.is_empty());
                if property.is_collection() || *property == TypeRef::Bytes || is_generic {
                    add_created(property, declaration, &mut further);
                }
            }
            if let Some(answer) = declaration
                .answer
                .as_ref()
                .filter(|answer| !matches!(answer, TypeRef::Scalar(_) | TypeRef::Any))
            {
                add_created(answer, declaration, &mut further);
            }
        }
        for declaration in api
            .declarations()
            .filter(|declaration| declaration.parameters.is_empty())
        {
            further.remove(&declaration.name);
        }
        for (name, value) in further {
            out.line(format!(
                "'{name}': TypeInfo(TypeOf.Class, create:() => {value}),"
            ));
        }
    });
}

/// Types with an open parameter cannot be created.
fn add_created(
    kind: &TypeRef,
    declaration: &Declaration<'_>,
    further: &mut BTreeMap<String, String>,
) {
    let parameters = &declaration.parameters;
    let is_open = kind.substituted(&|name| {
        (!parameters.iter().any(|parameter| parameter == name))
            .then(|| TypeRef::Parameter(name.to_owned()))
    }) != *kind;
    if !is_open {
        further.insert(Types.write(kind), created(kind));
    }
}

fn info(declaration: &Declaration<'_>) -> String {
    let name = &declaration.name;
    let described = declaration.described;
    if described.is_enum {
        format!("TypeInfo(TypeOf.Enum, enumValues:{name}.values)")
    } else if described.is_interface {
        "TypeInfo(TypeOf.Interface)".to_owned()
    } else if described.is_abstract {
        "TypeInfo(TypeOf.AbstractClass)".to_owned()
    } else if declaration.parameters.is_empty() {
        format!("TypeInfo(TypeOf.Class, create:() => {name}())")
    } else {
        "TypeInfo(TypeOf.GenericDef)".to_owned()
    }
}

/// The name on the wire; a reserved one in Pascal case.
fn field_name(property: &Property<'_>) -> String {
    let name = identifier(&property.wire);
    if RESERVED.contains(&name.as_str()) {
        pascal_case(&name)
    } else {
        name
    }
}
