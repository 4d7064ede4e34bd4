//! The system's clock and random source, as the rules take them.

use std::sync::Arc;
use std::time::Duration;

use service::{Clock, Environment, NoRandomness, Randomness};

struct System;

impl Clock for System {
    fn now(&self) -> Duration {
        crate::clock::now()
    }
}

impl Randomness for System {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }
}

/// The system's clock and random source.
pub fn system_environment() -> Environment {
    Environment {
        clock: Arc::new(System),
        randomness: Arc::new(System),
    }
}
