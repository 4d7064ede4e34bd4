use metadata::native::{find_language, source_of_operation};

use super::recorded;

/// The classes as an operation's page shows them.
#[test]
fn a_page_shows_the_operations_types_without_the_clients_marks() {
    let typescript = find_language("typescript").unwrap();
    let operation = "GenerateTwoFactorAuthenticationKeyRequest";
    let shown = source_of_operation(typescript, &recorded(), operation);
    let lines: Vec<_> = shown
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(
        lines,
        [
            "export class PutOperationUnTenanted<TResponse> implements IPut",
            "{",
            "public constructor(init?: Partial<PutOperationUnTenanted<TResponse>>) { (Object as any).assign(this, init); }",
            "}",
            "export class PutOperationTenanted<TResponse> extends PutOperationUnTenanted<TResponse> implements ITenantedRequest",
            "{",
            "public organisationId?: string;",
            "public constructor(init?: Partial<PutOperationTenanted<TResponse>>) { super(init); (Object as any).assign(this, init); }",
            "}",
            "export interface ITenantedRequest",
            "{",
            "organisationId?: string;",
            "}",
            "export class GenerateTwoFactorAuthenticationKeyResponse",
            "{",
            "public responseStatus?: ResponseStatus;",
            "public twoFactorUri?: string;",
            "public constructor(init?: Partial<GenerateTwoFactorAuthenticationKeyResponse>) { (Object as any).assign(this, init); }",
            "}",
            "export class GenerateTwoFactorAuthenticationKeyRequest extends PutOperationTenanted<GenerateTwoFactorAuthenticationKeyResponse>",
            "{",
            "public constructor(init?: Partial<GenerateTwoFactorAuthenticationKeyRequest>) { super(init); (Object as any).assign(this, init); }",
            "}",
        ]
    );
}
