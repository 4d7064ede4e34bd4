pub(crate) use crate::native::type_parser::ClrName;
use crate::native::type_parser::parse;
use crate::{MetadataPropertyType, MetadataType, MetadataTypeName};

impl ClrName {
    /// The type of a property.
    pub(crate) fn of_property(property: &MetadataPropertyType) -> Self {
        let name = property.type_name.as_deref().unwrap_or_default();
        parse(name, property.generic_args.as_deref().unwrap_or_default())
    }

    /// The type that is referred to.
    pub(crate) fn of_reference(reference: &MetadataTypeName) -> Self {
        let arguments = reference.generic_args.as_deref().unwrap_or_default();
        parse(&reference.name, arguments)
    }

    /// The class itself, without arguments.
    pub(crate) fn of_class(class: &MetadataType) -> Self {
        parse(&class.name, &[])
    }

    /// Whether a class goes by this name, whatever its arguments.
    pub(crate) fn is_of(&self, class: &MetadataType) -> bool {
        class.name.split('`').next() == Some(&self.name)
    }
}
