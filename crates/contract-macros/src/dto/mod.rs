mod bind;
mod describe;
mod members;
mod rules;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, Ident};

pub(crate) use describe::{describe_member, optional_text};
pub(crate) use members::{Member, Members};

use crate::attributes::{DtoAttribute, refuse_serde, report};

/// What the parts of the expansion share.
pub(crate) struct Target<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: Generics,
    /// CLR name with arity.
    pub(crate) clr_name: String,
    pub(crate) attribute: DtoAttribute,
    pub(crate) members: Members,
    pub(crate) description: Option<String>,
}

pub(crate) fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    let target = Target::parse(input)?;
    let serde = implement_serde(&target);
    let property_type = implement_property_type(&target);
    let dto = implement_dto(&target);
    Ok(quote! { #serde #property_type #dto })
}

impl<'a> Target<'a> {
    fn parse(input: &'a DeriveInput) -> syn::Result<Self> {
        let mut faults = None;
        refuse_serde(&input.attrs, &mut faults);
        let members = Members::parse(input);
        let attribute = DtoAttribute::parse(&input.attrs);
        let (members, attribute) = match (members, attribute, faults) {
            (Ok(members), Ok(attribute), None) => (members, attribute),
            (members, attribute, mut faults) => {
                let found = [members.err(), attribute.err()];
                found
                    .into_iter()
                    .flatten()
                    .for_each(|fault| report(&mut faults, fault));
                return Err(faults.unwrap_or_else(|| syn::Error::new_spanned(input, "no DTO")));
            }
        };
        let mut generics = input.generics.clone();
        for parameter in generics.type_params_mut() {
            parameter
                .bounds
                .push(syn::parse_quote!(::contract::PropertyType));
        }
        let arity = generics.type_params().count();
        let mut clr_name = attribute.name(&input.ident);
        if arity > 0 {
            clr_name = format!("{clr_name}`{arity}");
        }
        let description = crate::attributes::description(&input.attrs);
        Ok(Self {
            ident: &input.ident,
            generics,
            clr_name,
            attribute,
            members,
            description,
        })
    }
}

fn implement_serde(target: &Target<'_>) -> TokenStream {
    let ident = target.ident;
    let (impl_generics, type_generics, bounds) = target.generics.split_for_impl();
    let mut reading = target.generics.clone();
    reading.params.insert(0, syn::parse_quote!('de));
    let (read_generics, _, _) = reading.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::contract::private::serde::Serialize for #ident #type_generics #bounds {
            fn serialize<S: ::contract::private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::contract::write_dto(self, serializer)
            }
        }

        #[automatically_derived]
        impl #read_generics ::contract::private::serde::Deserialize<'de>
            for #ident #type_generics #bounds
        {
            fn deserialize<D: ::contract::private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::contract::read_dto(deserializer)
            }
        }
    }
}

fn implement_property_type(target: &Target<'_>) -> TokenStream {
    let ident = target.ident;
    let (impl_generics, type_generics, bounds) = target.generics.split_for_impl();
    let namespace = target.attribute.namespace();
    let arguments = target
        .generics
        .type_params()
        .map(|parameter| &parameter.ident);
    let indices = 0..target.members.own.len();
    let base_unset = target.members.base.iter().map(|base| {
        let field = &base.field;
        quote! { && ::contract::PropertyType::is_unset(&self.#field) }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics ::contract::PropertyType for #ident #type_generics #bounds {
            const IS_VALUE_TYPE: bool = false;

            fn type_ref() -> ::contract::TypeRef {
                ::contract::TypeRef::object(
                    <Self as ::contract::Dto>::NAME,
                    #namespace,
                    <Self as ::contract::Dto>::descriptor,
                )
                .with_generic_args(::std::vec![
                    #(<#arguments as ::contract::PropertyType>::type_ref()),*
                ])
            }

            fn is_unset(&self) -> bool {
                true #(&& ::contract::Dto::member_is_unset(self, #indices))* #(#base_unset)*
            }
        }
    }
}

fn implement_dto(target: &Target<'_>) -> TokenStream {
    let ident = target.ident;
    let (impl_generics, type_generics, bounds) = target.generics.split_for_impl();
    let name = &target.clr_name;
    let own = target.members.own.len();
    let base_count = target.members.base.iter().map(|base| {
        let base_type = &base.ty;
        quote! { + <#base_type as ::contract::Dto>::MEMBER_COUNT }
    });
    let descriptor = describe::descriptor_fn(target);
    let binding = bind::binding_fns(&target.members);
    let check = rules::check_fn(&target.members);
    quote! {
        #[automatically_derived]
        impl #impl_generics ::contract::Checked for #ident #type_generics #bounds {
            fn is_empty(&self) -> bool {
                false
            }

            fn text(&self) -> ::core::option::Option<::std::string::String> {
                ::core::option::Option::None
            }
        }

        #[automatically_derived]
        impl #impl_generics ::contract::Dto for #ident #type_generics #bounds {
            const NAME: &'static str = #name;
            const MEMBER_COUNT: usize = #own #(#base_count)*;

            #descriptor
            #binding
            #check
        }
    }
}
