use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, Fields, Ident, LitInt, Token};

use crate::attributes::{DtoAttribute, description};
use crate::dto::optional_text;

/// `Read = 1` in `#[flags(…)]`.
struct NamedFlag {
    name: Ident,
    value: LitInt,
}

impl Parse for NamedFlag {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self {
            name,
            value: input.parse()?,
        })
    }
}

pub(crate) fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    let integer = integer(input)?;
    let flags = named_flags(input)?;
    let attribute = DtoAttribute::parse(&input.attrs)?;
    let ident = &input.ident;
    let (name, namespace) = (attribute.name(ident), attribute.namespace());
    let constants = flags.iter().map(|flag| {
        let value = &flag.value;
        let constant = Ident::new(&flag.name.to_string().to_uppercase(), flag.name.span());
        let doc = format!("`{}`.", flag.name);
        quote! { #[doc = #doc] pub const #constant: Self = Self(#value); }
    });
    let members = flags.iter().map(|flag| {
        let (name, value) = (flag.name.to_string(), &flag.value);
        quote! {
            ::contract::EnumMember {
                name: #name, value: #value, wire_name: ::core::option::Option::None,
                description: ::core::option::Option::None,
            }
        }
    });
    let description = optional_text(description(&input.attrs).as_deref());
    let serde = implement_serde(ident);
    let property_type = implement_property_type(ident, &name, &namespace);
    Ok(quote! {
        impl #ident { #(#constants)* }

        #serde
        #property_type

        #[automatically_derived]
        impl ::contract::Checked for #ident {
            fn is_empty(&self) -> bool {
                ::contract::PropertyType::is_unset(self)
            }

            fn text(&self) -> ::core::option::Option<::std::string::String> {
                ::core::option::Option::Some(::contract::Flags::bits(*self).to_string())
            }
        }

        #[automatically_derived]
        impl ::contract::Flags for #ident {
            fn descriptor() -> &'static ::contract::TypeDescriptor {
                static DESCRIPTOR: ::contract::private::OnceLock<::contract::TypeDescriptor> =
                    ::contract::private::OnceLock::new();
                DESCRIPTOR.get_or_init(|| ::contract::TypeDescriptor {
                    kind: ::contract::TypeKind::Enum { flags: true },
                    enum_members: ::std::vec![#(#members),*],
                    description: #description,
                    ..::contract::TypeDescriptor::new(#name, #namespace)
                })
            }

            fn from_bits(bits: i64) -> ::core::option::Option<Self> {
                <#integer as ::core::convert::TryFrom<i64>>::try_from(bits).ok().map(Self)
            }

            fn bits(self) -> i64 {
                ::core::convert::Into::into(self.0)
            }
        }
    })
}

fn implement_serde(ident: &Ident) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl ::contract::private::serde::Serialize for #ident {
            fn serialize<S: ::contract::private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::contract::write_flags(*self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> ::contract::private::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::contract::private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::contract::read_flags(deserializer)
            }
        }
    }
}

fn implement_property_type(ident: &Ident, name: &str, namespace: &str) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl ::contract::PropertyType for #ident {
            const IS_VALUE_TYPE: bool = true;

            fn type_ref() -> ::contract::TypeRef {
                ::contract::TypeRef::enumeration(
                    #name, #namespace, <Self as ::contract::Flags>::descriptor,
                )
            }

            fn is_unset(&self) -> bool {
                self.0 == 0
            }
        }
    }
}

fn integer(input: &DeriveInput) -> syn::Result<syn::Type> {
    let fault = "flags are a newtype of an integer: `struct Perms(i32);`";
    let Data::Struct(data) = &input.data else {
        return Err(syn::Error::new_spanned(&input.ident, fault));
    };
    match &data.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Ok(fields.unnamed[0].ty.clone()),
        _ => Err(syn::Error::new_spanned(&input.ident, fault)),
    }
}

fn named_flags(input: &DeriveInput) -> syn::Result<Vec<NamedFlag>> {
    let attribute = input
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("flags"));
    let Some(attribute) = attribute else {
        let fault = "name the flags: `#[flags(None = 0, Read = 1, Write = 2)]`";
        return Err(syn::Error::new_spanned(&input.ident, fault));
    };
    let flags = attribute.parse_args_with(Punctuated::<NamedFlag, Token![,]>::parse_terminated)?;
    Ok(flags.into_iter().collect())
}
