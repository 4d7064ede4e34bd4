//! `serve`: what stands between a configuration and a host that answers.

mod first_start;
mod greeting;
mod run;
mod shutdown;

pub use greeting::{FirstLogin, print_listening, print_login};
pub(crate) use run::run;
pub use shutdown::{Signals, run_until_signal};
