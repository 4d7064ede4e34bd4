//! ServiceStack's own Rust client against the gateway and the conformance host that the
//! environment names.

mod dtos;
mod errors;
mod generate_key;
mod hosts;
mod requests;
mod responses;
mod tokens;
