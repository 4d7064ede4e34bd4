use crate::{TypeDescriptor, TypeKind, TypeRef};

/// A .NET interface that DTOs state they implement, for generated clients; made by
/// `#[derive(Interface)]`. Rust code gets nothing from it.
pub trait Interface {
    /// The interface as others refer to it.
    fn interface_ref() -> TypeRef;
}

/// Declares the verb markers of ServiceStack, which tell generated clients how to send a request.
macro_rules! verb_markers {
    ($($name:ident)*) => {$(
        #[doc = concat!("ServiceStack's `", stringify!($name), "` marker.")]
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name;

        impl Interface for $name {
            fn interface_ref() -> TypeRef {
                fn descriptor() -> &'static TypeDescriptor {
                    static DESCRIPTOR: std::sync::OnceLock<TypeDescriptor> =
                        std::sync::OnceLock::new();
                    DESCRIPTOR.get_or_init(|| TypeDescriptor {
                        kind: TypeKind::Interface,
                        ..TypeDescriptor::new(stringify!($name), "ServiceStack")
                    })
                }
                TypeRef::object(stringify!($name), "ServiceStack", descriptor)
            }
        }
    )*};
}

/// ServiceStack's own interfaces.
pub mod markers {
    use super::{Interface, TypeDescriptor, TypeKind, TypeRef};

    verb_markers! { IGet IPost IPut IDelete IPatch IOptions }
}
