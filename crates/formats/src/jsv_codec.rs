use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::scalar_layout::jsv_scalars;
use crate::{DecodeError, EncodeError, WriteOptions};

pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    options: &WriteOptions,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let writing = jsv::WriteOptions::new()
        .text_case(options.text_case)
        .exclude_defaults(options.exclude_defaults)
        .enums_as_integers(options.enums_as_integers)
        .scalars(jsv_scalars(options));
    value.serialize(jsv::Serializer::new(out, &writing))?;
    Ok(())
}

pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    // A body that comes from a file ends with a line end.
    Ok(jsv::ReadOptions::new()
        .allow_trailing_blanks(true)
        .from_str(text)?)
}
