//! Swift: `Codable` classes for the ServiceStack package.

use crate::native::api::Api;
use crate::native::attribute::PLAIN;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, dotted_name, double_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const SWIFT: Language = Language {
    key: "swift",
    aliases: &["swift4"],
    links: &[("Swift", "swift")],
    name: "Swift",
    content_type: "text/plain",
    header: HeaderStyle {
        language_version: Some("SwiftVersion: 5.0"),
        options: "BaseClass AddModelExtensions AddServiceStackTypes IncludeTypes ExcludeTypes \
                ExcludeGenericBaseTypes AddResponseStatus AddImplicitVersion \
                AddDescriptionAsComments InitializeCollections TreatTypesAsStrings \
                DefaultImports",
        ..C_STYLE
    },
    defaults: |config| {
        config.default_imports = vec!["Foundation".to_owned(), "ServiceStack".to_owned()]
    },
    in_library: |entry| entry.is_well_known(),
    reserved_types: "Any Bool Codable Data Date Decodable Decoder Double Encodable Encoder Error Float Int \
        JsonValue Never Optional Protocol Result Self String TimeInterval Type",
    order: Order::RequestsFirst,
    has_namespaces: false,
    write,
};

const RESERVED: &str = "Any Protocol Self Type as associatedtype break case catch class continue default defer \
    deinit do else enum extension fallthrough false fileprivate for func guard if import in init \
    inout internal is let nil operator private protocol public repeat rethrows return self \
    static struct subscript super switch throw true try while";

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "Bool",
            Scalar::Byte => "UInt8",
            Scalar::SByte => "Int8",
            Scalar::Int16 => "Int16",
            Scalar::UInt16 => "UInt16",
            Scalar::UInt32 => "UInt32",
            Scalar::Int32 | Scalar::Int64 => "Int",
            Scalar::UInt64 => "UInt64",
            Scalar::Single => "Float",
            Scalar::Double | Scalar::Decimal => "Double",
            Scalar::DateTime | Scalar::DateTimeOffset => "Date",
            Scalar::TimeSpan => "TimeInterval",
            _ => "String",
        }
    }

    fn bytes(&self) -> String {
        "[UInt8]".to_owned()
    }

    fn any(&self) -> &'static str {
        "JsonValue"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("[{item}]")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("[{}:{}]", self.write(key), self.write(value))
    }
}

/// A value of any type, for which Swift has none that is `Codable`.
const JSON_VALUE: &str = include_str!("swift_json_value.swift");

fn write(api: &Api<'_>, out: &mut Source) {
    out.lines(
        api.config
            .default_imports
            .iter()
            .map(|name| format!("import {}", dotted_name(name))),
    );
    let mut body = Source::default();
    for declaration in api.declarations() {
        body.blank();
        annotations(api, declaration, &mut body);
        if declaration.described.is_enum {
            enumeration(declaration, &mut body);
        } else if declaration.described.is_interface {
            interface(declaration, &mut body);
        } else {
            class(api, declaration, &mut body);
        }
    }
    let body = body.finish();
    out.lines(body.lines());
    if body.contains("JsonValue") {
        out.blank();
        out.lines(JSON_VALUE.lines());
    }
    out.blank();
}

fn annotations(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    out.lines(super::java::doc_comment(
        declaration.description(api.config),
    ));
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

/// Text or number as on the wire; flags combine, so they are a set of options.
fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let name = &declaration.name;
    let members = declaration.enum_members();
    if declaration.described.is_flags() {
        out.line(format!("public struct {name} : OptionSet, Codable"));
        out.block("{", "}", |out| {
            out.line("public let rawValue:Int");
            out.line("public init(rawValue:Int) { self.rawValue = rawValue }");
            for member in &members {
                let (case, number) = (escaped(&member.name), member.number);
                out.line(format!(
                    "public static let {case} = {name}(rawValue: {number})"
                ));
            }
        });
        return;
    }
    let numeric = declaration.is_numeric_enum();
    let raw = if numeric { "Int" } else { "String" };
    out.line(format!("public enum {name} : {raw}, Codable"));
    out.block("{", "}", |out| {
        for member in &members {
            let case = escaped(&member.name);
            out.line(match (numeric, member.is_renamed()) {
                (true, _) => format!("case {case} = {}", member.number),
                (false, true) => format!("case {case} = {}", double_quoted(member.wire)),
                (false, false) => format!("case {case}"),
            });
        }
    });
}

