//! Swift: `Codable` classes for the ServiceStack package.

mod base;
mod coding;

use base::Base;

use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::doc_comment::{commented_attributes, doc_comment};
use crate::native::escape::{dotted_name, double_quoted};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::remark::each_property;
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
const JSON_VALUE: &str = include_str!("json_value.swift");

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
        commented_attributes(api, declaration, &mut body);
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
    let base = Base::of(api, declaration);
    let properties = match base {
        Base::Flattened => api.all_properties(declaration),
        _ => declaration.properties.clone(),
    };
    let codable = (!matches!(base, Base::Class(_))).then(|| "Codable".to_owned());
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
    let parents: Vec<_> = base
        .name(api)
        .into_iter()
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
        members(api, &properties, out);
        out.line(base.initializer());
        if coding::is_needed(api, &base, &properties) {
            coding::write(api, &base, &properties, out);
        }
    });
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

fn members(api: &Api<'_>, properties: &[Property<'_>], out: &mut Source) {
    each_property(properties, out, |property, out| {
        out.lines(doc_comment(property.description(api.config)));
        for remark in property.remarks() {
            out.line(format!("// @{remark}"));
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
    });
    if !properties.is_empty() {
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

fn name_of(property: &Property<'_>) -> String {
    escaped(&identifier(&property.wire))
}

fn escaped(name: &str) -> String {
    unreserved(name.to_owned(), RESERVED, |name| format!("`{name}`"))
}
