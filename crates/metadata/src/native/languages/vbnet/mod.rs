//! VB.NET: classes for ServiceStack's .NET clients.

mod types;

use types::Types;

use std::collections::BTreeSet;

use super::dotnet::{Marks, imported};
use crate::MetadataTypesConfig;
use crate::native::api::Api;
use crate::native::attribute::AttributeStyle;
use crate::native::declaration::Declaration;
use crate::native::escape::doubled;
use crate::native::header::HeaderStyle;
use crate::native::identifier::{is_among, namespace};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::TypeRef;
use crate::native::type_syntax::TypeSyntax;

pub(in crate::native) const VBNET: Language = Language {
    key: "vbnet",
    aliases: &["vb"],
    links: &[("VbNet", "vbnet")],
    name: "VB.NET",
    content_type: "text/plain",
    header: HeaderStyle {
        before: &[],
        open: "' Options:",
        close: None,
        prefix: "'",
        commented: "''",
        language_version: None,
        options: "GlobalNamespace MakePartial MakeVirtual MakeDataContractsExtensible \
                AddReturnMarker AddDescriptionAsComments AddDataContractAttributes \
                AddIndexesToDataMembers AddGeneratedCodeAttributes AddResponseStatus \
                AddImplicitVersion InitializeCollections ExportValueTypes IncludeTypes \
                ExcludeTypes AddNamespaces AddDefaultXmlNamespace",
        is_trimmed: false,
    },
    defaults: |_| {},
    in_library: |entry| entry.is_service_stacks(),
    reserved_types: "",
    order: Order::Names,
    has_namespaces: true,
    write,
};

/// Words of the language; it takes them in any case.
const RESERVED: &str = "addhandler and as boolean byref byte byval call case catch char class const continue date \
    decimal declare default delegate dim do double each else end enum erase error event exit \
    false finally for friend function get global handles if implements imports in inherits \
    integer interface is let lib like long loop me mod module namespace new next not nothing \
    object of on operator option or property return select set short single static stop string \
    sub then \
    throw to true try uinteger ulong ushort using when while with wend xor sbyte private public";

const STYLE: AttributeStyle = AttributeStyle {
    assign: ":=",
    text: doubled,
};

const MARKS: Marks = Marks {
    brackets: ("<", ">"),
    style: STYLE,
    doc: "'''",
    summary: "Summary",
};

fn write(api: &Api<'_>, out: &mut Source) {
    let config = api.config;
    let global = config.global_namespace.as_deref();
    let spaces: BTreeSet<_> = api
        .declarations()
        .map(|declaration| declaration.described.namespace.as_str())
        .collect();
    out.lines(
        imported(config)
            .iter()
            .map(|name| format!("Imports {name}")),
    );
    if global.is_none() {
        out.lines(
            spaces
                .iter()
                .map(|name| format!("Imports {}", namespace(name))),
        );
    }
    out.blank();
    out.block("Namespace Global", "End Namespace", |out| {
        for space in global.map_or(spaces, |_| BTreeSet::from([""])) {
            let name = namespace(global.unwrap_or(space));
            out.blank();
            out.block(&format!("Namespace {name}"), "End Namespace", |out| {
                let within = api.declarations().filter(|declaration| {
                    global.is_some() || declaration.described.namespace == space
                });
                for declaration in within {
                    out.blank();
                    declared(api, declaration, out);
                }
            });
        }
    });
}

fn declared(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let config = api.config;
    let described = declaration.described;
    MARKS.of_type(config, declaration, out);
    let stated = described.data_contract.is_some();
    if stated || !described.is_enum {
        out.lines(MARKS.contract(config, declaration));
    }
    if described.is_enum {
        enumeration(declaration, out);
    } else if described.is_interface {
        out.block(
            &format!("Public Interface {}", name_of(declaration)),
            "End Interface",
            |out| {
                out.lines(declaration.properties.iter().map(|property| {
                    format!(
                        "Property {} As {}",
                        escaped(&property.clr),
                        Types.of_property(property)
                    )
                }));
            },
        );
    } else {
        class(api, declaration, out);
    }
}

