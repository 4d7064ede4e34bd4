//! The stores for real: in process, SQLite, Redis.
