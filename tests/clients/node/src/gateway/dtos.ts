// The operations that the scenarios call, with the members that a generated DTO file adds: name, verb, response.
import type { IReturn, ResponseStatus } from "@servicestack/client";
import {
  GenerateTwoFactorAuthenticationKeyRequest as SeedRequest,
  GenerateTwoFactorAuthenticationKeyResponse,
} from "./seed.js";

export class GenerateTwoFactorAuthenticationKeyRequest
  extends SeedRequest
  implements IReturn<GenerateTwoFactorAuthenticationKeyResponse>
{
  public getTypeName() { return "GenerateTwoFactorAuthenticationKeyRequest"; }
  public getMethod() { return "PUT"; }
  public createResponse() { return new GenerateTwoFactorAuthenticationKeyResponse(); }
}

export class AuthenticateResponse {
  public userId?: string;
  public sessionId?: string;
  public userName?: string;
  public displayName?: string;
  public bearerToken?: string;
  public refreshToken?: string;
  public responseStatus?: ResponseStatus;
}

export class Authenticate implements IReturn<AuthenticateResponse> {
  public provider?: string;
  public userName?: string;
  public password?: string;
  public rememberMe?: boolean;

  public constructor(init?: Partial<Authenticate>) { Object.assign(this, init); }
  public getTypeName() { return "Authenticate"; }
  public getMethod() { return "POST"; }
  public createResponse() { return new AuthenticateResponse(); }
}
