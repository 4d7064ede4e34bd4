use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Expr, Fields, Ident};

use crate::attributes::{DtoAttribute, MemberAttribute, description};
use crate::dto::optional_text;

struct Variant {
    ident: Ident,
    wire_name: Option<String>,
    value: TokenStream,
    description: Option<String>,
}

pub(crate) fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    let variants = variants(input)?;
    let attribute = DtoAttribute::parse(&input.attrs)?;
    let ident = &input.ident;
    let (name, namespace) = (attribute.name(ident), attribute.namespace());
    let serde = implement_serde(ident, &name, &variants);
    let members = variants.iter().map(describe);
    let description = optional_text(description(&input.attrs).as_deref());
    let from_number = variants.iter().map(|variant| {
        let (variant, value) = (&variant.ident, &variant.value);
        quote! { if number == #value { return ::core::option::Option::Some(Self::#variant); } }
    });
    Ok(quote! {
        #serde

        #[automatically_derived]
        impl ::contract::PropertyType for #ident {
            const IS_VALUE_TYPE: bool = true;

            fn type_ref() -> ::contract::TypeRef {
                ::contract::TypeRef::enumeration(
                    #name, #namespace, <Self as ::contract::WireEnum>::descriptor,
                )
            }

            fn is_unset(&self) -> bool {
                *self == <Self as ::core::default::Default>::default()
            }
        }

        #[automatically_derived]
        impl ::contract::Checked for #ident {
            fn is_empty(&self) -> bool {
                ::contract::PropertyType::is_unset(self)
            }

            fn text(&self) -> ::core::option::Option<::std::string::String> {
                ::core::option::Option::Some(::std::format!("{self:?}"))
            }
        }

        #[automatically_derived]
        impl ::contract::WireEnum for #ident {
            fn descriptor() -> &'static ::contract::TypeDescriptor {
                static DESCRIPTOR: ::contract::private::OnceLock<::contract::TypeDescriptor> =
                    ::contract::private::OnceLock::new();
                DESCRIPTOR.get_or_init(|| ::contract::TypeDescriptor {
                    kind: ::contract::TypeKind::Enum { flags: false },
                    enum_members: ::std::vec![#(#members),*],
                    description: #description,
                    ..::contract::TypeDescriptor::new(#name, #namespace)
                })
            }

            fn from_number(number: i64) -> ::core::option::Option<Self> {
                #(#from_number)*
                ::core::option::Option::None
            }
        }
    })
}

fn variants(input: &DeriveInput) -> syn::Result<Vec<Variant>> {
    let Data::Enum(data) = &input.data else {
        let fault = "WireEnum is for an enum of plain variants";
        return Err(syn::Error::new_spanned(&input.ident, fault));
    };
    let mut next = quote! { 0_i64 };
    let parsed = data.variants.iter().map(|variant| {
        if !matches!(variant.fields, Fields::Unit) {
            let fault = "a value of an enumeration carries no data on ServiceStack's wire";
            return Err(syn::Error::new_spanned(variant, fault));
        }
        let value = match &variant.discriminant {
            Some((_, Expr::Lit(literal))) => quote! { (#literal as i64) },
            Some((_, other)) => quote! { ((#other) as i64) },
            None => next.clone(),
        };
        next = quote! { (#value + 1) };
        Ok(Variant {
            ident: variant.ident.clone(),
            wire_name: MemberAttribute::parse(&variant.attrs)?.name,
            value,
            description: description(&variant.attrs),
        })
    });
    parsed.collect()
}

fn describe(variant: &Variant) -> TokenStream {
    let (name, value) = (variant.ident.to_string(), &variant.value);
    let wire_name = optional_text(variant.wire_name.as_deref());
    let description = optional_text(variant.description.as_deref());
    quote! {
        ::contract::EnumMember {
            name: #name, value: #value, wire_name: #wire_name, description: #description,
        }
    }
}

fn implement_serde(ident: &Ident, name: &str, variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let (variant_ident, value) = (&variant.ident, &variant.value);
        let text = variant
            .wire_name
            .clone()
            .unwrap_or_else(|| variant_ident.to_string());
        let announced = match variant.wire_name {
            Some(_) => quote! { ::contract::scalar_name::ENUM_MEMBER },
            None => quote! { #name },
        };
        quote! { Self::#variant_ident => (#announced, #value as u32, #text), }
    });
    quote! {
        #[automatically_derived]
        impl ::contract::private::serde::Serialize for #ident {
            fn serialize<S: ::contract::private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let (name, number, text) = match self { #(#arms)* };
                serializer.serialize_unit_variant(name, number, text)
            }
        }

        #[automatically_derived]
        impl<'de> ::contract::private::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::contract::private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::contract::read_enum(deserializer)
            }
        }
    }
}
