use super::{Attribute, PropertyDescriptor, TypeRef};

/// What sort of .NET type it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeKind {
    /// A class.
    Class,
    /// A class that is only inherited from.
    Abstract,
    /// An interface.
    Interface,
    /// An enumeration; `flags` for one whose values combine.
    Enum {
        /// Marked `[Flags]`: written as a number.
        flags: bool,
    },
}

/// `[DataContract]` of a class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataContract {
    /// Another name on the wire.
    pub name: Option<&'static str>,
    /// Another XML namespace.
    pub namespace: Option<&'static str>,
}

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumMember {
    /// Its CLR name.
    pub name: &'static str,
    /// Its number.
    pub value: i64,
    /// Its `[EnumMember(Value = …)]` name on the wire.
    pub wire_name: Option<&'static str>,
    /// Its doc comment.
    pub description: Option<&'static str>,
}

/// A class, interface or enumeration as .NET would state it: what metadata and formats read.
#[derive(Debug, Clone)]
pub struct TypeDescriptor {
    /// CLR name, with arity for a generic one: ``QueryResponse`1``.
    pub name: &'static str,
    /// CLR namespace.
    pub namespace: &'static str,
    /// What sort of type it is.
    pub kind: TypeKind,
    /// Names of the type parameters of a generic class.
    pub type_parameters: &'static [&'static str],
    /// The base class.
    pub inherits: Option<TypeRef>,
    /// The interfaces stated on this class.
    pub implements: Vec<TypeRef>,
    /// The properties that this class itself declares, in order.
    pub properties: Vec<PropertyDescriptor>,
    /// The values of an enumeration, in order.
    pub enum_members: Vec<EnumMember>,
    /// The doc comment.
    pub description: Option<&'static str>,
    /// `[DataContract]`, where stated.
    pub data_contract: Option<DataContract>,
    /// Other attributes that generated code repeats.
    pub attributes: Vec<Attribute>,
}

impl TypeDescriptor {
    /// A class of that name without members.
    pub const fn new(name: &'static str, namespace: &'static str) -> Self {
        Self {
            name,
            namespace,
            kind: TypeKind::Class,
            type_parameters: &[],
            inherits: None,
            implements: Vec::new(),
            properties: Vec::new(),
            enum_members: Vec::new(),
            description: None,
            data_contract: None,
            attributes: Vec::new(),
        }
    }

    /// Whether its values combine and go out as a number.
    pub const fn is_flags(&self) -> bool {
        matches!(self.kind, TypeKind::Enum { flags: true })
    }

    /// The class and its bases, the base-most first.
    pub fn lineage(&self) -> Vec<&TypeDescriptor> {
        let mut lineage = vec![self];
        let mut next = self.inherits.as_ref();
        while let Some(base) = next.and_then(TypeRef::descriptor) {
            lineage.push(base);
            next = base.inherits.as_ref();
        }
        lineage.reverse();
        lineage
    }

    /// The property of that name, in any case, of the class or a base of it.
    pub fn property(&self, name: &str) -> Option<&PropertyDescriptor> {
        let matches =
            |property: &&PropertyDescriptor| property.wire_name().eq_ignore_ascii_case(name);
        self.properties.iter().find(matches).or_else(|| {
            self.inherits
                .as_ref()
                .and_then(TypeRef::descriptor)
                .and_then(|base| base.property(name))
        })
    }
}
