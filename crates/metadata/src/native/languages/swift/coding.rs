//! How a class is read and written where what Swift makes itself does not do.

use super::{Base, Types, empty, name_of, starts_empty};
use crate::native::api::Api;
use crate::native::escape::double_quoted;
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_syntax::TypeSyntax;

/// Collections that start empty, and names that differ from those on the wire, need code of their own.
pub(super) fn is_needed(api: &Api<'_>, base: &Base<'_>, properties: &[Property<'_>]) -> bool {
    let differs = |property: &Property<'_>| {
        starts_empty(api, property) || name_of(property).trim_matches('`') != property.wire
    };
    matches!(base, Base::Class(_)) || properties.iter().any(differs)
}

/// Reading and writing of the properties that the class itself declares.
pub(super) fn write(api: &Api<'_>, base: &Base<'_>, properties: &[Property<'_>], out: &mut Source) {
    out.blank();
    if !properties.is_empty() {
        out.block(
            "private enum CodingKeys : String, CodingKey {",
            "}",
            |out| {
                for property in properties {
                    let name = name_of(property);
                    out.line(match name.trim_matches('`') == property.wire {
                        true => format!("case {name}"),
                        false => format!("case {name} = {}", double_quoted(&property.wire)),
                    });
                }
            },
        );
        out.blank();
    }
    decoding(api, base, properties, out);
    out.blank();
    encoding(api, base, properties, out);
}

fn decoding(api: &Api<'_>, base: &Base<'_>, properties: &[Property<'_>], out: &mut Source) {
    out.block(
        "required public init(from decoder: Decoder) throws {",
        "}",
        |out| {
            match base {
                Base::Class(_) => out.line("try super.init(from: decoder)"),
                Base::Foreign => out.line("super.init()"),
                Base::None | Base::Flattened => {}
            }
            out.lines(
                (!properties.is_empty())
                    .then_some("let container = try decoder.container(keyedBy: CodingKeys.self)"),
            );
            for property in properties {
                let (name, kind) = (name_of(property), Types.write(&property.kind));
                let otherwise = match starts_empty(api, property) {
                    true => format!(" ?? {}", empty(&property.kind)),
                    false => String::new(),
                };
                out.line(format!(
                "{name} = try container.decodeIfPresent({kind}.self, forKey: .{name}){otherwise}"
            ));
            }
        },
    );
}

fn encoding(api: &Api<'_>, base: &Base<'_>, properties: &[Property<'_>], out: &mut Source) {
    let has_base = matches!(base, Base::Class(_));
    let overrides = if has_base { "override " } else { "" };
    out.block(
        &format!("public {overrides}func encode(to encoder: Encoder) throws {{"),
        "}",
        |out| {
            out.lines(has_base.then_some("try super.encode(to: encoder)"));
            out.lines(
                (!properties.is_empty())
                    .then_some("var container = encoder.container(keyedBy: CodingKeys.self)"),
            );
            for property in properties {
                let name = name_of(property);
                out.line(match starts_empty(api, property) {
                    true => format!(
                        "if {name}.count > 0 {{ try container.encode({name}, forKey: .{name}) }}"
                    ),
                    false => format!(
                        "if {name} != nil {{ try container.encode({name}, forKey: .{name}) }}"
                    ),
                });
            }
        },
    );
}
