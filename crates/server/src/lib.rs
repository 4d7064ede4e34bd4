//! The `foundry-gateway` binary: settings, telemetry, wiring, command line.

mod application;
mod cli;
mod clock;
mod environment;
mod key_file;
mod randomness;
mod sealing_key;
mod serve;
mod settings;
mod telemetry;
mod token_keys;

pub use application::Application;
pub use cli::{Cli, Failure, read_password};
pub use clock::now;
pub use environment::system_environment;
pub use randomness::{NoRandomness, password_from, random_bytes};
pub use sealing_key::{
    SEALING_KEY_LENGTH, SealingKey, SealingKeyError, decode_sealing_key, load_sealing_key,
};
pub use serve::{FirstLogin, Signals, print_listening, print_login, run_until_signal};
pub use settings::{
    ApiKeySettings, CorsSettings, EventsSettings, Fault, Faults, Flag, IdentitySettings,
    JwtSettings, LogFormat, LogSettings, MetadataSettings, RedisSettings, SealingKeySource,
    ServerSettings, SessionSettings, Settings, Sources, StoreKind, TwoFactorSettings,
};
pub use telemetry::install as install_telemetry;
