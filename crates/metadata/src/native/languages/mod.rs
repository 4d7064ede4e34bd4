//! One file a language; what the languages of a platform share is in `dotnet` and `jvm`.

pub(super) mod csharp;
pub(super) mod dart;
mod dotnet;
pub(super) mod fsharp;
pub(super) mod go;
pub(super) mod java;
pub(super) mod javascript;
mod jvm;
pub(super) mod kotlin;
pub(super) mod php;
pub(super) mod python;
pub(super) mod ruby;
pub(super) mod rust;
pub(super) mod swift;
pub(super) mod typescript;
pub(super) mod typescript_definitions;
pub(super) mod vbnet;
mod width;
pub(super) mod zig;
