use syn::{Attribute, LitInt, LitStr};

/// `#[dto(…)]` on a field or variant.
#[derive(Default)]
pub(crate) struct MemberAttribute {
    pub(crate) is_base: bool,
    pub(crate) is_skipped: bool,
    pub(crate) is_required: bool,
    pub(crate) is_array: bool,
    pub(crate) name: Option<String>,
    pub(crate) clr_name: Option<String>,
    pub(crate) order: Option<i32>,
}

impl MemberAttribute {
    pub(crate) fn parse(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut parsed = Self::default();
        for attribute in attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("dto"))
        {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("base") {
                    parsed.is_base = true;
                } else if meta.path.is_ident("skip") {
                    parsed.is_skipped = true;
                } else if meta.path.is_ident("required") {
                    parsed.is_required = true;
                } else if meta.path.is_ident("array") {
                    parsed.is_array = true;
                } else if meta.path.is_ident("name") {
                    parsed.name = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("clr") {
                    parsed.clr_name = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("order") {
                    parsed.order = Some(meta.value()?.parse::<LitInt>()?.base10_parse()?);
                } else {
                    return Err(meta.error(
                        "unknown: a member takes `base`, `skip`, `required`, `array`, \
                         `name = \"…\"`, `clr = \"…\"` and `order = n`",
                    ));
                }
                Ok(())
            })?;
        }
        Ok(parsed)
    }
}
