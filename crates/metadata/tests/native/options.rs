//! Options that change more than the head of a file.

use metadata::native::{LANGUAGES, select};
use metadata::{MetadataTypes, MetadataTypesConfig};
use serde_json::json;

use super::{recorded, rich, source};

/// The lines from the one that starts so to the end of its block, without their indentation.
fn block<'a>(text: &'a str, start: &str) -> Vec<&'a str> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(start));
    let head = lines.next().unwrap_or_else(|| panic!("{start} in\n{text}"));
    let rest = lines.take_while(|line| *line != "}");
    std::iter::once(head).chain(rest.map(str::trim)).collect()
}

#[test]
fn swift_classes_without_a_base_derive_from_the_named_one() {
    let options = [("BaseClass", "NSObject")];
    let text = source("swift", &recorded(), &options);
    assert!(text.contains("\nBaseClass: NSObject\n"));
    let hello = block(&text, "public class HelloResponse ");
    assert_eq!(hello[0], "public class HelloResponse : NSObject, Codable");
    assert!(hello.contains(&"required override public init(){ super.init() }"));
    let start = "public class GenerateTwoFactorAuthenticationKeyRequest ";
    let derived = block(&text, start);
    assert!(!derived[0].contains("NSObject"), "{}", derived[0]);
    assert!(derived.contains(&"required public init(){ super.init() }"));
    let coded = source(
        "swift",
        &recorded(),
        &[options[0], ("InitializeCollections", "true")],
    );
    let types = block(&coded, "public class AllTypes ").join("\n");
    let start = "required public init(from decoder: Decoder) throws {\nsuper.init()\n";
    assert!(types.contains(start) && types.contains("\npublic func encode("));
}

#[test]
fn swift_classes_stand_alone_where_generic_bases_are_excluded() {
    let text = source("swift", &recorded(), &[("ExcludeGenericBaseTypes", "true")]);
    let start = "public class GenerateTwoFactorAuthenticationKeyRequest ";
    let request = block(&text, start);
    assert!(request[0].ends_with(": IReturn, Codable"), "{}", request[0]);
    assert!(request.contains(&"public var organisationId:String?"));
    assert!(request.contains(&"required public init(){}"));
}

#[test]
fn definitions_are_exported_where_that_is_asked_for() {
    let text = source("typescript.d", &rich(), &[("ExportAsTypes", "true")]);
    let opened = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    assert!(opened("export interface ") > 10 && opened("export type ") > 2);
    assert_eq!(opened("interface ") + opened("type "), 0);
    let options = [("ExportAsTypes", "true"), ("GlobalNamespace", "Acme")];
    let text = source("typescript.d", &rich(), &options);
    assert!(text.contains("\nexport declare namespace Acme\n"));
}

/// A request with a structure of the host's own, which is text on the wire.
fn with_structure() -> MetadataTypes {
    let property = |name: &str, kind: &str, arguments: &[&str]| {
        json!({"name": name, "type": kind, "namespace": if arguments.is_empty() { "Acme" } else { "System" },
            "isValueType": true, "genericArgs": arguments})
    };
    let money = json!({"name": "Money", "namespace": "Acme", "properties": []});
    let pay = json!({"name": "Pay", "namespace": "Acme", "properties": [
        property("Price", "Money", &[]), property("Tip", "Nullable`1", &["Money"]),
    ]});
    let types = json!({"types": [money], "operations": [{"request": pay, "method": "POST"}]});
    MetadataTypes {
        config: Some(MetadataTypesConfig::default()),
        ..serde_json::from_value(types).unwrap()
    }
}

#[test]
fn structures_are_text_unless_they_are_exported() {
    for (key, text, structure) in [
        (
            "csharp",
            ["string Price ", "string Tip "],
            ["Money Price ", "Money? Tip "],
        ),
        (
            "typescript",
            ["price!: string;", "tip?: string;"],
            ["price!: Money;", "tip?: Money;"],
        ),
        (
            "fsharp",
            ["Price:String ", "Tip:String "],
            ["Price:Money ", "Tip:Nullable<Money> "],
        ),
    ] {
        for (export, expected) in [("false", text), ("true", structure)] {
            let written = source(key, &with_structure(), &[("ExportValueTypes", export)]);
            for part in expected {
                assert!(
                    written.contains(part),
                    "{key} {export}: {part} in\n{written}"
                );
            }
        }
    }
}

