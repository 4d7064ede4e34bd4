//! The HTTP host: routes, negotiation, binding, predefined routes, replies.
