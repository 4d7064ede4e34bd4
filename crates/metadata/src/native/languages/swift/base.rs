use super::Types;
use crate::native::api::Api;
use crate::native::declaration::Declaration;
use crate::native::escape::dotted_name;
use crate::native::type_ref::TypeRef;
use crate::native::type_syntax::TypeSyntax;

/// What a class derives from.
pub(super) enum Base<'a> {
    None,
    /// A class of the file.
    Class(&'a TypeRef),
    /// A class of the client's, which the option `BaseClass` names.
    Foreign,
    /// None, with all that it would inherit: a generic base under `ExcludeGenericBaseTypes`.
    Flattened,
}

impl<'a> Base<'a> {
    pub(super) fn of(api: &Api<'_>, declaration: &'a Declaration<'_>) -> Self {
        match &declaration.base {
            Some(TypeRef::Named(named))
                if api.config.exclude_generic_base_types && !named.arguments.is_empty() =>
            {
                Self::Flattened
            }
            Some(base @ TypeRef::Named(_)) => Self::Class(base),
            _ if base_class(api).is_some() => Self::Foreign,
            _ => Self::None,
        }
    }

    pub(super) fn name(&self, api: &Api<'_>) -> Option<String> {
        match self {
            Self::Class(base) => Some(Types.write(base)),
            Self::Foreign => base_class(api),
            Self::None | Self::Flattened => None,
        }
    }

    pub(super) fn initializer(&self) -> &'static str {
        match self {
            Self::None | Self::Flattened => "required public init(){}",
            Self::Class(_) => "required public init(){ super.init() }",
            Self::Foreign => "required override public init(){ super.init() }",
        }
    }
}

/// The class that those without a base derive from.
fn base_class(api: &Api<'_>) -> Option<String> {
    let name = api.config.base_class.as_deref().map(dotted_name);
    name.filter(|name| !name.is_empty())
}
