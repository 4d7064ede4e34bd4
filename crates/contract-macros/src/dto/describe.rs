use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericArgument, PathArguments, Type};

use super::members::Base;
use super::{Member, Target};

/// `Dto::descriptor`, built once.
pub(super) fn descriptor_fn(target: &Target<'_>) -> TokenStream {
    let name = &target.clr_name;
    let namespace = target.attribute.namespace();
    let kind = if target.attribute.is_abstract {
        quote!(Abstract)
    } else {
        quote!(Class)
    };
    let parameters: Vec<String> = target
        .generics
        .type_params()
        .map(|parameter| parameter.ident.to_string())
        .collect();
    let inherits = target.members.base.as_ref().map_or_else(
        || quote! { ::core::option::Option::None },
        |base| {
            let base = reference_to(base, &parameters);
            quote! { ::core::option::Option::Some(#base) }
        },
    );
    let implements = &target.attribute.implements;
    let properties = target.members.own.iter().map(describe_member);
    let description = optional_text(target.description.as_deref());
    let data_contract = if target.attribute.is_data_contract {
        quote! { ::core::option::Option::Some(::core::default::Default::default()) }
    } else {
        quote! { ::core::option::Option::None }
    };
    quote! {
        fn descriptor() -> &'static ::contract::TypeDescriptor {
            static DESCRIPTOR: ::contract::private::OnceLock<::contract::TypeDescriptor> =
                ::contract::private::OnceLock::new();
            DESCRIPTOR.get_or_init(|| ::contract::TypeDescriptor {
                kind: ::contract::TypeKind::#kind,
                type_parameters: &[#(#parameters),*],
                inherits: #inherits,
                implements: ::std::vec![
                    #(<#implements as ::contract::Interface>::interface_ref()),*
                ],
                properties: ::std::vec![#(#properties),*],
                description: #description,
                data_contract: #data_contract,
                ..::contract::TypeDescriptor::new(#name, #namespace)
            })
        }
    }
}

/// The base class with its arguments; a parameter of the class itself goes by its name.
fn reference_to(base: &Base, parameters: &[String]) -> TokenStream {
    let ty = &base.ty;
    let mut arguments = Vec::new();
    if let Type::Path(path) = ty
        && let Some(last) = path.path.segments.last()
        && let PathArguments::AngleBracketed(given) = &last.arguments
    {
        for argument in &given.args {
            let GenericArgument::Type(argument) = argument else {
                continue;
            };
            let name = argument.to_token_stream().to_string();
            arguments.push(if parameters.contains(&name) {
                quote! { ::contract::TypeRef::parameter(#name) }
            } else {
                quote! { <#argument as ::contract::PropertyType>::type_ref() }
            });
        }
    }
    quote! {
        <#ty as ::contract::PropertyType>::type_ref()
            .with_generic_args(::std::vec![#(#arguments),*])
    }
}

/// A `PropertyDescriptor`.
pub(crate) fn describe_member(member: &Member) -> TokenStream {
    let (name, ty) = (&member.clr_name, &member.ty);
    let attribute = &member.attribute;
    let into_array = attribute.is_array.then(|| quote! { .into_array() });
    let description = optional_text(member.description.as_deref());
    let required = attribute.is_required || states_presence(member);
    let alias = optional_text(attribute.name.as_deref());
    let data_member = match (attribute.order, &attribute.name) {
        (None, None) => quote! { ::core::option::Option::None },
        (order, _) => {
            let order = order.map_or_else(
                || quote! { ::core::option::Option::None },
                |order| quote! { ::core::option::Option::Some(#order) },
            );
            quote! {
                ::core::option::Option::Some(::contract::DataMember { name: #alias, order: #order })
            }
        }
    };
    let attributes = super::rules::described(member);
    quote! {
        ::contract::PropertyDescriptor {
            name: #name,
            type_ref: <#ty as ::contract::PropertyType>::type_ref() #into_array,
            description: #description,
            required: #required,
            data_member: #data_member,
            attributes: ::std::vec![#(#attributes),*],
        }
    }
}

fn states_presence(member: &Member) -> bool {
    let rules = member.rules.iter().filter(|stated| stated.when.is_none());
    rules
        .flat_map(|stated| &stated.rules)
        .any(|rule| rule.name == "not_empty" || rule.name == "not_null")
}

/// `Option<&'static str>`.
pub(crate) fn optional_text(text: Option<&str>) -> TokenStream {
    text.map_or_else(
        || quote! { ::core::option::Option::None },
        |text| quote! { ::core::option::Option::Some(#text) },
    )
}
