//! Two-factor enrollment: the rules and their store traits.
