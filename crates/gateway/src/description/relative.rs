//! Addresses within the host that hold below any path that a proxy serves it under.

/// From the page at `path` to the root of the host: nothing, or dots with a slash at the end.
pub(super) fn root_from(path: &str) -> String {
    let folders = path.matches('/').count().saturating_sub(1);
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
    }
}
