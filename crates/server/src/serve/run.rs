//! The steps of a start, in the order that loses nothing: the port first, what is printed before what is made.

use std::io::Write;
use std::net::TcpListener;

use super::{Signals, first_start, greeting, run_until_signal};
use crate::Application;
use crate::cli::Failure;
use crate::key_file::warn_if_shared;
use crate::settings::{ServerSettings, Settings};
use crate::telemetry;

/// Serves until a signal.
pub(crate) fn run(settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    telemetry::install(&settings.log).map_err(|error| Failure::because("cannot log", &error))?;
    for file in &settings.secret_files {
        warn_if_shared(file);
    }
    actix_web::rt::System::new().block_on(serve(settings, out))
}

async fn serve(settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let listener = listen(&settings.server)?;
    let failed = |error: std::io::Error| Failure::because("cannot serve", &error);
    let address = listener.local_addr().map_err(failed)?;
    let application = Application::open(settings).await?;
    let host = application.host(settings, host_settings(settings))?;
    // From here on a signal ends things in good order, whenever it comes.
    let signals = Signals::listen().map_err(failed)?;
    first_start::make_login(&application, &settings.two_factor.issuer, out, address).await?;
    let server = gateway::serve(&host, listener).map_err(failed)?;
    greeting::print_listening(out, address)?;
    let patience = settings.server.shutdown_timeout;
    let ended = run_until_signal(server, &host, signals, patience).await;
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
        store_time: Some(settings.redis.request_timeout),
        request_id_in_errors: server.request_id_in_errors,
        trusted_proxies: server.trusted_proxies.clone(),
        description: settings.metadata.description(),
    }
}
