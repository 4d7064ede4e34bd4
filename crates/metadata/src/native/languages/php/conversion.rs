//! Between an object of PHP and the array that JSON is read to and written from.

use super::types::Documented;
use super::variable;
use crate::native::declaration::Declaration;
use crate::native::escape::single_quoted;
use crate::native::property::Property;
use crate::native::source::Source;
use crate::native::type_ref::{Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

pub(super) fn from_map(declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    out.line("/** @throws Exception */");
    out.block("public function fromMap($o): void {", "}", |out| {
        out.lines(has_base.then_some("parent::fromMap($o);"));
        for property in &declaration.properties {
            let key = single_quoted(&property.wire);
            let read = converted("from", property, &format!("$o[{key}]"));
            out.line(format!(
                "if (isset($o[{key}])) $this->{} = {read};",
                variable(property)
            ));
        }
    });
}

pub(super) fn to_json(declaration: &Declaration<'_>, has_base: bool, out: &mut Source) {
    out.line("/** @throws Exception */");
    out.line("public function jsonSerialize(): mixed");
    out.block("{", "}", |out| {
        out.line(if has_base {
            "$o = (array) parent::jsonSerialize();"
        } else {
            "$o = [];"
        });
        for property in &declaration.properties {
            let (key, name) = (single_quoted(&property.wire), variable(property));
            let written = converted("to", property, &format!("$this->{name}"));
            out.line(format!("if (isset($this->{name})) $o[{key}] = {written};"));
        }
        out.line("return empty($o) ? new class(){} : $o;");
    });
}

/// A value as it is, or through the client's converter for its type.
fn converted(direction: &str, property: &Property<'_>, value: &str) -> String {
    match &property.kind {
        TypeRef::List(_, item) => {
            let item = single_quoted(&Documented.write(item));
            format!("JsonConverters::{direction}Array({item}, {value})")
        }
        TypeRef::Scalar(Scalar::DateTime | Scalar::DateTimeOffset | Scalar::TimeSpan)
        | TypeRef::Map(..)
        | TypeRef::Named(_)
        | TypeRef::Bytes => {
            let kind = single_quoted(&Documented.write(&property.kind));
            format!("JsonConverters::{direction}({kind}, {value})")
        }
        _ => value.to_owned(),
    }
}