fn interface(declaration: &Declaration<'_>, out: &mut Source) {
    out.line(format!("public protocol {}", declaration.name));
    out.block("{", "}", |out| {
        for property in &declaration.properties {
            let (name, kind) = (name_of(property), Types.write(&property.kind));
            out.line(format!("var {name}:{kind}? {{ get set }}"));
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let parameters: Vec<_> = declaration
        .parameters
        .iter()
        .map(|name| format!("{name} : Codable"))
        .collect();
    let parameters = if parameters.is_empty() {
        String::new()
    } else {
        format!("<{}>", parameters.join(", "))
    };
    let base = declaration
        .base
        .as_ref()
        .filter(|base| matches!(base, TypeRef::Named(_)));
    let codable = base.is_none().then(|| "Codable".to_owned());
    let marker = declaration
        .call
        .as_ref()
        .map(|_| match &declaration.answer {
            Some(_) => "IReturn".to_owned(),
            None => "IReturnVoid".to_owned(),
        });
    let interfaces = declaration
        .interfaces
        .iter()
        .map(|parent| Types.write(parent));
    let verb = api.missing_verb(declaration).map(str::to_owned);
    let parents = base.map(|base| Types.write(base)).into_iter();
    let parents: Vec<_> = parents
        .chain(marker)
        .chain(interfaces)
        .chain(verb)
        .chain(codable)
        .collect();
    out.line(format!(
        "public class {}{parameters} : {}",
        declaration.name,
        parents.join(", ")
    ));
    out.block("{", "}", |out| {
        if let Some(answer) = declaration
            .answer
            .as_ref()
            .filter(|_| declaration.call.is_some())
        {
            out.line(format!("public typealias Return = {}", Types.write(answer)));
            out.blank();
        }
        members(api, declaration, out);
        let own = base.map_or("{}", |_| "{ super.init() }");
        out.line(format!("required public init(){own}"));
        if base.is_some() || needs_coding(api, declaration) {
            coding(api, declaration, base.is_some(), out);
        }
    });
}

/// Collections that start empty, and names that differ from those on the wire, need code of their own.
fn needs_coding(api: &Api<'_>, declaration: &Declaration<'_>) -> bool {
    declaration.properties.iter().any(|property| {
        starts_empty(api, property) || name_of(property).trim_matches('`') != property.wire
    })
}

fn starts_empty(api: &Api<'_>, property: &Property<'_>) -> bool {
    let is_collection = property.kind.is_collection() || property.kind == TypeRef::Bytes;
    api.config.initialize_collections && is_collection && !is_of_interface(api, property)
}

/// Protocols declare all of their properties optional.
fn is_of_interface(api: &Api<'_>, property: &Property<'_>) -> bool {
    let mut interfaces = api
        .declarations()
        .filter(|declaration| declaration.described.is_interface);
    interfaces.any(|interface| {
        interface
            .properties
            .iter()
            .any(|other| other.clr == property.clr)
    })
}

fn members(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    for (index, property) in declaration.properties.iter().enumerate() {
        if index > 0 && declaration.properties[index - 1].is_annotated() {
            out.blank();
        }
        let described = &property.described;
        let description = described.description.as_deref();
        out.lines(super::java::doc_comment(
            description.filter(|_| api.config.add_description_as_comments),
        ));
        let member = described
            .data_member
            .as_ref()
            .map(|member| PLAIN.member(member));
        let attributes = described
            .attributes
            .iter()
            .map(|attribute| PLAIN.attribute(attribute));
        for annotation in member.into_iter().chain(attributes) {
            out.line(format!("// @{}", comment(&annotation)));
        }
        let (name, kind) = (name_of(property), Types.write(&property.kind));
        let wrapper = match &property.kind {
            TypeRef::Scalar(Scalar::TimeSpan) => "@TimeSpan ",
            _ => "",
        };
        out.line(match starts_empty(api, property) {
            true => format!(
                "{wrapper}public var {name}:{kind} = {}",
                empty(&property.kind)
            ),
            false => format!("{wrapper}public var {name}:{kind}?"),
        });
    }
    if !declaration.properties.is_empty() {
        out.blank();
    }
}

fn empty(kind: &TypeRef) -> &'static str {
    if matches!(kind, TypeRef::Map(..)) {
        "[:]"
    } else {
        "[]"
    }
}

/// Reading and writing of the properties that the class itself declares.
fn coding(api: &Api<'_>, declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    let properties = &declaration.properties;
    out.blank();
    if !properties.is_empty() {
        out.block(
            "private enum CodingKeys : String, CodingKey {",
            "}",
            |out| {
                for property in properties {
                    let name = name_of(property);
                    out.line(match name.trim_matches('`') == property.wire {
                        true => format!("case {name}"),
                        false => format!("case {name} = {}", double_quoted(&property.wire)),
                    });
                }
            },
        );
        out.blank();
    }
    decoding(api, properties, has_base, out);
    out.blank();
    encoding(api, properties, has_base, out);
}

fn decoding(api: &Api<'_>, properties: &[Property<'_>], has_base: bool, out: &mut Source) {
    out.block(
        "required public init(from decoder: Decoder) throws {",
        "}",
        |out| {
            out.lines(has_base.then_some("try super.init(from: decoder)"));
            out.lines(
                (!properties.is_empty())
                    .then_some("let container = try decoder.container(keyedBy: CodingKeys.self)"),
            );
            for property in properties {
                let (name, kind) = (name_of(property), Types.write(&property.kind));
                let otherwise = match starts_empty(api, property) {
                    true => format!(" ?? {}", empty(&property.kind)),
                    false => String::new(),
                };
                out.line(format!(
                "{name} = try container.decodeIfPresent({kind}.self, forKey: .{name}){otherwise}"
            ));
            }
        },
    );
}

fn encoding(api: &Api<'_>, properties: &[Property<'_>], has_base: bool, out: &mut Source) {
    let overrides = if has_base { "override " } else { "" };
    out.block(
        &format!("public {overrides}func encode(to encoder: Encoder) throws {{"),
        "}",
        |out| {
            out.lines(has_base.then_some("try super.encode(to: encoder)"));
            out.lines(
                (!properties.is_empty())
                    .then_some("var container = encoder.container(keyedBy: CodingKeys.self)"),
            );
            for property in properties {
                let name = name_of(property);
                out.line(match starts_empty(api, property) {
                    true => format!(
                        "if {name}.count > 0 {{ try container.encode({name}, forKey: .{name}) }}"
                    ),
                    false => format!(
                        "if {name} != nil {{ try container.encode({name}, forKey: .{name}) }}"
                    ),
                });
            }
        },
    );
}

fn name_of(property: &Property<'_>) -> String {
    escaped(&identifier(&property.wire))
}

fn escaped(name: &str) -> String {
    unreserved(name.to_owned(), RESERVED, |name| format!("`{name}`"))
}
