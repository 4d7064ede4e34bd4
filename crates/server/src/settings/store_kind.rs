//! The choice between the two homes of short-lived data.

use super::section::Choice;

/// Where short-lived data (sessions, pending enrollments) lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreKind {
    /// In this process: fast, gone at a restart, not shared.
    Memory,
    /// In Redis: survives restarts, shared by all gateways.
    Redis,
}

impl Choice for StoreKind {
    const NAMES: &'static [(&'static str, Self)] =
        &[("memory", Self::Memory), ("redis", Self::Redis)];
}
