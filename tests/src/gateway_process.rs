//! A host binary as a process of its own, on a free loopback port, gone when the test is.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot start its host has failed"
)]

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use tempfile::TempDir;

use crate::binary;

const LISTENING: &str = "listening on ";

/// How a host is to be started.
#[derive(Debug)]
pub struct GatewayProcess {
    program: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
}

/// A host that listens; killed when dropped.
#[derive(Debug)]
pub struct RunningGateway {
    child: Child,
    base: String,
    printed: Vec<String>,
    folder: TempDir,
    _stdout: BufReader<ChildStdout>,
}

impl GatewayProcess {
    /// The real binary `foundry-gateway`.
    pub fn new() -> Self {
        Self::of(binary("server", "foundry-gateway"))
    }

    /// Another host that takes `--bind` and prints "listening on URL".
    pub fn of(program: PathBuf) -> Self {
        Self {
            program,
            arguments: Vec::new(),
            environment: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Adds an environment variable.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Starts it with `--bind 127.0.0.1:0` in an empty folder and waits until it says that it listens.
    ///
    /// # Panics
    /// When the process ends instead; the message holds its log.
    pub fn start(self) -> RunningGateway {
        self.start_in(tempfile::tempdir().expect("a folder for the host"))
    }

    /// As [`start`](Self::start), in a folder that an earlier host may have used.
    ///
    /// # Panics
    /// When the process ends instead; the message holds its log.
    pub fn start_in(self, folder: TempDir) -> RunningGateway {
        let log = File::create(folder.path().join("log")).expect("a log file");
        let mut child = Command::new(&self.program)
            .args(["--bind", "127.0.0.1:0"])
            .args(&self.arguments)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", self.program.display()));
        let mut stdout = BufReader::new(child.stdout.take().expect("a piped output"));
        let mut printed = Vec::new();
        let base = loop {
            let mut line = String::new();
            if stdout.read_line(&mut line).expect("readable output") == 0 {
                let status = child.wait();
                let log = fs::read_to_string(folder.path().join("log")).unwrap_or_default();
                panic!("the host ended before it listened ({status:?}):\n{log}");
            }
            printed.push(line.trim_end().to_owned());
            if let Some(url) = line.trim_end().strip_prefix(LISTENING) {
                break url.to_owned();
            }
        };
        RunningGateway {
            child,
            base,
            printed,
            folder,
            _stdout: stdout,
        }
    }
}

impl Default for GatewayProcess {
    fn default() -> Self {
        Self::new()
    }
}

impl RunningGateway {
    /// `http://127.0.0.1:PORT`
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What it printed to standard output before it listened.
    pub fn printed(&self) -> &[String] {
        &self.printed
    }

    /// The password of `admin` from the curl line that a first start prints.
    ///
    /// # Panics
    /// When there is none, as at a later start.
    pub fn admin_password(&self) -> &str {
        let line = self
            .printed
            .iter()
            .find_map(|line| line.split_once("-u 'admin:"));
        let password = line.and_then(|(_, rest)| rest.split_once('\''));
        password.expect("a curl line with the password of admin").0
    }

    /// What it wrote to its log up to now.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Its resident memory, in KiB (proc(5), `VmRSS`).
    ///
    /// # Panics
    /// When the process has ended.
    pub fn resident_kib(&self) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(path).expect("a host that runs");
        let figure = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let figure = figure.and_then(|text| text.trim().strip_suffix(" kB"));
        let figure = figure.and_then(|text| text.parse().ok());
        figure.expect("a figure of its memory")
    }

    /// The folder that it runs in.
    pub fn folder(&self) -> &TempDir {
        &self.folder
    }

    /// Asks it to end (SIGTERM), waits, and gives its exit status and its folder.
    ///
    /// # Panics
    /// When no signal can be sent.
    pub fn terminate(mut self) -> (ExitStatus, TempDir) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .expect("the command kill");
        assert!(sent.success(), "the host {id} is gone already");
        let status = self.child.wait().expect("a child to wait for");
        let empty = TempDir::new().expect("a folder");
        (status, std::mem::replace(&mut self.folder, empty))
    }
}

impl Drop for RunningGateway {
    fn drop(&mut self) {
        // Both fail only when the process has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
