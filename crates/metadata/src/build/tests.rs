use std::marker::PhantomData;

use contract::markers::IPut;
use contract::{Dto, Flags, Interface, Map, Operation, ResponseStatus, WireEnum};

use super::{describe, describe_all};
use crate::{MetadataPropertyType, MetadataType, MetadataTypes};

/// Belongs to a tenant.
#[derive(Debug, Interface)]
#[dto(namespace = "Tests")]
struct ITenanted {
    #[expect(dead_code, reason = "an interface only describes")]
    tenant_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Tests", is_abstract, implements(IPut))]
struct Put<TResponse> {
    #[dto(skip)]
    response: PhantomData<TResponse>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Tests", is_abstract, implements(ITenanted))]
struct PutTenanted<TResponse> {
    #[dto(base)]
    base: Put<TResponse>,
    /// Whose it is.
    tenant_id: Option<String>,
}

/// What it is like.
#[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
#[dto(namespace = "Tests")]
enum Kind {
    #[default]
    Plain,
    /// With a name of its own.
    #[dto(name = "very special")]
    Special,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Flags)]
#[dto(namespace = "Tests")]
#[flags(None = 0, Read = 1, Write = 2)]
struct Rights(i32);

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Tests", data_contract)]
struct Item {
    #[dto(order = 1)]
    id: i64,
    #[dto(order = 2, name = "label")]
    name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Tests")]
struct PutThingResponse {
    results: Option<Vec<Item>>,
    response_status: Option<ResponseStatus>,
}

/// Puts a thing.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Tests")]
#[operation(returns = PutThingResponse, any_roles("Editor"), tags("Things"))]
#[route("/things/{Name}", PUT, PATCH, summary = "One thing")]
#[route("/things")]
struct PutThing {
    #[dto(base)]
    base: PutTenanted<PutThingResponse>,
    #[validate(not_empty)]
    name: Option<String>,
    kind: Option<Kind>,
    rights: Rights,
    counts: Option<Map<String, Vec<Option<i32>>>>,
    #[dto(array)]
    rows: Option<Vec<Vec<String>>>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Tests")]
#[operation(returns = Vec<Item>, actions(POST, GET))]
struct ListItems;

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack")]
#[operation(returns = void)]
struct BroughtAlong;

fn described() -> MetadataTypes {
    describe([
        PutThing::operation(),
        ListItems::operation(),
        BroughtAlong::operation(),
    ])
}

fn names(types: &[MetadataType]) -> Vec<&str> {
    types
        .iter()
        .map(|described| described.name.as_str())
        .collect()
}

fn property<'a>(described: &'a MetadataType, name: &str) -> &'a MetadataPropertyType {
    let mut properties = described.own_properties().iter();
    properties.find(|property| property.name == name).unwrap()
}

#[test]
fn types_are_found_breadth_first_and_service_stacks_own_left_out() {
    let described = described();
    assert_eq!(
        names(&described.types),
        [
            "Item",
            "Kind",
            "Rights",
            "PutTenanted`1",
            "ITenanted",
            "Put`1"
        ]
    );
    let operations: Vec<_> = described
        .operations
        .iter()
        .map(|o| o.request.name.as_str())
        .collect();
    assert_eq!(operations, ["PutThing", "ListItems"]);
    assert_eq!(described.namespaces, ["System", "Tests"]);
}

#[test]
fn inheritance_is_kept_with_the_names_of_type_parameters() {
    let described = described();
    let request = &described.operations[0].request;
    let inherits = request.inherits.as_ref().unwrap();
    assert_eq!(inherits.name, "PutTenanted`1");
    assert_eq!(
        inherits.generic_args.as_deref().unwrap(),
        ["PutThingResponse"]
    );
    let base = described.resolve(inherits).unwrap();
    assert!(base.is_abstract);
    assert_eq!(base.generic_args.as_deref().unwrap(), ["TResponse"]);
    assert_eq!(
        base.inherits
            .as_ref()
            .unwrap()
            .generic_args
            .as_deref()
            .unwrap(),
        ["TResponse"]
    );
    assert_eq!(base.implements[0].name, "ITenanted");
    assert_eq!(
        property(base, "TenantId").description.as_deref(),
        Some("Whose it is.")
    );
    let interface = described.find("ITenanted", "Tests").unwrap();
    assert!(interface.is_interface && interface.is_abstract);
    assert_eq!(
        interface.description.as_deref(),
        Some("Belongs to a tenant.")
    );
}

#[test]
fn properties_have_the_names_of_dotnets_types() {
    let described = described();
    let request = &described.operations[0].request;
    let kind = property(request, "Kind");
    assert_eq!(kind.type_name.as_deref(), Some("Nullable`1"));
    assert_eq!(kind.generic_args.as_deref().unwrap(), ["Kind"]);
    assert!(kind.is_enum && kind.is_value_type);
    let counts = property(request, "Counts");
    assert_eq!(
        counts.generic_args.as_deref().unwrap(),
        ["String", "List<Nullable<Int32>>"]
    );
    let rows = property(request, "Rows");
    assert_eq!(rows.type_name.as_deref(), Some("List`1[]"));
    assert_eq!(rows.generic_args.as_deref().unwrap(), ["String"]);
    let name = property(request, "Name");
    assert!(name.is_required);
    assert_eq!(name.attributes[0].name, "Validate");
    assert_eq!(
        name.attributes[0].args[0].value.as_deref(),
        Some("NotEmpty")
    );
    let item = described.find("Item", "Tests").unwrap();
    assert!(property(item, "Id").is_primary_key);
    assert!(item.data_contract.is_some());
    let member = property(item, "Name").data_member.as_ref().unwrap();
    assert_eq!(
        (member.name.as_deref(), member.order),
        (Some("label"), Some(2))
    );
}

#[test]
fn enumerations_state_only_what_their_names_do_not_tell() {
    let described = described();
    let kind = described.find("Kind", "Tests").unwrap();
    assert_eq!(kind.enum_values, None);
    assert_eq!(
        kind.enum_member_values.as_deref().unwrap(),
        ["Plain", "very special"]
    );
    assert_eq!(
        kind.enum_descriptions.as_deref().unwrap(),
        ["", "With a name of its own."]
    );
    let rights = described.find("Rights", "Tests").unwrap();
    assert!(rights.is_flags() && rights.is_enum_int);
    assert_eq!(rights.enum_values.as_deref().unwrap(), ["0", "1", "2"]);
    assert_eq!(rights.enum_member_values, None);
}

#[test]
fn an_operation_says_how_it_is_called_and_by_whom() {
    let described = described();
    let put = &described.operations[0];
    assert_eq!(
        (put.method.as_deref(), put.actions.join(",")),
        (Some("PUT"), "ANY".to_owned())
    );
    let routes = put.routes.as_deref().unwrap();
    assert_eq!(routes[0].verbs.as_deref(), Some("PUT,PATCH"));
    assert_eq!(
        (routes[0].summary.as_deref(), &routes[1].verbs),
        (Some("One thing"), &None)
    );
    assert!(put.requires_auth);
    assert_eq!(
        (put.requires_any_role.as_slice(), put.tags.as_slice()),
        (&["Editor".to_owned()][..], &["Things".to_owned()][..])
    );
    assert_eq!(put.view_model.as_ref().unwrap().name, "Item");
    let list = &described.operations[1];
    assert_eq!(
        (list.method.as_deref(), list.actions.join(",")),
        (Some("GET"), "GET,POST".to_owned())
    );
    let response = list.response.as_ref().unwrap();
    assert_eq!(
        (
            response.name.as_str(),
            response.generic_args.as_deref().unwrap()
        ),
        ("List`1", &["Item".to_owned()][..])
    );
    assert!(list.routes.is_none() && !list.requires_auth);
}

#[test]
fn service_stacks_own_come_along_where_they_are_asked_for() {
    let described = describe_all([PutThing::operation(), BroughtAlong::operation()]);
    assert!(described.config.is_none());
    assert_eq!(
        names(&described.types)[..3],
        ["IReturn`1", "IReturnVoid", "IPut"]
    );
    assert!(described.find("ResponseError", "ServiceStack").is_some());
    assert!(described.operation("broughtalong").unwrap().returns_void);
    assert_eq!(
        described.namespaces,
        [
            "Tests",
            "System",
            "System.Collections.Generic",
            "ServiceStack"
        ]
    );
}
