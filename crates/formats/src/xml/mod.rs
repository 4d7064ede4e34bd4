//! XML as .NET's `DataContractSerializer` writes it: elements in alphabetical order within each
//! class of a lineage, the base-most class first; `i:nil` for null; namespaces of the types.

mod children;
mod contract_name;
mod element;
mod indent;
mod node;
mod reader;
mod scalar;
mod scope;

use std::marker::PhantomData;

use contract::TypeRef;
use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::{DecodeError, EncodeError};

pub(crate) use node::Node;
pub(crate) use reader::Value;

use contract_name::ContractName;
use element::Element;
pub use indent::indent_xml;
use scope::Scope;

const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Writes a document. Without a description (`type_ref`) the value goes out under general names.
pub(crate) fn encode<T: Serialize + ?Sized>(
    value: &T,
    type_ref: Option<&TypeRef>,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let name = type_ref.map_or_else(ContractName::anonymous, ContractName::of);
    out.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    let is_scalar = name.is_built_in();
    let instance = if is_scalar {
        String::new()
    } else {
        format!(" xmlns:i=\"{INSTANCE}\"")
    };
    // As a document of its own, a built-in type has another namespace than as a type.
    let namespace = if is_scalar {
        contract_name::SERIALIZATION
    } else {
        &name.namespace
    };
    let element = Element {
        name: name.local.clone(),
        attributes: format!("{instance} xmlns=\"{namespace}\""),
        type_ref: type_ref.cloned(),
        scope: Scope::root(namespace),
    };
    value.serialize(element.into_serializer(out))
}

/// Reads a document. Document type definitions are refused.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    decode_seed(text, PhantomData)
}

/// As [`decode`], by a seed.
pub(crate) fn decode_seed<V, S>(text: &str, seed: S) -> Result<V, DecodeError>
where
    S: for<'de> DeserializeSeed<'de, Value = V>,
{
    let root = Node::parse(text)?;
    seed.deserialize(Value(&root))
}

/// The elements of the root, by name.
pub(crate) fn members(text: &str) -> Result<Vec<(String, Node)>, DecodeError> {
    let root = Node::parse(text)?;
    let children = root.children.into_iter();
    Ok(children.map(|child| (child.name.clone(), child)).collect())
}

#[cfg(test)]
mod tests {
    use contract::{Char, DateTimeOffset, Dto, Flags, Map, PropertyType, TimeSpan};

    use super::{decode, encode};

    #[derive(Debug, Clone, Copy, Default, PartialEq, Flags)]
    #[dto(namespace = "Tests")]
    #[flags(None = 0, Read = 1, Write = 2)]
    struct Perms(i32);

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    #[dto(namespace = "Tests")]
    struct Base {
        zebra: i32,
    }

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    #[dto(namespace = "Tests")]
    struct Sample {
        #[dto(base)]
        base: Base,
        name: Option<String>,
        letter: Char,
        perms: Perms,
        at: DateTimeOffset,
        numbers: Option<Vec<i32>>,
        children: Option<Vec<Sample>>,
        map: Option<Map<String, Option<String>>>,
    }

    fn sample() -> Sample {
        Sample {
            base: Base { zebra: 1 },
            name: Some("a<b>&\"'\r\n".into()),
            letter: Char('A'),
            perms: Perms(3),
            at: "2020-01-02T03:04:05+02:00".parse().unwrap(),
            numbers: Some(vec![1, -2]),
            children: Some(vec![Sample::default()]),
            map: Some(Map::from([
                ("k".into(), Some(String::new())),
                ("n".into(), None),
            ])),
        }
    }

    fn xml(sample: &Sample) -> String {
        let mut out = Vec::new();
        encode(sample, Some(&Sample::type_ref()), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn members_of_the_base_come_first_then_by_name() {
        let text = xml(&Sample {
            children: None,
            ..sample()
        });
        let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
            <Sample xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" \
            xmlns=\"http://schemas.datacontract.org/2004/07/Tests\"><Zebra>1</Zebra>\
            <At xmlns:d2p1=\"http://schemas.datacontract.org/2004/07/System\">\
            <d2p1:DateTime>2020-01-02T01:04:05Z</d2p1:DateTime>\
            <d2p1:OffsetMinutes>120</d2p1:OffsetMinutes></At><Children i:nil=\"true\" />\
            <Letter>65</Letter>\
            <Map xmlns:d2p1=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">\
            <d2p1:KeyValueOfstringstring><d2p1:Key>k</d2p1:Key><d2p1:Value></d2p1:Value>\
            </d2p1:KeyValueOfstringstring><d2p1:KeyValueOfstringstring><d2p1:Key>n</d2p1:Key>\
            <d2p1:Value i:nil=\"true\" /></d2p1:KeyValueOfstringstring></Map>\
            <Name>a&lt;b&gt;&amp;\"'&#xD;\n</Name>\
            <Numbers xmlns:d2p1=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">\
            <d2p1:int>1</d2p1:int><d2p1:int>-2</d2p1:int></Numbers>\
            <Perms>Read Write</Perms></Sample>";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_written_is_read() {
        let sample = sample();
        assert_eq!(decode::<Sample>(&xml(&sample)).unwrap(), sample);
    }

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    #[dto(namespace = "Tests")]
    struct Extremes {
        at: DateTimeOffset,
        long: f64,
        most: f64,
        short: f32,
        span: TimeSpan,
        spare: TimeSpan,
    }

    #[test]
    fn what_is_at_the_edge_of_its_type_is_written_as_xml_schema_has_it() {
        let edges = Extremes {
            at: "2020-01-02T03:04:05.1234567-05:30".parse().unwrap(),
            long: f64::INFINITY,
            most: f64::MAX,
            short: f32::NEG_INFINITY,
            span: TimeSpan::from_ticks(i64::MAX),
            spare: TimeSpan::from_ticks(i64::MIN),
        };
        let mut out = Vec::new();
        encode(&edges, Some(&Extremes::type_ref()), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        for element in [
            "<Long>INF</Long>",
            "<Most>1.7976931348623157E+308</Most>",
            "<Short>-INF</Short>",
            "<Span>P10675199DT2H48M5.4775807S</Span>",
            "<Spare>-P10675199DT2H48M5.4775808S</Spare>",
        ] {
            assert!(text.contains(element), "{element} in {text}");
        }
        assert_eq!(decode::<Extremes>(&text).unwrap(), edges);
    }

    #[test]
    fn malformed_and_dangerous_documents_are_refused() {
        let deep = "<a>".repeat(200) + &"</a>".repeat(200);
        for bad in [
            "",
            "<a",
            "<a></b>",
            "text",
            "<a/><b/>",
            "<a>&undefined;</a>",
            &deep,
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "<Sample><Zebra>x</Zebra></Sample>",
        ] {
            assert!(decode::<Sample>(bad).is_err(), "{bad:?}");
        }
        assert_eq!(decode::<Sample>("<Sample/>").unwrap(), Sample::default());
    }
}
