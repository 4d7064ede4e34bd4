//! ServiceStack's own types that an API refers to without describing them: a description leaves them
//! out, as most client libraries bring them along, but languages without such a library need them.

use std::sync::LazyLock;

use crate::{
    MetadataDataContract, MetadataDataMember, MetadataPropertyType, MetadataType, MetadataTypeName,
};

/// The namespace of all of them.
pub(super) const NAMESPACE: &str = "ServiceStack";

/// The interface that says what an operation answers.
pub(super) const RETURNS: &str = "IReturn`1";

/// The interface of operations that answer nothing.
pub(super) const RETURNS_VOID: &str = "IReturnVoid";

static TYPES: LazyLock<Vec<MetadataType>> = LazyLock::new(|| {
    let mut types = interfaces();
    types.extend(contracts());
    types.extend(queries());
    types
});

/// All of them, interfaces first.
pub(super) fn types() -> &'static [MetadataType] {
    &TYPES
}

fn interfaces() -> Vec<MetadataType> {
    let plain = [
        "IReturnVoid",
        "IGet",
        "IPost",
        "IPut",
        "IDelete",
        "IPatch",
        "ICrud",
    ];
    let of_table = [
        "ICreateDb`1",
        "IUpdateDb`1",
        "IPatchDb`1",
        "IDeleteDb`1",
        "ISaveDb`1",
    ];
    let with_property: [(&str, &[&str]); 5] = [
        ("IMeta", &["Meta:Dictionary<String,String>"]),
        ("IHasSessionId", &["SessionId:String"]),
        ("IHasBearerToken", &["BearerToken:String"]),
        ("IHasRefreshToken", &["RefreshToken:String"]),
        ("IHasVersion", &["Version:Int32"]),
    ];
    let mut types = vec![declared(RETURNS, "T", &[])];
    types.extend(plain.map(|name| declared(name, "", &[])));
    types.extend(of_table.map(|name| declared(name, "Table", &[])));
    types.extend(with_property.map(|(name, properties)| declared(name, "", properties)));
    for interface in &mut types {
        interface.is_interface = true;
    }
    types
}

/// Classes with `[DataContract]`, whose members are numbered.
fn contracts() -> Vec<MetadataType> {
    const STATUS: &str = "ResponseStatus:ResponseStatus";
    const META: &str = "Meta:Dictionary<String,String>";
    let mut types = vec![
        declared(
            "ResponseError",
            "",
            &[
                "ErrorCode:String",
                "FieldName:String",
                "Message:String",
                META,
            ],
        ),
        declared(
            "ResponseStatus",
            "",
            &[
                "ErrorCode:String",
                "Message:String",
                "StackTrace:String",
                "Errors:List<ResponseError>",
                META,
            ],
        ),
        declared("ErrorResponse", "", &[STATUS]),
        declared("EmptyResponse", "", &[STATUS]),
        declared("IdResponse", "", &["Id:String", STATUS]),
        declared("StringResponse", "", &["Result:String", META, STATUS]),
        declared(
            "StringsResponse",
            "",
            &["Results:List<String>", META, STATUS],
        ),
        declared(
            "KeyValuePair`2",
            "TKey,TValue",
            &["Key:'TKey", "Value:'TValue"],
        ),
    ];
    for contract in &mut types {
        contract.data_contract = Some(MetadataDataContract::default());
        for (order, property) in (1..).zip(contract.properties.iter_mut().flatten()) {
            property.data_member = Some(MetadataDataMember {
                order: Some(order),
                ..MetadataDataMember::default()
            });
        }
    }
    types
}

/// The bases of AutoQuery requests, and their response.
fn queries() -> Vec<MetadataType> {
    let base = declared(
        "QueryBase",
        "",
        &[
            "Skip:Nullable<Int32>",
            "Take:Nullable<Int32>",
            "OrderBy:String",
            "OrderByDesc:String",
            "Include:String",
            "Fields:String",
            "Meta:Dictionary<String,String>",
        ],
    );
    let mut types = vec![base];
    for (name, parameters) in [
        ("QueryDb`1", "T"),
        ("QueryDb`2", "From,Into"),
        ("QueryData`1", "T"),
        ("QueryData`2", "From,Into"),
    ] {
        types.push(MetadataType {
            inherits: Some(MetadataTypeName {
                name: "QueryBase".to_owned(),
                namespace: Some(NAMESPACE.to_owned()),
                generic_args: None,
            }),
            is_abstract: true,
            ..declared(name, parameters, &[])
        });
    }
    types.push(declared(
        "QueryResponse`1",
        "T",
        &[
            "Offset:Int32",
            "Total:Int32",
            "Results:List<'T>",
            "Meta:Dictionary<String,String>",
            "ResponseStatus:ResponseStatus",
        ],
    ));
    types
}

/// A class of `Name:Type` properties; `parameters` are separated by commas.
fn declared(name: &str, parameters: &str, properties: &[&str]) -> MetadataType {
    let parameters: Vec<String> = parameters
        .split(',')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    let properties: Vec<_> = properties
        .iter()
        .filter_map(|text| property(text))
        .collect();
    MetadataType {
        name: name.to_owned(),
        namespace: NAMESPACE.to_owned(),
        generic_args: (!parameters.is_empty()).then_some(parameters),
        properties: (!properties.is_empty()).then_some(properties),
        ..MetadataType::default()
    }
}

/// A property of `text`, `Name:Type`.
fn property(text: &str) -> Option<MetadataPropertyType> {
    let (name, type_name) = text.split_once(':')?;
    Some(MetadataPropertyType {
        name: name.to_owned(),
        type_name: Some(type_name.to_owned()),
        is_value_type: matches!(type_name, "Int32" | "Nullable<Int32>"),
        ..MetadataPropertyType::default()
    })
}
