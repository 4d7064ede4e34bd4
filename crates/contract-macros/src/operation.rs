use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::attributes::{OperationAttribute, RouteAttribute, Stated, report};
use crate::dto::optional_text;

pub(crate) fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    let attribute = OperationAttribute::parse(&input.attrs)?;
    let routes = RouteAttribute::parse_all(&input.attrs)?;
    refuse_repeated(&routes)?;
    if !input.generics.params.is_empty() {
        let fault = "an operation is one class; make the generic part its base class";
        return Err(syn::Error::new_spanned(&input.generics, fault));
    }
    let ident = &input.ident;
    let response = match &attribute.stated {
        Stated::Returns(response) => quote! { #response },
        Stated::Void | Stated::Nothing => quote! { () },
    };
    let rules = attribute
        .rules
        .as_ref()
        .map(|function| quote! { #function(self, &mut validation); });
    let descriptor = descriptor(&attribute, &routes);
    Ok(quote! {
        #[automatically_derived]
        impl ::contract::Operation for #ident {
            type Response = #response;

            fn operation() -> &'static ::contract::OperationDescriptor {
                static OPERATION: ::contract::private::OnceLock<::contract::OperationDescriptor> =
                    ::contract::private::OnceLock::new();
                OPERATION.get_or_init(|| #descriptor)
            }

            fn validate(&self) -> ::std::vec::Vec<::contract::Failure> {
                let mut validation = ::contract::Validation::new();
                ::contract::Dto::check(self, &mut validation);
                #rules
                validation.into_failures()
            }
        }
    })
}

fn descriptor(attribute: &OperationAttribute, routes: &[RouteAttribute]) -> TokenStream {
    let returns = match &attribute.stated {
        Stated::Returns(_) => quote! {
            <<Self as ::contract::Operation>::Response as ::contract::ResponseType>::response_ref()
                .map_or(::contract::Returns::Void, ::contract::Returns::Type)
        },
        Stated::Void => quote! { ::contract::Returns::Void },
        Stated::Nothing => quote! { ::contract::Returns::Nothing },
    };
    let routes = routes.iter().map(describe_route);
    let actions = &attribute.actions;
    let (required, any, tags) = (
        &attribute.required_roles,
        &attribute.any_roles,
        &attribute.tags,
    );
    let (excluded, internal_only, visible_to) = (
        attribute.is_excluded,
        attribute.is_internal_only,
        &attribute.visible_to,
    );
    let (takes_files, checks) = (attribute.takes_files, attribute.checks_credentials);
    let authenticated = attribute.is_authenticated || !required.is_empty() || !any.is_empty();
    quote! {
        ::contract::OperationDescriptor {
            request: <Self as ::contract::Dto>::descriptor(),
            request_ref: <Self as ::contract::PropertyType>::type_ref(),
            returns: #returns,
            routes: ::std::vec![#(#routes),*],
            actions: ::contract::Verbs::of(&[#(::contract::Verb::#actions),*]),
            takes_files: #takes_files,
            access: ::contract::Access {
                authenticated: #authenticated,
                required_roles: &[#(#required),*],
                any_roles: &[#(#any),*],
                checked_by_service: #checks,
            },
            visibility: ::contract::Visibility {
                excluded: #excluded,
                internal_only: #internal_only,
                roles: &[#(#visible_to),*],
            },
            tags: &[#(#tags),*],
        }
    }
}

fn describe_route(route: &RouteAttribute) -> TokenStream {
    let (path, verbs) = (&route.path, &route.verbs);
    let summary = optional_text(route.summary.as_deref());
    let notes = optional_text(route.notes.as_deref());
    quote! {
        ::contract::Route {
            path: #path,
            verbs: ::contract::Verbs::of(&[#(::contract::Verb::#verbs),*]),
            stated_verbs: &[#(::contract::Verb::#verbs),*],
            summary: #summary,
            notes: #notes,
        }
    }
}

fn refuse_repeated(routes: &[RouteAttribute]) -> syn::Result<()> {
    let mut faults = None;
    for (at, route) in routes.iter().enumerate() {
        if routes[..at]
            .iter()
            .any(|other| other.path.eq_ignore_ascii_case(&route.path))
        {
            let fault = format!(
                "{} is stated already; list the verbs on one route",
                route.path
            );
            report(&mut faults, syn::Error::new(route.span, fault));
        }
    }
    faults.map_or(Ok(()), Err)
}
