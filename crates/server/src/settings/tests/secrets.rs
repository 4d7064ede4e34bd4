//! Settings that are secrets, and the files that hold them.

use super::*;

#[test]
fn a_secret_that_cannot_be_used_is_a_fault_of_the_key_that_gave_it() {
    let (folder, path) = with_file("hush");
    let file = path.display().to_string();
    let faults = faults_of(&Sources {
        environment: variables(&[
            ("FOUNDRY__REDIS__URL", "redis://user:hush@host:no-port/"),
            ("FOUNDRY__TWO_FACTOR__SEALING_KEY_FILE", &file),
        ]),
        ..Sources::default()
    });
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].starts_with("environment FOUNDRY__REDIS__URL: redis.url cannot be used: "));
    assert_eq!(
        faults[1],
        "environment FOUNDRY__TWO_FACTOR__SEALING_KEY_FILE: two_factor.sealing_key_file must be base64 of 32 \
         bytes (44 characters)"
    );
    assert!(!faults.concat().contains("hush"), "{faults:?}");
    drop(folder);
}

#[test]
fn a_secret_comes_from_a_file_and_never_shows() {
    let (folder, path) = with_file("redis://:hush@host/0\n");
    let file = path.display().to_string();
    let sources = Sources {
        environment: variables(&[("FOUNDRY__REDIS__URL_FILE", &file)]),
        ..Sources::default()
    };
    let settings = Settings::load(&sources).unwrap();
    assert_eq!(
        settings.redis.url.as_ref().unwrap().expose_secret(),
        "redis://:hush@host/0"
    );
    assert!(!format!("{settings:?}").contains("hush"));

    let absent = folder.path().join("absent").display().to_string();
    let faults = faults_of(&Sources {
        environment: variables(&[
            ("FOUNDRY__REDIS__URL_FILE", &absent),
            ("FOUNDRY__TWO_FACTOR__SEALING_KEY", "hush-hush"),
        ]),
        ..Sources::default()
    });
    assert_eq!(faults.len(), 2);
    assert!(faults[0].contains("cannot be read"), "{faults:?}");
    assert_eq!(
        faults[1],
        "environment FOUNDRY__TWO_FACTOR__SEALING_KEY: two_factor.sealing_key must be base64 of 32 bytes \
         (44 characters)"
    );
}

#[test]
fn of_a_secret_and_its_file_the_higher_layer_wins_and_one_layer_may_not_hold_both() {
    let (_folder, path) = with_file("[redis]\nurl_file = '/absent'\n");
    let higher = Sources {
        file: Some(path),
        environment: variables(&[("FOUNDRY__REDIS__URL", "redis://two")]),
        ..Sources::default()
    };
    let settings = Settings::load(&higher).unwrap();
    assert_eq!(settings.redis.url.unwrap().expose_secret(), "redis://two");
    assert_eq!(
        faults_of_file("[redis]\nurl = 'redis://one'\nurl_file = '/absent'\n"),
        ["own.toml:3: redis.url_file and url are both set; keep one"]
    );
}

#[test]
fn a_key_for_tokens_is_as_long_as_its_algorithm_asks_and_earlier_ones_need_it() {
    let (short, key, long) = ("h".repeat(40), "h".repeat(44), "h".repeat(88));
    let of = |lines: String| faults_of_file(&format!("[jwt]\n{lines}"));
    let bytes = |least: u8, name: &str| {
        format!(
            "is too short: a key for {name} has at least {least} bytes; make one with: openssl rand \
             -base64 {least}"
        )
    };
    for (lines, fault) in [
        (
            format!("key = '{short}'"),
            format!("own.toml:2: jwt.key {}", bytes(32, "HS256")),
        ),
        (
            format!("algorithm = 'HS512'\nkey = '{key}'"),
            format!("own.toml:3: jwt.key {}", bytes(64, "HS512")),
        ),
        (
            format!("key = '{key}'\nprevious_keys = '{long}, {short}'"),
            format!("own.toml:3: jwt.previous_keys {}", bytes(32, "HS256")),
        ),
        (
            format!("previous_keys = '{key}'"),
            "own.toml:2: jwt.previous_keys is of no use without a jwt.key".to_owned(),
        ),
        (
            "key = 'a secret'".to_owned(),
            "own.toml:2: jwt.key must be base64".to_owned(),
        ),
    ] {
        assert_eq!(of(lines), [fault]);
    }
    assert_eq!(
        of("algorithm = 'none'".to_owned()),
        ["own.toml:2: jwt.algorithm is \"none\"; known are HS256, HS384, HS512"]
    );
    let (_folder, path) = with_file(&format!("{key},\n{long}\n"));
    let file = path.display().to_string();
    let settings = Settings::load(&Sources {
        environment: variables(&[
            ("FOUNDRY__JWT__KEY", &long),
            ("FOUNDRY__JWT__PREVIOUS_KEYS_FILE", &file),
        ]),
        ..Sources::default()
    });
    let settings = settings.unwrap();
    assert!(settings.jwt.keys().unwrap().is_some());
    assert!(!format!("{settings:?}").contains("hhh"));
}
