use std::borrow::Cow;

use jsv::scalar::camel_case;

use super::catalog::Catalog;
use super::identifier::identifier;
use super::type_ref::TypeRef;
use crate::{MetadataPropertyType, MetadataTypesConfig};

/// A property of a declaration.
#[derive(Debug, Clone)]
pub(crate) struct Property<'a> {
    /// Its name on the wire.
    pub(crate) wire: String,
    /// Its CLR name, as an identifier.
    pub(crate) clr: String,
    /// Its type, without `Nullable<>`.
    pub(crate) kind: TypeRef,
    /// Whether the CLR tells null by `Nullable<>`.
    pub(crate) is_nullable: bool,
    /// Whether it may be absent.
    pub(crate) is_optional: bool,
    /// Its description in the metadata.
    pub(crate) described: Cow<'a, MetadataPropertyType>,
}

/// Attributes that say that a property has to be sent.
const REQUIRING: [&str; 3] = ["Required", "ValidateNotEmpty", "ValidateNotNull"];

impl<'a> Property<'a> {
    /// The property that `described` tells of, in a type with those `parameters`.
    pub(super) fn new(
        described: Cow<'a, MetadataPropertyType>,
        parameters: &[String],
        catalog: &Catalog<'_>,
        config: &MetadataTypesConfig,
    ) -> Self {
        let stated = described.type_name.as_deref().unwrap_or("Object");
        let full = catalog.resolve_parts(
            stated,
            described.generic_args.as_deref().unwrap_or_default(),
            described.namespace.as_deref(),
            parameters,
        );
        let stated_item = match &full {
            TypeRef::Nullable(_) => described
                .generic_args
                .as_deref()
                .unwrap_or_default()
                .first(),
            _ => None,
        };
        let as_text = (config.treat_types_as_strings.iter())
            .any(|name| name == stated || Some(name) == stated_item)
            || (described.is_value_type && !config.export_value_types && is_class(full.not_null()));
        let is_nullable = matches!(full, TypeRef::Nullable(_)) && !as_text;
        let kind = if as_text {
            TypeRef::Scalar(super::type_ref::Scalar::String)
        } else {
            full.not_null().clone()
        };
        let may_be_null = matches!(full, TypeRef::Nullable(_))
            || (kind.is_reference() && !described.is_value_type);
        Self {
            wire: wire_name(&described),
            clr: identifier(&described.name),
            kind,
            is_nullable,
            is_optional: config.make_properties_optional
                || (may_be_null && !is_required(&described)),
            described,
        }
    }

    /// Whether an attribute or its contract says more about it than its name and type.
    pub(crate) fn is_annotated(&self) -> bool {
        self.described.data_member.is_some() || !self.described.attributes.is_empty()
    }
}

/// Whether it is declared and no enumeration. A value type that is so is a structure of the host's, whose
/// values are texts on the wire unless clients are told otherwise (`ExportValueTypes`).
fn is_class(kind: &TypeRef) -> bool {
    matches!(kind, TypeRef::Named(named) if !named.is_enum)
}

/// The name that a contract states, else the CLR name in camel case.
fn wire_name(described: &MetadataPropertyType) -> String {
    let stated = described
        .data_member
        .as_ref()
        .and_then(|member| member.name.clone());
    stated.unwrap_or_else(|| camel_case(&described.name).into_owned())
}

fn is_required(described: &MetadataPropertyType) -> bool {
    let by_contract = described
        .data_member
        .as_ref()
        .and_then(|member| member.is_required);
    described.is_required
        || by_contract == Some(true)
        || described
            .attributes
            .iter()
            .any(|attribute| REQUIRING.contains(&attribute.name.as_str()))
}
