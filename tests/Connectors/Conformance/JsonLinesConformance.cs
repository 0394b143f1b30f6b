using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.JsonLines;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class JsonLinesConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public JsonLinesConformance()
    {
        var rows = Enumerable.Range(1, 9).Select(row => $$$"""{"person":{"id":{{{row}}},"name":"Dupont"}}""");
        var last = $$$"""{"person":{"id":"10","nir":"{{{Planted.Nir}}}","payment":{"iban":"{{{Planted.Iban}}}"}},"notes":["see {{{Planted.Nir}}} and {{{Planted.Iban}}}"]}""";
        folder.Write("people.jsonl", string.Join('\n', [.. rows, last, $$$"""{"person":{"id":11,"name":"{{{Planted.Iban}}}"""]));
    }

    protected override Connector Connector { get; } = new JsonLinesConnector();

    protected override object Settings => On("people.jsonl");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("missing.jsonl"), FailureKind.Passing),
        new("a key that is forbidden", On("people.jsonl") with { Key = ["person.nir"] }, FailureKind.Refused),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private JsonLinesSettings On(string file) => new() { Path = folder.At(file), Key = ["person.id"], PageSize = 3 };
}
