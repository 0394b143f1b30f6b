using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.FixedWidth;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class FixedWidthConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public FixedWidthConformance()
    {
        folder.Write("layout.yaml", "skip: { 1: [\"*\"] }\nfields:\n  id: 1-4\n  nom: 5-24\n  nir: 25-40\n  notes: 41-100\n");
        folder.Write("wrong.yaml", "fields:\n  id: 4-1\n");
        var rows = Enumerable.Range(1, 9).Select(row => $"{row,-4}Dupont{row}");
        folder.Write("people.txt", string.Join("\r\n", ["*head", .. rows, $"{10,-4}{"Durand",-20}{Planted.Nir,-16}{Planted.Iban} NIR {Planted.Nir}", $"    {Planted.Iban}", ""]));
    }

    protected override Connector Connector { get; } = new FixedWidthConnector();

    protected override object Settings => On("people.txt");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("missing.txt"), FailureKind.Passing),
        new("no layout", On("people.txt") with { Layout = folder.At("none.yaml") }, FailureKind.Denied),
        new("a wrong layout", On("people.txt") with { Layout = folder.At("wrong.yaml") }, FailureKind.Denied),
        new("no key field", On("people.txt") with { Key = ["code"] }, FailureKind.Denied),
        new("a key that is forbidden", On("people.txt") with { Key = ["nir"] }, FailureKind.Denied),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", "Durand", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private FixedWidthSettings On(string file) => new() { Path = folder.At(file), Layout = folder.At("layout.yaml"), Key = ["id"], PageSize = 3 };
}
