mod dto_attribute;
mod member_attribute;
mod operation_attribute;
mod route_attribute;
mod validate_attribute;

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

pub(crate) use dto_attribute::DtoAttribute;
pub(crate) use member_attribute::MemberAttribute;
pub(crate) use operation_attribute::{OperationAttribute, Stated};
pub(crate) use route_attribute::RouteAttribute;
pub(crate) use validate_attribute::{Rule, ValidateAttribute};

/// The doc comment as one text: lines joined, blank lines kept as breaks.
pub(crate) fn description(attributes: &[Attribute]) -> Option<String> {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    let paragraphs = lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty());
    let text = paragraphs
        .map(|lines| lines.join(" "))
        .collect::<Vec<_>>()
        .join("\n");
    (!text.is_empty()).then_some(text)
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(doc) = &attribute.meta else {
        return None;
    };
    if !doc.path.is_ident("doc") {
        return None;
    }
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = &doc.value
    else {
        return None;
    };
    Some(text.value().trim().to_owned())
}

/// Adds `fault` to those found so far, so that one compilation shows all.
pub(crate) fn report(faults: &mut Option<syn::Error>, fault: syn::Error) {
    match faults {
        Some(all) => all.combine(fault),
        None => *faults = Some(fault),
    }
}

/// Refuses serde's own attributes, which would act behind the DTO's back.
pub(crate) fn refuse_serde(attributes: &[Attribute], faults: &mut Option<syn::Error>) {
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        let tokens = match &attribute.meta {
            Meta::List(list) => list.tokens.to_string(),
            _ => String::new(),
        };
        let advice = if tokens.contains("flatten") {
            "a DTO cannot flatten: JSV writes no types, so a reader could not tell whose member a \
             text is; put a base class into a field marked `#[dto(base)]`"
        } else if tokens.contains("untagged") || tokens.contains("tag") {
            "a DTO cannot be untagged or tagged: JSV writes no types, so a reader could only guess; \
             give each case a property of its own"
        } else if tokens.contains("rename") {
            "use `#[dto(name = \"…\")]`: names and their case belong to the wire, not to serde"
        } else {
            "serde attributes have no effect on a DTO, whose derive reads and writes it; see \
             `#[dto(…)]`"
        };
        report(faults, syn::Error::new_spanned(attribute, advice));
    }
}