fn enumeration(declaration: &Declaration<'_>, out: &mut Source) {
    out.block(
        &format!("Public Enum {}", declaration.name),
        "End Enum",
        |out| {
            for member in declaration.enum_members() {
                if member.is_renamed() {
                    out.line(format!("<EnumMember(Value:={})>", doubled(member.wire)));
                }
                let name = escaped(&member.name);
                out.line(match member.has_number {
                    true => format!("{name} = {}", member.number),
                    false => name,
                });
            }
        },
    );
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let config = api.config;
    let partial = if config.make_partial { "Partial " } else { "" };
    let head = format!("Public {partial}Class {}", name_of(declaration));
    out.block(&head, "End Class", |out| {
        if let Some(base @ TypeRef::Named(_)) = &declaration.base {
            out.line(format!("Inherits {}", Types.write(base)));
        }
        let interfaces: Vec<_> = declaration
            .interfaces_with_marker()
            .filter(|interface| can_implement(api, declaration, interface))
            .collect();
        out.lines(
            interfaces
                .iter()
                .map(|interface| format!("Implements {}", Types.write(interface))),
        );
        out.lines(
            api.missing_verb(declaration)
                .map(|verb| format!("Implements {verb}")),
        );
        constructor(config, declaration, out);
        for (index, property) in declaration.properties.iter().enumerate() {
            member(api, property, index + 1, &interfaces, out);
        }
    });
}

/// Each property of an interface has to be named where the class declares it.
fn can_implement(api: &Api<'_>, declaration: &Declaration<'_>, interface: &TypeRef) -> bool {
    let needed = api
        .declaration_of(interface)
        .map(|found| found.properties.as_slice());
    needed.unwrap_or_default().iter().all(|needed| {
        declaration
            .properties
            .iter()
            .any(|property| property.clr == needed.clr)
    })
}

fn constructor(config: &MetadataTypesConfig, declaration: &Declaration<'_>, out: &mut Source) {
    let own = declaration.properties.iter();
    let collections: Vec<_> = own
        .filter(|property| property.kind.is_collection() || property.kind == TypeRef::Bytes)
        .filter(|_| config.initialize_collections)
        .collect();
    if collections.is_empty() {
        return;
    }
    out.block("Public Sub New()", "End Sub", |out| {
        for property in collections {
            let kind = Types.write(&property.kind);
            let array = if kind.ends_with("()") { "{}" } else { "" };
            out.line(format!("{} = New {kind}{array}", escaped(&property.clr)));
        }
    });
    out.blank();
}

fn member(
    api: &Api<'_>,
    property: &Property<'_>,
    order: usize,
    interfaces: &[&TypeRef],
    out: &mut Source,
) {
    MARKS.of_property(api.config, property, Some(order), out);
    let name = escaped(&property.clr);
    let of_interfaces: Vec<_> = interfaces
        .iter()
        .filter(|interface| {
            let found = api.declaration_of(interface);
            found.is_some_and(|found| {
                found
                    .properties
                    .iter()
                    .any(|other| other.clr == property.clr)
            })
        })
        .map(|interface| format!("{}.{name}", Types.write(interface)))
        .collect();
    let implements = if of_interfaces.is_empty() {
        String::new()
    } else {
        format!(" Implements {}", of_interfaces.join(", "))
    };
    let overridable = if api.config.make_virtual {
        "Overridable "
    } else {
        ""
    };
    out.line(format!(
        "Public {overridable}Property {name} As {}{implements}",
        Types.of_property(property)
    ));
}

fn name_of(declaration: &Declaration<'_>) -> String {
    if declaration.parameters.is_empty() {
        escaped(&declaration.name)
    } else {
        format!(
            "{}(Of {})",
            declaration.name,
            declaration.parameters.join(", ")
        )
    }
}

fn escaped(name: &str) -> String {
    let lowered = name.to_ascii_lowercase();
    if is_among(&lowered, RESERVED) {
        format!("[{name}]")
    } else {
        name.to_owned()
    }
}
