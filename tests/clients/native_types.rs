//! The files at `/types/{language}`, compiled and used by ServiceStack's clients against the
//! conformance host. The compilers of other languages are in `tests/languages`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use conformance::{RunningGateway, root};
use tempfile::TempDir;

use crate::suite::{conformance_host, folder, installed};

/// A folder with the programs of `native/`, the generated files that they use, and a host.
struct Workshop {
    host: RunningGateway,
    folder: TempDir,
}

impl Workshop {
    fn open() -> Self {
        let workshop = Self {
            host: conformance_host(),
            folder: TempDir::new().expect("a folder"),
        };
        for entry in fs::read_dir(folder("native")).expect("the programs") {
            let program = entry.expect("a program").path();
            let name = program.file_name().expect("a name").to_owned();
            fs::copy(&program, workshop.folder.path().join(name)).expect("a copy");
        }
        workshop
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// Writes what `/types/{path}` answers to `name`.
    fn fetch(&self, path: &str, name: &str) {
        let address = format!("{}/types/{path}", self.host.base());
        let mut answer = ureq::get(&address).call().expect("the generated file");
        let source = answer.body_mut().read_to_string().expect("its text");
        fs::write(self.path(name), source).expect("a file");
    }

    /// Copies a golden file of the description that has everything.
    fn take_rich(&self, key: &str, name: &str) {
        let golden = root().join(format!("crates/metadata/tests/golden/rich.{key}.txt"));
        fs::copy(golden, self.path(name)).expect("a golden file");
    }

    fn run(&self, command: &mut Command) {
        let output = command
            .current_dir(self.folder.path())
            .env("HOST_URL", self.host.base())
            .env("SERVICESTACK_TELEMETRY_OPTOUT", "1")
            .output()
            .expect("the program; tests/run installs it");
        assert!(
            output.status.success(),
            "{command:?}\n{}\n{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
    }
}

/// Lets programs in `workshop` import what is installed for the suite of the npm client.
fn link_node_modules(workshop: &Path) {
    let modules = installed("node/node_modules");
    std::os::unix::fs::symlink(modules, workshop.join("node_modules")).expect("a link");
    fs::write(workshop.join("package.json"), r#"{"type":"module"}"#).expect("a file");
}

#[test]
fn typescript_compiles_strictly_and_javascript_runs_as_it_is() {
    let workshop = Workshop::open();
    link_node_modules(workshop.folder.path());
    workshop.fetch("typescript", "dtos.ts");
    workshop.fetch("typescript.d", "definitions.d.ts");
    workshop.fetch("mjs", "dtos.mjs");
    workshop.take_rich("typescript", "rich.ts");
    workshop.take_rich("typescript.d", "rich_definitions.d.ts");
    let compiler = workshop.path("node_modules/.bin/tsc");
    workshop.run(Command::new(compiler).args(["-p", "."]));
    workshop.run(Command::new("node").arg("dist/call.js"));
    workshop.run(Command::new("node").arg("call.mjs"));
}

#[test]
fn python_is_imported_and_used() {
    let workshop = Workshop::open();
    let python = installed("python/.venv/bin/python");
    workshop.fetch("python", "dtos.py");
    workshop.take_rich("python", "rich.py");
    workshop.run(Command::new(&python).arg("call.py"));
    workshop.run(Command::new(&python).args(["-c", "import rich"]));
}

#[test]
fn rust_compiles_and_is_used() {
    let workshop = Workshop::open();
    workshop.fetch("rust", "dtos.rs");
    workshop.take_rich("rust", "rich.rs");
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let manifest = folder("rust").join("Cargo.toml");
    workshop.run(
        Command::new(cargo)
            .args([
                "run",
                "--quiet",
                "--locked",
                "--package",
                "native-types-client",
            ])
            .arg("--manifest-path")
            .arg(manifest)
            .env("DTOS", workshop.folder.path()),
    );
}

/// The commands of the npm tool: language, ending of its files, the name under `/types`.
const REFERENCES: [(&str, &str, &str); 15] = [
    ("csharp", "dtos.cs", "csharp"),
    ("cs", "dtos.cs", "csharp"),
    ("typescript", "dtos.ts", "typescript"),
    ("ts", "dtos.ts", "typescript"),
    ("typescriptd", "dtos.d.ts", "typescript.d"),
    ("tsd", "dtos.d.ts", "typescript.d"),
    ("swift", "dtos.swift", "swift"),
    ("java", "dtos.java", "java"),
    ("kotlin", "dtos.kt", "kotlin"),
    ("kt", "dtos.kt", "kotlin"),
    ("vbnet", "dtos.vb", "vbnet"),
    ("vb", "dtos.vb", "vbnet"),
    ("fsharp", "dtos.fs", "fsharp"),
    ("fs", "dtos.fs", "fsharp"),
    ("dart", "dtos.dart", "dart"),
];

/// What each command writes is what the host answers, and what it sends back of an edited file keeps
/// the options.
#[test]
fn the_npm_tool_adds_and_updates_references_of_every_language_that_it_knows() {
    for (command, ending, key) in REFERENCES {
        let workshop = Workshop::open();
        let tool = installed(&format!("cli/node_modules/.bin/{command}-ref"));
        workshop.run(Command::new(&tool).args([workshop.host.base(), "Api"]));
        workshop.fetch(key, "expected");
        let file = format!("Api.{ending}");
        let added = workshop.read(&file);
        assert_eq!(added.trim(), workshop.read("expected").trim(), "{command}");

        let mark = if key == "vbnet" { "''" } else { "//" };
        let stated = [
            ("IncludeTypes", "Hello.*,{auth}"),
            ("ExcludeTypes", "Nested"),
        ];
        let edited = stated.iter().fold(added, |source, (name, value)| {
            let line = format!("{mark}{name}: ");
            assert!(source.contains(&line), "{command}: {line}");
            source.replace(&line, &format!("{name}: {value}"))
        });
        fs::write(workshop.path(&file), edited).expect("a file");
        workshop.run(Command::new(&tool).arg(&file));
        let query = "IncludeTypes=Hello.*%2C%7Bauth%7D&ExcludeTypes=Nested";
        workshop.fetch(&format!("{key}?{query}"), "expected");
        let updated = workshop.read(&file);
        assert_eq!(
            updated.trim(),
            workshop.read("expected").trim(),
            "{command}"
        );
        assert!(
            updated.contains("IncludeTypes: Hello.*,{auth}\n"),
            "{command}"
        );
        assert!(
            updated.contains("Hello") && !updated.contains("AllTypes"),
            "{command}"
        );
    }
}
