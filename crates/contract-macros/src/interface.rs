use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::attributes::{DtoAttribute, description};
use crate::dto::{Members, describe_member, optional_text};

pub(crate) fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    let attribute = DtoAttribute::parse(&input.attrs)?;
    let members = Members::parse(input)?;
    let ident = &input.ident;
    let (name, namespace) = (attribute.name(ident), attribute.namespace());
    let properties = members.own.iter().map(describe_member);
    let description = optional_text(description(&input.attrs).as_deref());
    Ok(quote! {
        #[automatically_derived]
        impl ::contract::Interface for #ident {
            fn interface_ref() -> ::contract::TypeRef {
                fn descriptor() -> &'static ::contract::TypeDescriptor {
                    static DESCRIPTOR: ::contract::private::OnceLock<::contract::TypeDescriptor> =
                        ::contract::private::OnceLock::new();
                    DESCRIPTOR.get_or_init(|| ::contract::TypeDescriptor {
                        kind: ::contract::TypeKind::Interface,
                        properties: ::std::vec![#(#properties),*],
                        description: #description,
                        ..::contract::TypeDescriptor::new(#name, #namespace)
                    })
                }
                ::contract::TypeRef::object(#name, #namespace, descriptor)
            }
        }
    })
}
