/// The HTTP status that an error code stands for where none is stated: .NET's exception names
/// and the names of its status codes, as ServiceStack maps them.
pub fn status_of(code: &str) -> u16 {
    match code {
        "ArgumentException"
        | "ArgumentNullException"
        | "ArgumentOutOfRangeException"
        | "FormatException"
        | "SerializationException"
        | "ValidationException"
        | "BadRequest" => 400,
        "Unauthorized" | "AuthenticationException" | "TokenException" => 401,
        "Forbidden" | "UnauthorizedAccessException" => 403,
        "NotFound" | "FileNotFoundException" => 404,
        "MethodNotAllowed" | "NotImplementedException" | "NotSupportedException" => 405,
        "RequestTimeout" => 408,
        "Conflict" | "OptimisticConcurrencyException" => 409,
        "PreconditionFailed" => 412,
        "RequestEntityTooLarge" => 413,
        "RequestUriTooLong" => 414,
        "UnsupportedMediaType" => 415,
        "ExpectationFailed" => 417,
        "RequestHeaderFieldsTooLarge" => 431,
        "TooManyRequests" => 429,
        "NotImplemented" => 501,
        "ServiceUnavailable" => 503,
        _ => 500,
    }
}
