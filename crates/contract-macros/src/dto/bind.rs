use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Member, Members};

/// The methods that address members by name and index.
pub(super) fn binding_fns(members: &Members) -> TokenStream {
    let properties = properties_fn(members);
    let index = index_fn(members);
    let bind = bind_fn(members);
    let unset = unset_fn(members);
    let secret = secret_fn(members);
    let write = write_fn(members);
    let status = status_fn(members);
    quote! { #properties #index #bind #unset #secret #write #status }
}

fn properties_fn(members: &Members) -> TokenStream {
    let inherited = members.base.iter().map(|base| {
        let base = &base.ty;
        quote! { properties.extend(<#base as ::contract::Dto>::properties()); }
    });
    let mutable = members.base.iter().map(|_| quote! { mut });
    quote! {
        fn properties() -> ::std::vec::Vec<&'static ::contract::PropertyDescriptor> {
            let own = &<Self as ::contract::Dto>::descriptor().properties;
            let #(#mutable)* properties: ::std::vec::Vec<_> = own.iter().collect();
            #(#inherited)*
            properties
        }
    }
}

/// Compares only with the names of the same length.
fn index_fn(members: &Members) -> TokenStream {
    let mut by_length: BTreeMap<usize, Vec<(usize, &Member)>> = BTreeMap::new();
    for (index, member) in members.own.iter().enumerate() {
        by_length
            .entry(member.wire_name().len())
            .or_default()
            .push((index, member));
    }
    let arms = by_length.iter().map(|(length, members)| {
        let tests = members.iter().map(|(index, member)| {
            let name = member.wire_name();
            quote! {
                if name.eq_ignore_ascii_case(#name) {
                    return ::core::option::Option::Some(#index);
                }
            }
        });
        quote! { #length => { #(#tests)* } }
    });
    let own = members.own.len();
    let inherited = members.base.as_ref().map_or_else(
        || quote! { ::core::option::Option::None },
        |base| {
            let base = &base.ty;
            quote! { <#base as ::contract::Dto>::member_index(name).map(|index| index + #own) }
        },
    );
    quote! {
        fn member_index(name: &str) -> ::core::option::Option<usize> {
            match name.len() {
                #(#arms)*
                _ => {}
            }
            #inherited
        }
    }
}

fn bind_fn(members: &Members) -> TokenStream {
    let arms = members.own.iter().enumerate().map(|(index, member)| {
        let field = &member.field;
        quote! { #index => self.#field = ::contract::read_property(value)?, }
    });
    let own = members.own.len();
    let inherited = members.base.as_ref().map_or_else(
        || {
            quote! {
                let _: ::contract::private::serde::de::IgnoredAny =
                    ::contract::private::serde::Deserialize::deserialize(value)?;
            }
        },
        |base| {
            let field = &base.field;
            quote! { ::contract::Dto::bind_member(&mut self.#field, index - #own, value)?; }
        },
    );
    quote! {
        fn bind_member<'de, D: ::contract::private::serde::Deserializer<'de>>(
            &mut self,
            index: usize,
            value: D,
        ) -> ::core::result::Result<(), D::Error> {
            match index {
                #(#arms)*
                _ => { #inherited }
            }
            ::core::result::Result::Ok(())
        }
    }
}

fn unset_fn(members: &Members) -> TokenStream {
    let arms = members.own.iter().enumerate().map(|(index, member)| {
        let field = &member.field;
        quote! { #index => ::contract::PropertyType::is_unset(&self.#field), }
    });
    let own = members.own.len();
    let inherited = members.base.as_ref().map_or_else(
        || quote! { true },
        |base| {
            let field = &base.field;
            quote! { ::contract::Dto::member_is_unset(&self.#field, index - #own) }
        },
    );
    quote! {
        fn member_is_unset(&self, index: usize) -> bool {
            match index {
                #(#arms)*
                _ => #inherited,
            }
        }
    }
}

fn secret_fn(members: &Members) -> TokenStream {
    let arms = members.own.iter().enumerate().map(|(index, member)| {
        let ty = &member.ty;
        quote! { #index => <#ty as ::contract::PropertyType>::IS_SECRET, }
    });
    let own = members.own.len();
    let inherited = members.base.as_ref().map_or_else(
        || quote! { false },
        |base| {
            let base = &base.ty;
            quote! { <#base as ::contract::Dto>::member_is_secret(index - #own) }
        },
    );
    quote! {
        fn member_is_secret(index: usize) -> bool {
            match index {
                #(#arms)*
                _ => #inherited,
            }
        }
    }
}

fn write_fn(members: &Members) -> TokenStream {
    let own = members.own.iter().map(|member| {
        let (field, name) = (&member.field, member.wire_name());
        quote! {
            ::contract::private::serde::ser::SerializeStruct::serialize_field(
                members, #name, &self.#field,
            )?;
        }
    });
    let inherited = members.base.iter().map(|base| {
        let field = &base.field;
        quote! { ::contract::Dto::write_members(&self.#field, members)?; }
    });
    quote! {
        fn write_members<S: ::contract::private::serde::ser::SerializeStruct>(
            &self,
            members: &mut S,
        ) -> ::core::result::Result<(), S::Error> {
            #(#own)*
            #(#inherited)*
            ::core::result::Result::Ok(())
        }
    }
}

fn status_fn(members: &Members) -> TokenStream {
    let own = members
        .own
        .iter()
        .find(|member| member.clr_name == "ResponseStatus");
    let body = match (own, &members.base) {
        (Some(member), _) => {
            let field = &member.field;
            quote! {
                self.#field = ::core::option::Option::Some(::core::clone::Clone::clone(status));
                true
            }
        }
        (None, Some(base)) => {
            let field = &base.field;
            quote! { ::contract::Dto::set_response_status(&mut self.#field, status) }
        }
        (None, None) => return TokenStream::new(),
    };
    quote! {
        fn set_response_status(&mut self, status: &::contract::ResponseStatus) -> bool {
            #body
        }
    }
}
