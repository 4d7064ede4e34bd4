use std::io::Write;
use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const PICTURE: &str = "image/svg+xml";
/// Bytes of the digest that stand in addresses.
const DIGEST_LENGTH: usize = 8;

macro_rules! file {
    ($name:literal, $content_type:ident) => {
        (
            $name,
            $content_type,
            include_bytes!(concat!("../../../assets/ui/", $name)).as_slice(),
        )
    };
}

/// Every file of the explorer, by name.
const FILES: &[(&str, &str, &[u8])] = &[
    file!("call.js", SCRIPT),
    file!("call_tab.js", SCRIPT),
    file!("clr_type.js", SCRIPT),
    file!("code_tab.js", SCRIPT),
    file!("code_view.js", SCRIPT),
    file!("copy_button.js", SCRIPT),
    file!("curl.js", SCRIPT),
    file!("details_tab.js", SCRIPT),
    file!("dom.js", SCRIPT),
    file!("field.js", SCRIPT),
    file!("format_switch.js", SCRIPT),
    file!("formats/csv.js", SCRIPT),
    file!("formats/formats.js", SCRIPT),
    file!("formats/hex_dump.js", SCRIPT),
    file!("formats/json.js", SCRIPT),
    file!("formats/jsv.js", SCRIPT),
    file!("formats/msgpack.js", SCRIPT),
    file!("formats/xml.js", SCRIPT),
    file!("highlight.js", SCRIPT),
    file!("host.js", SCRIPT),
    file!("icon.svg", PICTURE),
    file!("icons.js", SCRIPT),
    file!("main.js", SCRIPT),
    file!("metadata.js", SCRIPT),
    file!("operation_page.js", SCRIPT),
    file!("prose.js", SCRIPT),
    file!("qr_code.js", SCRIPT),
    file!("reply_panel.js", SCRIPT),
    file!("request_form.js", SCRIPT),
    file!("router.js", SCRIPT),
    file!("sample.js", SCRIPT),
    file!("send.js", SCRIPT),
    file!("session.js", SCRIPT),
    file!("sidebar.js", SCRIPT),
    file!("sign_in.js", SCRIPT),
    file!("texts.js", SCRIPT),
    file!("ui.css", STYLE),
    file!("vendor/uqr.js", SCRIPT),
    file!("welcome.js", SCRIPT),
];

/// The files, compressed when the first is asked for.
pub(super) static BUNDLE: LazyLock<Bundle> = LazyLock::new(Bundle::of_files);

/// The files of one version.
#[derive(Debug)]
pub(super) struct Bundle {
    /// Of all names and contents, so that an address means one content forever.
    pub(super) digest: String,
    assets: Vec<Asset>,
}

/// One file.
#[derive(Debug)]
pub(super) struct Asset {
    name: &'static str,
    pub(super) content_type: &'static str,
    pub(super) plain: &'static [u8],
    pub(super) gzip: Vec<u8>,
}

impl Bundle {
    fn of_files() -> Self {
        let mut hash = Sha256::new();
        for (name, _, plain) in FILES {
            hash.update(name.as_bytes());
            hash.update(plain);
        }
        let assets = FILES.iter().map(|&(name, content_type, plain)| Asset {
            name,
            content_type,
            plain,
            gzip: gzip(plain),
        });
        Self {
            digest: HEXLOWER.encode(&hash.finalize()[..DIGEST_LENGTH]),
            assets: assets.collect(),
        }
    }

    /// The file of that name.
    pub(super) fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.name == name)
    }

    /// The names of the scripts, for the page to load them all at once.
    pub(super) fn modules(&self) -> impl Iterator<Item = &str> {
        let scripts = self.assets.iter().filter(|a| a.content_type == SCRIPT);
        scripts.map(|asset| asset.name)
    }
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let written = encoder.write_all(plain).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{BUNDLE, FILES};

    /// What all files may weigh on the wire.
    const MOST_COMPRESSED: usize = 60_000;

    fn files_in(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .flat_map(|path| match path.is_dir() {
                true => files_in(&path),
                false => vec![path],
            })
            .collect()
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/ui");
        let mut found: Vec<String> = files_in(&folder)
            .iter()
            .filter(|path| path.extension().is_some_and(|kind| kind != "LICENSE"))
            .map(|path| path.strip_prefix(&folder).unwrap().display().to_string())
            .collect();
        found.sort();
        let mut embedded: Vec<_> = FILES.iter().map(|(name, _, _)| *name).collect();
        embedded.sort_unstable();
        assert_eq!(found, embedded);
    }

    #[test]
    fn all_of_it_is_small() {
        let sizes = BUNDLE.assets.iter().map(|asset| asset.gzip.len());
        let sum: usize = sizes.sum();
        assert!(BUNDLE.assets.iter().all(|asset| !asset.gzip.is_empty()));
        assert!(sum <= MOST_COMPRESSED, "{sum} bytes");
    }
}
