//! What generated Zig uses of servicestack-zig, so that it can be compiled without it.

pub const ResponseError = struct {
    errorCode: ?[]const u8 = null,
    fieldName: ?[]const u8 = null,
    message: ?[]const u8 = null,
};
pub const ResponseStatus = struct {
    errorCode: ?[]const u8 = null,
    message: ?[]const u8 = null,
    stackTrace: ?[]const u8 = null,
    errors: ?[]const ResponseError = null,
};
pub const AuthenticateResponse = struct {
    responseStatus: ?ResponseStatus = null,
};
