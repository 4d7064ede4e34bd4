//! What the derives accept, refuse and make of a struct.

use contract::{Dto, Flags, Operation, PropertyType, Verb, WireEnum};
use serde_json::json;

mod derived {
    use contract::{Dto, Flags, Map, Operation, ResponseStatus, Set, WireEnum, markers::IPut};

    /// A colour.
    #[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
    #[dto(namespace = "Tests")]
    pub(super) enum Colour {
        #[default]
        Red,
        Green,
        #[dto(name = "the blue")]
        Blue = 7,
    }

    #[derive(Debug, Clone, Copy, Default, PartialEq, Flags)]
    #[dto(namespace = "Tests")]
    #[flags(None = 0, Read = 1, Write = 2)]
    pub(super) struct Perms(pub(super) i32);

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    #[dto(namespace = "Tests", is_abstract, implements(IPut))]
    pub(super) struct Base {
        pub(super) organisation_id: Option<String>,
    }

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    pub(super) struct Reply {
        pub(super) result: Option<String>,
        pub(super) response_status: Option<ResponseStatus>,
    }

    /// The first line
    /// goes on.
    ///
    /// A second paragraph.
    #[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
    #[dto(namespace = "Tests")]
    #[operation(returns = Reply, actions(PUT), roles("Admin"))]
    #[operation(internal_only, visible_to("Admin", "Auditor"))]
    #[route("/things/{Id}", PUT, summary = "Puts a thing")]
    #[route("/things")]
    pub(super) struct PutThing {
        #[dto(base)]
        pub(super) base: Base,
        /// Its number.
        pub(super) id: i32,
        #[validate(not_empty)]
        #[validate(length(2, 10), when = self.name.is_some())]
        pub(super) name: Option<String>,
        pub(super) colour: Colour,
        pub(super) perms: Perms,
        #[dto(name = "x_y")]
        pub(super) aliased: Option<String>,
        #[dto(array)]
        pub(super) codes: Option<Vec<i32>>,
        pub(super) tags: Option<Set<String>>,
        pub(super) notes: Option<Map<String, i32>>,
        #[validate(nested)]
        pub(super) child: Option<Box<PutThing>>,
    }
}

use derived::{Colour, Perms, PutThing};

#[test]
fn members_are_read_in_any_case_and_base_members_with_them() {
    let thing: PutThing = serde_json::from_value(json!({
        "ID": 3, "Name": "n", "organisationid": "acme", "unknown": {"a": [1]}, "X_Y": "alias",
        "colour": "blue", "perms": "Read, Write", "codes": [1, 2], "child": {"id": 4}
    }))
    .unwrap();
    assert_eq!(thing.id, 3);
    assert_eq!(thing.base.organisation_id.as_deref(), Some("acme"));
    assert_eq!(thing.aliased.as_deref(), Some("alias"));
    assert_eq!((thing.perms, thing.codes), (Perms(3), Some(vec![1, 2])));
    assert_eq!(thing.child.unwrap().id, 4);
}

#[test]
fn null_leaves_the_default() {
    let thing: PutThing = serde_json::from_value(json!({"id": null, "name": null})).unwrap();
    assert_eq!(thing, PutThing::default());
    assert!(thing.is_unset());
}

