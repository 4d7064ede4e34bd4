//! What the client creates values by, from the names of types.

use std::collections::BTreeMap;

use super::Types;
use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::{dotted_name, single_quoted_with_dollar};
use crate::native::source::Source;
use crate::native::type_ref::TypeRef;
use crate::native::type_syntax::{TypeSyntax, with_parameters};

/// An empty value of a type.
pub(super) fn created(kind: &TypeRef) -> String {
    let name = Types.write(kind);
    match kind {
        TypeRef::List(_, item) => format!("<{}>[]", Types.write(item)),
        TypeRef::Bytes => "Uint8List(0)".to_owned(),
        TypeRef::Any => "null".to_owned(),
        _ => format!("{name}()"),
    }
}

/// Writes the list of types at the end of the file.
pub(super) fn context(api: &Api<'_>, out: &mut Source) {
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
