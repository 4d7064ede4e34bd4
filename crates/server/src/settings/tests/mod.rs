//! The layers, the checks and the fault messages.

mod secrets;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use secrecy::ExposeSecret;

use super::*;

fn variables(pairs: &[(&str, &str)]) -> Vec<(String, OsString)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.into()))
        .collect()
}

fn with_file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.toml");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn faults_of(sources: &Sources) -> Vec<String> {
    Settings::load(sources)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn faults_of_file(text: &str) -> Vec<String> {
    let (folder, path) = with_file(text);
    let place = format!("{}/", folder.path().display());
    let faults = faults_of(&Sources {
        file: Some(path),
        ..Sources::default()
    });
    faults
        .into_iter()
        .map(|fault| fault.replace(&place, ""))
        .collect()
}

#[test]
fn the_embedded_defaults_hold_every_setting() {
    let settings = Settings::load(&Sources::default()).unwrap();
    assert_eq!(settings.server.bind.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.server.body_limit, 30_000_000);
    assert_eq!(settings.sessions.store, StoreKind::Memory);
    assert_eq!(settings.two_factor.pending_lifetime.as_secs(), 600);
    assert_eq!(settings.two_factor.reuse_window.as_secs(), 30);
    assert!(settings.redis.url.is_none());
    assert!(settings.jwt.keys().unwrap().is_none(), "no tokens");
    assert!(settings.jwt.policy.needs_secure_connection && settings.jwt.policy.in_cookies);
    assert_eq!(settings.jwt.policy.access_lifetime.as_secs(), 1_209_600);
    assert!(settings.api_keys.require_secure_connection);
    assert!(settings.metadata.base_url.is_none() && settings.metadata.native_types);
    let database = settings.identity.database_in(Path::new("/var/lib/foundry"));
    assert_eq!(database, Path::new("/var/lib/foundry/foundry.db"));
}

#[test]
fn each_layer_replaces_single_keys_of_the_one_below() {
    let (_folder, path) = with_file(
        "[server]\nbind = '127.0.0.1:1'\nmax_batch = 11\nshutdown_seconds = 3\n[log]\nlevel = 'debug'\n",
    );
    let settings = Settings::load(&Sources {
        file: Some(path),
        environment: variables(&[
            ("FOUNDRY__SERVER__BIND", "127.0.0.1:2"),
            ("FOUNDRY__SERVER__MAX_BATCH", "22"),
            ("FOUNDRY__CORS__ENABLED", "true"),
            ("HOME", "/root"),
        ]),
        flags: vec![Flag {
            name: "--bind",
            section: "server",
            key: "bind",
            value: "127.0.0.1:3".to_owned(),
        }],
    })
    .unwrap();
    assert_eq!(settings.server.bind.port(), 3);
    assert_eq!(settings.server.max_batch, 22);
    assert_eq!(settings.server.shutdown_timeout.as_secs(), 3);
    assert!(settings.cors.enabled);
    assert_eq!(settings.server.request_head_timeout.as_secs(), 10);
}

#[test]
fn every_fault_is_reported_with_its_place() {
    let text = "[server]\nbnid = '127.0.0.1:1'\nmax_batch = 'many'\ncompress = 1\n\n[sesions]\nstore = 'x'\n\
                [sessions]\nstore = 'reddis'\n[two_factor]\npending_seconds = 5\n";
    assert_eq!(
        faults_of_file(text),
        [
            "own.toml:3: server.max_batch must be a whole number, found text",
            "own.toml:4: server.compress must be true or false, found the number 1",
            "own.toml:2: there is no setting server.bnid; did you mean \"bind\"?",
            "own.toml:9: sessions.store is \"reddis\"; did you mean \"redis\"?",
            "own.toml:11: two_factor.pending_seconds is 5; allowed is 60 to 900",
            "own.toml:6: there is no section [sesions]; did you mean \"sessions\"?",
        ]
    );
}

#[test]
fn cookies_from_other_origins_need_a_list_of_them() {
    let own = |text: &str| faults_of_file(&format!("[cors]\nenabled = true\n{text}"));
    assert_eq!(
        own("credentials = true"),
        [
            "own.toml:3: cors.credentials needs a list in cors.origins: browsers refuse cookies for every origin"
        ]
    );
    assert_eq!(
        own("origins = 'https://a.example/, b'"),
        [
            "own.toml:3: cors.origins has \"https://a.example/\"; expected \"*\" or origins such as https://app.example.org"
        ]
    );
    assert_eq!(
        own("headers = \"a\\r\\nb\""),
        ["own.toml:3: cors.headers holds '\\r'; expected names with commas between"]
    );
    let (_folder, path) = with_file(
        "[cors]\nenabled = true\norigins = 'https://a.example, http://b:81'\ncredentials = true",
    );
    let settings = Settings::load(&Sources {
        file: Some(path),
        ..Sources::default()
    });
    let cors = settings.unwrap().cors.for_host().unwrap();
    assert_eq!(cors.allowed_origins, ["https://a.example", "http://b:81"]);
    assert!(cors.allow_credentials);
}

