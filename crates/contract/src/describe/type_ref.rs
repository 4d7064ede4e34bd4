use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use super::TypeDescriptor;

/// What values of a type look like on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeShape {
    /// One text: numbers, strings, dates, enums.
    Scalar,
    /// `Nullable<T>`: the first generic argument, or null.
    Nullable,
    /// A list of the first generic argument: `List<T>`, `T[]`, `HashSet<T>`.
    List,
    /// A dictionary from the first generic argument to the second.
    Dictionary,
    /// A class with the members of its descriptor.
    Object,
}

/// How a type is referred to: its .NET name and what it is made of.
#[derive(Clone)]
pub struct TypeRef {
    /// CLR name without namespace: `Int32`, `List`1`, `String[]`, `HelloResponse`.
    pub name: Cow<'static, str>,
    /// CLR namespace: `System`, `System.Collections.Generic`, or the application's.
    pub namespace: Cow<'static, str>,
    /// Arguments of a generic type; the element of an array.
    pub generic_args: Vec<TypeRef>,
    /// What its values look like.
    pub shape: TypeShape,
    /// Whether null needs `Nullable<T>`: numbers, enums, dates.
    pub is_value_type: bool,
    descriptor: Option<DescriptorSource>,
}

/// Where a descriptor is found; late, since a type may refer to itself.
#[derive(Clone, Copy)]
enum DescriptorSource {
    /// Stated in Rust.
    Stated(fn() -> &'static TypeDescriptor),
    /// Read from a description.
    Read(&'static OnceLock<TypeDescriptor>),
}

impl TypeRef {
    /// A scalar of .NET's `System` namespace, for example `Int32`.
    pub const fn scalar(name: &'static str, is_value_type: bool) -> Self {
        Self {
            name: Cow::Borrowed(name),
            namespace: Cow::Borrowed("System"),
            generic_args: Vec::new(),
            shape: TypeShape::Scalar,
            is_value_type,
            descriptor: None,
        }
    }

    /// A type parameter of a generic class, by its name.
    pub fn parameter(name: &'static str) -> Self {
        Self {
            namespace: Cow::Borrowed(""),
            ..Self::scalar(name, false)
        }
    }

    /// A class or interface with a descriptor.
    pub const fn object(
        name: &'static str,
        namespace: &'static str,
        descriptor: fn() -> &'static TypeDescriptor,
    ) -> Self {
        Self {
            name: Cow::Borrowed(name),
            namespace: Cow::Borrowed(namespace),
            generic_args: Vec::new(),
            shape: TypeShape::Object,
            is_value_type: false,
            descriptor: Some(DescriptorSource::Stated(descriptor)),
        }
    }

    /// An enumeration with a descriptor.
    pub fn enumeration(
        name: &'static str,
        namespace: &'static str,
        descriptor: fn() -> &'static TypeDescriptor,
    ) -> Self {
        Self {
            shape: TypeShape::Scalar,
            is_value_type: true,
            ..Self::object(name, namespace, descriptor)
        }
    }

    /// A class that was read from a description; `descriptor` is set once its members are known,
    /// and until then it has none.
    pub fn read_object(
        name: &'static str,
        namespace: &'static str,
        descriptor: &'static OnceLock<TypeDescriptor>,
    ) -> Self {
        Self {
            namespace: Cow::Borrowed(namespace),
            shape: TypeShape::Object,
            descriptor: Some(DescriptorSource::Read(descriptor)),
            ..Self::scalar(name, false)
        }
    }

    /// An enumeration that was read from a description, as [`TypeRef::read_object`].
    pub fn read_enumeration(
        name: &'static str,
        namespace: &'static str,
        descriptor: &'static OnceLock<TypeDescriptor>,
    ) -> Self {
        Self {
            shape: TypeShape::Scalar,
            is_value_type: true,
            ..Self::read_object(name, namespace, descriptor)
        }
    }

    /// A type of `System.Collections.Generic` over `generic_args`.
    pub fn collection(name: &'static str, shape: TypeShape, generic_args: Vec<Self>) -> Self {
        Self {
            name: Cow::Borrowed(name),
            namespace: Cow::Borrowed("System.Collections.Generic"),
            generic_args,
            shape,
            is_value_type: false,
            descriptor: None,
        }
    }

    /// `T[]`.
    pub fn array(element: Self) -> Self {
        Self {
            name: Cow::Owned(format!("{}[]", element.name)),
            namespace: element.namespace.clone(),
            generic_args: vec![element],
            shape: TypeShape::List,
            is_value_type: false,
            descriptor: None,
        }
    }

    /// `Nullable<T>` for a value type, the type itself for a reference type.
    pub fn nullable(self) -> Self {
        if !self.is_value_type || self.shape == TypeShape::Nullable {
            return self;
        }
        Self {
            shape: TypeShape::Nullable,
            is_value_type: true,
            generic_args: vec![self],
            ..Self::scalar("Nullable`1", true)
        }
    }

    /// The same list type written as an array; other types stay as they are.
    pub fn into_array(mut self) -> Self {
        match (self.shape, self.generic_args.pop()) {
            (TypeShape::List, Some(element)) => Self::array(element),
            (_, last) => {
                self.generic_args.extend(last);
                self
            }
        }
    }

    /// The same class with the given arguments, for references to a generic base class.
    pub fn with_generic_args(mut self, generic_args: Vec<Self>) -> Self {
        self.generic_args = generic_args;
        self
    }

    /// The members of a class or enumeration; `None` for .NET's own types.
    pub fn descriptor(&self) -> Option<&'static TypeDescriptor> {
        match self.descriptor? {
            DescriptorSource::Stated(describe) => Some(describe()),
            DescriptorSource::Read(cell) => cell.get(),
        }
    }

    /// Whether it is an enumeration.
    pub fn is_enum(&self) -> bool {
        self.shape == TypeShape::Scalar && self.descriptor.is_some()
    }
}

impl fmt::Debug for TypeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if self.generic_args.is_empty() || self.name.ends_with("[]") {
            return Ok(());
        }
        f.debug_list().entries(&self.generic_args).finish()
    }
}

impl PartialEq for TypeRef {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.namespace == other.namespace
            && self.generic_args == other.generic_args
    }
}
