use std::collections::HashMap;

use contract::Map;
use jsv::scalar::camel_case;

use super::constraints::constrain;
use super::scalars::{bytes, flags, scalar};
use super::schema::Schema;
use crate::clr_name::ClrName;
use crate::{MetadataPropertyType, MetadataType, MetadataTypes};

/// What the type parameters of a class stand for.
type Bound = HashMap<String, ClrName>;

/// The schemas of the classes and enumerations that were referred to.
pub(super) struct Components<'a> {
    api: &'a MetadataTypes,
    schemas: Map<String, Schema>,
}

impl<'a> Components<'a> {
    pub(super) fn new(api: &'a MetadataTypes) -> Self {
        let schemas = Map::new();
        Self { api, schemas }
    }

    /// The schemas by name, in alphabetical order.
    pub(super) fn finish(mut self) -> Map<String, Schema> {
        self.schemas.sort_keys();
        self.schemas
    }

    /// A value of that type, which is never null.
    pub(super) fn of(&mut self, name: &ClrName) -> Schema {
        self.bound(name, &Bound::new())
    }

    /// The component that `schema` refers to, or itself.
    pub(super) fn resolved<'s>(&'s self, schema: &'s Schema) -> &'s Schema {
        let name = schema.reference.as_deref();
        let name = name.and_then(|reference| reference.rsplit('/').next());
        name.and_then(|name| self.schemas.get(name))
            .unwrap_or(schema)
    }

    /// The request or response DTO.
    pub(super) fn of_class(&mut self, class: &MetadataType) -> Schema {
        self.of(&ClrName::of_class(class))
    }

    /// The properties of a class, those of its bases first, with the classes' type parameters
    /// replaced.
    pub(super) fn members(
        &self,
        class: &'a MetadataType,
    ) -> Vec<(&'a MetadataPropertyType, ClrName)> {
        self.members_of(class, &Bound::new())
    }

    fn members_of(
        &self,
        class: &'a MetadataType,
        bound: &Bound,
    ) -> Vec<(&'a MetadataPropertyType, ClrName)> {
        let base = class.inherits.as_ref().and_then(|base| {
            let name = replaced(&ClrName::of_reference(base), bound);
            let described = self.class(&name)?;
            // A class that inherits itself describes nothing.
            let is_other = !std::ptr::eq(described, class);
            is_other.then(|| self.members_of(described, &arguments_of(described, &name)))
        });
        let own = class.own_properties().iter();
        let own = own.map(|property| (property, replaced(&ClrName::of_property(property), bound)));
        base.unwrap_or_default().into_iter().chain(own).collect()
    }

    fn bound(&mut self, name: &ClrName, bound: &Bound) -> Schema {
        let name = &replaced(name, bound);
        if name.array_rank > 0 {
            return self.array(name, bound);
        }
        let argument = |at: usize| name.arguments.get(at);
        match name.name.as_str() {
            "Nullable" => {
                argument(0).map_or_else(Schema::default, |held| self.bound(held, bound).or_null())
            }
            "HashSet" | "ISet" | "SortedSet" => self.list(argument(0), bound, true),
            "List"
            | "IList"
            | "IEnumerable"
            | "ICollection"
            | "IReadOnlyList"
            | "IReadOnlyCollection"
            | "Queue"
            | "Stack"
            | "Collection" => self.list(argument(0), bound, false),
            "Dictionary"
            | "IDictionary"
            | "SortedDictionary"
            | "ConcurrentDictionary"
            | "IReadOnlyDictionary" => self.dictionary(argument(0), argument(1), bound),
            "Stream" => bytes(),
            plain => scalar(plain).unwrap_or_else(|| self.component(name)),
        }
    }

    fn array(&mut self, name: &ClrName, bound: &Bound) -> Schema {
        let element = ClrName {
            array_rank: name.array_rank - 1,
            ..name.clone()
        };
        if element.name == "Byte" && element.array_rank == 0 {
            return bytes();
        }
        self.list(Some(&element), bound, false)
    }

    fn list(&mut self, item: Option<&ClrName>, bound: &Bound, is_set: bool) -> Schema {
        let items = item.map_or_else(Schema::default, |item| self.item(item, bound));
        Schema {
            unique_items: is_set,
            ..Schema::list(items)
        }
    }

    /// An item of a list, which .NET lets be null unless it is of a value type. The host itself
    /// makes and reads the errors of a `ResponseStatus`, of which none is null.
    fn item(&mut self, name: &ClrName, bound: &Bound) -> Schema {
        let schema = self.bound(name, bound);
        let is_never_null = name.name == "ResponseError";
        match is_never_null || self.is_value_type(&replaced(name, bound)) {
            true => schema,
            false => schema.or_null(),
        }
    }

