use conformance::GatewayProcess;

use crate::reader::Reader;

#[test]
fn each_tool_can_be_switched_off_and_the_address_set() {
    let gateway = GatewayProcess::new()
        .env("FOUNDRY__METADATA__BASE_URL", "https://api.example.com/v1/")
        .env("FOUNDRY__METADATA__OPENAPI", "false")
        .env("FOUNDRY__METADATA__POSTMAN", "false")
        .start();
    let reader = Reader::of(gateway.base());
    let description = reader.json("/types/metadata?format=json");
    assert_eq!(
        description["config"]["baseUrl"],
        "https://api.example.com/v1"
    );
    assert_eq!(reader.get("/metadata/app.json").status, 200);
    for path in ["/openapi.json", "/swagger-ui", "/postman"] {
        assert_eq!(reader.get(path).status, 404, "{path}");
    }
}
