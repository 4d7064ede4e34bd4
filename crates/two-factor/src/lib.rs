//! The rules of two-factor enrollment.
//!
//! A key that is generated is pending until a code made with it is confirmed; until then it is
//! kept sealed in a [`PendingKeyStore`] for some minutes. [`TwoFactorService`] carries out the
//! operations; [`register`] adds them to a host.

#[cfg(test)]
mod fixture;
mod generate_key;
mod organisation;
mod pending_key;
mod seal;
mod service;
mod store;

pub use generate_key::Policy;
pub use organisation::{OrganisationDirectory, Tenant};
pub use pending_key::PendingSlot;
pub use seal::{SealError, SealingKeys};
pub use service::{TwoFactorService, register};
pub use store::{PendingKeyStore, StoreError};
