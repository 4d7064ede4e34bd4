use std::io::{BufRead, BufReader, Error};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::cpu_time::CpuTime;

/// A server that is measured; killed when dropped.
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    child: Child,
    _stdout: BufReader<ChildStdout>,
}

impl Peer {
    /// The handlers of this very program that only use actix-web.
    pub(crate) fn bare(core: usize) -> std::io::Result<Self> {
        Self::start(&std::env::current_exe()?, &["bare", "127.0.0.1:0"], core)
    }

    /// The conformance host that was built beside this program.
    pub(crate) fn conformance_host(core: usize) -> std::io::Result<Self> {
        let program = std::env::current_exe()?.with_file_name("conformance-host");
        Self::start(&program, &["--bind", "127.0.0.1:0"], core)
    }

    /// Starts a server on one core, where it also sees just one, and waits for its address.
    fn start(program: &Path, arguments: &[&str], core: usize) -> std::io::Result<Self> {
        let mut child = Command::new("taskset")
            .args(["--cpu-list", &core.to_string()])
            .arg(program)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut stdout = BufReader::new(child.stdout.take().expect("a piped output"));
        let mut line = String::new();
        stdout.read_line(&mut line)?;
        let address = line.trim_end().strip_prefix("listening on http://");
        let Some(address) = address.and_then(|text| text.parse().ok()) else {
            let message = format!("{} did not start: build it first", program.display());
            return Err(Error::other(message));
        };
        Ok(Self {
            address,
            child,
            _stdout: stdout,
        })
    }

    pub(crate) fn cpu_time(&self) -> std::io::Result<CpuTime> {
        CpuTime::of_process(self.child.id())
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // Both fail only when the process has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Moves this process to a core.
pub(crate) fn move_to(core: usize) -> std::io::Result<()> {
    let (core, id) = (core.to_string(), std::process::id().to_string());
    let status = Command::new("taskset")
        .args(["--cpu-list", "--pid", &core, &id])
        .stdout(Stdio::null())
        .status()?;
    if status.success() {
        return Ok(());
    }
    Err(Error::other(format!("there is no core {core} to use")))
}
