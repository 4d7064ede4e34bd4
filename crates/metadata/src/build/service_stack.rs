use crate::MetadataType;

/// Where ServiceStack's interfaces are.
pub(super) const NAMESPACE: &str = "ServiceStack";

/// The interfaces that say what a request returns, which no DTO states as its own.
pub(super) fn return_markers() -> [MetadataType; 2] {
    let marker = |name: &str| MetadataType {
        name: name.to_owned(),
        namespace: NAMESPACE.to_owned(),
        is_interface: true,
        is_abstract: true,
        ..MetadataType::default()
    };
    let returns = MetadataType {
        generic_args: Some(vec!["T".to_owned()]),
        ..marker("IReturn`1")
    };
    [returns, marker("IReturnVoid")]
}
