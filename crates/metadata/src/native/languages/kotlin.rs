//! Kotlin: open classes for `net.servicestack:client` and Gson.

use super::jvm;
use crate::native::api::Api;
use crate::native::attribute::AttributeStyle;
use crate::native::declaration::Declaration;
use crate::native::escape::double_quoted_with_dollar;
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{identifier, unreserved};
use crate::native::language::{Language, Order};
use crate::native::letter_case::pascal_case;
use crate::native::property::Property;
use crate::native::remark::each_property;
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
    defaults: |config| config.default_imports = jvm::IMPORTS.map(str::to_owned).to_vec(),
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
    jvm::head(api.config, "", out);
    for declaration in api.declarations() {
        out.blank();
        jvm::annotations(api, declaration, STYLE, out);
        if declaration.described.is_enum {
            enumeration(declaration, out);
        } else if declaration.described.is_interface {
            interface(declaration, out);
        } else {
            class(api, declaration, out);
        }
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    let numeric = declaration.is_numeric_enum();
    let value = if numeric { "(val value:Int)" } else { "" };
    out.line(format!("enum class {}{value}", declaration.name));
    out.block("{", "}", |out| {
        for member in declaration.enum_members() {
            out.line(format!("{},", jvm::enum_value(&member, numeric, STYLE)));
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
    let parents: Vec<_> = base.chain(api.implemented(declaration, &Types)).collect();
    let parents = if parents.is_empty() {
        String::new()
    } else {
        format!(" : {}", parents.join(", "))
    };
    out.line(format!("open class {name}{parents}"));
    out.block("{", "}", |out| {
        each_property(&declaration.properties, out, |property, out| {
            member(api, declaration, property, out);
        });
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
    jvm::property_annotations(api, property, STYLE, out);
    let name = field_name(property);
    let renamed = jvm::renamed(property, &name, STYLE);
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

fn field_name(property: &Property<'_>) -> String {
    unreserved(identifier(&property.wire), RESERVED, pascal_case)
}
