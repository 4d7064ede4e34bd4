//! The `foundry-gateway` binary: settings, telemetry, wiring, command line.

mod cli;
mod sealing_key;
mod settings;
mod telemetry;

pub use cli::{Cli, Failure};
pub use sealing_key::{
    SEALING_KEY_LENGTH, SealingKey, SealingKeyError, decode_sealing_key, load_sealing_key,
};
pub use settings::{
    Fault, Faults, Flag, IdentitySettings, LogFormat, LogSettings, RedisSettings, SealingKeySource,
    ServerSettings, SessionSettings, Settings, Sources, StoreKind, TwoFactorSettings,
};
pub use telemetry::install as install_telemetry;
