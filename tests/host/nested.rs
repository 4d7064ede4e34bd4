//! A class that holds itself.

use contract::Dto;

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct Nested {
    pub(crate) id: i32,
    pub(crate) name: Option<String>,
    pub(crate) child: Option<Box<Nested>>,
}
