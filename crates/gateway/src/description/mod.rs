//! What the host tells of itself: metadata, native types and the documents made from them.
//!
//! Each tool endpoint is a file with a [`Tool`]; [`dispatch`] says which path leads to which, and
//! adding one is its file and its line there. All of them see the API as the caller may
//! see it, through [`ToolRequest`].

mod api_index;
mod app_metadata;
mod dispatch;
mod documents;
mod embedded_file;
mod explorer;
mod freshness;
mod host_description;
mod native_types;
mod network;
mod openapi;
mod operations_metadata;
mod pages;
mod postman;
mod relative;
mod settings;
mod swagger_ui;
mod tool;
mod tool_request;
mod types_index;
mod types_metadata;
mod view;
mod viewer;
mod views;

pub(crate) use api_index::API_INDEX;
pub(crate) use dispatch::find;
pub(crate) use host_description::HostDescription;
pub(crate) use network::is_internal;
pub use settings::DescriptionSettings;
pub(crate) use tool::{Tool, answer};
use tool_request::ToolRequest;
