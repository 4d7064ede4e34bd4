//! `serve`: what stands between a configuration and a host that answers.

mod first_start;
mod greeting;
mod run;
mod shutdown;

pub use greeting::{FirstLogin, print as print_greeting};
pub(crate) use run::run;
pub use shutdown::run_until_signal;
