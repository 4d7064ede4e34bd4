use proc_macro2::TokenStream;
use quote::quote;

use super::{Member, Members};
use crate::attributes::Rule;

/// `Dto::check`: the rules stated on the members, those of the base class first.
pub(super) fn check_fn(members: &Members) -> TokenStream {
    let inherited = members.base.iter().map(|base| {
        let field = &base.field;
        quote! { ::contract::Dto::check(&self.#field, rules); }
    });
    let own = members.own.iter().flat_map(statements);
    quote! {
        fn check(&self, rules: &mut ::contract::Validation) {
            let _ = &rules;
            #(#inherited)*
            #(#own)*
        }
    }
}

fn statements(member: &Member) -> Vec<TokenStream> {
    let (field, name) = (&member.field, &member.clr_name);
    let mut statements = Vec::new();
    for stated in &member.rules {
        let when = stated
            .when
            .as_ref()
            .map(|condition| quote! { .when(#condition) });
        let unless = stated
            .unless
            .as_ref()
            .map(|condition| quote! { .unless(#condition) });
        let code = stated
            .code
            .as_ref()
            .map(|code| quote! { .with_code(#code) });
        let message = stated
            .message
            .as_ref()
            .map(|message| quote! { .with_message(#message) });
        if !stated.rules.is_empty() {
            let calls = calls(&stated.rules, code.as_ref(), message.as_ref());
            statements
                .push(quote! { rules.property(#name, &self.#field) #when #unless #(#calls)*; });
        }
        if !stated.value_rules.is_empty() {
            let calls = calls(&stated.value_rules, code.as_ref(), message.as_ref());
            statements.push(quote! {
                rules.each_value(#name, self.#field.iter().flatten(), |value| {
                    let _ = value #when #unless #(#calls)*;
                });
            });
        }
        if stated.is_each {
            statements.push(quote! {
                rules.each(
                    #name,
                    self.#field.iter().flatten(),
                    |rules, item| ::contract::Dto::check(item, rules),
                );
            });
        }
        if stated.is_nested {
            statements.push(quote! {
                if let ::core::option::Option::Some(held) = &self.#field {
                    rules.nested(#name, |rules| ::contract::Dto::check(&**held, rules));
                }
            });
        }
    }
    statements
}

/// The rules as calls of the methods of `Check`.
fn calls(
    rules: &[Rule],
    code: Option<&TokenStream>,
    message: Option<&TokenStream>,
) -> Vec<TokenStream> {
    let call = |rule: &Rule| {
        let (name, arguments) = (&rule.name, &rule.arguments);
        if name == "is_in_enum" {
            return quote! { .#name::<#arguments>() #code #message };
        }
        quote! { .#name(#arguments) #code #message }
    };
    rules.iter().map(call).collect()
}

/// The rules as attributes that generated code repeats: `Validate(Validator="NotEmpty")`.
pub(super) fn described(member: &Member) -> Vec<TokenStream> {
    let rules = member.rules.iter().flat_map(|stated| &stated.rules);
    let described = rules.map(|rule| {
        let mut validator = crate::member_names::pascal_case(&rule.name);
        if !rule.stated.is_empty() {
            validator = format!("{validator}({})", rule.stated);
        }
        quote! {
            ::contract::Attribute {
                name: "Validate",
                args: ::std::vec![("Validator", "String", #validator.to_owned())],
            }
        }
    });
    described.collect()
}