#[test]
fn members_are_written_by_clr_name_own_before_inherited() {
    let thing = PutThing {
        id: 1,
        ..PutThing::default()
    };
    let text = serde_json::to_string(&thing).unwrap();
    assert!(
        text.starts_with(r#"{"Id":1,"Name":null,"Colour":"Red","Perms":0,"x_y":null,"#),
        "{text}"
    );
    assert!(text.ends_with(r#""OrganisationId":null}"#), "{text}");
    assert_eq!(PutThing::MEMBER_COUNT, 10);
}

#[test]
fn one_member_is_bound_by_index() {
    let mut thing = PutThing::default();
    let index = PutThing::member_index("OrganisationID").unwrap();
    assert!(thing.member_is_unset(index));
    thing.bind_member(index, json!("acme")).unwrap();
    assert_eq!(thing.base.organisation_id.as_deref(), Some("acme"));
    assert!(!thing.member_is_unset(index));
    let id = PutThing::member_index("id").unwrap();
    assert!(thing.bind_member(id, json!("abc")).is_err());
    assert_eq!(PutThing::member_index("nothing"), None);
}

#[test]
fn enumerations_go_by_name_wire_name_or_number() {
    let read = |value| serde_json::from_value::<Colour>(value);
    assert_eq!(read(json!("GREEN")).unwrap(), Colour::Green);
    assert_eq!(read(json!("The Blue")).unwrap(), Colour::Blue);
    assert_eq!(read(json!("7")).unwrap(), Colour::Blue);
    assert!(
        read(json!("Purple"))
            .unwrap_err()
            .to_string()
            .contains("'Purple' is no value of Colour")
    );
    assert!(read(json!("5")).is_err());
    assert_eq!(
        serde_json::to_value(Colour::Blue).unwrap(),
        json!("the blue")
    );
    assert_eq!(Colour::from_number(1), Some(Colour::Green));
    assert_eq!(Perms::from_bits(1 << 40), None);
    assert_eq!(Perms::READ.bits(), 1);
}

#[test]
fn the_descriptor_says_what_dotnet_would() {
    let descriptor = PutThing::descriptor();
    assert_eq!(
        (descriptor.name, descriptor.namespace),
        ("PutThing", "Tests")
    );
    assert_eq!(
        descriptor.description,
        Some("The first line goes on.\nA second paragraph.")
    );
    assert_eq!(descriptor.inherits.as_ref().unwrap().name, "Base");
    let types: Vec<String> = descriptor
        .properties
        .iter()
        .map(|property| format!("{:?}", property.type_ref))
        .collect();
    let expected = [
        "Int32",
        "String",
        "Colour",
        "Perms",
        "String",
        "Int32[]",
        "HashSet`1[String]",
        "Dictionary`2[String, Int32]",
        "PutThing",
    ];
    assert_eq!(types, expected);
    assert!(descriptor.property("organisationId").is_some());
    assert!(descriptor.property("Name").unwrap().required);
}

#[test]
fn the_operation_says_who_may_call_it_and_where() {
    let operation = PutThing::operation();
    assert_eq!(operation.actions.single(), Some(Verb::Put));
    assert!(operation.access.authenticated);
    assert_eq!(operation.access.required_roles, ["Admin"]);
    assert_eq!(operation.routes[0].summary, Some("Puts a thing"));
    assert!(operation.routes[1].verbs.is_any());
    let visibility = operation.visibility;
    assert!(visibility.internal_only && !visibility.excluded);
    assert_eq!(visibility.roles, ["Admin", "Auditor"]);
}

#[test]
fn stated_rules_are_checked_with_the_wire_s_words() {
    let codes = |thing: PutThing| -> Vec<(String, String)> {
        thing
            .validate()
            .into_iter()
            .map(|f| (f.field_name, f.error_code))
            .collect()
    };
    let named = |name: &str| PutThing {
        name: Some(name.to_owned()),
        ..PutThing::default()
    };
    assert_eq!(
        codes(PutThing::default()),
        [("Name".into(), "NotEmpty".into())]
    );
    assert_eq!(codes(named("x")), [("Name".into(), "Length".into())]);
    let nested = PutThing {
        child: Some(Box::default()),
        ..named("fine")
    };
    assert_eq!(codes(nested), [("Child.Name".into(), "NotEmpty".into())]);
    let failure = named("x").validate().remove(0);
    assert_eq!(
        failure.message,
        "'Name' must be between 2 and 10 characters. You entered 1 characters."
    );
    let meta: Vec<_> = failure.meta.keys().map(String::as_str).collect();
    assert_eq!(
        meta,
        [
            "MinLength",
            "MaxLength",
            "TotalLength",
            "PropertyName",
            "PropertyValue"
        ]
    );
}

/// Each file in `ui` must fail to compile with the message beside it.
#[test]
fn what_the_derives_refuse_is_explained() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
