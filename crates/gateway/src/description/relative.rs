//! Addresses within the host that hold below any path that a proxy serves it under.

/// No page is deeper; only empty segments make a path longer.
const MOST_FOLDERS: usize = 16;

/// From the page at `path` to the root of the host: nothing, or dots with a slash at the end. A
/// path that is longer than any of ours gets the root itself, which stands before every link.
pub(super) fn root_from(path: &str) -> String {
    let folders = path.matches('/').count().saturating_sub(1);
    if folders > MOST_FOLDERS {
        return "/".to_owned();
    }
    "../".repeat(folders)
}

#[cfg(test)]
mod tests {
    use super::root_from;

    #[test]
    fn the_root_is_found_from_every_page() {
        assert_eq!(root_from("/ui"), "");
        assert_eq!(root_from("/ui/"), "../");
        assert_eq!(root_from("/ui/Hello"), "../");
        assert_eq!(root_from("/metadata//"), "../../");
        assert_eq!(root_from(&"/".repeat(16_000)), "/");
    }
}
