//! What files say of types and members beside their declaration: descriptions and attributes.

use super::attribute::PLAIN;
use super::declaration::Declaration;
use super::escape::comment;
use super::property::Property;
use super::source::Source;
use crate::MetadataTypesConfig;

impl Declaration<'_> {
    /// Its routes, attributes and contract, fit for a comment of one line each.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let routes = self.routes.iter().map(|route| PLAIN.route(route));
        let attributes = self.described.attributes.iter();
        let attributes = attributes.map(|attribute| PLAIN.attribute(attribute));
        let contract = self.described.data_contract.iter();
        let contract = contract.map(|contract| PLAIN.contract(contract));
        let all = routes.chain(attributes).chain(contract);
        all.map(|text| comment(&text)).collect()
    }
}

impl Property<'_> {
    /// Its description, where the options want it.
    pub(crate) fn description(&self, config: &MetadataTypesConfig) -> Option<&str> {
        let description = self.described.description.as_deref();
        description.filter(|_| config.add_description_as_comments)
    }

    /// Its contract and attributes, fit for a comment of one line each.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let contract = self.described.data_member.iter();
        let contract = contract.map(|member| PLAIN.member(member));
        let attributes = self.described.attributes.iter();
        let attributes = attributes.map(|attribute| PLAIN.attribute(attribute));
        let all = contract.chain(attributes);
        all.map(|text| comment(&text)).collect()
    }
}

/// Writes one property after the other. One of which more is said than its name and type is
/// followed by an empty line if another comes.
pub(crate) fn each_property<'p>(
    properties: &'p [Property<'p>],
    out: &mut Source,
    mut write: impl FnMut(&'p Property<'p>, &mut Source),
) {
    for (index, property) in properties.iter().enumerate() {
        if index > 0 && properties[index - 1].is_annotated() {
            out.blank();
        }
        write(property, out);
    }
}
