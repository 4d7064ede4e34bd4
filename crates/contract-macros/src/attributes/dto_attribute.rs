use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Path, Token, parenthesized};

use crate::member_names::default_namespace;

/// `#[dto(…)]` on a struct or enum.
#[derive(Default)]
pub(crate) struct DtoAttribute {
    name: Option<String>,
    namespace: Option<String>,
    pub(crate) is_abstract: bool,
    pub(crate) is_data_contract: bool,
    pub(crate) implements: Vec<Path>,
}

impl DtoAttribute {
    pub(crate) fn parse(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut parsed = Self::default();
        for attribute in attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("dto"))
        {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("name") {
                    parsed.name = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("namespace") {
                    parsed.namespace = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("is_abstract") {
                    parsed.is_abstract = true;
                } else if meta.path.is_ident("data_contract") {
                    parsed.is_data_contract = true;
                } else if meta.path.is_ident("implements") {
                    let content;
                    parenthesized!(content in meta.input);
                    let paths = Punctuated::<Path, Token![,]>::parse_terminated(&content)?;
                    parsed.implements.extend(paths);
                } else {
                    return Err(meta.error(
                        "unknown: a type takes `name`, `namespace`, `is_abstract`, \
                         `data_contract` and `implements(…)`",
                    ));
                }
                Ok(())
            })?;
        }
        Ok(parsed)
    }

    pub(crate) fn namespace(&self) -> String {
        self.namespace.clone().unwrap_or_else(default_namespace)
    }

    pub(crate) fn name(&self, ident: &syn::Ident) -> String {
        self.name.clone().unwrap_or_else(|| ident.to_string())
    }
}
