use std::collections::HashMap;
use std::sync::OnceLock;

use contract::{
    DataContract, DataMember, EnumMember, ErrorResponse, PropertyDescriptor, PropertyType,
    ResponseError, ResponseStatus, TypeDescriptor, TypeKind, TypeRef, TypeShape,
};

use super::scalars;
use crate::clr_name::ClrName;
use crate::{MetadataPropertyType, MetadataType, MetadataTypeName, MetadataTypes};

/// More dimensions than any API's arrays have; such a type is unknown.
const DEEPEST_ARRAY: usize = 8;
/// More bases than any class has: whoever has as many inherits from itself.
const LONGEST_LINEAGE: usize = 64;

/// What the type parameters of a generic class stand for.
type Arguments = HashMap<String, TypeRef>;

/// The types of a description as the formats need them.
///
/// Descriptors live as long as the process, like those that are stated in Rust: a format keeps
/// references to them. So a description is read into contracts once, not per request.
pub(crate) struct Contracts<'a> {
    description: &'a MetadataTypes,
    /// Classes by name with arguments, entered before their members are known.
    known: HashMap<String, TypeRef>,
}

impl<'a> Contracts<'a> {
    pub(crate) fn new(description: &'a MetadataTypes) -> Self {
        Self {
            description,
            known: HashMap::new(),
        }
    }

    /// The type that is referred to; `None` if nothing is known of it.
    pub(crate) fn of(&mut self, reference: &MetadataTypeName) -> Option<TypeRef> {
        self.resolve(&ClrName::of_reference(reference), &Arguments::new())
    }

    /// That class.
    pub(crate) fn of_type(&mut self, class: &MetadataType) -> Option<TypeRef> {
        self.resolve(&ClrName::of_class(class), &Arguments::new())
    }

    fn resolve(&mut self, name: &ClrName, arguments: &Arguments) -> Option<TypeRef> {
        if name.array_rank > DEEPEST_ARRAY {
            return None;
        }
        let mut rank = name.array_rank;
        let mut element = if name.name == "Byte" && rank > 0 {
            rank -= 1;
            contract::Bytes::type_ref()
        } else {
            self.resolve_element(name, arguments)?
        };
        for _ in 0..rank {
            element = TypeRef::array(element);
        }
        Some(element)
    }

    fn resolve_element(&mut self, name: &ClrName, arguments: &Arguments) -> Option<TypeRef> {
        if let Some(argument) = arguments.get(&name.name) {
            return Some(argument.clone());
        }
        if let Some(scalar) = scalars::type_ref(&name.name) {
            return Some(scalar);
        }
        let resolved: Option<Vec<TypeRef>> = name
            .arguments
            .iter()
            .map(|argument| self.resolve(argument, arguments))
            .collect();
        if let Some((generic, shape)) = collection(&name.name) {
            return Some(TypeRef::collection(generic, shape, resolved?));
        }
        match name.name.as_str() {
            "Nullable" => Some(resolved?.pop()?.nullable()),
            "ResponseStatus" => Some(ResponseStatus::type_ref()),
            "ResponseError" => Some(ResponseError::type_ref()),
            "ErrorResponse" => Some(ErrorResponse::type_ref()),
            _ => self.class(name, resolved.unwrap_or_default()),
        }
    }

    fn class(&mut self, name: &ClrName, args: Vec<TypeRef>) -> Option<TypeRef> {
        let key = format!("{}{args:?}", name.name);
        if let Some(known) = self.known.get(&key) {
            return Some(known.clone());
        }
        let mut classes = self.description.all_types();
        let class = classes.find(|class| name.is_of(class) && !class.is_interface)?;
        let cell: &'static OnceLock<TypeDescriptor> = Box::leak(Box::default());
        let (name, namespace) = (kept(&class.name), kept(&class.namespace));
        let reference = if class.is_enum {
            TypeRef::read_enumeration(name, namespace, cell)
        } else {
            TypeRef::read_object(name, namespace, cell).with_generic_args(args.clone())
        };
        self.known.insert(key, reference.clone());
        let parameters = class.generic_args.iter().flatten().cloned();
        let arguments: Arguments = parameters.zip(args).collect();
        let descriptor = self.describe(class, name, namespace, &arguments);
        let _ = cell.set(descriptor);
        Some(reference)
    }

