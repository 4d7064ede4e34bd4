use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// How long the host may stay silent. No figure of its own: without it, a host that hangs would hang
/// the test.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sends the bytes on a connection of their own, ends them, and reads what comes until the host
/// closes.
///
/// # Errors
/// The host does not accept, or neither answers nor closes.
pub(crate) fn send(base: &str, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut connection = TcpStream::connect(base.trim_start_matches("http://"))?;
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    // A host that has seen enough closes while it is still being sent to.
    match connection.write_all(bytes) {
        Ok(()) => drop(connection.shutdown(Shutdown::Write)),
        Err(fault) if is_close(fault.kind()) => {}
        Err(fault) => return Err(fault),
    }
    let mut answer = Vec::new();
    match connection.read_to_end(&mut answer) {
        Ok(_) => Ok(answer),
        Err(fault) if is_close(fault.kind()) => Ok(answer),
        Err(fault) => Err(fault),
    }
}

fn is_close(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionReset | ErrorKind::BrokenPipe | ErrorKind::NotConnected
    )
}
