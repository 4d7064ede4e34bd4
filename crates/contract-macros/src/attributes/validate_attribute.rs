use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, LitStr, Meta, Token};

/// The rules that a field can state, as methods of `Check`.
const RULES: [&str; 22] = [
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
];

/// `#[validate(length(2, 10), code = "…", message = "…", when = condition)]` on a field; rules in
/// `each(…)` are those of every value of a list.
#[derive(Default)]
pub(crate) struct ValidateAttribute {
    pub(crate) rules: Vec<Rule>,
    pub(crate) code: Option<Expr>,
    pub(crate) message: Option<Expr>,
    pub(crate) when: Option<Expr>,
    pub(crate) unless: Option<Expr>,
    /// `each(…)`: the rules of every value.
    pub(crate) value_rules: Vec<Rule>,
    /// `each`: every item is checked by its own rules.
    pub(crate) is_each: bool,
    /// `nested`: the object held is checked by its own rules.
    pub(crate) is_nested: bool,
}

/// One rule.
pub(crate) struct Rule {
    pub(crate) name: Ident,
    /// The arguments as they are written.
    pub(crate) stated: TokenStream,
    /// The arguments of the method of `Check`.
    pub(crate) arguments: TokenStream,
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
            ("unless", Meta::NameValue(pair)) => self.unless = Some(pair.value.clone()),
            ("each", Meta::Path(_)) => self.is_each = true,
            ("each", Meta::List(list)) => {
                let metas =
                    list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
                for meta in &metas {
                    let stated = rule(meta).ok_or_else(|| unknown(meta))?;
                    self.value_rules.push(stated?);
                }
            }
            ("nested", Meta::Path(_)) => self.is_nested = true,
            _ => {
                let stated = rule(meta).ok_or_else(|| unknown(meta))?;
                self.rules.push(stated?);
            }
        }
        Ok(())
    }
}

/// A rule with its arguments; `None` if it is none.
fn rule(meta: &Meta) -> Option<syn::Result<Rule>> {
    let name = meta.path().get_ident()?.clone();
    let stated = match meta {
        Meta::Path(_) => quote!(),
        Meta::List(list) => list.tokens.clone(),
        Meta::NameValue(_) => return None,
    };
    let word = name.to_string();
    if !RULES.contains(&word.as_str()) {
        return None;
    }
    let arguments = match word.as_str() {
        "matches" => pattern(stated.clone()),
        _ => Ok(stated.clone()),
    };
    Some(arguments.map(|arguments| Rule {
        name,
        stated,
        arguments,
    }))
}

/// A literal pattern is checked here, and compiled once where it is used.
fn pattern(arguments: TokenStream) -> syn::Result<TokenStream> {
    let Ok(literal) = syn::parse2::<LitStr>(arguments.clone()) else {
        return Ok(arguments);
    };
    regex_lite::Regex::new(&literal.value())
        .map_err(|fault| syn::Error::new_spanned(&literal, fault))?;
    Ok(quote! {{
        static PATTERN: ::std::sync::LazyLock<::contract::private::Regex> =
            ::std::sync::LazyLock::new(|| ::contract::private::pattern(#literal));
        &PATTERN
    }})
}

fn unknown(meta: &Meta) -> syn::Error {
    let fault = format!(
        "unknown rule; a field can state {}, each, nested",
        RULES.join(", ")
    );
    syn::Error::new_spanned(meta, fault)
}
