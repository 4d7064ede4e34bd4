//! What files in C#, F# and VB.NET have in common: the framework's namespaces and attributes.

use crate::MetadataTypesConfig;
use crate::native::attribute::AttributeStyle;
use crate::native::declaration::Declaration;
use crate::native::escape::comment;
use crate::native::identifier::namespace;
use crate::native::property::Property;
use crate::native::source::Source;

/// How one of the languages writes attributes and documentation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    /// Around an attribute.
    pub(super) brackets: (&'static str, &'static str),
    /// The arguments of an attribute.
    pub(super) style: AttributeStyle,
    /// What a line of documentation starts with.
    pub(super) doc: &'static str,
    /// The element that a description stands in.
    pub(super) summary: &'static str,
}

/// The namespaces that a file imports: the default ones, then those of the options.
pub(super) fn imported(config: &MetadataTypesConfig) -> Vec<String> {
    let names = config.default_namespaces.iter();
    let mut names: Vec<_> = names
        .chain(&config.add_namespaces)
        .map(|name| namespace(name))
        .collect();
    if config.add_generated_code_attributes {
        names.push("System.CodeDom.Compiler".to_owned());
    }
    names
}

impl Marks {
    /// A description as an XML documentation comment.
    pub(super) fn summary(self, description: Option<&str>) -> Vec<String> {
        let Some(text) = description else {
            return Vec::new();
        };
        let text = comment(text)
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let Self { doc, summary, .. } = self;
        vec![
            format!("{doc}<{summary}>"),
            format!("{doc}{text}"),
            format!("{doc}</{summary}>"),
        ]
    }

    /// An attribute in its brackets, without parentheses around nothing.
    pub(super) fn attribute(self, text: &str) -> String {
        let (open, close) = self.brackets;
        let text = text.strip_suffix("()").unwrap_or(text);
        format!("{open}{text}{close}")
    }

    /// The description, routes and attributes of a type.
    pub(super) fn of_type(
        self,
        config: &MetadataTypesConfig,
        declaration: &Declaration<'_>,
        out: &mut Source,
    ) {
        out.lines(self.summary(declaration.description(config)));
        let routes = declaration.routes.iter();
        out.lines(routes.map(|route| self.attribute(&self.style.route(route))));
        let attributes = declaration.described.attributes.iter();
        out.lines(attributes.map(|found| self.attribute(&self.style.attribute(found))));
        if config.add_generated_code_attributes {
            out.line(self.attribute("GeneratedCode(\"AddServiceStackReference\", \"1.0\")"));
        }
    }

    /// The contract of a type: its own, or the one that the options ask for.
    pub(super) fn contract(
        self,
        config: &MetadataTypesConfig,
        declaration: &Declaration<'_>,
    ) -> Option<String> {
        let described = declaration.described;
        let text = match &described.data_contract {
            Some(contract) => self.style.contract(contract),
            None if described.is_interface || !config.add_data_contract_attributes => return None,
            None => match &config.add_default_xml_namespace {
                Some(space) => {
                    let space = (self.style.text)(space);
                    format!("DataContract(Namespace{}{space})", self.style.assign)
                }
                None => "DataContract".to_owned(),
            },
        };
        Some(self.attribute(&text))
    }

    /// The description, contract and attributes of a property, which is the `order`th of its class.
    pub(super) fn of_property(
        self,
        config: &MetadataTypesConfig,
        property: &Property<'_>,
        order: Option<usize>,
        out: &mut Source,
    ) {
        out.lines(self.summary(property.description(config)));
        let described = &property.described;
        let asked_for = order.filter(|_| config.add_data_contract_attributes);
        let contract = match (&described.data_member, asked_for) {
            (Some(contract), _) => Some(self.style.member(contract)),
            (None, Some(order)) if config.add_indexes_to_data_members => {
                Some(format!("DataMember(Order{}{order})", self.style.assign))
            }
            (None, Some(_)) => Some("DataMember".to_owned()),
            (None, None) => None,
        };
        out.lines(contract.map(|text| self.attribute(&text)));
        let attributes = described.attributes.iter();
        out.lines(attributes.map(|found| self.attribute(&self.style.attribute(found))));
    }
}
