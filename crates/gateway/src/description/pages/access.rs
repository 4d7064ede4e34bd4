use metadata::MetadataOperationType;

/// What a caller needs beside a sign-in: a label and the names, a row each.
pub(super) fn requirements(operation: &MetadataOperationType) -> Vec<(&'static str, String)> {
    let all_or_any = [
        (
            &operation.required_roles,
            ["Required role", "Required roles"],
        ),
        (
            &operation.requires_any_role,
            ["Requires the role", "Requires any of the roles"],
        ),
        (
            &operation.required_permissions,
            ["Required permission", "Required permissions"],
        ),
        (
            &operation.requires_any_permission,
            ["Requires the permission", "Requires any of the permissions"],
        ),
    ];
    let stated = all_or_any
        .into_iter()
        .filter(|(names, _)| !names.is_empty());
    stated
        .map(|(names, [one, several])| {
            let label = if names.len() > 1 { several } else { one };
            (label, names.join(", "))
        })
        .collect()
}

/// The same in a few words; empty where anybody may call.
pub(super) fn summary(operation: &MetadataOperationType) -> String {
    let requirements = requirements(operation);
    if requirements.is_empty() {
        let words = if operation.requires_auth {
            "Requires Authentication"
        } else {
            ""
        };
        return words.to_owned();
    }
    let words = requirements.into_iter();
    let words = words.map(|(label, names)| format!("{label}: {names}"));
    words.collect::<Vec<_>>().join(". ")
}

#[cfg(test)]
mod tests {
    use metadata::MetadataOperationType;

    use super::{requirements, summary};

    #[test]
    fn one_and_several_have_their_own_words() {
        let mut operation = MetadataOperationType::default();
        assert_eq!(summary(&operation), "");
        operation.requires_auth = true;
        assert_eq!(summary(&operation), "Requires Authentication");
        operation.required_roles = vec!["Admin".into()];
        operation.requires_any_permission = vec!["read".into(), "write".into()];
        let expected = [
            ("Required role", "Admin".to_owned()),
            ("Requires any of the permissions", "read, write".to_owned()),
        ];
        assert_eq!(requirements(&operation), expected);
    }
}
