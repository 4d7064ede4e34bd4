//! Which operation a request is for: custom routes by ServiceStack's scoring, then the
//! predefined ones.

mod path_template;
mod predefined;
mod request_path;
mod route_table;

pub(crate) use path_template::PathTemplate;
pub(crate) use predefined::{Predefined, predefined};
pub(crate) use request_path::RequestPath;
pub(crate) use route_table::{Found, PathValues, RouteTable};
