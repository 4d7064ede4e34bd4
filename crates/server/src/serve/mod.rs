//! `serve`: what stands between a configuration and a host that answers.

mod greeting;
mod shutdown;

pub use greeting::{FirstLogin, print as print_greeting};
pub use shutdown::run_until_signal;
