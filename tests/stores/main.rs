//! One suite for each store trait, which every implementation passes.
//!
//! A suite is a list of functions over a [`House`](house::House), which is a place to keep things
//! and a clock that can be set forward. What only one implementation promises stands in the file
//! that is named after it.

#![expect(
    clippy::unwrap_used,
    reason = "a step that does not work fails the test"
)]

mod accounts;
mod api_keys;
mod house;
mod pending_keys;
mod redis_only;
mod revoked_logins;
mod sessions;
mod sqlite_only;

/// A test for each function of a suite, run against each house by a module of that name.
macro_rules! passes {
    ($($module:ident: $house:ty),* ; $suite:tt) => {
        $(passes!(@ $module $house, $suite);)*
    };
    (@ $module:ident $house:ty, [$($test:ident),* $(,)?]) => {
        mod $module {
            use super::*;

            $(
                #[tokio::test]
                async fn $test() {
                    super::$test(&<$house>::open().await).await;
                }
            )*
        }
    };
}

use passes;
