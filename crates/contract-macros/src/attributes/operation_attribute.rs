use syn::meta::ParseNestedMeta;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Path, Token, Type, parenthesized};

use super::route_attribute::verb;

/// What `returns` says.
pub(crate) enum Stated {
    /// It is not there: the operation answers nothing and states nothing.
    Nothing,
    /// `returns = void`: `IReturnVoid`.
    Void,
    /// `returns = Type`: `IReturn<Type>`.
    Returns(Box<Type>),
}

/// `#[operation(…)]` on a request DTO.
pub(crate) struct OperationAttribute {
    pub(crate) stated: Stated,
    pub(crate) actions: Vec<Ident>,
    pub(crate) takes_files: bool,
    pub(crate) checks_credentials: bool,
    pub(crate) is_authenticated: bool,
    pub(crate) required_roles: Vec<LitStr>,
    pub(crate) any_roles: Vec<LitStr>,
    pub(crate) tags: Vec<LitStr>,
    pub(crate) is_excluded: bool,
    pub(crate) is_internal_only: bool,
    pub(crate) visible_to: Vec<LitStr>,
    pub(crate) rules: Option<Path>,
}

impl OperationAttribute {
    pub(crate) fn parse(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut parsed = Self {
            stated: Stated::Nothing,
            actions: Vec::new(),
            takes_files: false,
            checks_credentials: false,
            is_authenticated: false,
            required_roles: Vec::new(),
            any_roles: Vec::new(),
            tags: Vec::new(),
            is_excluded: false,
            is_internal_only: false,
            visible_to: Vec::new(),
            rules: None,
        };
        let operation = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("operation"));
        for attribute in operation {
            attribute.parse_nested_meta(|meta| parsed.take(&meta))?;
        }
        Ok(parsed)
    }

    fn take(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if meta.path.is_ident("returns") {
            let returned: Type = meta.value()?.parse()?;
            let is_void = matches!(&returned, Type::Path(path) if path.path.is_ident("void"));
            self.stated = if is_void {
                Stated::Void
            } else {
                Stated::Returns(Box::new(returned))
            };
        } else if meta.path.is_ident("actions") {
            let content;
            parenthesized!(content in meta.input);
            let words = Punctuated::<Ident, Token![,]>::parse_terminated(&content)?;
            self.actions = words.iter().map(verb).collect::<syn::Result<_>>()?;
        } else if meta.path.is_ident("takes_files") {
            self.takes_files = true;
        } else if meta.path.is_ident("checks_credentials") {
            self.checks_credentials = true;
        } else if meta.path.is_ident("authenticate") {
            self.is_authenticated = true;
        } else if meta.path.is_ident("roles") {
            self.required_roles = texts(meta)?;
        } else if meta.path.is_ident("any_roles") {
            self.any_roles = texts(meta)?;
        } else if meta.path.is_ident("tags") {
            self.tags = texts(meta)?;
        } else if meta.path.is_ident("exclude_metadata") {
            self.is_excluded = true;
        } else if meta.path.is_ident("internal_only") {
            self.is_internal_only = true;
        } else if meta.path.is_ident("visible_to") {
            self.visible_to = texts(meta)?;
        } else if meta.path.is_ident("rules") {
            self.rules = Some(meta.value()?.parse()?);
        } else {
            return Err(meta.error(
                "unknown: an operation takes `returns = Type`, `returns = void`, `actions(…)`, \
                 `takes_files`, `authenticate`, `checks_credentials`, `roles(…)`, `any_roles(…)`, `tags(…)`, \
                 `exclude_metadata`, `internal_only`, `visible_to(…)` and `rules = function`",
            ));
        }
        Ok(())
    }
}

fn texts(meta: &ParseNestedMeta<'_>) -> syn::Result<Vec<LitStr>> {
    let content;
    parenthesized!(content in meta.input);
    Ok(Punctuated::<LitStr, Token![,]>::parse_terminated(&content)?
        .into_iter()
        .collect())
}
