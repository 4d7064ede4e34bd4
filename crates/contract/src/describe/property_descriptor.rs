use super::TypeRef;

/// `[DataMember]` of a property.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataMember {
    /// Another name on the wire.
    pub name: Option<&'static str>,
    /// Its place in XML and in generated code.
    pub order: Option<i32>,
}

/// A .NET attribute that generated code repeats, for example `Validate(Validator="NotEmpty")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name without `Attribute`.
    pub name: &'static str,
    /// Its named arguments: name, .NET type, value.
    pub args: Vec<(&'static str, &'static str, String)>,
}

/// A property of a class.
#[derive(Debug, Clone)]
pub struct PropertyDescriptor {
    /// CLR name: `OrganisationId`.
    pub name: &'static str,
    /// Its type.
    pub type_ref: TypeRef,
    /// The doc comment.
    pub description: Option<&'static str>,
    /// Whether a caller must send it.
    pub required: bool,
    /// `[DataMember]`, where stated.
    pub data_member: Option<DataMember>,
    /// Other attributes that generated code repeats.
    pub attributes: Vec<Attribute>,
}

impl PropertyDescriptor {
    /// The name that it goes by on the wire, before any text case: the alias or the CLR name.
    pub fn wire_name(&self) -> &'static str {
        self.data_member
            .as_ref()
            .and_then(|member| member.name)
            .unwrap_or(self.name)
    }
}
