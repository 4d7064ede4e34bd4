use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Meta, Token};

/// The rules that a field can state, as methods of `Check`.
const RULES: [&str; 23] = [
    "not_empty",
    "not_null",
    "empty",
    "null",
    "must",
    "length",
    "exact_length",
    "minimum_length",
    "maximum_length",
    "email",
    "matches",
    "credit_card",
    "is_in_enum",
    "greater_than",
    "greater_than_or_equal",
    "less_than",
    "less_than_or_equal",
    "equal",
    "not_equal",
    "inclusive_between",
    "exclusive_between",
    "scale_precision",
    "each",
];

/// `#[validate(length(2, 10), code = "…", message = "…", when = condition)]` on a field.
#[derive(Default)]
pub(crate) struct ValidateAttribute {
    /// Each rule with its arguments.
    pub(crate) rules: Vec<(Ident, TokenStream)>,
    pub(crate) code: Option<Expr>,
    pub(crate) message: Option<Expr>,
    pub(crate) when: Option<Expr>,
    /// `each`: every item is checked by its own rules.
    pub(crate) is_each: bool,
    /// `nested`: the object held is checked by its own rules.
    pub(crate) is_nested: bool,
}

impl ValidateAttribute {
    pub(crate) fn parse_all(attributes: &[Attribute]) -> syn::Result<Vec<Self>> {
        attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("validate"))
            .map(Self::parse)
            .collect()
    }

    fn parse(attribute: &Attribute) -> syn::Result<Self> {
        let mut parsed = Self::default();
        let metas = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
        for meta in metas {
            parsed.take(&meta)?;
        }
        Ok(parsed)
    }

    fn take(&mut self, meta: &Meta) -> syn::Result<()> {
        let word = meta.path().require_ident()?.clone();
        match (word.to_string().as_str(), meta) {
            ("code", Meta::NameValue(pair)) => self.code = Some(pair.value.clone()),
            ("message", Meta::NameValue(pair)) => self.message = Some(pair.value.clone()),
            ("when", Meta::NameValue(pair)) => self.when = Some(pair.value.clone()),
            ("each", Meta::Path(_)) => self.is_each = true,
            ("nested", Meta::Path(_)) => self.is_nested = true,
            (rule, Meta::Path(_)) if RULES.contains(&rule) => self.rules.push((word, quote!())),
            (rule, Meta::List(list)) if RULES.contains(&rule) => {
                self.rules.push((word, list.tokens.clone()));
            }
            _ => {
                let fault = format!(
                    "unknown rule; a field can state {}, nested",
                    RULES.join(", ")
                );
                return Err(syn::Error::new_spanned(meta, fault));
            }
        }
        Ok(())
    }
}
