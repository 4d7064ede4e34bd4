use syn::{Data, DeriveInput, Field, Fields, Ident, Type};

use crate::attributes::{MemberAttribute, ValidateAttribute, description, refuse_serde, report};
use crate::member_names::pascal_case;

/// The field that holds the base class.
pub(crate) struct Base {
    pub(crate) field: Ident,
    pub(crate) ty: Type,
}

/// A property.
pub(crate) struct Member {
    pub(crate) field: Ident,
    pub(crate) ty: Type,
    pub(crate) clr_name: String,
    pub(crate) attribute: MemberAttribute,
    pub(crate) rules: Vec<ValidateAttribute>,
    pub(crate) description: Option<String>,
}

impl Member {
    /// The name on the wire, before any text case.
    pub(crate) fn wire_name(&self) -> &str {
        self.attribute.name.as_deref().unwrap_or(&self.clr_name)
    }
}

/// The fields of a DTO, sorted by what they are.
pub(crate) struct Members {
    pub(crate) own: Vec<Member>,
    pub(crate) base: Option<Base>,
}

impl Members {
    pub(crate) fn parse(input: &DeriveInput) -> syn::Result<Self> {
        let Data::Struct(data) = &input.data else {
            let fault = "a DTO is a struct; give an enum `#[derive(WireEnum)]`";
            return Err(syn::Error::new_spanned(&input.ident, fault));
        };
        let fields = match &data.fields {
            Fields::Named(fields) => fields.named.iter().collect(),
            Fields::Unit => Vec::new(),
            Fields::Unnamed(_) => {
                let fault = "a DTO's members have names; write `struct Name { … }`";
                return Err(syn::Error::new_spanned(&input.ident, fault));
            }
        };
        let parameters: Vec<String> = input
            .generics
            .type_params()
            .map(|parameter| parameter.ident.to_string())
            .collect();
        let mut members = Self {
            own: Vec::new(),
            base: None,
        };
        let mut faults = None;
        for field in fields {
            refuse_serde(&field.attrs, &mut faults);
            if let Err(fault) = members.take(field, &parameters) {
                report(&mut faults, fault);
            }
        }
        members.refuse_duplicates(&mut faults);
        faults.map_or(Ok(members), Err)
    }

    fn take(&mut self, field: &Field, parameters: &[String]) -> syn::Result<()> {
        let attribute = MemberAttribute::parse(&field.attrs)?;
        let Some(ident) = field.ident.clone() else {
            return Ok(());
        };
        if attribute.is_skipped {
            return Ok(());
        }
        if attribute.is_base {
            if self.base.is_some() {
                let fault = "a class has one base; state interfaces with `#[dto(implements(…))]`";
                return Err(syn::Error::new_spanned(field, fault));
            }
            self.base = Some(Base {
                field: ident,
                ty: field.ty.clone(),
            });
            return Ok(());
        }
        if mentions(&field.ty, parameters) {
            let fault = "a type parameter may name the response in a base class (a field marked \
                         `#[dto(skip)]` or `#[dto(base)]`), not the type of a member";
            return Err(syn::Error::new_spanned(&field.ty, fault));
        }
        let clr_name = attribute
            .clr_name
            .clone()
            .unwrap_or_else(|| pascal_case(&ident));
        self.own.push(Member {
            rules: ValidateAttribute::parse_all(&field.attrs)?,
            description: description(&field.attrs),
            field: ident,
            ty: field.ty.clone(),
            clr_name,
            attribute,
        });
        Ok(())
    }

    fn refuse_duplicates(&self, faults: &mut Option<syn::Error>) {
        for (at, member) in self.own.iter().enumerate() {
            let name = member.wire_name();
            if self.own[..at]
                .iter()
                .any(|other| other.wire_name().eq_ignore_ascii_case(name))
            {
                let fault = format!("another member goes by {name} already; names ignore case");
                report(faults, syn::Error::new_spanned(&member.field, fault));
            }
        }
    }
}

/// Whether a type is made of one of the parameters.
fn mentions(ty: &Type, parameters: &[String]) -> bool {
    fn search(tokens: proc_macro2::TokenStream, parameters: &[String]) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Ident(ident) => parameters.contains(&ident.to_string()),
            proc_macro2::TokenTree::Group(group) => search(group.stream(), parameters),
            _ => false,
        })
    }
    search(quote::ToTokens::to_token_stream(ty), parameters)
}
