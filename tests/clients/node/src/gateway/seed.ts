// The request and response of the first operation as its metadata page shows them, member for member.
// The page leaves out what the classes take from elsewhere; those imports and interfaces stand first.
import type { ResponseStatus } from "@servicestack/client";

export interface IPut {}

export interface ITenantedRequest {
  organisationId?: string;
}

export class PutOperationUnTenanted<TResponse> implements IPut
{

    public constructor(init?: Partial<PutOperationUnTenanted<TResponse>>) { (Object as any).assign(this, init); }
}

export class PutOperationTenanted<TResponse> extends PutOperationUnTenanted<TResponse> implements ITenantedRequest
{
    public organisationId?: string;

    public constructor(init?: Partial<PutOperationTenanted<TResponse>>) { super(init); (Object as any).assign(this, init); }
}

export class GenerateTwoFactorAuthenticationKeyResponse
{
    public responseStatus?: ResponseStatus;
    public twoFactorUri?: string;

    public constructor(init?: Partial<GenerateTwoFactorAuthenticationKeyResponse>) { (Object as any).assign(this, init); }
}

export class GenerateTwoFactorAuthenticationKeyRequest extends PutOperationTenanted<GenerateTwoFactorAuthenticationKeyResponse>
{

    public constructor(init?: Partial<GenerateTwoFactorAuthenticationKeyRequest>) { super(init); (Object as any).assign(this, init); }
}
