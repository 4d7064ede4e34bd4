//! How an operation is stated: DTOs, routes, verbs, response status, wire scalars, type descriptors.
