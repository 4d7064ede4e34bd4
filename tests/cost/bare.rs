//! The least that actix-web does for the same requests: the yardstick.

use std::io::Write;
use std::net::{SocketAddr, TcpListener};

use actix_web::web::{self, Bytes, Json};
use actix_web::{App, HttpResponse, HttpServer, Responder};
use serde::Serialize;

#[derive(Debug, Serialize)]
struct HelloResponse {
    result: String,
}

async fn hello(name: web::Path<String>) -> impl Responder {
    let result = format!("Hello, {name}!");
    Json(HelloResponse { result })
}

/// Gives the body back, unread.
async fn echo(body: Bytes) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(body)
}

/// Serves until the process is killed.
pub(crate) fn serve(address: SocketAddr) -> std::io::Result<()> {
    actix_web::rt::System::new().block_on(async {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        let server = HttpServer::new(|| {
            App::new()
                .route("/hello/{name}", web::get().to(hello))
                .route("/alltypes", web::post().to(echo))
        })
        .listen(listener)?
        .run();
        writeln!(std::io::stdout(), "listening on http://{address}")?;
        server.await
    })
}
