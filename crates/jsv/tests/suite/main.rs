//! What the codec promises, shown from outside.

mod api;
mod properties;
mod vectors;