    fn describe(
        &mut self,
        class: &MetadataType,
        name: &'static str,
        namespace: &'static str,
        arguments: &Arguments,
    ) -> TypeDescriptor {
        let properties = class.own_properties().iter();
        TypeDescriptor {
            kind: kind(class),
            inherits: self.base(class, arguments),
            properties: properties
                .map(|property| self.property(property, arguments))
                .collect(),
            enum_members: enum_members(class),
            data_contract: class.data_contract.as_ref().map(|stated| DataContract {
                name: stated.name.as_deref().map(kept),
                namespace: stated.namespace.as_deref().map(kept),
            }),
            ..TypeDescriptor::new(name, namespace)
        }
    }

    /// The base class, unless the description has the class for a base of itself.
    fn base(&mut self, class: &MetadataType, arguments: &Arguments) -> Option<TypeRef> {
        let base_of = |class: &&'a MetadataType| {
            let base = ClrName::of_reference(class.inherits.as_ref()?);
            self.description.all_types().find(|found| base.is_of(found))
        };
        let base = ClrName::of_reference(class.inherits.as_ref()?);
        let first = self.description.all_types().find(|found| base.is_of(found));
        let lineage = std::iter::successors(first, base_of);
        (lineage.take(LONGEST_LINEAGE).count() < LONGEST_LINEAGE)
            .then(|| self.resolve(&base, arguments))?
    }

    /// A type of which nothing is known is null wherever it is written.
    fn property(
        &mut self,
        property: &MetadataPropertyType,
        arguments: &Arguments,
    ) -> PropertyDescriptor {
        let name = ClrName::of_property(property);
        let resolved = self.resolve(&name, arguments);
        PropertyDescriptor {
            name: kept(&property.name),
            type_ref: resolved.unwrap_or_else(|| TypeRef::parameter("?")),
            description: None,
            required: property.is_required,
            data_member: property.data_member.as_ref().map(|stated| DataMember {
                name: stated.name.as_deref().map(kept),
                order: stated.order,
            }),
            attributes: Vec::new(),
        }
    }
}

/// The text for the rest of the process.
fn kept(text: &str) -> &'static str {
    Box::leak(text.into())
}

fn kind(class: &MetadataType) -> TypeKind {
    match class {
        class if class.is_enum => TypeKind::Enum {
            flags: class.is_flags(),
        },
        class if class.is_abstract => TypeKind::Abstract,
        _ => TypeKind::Class,
    }
}

fn enum_members(class: &MetadataType) -> Vec<EnumMember> {
    let names = class.enum_names.iter().flatten().enumerate();
    let nth = |list: &Option<Vec<String>>, index: usize| list.as_ref()?.get(index).cloned();
    let member = |(index, name): (usize, &String)| {
        let stated = nth(&class.enum_values, index).and_then(|value| value.parse().ok());
        EnumMember {
            name: kept(name),
            value: stated.unwrap_or_else(|| i64::try_from(index).unwrap_or_default()),
            wire_name: nth(&class.enum_member_values, index).map(|name| kept(&name)),
            description: None,
        }
    };
    names.map(member).collect()
}

/// .NET's collections by what they look like on the wire.
fn collection(name: &str) -> Option<(&'static str, TypeShape)> {
    Some(match name {
        "List"
        | "IList"
        | "ICollection"
        | "Collection"
        | "IEnumerable"
        | "IReadOnlyList"
        | "IReadOnlyCollection"
        | "Queue"
        | "Stack"
        | "LinkedList" => ("List`1", TypeShape::List),
        "HashSet" | "ISet" | "SortedSet" => ("HashSet`1", TypeShape::List),
        "Dictionary"
        | "IDictionary"
        | "SortedDictionary"
        | "ConcurrentDictionary"
        | "IReadOnlyDictionary" => ("Dictionary`2", TypeShape::Dictionary),
        _ => return None,
    })
}
