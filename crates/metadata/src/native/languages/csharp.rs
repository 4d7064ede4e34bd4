//! C#: classes for ServiceStack's .NET clients.

use std::collections::BTreeSet;

use super::dotnet::{Marks, imported};
use crate::MetadataTypesConfig;
use crate::native::api::Api;
use crate::native::attribute::PLAIN;
use crate::native::declaration::Declaration;
use crate::native::escape::double_quoted;
use crate::native::header::{C_STYLE, HeaderStyle};
use crate::native::identifier::{namespace, unreserved};
use crate::native::language::{Language, Order};
use crate::native::property::Property;
use crate::native::remark::each_property;
use crate::native::source::Source;
use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::{TypeSyntax, with_parameters};

pub(in crate::native) const CSHARP: Language = Language {
    key: "csharp",
    aliases: &["cs"],
    links: &[("CSharp", "csharp")],
    name: "C#",
    content_type: "text/plain",
    header: HeaderStyle {
        options: "GlobalNamespace MakePartial MakeVirtual MakeInternal MakeDataContractsExtensible \
                AddNullableAnnotations AddReturnMarker AddDescriptionAsComments \
                AddDataContractAttributes AddIndexesToDataMembers AddGeneratedCodeAttributes \
                AddResponseStatus AddImplicitVersion InitializeCollections ExportValueTypes \
                IncludeTypes ExcludeTypes AddNamespaces AddDefaultXmlNamespace",
        ..C_STYLE
    },
    defaults: |_| {},
    in_library: |entry| entry.is_service_stacks(),
    reserved_types: "",
    order: Order::Names,
    has_namespaces: true,
    write,
};

const RESERVED: &str = "abstract base bool case catch char class const decimal default do double else enum event \
    false float for if in int interface is long namespace new null object operator out params \
    ref return string this true";

const MARKS: Marks = Marks {
    brackets: ("[", "]"),
    style: PLAIN,
    doc: "///",
    summary: "summary",
};

struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "bool",
            Scalar::Byte => "byte",
            Scalar::SByte => "sbyte",
            Scalar::Int16 => "short",
            Scalar::UInt16 => "ushort",
            Scalar::Int32 => "int",
            Scalar::UInt32 => "uint",
            Scalar::Int64 => "long",
            Scalar::UInt64 => "ulong",
            Scalar::Single => "float",
            Scalar::Double => "double",
            Scalar::Decimal => "decimal",
            Scalar::Char => "char",
            Scalar::String => "string",
            Scalar::DateTime => "DateTime",
            Scalar::DateTimeOffset => "DateTimeOffset",
            Scalar::DateOnly => "DateOnly",
            Scalar::TimeOnly => "TimeOnly",
            Scalar::TimeSpan => "TimeSpan",
            Scalar::Guid => "Guid",
        }
    }

    fn bytes(&self) -> String {
        "byte[]".to_owned()
    }

    fn any(&self) -> &'static str {
        "object"
    }

    fn list(&self, kind: ListKind, item: &str) -> String {
        match kind {
            ListKind::Array => format!("{item}[]"),
            ListKind::List => format!("List<{item}>"),
            ListKind::Set => format!("HashSet<{item}>"),
        }
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("Dictionary<{}, {}>", self.write(key), self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("{inner}?")
    }
}

fn write(api: &Api<'_>, out: &mut Source) {
    let config = api.config;
    let global = config.global_namespace.as_deref().map(namespace);
    let spaces: BTreeSet<_> = api
        .declarations()
        .map(|declaration| declaration.described.namespace.as_str())
        .collect();
    if config.add_nullable_annotations {
        out.line("#nullable enable annotations");
        out.blank();
    }
    for name in imported(config) {
        out.line(format!("using {name};"));
    }
    if global.is_none() && !config.exclude_namespace {
        out.lines(
            spaces
                .iter()
                .map(|name| format!("using {};", namespace(name))),
        );
    }
    out.blank();
    if config.exclude_namespace {
        api.declarations()
            .for_each(|declaration| declared(config, declaration, api, out));
    } else if let Some(name) = global {
        in_namespace(&name, out, |out| {
            api.declarations()
                .for_each(|declaration| declared(config, declaration, api, out));
        });
    } else {
        for space in spaces {
            in_namespace(&namespace(space), out, |out| {
                api.declarations()
                    .filter(|declaration| declaration.described.namespace == space)
                    .for_each(|declaration| declared(config, declaration, api, out));
            });
        }
    }
}

