//! TOTP secrets, codes and provisioning URIs as pure functions of their input and a given time.
