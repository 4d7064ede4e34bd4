//! The conformance host and what the black-box suites share.

mod built_binary;
mod gateway_process;
mod json_web_token;
mod redis_process;
mod workspace_root;

pub use built_binary::binary;
pub use gateway_process::{GatewayProcess, RunningGateway};
pub use json_web_token::{TOKEN_KEY, expired_token, forge_token, token_key, token_part};
pub use redis_process::RedisProcess;
pub use workspace_root::root;
