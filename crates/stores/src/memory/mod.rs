mod expiring_map;
mod pending_keys;
mod sessions;

pub use pending_keys::MemoryPendingKeys;
pub use sessions::MemorySessions;