#[test]
fn what_may_be_null_says_so_in_csharp_when_asked() {
    let text = source("csharp", &recorded(), &[("AddNullableAnnotations", "true")]);
    assert!(text.contains("#nullable enable annotations\n\nusing System;\n"));
    assert!(text.contains("string? Result {") && text.contains("int Int {"));
    let text = source(
        "csharp",
        &recorded(),
        &[("AddGeneratedCodeAttributes", "true")],
    );
    assert!(text.contains("using System.CodeDom.Compiler;\n"));
    for (key, attribute) in [
        ("csharp", "[Generated"),
        ("fsharp", "[<Generated"),
        ("vbnet", "<Generated"),
    ] {
        let text = source(key, &recorded(), &[("AddGeneratedCodeAttributes", "true")]);
        assert!(text.matches(attribute).count() > 10, "{key}");
    }
}

#[test]
fn a_type_that_is_treated_as_text_is_so_behind_nullable_too() {
    let options = [("TreatTypesAsStrings", "Guid,TimeSpan")];
    let text = source("java", &recorded(), &options);
    for part in [
        "String guid = null;",
        "String nullableGuid = null;",
        "String nullableTimeSpan = null;",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn without_descriptions_no_value_of_an_enumeration_has_one() {
    let types = rich();
    for language in LANGUAGES {
        let text = source(
            language.key,
            &types,
            &[("AddDescriptionAsComments", "False")],
        );
        assert!(!text.contains("Not big"), "{}", language.key);
    }
}

/// Whatever is asked for, a file has what was selected and repeats what update tools send back.
#[test]
fn every_option_in_every_language_gives_a_file() {
    let flags = "MakePartial MakeVirtual MakeInternal AddReturnMarker AddDescriptionAsComments \
        AddDocAnnotations AddDataContractAttributes AddIndexesToDataMembers \
        AddGeneratedCodeAttributes AddResponseStatus AddServiceStackTypes AddModelExtensions \
        AddPropertyAccessors ExcludeGenericBaseTypes SettersReturnThis AddNullableAnnotations \
        MakePropertiesOptional ExportAsTypes ExcludeImplementedInterfaces \
        MakeDataContractsExtensible InitializeCollections ExportValueTypes ExcludeNamespace";
    let flags = flags.split_whitespace();
    let flags = flags.flat_map(|name| [(name, "True"), (name, "False")]);
    let others = [
        ("AddImplicitVersion", "3"),
        ("BaseClass", "Base"),
        ("Package", "org.example"),
        ("GlobalNamespace", "Some.Where"),
        ("AddDefaultXmlNamespace", "http://example.org/types"),
        ("DefaultNamespaces", "System"),
        ("AddNamespaces", "System.Linq"),
        ("DefaultImports", "a.b"),
        ("DataClass", "@dataclass"),
        ("DataClassJson", "@dataclass_json"),
        ("TreatTypesAsStrings", "Guid"),
        ("ExportTags", "items"),
        ("IncludeTypes", "FindItems.*"),
        ("IncludeTypes", "{items}"),
        ("IncludeTypes", "*.Item"),
        ("IncludeTypes", "Find*"),
        ("IncludeTypes", "Acme.Catalog/*"),
        ("ExcludeTypes", "Ping"),
    ];
    let types = rich();
    for language in LANGUAGES {
        for option in flags.clone().chain(others) {
            let text = source(language.key, &types, &[option]);
            let case = format!("{} {option:?}", language.key);
            // A mark of a comment is taken apart.
            let value = option.1.split("/*").next().unwrap_or_default();
            let (stated, default) = (format!("{}: {value}", option.0), format!("//{}", option.0));
            let is_repeated = |line: &str| line.contains(&stated) && !line.contains(&default);
            assert!(text.lines().any(is_repeated), "{case}: not in the head");
            assert!(text.contains("FindItems"), "{case}: nothing selected");
        }
    }
}

#[test]
fn a_part_of_a_description_is_whole() {
    let types = recorded();
    let names = |part: &MetadataTypes| {
        let requests = part.operations.iter();
        let requests: Vec<_> = requests.map(|found| found.request.name.clone()).collect();
        let types: Vec<_> = part.types.iter().map(|found| found.name.clone()).collect();
        (requests, types)
    };
    let (requests, described) = names(&select(&types, |_| true, Some("AllTypes.*,Hello")));
    assert_eq!(requests, ["Hello", "AllTypes"]);
    assert!(described.contains(&"Colour".to_owned()), "{described:?}");
    assert!(!described.contains(&"ITenantedRequest".to_owned()));
    let is_hello = |operation: &metadata::MetadataOperationType| operation.request.name == "Hello";
    assert_eq!(names(&select(&types, is_hello, None)).0, ["Hello"]);
    let nothing = (Vec::<String>::new(), Vec::<String>::new());
    assert_eq!(names(&select(&types, |_| false, None)), nothing);
    assert_eq!(names(&select(&types, |_| true, Some("Nope"))), nothing);
}
