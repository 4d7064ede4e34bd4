// The conformance host's operations, with the members that a generated DTO file gives them.
import type { IReturn, IReturnVoid, ResponseStatus } from "@servicestack/client";

export class HelloResponse {
  public result?: string;
  public responseStatus?: ResponseStatus;
}

export class Hello implements IReturn<HelloResponse> {
  public name?: string | null;

  public constructor(init?: Partial<Hello>) { Object.assign(this, init); }
  public getTypeName() { return "Hello"; }
  public getMethod() { return "POST"; }
  public createResponse() { return new HelloResponse(); }
}

export class ThrowResponse {
  public result?: string;
  public responseStatus?: ResponseStatus;
}

export class Throw implements IReturn<ThrowResponse> {
  public status?: number;
  public type?: string;
  public message?: string;
  public errorCode?: string;
  public param?: string;

  public constructor(init?: Partial<Throw>) { Object.assign(this, init); }
  public getTypeName() { return "Throw"; }
  public getMethod() { return "POST"; }
  public createResponse() { return new ThrowResponse(); }
}

export class Nested {
  public id?: number;
  public name?: string;
  public child?: Nested;

  public constructor(init?: Partial<Nested>) { Object.assign(this, init); }
}

export class ValidatedResponse {
  public result?: string;
  public responseStatus?: ResponseStatus;
}

export class Validated implements IReturn<ValidatedResponse> {
  public name?: string;
  public age?: number;
  public email?: string;
  public items?: Nested[];

  public constructor(init?: Partial<Validated>) { Object.assign(this, init); }
  public getTypeName() { return "Validated"; }
  public getMethod() { return "POST"; }
  public createResponse() { return new ValidatedResponse(); }
}

export class DoVoid implements IReturnVoid {
  public name?: string;

  public constructor(init?: Partial<DoVoid>) { Object.assign(this, init); }
  public getTypeName() { return "DoVoid"; }
  public getMethod() { return "POST"; }
  public createResponse() {}
}

export class AdminOnly implements IReturn<HelloResponse> {
  public name?: string;

  public constructor(init?: Partial<AdminOnly>) { Object.assign(this, init); }
  public getTypeName() { return "AdminOnly"; }
  public getMethod() { return "GET"; }
  public createResponse() { return new HelloResponse(); }
}

/** An operation that returns a string. */
export class Raw implements IReturn<string> {
  public kind?: string;

  public constructor(init?: Partial<Raw>) { Object.assign(this, init); }
  public getTypeName() { return "Raw"; }
  public getMethod() { return "GET"; }
  public createResponse() { return ""; }
}

/** The properties that the scenarios use. */
export class AllTypes implements IReturn<AllTypes> {
  public int?: number;
  public nullableInt?: number | null;
  public double?: number;
  public decimal?: number;
  public bool?: boolean;
  public string?: string | null;
  public dateTime?: string | Date;
  public timeSpan?: string;
  public guid?: string;
  public bytes?: string | Uint8Array;
  public enum?: string;
  public flags?: number;
  public stringList?: string[];
  public intList?: number[];
  public stringMap?: { [index: string]: string };
  public nested?: Nested;
  public nestedList?: Nested[];
  public responseStatus?: ResponseStatus;

  public constructor(init?: Partial<AllTypes>) { Object.assign(this, init); }
  public getTypeName() { return "AllTypes"; }
  public getMethod() { return "POST"; }
  public createResponse() { return new AllTypes(); }
}
