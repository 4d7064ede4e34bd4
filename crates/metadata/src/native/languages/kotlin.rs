//! Kotlin: open classes for `net.servicestack:client` and Gson.

use super::java::{IMPORTS, doc_comment, pascal_case, route_annotation};
use crate::native::api::Api;
use crate::native::attribute::AttributeStyle;
use crate::native::declaration::Declaration;
use crate::native::escape::{comment, dotted_name, double_quoted_with_dollar};
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, is_among};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::{TypeSyntax, with_parameters};

pub(in crate::native) const KOTLIN: Language = Language {
    key: "kotlin",
    aliases: &["kt"],
    links: &[("Kotlin", "kotlin")],
    name: "Kotlin",
    content_type: "text/plain",
    header: HeaderStyle {
        options: "Package AddServiceStackTypes AddResponseStatus AddImplicitVersion \
                AddDescriptionAsComments IncludeTypes ExcludeTypes InitializeCollections \
                TreatTypesAsStrings DefaultImports",
        ..C_STYLE
    },
    defaults: |config| config.default_imports = IMPORTS.map(str::to_owned).to_vec(),
    in_library: |entry| entry.is_well_known(),
    reserved_types: "Any ArrayList BigDecimal BigInteger Boolean Byte ByteArray Date Double Float HashMap Int \
        Long Short String TimeSpan UUID",
    order: Order::RequestsFirst,
    has_namespaces: false,
    write,
};

const STYLE: AttributeStyle = AttributeStyle {
    assign: "=",
    text: double_quoted_with_dollar,
};

/// Words of the language, and the names of Java's simple types.
const RESERVED: &str = "as break class continue do else false for fun if in interface is null object package return \
    super this throw true try type typealias typeof val var when while byte char double enum \
    float int long short default import native void";

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match super::java::Types.scalar(scalar) {
            "Integer" => "Int",
            other => other,
        }
    }

    fn bytes(&self) -> String {
        "ByteArray".to_owned()
    }

    fn any(&self) -> &'static str {
        "Any"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("ArrayList<{item}>")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("HashMap<{},{}>", self.write(key), self.write(value))
    }

    fn separator(&self) -> &'static str {
        ","
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    let config = api.config;
    out.lines(
        config
            .package
            .as_deref()
            .map(|name| format!("package {}", dotted_name(name))),
    );
    out.lines(
        config
            .default_imports
            .iter()
            .map(|name| format!("import {}", dotted_name(name))),
    );
    out.blank();
    for declaration in api.declarations() {
        out.blank();
        annotations(api, declaration, out);
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else if declaration.described.is_interface {
            interface(declaration, out);
        } else {
            class(api, declaration, out);
        }
    }
}

fn annotations(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    out.lines(doc_comment(declaration.description(api.config)));
    for (index, route) in declaration.routes.iter().enumerate() {
        let text = route_annotation(route, STYLE);
        out.line(if index == 0 {
            text
        } else {
            format!("// {}", comment(&text))
        });
    }
    let described = declaration.described;
    let attributes = described
        .attributes
        .iter()
        .map(|attribute| STYLE.attribute(attribute));
    out.lines(attributes.map(|text| format!("// @{}", comment(&text))));
    if described.data_contract.is_some() {
        out.line("@DataContract");
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let numeric = declaration.is_numeric_enum();
    let value = if numeric { "(val value:Int)" } else { "" };
    out.line(format!("enum class {}{value}", declaration.name));
    out.block("{", "}", |out| {
        for member in declaration.enum_members() {
            let wire = if numeric {
                member.number.to_string()
            } else {
                member.wire.to_owned()
            };
            let renamed = if numeric || member.is_renamed() {
                format!("@SerializedName({}) ", double_quoted_with_dollar(&wire))
            } else {
                String::new()
            };
            let number = if numeric {
                format!("({})", member.number)
            } else {
                String::new()
            };
            out.line(format!("{renamed}{}{number},", member.name));
        }
    });
}

fn interface(declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    out.line(format!("interface {name}"));
    out.block("{", "}", |out| {
        for property in &declaration.properties {
            out.line(format!(
                "var {}:{}?",
                field_name(property),
                Types.write(&property.kind)
            ));
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let name = with_parameters(&declaration.name, &declaration.parameters);
    let base = declaration
        .base
        .iter()
        .map(|base| format!("{}()", Types.write(base)));
    let interfaces = declaration
        .interfaces_with_marker()
        .map(|parent| Types.write(parent));
    let verb = api.missing_verb(declaration).map(str::to_owned);
    let parents: Vec<_> = base.chain(interfaces).chain(verb).collect();
    let parents = if parents.is_empty() {
        String::new()
    } else {
        format!(" : {}", parents.join(", "))
    };
    out.line(format!("open class {name}{parents}"));
    out.block("{", "}", |out| {
        for (index, property) in declaration.properties.iter().enumerate() {
            if index > 0 && declaration.properties[index - 1].is_annotated() {
                out.blank();
            }
            member(api, declaration, property, out);
        }
        if let Some(answer) = declaration
            .answer
            .as_ref()
            .filter(|_| declaration.call.is_some())
        {
            let class = &declaration.name;
            out.line(format!(
                "companion object {{ private val responseType = {} }}",
                response_type(answer)
            ));
            out.line(format!(
                "override fun getResponseType(): Any? = {class}.responseType"
            ));
        }
    });
}

fn response_type(answer: &TypeRef) -> String {
    let kind = Types.write(answer);
    if kind.contains('<') {
        format!("object : TypeToken<{kind}>(){{}}.type")
    } else {
        format!("{kind}::class.java")
    }
}

fn member(api: &Api<'_>, declaration: &Declaration<'_>, property: &Property<'_>, out: &mut Source) {
    let described = &property.described;
    let description = described.description.as_deref();
    out.lines(doc_comment(
        description.filter(|_| api.config.add_description_as_comments),
    ));
    if let Some(member) = &described.data_member {
        out.line(format!("@{}", STYLE.member(member)));
    }
    let attributes = described
        .attributes
        .iter()
        .map(|attribute| STYLE.attribute(attribute));
    out.lines(attributes.map(|text| format!("// @{}", comment(&text))));
    let name = field_name(property);
    let renamed = if name == property.wire {
        String::new()
    } else {
        format!(
            "@SerializedName({}) ",
            double_quoted_with_dollar(&property.wire)
        )
    };
    let overrides = if is_of_interface(api, declaration, property) {
        "override "
    } else {
        ""
    };
    let kind = Types.write(&property.kind);
    let starts_empty = api.config.initialize_collections
        && overrides.is_empty()
        && property.kind.is_collection()
        && !matches!(property.kind, TypeRef::List(ListKind::Array, _));
    out.line(match starts_empty {
        true => format!("{renamed}var {name}:{kind} = {kind}()"),
        false => format!("{renamed}{overrides}var {name}:{kind}? = null"),
    });
}

/// Whether an interface that the file declares has the property too.
fn is_of_interface(api: &Api<'_>, declaration: &Declaration<'_>, property: &Property<'_>) -> bool {
    let interfaces = declaration
        .interfaces
        .iter()
        .filter_map(|parent| api.declaration_of(parent));
    interfaces
        .filter(|parent| parent.described.namespace != "ServiceStack")
        .any(|parent| {
            parent
                .properties
                .iter()
                .any(|other| other.clr == property.clr)
        })
}

/// The name on the wire; a reserved one in Pascal case.
fn field_name(property: &Property<'_>) -> String {
    let name = identifier(&property.wire);
    if is_among(&name, RESERVED) {
        pascal_case(&name)
    } else {
        name
    }
}
