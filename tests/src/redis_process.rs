//! A Redis server of one's own, on a socket file: no port to collide on, the same address after a restart.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot start its Redis has failed"
)]

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// A Redis server that keeps nothing on disk; killed when dropped.
#[derive(Debug)]
pub struct RedisProcess {
    folder: TempDir,
    running: Option<(Child, BufReader<ChildStdout>)>,
}

impl RedisProcess {
    /// Starts a server and waits until it accepts connections.
    ///
    /// # Panics
    /// When there is no `redis-server`, or it ends.
    pub fn start() -> Self {
        let folder = TempDir::new().expect("a folder for Redis");
        let mut redis = Self {
            folder,
            running: None,
        };
        redis.restart();
        redis
    }

    /// The address for `redis.url`.
    pub fn url(&self) -> String {
        format!(
            "redis+unix://{}",
            self.folder.path().join("socket").display()
        )
    }

    /// Kills the server at once, as a crash would.
    pub fn kill(&mut self) {
        if let Some((mut child, _output)) = self.running.take() {
            // Both fail only when the process has ended already, which is what is wanted.
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Starts the server again, empty, at the same address.
    ///
    /// # Panics
    /// When there is no `redis-server`, or it ends.
    pub fn restart(&mut self) {
        self.kill();
        let mut child = Command::new("redis-server")
            .args([
                "--port",
                "0",
                "--save",
                "",
                "--appendonly",
                "no",
                "--unixsocket",
                "socket",
            ])
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("redis-server; tests/run installs it");
        let mut output = BufReader::new(child.stdout.take().expect("a piped output"));
        let mut line = String::new();
        while !line.contains("eady to accept connections") {
            line.clear();
            let read = output.read_line(&mut line).expect("readable output");
            assert!(read > 0, "redis-server ended before it was ready");
        }
        // Its remaining lines stay in the pipe: there are few, and it closes with the process.
        self.running = Some((child, output));
    }
}

impl Drop for RedisProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
