"""What an authenticator shows for `URI` at `UNIX_TIME`: code, issuer and account, a line each."""

import sys

import pyotp

totp = pyotp.parse_uri(sys.argv[1])
print(totp.at(int(sys.argv[2])), totp.issuer, totp.name, sep="\n")
