//! `/metadata/app`: what a user interface needs to know of the host, in one document.

mod auth;
mod plugins;
mod validation;

use std::borrow::Cow;

use contract::{DateTime, Map};
use formats::Format;
use metadata::native::select;
use metadata::{MetadataOperationType, MetadataTypes};
use serde::Serialize;
use service::ServiceError;

use super::Tool;
use super::tool_request::ToolRequest;
use crate::reply::Answer;
use plugins::Plugins;

pub(super) static APP_METADATA: Tool = Tool {
    name: "AppMetadata",
    is_on: |settings| settings.metadata,
    answer,
};

/// ServiceStack's `AppMetadata`, with the parts that this host has.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AppMetadata<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<DateTime>,
    app: App,
    ui: Ui,
    config: Config,
    content_type_formats: Map<&'static str, &'static str>,
    http_handlers: Map<&'static str, &'static str>,
    plugins: Plugins,
    custom_plugins: Map<&'static str, ()>,
    api: Cow<'a, MetadataTypes>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct App {
    base_url: String,
    service_name: String,
    api_version: &'static str,
    js_text_case: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Ui {
    hide_tags: [&'static str; 1],
    modules: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    debug_mode: bool,
}

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let settings = &request.host.settings;
    request.write(&AppMetadata {
        date: request.started(),
        app: App {
            base_url: request.base_url.clone(),
            service_name: settings.service_name.clone(),
            api_version: "1.0",
            js_text_case: "CamelCase",
        },
        ui: Ui {
            hide_tags: ["auth"],
            modules: settings
                .description
                .ui
                .then_some("/ui")
                .into_iter()
                .collect(),
        },
        config: Config { debug_mode: false },
        content_type_formats: content_types(),
        http_handlers: Map::from([("ApiHandlers.Json", "/api/{Request}")]),
        plugins: Plugins::of(request),
        custom_plugins: Map::new(),
        api: api(request),
    })
}

/// The operations and types that the query asks for: `IncludeTypes` as for native types, and `view`
/// by the names of ServiceStack's user interfaces, of which only the API explorer shows all.
fn api<'a>(request: &'a ToolRequest<'_>) -> Cow<'a, MetadataTypes> {
    let all = request.view.all();
    let is_shown = |operation: &MetadataOperationType| match request.query("view") {
        Some("locode") => operation.data_model.is_some(),
        Some("admin-ui" | "plugins") => false,
        _ => true,
    };
    match request.query("IncludeTypes") {
        None if all.operations.iter().all(is_shown) => Cow::Borrowed(all),
        patterns => Cow::Owned(select(all, is_shown, patterns)),
    }
}

/// The formats that programs read.
fn content_types() -> Map<&'static str, &'static str> {
    let written = Format::ALL.into_iter();
    let written = written.filter(|format| format.is_writable() && *format != Format::Html);
    written
        .map(|format| (format.name(), format.media_type()))
        .collect()
}
