// The hosts under test, as whoever starts the suite names them.

/** The real gateway. */
export const GATEWAY = required('GATEWAY_URL');
/** A login there. */
export const USER = required('GATEWAY_USER');
export const PASSWORD = required('GATEWAY_PASSWORD');
/** The conformance host, whose operations have members of every type. */
export const CONFORMANCE = required('CONFORMANCE_URL');

/** The operation that makes a key for an authenticator app. */
export const GENERATE_KEY = 'GenerateTwoFactorAuthenticationKeyRequest';

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
