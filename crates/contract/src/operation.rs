use crate::{Dto, ResponseType, Route, TypeDescriptor, TypeRef, Verbs, Visibility};

/// A request DTO that names an operation; made by `#[derive(Operation)]`.
pub trait Operation: Dto {
    /// What it answers with.
    type Response: ResponseType;

    /// The operation as it is stated on the DTO.
    fn operation() -> &'static OperationDescriptor;

    /// Checks the rules stated on the DTO; empty if all hold.
    fn validate(&self) -> Vec<crate::Failure>;
}

/// What an operation states that it returns.
#[derive(Debug, Clone, PartialEq)]
pub enum Returns {
    /// `IReturn<T>`.
    Type(TypeRef),
    /// `IReturnVoid`.
    Void,
    /// No marker at all.
    Nothing,
}

/// Who may call an operation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Access {
    /// Whether a caller must be signed in. Roles imply it.
    pub authenticated: bool,
    /// Roles that a caller must all have.
    pub required_roles: &'static [&'static str],
    /// Roles of which a caller must have at least one.
    pub any_roles: &'static [&'static str],
    /// Whether the service of an open operation looks at the credentials itself, so that the host
    /// need not find out who is calling.
    pub checked_by_service: bool,
}

impl Access {
    /// Whether anybody may call it.
    pub const fn is_open(&self) -> bool {
        !self.authenticated && self.required_roles.is_empty() && self.any_roles.is_empty()
    }
}

/// An operation as it is stated on its request DTO.
#[derive(Debug, Clone)]
pub struct OperationDescriptor {
    /// The request DTO.
    pub request: &'static TypeDescriptor,
    /// The request DTO as others refer to it.
    pub request_ref: TypeRef,
    /// What it returns.
    pub returns: Returns,
    /// The paths that it answers on, beside the predefined ones.
    pub routes: Vec<Route>,
    /// The verbs that the service implements.
    pub actions: Verbs,
    /// Whether it takes the files of a multipart request; those sent to any other are not kept.
    pub takes_files: bool,
    /// Who may call it.
    pub access: Access,
    /// Who finds it in metadata.
    pub visibility: Visibility,
    /// The groups that metadata lists it under.
    pub tags: &'static [&'static str],
}

impl OperationDescriptor {
    /// The name of the operation, which is that of its request DTO.
    pub const fn name(&self) -> &'static str {
        self.request.name
    }
}
