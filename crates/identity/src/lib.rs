//! Users, organisations, sessions and authentication providers.