fn in_namespace(name: &str, out: &mut Source, inner: impl FnOnce(&mut Source)) {
    out.line(format!("namespace {name}"));
    out.block("{", "}", inner);
    out.blank();
}

fn declared(
    config: &MetadataTypesConfig,
    declaration: &Declaration<'_>,
    api: &Api<'_>,
    out: &mut Source,
) {
    MARKS.of_type(config, declaration, out);
    out.lines(MARKS.contract(config, declaration));
    if declaration.described.is_enum {
        enumeration(config, declaration, out);
    } else {
        class(api, declaration, out);
    }
    out.blank();
}

fn enumeration(config: &MetadataTypesConfig, declaration: &Declaration<'_>, out: &mut Source) {
    out.line(format!("{} enum {}", visibility(config), declaration.name));
    out.block("{", "}", |out| {
        for member in declaration.enum_members() {
            out.lines(MARKS.summary(member.description));
            if member.is_renamed() {
                out.line(format!(
                    "[EnumMember(Value={})]",
                    double_quoted(member.wire)
                ));
            }
            let name = escaped(member.name);
            out.line(match member.has_number {
                true => format!("{name} = {},", member.number),
                false => format!("{name},"),
            });
        }
    });
}

fn class(api: &Api<'_>, declaration: &Declaration<'_>, out: &mut Source) {
    let config = api.config;
    let is_interface = declaration.described.is_interface;
    let partial = if config.make_partial { " partial" } else { "" };
    let sort = if is_interface { "interface" } else { "class" };
    let name = with_parameters(&declaration.name, &declaration.parameters);
    out.line(format!("{}{partial} {sort} {name}", visibility(config)));
    let parents = parents(api, declaration);
    if !parents.is_empty() {
        out.line(format!("    : {}", parents.join(", ")));
    }
    out.block("{", "}", |out| {
        if !is_interface {
            constructor(config, declaration, out);
        }
        let mut order = 0;
        each_property(&declaration.properties, out, |property, out| {
            order += 1;
            member(config, property, order, is_interface, out);
        });
        if config.make_data_contracts_extensible && !is_interface {
            out.line("public virtual ExtensionDataObject ExtensionData { get; set; }");
        }
    });
}

fn parents(api: &Api<'_>, declaration: &Declaration<'_>) -> Vec<String> {
    let base = declaration.base.iter().map(|base| Types.write(base));
    let extensible =
        api.config.make_data_contracts_extensible && !declaration.described.is_interface;
    let extensible = extensible.then(|| "IExtensibleDataObject".to_owned());
    base.chain(api.implemented(declaration, &Types))
        .chain(extensible)
        .collect()
}

/// Makes collections empty instead of null.
fn constructor(config: &MetadataTypesConfig, declaration: &Declaration<'_>, out: &mut Source) {
    let initialized = |property: &&Property<'_>| {
        config.initialize_collections
            && (property.kind.is_collection() || property.kind == TypeRef::Bytes)
    };
    let collections: Vec<_> = declaration.properties.iter().filter(initialized).collect();
    if collections.is_empty() {
        return;
    }
    out.line(format!("public {}()", declaration.name));
    out.block("{", "}", |out| {
        for property in collections {
            out.line(format!(
                "{} = new {}{{}};",
                escaped(property.clr.clone()),
                Types.write(&property.kind)
            ));
        }
    });
    out.blank();
}

fn member(
    config: &MetadataTypesConfig,
    property: &Property<'_>,
    order: usize,
    in_interface: bool,
    out: &mut Source,
) {
    let order = (!in_interface).then_some(order);
    MARKS.of_property(config, property, order, out);
    let annotated = config.add_nullable_annotations && property.is_optional;
    let kind = match property.is_nullable || annotated {
        true => Types.nullable(&Types.write(&property.kind)),
        false => Types.write(&property.kind),
    };
    let access = match (in_interface, config.make_virtual) {
        (true, _) => "",
        (false, true) => "public virtual ",
        (false, false) => "public ",
    };
    out.line(format!(
        "{access}{kind} {} {{ get; set; }}",
        escaped(property.clr.clone())
    ));
}

fn visibility(config: &MetadataTypesConfig) -> &'static str {
    if config.make_internal {
        "internal"
    } else {
        "public"
    }
}

fn escaped(name: String) -> String {
    unreserved(name, RESERVED, |name| format!("@{name}"))
}
