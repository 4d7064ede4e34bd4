//! What a service is, without HTTP: context, errors, registry.
