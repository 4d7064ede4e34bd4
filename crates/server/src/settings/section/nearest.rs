//! "Did you mean": the known name nearest to a mistyped one.

/// What to say after a name that is not known: the nearest one, or all of them.
pub(super) fn hint(name: &str, known: &[&str]) -> String {
    let nearest = known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(similarity, _)| *similarity > 0.7)
        .max_by(|(left, _), (right, _)| left.total_cmp(right));
    match nearest {
        Some((_, candidate)) => format!("did you mean \"{candidate}\"?"),
        None => format!("known are {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn names_the_nearest_or_lists_all() {
        assert_eq!(
            hint("bnid", &["bind", "data_dir"]),
            "did you mean \"bind\"?"
        );
        assert_eq!(
            hint("zzz", &["bind", "data_dir"]),
            "known are bind, data_dir"
        );
    }
}
