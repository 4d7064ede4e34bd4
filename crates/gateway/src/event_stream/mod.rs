//! Server events over HTTP: the stream (HTML, section 9.2), its heartbeats and its end.

mod answer;
mod event_path;

pub(crate) use answer::answer;
pub(crate) use event_path::EventPath;
