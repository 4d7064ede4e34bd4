//! The host that the conformance cases talk to: another application of the framework, which
//! registers its services by the same means as any.

mod admin_only;
mod all_types;
mod extras;
mod hello;
mod lasting_sessions;
mod nested;
mod raw;
mod thrown;
mod two_factor;
mod users;
mod validated;
mod void;

use std::error::Error;
use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use events::{EventSettings, ServerEvents};
use gateway::{CorsSettings, Host, HostBuilder, HostSettings};
use identity::Identity;
use mimalloc::MiMalloc;
use service::Registry;

/// As in the gateway's own binary: a request makes some twenty small allocations.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Serves the conformance services.
#[derive(Debug, Parser)]
struct Arguments {
    /// IP address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0")]
    bind: SocketAddr,
    /// Also serve operations that are not among the recorded ones
    #[arg(long)]
    extras: bool,
    /// A sign-out deletes the cookies only, for a checker that goes on with the session
    #[arg(long)]
    sessions_outlive_sign_out: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    actix_web::rt::System::new().block_on(serve(&arguments))
}

async fn serve(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let signals = server::Signals::listen()?;
    let host = host(
        users::identity(arguments.sessions_outlive_sign_out).await?,
        arguments.extras,
    )?;
    let listener = TcpListener::bind(arguments.bind)?;
    let address = listener.local_addr()?;
    let server = gateway::serve(&host, listener)?;
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://{address}")?;
    out.flush()?;
    server::run_until_signal(server, &host, signals, Duration::from_secs(5)).await?;
    Ok(())
}

fn host(identity: Arc<Identity>, extras: bool) -> Result<Host, Box<dyn Error>> {
    let settings = HostSettings {
        service_name: "Conformance".to_owned(),
        cors: Some(CorsSettings::default()),
        ..HostSettings::default()
    };
    let mut builder = HostBuilder::new(settings)
        .authenticator(Arc::clone(&identity) as _)
        .clock(server::system_environment().clock);
    identity::register(&mut builder, identity);
    // In the order in which the recorded description lists them.
    builder.register::<two_factor::GenerateTwoFactorAuthenticationKeyRequest, _>(Arc::new(
        two_factor::UsersService,
    ));
    builder.register::<hello::Hello, _>(Arc::new(hello::HelloService));
    builder.register::<all_types::AllTypes, _>(Arc::new(all_types::AllTypesService));
    builder.register::<thrown::Throw, _>(Arc::new(thrown::ThrowService));
    builder.register::<validated::Validated, _>(Arc::new(validated::ValidatedService));
    builder.register::<void::DoVoid, _>(Arc::new(void::VoidService));
    builder.register::<admin_only::AdminOnly, _>(Arc::new(admin_only::AdminService));
    builder.register::<raw::Raw, _>(Arc::new(raw::RawService));
    if extras {
        // Often, so that a client that is tried need not wait long to send some.
        let settings = EventSettings {
            heartbeat_interval: Duration::from_millis(100),
            requires_sign_in: false,
            ..EventSettings::default()
        };
        let events = ServerEvents::new(settings, server::system_environment());
        extras::register(&mut builder, &events);
        builder = builder.server_events(events);
    }
    Ok(builder.build()?)
}
