use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Token};

/// `#[route("/hello/{Name}", GET, POST, summary = "…")]`.
pub(crate) struct RouteAttribute {
    pub(crate) path: String,
    pub(crate) span: Span,
    /// Variants of `Verb`.
    pub(crate) verbs: Vec<Ident>,
    pub(crate) summary: Option<String>,
    pub(crate) notes: Option<String>,
}

impl RouteAttribute {
    pub(crate) fn parse_all(attributes: &[Attribute]) -> syn::Result<Vec<Self>> {
        let routes = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("route"));
        routes.map(Attribute::parse_args).collect()
    }
}

impl Parse for RouteAttribute {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path: LitStr = input.parse()?;
        let mut route = Self {
            path: path.value(),
            span: path.span(),
            verbs: Vec::new(),
            summary: None,
            notes: None,
        };
        if !route.path.starts_with('/') {
            return Err(syn::Error::new(route.span, "a route must start with a '/'"));
        }
        if let Some(found) = route.path.chars().find(|c| matches!(c, '?' | '&')) {
            let fault = format!("a route is a path; '{found}' cannot be part of it");
            return Err(syn::Error::new(route.span, fault));
        }
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let word: Ident = input.parse()?;
            if input.parse::<Option<Token![=]>>()?.is_none() {
                route.verbs.push(verb(&word)?);
                continue;
            }
            let text = input.parse::<LitStr>()?.value();
            match word.to_string().as_str() {
                "summary" => route.summary = Some(text),
                "notes" => route.notes = Some(text),
                _ => {
                    return Err(syn::Error::new_spanned(
                        word,
                        "unknown: `summary` or `notes`",
                    ));
                }
            }
        }
        Ok(route)
    }
}

/// The variant of `Verb` that an upper-case method name stands for.
pub(crate) fn verb(word: &Ident) -> syn::Result<Ident> {
    const VERBS: [&str; 7] = ["Get", "Post", "Put", "Delete", "Patch", "Options", "Head"];
    let name = word.to_string();
    let found = VERBS.iter().find(|verb| verb.to_ascii_uppercase() == name);
    found.map(|verb| Ident::new(verb, word.span())).ok_or_else(|| {
        let fault = format!(
            "unknown verb `{name}`: a verb is one of GET, POST, PUT, DELETE, PATCH, OPTIONS, HEAD"
        );
        syn::Error::new_spanned(word, fault)
    })
}