#[test]
fn a_stream_must_outlive_its_heartbeats() {
    assert_eq!(
        faults_of_file("[events]\nheartbeat_seconds = 30\n"),
        [
            "own.toml:2: events.heartbeat_seconds must be less than events.idle_seconds, or no stream could last"
        ]
    );
    let (_folder, path) =
        with_file("[events]\nenabled = true\nmax_channels = 7\nmax_per_user = 8\n");
    let settings = Settings::load(&Sources {
        file: Some(path),
        ..Sources::default()
    });
    let host = settings.unwrap().events.for_host().unwrap();
    let limits = (host.max_channels, host.max_per_user);
    assert_eq!((limits, host.requires_sign_in), ((7, 8), true));
}

#[test]
fn faults_of_the_environment_name_the_variable() {
    let faults = faults_of(&Sources {
        environment: variables(&[
            ("FOUNDRY__BIND", "x"),
            ("FOUNDRY__SERVER__MAX_BATCH", "few"),
            ("FOUNDRY__SERVER__BIND", "localhost"),
            ("FOUNDRY__LOG__LEVEL", "inof"),
            ("FOUNDRY__LOG__COLOR", "no"),
        ]),
        ..Sources::default()
    });
    assert_eq!(
        faults,
        [
            "environment FOUNDRY__BIND: is not of the form FOUNDRY__SECTION__KEY",
            "environment FOUNDRY__SERVER__BIND: server.bind is \"localhost\"; expected an IP address with a port, \
             such as 127.0.0.1:8080 or [::]:8080",
            "environment FOUNDRY__SERVER__MAX_BATCH: server.max_batch must be a whole number, found \"few\"",
            "environment FOUNDRY__LOG__LEVEL: log.level has \"inof\", which is no level; \
             use off, error, warn, info, debug or trace",
            "environment FOUNDRY__LOG__COLOR: there is no setting log.color; known are format, level",
        ]
    );
}

#[test]
fn a_file_that_is_not_toml_or_not_there_is_a_fault() {
    let faults = faults_of_file("[server]\nbind = \n");
    assert!(
        faults[0].starts_with("own.toml:2: not TOML: "),
        "{faults:?}"
    );
    assert_eq!(
        faults_of_file("bind = 'x'\n"),
        ["own.toml:1: \"bind\" stands outside any [section]"]
    );
    let missing = faults_of(&Sources {
        file: Some("/nowhere.toml".into()),
        ..Sources::default()
    });
    assert!(
        missing[0].starts_with("/nowhere.toml: cannot be read: "),
        "{missing:?}"
    );
}

#[test]
fn redis_needs_an_address() {
    assert_eq!(
        faults_of_file("[sessions]\nstore = 'redis'\n"),
        ["own.toml:2: sessions.store is \"redis\", but redis.url is not set"]
    );
    let (_folder, path) = with_file("[sessions]\nstore = 'redis'\n[redis]\nurl = 'redis://h'\n");
    let settings = Settings::load(&Sources {
        file: Some(path),
        ..Sources::default()
    })
    .unwrap();
    assert_eq!(settings.sessions.store, StoreKind::Redis);
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_a_fault() {
    use std::os::unix::ffi::OsStringExt;

    let variable = (
        "FOUNDRY__SERVER__DATA_DIR".to_owned(),
        OsString::from_vec(vec![0xff]),
    );
    let faults = faults_of(&Sources {
        environment: vec![
            variable,
            ("OTHER".to_owned(), OsString::from_vec(vec![0xff])),
        ],
        ..Sources::default()
    });
    assert_eq!(
        faults,
        ["environment FOUNDRY__SERVER__DATA_DIR: is not UTF-8"]
    );
}

#[test]
fn proxies_that_are_believed_are_addresses_and_networks() {
    let (_folder, path) = with_file("[server]\ntrusted_proxies = \"10.0.0.0/8, 192.0.2.1\"\n");
    let settings = Settings::load(&Sources {
        file: Some(path),
        ..Sources::default()
    });
    let proxies = settings.unwrap().server.trusted_proxies;
    assert!(proxies.include([10, 1, 2, 3].into()) && !proxies.include([127, 0, 0, 1].into()));
    assert_eq!(
        faults_of_file("[server]\ntrusted_proxies = \"nginx\"\n"),
        [
            "own.toml:2: server.trusted_proxies has \"nginx\"; expected addresses or networks such \
          as 10.0.0.0/8, ::1"
        ]
    );
}

#[test]
fn an_address_for_clients_has_a_scheme_and_no_slash_at_its_end() {
    let (_folder, path) = with_file("[metadata]\nbase_url = \"https://api.example.com/v1/\"\n");
    let settings = Settings::load(&Sources {
        file: Some(path),
        ..Sources::default()
    });
    let base_url = settings.unwrap().metadata.base_url;
    assert_eq!(base_url.as_deref(), Some("https://api.example.com/v1"));
    assert_eq!(
        faults_of_file("[metadata]\nbase_url = \"api.example.com\"\n"),
        [
            "own.toml:2: metadata.base_url is \"api.example.com\"; expected nothing or an address \
          such as https://api.example.com"
        ]
    );
}
