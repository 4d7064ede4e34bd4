//! The steps of a start, in the order that loses nothing: the port first, the once-printed login last.

use std::io::Write;
use std::net::TcpListener;

use super::{first_start, greeting, shutdown};
use crate::Application;
use crate::cli::Failure;
use crate::settings::{ServerSettings, Settings};
use crate::telemetry;

/// Serves until a signal.
pub(crate) fn run(settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    telemetry::install(&settings.log).map_err(|error| Failure::because("cannot log", &error))?;
    actix_web::rt::System::new().block_on(serve(settings, out))
}

async fn serve(settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let listener = listen(&settings.server)?;
    let failed = |error: std::io::Error| Failure::because("cannot serve", &error);
    let address = listener.local_addr().map_err(failed)?;
    let application = Application::open(settings).await?;
    let host = application.host(settings, host_settings(settings))?;
    let login = first_start::make_login(&application, &settings.two_factor.issuer).await?;
    let server = gateway::serve(&host, listener).map_err(failed)?;
    greeting::print(out, address, login.as_ref())?;
    let ended = shutdown::run_until_signal(server, settings.server.shutdown_timeout).await;
    application.close().await;
    ended.map_err(failed)
}

fn listen(settings: &ServerSettings) -> Result<TcpListener, Failure> {
    TcpListener::bind(settings.bind)
        .map_err(|error| Failure::because(format!("cannot listen on {}", settings.bind), &error))
}

fn host_settings(settings: &Settings) -> gateway::HostSettings {
    let server = &settings.server;
    gateway::HostSettings {
        service_name: server.service_name.clone(),
        max_url_bytes: server.url_limit,
        max_header_bytes: server.header_limit,
        max_body_bytes: server.body_limit,
        max_upload_bytes: server.upload_limit,
        max_files: server.max_files,
        max_batch: server.max_batch,
        cors: settings.cors.for_host(),
        compress_from: server.compress_from,
        head_timeout: server.request_head_timeout,
        body_timeout: server.request_body_timeout,
        upload_timeout: server.upload_timeout,
        request_id_in_errors: server.request_id_in_errors,
        trusted_proxies: server.trusted_proxies.clone(),
        description: settings.metadata.description(),
    }
}