    fn is_value_type(&self, name: &ClrName) -> bool {
        let is_simple = || match name.name.as_str() {
            "String" | "Uri" | "Type" => false,
            other => scalar(other).is_some(),
        };
        let is_enum = || self.class(name).is_some_and(|class| class.is_enum);
        name.array_rank == 0 && (is_simple() || is_enum())
    }

    fn dictionary(
        &mut self,
        key: Option<&ClrName>,
        value: Option<&ClrName>,
        bound: &Bound,
    ) -> Schema {
        let values = value.map_or_else(Schema::default, |value| self.bound(value, bound));
        let is_number = key.is_some_and(|key| key.name.contains("Int") || key.name == "Byte");
        let keys = Schema {
            pattern: Some("^-?[0-9]{1,9}$".to_owned()),
            ..Schema::default()
        };
        Schema {
            additional_properties: Some(Box::new(values)),
            property_names: is_number.then(|| Box::new(keys)),
            ..Schema::of("object")
        }
    }

    /// A reference to a class or enumeration, which is described once; any value if it is not
    /// known.
    fn component(&mut self, name: &ClrName) -> Schema {
        let Some(described) = self.class(name) else {
            return Schema::default();
        };
        let key = key(name);
        if !self.schemas.contains_key(&key) {
            // Before its members, which may refer to it again.
            self.schemas.insert(key.clone(), Schema::default());
            let schema = if described.is_enum {
                enumeration(described)
            } else {
                self.object(described, name)
            };
            self.schemas.insert(key.clone(), schema);
        }
        Schema::to_component(&key)
    }

    fn object(&mut self, class: &'a MetadataType, name: &ClrName) -> Schema {
        let mut schema = Schema {
            description: class.description.clone(),
            ..Schema::of("object")
        };
        for (property, type_name) in self.members_of(class, &arguments_of(class, name)) {
            let member = self.member(property, &type_name);
            let name = wire_name(property);
            if property.is_required {
                schema.required.push(name.clone());
            }
            schema.properties.insert(name, member);
        }
        schema
    }

    fn member(&mut self, property: &MetadataPropertyType, type_name: &ClrName) -> Schema {
        let mut schema = self.of(type_name);
        constrain(&mut schema, property);
        if !property.is_value_type && !property.is_required {
            schema = schema.or_null();
        }
        if property.description.is_some() {
            schema.description.clone_from(&property.description);
        }
        schema
    }

    fn class(&self, name: &ClrName) -> Option<&'a MetadataType> {
        self.api
            .all_types()
            .find(|class| name.is_of(class) && class.namespace != "System")
    }
}

/// The name that a property goes by in JSON.
pub(crate) fn wire_name(property: &MetadataPropertyType) -> String {
    let stated = property.data_member.as_ref();
    stated
        .and_then(|member| member.name.clone())
        .unwrap_or_else(|| camel_case(&property.name).into_owned())
}

/// Names as text, flags as their number.
fn enumeration(described: &MetadataType) -> Schema {
    if described.is_enum_int || described.is_flags() {
        return Schema {
            description: described.description.clone(),
            ..flags()
        };
    }
    let names = described.enum_names.clone().unwrap_or_default();
    Schema {
        values: described.enum_member_values.clone().unwrap_or(names),
        description: described.description.clone(),
        ..Schema::of("string")
    }
}

/// `QueryResponse_Nested` for a generic class.
fn key(name: &ClrName) -> String {
    let arguments = name.arguments.iter().map(key);
    let parts: Vec<String> = [name.name.clone()].into_iter().chain(arguments).collect();
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    parts.join("_").replace(|c| !is_allowed(c), "_")
}

fn arguments_of(class: &MetadataType, name: &ClrName) -> Bound {
    let parameters = class.generic_args.iter().flatten();
    let parameters = parameters.map(|parameter| parameter.trim_start_matches('\'').to_owned());
    parameters.zip(name.arguments.iter().cloned()).collect()
}

fn replaced(name: &ClrName, bound: &Bound) -> ClrName {
    if let Some(argument) = bound.get(&name.name) {
        return ClrName {
            array_rank: argument.array_rank + name.array_rank,
            ..argument.clone()
        };
    }
    ClrName {
        arguments: name
            .arguments
            .iter()
            .map(|held| replaced(held, bound))
            .collect(),
        ..name.clone()
    }
}
